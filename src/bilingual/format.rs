//! Bilingual file formats: what each reads, writes and cannot hold.
//!
//! A format is one type and one line in [`FORMATS`](super::FORMATS).

use std::collections::{BTreeMap, BTreeSet};

use super::{Bilingual, BilingualError, Conflict};
use crate::model::{Article, Locale, Origin, Parsed, SegmentId, State, Translation};

/// The note to translators about a segment: term hits, context.
pub type Notes<'a> = &'a dyn Fn(SegmentId) -> Option<String>;

/// A feature that a bilingual format may not support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// The review state of a target, if not simply Translated.
    State,
    /// Who approved a target, and when.
    Approval,
    /// Which engine, memory or person a target comes from.
    Origin,
    /// Inline codes.
    Codes,
    /// Notes to translators about a segment, and people's remarks.
    Notes,
    /// The earlier source of a stale target.
    Stale,
    /// Targets whose sentence the article no longer has.
    Obsolete,
    /// What was sent, which tells an edited target from one returned unchanged.
    Sent,
}

impl Feature {
    /// Returns the name used in messages and documentation.
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

    /// Counts the segments of a translation that have it.
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
                let ids = article.translated().map(|(_, segment)| segment.id);
                ids.filter(|id| notes(*id).is_some() || translation.remarks.contains_key(id)).count()
            }
            Self::Stale => targets().filter(|target| target.is_stale()).count(),
            Self::Obsolete => translation.obsolete.len(),
            Self::Sent => translation.targets.len(),
        }
    }
}

/// Returns the features of a translation that a format cannot hold, each with the number of segments that have it;
/// empty where the file holds everything.
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

/// A file format with source and target side by side, for people to work in.
pub trait BilingualFormat: Send + Sync {
    /// Returns its name, as given to `export --profile`.
    fn name(&self) -> &'static str;

    /// Returns the tools that open it, in English: a line of the help and of the documentation.
    fn help(&self) -> &'static str;

    /// Returns the extension of its files, without the dot.
    fn extension(&self) -> &'static str;

    /// Returns what it cannot hold: export reports this where a translation has it, and merge takes it from our own
    /// segment file.
    fn lacks(&self) -> &'static [Feature];

    /// Whether a text looks like this format.
    fn recognises(&self, text: &str) -> bool;

    /// Reads a file, ours or another tool's. A problem of a single segment is a finding.
    fn read(&self, text: &str) -> Result<Parsed<Bilingual>, BilingualError>;

    /// Writes a new file for an article. The same article, translation and notes give the same bytes.
    fn write(&self, article: &Article, translation: &Translation, notes: Notes<'_>) -> String;

    /// Writes this translation into an existing file and leaves everything else as it is.
    fn update(
        &self,
        existing: &str,
        article: &Article,
        translation: &Translation,
        notes: Notes<'_>,
    ) -> Result<String, BilingualError>;

    /// Writes a file of conflicts, for a person to resolve and merge.
    fn conflicts(&self, article: &Article, locale: &Locale, conflicts: &[Conflict]) -> String;

    /// Returns a file with another article's name in it, every other byte unchanged. By default a file names no article.
    fn renamed(&self, existing: &str, _slug: &str) -> Result<String, BilingualError> {
        Ok(existing.to_owned())
    }

    /// Returns a file of conflicts without the units of these names, which are settled; `None` if none is left. By default
    /// nothing can be taken out of a file.
    fn without(&self, existing: &str, _units: &BTreeSet<String>) -> Result<Option<String>, BilingualError> {
        Ok(Some(existing.to_owned()))
    }

    /// Returns the authors whose targets were written to a file of conflicts, by the units' names. By default a file does
    /// not tell.
    fn authors(&self, _existing: &str) -> Result<BTreeMap<String, String>, BilingualError> {
        Ok(BTreeMap::new())
    }
}
