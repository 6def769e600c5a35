//! Registries of what can be chosen by name: engine kinds, bilingual formats, source formats.

use std::ffi::OsString;

use super::DeskError;
use crate::{
    backend::{BUILT_IN as ENGINES, EngineKind},
    bilingual::{BilingualFormat, FORMATS as BILINGUAL},
    source::{SOURCES, SourceKind},
};

/// The registered engines and formats: plain lists that a program using the library can extend.
#[derive(Clone)]
pub struct Registries {
    /// Engine kinds.
    pub engines: Vec<EngineKind>,
    /// Bilingual formats; segment files use the first.
    pub bilingual: Vec<&'static dyn BilingualFormat>,
    /// Formats of articles, recognised by file extension. Imported pages are written as Markdown.
    pub sources: Vec<SourceKind>,
    /// The command line of the guard of engines' programs (see [`Program`](crate::backend::Program)). Built in is none: a
    /// library cannot know which of its host's programs calls [`stand_guard`](crate::backend::stand_guard).
    pub guard: Vec<OsString>,
}

/// Returns two neighbouring formats if they share an extension.
fn same_extension(pair: &[(&'static str, &'static str)]) -> Option<[(&'static str, &'static str); 2]> {
    let [first, second] = pair else { return None };
    first.0.eq_ignore_ascii_case(second.0).then_some([*first, *second])
}

impl Registries {
    /// The engines and formats built into tolmach.
    #[must_use]
    pub fn built_in() -> Self {
        Self { engines: ENGINES.to_vec(), bilingual: BILINGUAL.to_vec(), sources: SOURCES.to_vec(), guard: Vec::new() }
    }

    /// Fails if two engines or two formats share a name, or if two formats share an extension.
    pub fn check(&self) -> Result<(), DeskError> {
        for mut names in self.names() {
            names.sort_unstable();
            if let Some(duplicate) = names.windows(2).find(|pair| pair.first() == pair.last()).and_then(<[_]>::first) {
                let name = *duplicate;
                names.dedup();
                return Err(DeskError::RegisteredTwice { name, known: names.clone() });
            }
        }
        // An edition's page is written beside its text.
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

    /// Returns the names of engines, bilingual formats and source formats, each in order.
    pub(super) fn names(&self) -> [Vec<&'static str>; 3] {
        [
            self.engines.iter().map(|kind| kind.facts.kind).collect(),
            self.bilingual.iter().map(|format| format.name()).collect(),
            self.sources.iter().map(|kind| kind.name).collect(),
        ]
    }

    /// Returns the engines whose drafts are only placeholders.
    #[must_use]
    pub fn placeholders(&self) -> Vec<&'static str> {
        let placeholders = self.engines.iter().filter(|kind| kind.facts.placeholder);
        placeholders.map(|kind| kind.facts.kind).collect()
    }

    /// Returns the bilingual format with a name.
    pub fn bilingual(&self, name: &str) -> Result<&'static dyn BilingualFormat, DeskError> {
        let format = self.bilingual.iter().find(|format| format.name() == name).copied();
        format.ok_or_else(|| DeskError::UnknownFormat {
            name: name.to_owned(),
            known: self.bilingual.iter().map(|format| format.name().to_owned()).collect(),
        })
    }

    /// Returns the bilingual format of a file: the first that recognises its content, else the one with its extension,
    /// else the first of all, whose error then explains the problem.
    #[must_use]
    pub fn format_of(&self, extension: Option<&str>, text: &str) -> Option<&'static dyn BilingualFormat> {
        let by_content = self.bilingual.iter().find(|format| format.recognises(text));
        let by_extension = || self.bilingual.iter().find(|format| Some(format.extension()) == extension);
        by_content.or_else(by_extension).or_else(|| self.bilingual.first()).copied()
    }
}
