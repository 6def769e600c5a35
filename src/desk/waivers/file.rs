//! The file of an article's waivers in a locale: read with the line of every fault, added to by text.

use std::fmt::Write as _;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::WaiverError;
use crate::{
    locale::Day,
    model::{LineIndex, SegmentId, Severity, Waiver},
    pipeline::is_judged,
};

/// The keys of a waiver, in the order in which they are written.
const KEYS: [&str; 9] = ["rule", "segment", "text", "severity", "count", "reason", "by", "on", "digest"];

/// A fault of a file of waivers, with its line from 1.
pub(super) type LocatedFault = (usize, WaiverError);

/// Reads a file of waivers. An entry with a fault is left out, the others are read; of a file that is not TOML nothing is.
pub(super) fn read(name: &str, text: &str, rules: &[&'static str]) -> (Vec<Waiver>, Vec<LocatedFault>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = LineIndex::new(text);
    let line_of = |at: usize| lines.position(at).line;
    let document = match DeTable::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let line = line_of(error.span().unwrap_or_default().start);
            let message = error.message().trim_end_matches('.').to_owned();
            return (Vec::new(), vec![(line, WaiverError::NotToml { message })]);
        }
    };
    let (mut waivers, mut faults) = (Vec::new(), Vec::new());
    for (key, value) in document.get_ref() {
        if key.get_ref() != "waiver" {
            let fault = WaiverError::UnknownKey { key: key.get_ref().to_string(), known: vec!["waiver"] };
            faults.push((line_of(key.span().start), fault));
            continue;
        }
        let DeValue::Array(entries) = value.get_ref() else {
            faults.push((line_of(value.span().start), WaiverError::NotTables));
            continue;
        };
        for entry in entries {
            let line = line_of(entry.span().start);
            let Some(table) = entry.get_ref().as_table() else {
                faults.push((line, WaiverError::NotTables));
                continue;
            };
            let at = |key: &str| table.get(key).map_or(line, |value| line_of(value.span().start));
            match waiver(table, rules) {
                Ok(waiver) => waivers.push(Waiver { file: name.to_owned(), line, ..waiver }),
                Err((key, fault)) => faults.push((at(&key), fault)),
            }
        }
    }
    (waivers, faults)
}

/// Reads an entry; of a fault, the key to which it belongs.
fn waiver(table: &DeTable<'_>, rules: &[&'static str]) -> Result<Waiver, (String, WaiverError)> {
    if let Some(key) = table.keys().map(|key| key.get_ref().as_ref()).find(|key| !KEYS.contains(key)) {
        return Err((key.to_owned(), WaiverError::UnknownKey { key: key.to_owned(), known: KEYS.to_vec() }));
    }
    let text = |key: &'static str| -> Result<Option<String>, (String, WaiverError)> {
        let fault = |fault| (key.to_owned(), fault);
        let Some(value) = table.get(key) else { return Ok(None) };
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) if key == "on" => date.to_string(),
            _ => return Err(fault(WaiverError::NotText { key })),
        };
        // The words of a finding may be blanks.
        let says_nothing = if key == "text" { text.is_empty() } else { is_blank(&text) };
        if says_nothing { Err(fault(WaiverError::Empty { key })) } else { Ok(Some(text)) }
    };
    let wanted = |key: &'static str| text(key)?.ok_or((key.to_owned(), WaiverError::Missing { key }));
    let (rule, id) = (wanted("rule")?, wanted("segment")?);
    if !rules.contains(&rule.as_str()) {
        return Err(("rule".to_owned(), WaiverError::UnknownRule { rule, known: rules.to_vec() }));
    }
    let Ok(segment) = id.strip_prefix("s-").unwrap_or(&id).parse::<SegmentId>() else {
        return Err(("segment".to_owned(), WaiverError::NotASegment { id }));
    };
    let severity = match text("severity")? {
        None => None,
        Some(word) => match Severity::ALL.into_iter().find(|severity| severity.as_str() == word) {
            None => {
                let known = Severity::ALL.map(Severity::as_str).to_vec();
                return Err(("severity".to_owned(), WaiverError::NotASeverity { severity: word, known }));
            }
            found => found,
        },
    };
    let count = table.get("count").map(Spanned::get_ref).and_then(|value| match value {
        DeValue::Integer(number) => number.as_str().parse().ok().filter(|count| *count > 0),
        _ => None,
    });
    if table.contains_key("count") && count.is_none() {
        return Err(("count".to_owned(), WaiverError::NotACount));
    }
    let (text, reason, by, on) = (text("text")?, wanted("reason")?, wanted("by")?, wanted("on")?);
    if Day::parse(&on).is_none() {
        return Err(("on".to_owned(), WaiverError::NotADay { day: on }));
    }
    let digest = wanted("digest")?;
    if !is_judged(&digest) {
        return Err(("digest".to_owned(), WaiverError::NotADigest { digest }));
    }
    Ok(Waiver { rule, segment, text, severity, count, reason, by, on, digest, file: String::new(), line: 0 })
}

/// Whether a text shows nothing that somebody could read.
pub(super) fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// The text of a file with one more waiver at its end; every other byte stays. `None` if the file would not read as before,
/// with this waiver.
pub(super) fn with_waiver(text: &str, waiver: &Waiver, rules: &[&'static str]) -> Option<String> {
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let segment = waiver.segment.to_string();
    let word = |text: &str| serde_json::Value::from(text).to_string();
    // A string of JSON is one of TOML, on one line: no line of it can be taken for a conflict marker.
    let values = [
        ("rule", Some(word(&waiver.rule))),
        ("segment", Some(word(&segment))),
        ("text", waiver.text.as_deref().map(word)),
        ("severity", waiver.severity.map(|severity| word(severity.as_str()))),
        ("count", waiver.count.map(|count| count.to_string())),
        ("reason", Some(word(&waiver.reason))),
        ("by", Some(word(&waiver.by))),
        ("on", Some(word(&waiver.on))),
        ("digest", Some(word(&waiver.digest))),
    ];
    let mut added = text.to_owned();
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !body.trim().is_empty() {
        added.push_str(if body.ends_with('\n') { "" } else { line_break });
        added.push_str(line_break);
    }
    added.push_str("[[waiver]]");
    added.push_str(line_break);
    for (key, value) in values {
        if let Some(value) = value {
            // Writing to a string cannot fail.
            let _ = write!(added, "{key} = {value}{line_break}");
        }
    }
    let ((before, faults), (after, new_faults)) = (read("", text, rules), read("", &added, rules));
    let says = |waiver: &Waiver| Waiver { file: String::new(), line: 0, ..waiver.clone() };
    let is_kept = after.len() == before.len() + 1
        && after.iter().zip(&before).all(|(one, other)| says(one) == says(other))
        && after.last().is_some_and(|last| says(last) == says(waiver))
        && new_faults == faults;
    is_kept.then_some(added)
}
