//! How are findings shown on their own? For people in full, one per line or as a page, for programs as JSON, for CI in
//! the formats of GitHub, GitLab, `JUnit` and SARIF.
//!
//! One format, one file. A new one needs a file here, a line in [`FindingsFormat`] and one in [`render`].

mod check_report;
mod concise;
mod document;
mod fingerprint;
mod full;
mod github;
mod gitlab;
mod json;
mod junit;
mod markdown;
mod page;
mod sarif;
mod waived;
mod worded;

use super::{Html, Renderer as _, Words};

pub use check_report::CheckReport;
pub use fingerprint::fingerprints;
pub use json::{object as finding_json, objects as findings_json};
pub use markdown::findings_summary;
pub use page::findings_page;
pub(super) use waived::waived_list;
pub use waived::{WordedWaived, waived_json};
use worded::advice;
pub use worded::{WordedFinding, counts};
pub(super) use worded::{note, severity_badge};

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
    /// The code quality report of GitLab.
    Gitlab,
    /// `JUnit` XML.
    Junit,
    /// SARIF 2.1.0.
    Sarif,
    /// Markdown for a pull request.
    Markdown,
    /// A page.
    Html,
}

/// Renders findings in a format, in their order; ends with a line break unless it is empty.
#[must_use]
pub fn render(format: FindingsFormat, report: &CheckReport<'_>, words: &Words<'_>) -> String {
    match format {
        FindingsFormat::Full { color } => full::render(report, color, words),
        FindingsFormat::Concise => concise::render(report.findings, words),
        FindingsFormat::Json => document::render(report),
        FindingsFormat::Jsonl => json::render_lines(report.findings),
        FindingsFormat::Github => github::render(report, words),
        FindingsFormat::Gitlab => gitlab::render(report),
        FindingsFormat::Junit => junit::render(report, words),
        FindingsFormat::Sarif => sarif::render(report, words),
        FindingsFormat::Markdown => markdown::render(report, words),
        FindingsFormat::Html => Html.render(&findings_page(report, words), words),
    }
}
