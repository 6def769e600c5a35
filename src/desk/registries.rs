//! What can be chosen by name: kinds of engines, bilingual formats, source formats.

use super::DeskError;
use crate::{
    backend::{BUILT_IN as ENGINES, EngineKind},
    bilingual::{BilingualFormat, FORMATS as BILINGUAL},
    source::{SOURCES, SourceKind},
};

/// The registered engines and formats: plain lists, to which a program that uses the library adds its own.
#[derive(Clone)]
pub struct Registries {
    /// Kinds of engines.
    pub engines: Vec<EngineKind>,
    /// Bilingual formats; segment files are kept in the first.
    pub bilingual: Vec<&'static dyn BilingualFormat>,
    /// Formats of articles; the extension of a file says which is its own. Imported pages are written as Markdown.
    pub sources: Vec<SourceKind>,
}

/// Two formats that stand side by side, where they have one extension.
fn same_extension(pair: &[(&'static str, &'static str)]) -> Option<[(&'static str, &'static str); 2]> {
    let [first, second] = pair else { return None };
    first.0.eq_ignore_ascii_case(second.0).then_some([*first, *second])
}

impl Registries {
    /// Everything that comes with tolmach.
    #[must_use]
    pub fn built_in() -> Self {
        Self { engines: ENGINES.to_vec(), bilingual: BILINGUAL.to_vec(), sources: SOURCES.to_vec() }
    }

    /// Fails where two engines, or two formats, share a name, and where two formats share an extension.
    pub fn check(&self) -> Result<(), DeskError> {
        for mut names in self.names() {
            names.sort_unstable();
            if let Some(twice) = names.windows(2).find(|pair| pair.first() == pair.last()).and_then(<[_]>::first) {
                let name = *twice;
                names.dedup();
                return Err(DeskError::RegisteredTwice { name, known: names.clone() });
            }
        }
        // An edition's page stands beside its text.
        let sources = self.sources.iter().map(|kind| (kind.extension, kind.name)).chain([("html", "page")]);
        let bilingual = self.bilingual.iter().map(|format| (format.extension(), format.name()));
        for mut extensions in [sources.collect::<Vec<_>>(), bilingual.collect()] {
            extensions.sort_by_key(|(extension, name)| (extension.to_ascii_lowercase(), *name));
            if let Some([(extension, first), (_, second)]) = extensions.windows(2).find_map(same_extension) {
                return Err(DeskError::ExtensionTwice { extension, first, second });
            }
        }
        Ok(())
    }

    /// The names of engines, bilingual formats and source formats, each in order.
    pub(super) fn names(&self) -> [Vec<&'static str>; 3] {
        [
            self.engines.iter().map(|kind| kind.facts.kind).collect(),
            self.bilingual.iter().map(|format| format.name()).collect(),
            self.sources.iter().map(|kind| kind.name).collect(),
        ]
    }

    /// The engines whose drafts only hold a place.
    #[must_use]
    pub fn placeholders(&self) -> Vec<&'static str> {
        let placeholders = self.engines.iter().filter(|kind| kind.facts.placeholder);
        placeholders.map(|kind| kind.facts.kind).collect()
    }

    /// The bilingual format of a name.
    pub fn bilingual(&self, name: &str) -> Result<&'static dyn BilingualFormat, DeskError> {
        let found = self.bilingual.iter().find(|format| format.name() == name).copied();
        found.ok_or_else(|| DeskError::UnknownFormat {
            name: name.to_owned(),
            known: self.bilingual.iter().map(|format| format.name().to_owned()).collect(),
        })
    }

    /// The bilingual format of a file: the first that knows it by its content, else the one of its extension, else the
    /// first of all, whose error then says what is wrong.
    #[must_use]
    pub fn format_of(&self, extension: Option<&str>, text: &str) -> Option<&'static dyn BilingualFormat> {
        let by_content = self.bilingual.iter().find(|format| format.recognises(text));
        let by_name = || self.bilingual.iter().find(|format| Some(format.extension()) == extension);
        by_content.or_else(by_name).or_else(|| self.bilingual.first()).copied()
    }
}
