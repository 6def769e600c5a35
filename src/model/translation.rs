//! All targets of one article in one locale.

use std::collections::BTreeMap;

use super::{Approval, Despite, Locale, Origin, Role, SegmentId, State, Text};

/// All targets of one article in one locale; separate from the article, so that editions can be made in parallel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The locale of the targets.
    pub locale: Locale,
    /// Targets by segment; a segment without an entry has no target.
    pub targets: BTreeMap<SegmentId, Target>,
    /// Remarks by segment, whether it has a target or not.
    pub remarks: BTreeMap<SegmentId, Vec<Remark>>,
    /// Targets whose sentence was removed from the article without a successor; kept, because a person wrote them.
    pub obsolete: Vec<Obsolete>,
    /// The name of the edition in addresses, once it is fixed: an address that was public stays.
    pub fixed_slug: Option<String>,
}

/// What a person or another tool noted beside a segment (XLIFF `<note>`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Who noted it, if known.
    pub by: Option<String>,
    /// The words.
    pub text: String,
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
    /// The source sentence that this target translates, when that is no longer the segment's: the target is stale.
    pub stale: Option<Text>,
    /// The source sentence that it was written for, where that differs from the segment's in nothing that a reader sees,
    /// so that target and approval hold.
    pub written_for: Option<Box<Text>>,
    /// The state that a stale target had before, and has again when its source sentence returns.
    pub earlier_state: Option<State>,
    /// Who raised the state last; of a stale target, the earlier one.
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
    /// The translation; its text is empty where only remarks are left.
    pub target: Target,
    /// Remarks about the segment.
    pub remarks: Vec<Remark>,
}

impl Translation {
    /// Creates a translation without targets.
    #[must_use]
    pub const fn empty(locale: Locale) -> Self {
        Self { locale, targets: BTreeMap::new(), remarks: BTreeMap::new(), obsolete: Vec::new(), fixed_slug: None }
    }
}

impl Target {
    /// Creates a person's target.
    #[must_use]
    pub const fn human(text: Text, by: Option<String>) -> Self {
        Self {
            text,
            state: State::Translated,
            origin: Origin::Human { by },
            stale: None,
            written_for: None,
            earlier_state: None,
            approval: None,
        }
    }

    /// Creates a target without text, as good as none.
    #[must_use]
    pub fn empty() -> Self {
        Self { state: State::Initial, ..Self::human(Text::default(), None) }
    }

    /// Creates a machine draft.
    #[must_use]
    pub const fn draft(text: Text, engine: String) -> Self {
        Self {
            text,
            state: State::Initial,
            origin: Origin::Machine { engine },
            stale: None,
            written_for: None,
            earlier_state: None,
            approval: None,
        }
    }

    /// Whether it is a draft of one of these engines, and nobody has edited it: with the engines of placeholders, whether
    /// it is no translation at all.
    #[must_use]
    pub fn is_drafted_by(&self, engines: &[&str]) -> bool {
        matches!(&self.origin, Origin::Machine { engine } if engines.contains(&engine.as_str()))
    }

    /// Whether it is a machine's draft, or a match from the memory, that nobody has edited or confirmed; one that was
    /// approved all the same stays a draft.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        let state = self.earlier_state.filter(|_| self.is_stale()).unwrap_or(self.state);
        let was_approved_as_draft =
            self.approval.as_ref().is_some_and(|approval| approval.despite.contains(&Despite::Drafts));
        matches!(self.origin, Origin::Machine { .. } | Origin::Memory { .. })
            && (state == State::Initial || was_approved_as_draft)
    }

    /// Takes the approval from a draft of one of these engines, whose text is a placeholder; returns whether it had one.
    pub fn withdraw_placeholder(&mut self, engines: &[&str]) -> bool {
        let is_raised = self.state > State::Initial
            || self.approval.is_some()
            || self.earlier_state.is_some_and(|state| state > State::Initial);
        if !is_raised || !self.is_drafted_by(engines) {
            return false;
        }
        (self.state, self.approval) = (State::Initial, None);
        self.earlier_state = self.earlier_state.map(|_| State::Initial);
        true
    }

    /// Whether its source sentence has changed since it was written.
    #[must_use]
    pub const fn is_stale(&self) -> bool {
        self.stale.is_some()
    }
}

/// Whether a text can be a name in addresses as it is: ASCII letters, digits, hyphens and underscores.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
