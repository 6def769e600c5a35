//! Findings for people: location, reason, excerpt, advice.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{CheckReport, WordedFinding, WordedWaived, advice, counts, severity_badge, waived::said};
use crate::{
    model::cut,
    report::{Tone, Words, line, say, say_count, terminal::Paint},
};

/// How many characters of the sentence are shown before and after the place.
const AROUND: usize = 40;
/// How many more are shown rather than an ellipsis.
const SLACK: usize = 10;

pub(super) fn render(report: &CheckReport<'_>, color: bool, words: &Words<'_>) -> String {
    let (findings, paint) = (report.findings, Paint { color });
    let mut out = String::new();
    for worded in findings {
        let finding = &worded.finding;
        let badge = severity_badge(finding.severity, words);
        put!(out, "{}[{}]: {}\n", paint.tone(badge.tone, &badge.text), finding.rule(), line(&worded.reason));
        put!(out, "{}", head(worded));
        if let Some((shown, under)) = excerpt(worded) {
            put!(out, "   | {shown}\n   | {}\n", paint.tone(badge.tone, &under));
        }
        for advice in advice(worded, words) {
            put!(out, "   = {}\n", paint.tone(Tone::Good, &line(&advice)));
        }
        out.push('\n');
    }
    for WordedWaived { worded, waiver } in report.waived {
        let badge = paint.tone(Tone::Plain, &say(words, "report-waived"));
        put!(out, "{badge}[{}]: {}\n{}", worded.finding.rule(), line(&worded.reason), head(worded));
        put!(out, "   = {}\n\n", line(&said(waiver, words)));
    }
    if !findings.is_empty() {
        let parts: Vec<String> = counts(findings)
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(severity, count)| say_count(words, &format!("report-count-{}", severity.as_str()), count))
            .collect();
        let all = say_count(words, "report-findings-count", findings.len());
        put!(out, "{all}: {}\n", parts.join(", "));
    }
    out
}

/// Where a finding is; empty if it is nowhere.
fn head(worded: &WordedFinding) -> String {
    let place = [
        Some(line(&worded.location()).into_owned()).filter(|location| !location.is_empty()),
        worded.finding.place.locale.as_ref().map(ToString::to_string),
        worded.anchor().map(|anchor| format!("#{anchor}")),
    ];
    let parts: Vec<String> = place.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("  --> {}\n", parts.join(" ")) }
}

/// The sentence around the place, on one line, and the carets below the place.
fn excerpt(worded: &WordedFinding) -> Option<(String, String)> {
    let (text, span) = (&worded.text, &worded.finding.place.span);
    if text.is_empty() {
        return None;
    }
    let whole = span.is_empty() && span.start == 0;
    let middle = if whole { text.as_str() } else { cut(text, span) };
    let before = if whole { "" } else { cut(text, &(0..span.start)) };
    let after = if whole { "" } else { cut(text, &(before.len() + middle.len()..text.len())) };
    let limit = |text: &str| if text.graphemes(true).nth(AROUND + SLACK).is_none() { AROUND + SLACK } else { AROUND };
    let head: Vec<&str> = before.graphemes(true).rev().take(limit(before)).collect();
    let head: String = head.into_iter().rev().collect();
    let tail: String = after.graphemes(true).take(limit(after)).collect();
    let left = if head.len() < before.len() { "…" } else { "" };
    let right = if tail.len() < after.len() { "…" } else { "" };
    let clipped = if whole { crate::model::clip(middle, 2 * AROUND) } else { middle.to_owned() };
    let tail = if right.is_empty() { tail.as_str() } else { tail.trim_end() };
    let (head, middle, tail) = (line(&head), line(&clipped), line(tail));
    let width = |text: &str| text.graphemes(true).count();
    let gap = " ".repeat(width(left) + width(&head));
    // An empty place lies between two letters and gets one caret.
    let carets = "^".repeat(width(&middle).max(1));
    Some((format!("{left}{head}{middle}{tail}{right}"), format!("{gap}{carets}")))
}
