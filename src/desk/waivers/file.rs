//! The file of an article's waivers in a locale: read with the line of every fault, added to by text.

use std::fmt::Write as _;

use toml::de::{DeTable, DeValue};

use super::WaiverError;
use crate::{
    model::{SegmentId, Waiver, cut},
    pipeline::is_judged,
};

/// The keys of a waiver, in the order in which they are written.
const KEYS: [&str; 7] = ["rule", "segment", "text", "reason", "by", "on", "digest"];

/// A fault of a file of waivers, with its line from 1.
pub(super) type LocatedFault = (usize, WaiverError);

/// Reads a file of waivers. An entry with a fault is left out, the others are read; of a file that is not TOML nothing is.
pub(super) fn read(name: &str, text: &str, rules: &[&'static str]) -> (Vec<Waiver>, Vec<LocatedFault>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let line_of = |at: usize| 1 + cut(text, &(0..at)).matches('\n').count();
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
        if text.trim().is_empty() { Err(fault(WaiverError::Empty { key })) } else { Ok(Some(text)) }
    };
    let wanted = |key: &'static str| text(key)?.ok_or((key.to_owned(), WaiverError::Missing { key }));
    let (rule, id) = (wanted("rule")?, wanted("segment")?);
    if !rules.contains(&rule.as_str()) {
        return Err(("rule".to_owned(), WaiverError::UnknownRule { rule, known: rules.to_vec() }));
    }
    let Ok(segment) = id.strip_prefix("s-").unwrap_or(&id).parse::<SegmentId>() else {
        return Err(("segment".to_owned(), WaiverError::NotASegment { id }));
    };
    let (text, reason, by, on) = (text("text")?, wanted("reason")?, wanted("by")?, wanted("on")?);
    let digest = wanted("digest")?;
    if !is_judged(&digest) {
        return Err(("digest".to_owned(), WaiverError::NotADigest { digest }));
    }
    Ok(Waiver { rule, segment, text, reason, by, on, digest, file: String::new(), line: 0 })
}

/// The text of a file with one more waiver at its end; every other byte stays. `None` if the file would not read as before,
/// with this waiver.
pub(super) fn with_waiver(text: &str, waiver: &Waiver, rules: &[&'static str]) -> Option<String> {
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let segment = waiver.segment.to_string();
    let values = [
        ("rule", Some(&waiver.rule)),
        ("segment", Some(&segment)),
        ("text", waiver.text.as_ref()),
        ("reason", Some(&waiver.reason)),
        ("by", Some(&waiver.by)),
        ("on", Some(&waiver.on)),
        ("digest", Some(&waiver.digest)),
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
            let _ = write!(added, "{key} = {}{line_break}", toml::Value::from(value.as_str()));
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
