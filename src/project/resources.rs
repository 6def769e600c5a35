//! Locales and glossary of a project, layered over the embedded ones.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Fingerprint, Layout, ProjectError, SettingsError,
    dictionary::open_named,
    indexes::StoredIndexes,
    inside,
    look::{entries, has_extension, is_editor_lock, is_file, is_folder},
    read_text,
};
use crate::{
    check::{LinkTable, Speller},
    glossary::{Choices, Grammars, IndexStore, Termbase, grammars, load_chosen, read},
    locale::{Locales, Override},
    model::{Concept, Finding, Locale},
    segment::Rules,
    source::refuse_conflict,
};

/// Locales and glossary of a project, or the embedded ones where there is no project.
#[derive(Debug)]
pub struct Resources {
    /// Facts of languages.
    pub locales: Locales,
    /// The grammar of each locale.
    pub grammars: Grammars,
    /// The glossary.
    pub termbase: Termbase,
    /// The spelling dictionaries that the project names.
    pub spellers: BTreeMap<Locale, Arc<dyn Speller>>,
    /// The counterparts of pages that the project names.
    pub links: LinkTable,
    /// Findings that reading the glossary's files gave.
    reading_findings: Vec<Finding>,
    /// Fingerprint of all files of the project that these were read from.
    pub fingerprint: Fingerprint,
}

impl Resources {
    /// Reads a project's locales and glossary. An unreadable locale file is an error; a mistake in a glossary file is a
    /// finding, and the rest of the glossary is used.
    pub fn load(layout: Option<&Layout>) -> Result<Self, ProjectError> {
        Self::load_chosen(layout, &Choices::default())
    }

    /// Reads a project's locales alone, for work on the glossary's files as written: a large glossary is not declined
    /// in vain.
    pub fn without_glossary(layout: &Layout) -> Result<Self, ProjectError> {
        Self::from_files(Some(layout), &[], &Choices::default())
    }

    /// Reads a project's locales and glossary like [`Resources::load`], with the newsroom's own choices of wordings.
    pub fn load_chosen(layout: Option<&Layout>, choices: &Choices) -> Result<Self, ProjectError> {
        let files = layout.map(glossary_files).transpose()?.unwrap_or_default();
        Self::from_files(layout, &files, choices)
    }

    fn from_files(
        layout: Option<&Layout>,
        files: &[(String, String)],
        choices: &Choices,
    ) -> Result<Self, ProjectError> {
        let overrides = layout.map(overrides).transpose()?.unwrap_or_default();
        let locale_files =
            overrides.iter().flat_map(|file| [file.locale.to_string(), file.path.clone(), file.text.clone()]);
        let glossary_files = files.iter().flat_map(|(name, text)| [name.clone(), text.clone()]);
        let lock = layout.filter(|_| !files.is_empty()).map(lock_text).transpose()?.flatten().unwrap_or_default();
        let all = locale_files.chain(["glossary".to_owned()]).chain(glossary_files).chain([lock.clone()]);
        let fingerprint = Fingerprint::of(all);
        let (locales, grammars) = languages(overrides)?;
        let loaded = load_chosen(files, &grammars, choices, "tolmach.toml");
        let (termbase, reading_findings) = (loaded.value.reviewed(lock), loaded.findings);
        let (spellers, links) = (BTreeMap::new(), LinkTable::new());
        Ok(Self { locales, grammars, termbase, spellers, links, reading_findings, fingerprint })
    }

    /// Opens the spelling dictionaries of a project, by locale; one that is not installed is an error.
    pub fn open_dictionaries(&mut self, named: &BTreeMap<Locale, String>) -> Result<(), ProjectError> {
        for (locale, name) in named {
            let place = format!("tolmach.toml: spelling.{locale}");
            let wrong = |error: SettingsError| ProjectError::setting(place, error);
            let (dictionary, fingerprint) = open_named(name).map_err(wrong)?;
            self.fingerprint = Fingerprint::of([self.fingerprint.as_str(), fingerprint.as_str()]);
            self.spellers.insert(locale.clone(), Arc::new(dictionary));
        }
        Ok(())
    }

    /// Keeps the indexes of the glossary's terms in the project's cache, for a glossary with these choices.
    pub fn keep_indexes(&mut self, layout: &Layout, choices: &Choices) {
        let locales = self.termbase.known_locales().cloned();
        let stored = StoredIndexes::new(layout, [self.fingerprint.as_str(), &format!("{choices:?}")], locales);
        self.termbase.index_store = stored.map(|stored| Arc::new(stored) as Arc<dyn IndexStore>);
    }

    /// Findings in the glossary's files; those that only the forms of terms show are about the terms in effect in these
    /// locales, which are declined for it.
    #[must_use]
    pub fn findings<'a>(&self, locales: impl IntoIterator<Item = &'a Locale>) -> Vec<Finding> {
        self.reading_findings.iter().cloned().chain(self.termbase.faults(locales)).collect()
    }
}

