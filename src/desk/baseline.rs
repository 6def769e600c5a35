//! The baseline: findings that a project had when the gate was set up, and that are not shown any more.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde::Deserialize as _;
use serde_json::Value;

use super::DeskError;
use crate::{
    model::Severity,
    project::{exists, read_text, shown, write_through},
    report::findings::{WordedFinding, fingerprints},
};

/// The version of the file.
const VERSION: u64 = 1;

/// The fingerprints of known findings, with their severities: a finding that has become worse is a new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<String, Severity>,
}

/// Findings without those of a baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unhidden {
    /// The findings that the baseline has not.
    pub findings: Vec<WordedFinding>,
    /// How many it has.
    pub hidden: usize,
    /// How many of the baseline's findings are not there any more.
    pub gone: usize,
}

impl Baseline {
    /// The baseline of these findings.
    #[must_use]
    pub fn of(findings: &[WordedFinding]) -> Self {
        let severities = findings.iter().map(|worded| worded.finding.severity);
        Self { known: fingerprints(findings).into_iter().zip(severities).collect() }
    }

    /// Reads a baseline. Fails where there is none and, with file and line, on what is none, and on one of another version.
    pub fn read(path: &Path) -> Result<Self, DeskError> {
        let name = shown(path);
        if !exists(path)? {
            return Err(DeskError::NoBaseline { name });
        }
        let text = read_text(path)?;
        let wrong =
            |line: usize, message: &str| DeskError::Baseline { name: name.clone(), line, message: message.to_owned() };
        let file: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| wrong(error.line(), &format!("not JSON: {}", json_fault(&error))))?;
        match &file["version"] {
            Value::Null => return Err(wrong(1, "`version` is missing")),
            version if version.as_u64() == Some(VERSION) => {}
            version => {
                let line = text.lines().position(|line| line.contains("\"version\"")).map_or(1, |line| line + 1);
                return Err(DeskError::BaselineVersion { name, line, found: version.to_string() });
            }
        }
        let table = file["findings"].as_object().ok_or_else(|| wrong(1, "`findings` is not an object"))?;
        let known = table.iter().map(|(one, severity)| Some((one.clone(), Severity::deserialize(severity).ok()?)));
        let known = known.collect::<Option<_>>().ok_or_else(|| wrong(1, "`findings` has what is no severity"))?;
        Ok(Self { known })
    }

    /// Writes the baseline, sorted and with one fingerprint and its severity a line; returns whether the file changed.
    pub fn write(&self, path: &Path) -> Result<bool, DeskError> {
        let line = |(one, severity): (&String, &Severity)| {
            format!("    {}: {}", Value::from(one.as_str()), Value::from(severity.as_str()))
        };
        let lines: Vec<String> = self.known.iter().map(line).collect();
        let table = if lines.is_empty() { "{}".to_owned() } else { format!("{{\n{}\n  }}", lines.join(",\n")) };
        let text = format!("{{\n  \"version\": {VERSION},\n  \"findings\": {table}\n}}\n");
        Ok(write_through(path, text.as_bytes())?)
    }

    /// Whether it has findings in one of these files, by which they are known where they are in no segment.
    #[must_use]
    pub fn names(&self, files: &[&str]) -> bool {
        let parts = |one: &String| one.split(':').nth(1).map(str::to_owned);
        self.known.keys().filter_map(parts).any(|file| files.contains(&file.as_str()))
    }

    /// How many findings it has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.known.len()
    }

    /// Leaves out the findings that the baseline has, up to the severity that it has for each.
    #[must_use]
    pub fn hide(&self, findings: Vec<WordedFinding>) -> Unhidden {
        let fingerprints = fingerprints(&findings);
        let all = findings.len();
        let pairs = findings.into_iter().zip(&fingerprints);
        let is_known = |(worded, one): &(WordedFinding, &String)| {
            self.known.get(*one).is_some_and(|known| worded.finding.severity <= *known)
        };
        let findings: Vec<WordedFinding> = pairs.filter(|pair| !is_known(pair)).map(|(finding, _)| finding).collect();
        let now: BTreeSet<&String> = fingerprints.iter().collect();
        let gone = self.known.keys().filter(|one| !now.contains(one)).count();
        Unhidden { hidden: all - findings.len(), findings, gone }
    }
}

/// What is wrong with JSON, without its place.
fn json_fault(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}
