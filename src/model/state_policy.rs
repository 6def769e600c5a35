//! What findings stand in the way of a review state.

use std::collections::BTreeMap;

use super::{Finding, Severity};

/// The findings that keep a segment from a review state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatePolicy {
    /// The severity from which a finding stands in the way; `None` where none does.
    pub fail_on: Option<Severity>,
    /// The severities of the findings of these rules, whatever they are elsewhere.
    pub severities: BTreeMap<String, Severity>,
}

impl StatePolicy {
    /// Whether a finding stands in the way.
    #[must_use]
    pub fn stops(&self, finding: &Finding) -> bool {
        let severity = self.severities.get(finding.rule()).copied().unwrap_or(finding.severity);
        self.fail_on.is_some_and(|gate| severity >= gate)
    }
}
