//! The readiness of an edition, judged alike by every command.

use std::collections::BTreeSet;

use super::{Loaded, Workspace};
use crate::model::{Bar, Finding, Readiness, SegmentId, Translation};

/// Returns what keeps an edition from being ready; `findings` are those of its translation. Findings in the article
/// count in each of its editions.
pub(super) fn readiness(
    workspace: &Workspace,
    loaded: &Loaded,
    translation: &Translation,
    findings: &[Finding],
) -> Readiness {
    let placeholders = workspace.registries.placeholders();
    let (require, gate) = (workspace.settings.require, workspace.settings.fail_on);
    let findings: Vec<Finding> = loaded.findings.iter().chain(findings).cloned().collect();
    Readiness::of(&loaded.article, translation, &findings, Bar { require, gate, placeholders: &placeholders })
}

/// Returns the segments with a finding at or above the gate.
pub(super) fn with_findings(workspace: &Workspace, findings: &[Finding]) -> BTreeSet<SegmentId> {
    let at_gate = findings.iter().filter(|finding| workspace.fails(finding.severity));
    at_gate.filter_map(|finding| finding.place.segment).collect()
}
