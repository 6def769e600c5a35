//! A waiver: a person's decision that a finding may stand.

use serde::{Deserialize, Serialize};

use super::{SegmentId, Severity};

/// A person's decision that a finding in a segment may stand, as long as what it judged stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// Id of the rule (`numbers`).
    pub rule: String,
    /// The segment.
    pub segment: SegmentId,
    /// If set, only where the words that the finding marks are these.
    pub text: Option<String>,
    /// The severity that it had then: one that is more severe now is not covered. `None` for any.
    pub severity: Option<Severity>,
    /// The number of findings that it covered then: of more, the others are not covered. `None` for all.
    pub count: Option<usize>,
    /// Why the finding may stand.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// The day of the decision, `YYYY-MM-DD`.
    pub on: String,
    /// What the finding judged then ([`Finding::digest`](super::Finding::digest)).
    pub digest: String,
    /// Path of its file, relative to the project.
    pub file: String,
    /// Its first line in that file, from 1.
    pub line: usize,
}
