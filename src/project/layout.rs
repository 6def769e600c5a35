//! The path of each file of a project.

use std::path::{Component, Path, PathBuf};

use super::{
    ProjectError,
    look::{exists, is_file},
};
use crate::model::Locale;

/// Name of the settings file at a project's root.
const SETTINGS_FILE: &str = "tolmach.toml";

/// Name of the lock of the forms in a glossary's folder.
pub const FORMS_LOCK: &str = "forms.lock";

/// The paths of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The folder that holds `tolmach.toml`.
    pub root: PathBuf,
}

/// The nearest folder with a `tolmach.toml`, from `start` upward to the repository's root at most.
pub fn find_root(start: &Path) -> Result<PathBuf, ProjectError> {
    let start = std::path::absolute(start).map_err(|cause| ProjectError::io("resolve", start, cause))?;
    for folder in start.ancestors() {
        if is_file(&folder.join(SETTINGS_FILE))? {
            return Ok(folder.to_owned());
        }
        if exists(&folder.join(".git"))? {
            break;
        }
    }
    Err(ProjectError::NoProject(start))
}

impl Layout {
    /// `tolmach.toml`.
    #[must_use]
    pub fn settings(&self) -> PathBuf {
        self.root.join(SETTINGS_FILE)
    }

    /// The folder of articles.
    #[must_use]
    pub fn source(&self) -> PathBuf {
        self.root.join("source")
    }

    /// An article's file, with the extension of its format.
    #[must_use]
    pub fn article(&self, slug: &str, extension: &str) -> PathBuf {
        self.source().join(format!("{slug}.{extension}"))
    }

    /// The folder of glossary files.
    #[must_use]
    pub fn glossary(&self) -> PathBuf {
        self.root.join("glossary")
    }

    /// The record of the glossary's forms that people have reviewed.
    #[must_use]
    pub fn forms_lock(&self) -> PathBuf {
        self.glossary().join(FORMS_LOCK)
    }

    /// The folder of locales.
    #[must_use]
    pub fn locales(&self) -> PathBuf {
        self.root.join("locales")
    }

    /// The segment file of an article in a locale, with the extension of its format.
    #[must_use]
    pub fn segments(&self, locale: &Locale, slug: &str, extension: &str) -> PathBuf {
        self.locales().join(locale.to_string()).join("segments").join(format!("{slug}.{extension}"))
    }

    /// The file for the other side of a conflict.
    #[must_use]
    pub fn conflict(&self, locale: &Locale, slug: &str, extension: &str) -> PathBuf {
        self.segments(locale, slug, &format!("conflict.{extension}"))
    }

    /// The waivers of an article in a locale.
    #[must_use]
    pub fn waivers(&self, locale: &Locale, slug: &str) -> PathBuf {
        self.locales().join(locale.to_string()).join("waivers").join(format!("{slug}.toml"))
    }

    /// The first drafts of the engines.
    #[must_use]
    pub fn drafts(&self, locale: &Locale, slug: &str) -> PathBuf {
        self.locales().join(locale.to_string()).join("drafts").join(format!("{slug}.tmx"))
    }

    /// The folder of external memories (`*.tmx`).
    #[must_use]
    pub fn memory(&self) -> PathBuf {
        self.root.join("memory")
    }

    /// The folder of generated editions.
    #[must_use]
    pub fn editions(&self) -> PathBuf {
        self.root.join("editions")
    }

    /// The folder of generated editions of a locale.
    #[must_use]
    pub fn edition_folder(&self, locale: &Locale) -> PathBuf {
        self.editions().join(locale.to_string())
    }

    /// A file of an edition: extension `md`, `html`, `report.html`…
    #[must_use]
    pub fn edition(&self, locale: &Locale, slug: &str, extension: &str) -> PathBuf {
        self.edition_folder(locale).join(format!("{slug}.{extension}"))
    }

    /// The page template that replaces the built-in one.
    #[must_use]
    pub fn page_template(&self) -> PathBuf {
        self.templates().join("edition.html.j2")
    }

    /// The folder of templates.
    #[must_use]
    pub fn templates(&self) -> PathBuf {
        self.root.join("templates")
    }

    /// The folder of ledger, caches and lock; never in git.
    #[must_use]
    pub fn state(&self) -> PathBuf {
        self.root.join(".tolmach")
    }

    /// The folder of earlier results, which can be rebuilt.
    #[must_use]
    pub fn cache(&self) -> PathBuf {
        self.state().join("cache")
    }

    /// The journal of questions to engines and their answers.
    #[must_use]
    pub fn ledger(&self) -> PathBuf {
        self.state().join("ledger.jsonl")
    }

    /// The index of that journal, which can always be made again.
    #[must_use]
    pub fn ledger_index(&self) -> PathBuf {
        self.state().join("ledger.index")
    }

    /// The lock file of the one process that writes here.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.state().join("lock")
    }

    /// The project's folder within the repository that it is in, with `/` at its end; empty for the repository's root, and
    /// where no folder above is one.
    #[must_use]
    pub fn within_repository(&self) -> String {
        let repository = self.root.ancestors().find(|folder| exists(&folder.join(".git")).unwrap_or(false));
        let within = repository.and_then(|folder| self.root.strip_prefix(folder).ok()).map(shown).unwrap_or_default();
        if within.is_empty() { within } else { within + "/" }
    }

    /// A path as findings and people write it: relative to the root, with `/`.
    #[must_use]
    pub fn name(&self, path: &Path) -> String {
        shown(path.strip_prefix(&self.root).unwrap_or(path))
    }
}

/// A path as text with `/` between its parts.
#[must_use]
pub fn shown(path: &Path) -> String {
    let mut out = String::new();
    for part in path.components() {
        if !out.is_empty() && !out.ends_with('/') {
            out.push('/');
        }
        match part {
            Component::RootDir => out.push('/'),
            part => out.push_str(&part.as_os_str().to_string_lossy()),
        }
    }
    out
}
