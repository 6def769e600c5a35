//! The segment files: XLIFF 1.2, valid against the strict schema.
//!
//! One `<file>` an article, one `<group>` a unit (`resname` is its role), one `<trans-unit>` a segment. What we must know
//! again stands in `extradata`, see [`read()`] for what is believed. [`update()`] saves into an existing file by replacing
//! only the bytes that change, so that what other tools and people put there stays, and a diff shows what was done.

pub(super) mod extradata;
pub(super) mod inline;
mod names;
mod outline;
mod patch;
mod plan;
mod read;
mod rebuild;
mod state;
mod update;
mod write;

pub use read::read;
pub use update::update;
pub use write::{conflicts, write};

use super::{Bilingual, BilingualError, BilingualFormat, Conflict, Feature, Notes};
use crate::model::{Article, Locale, Parsed, Problems, Translation, cut};

/// XLIFF 1.2 as a format of the registry.
#[derive(Debug, Clone, Copy, Default)]
pub struct Xliff;

impl BilingualFormat for Xliff {
    fn name(&self) -> &'static str {
        "xliff"
    }

    fn help(&self) -> &'static str {
        "XLIFF 1.2, for OmegaT, Poedit, Weblate and most other tools"
    }

    fn extension(&self) -> &'static str {
        "xlf"
    }

    fn lacks(&self) -> &'static [Feature] {
        &[]
    }

    fn recognises(&self, text: &str) -> bool {
        cut(text, &(0..2000)).contains("<xliff")
    }

    fn read(&self, text: &str) -> Result<Parsed<Bilingual>, BilingualError> {
        read(text)
    }

    fn write(&self, article: &Article, translation: &Translation, notes: Notes<'_>) -> String {
        write(article, translation, notes, &XliffSettings::of(article))
    }

    fn update(
        &self,
        existing: &str,
        article: &Article,
        translation: &Translation,
        notes: Notes<'_>,
    ) -> Result<String, BilingualError> {
        update(existing, article, translation, notes, &XliffSettings::of(article))
    }

    fn conflicts(&self, article: &Article, locale: &Locale, conflicts: &[Conflict]) -> String {
        self::conflicts(&article.locale, locale, conflicts, &XliffSettings::of(article))
    }
}

/// All that reading a segment file can report.
pub(super) fn problems() -> Vec<Problems> {
    outline::problems().into_iter().chain([Problems::of::<read::DuplicateProblem>()]).collect()
}

/// `from` of the one note that is ours; notes from anyone else are left alone.
const OWN_NOTE: &str = "tolmach";

/// What a segment file says beyond article and translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct XliffSettings {
    /// The article's file relative to the project, with `/`: the value of `original`.
    pub original: String,
    /// For whom the file is.
    pub profile: XliffProfile,
}

/// For which reader a file is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum XliffProfile {
    /// For any reader, and for git.
    #[default]
    Plain,
    /// For OmegaT 3.6, which shows only units that have a target, and that target as the source: every target is a copy
    /// of the source, and nothing obsolete is in the file. Drafts and earlier translations go beside it, as TMX.
    OmegaT,
}

impl XliffSettings {
    /// The settings of an article's segment file: `original` is `source/<slug>.md`.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        Self { original: format!("source/{}.md", article.slug), profile: XliffProfile::Plain }
    }

    /// The same for another reader.
    #[must_use]
    pub const fn with(mut self, profile: XliffProfile) -> Self {
        self.profile = profile;
        self
    }
}