/// The text of the lock of a project's forms; `None` if it has none.
fn lock_text(layout: &Layout) -> Result<Option<String>, ProjectError> {
    let path = layout.forms_lock();
    if is_file(&path)? { read_text(&path).map(Some) } else { Ok(None) }
}

/// The glossary as written in its files: concepts with written forms only, and findings in the files.
#[derive(Debug)]
pub struct Glossary {
    /// Facts of languages.
    pub locales: Locales,
    /// The grammar of each locale.
    pub grammars: Grammars,
    /// The concepts in the order of the files.
    pub concepts: Vec<Concept>,
    /// Findings in the files.
    pub findings: Vec<Finding>,
}

impl Glossary {
    /// Reads a project's locales and glossary files; without a project, the embedded locales and no concept.
    pub fn load(layout: Option<&Layout>) -> Result<Self, ProjectError> {
        let (locales, grammars) = languages(layout.map(overrides).transpose()?.unwrap_or_default())?;
        let files = layout.map(glossary_files).transpose()?.unwrap_or_default();
        let read = read(&files);
        Ok(Self { locales, grammars, concepts: read.value, findings: read.findings })
    }
}

/// Facts and grammars of the languages.
fn languages(overrides: Vec<Override>) -> Result<(Locales, Grammars), ProjectError> {
    // Read here once, since whoever segments has no names of files.
    for file in overrides.iter().filter(|file| file.path.ends_with("/segmentation.toml")) {
        Rules::parse(&file.text).map_err(|error| ProjectError::Segmentation { name: file.path.clone(), error })?;
    }
    let locales = Locales::with(overrides)?;
    let grammars = grammars(&locales)?;
    Ok((locales, grammars))
}

/// The project's own page template with the name to show, where it has one. A link must not lead out of `templates/`.
pub fn template(layout: &Layout) -> Result<Option<(String, String)>, ProjectError> {
    let path = layout.page_template();
    if !is_file(&path)? {
        return Ok(None);
    }
    inside(layout, &layout.templates(), &path)?;
    Ok(Some((layout.name(&path), read_text(&path)?)))
}

/// The locales for which a project has files of its own: `locales/<tag>/*.{toml,ftl}`.
pub fn own_locales(layout: &Layout) -> Result<Vec<Locale>, ProjectError> {
    let folders = locale_folders(layout)?;
    Ok(folders.into_iter().filter(|(_, files)| !files.is_empty()).map(|(locale, _)| locale).collect())
}

/// Every `locales/<tag>/*.{toml,ftl}` of the project.
fn overrides(layout: &Layout) -> Result<Vec<Override>, ProjectError> {
    let mut overrides = Vec::new();
    for (locale, paths) in locale_folders(layout)? {
        for path in paths {
            let (path, text) = (layout.name(&path), read_text(&path)?);
            refuse_markers(&path, &text)?;
            overrides.push(Override { locale: locale.clone(), path, text });
        }
    }
    Ok(overrides)
}

/// The project's folders of locales, with the files about the language in each.
fn locale_folders(layout: &Layout) -> Result<Vec<(Locale, Vec<PathBuf>)>, ProjectError> {
    let mut folders = Vec::new();
    for folder in entries(&layout.locales())? {
        let Some(tag) = folder.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        // `root` is no language tag: a project overrides languages only.
        let Ok(locale) = tag.parse::<Locale>() else { continue };
        if !is_folder(&folder)? {
            continue;
        }
        let mut files = Vec::new();
        for path in entries(&folder)? {
            if has_extension(&path, &["toml", "ftl"]) && !is_editor_lock(&path) && is_file(&path)? {
                files.push(path);
            }
        }
        folders.push((locale, files));
    }
    Ok(folders)
}

/// Fails on merge conflict markers: a file in the middle of a merge is not one yet, even where parts of it parse.
pub fn refuse_markers(name: &str, text: &str) -> Result<(), ProjectError> {
    refuse_conflict(text).map_err(|error| ProjectError::Source { name: name.to_owned(), error })
}

/// The project's glossary files as pairs of name and text, sorted.
pub fn glossary_files(layout: &Layout) -> Result<Vec<(String, String)>, ProjectError> {
    glossary_files_in(layout, &layout.glossary())
}

/// The glossary files of a folder, or a single file, as pairs of name and text, sorted.
pub fn glossary_files_in(layout: &Layout, path: &Path) -> Result<Vec<(String, String)>, ProjectError> {
    let is_single = is_file(path)?;
    let paths = if is_single { vec![path.to_owned()] } else { files_with_extension(path, "toml")? };
    let files = paths.into_iter().filter(|path| has_extension(path, &["toml"]));
    files
        .map(|path| {
            let (name, text) = (layout.name(&path), read_text(&path)?);
            refuse_markers(&name, &text)?;
            Ok((name, text))
        })
        .collect()
}

/// The files of a folder with an extension, sorted; none where there is no folder.
pub fn files_with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, ProjectError> {
    let mut files = Vec::new();
    for path in entries(folder)?.into_iter().filter(|path| has_extension(path, &[extension])) {
        if !is_editor_lock(&path) && is_file(&path)? {
            files.push(path);
        }
    }
    Ok(files)
}
