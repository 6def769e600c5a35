//! Formats of bilingual files: what each reads, writes and cannot hold.
//!
//! A format is one type and one line in [`FORMATS`](super::FORMATS).

use super::{Bilingual, BilingualError, Conflict};
use crate::model::{Article, Locale, Parsed, SegmentId, Translation};

/// What translators are told about a segment: term hits, what stands around it.
pub type Notes<'a> = &'a dyn Fn(SegmentId) -> Option<String>;

/// Something that a bilingual file may not be able to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Feature {
    /// The review state of a target.
    State,
    /// Who approved a target, and when.
    Approval,
    /// Which engine, memory or person a target comes from.
    Origin,
    /// Inline codes.
    Codes,
    /// Remarks of people.
    Notes,
    /// The earlier source of a stale target.
    Stale,
    /// Targets whose sentence has left the article.
    Obsolete,
    /// What was sent, by which an edit is told from what came back as it was.
    Sent,
}

/// A format of files with source and target for people.
pub trait BilingualFormat: Send + Sync {
    /// Its name, as `export --profile` takes it.
    fn name(&self) -> &'static str;

    /// What opens it, in English: a line of the help and of the documentation.
    fn help(&self) -> &'static str;

    /// The extension of its files, without the stop.
    fn extension(&self) -> &'static str;

    /// What it cannot hold: exporting loses it, and merging takes it from our own segment file.
    fn lacks(&self) -> &'static [Feature];

    /// Whether a text looks like this format.
    fn recognises(&self, text: &str) -> bool;

    /// Reads a file, ours or another tool's. What is wrong in single segments is a finding.
    fn read(&self, text: &str) -> Result<Parsed<Bilingual>, BilingualError>;

    /// A new file of an article. The same article, translation and notes give the same bytes.
    fn write(&self, article: &Article, translation: &Translation, notes: Notes<'_>) -> String;

    /// An existing file with this translation in it, everything else as it is.
    fn update(
        &self,
        existing: &str,
        article: &Article,
        translation: &Translation,
        notes: Notes<'_>,
    ) -> Result<String, BilingualError>;

    /// A file of conflicts, which a person settles and merges.
    fn conflicts(&self, article: &Article, locale: &Locale, conflicts: &[Conflict]) -> String;
}
