//! The segment files: XLIFF 1.2, valid against the strict schema.
//!
//! One `<file>` per article, one `<group>` per unit (`resname` is its role), one `<trans-unit>` per segment. Our own
//! data is in `extradata`; [`merge()`](crate::bilingual::merge()) says what is trusted. [`update()`] saves into an
//! existing file by replacing only the bytes that change, so that what other tools and people put there stays, and a
//! diff shows what was done.

pub(super) mod extradata;
pub(super) mod inline;
mod names;
mod outline;
mod part;
mod patch;
mod plan;
mod read;
mod rebuild;
mod settings;
mod state;
mod update;
mod write;

pub use part::{authors, renamed, without};
pub use read::read;
pub use settings::{XliffProfile, XliffSettings};
pub use update::update;
pub use write::{conflicts, write};

use std::collections::{BTreeMap, BTreeSet};

use super::{Bilingual, BilingualError, BilingualFormat, Conflict, Feature, Notes};
use crate::model::{Article, Locale, Parsed, Problems, Translation, cut};

/// The XLIFF 1.2 format.
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

    fn renamed(&self, existing: &str, slug: &str) -> Result<String, BilingualError> {
        renamed(existing, slug)
    }

    fn without(&self, existing: &str, units: &BTreeSet<String>) -> Result<Option<String>, BilingualError> {
        without(existing, units)
    }

    fn authors(&self, existing: &str) -> Result<BTreeMap<String, String>, BilingualError> {
        authors(existing)
    }
}

/// Returns every problem that reading a segment file can report.
pub(super) fn problems() -> Vec<Problems> {
    outline::problems().into_iter().chain([Problems::of::<read::DuplicateProblem>()]).collect()
}
