//! How are findings shown on their own? For people in full or one per line, for programs as JSON, for GitHub as
//! workflow commands.
//!
//! One format, one file. A new one (SARIF, `JUnit`, GitLab) needs a file here, a line in [`FindingsFormat`] and one in
//! [`render`].

mod concise;
mod full;
mod github;
mod json;
mod worded;

use super::Words;

pub use json::{object as finding_json, objects as findings_json};
pub use worded::{WordedFinding, counts};
pub(super) use worded::{advice, severity_badge};

/// The output formats for findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingsFormat {
    /// For people: place, excerpt, reason, fix, hint.
    Full {
        /// Whether ANSI colours are added to words and signs.
        color: bool,
    },
    /// For people and grep: one per line.
    Concise,
    /// One JSON object, versioned.
    Json,
    /// One JSON object per line and finding.
    Jsonl,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// Renders findings in a format, in their order; ends with a line break unless it is empty.
#[must_use]
pub fn render(format: FindingsFormat, findings: &[WordedFinding], words: &Words<'_>) -> String {
    match format {
        FindingsFormat::Full { color } => full::render(findings, color, words),
        FindingsFormat::Concise => concise::render(findings, words),
        FindingsFormat::Json => json::render(findings),
        FindingsFormat::Jsonl => json::render_lines(findings),
        FindingsFormat::Github => github::render(findings, words),
    }
}
