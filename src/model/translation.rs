//! All targets of one article in one locale.

use std::collections::BTreeMap;

use super::{Approval, Locale, Origin, Role, SegmentId, State, Text};

/// All targets of one article in one locale; stands outside the article, so that editions run side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The locale of the targets.
    pub locale: Locale,
    /// The targets by the segments they translate; a segment without one is missing.
    pub targets: BTreeMap<SegmentId, Target>,
    /// Targets whose sentence has left the article without a successor; kept, because a person wrote them.
    pub obsolete: Vec<Obsolete>,
}

/// The text of one segment in the target locale (XLIFF `<target>`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Words and codes; a code's id and kind name the source's code.
    pub text: Text,
    /// How far it has come.
    pub state: State,
    /// Where it came from.
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
    /// The segment's id when the article still had it.
    pub id: SegmentId,
    /// What the segment was.
    pub role: Role,
    /// The sentence it translated.
    pub source: Text,
    /// The translation.
    pub target: Target,
}

impl Translation {
    /// A translation with no target yet.
    #[must_use]
    pub const fn empty(locale: Locale) -> Self {
        Self { locale, targets: BTreeMap::new(), obsolete: Vec::new() }
    }
}

impl Target {
    /// A person's target.
    #[must_use]
    pub const fn human(text: Text, by: Option<String>) -> Self {
        Self { text, state: State::Translated, origin: Origin::Human { by }, note: None, stale: None, approval: None }
    }

    /// A machine's draft.
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
