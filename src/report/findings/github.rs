//! Workflow commands of GitHub Actions.
//!
//! GitHub shows ten errors, ten warnings and ten notices per step and silently drops the rest: the worst come first,
//! and a last line gives the number of those not shown. What could not be checked comes before all findings. All of them are in the summary of the job
//! ([`findings_summary`](super::findings_summary)).

use std::cmp::Reverse;

use super::{CheckReport, WordedFinding, advice};
use crate::{
    model::Severity,
    report::{Words, say_count, visible},
};

/// How many annotations of each kind GitHub shows.
const SHOWN: usize = 10;

pub(super) fn render(report: &CheckReport<'_>, words: &Words<'_>) -> String {
    let mut sorted: Vec<&WordedFinding> = report.findings.iter().collect();
    sorted.sort_by_key(|worded| Reverse(worded.finding.severity));
    let mut out = String::new();
    for error in report.errors.iter().take(SHOWN) {
        put!(out, "::error title=tolmach::{}\n", escape(error));
    }
    let mut left_out = report.errors.len().saturating_sub(SHOWN);
    for command in ["error", "warning", "notice"] {
        let matching = sorted.iter().filter(|worded| self::command(worded.finding.severity) == command);
        let taken = if command == "error" { report.errors.len() } else { 0 };
        let left = SHOWN.saturating_sub(taken);
        left_out += matching.clone().count().saturating_sub(left);
        for worded in matching.take(left) {
            out.push_str(&line(report, command, worded, words));
        }
    }
    if left_out > 0 {
        out.push_str(&escape(&say_count(words, "report-more", left_out)));
        out.push('\n');
    }
    out
}

const fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::Major => "error",
        Severity::Minor => "warning",
        Severity::Neutral => "notice",
    }
}

fn line(report: &CheckReport<'_>, command: &str, worded: &WordedFinding, words: &Words<'_>) -> String {
    let finding = &worded.finding;
    let place = &finding.place;
    let mut properties = Vec::new();
    if let Some(file) = &place.file {
        properties.push(format!("file={}", escape_property(&report.path(file))));
        properties.extend(place.line.map(|line| format!("line={line}")));
        properties.extend(place.column.map(|column| format!("col={column}")));
    }
    let locale = place.locale.as_ref().map(|locale| format!(" ({locale})")).unwrap_or_default();
    properties.push(format!("title={}", escape_property(&format!("{}{locale}", finding.rule()))));
    let mut message = worded.reason.clone();
    let excerpt = worded.excerpt();
    if !excerpt.is_empty() {
        message = format!("{message}\n{excerpt}");
    }
    for advice in advice(worded, words) {
        message = format!("{message}\n{advice}");
    }
    if let Some(anchor) = worded.anchor() {
        message = format!("{message}\n#{anchor}");
    }
    format!("::{command} {}::{}\n", properties.join(","), escape(&message))
}

/// Escapes the message of a command: `%` and line breaks, as the runner decodes them.
fn escape(text: &str) -> String {
    visible(&text.replace("\r\n", "\n")).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property's value, where `:` and `,` are special too.
fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}
