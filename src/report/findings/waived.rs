//! Findings that somebody has waived, and who, when and why: no report leaves them out without a word.

use serde_json::{Value, json};

use super::{WordedFinding, json::object};
use crate::{
    messages,
    model::Waiver,
    report::{Badge, Entry, List, Tone, Words, rule_name, say},
};

/// A waived finding with its message, and its waiver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordedWaived {
    /// The finding.
    pub worded: WordedFinding,
    /// The waiver.
    pub waiver: Waiver,
}

/// Who has waived a finding, when, and why.
pub(in crate::report) fn said(waiver: &Waiver, words: &Words<'_>) -> String {
    let date = messages::Value::date(&waiver.on);
    let args = [("by", (&waiver.by).into()), ("on", date), ("reason", (&waiver.reason).into())];
    words("report-waived-by", &args)
}

/// Waived findings as a list of a page; `None` if there are none.
pub(in crate::report) fn waived_list(waived: &[WordedWaived], words: &Words<'_>) -> Option<List> {
    let entry = |WordedWaived { worded, waiver }: &WordedWaived| {
        let (rule, location) = (rule_name(words, worded.finding.rule()), worded.location());
        let place = if location.is_empty() { String::new() } else { format!("{location}: ") };
        Entry {
            anchor: None,
            badge: Badge { text: say(words, "report-waived"), tone: Tone::Plain },
            text: format!("{rule}: {place}{} — {}", worded.reason, said(waiver, words)),
            runs: Vec::new(),
            language: String::new(),
        }
    };
    let entries: Vec<Entry> = waived.iter().map(entry).collect();
    (!entries.is_empty()).then(|| List { heading: say(words, "report-waived-heading"), entries })
}

/// Waived findings as JSON: how many, and which.
#[must_use]
pub fn waived_json(waived: &[WordedWaived]) -> Value {
    let one = |WordedWaived { worded, waiver }: &WordedWaived| {
        let mut out = object(worded);
        out["waiver"] = json!({
            "reason": waiver.reason, "by": waiver.by, "on": waiver.on, "file": waiver.file, "line": waiver.line,
        });
        out
    };
    json!({ "count": waived.len(), "findings": waived.iter().map(one).collect::<Vec<_>>() })
}
