//! What keeps an edition from being ready: the one meaning of *ready* and *finished*.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Article, Finding, SegmentId, State, StatePolicy, Translation};

/// What keeps a segment from being ready; the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lack {
    /// It has no target.
    Missing,
    /// Its target is of an earlier source sentence.
    Stale,
    /// Its target is a draft, which counts as not translated; a placeholder is never more.
    Draft,
    /// Its target is below the required state.
    Below,
    /// It has a finding at or above the gate.
    Finding,
}

impl Lack {
    /// Every lack, the worst first.
    pub const ALL: [Self; 5] = [Self::Missing, Self::Stale, Self::Draft, Self::Below, Self::Finding];

    /// The name used in JSON, message ids and classes.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Draft => "draft",
            Self::Below => "below",
            Self::Finding => "finding",
        }
    }
}

/// What keeps an edition from being ready.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readiness {
    /// The segments that are not ready, each with what it lacks.
    pub open: BTreeMap<SegmentId, BTreeSet<Lack>>,
    /// The number of findings at or above the gate that belong to no translated segment.
    pub other_findings: usize,
}

/// What an edition has to meet besides being complete.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bar<'a> {
    /// The state that each segment needs: Reviewed if `None`, and never less than Translated.
    pub require: Option<State>,
    /// The findings that stand in the way; `None` where none does.
    pub policy: Option<&'a StatePolicy>,
    /// The engines whose drafts are placeholders, whatever state a file gives them.
    pub placeholders: &'a [&'a str],
}

impl Bar<'_> {
    /// The state that a segment needs.
    #[must_use]
    pub fn needed(require: Option<State>) -> State {
        require.unwrap_or(State::Reviewed).max(State::Translated)
    }
}

impl Readiness {
    /// Returns what keeps a translation from being ready: an edition is ready when no segment is missing or stale, each
    /// has the required state, and there is no finding at or above the gate.
    #[must_use]
    pub fn of(article: &Article, translation: &Translation, findings: &[Finding], bar: Bar<'_>) -> Self {
        let require = Bar::needed(bar.require);
        let mut open: BTreeMap<SegmentId, BTreeSet<Lack>> = BTreeMap::new();
        let segments: BTreeSet<SegmentId> = article.translated().map(|(_, segment)| segment.id).collect();
        for id in &segments {
            let lack = match translation.targets.get(id).filter(|target| !target.text.is_empty()) {
                None => Lack::Missing,
                Some(target) if target.is_stale() => Lack::Stale,
                Some(target) if target.state == State::Initial || target.is_drafted_by(bar.placeholders) => Lack::Draft,
                Some(target) if target.state < require => Lack::Below,
                Some(_) => continue,
            };
            open.entry(*id).or_default().insert(lack);
        }
        let mut other_findings = 0;
        for finding in findings.iter().filter(|finding| bar.policy.is_some_and(|policy| policy.stops(finding))) {
            // That a translation is missing or stale is counted already.
            let repeats = |lacks: &BTreeSet<Lack>| lacks.iter().any(|lack| lack.as_str() == finding.rule());
            match finding.place.segment.filter(|id| segments.contains(id)) {
                Some(id) if open.get(&id).is_some_and(repeats) => {}
                Some(id) => drop(open.entry(id).or_default().insert(Lack::Finding)),
                None => other_findings += 1,
            }
        }
        Self { open, other_findings }
    }

    /// Whether nothing is lacking.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.open.is_empty() && self.other_findings == 0
    }

    /// Returns the number of segments with each lack, the worst first; findings that belong to no segment are counted
    /// with those that do.
    #[must_use]
    pub fn counts(&self) -> Vec<(Lack, usize)> {
        let count = |lack: Lack| {
            let segments = self.open.values().filter(|lacks| lacks.contains(&lack)).count();
            segments + if lack == Lack::Finding { self.other_findings } else { 0 }
        };
        Lack::ALL.into_iter().map(|lack| (lack, count(lack))).filter(|(_, count)| *count > 0).collect()
    }
}
