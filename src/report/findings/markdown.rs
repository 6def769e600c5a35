//! Findings as Markdown, for a comment on a pull request and for the summary of a CI job.

use std::cmp::Reverse;

use super::{CheckReport, WordedFinding, page::findings_page};
use crate::report::{Markdown, Renderer as _, Words, say_count};

pub(super) fn render(report: &CheckReport<'_>, words: &Words<'_>) -> String {
    Markdown.render(&findings_page(report, words), words)
}

/// Findings as Markdown of at most `limit` bytes, the worst first; a last line gives the number of those left out.
#[must_use]
pub fn findings_summary(report: &CheckReport<'_>, limit: usize, words: &Words<'_>) -> String {
    let mut sorted: Vec<WordedFinding> = report.findings.to_vec();
    sorted.sort_by_key(|worded| Reverse(worded.finding.severity));
    let mut waived = report.waived.to_vec();
    let all = sorted.len() + waived.len();
    loop {
        let mut text = render(&CheckReport { findings: &sorted, waived: &waived, ..*report }, words);
        let left_out = all - sorted.len() - waived.len();
        if left_out > 0 {
            put!(text, "{}\n", say_count(words, "report-more", left_out));
        }
        if text.len() <= limit || sorted.is_empty() && waived.is_empty() {
            return text;
        }
        sorted.truncate(sorted.len() / 2);
        waived.truncate(waived.len() / 2);
    }
}
