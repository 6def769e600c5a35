//! What a project brings along: locales and glossary, its own over the embedded ones.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Fingerprint, Layout, ProjectError, read_text};
use crate::{
    glossary::{Choices, Grammars, Termbase, grammars, load_chosen, read},
    locale::{Locales, Override},
    model::{Concept, Finding, Locale},
    source::refuse_conflict,
};

/// Locales and glossary of a project, or the embedded ones where there is no project.
#[derive(Debug)]
pub struct Resources {
    /// What is known of languages.
    pub locales: Locales,
    /// What is known of each locale's words.
    pub grammars: Grammars,
    /// The glossary.
    pub termbase: Termbase,
    /// What was wrong in the glossary's files.
    pub findings: Vec<Finding>,
    /// All files of the project that this was read from.
    pub fingerprint: Fingerprint,
}

impl Resources {
    /// Reads a project's locales and glossary. A locale's file that cannot be read is an error; what is wrong in a
    /// glossary file is a finding, and the rest of the glossary holds.
    pub fn load(layout: Option<&Layout>) -> Result<Self, ProjectError> {
        Self::load_chosen(layout, &Choices::default())
    }

    /// Reads a project's locales alone, for what works on the glossary's files as they are written: a large glossary is
    /// not declined for nothing.
    pub fn without_glossary(layout: &Layout) -> Result<Self, ProjectError> {
        Self::of(Some(layout), &[], &Choices::default())
    }

    /// Reads a project's locales and glossary as [`Resources::load`] does, with the house's own choices of wordings.
    pub fn load_chosen(layout: Option<&Layout>, choices: &Choices) -> Result<Self, ProjectError> {
        let files = layout.map(glossary_files).transpose()?.unwrap_or_default();
        Self::of(layout, &files, choices)
    }

    fn of(layout: Option<&Layout>, files: &[(String, String)], choices: &Choices) -> Result<Self, ProjectError> {
        let overrides = layout.map(overrides).transpose()?.unwrap_or_default();
        let locale_files =
            overrides.iter().flat_map(|file| [file.locale.to_string(), file.path.clone(), file.text.clone()]);
        let glossary_files = files.iter().flat_map(|(name, text)| [name.clone(), text.clone()]);
        let fingerprint = Fingerprint::of(locale_files.chain(["glossary".to_owned()]).chain(glossary_files));
        let (locales, grammars) = languages(overrides)?;
        let loaded = load_chosen(files, &grammars, choices, "tolmach.toml");
        Ok(Self { locales, grammars, termbase: loaded.value, findings: loaded.findings, fingerprint })
    }
}

/// The glossary as its files have it: concepts with written forms only, and what was wrong in the files.
#[derive(Debug)]
pub struct Glossary {
    /// What is known of each locale's words.
    pub grammars: Grammars,
    /// The concepts in the order of the files.
    pub concepts: Vec<Concept>,
    /// What was wrong in the files.
    pub findings: Vec<Finding>,
}

impl Glossary {
    /// Reads a project's locales and glossary files; without a project, the embedded locales and no concept.
    pub fn load(layout: Option<&Layout>) -> Result<Self, ProjectError> {
        let (_, grammars) = languages(layout.map(overrides).transpose()?.unwrap_or_default())?;
        let files = layout.map(glossary_files).transpose()?.unwrap_or_default();
        let read = read(&files);
        Ok(Self { grammars, concepts: read.value, findings: read.findings })
    }
}

/// What is known of languages and of their words.
fn languages(overrides: Vec<Override>) -> Result<(Locales, Grammars), ProjectError> {
    let locales = Locales::with(overrides)?;
    let grammars = grammars(&locales)?;
    Ok((locales, grammars))
}

/// The project's own page template with the name to show, where it has one.
pub fn template(layout: &Layout) -> Result<Option<(String, String)>, ProjectError> {
    let path = layout.page_template();
    if !path.is_file() {
        return Ok(None);
    }
    Ok(Some((layout.name(&path), read_text(&path)?)))
}

/// Every `locales/<tag>/*.{toml,ftl}` of the project.
fn overrides(layout: &Layout) -> Result<Vec<Override>, ProjectError> {
    let mut found = Vec::new();
    for folder in entries(&layout.locales())? {
        let Some(tag) = folder.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        if !folder.is_dir() {
            continue;
        }
        // `root` is spoken of by no tag of its own; a project speaks of languages.
        let Ok(locale) = tag.parse::<Locale>() else { continue };
        for path in entries(&folder)? {
            if has_extension(&path, &["toml", "ftl"]) && path.is_file() {
                let (path, text) = (layout.name(&path), read_text(&path)?);
                refuse_markers(&path, &text)?;
                found.push(Override { locale: locale.clone(), path, text });
            }
        }
    }
    Ok(found)
}

/// A file in the middle of a merge is no file yet, though a few lines of it may look like one.
pub fn refuse_markers(name: &str, text: &str) -> Result<(), ProjectError> {
    refuse_conflict(text).map_err(|error| ProjectError::Source { name: name.to_owned(), error })
}

/// The project's glossary files, as name and text, sorted.
pub fn glossary_files(layout: &Layout) -> Result<Vec<(String, String)>, ProjectError> {
    glossary_files_in(layout, &layout.glossary())
}

/// The glossary files of a folder, or the one file that is named, as name and text, sorted.
pub fn glossary_files_in(layout: &Layout, path: &Path) -> Result<Vec<(String, String)>, ProjectError> {
    let paths = if path.is_dir() || !path.exists() { entries(path)? } else { vec![path.to_owned()] };
    let tomls = paths.into_iter().filter(|path| has_extension(path, &["toml"]) && path.is_file());
    tomls
        .map(|path| {
            let (name, text) = (layout.name(&path), read_text(&path)?);
            refuse_markers(&name, &text)?;
            Ok((name, text))
        })
        .collect()
}

/// The files of a folder with an extension, sorted; none where there is no folder.
pub fn files_with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, ProjectError> {
    Ok(entries(folder)?.into_iter().filter(|path| has_extension(path, &[extension]) && path.is_file()).collect())
}

/// The entries of a folder, sorted; none where there is no folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, ProjectError> {
    let read = match fs::read_dir(folder) {
        Ok(read) => read,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(ProjectError::io("read", folder, cause)),
    };
    let mut paths: Vec<PathBuf> = read.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    Ok(paths)
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    path.extension().is_some_and(|extension| known.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}
