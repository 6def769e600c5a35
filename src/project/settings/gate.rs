//! The gate as written in files and variables.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::Severity;

/// The gate as written in files: a severity, or `never`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FailOn(pub Option<Severity>);

impl JsonSchema for FailOn {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Gate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "enum": GATES })
    }
}

/// The values of a gate.
const GATES: [&str; 5] = ["neutral", "minor", "major", "critical", "never"];

impl<'de> Deserialize<'de> for FailOn {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        parse_fail_on(&word).map(FailOn).ok_or_else(|| serde::de::Error::unknown_variant(&word, &GATES))
    }
}

/// Reads `neutral`, `minor`, `major`, `critical` or `never`.
#[must_use]
pub fn parse_fail_on(word: &str) -> Option<Option<Severity>> {
    Some(match word {
        "neutral" => Some(Severity::Neutral),
        "minor" => Some(Severity::Minor),
        "major" => Some(Severity::Major),
        "critical" => Some(Severity::Critical),
        "never" => None,
        _ => return None,
    })
}
