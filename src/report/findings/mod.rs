//! Findings alone: for people in full or one a line, for programs as JSON, for GitHub as workflow commands.
//!
//! One format is one file. A new one (SARIF, `JUnit`, GitLab) gets a file here, a line in [`FindingsFormat`] and one in
//! [`render`].

mod concise;
mod full;
mod github;
mod json;
mod worded;

use super::Words;

pub use json::{object as finding_json, objects as findings_json};
pub use worded::{Worded, counts};
pub(super) use worded::{advice, severity_badge};

/// The formats in which findings can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingsFormat {
    /// For people: place, excerpt, reason, fix, hint.
    Full {
        /// Whether ANSI colours are used besides words and signs.
        color: bool,
    },
    /// For people and grep: one a line.
    Concise,
    /// One JSON object, versioned.
    Json,
    /// One JSON object a line for each finding.
    Jsonl,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// Findings as text in a format, in the order given; ends with a line break unless it is empty.
#[must_use]
pub fn render(format: FindingsFormat, findings: &[Worded], words: &Words<'_>) -> String {
    match format {
        FindingsFormat::Full { color } => full::render(findings, color, words),
        FindingsFormat::Concise => concise::render(findings, words),
        FindingsFormat::Json => json::render(findings),
        FindingsFormat::Jsonl => json::render_lines(findings),
        FindingsFormat::Github => github::render(findings, words),
    }
}
