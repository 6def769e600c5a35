//! Formats of bilingual files: what each reads, writes and cannot hold.
//!
//! A format is one type and one line in [`FORMATS`](super::FORMATS).

use super::{Bilingual, BilingualError, Conflict};
use crate::model::{Article, Locale, Origin, Parsed, SegmentId, State, Translation};

/// What translators are told about a segment: term hits, what stands around it.
pub type Notes<'a> = &'a dyn Fn(SegmentId) -> Option<String>;

/// Something that a bilingual file may not be able to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// The state of a target, where it is not simply translated.
    State,
    /// Who approved a target, and when.
    Approval,
    /// Which engine, memory or person a target comes from.
    Origin,
    /// Inline codes.
    Codes,
    /// What translators are told about a segment, and remarks of people.
    Notes,
    /// The earlier source of a stale target.
    Stale,
    /// Targets whose sentence has left the article.
    Obsolete,
    /// What was sent, by which an edit is told from what came back as it was.
    Sent,
}

impl Feature {
    /// Its name, as messages and documentation have it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Approval => "approval",
            Self::Origin => "origin",
            Self::Codes => "codes",
            Self::Notes => "notes",
            Self::Stale => "stale",
            Self::Obsolete => "obsolete",
            Self::Sent => "sent",
        }
    }

    /// How many segments of a translation have it.
    fn count(self, article: &Article, translation: &Translation, notes: Notes<'_>) -> usize {
        let targets = || translation.targets.values();
        match self {
            Self::State => targets().filter(|target| target.state != State::Translated).count(),
            Self::Approval => targets().filter(|target| target.approval.is_some()).count(),
            Self::Origin => targets().filter(|target| target.origin != Origin::Human { by: None }).count(),
            Self::Codes => {
                let texts = article.translated().map(|(unit, segment)| unit.text_of(segment));
                texts.filter(|text| !text.codes.is_empty()).count()
            }
            Self::Notes => {
                let has_remark = |id| translation.targets.get(&id).is_some_and(|target| target.note.is_some());
                let ids = article.translated().map(|(_, segment)| segment.id);
                ids.filter(|id| notes(*id).is_some() || has_remark(*id)).count()
            }
            Self::Stale => targets().filter(|target| target.is_stale()).count(),
            Self::Obsolete => translation.obsolete.len(),
            Self::Sent => translation.targets.len(),
        }
    }
}

/// What of a translation a format cannot hold, each with how many segments have it; empty where the file holds all.
#[must_use]
pub fn losses(
    format: &dyn BilingualFormat,
    article: &Article,
    translation: &Translation,
    notes: Notes<'_>,
) -> Vec<(Feature, usize)> {
    let counted = format.lacks().iter().map(|feature| (*feature, feature.count(article, translation, notes)));
    counted.filter(|(_, count)| *count > 0).collect()
}

/// A format of files with source and target for people.
pub trait BilingualFormat: Send + Sync {
    /// Its name, as `export --profile` takes it.
    fn name(&self) -> &'static str;

    /// What opens it, in English: a line of the help and of the documentation.
    fn help(&self) -> &'static str;

    /// The extension of its files, without the stop.
    fn extension(&self) -> &'static str;

    /// What it cannot hold: exporting says so where a translation has it, and merging takes it from our own segment file.
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
