//! Findings for people and grep, one per line: `source/a.md:12: major numbers: why [be #s-…]`.

use super::{WordedFinding, severity_badge};
use crate::report::{Words, line};

pub(super) fn render(findings: &[WordedFinding], words: &Words<'_>) -> String {
    let mut out = String::new();
    for worded in findings {
        let place = &worded.finding.place;
        let location = worded.location();
        if !location.is_empty() {
            out.push_str(&line(&location));
            out.push_str(": ");
        }
        let severity = severity_badge(worded.finding.severity, words).text;
        put!(out, "{severity} {}: {}", worded.finding.rule(), line(&worded.reason));
        let locale = place.locale.as_ref().map(ToString::to_string);
        let anchor = worded.anchor().map(|anchor| format!("#{anchor}"));
        let tail: Vec<String> = locale.into_iter().chain(anchor).collect();
        if !tail.is_empty() {
            put!(out, " [{}]", tail.join(" "));
        }
        out.push('\n');
    }
    out
}
