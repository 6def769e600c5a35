//! Which findings are waived, and which waivers do not hold.

use serde::{Deserialize, Serialize};

use super::{WaiverError, file::read};
use crate::{
    desk::{
        DeskError, FindingWithText, Loaded, Stored, Workspace,
        findings::{locate, worded},
    },
    messages::Messages,
    model::{Article, Finding, Locale, Place, SegmentId, Severity, Translation, Waiver},
    pipeline::{JudgedPart, WaiverProblem, differing_part, rules},
    report::findings::WordedWaived,
};

/// A finding that somebody has waived, with the waiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaivedFinding {
    /// The finding.
    pub item: FindingWithText,
    /// The waiver.
    pub waiver: Waiver,
}

impl WaivedFinding {
    /// Renders it in the language of `words`.
    #[must_use]
    pub fn worded(&self, words: &Messages) -> WordedWaived {
        WordedWaived { worded: worded(words, self.item.clone()), waiver: self.waiver.clone() }
    }
}

/// The waivers of an article in a locale, and what has come of each.
#[derive(Debug, Clone, Default)]
pub(in crate::desk) struct Waivers {
    waivers: Vec<Waiver>,
    /// What has come of each of them.
    outcomes: Vec<WaiverOutcome>,
}

/// What has come of a waiver.
#[derive(Debug, Clone, Default)]
struct WaiverOutcome {
    /// The number of findings that it waives.
    covered: usize,
    /// What has changed since, if there is a finding that it waived.
    fallen: Option<JudgedPart>,
    /// The setting by which nobody can waive its rule.
    refused: Option<String>,
}

impl Waivers {
    /// Reads the waivers of an article in a locale, that of the article for findings in the article itself, and the errors
    /// of those that cannot be used.
    pub(in crate::desk) fn load(workspace: &Workspace, slug: &str, locale: &Locale) -> (Self, Vec<DeskError>) {
        let stored = match workspace.store.waivers(slug, locale) {
            Ok(stored) => stored,
            Err(error) => return (Self::default(), vec![error]),
        };
        let Some(text) = stored.text else { return (Self::default(), Vec::new()) };
        let (waivers, faults) = read(&stored.name, &text, &rules());
        let error = |(line, fault): (usize, WaiverError)| DeskError::Waiver { name: stored.name.clone(), line, fault };
        let policy = &workspace.settings.policy;
        let outcome =
            |waiver: &Waiver| WaiverOutcome { refused: policy.never_waives(&waiver.rule), ..WaiverOutcome::default() };
        let outcomes = waivers.iter().map(outcome).collect();
        (Self { waivers, outcomes }, faults.into_iter().map(error).collect())
    }

    /// Whether one of them is for a segment.
    pub(in crate::desk) fn concern(&self, id: SegmentId) -> bool {
        self.waivers.iter().any(|waiver| waiver.segment == id)
    }

    /// Whether there are none.
    pub(in crate::desk) const fn is_empty(&self) -> bool {
        self.waivers.is_empty()
    }

    /// The waiver that covers a finding whose marked text is `marked`, if there is one that holds.
    pub(in crate::desk) fn covering(&mut self, finding: &Finding, marked: &str) -> Option<Waiver> {
        let (segment, digest) = (finding.place.segment?, finding.digest.as_ref()?);
        let is_meant = |waiver: &Waiver| {
            waiver.rule == finding.rule()
                && waiver.segment == segment
                && waiver.text.as_ref().is_none_or(|text| text == marked)
        };
        let mut covering = None;
        for (waiver, outcome) in self.waivers.iter().zip(&mut self.outcomes).filter(|(waiver, _)| is_meant(waiver)) {
            match differing_part(&waiver.digest, digest) {
                None if outcome.refused.is_some() || waiver.severity.is_some_and(|known| finding.severity > known) => {}
                None if covering.is_none() && waiver.count.is_none_or(|count| outcome.covered < count) => {
                    outcome.covered += 1;
                    covering = Some(waiver.clone());
                }
                None => {}
                Some(part) => outcome.fallen = Some(part),
            }
        }
        covering
    }

    /// Adds what another reading of the same file has come to.
    pub(in crate::desk) fn join(&mut self, other: &Self) {
        for (outcome, other) in self.outcomes.iter_mut().zip(&other.outcomes) {
            outcome.covered = outcome.covered.max(other.covered);
            outcome.fallen = outcome.fallen.or(other.fallen);
        }
    }

    /// The findings on waivers that do not hold. `whole` means that all findings have been seen, so that one that fits none
    /// can be reported too.
    pub(in crate::desk) fn findings(&self, article: &Article, locale: &Locale, whole: bool) -> Vec<Finding> {
        if self.waivers.is_empty() {
            return Vec::new();
        }
        let has_segment = |id: SegmentId| article.segments().any(|(_, segment)| segment.id == id);
        let finding = |(number, waiver): (usize, &Waiver)| {
            let outcome = self.outcomes.get(number).cloned().unwrap_or_default();
            if outcome.covered > 0 || self.is_renewed(number) {
                return None;
            }
            let rule = waiver.rule.clone();
            let problem = match (outcome.refused, outcome.fallen) {
                (Some(setting), _) => WaiverProblem::Refused { rule, setting },
                (None, Some(part)) => WaiverProblem::Fallen { rule, part },
                (None, None) if !has_segment(waiver.segment) => {
                    WaiverProblem::SegmentGone { rule, segment: waiver.segment.to_string() }
                }
                (None, None) if whole => WaiverProblem::Unused { rule },
                (None, None) => return None,
            };
            let place = Place {
                file: Some(waiver.file.clone()),
                line: Some(waiver.line),
                column: Some(1),
                locale: Some(locale.clone()),
                segment: Some(waiver.segment),
                ..Place::default()
            };
            Some(Finding::new(problem, Severity::Minor, place))
        };
        self.waivers.iter().enumerate().filter_map(finding).collect()
    }

    /// Whether a later waiver of the same finding holds.
    fn is_renewed(&self, number: usize) -> bool {
        let Some(waiver) = self.waivers.get(number) else { return false };
        let covers = |later: &Waiver| {
            let is_of_words = later.text.is_none() || later.text == waiver.text;
            later.rule == waiver.rule && later.segment == waiver.segment && is_of_words
        };
        let later = self.waivers.iter().zip(&self.outcomes).skip(number + 1);
        later.filter(|(_, outcome)| outcome.covered > 0).any(|(later, _)| covers(later))
    }
}

/// Adds positions to waived findings.
pub(in crate::desk) fn locate_waived(
    loaded: &Loaded,
    stored: &Stored,
    translation: &Translation,
    waived: Vec<(Finding, Waiver)>,
) -> Vec<WaivedFinding> {
    let (findings, waivers): (Vec<_>, Vec<_>) = waived.into_iter().unzip();
    let located = locate(loaded, &translation.locale, stored, translation, findings);
    located.into_iter().zip(waivers).map(|(item, waiver)| WaivedFinding { item, waiver }).collect()
}
