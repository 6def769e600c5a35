//! The readiness of an edition, judged alike by every command.

use std::collections::BTreeSet;

use super::{Loaded, Workspace};
use crate::model::{Bar, Finding, Readiness, SegmentId, State, Translation};

/// Returns what keeps an edition from being ready; `findings` are those of its translation. Findings in the article
/// count in each of its editions.
pub(super) fn readiness(
    workspace: &Workspace,
    loaded: &Loaded,
    translation: &Translation,
    findings: &[Finding],
) -> Readiness {
    let placeholders = workspace.registries.placeholders();
    let require = workspace.settings.require;
    let policy = workspace.settings.policy_of(Bar::needed(require));
    let findings: Vec<Finding> = loaded.findings.iter().chain(findings).cloned().collect();
    Readiness::of(
        &loaded.article,
        translation,
        &findings,
        Bar { require, policy: Some(&policy), placeholders: &placeholders },
    )
}

/// Returns the segments with a finding that keeps them from a state.
pub(super) fn with_findings(workspace: &Workspace, findings: &[Finding], state: State) -> BTreeSet<SegmentId> {
    let policy = workspace.settings.policy_of(state);
    let in_the_way = findings.iter().filter(|finding| policy.stops(finding));
    in_the_way.filter_map(|finding| finding.place.segment).collect()
}
