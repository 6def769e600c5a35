//! A finding with its message, and what every format shows of it: location, badge, advice.

use crate::{
    model::{Finding, Severity, cut},
    report::{Badge, Note, Tone, Words, rule_name, say},
};

/// A finding with its message and hint in the user's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordedFinding {
    /// The finding itself.
    pub finding: Finding,
    /// The text that the finding's span refers to; empty if it is not available.
    pub text: String,
    /// Why it is a finding.
    pub reason: String,
    /// What to do about it, if there is more to say than the fix.
    pub hint: Option<String>,
}

impl WordedFinding {
    /// The anchor of its segment (`s-…`), if there is one.
    #[must_use]
    pub fn anchor(&self) -> Option<String> {
        self.finding.place.segment.map(|id| format!("s-{id}"))
    }

    /// The text that it marks, if available.
    #[must_use]
    pub fn excerpt(&self) -> &str {
        cut(&self.text, &self.finding.place.span)
    }

    /// Path, line and column as editors understand them (`source/a.md:12:5`); empty without a file.
    #[must_use]
    pub fn location(&self) -> String {
        let place = &self.finding.place;
        match (&place.file, place.line, place.column) {
            (Some(file), Some(line), Some(column)) => format!("{file}:{line}:{column}"),
            (Some(file), Some(line), None) => format!("{file}:{line}"),
            (Some(file), None, _) => file.clone(),
            (None, ..) => String::new(),
        }
    }
}

/// The number of findings per severity, the worst first.
#[must_use]
pub fn counts<'a>(findings: impl IntoIterator<Item = &'a WordedFinding>) -> [(Severity, usize); 4] {
    let mut out =
        [Severity::Critical, Severity::Major, Severity::Minor, Severity::Neutral].map(|severity| (severity, 0));
    for worded in findings {
        for (severity, count) in &mut out {
            *count += usize::from(*severity == worded.finding.severity);
        }
    }
    out
}

/// The severity as a badge.
pub(in crate::report) fn severity_badge(severity: Severity, words: &Words<'_>) -> Badge {
    let tone = match severity {
        Severity::Neutral => Tone::Plain,
        Severity::Minor => Tone::Mild,
        Severity::Major | Severity::Critical => Tone::Bad,
    };
    Badge { text: say(words, &format!("report-severity-{}", severity.as_str())), tone }
}

/// What can be done about a finding, line by line: the fix, the alternatives, the hint.
pub(in crate::report) fn advice(worded: &WordedFinding, words: &Words<'_>) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(fix) = &worded.finding.fix {
        out.push(if fix.replacement.is_empty() {
            say(words, "report-fix-delete")
        } else {
            words("report-fix", &[("text", (&fix.replacement).into())])
        });
    }
    if !worded.finding.alternatives.is_empty() {
        out.push(words("report-alternatives", &[("list", (&worded.finding.alternatives.join(" · ")).into())]));
    }
    if let Some(hint) = &worded.hint {
        out.push(words("report-hint", &[("text", hint.into())]));
    }
    out
}

/// A finding as a remark on a row of a page.
pub(in crate::report) fn note(worded: &WordedFinding, words: &Words<'_>) -> Note {
    Note {
        badge: severity_badge(worded.finding.severity, words),
        rule: worded.finding.rule().to_owned(),
        rule_name: rule_name(words, worded.finding.rule()),
        text: worded.reason.clone(),
        advice: advice(worded, words),
    }
}
