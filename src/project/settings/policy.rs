//! `[policy.reviewed]` and `[policy.final]`: which findings stop which state.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, de};

use super::gate::FailOn;
use crate::model::Severity;

/// Which findings stop which state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PolicySettings {
    /// Findings that keep a segment from being approved as `reviewed`, and an edition that needs no more from being ready.
    pub reviewed: PolicyTable,
    /// Findings that keep a segment from being approved as `final`, and an edition with `require = "final"` from being ready.
    #[serde(rename = "final")]
    pub last: PolicyTable,
}

/// Which findings stop a state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PolicyTable {
    /// Severity at or above which a finding stops the state (default: that of `fail_on` above, or of `--fail-on`).
    pub fail_on: Option<FailOn>,
    /// Rules whose findings nobody can waive, for any state.
    pub never_waive: Vec<String>,
    /// Severities of rules, as they count for this state alone: `{ typography = "major", euphony = "neutral" }`.
    pub severity: BTreeMap<String, RuleSeverity>,
}

/// Rules whose findings are no mistakes that may stand, but work that is not done.
const NO_MISTAKES: [&str; 2] = ["missing", "stale"];

/// A severity as written in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleSeverity(pub Severity);

impl JsonSchema for RuleSeverity {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Severity".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "enum": Severity::ALL.map(Severity::as_str) })
    }
}

impl<'de> Deserialize<'de> for RuleSeverity {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        let known = Severity::ALL.into_iter().find(|severity| severity.as_str() == word);
        known.map(Self).ok_or_else(|| de::Error::unknown_variant(&word, &["neutral", "minor", "major", "critical"]))
    }
}

impl PolicySettings {
    /// The tables with the names of their states.
    #[must_use]
    pub const fn tables(&self) -> [(&'static str, &PolicyTable); 2] {
        [("reviewed", &self.reviewed), ("final", &self.last)]
    }

    /// The table, where it says anything, and else that of another file.
    pub(super) fn or(self, other: Self) -> Self {
        let either = |one: PolicyTable, other| if one == PolicyTable::default() { other } else { one };
        Self { reviewed: either(self.reviewed, other.reviewed), last: either(self.last, other.last) }
    }

    /// What keeps a rule from being waived, if anything does: the name of a setting, or the program's own.
    #[must_use]
    pub fn never_waives(&self, rule: &str) -> Option<String> {
        if NO_MISTAKES.contains(&rule) {
            return Some("tolmach".to_owned());
        }
        let has_rule = |table: &PolicyTable| table.never_waive.iter().any(|known| known == rule);
        let found = self.tables().into_iter().find(|(_, table)| has_rule(table));
        found.map(|(state, _)| format!("policy.{state}.never_waive"))
    }
}

impl PolicyTable {
    /// What it says, on one line.
    pub(super) fn shown(&self) -> String {
        let gate = |FailOn(gate)| format!("fail_on={}", gate.map_or("never", Severity::as_str));
        let severity =
            |(rule, RuleSeverity(severity)): (&String, &RuleSeverity)| format!("{rule}={}", severity.as_str());
        let mut parts: Vec<String> = self.fail_on.map(gate).into_iter().collect();
        parts.extend((!self.never_waive.is_empty()).then(|| format!("never_waive={}", self.never_waive.join("|"))));
        parts.extend(self.severity.iter().map(severity));
        parts.join(", ")
    }
}
