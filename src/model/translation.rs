//! All targets of one article in one locale.

use std::collections::BTreeMap;

use super::{Approval, Locale, Origin, Role, SegmentId, State, Text};

/// All targets of one article in one locale; separate from the article, so that editions can be made in parallel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The locale of the targets.
    pub locale: Locale,
    /// Targets by segment; a segment without an entry has no target.
    pub targets: BTreeMap<SegmentId, Target>,
    /// Targets whose sentence was removed from the article without a successor; kept, because a person wrote them.
    pub obsolete: Vec<Obsolete>,
}

/// The text of one segment in the target locale (XLIFF `<target>`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Prose and codes; a code's id and kind refer to the source's code.
    pub text: Text,
    /// Its review state.
    pub state: State,
    /// Its origin.
    pub origin: Origin,
    /// A translator's or tool's remark.
    pub note: Option<String>,
    /// The source sentence that this target translates, when that is no longer the segment's: the target is stale.
    pub stale: Option<Text>,
    /// Who raised the state last.
    pub approval: Option<Approval>,
}

/// A target without a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obsolete {
    /// The segment's id while the article had it.
    pub id: SegmentId,
    /// The segment's role.
    pub role: Role,
    /// The sentence it translated.
    pub source: Text,
    /// The translation.
    pub target: Target,
}

impl Translation {
    /// Creates a translation without targets.
    #[must_use]
    pub const fn empty(locale: Locale) -> Self {
        Self { locale, targets: BTreeMap::new(), obsolete: Vec::new() }
    }
}

impl Target {
    /// Creates a person's target.
    #[must_use]
    pub const fn human(text: Text, by: Option<String>) -> Self {
        Self { text, state: State::Translated, origin: Origin::Human { by }, note: None, stale: None, approval: None }
    }

    /// Creates a machine draft.
    #[must_use]
    pub const fn draft(text: Text, engine: String) -> Self {
        Self {
            text,
            state: State::Initial,
            origin: Origin::Machine { engine },
            note: None,
            stale: None,
            approval: None,
        }
    }

    /// Whether its source sentence has changed since it was written.
    #[must_use]
    pub const fn is_stale(&self) -> bool {
        self.stale.is_some()
    }
}
