//! Where the sentences of a text end, as far as its marks and capitals say: enough to count them and to weigh each.

use std::ops::Range;

/// Most sentences that are told apart; what follows belongs to the last.
const MOST: usize = 64;

/// The sentences of a text, in order; a text without an end of a sentence is one.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    // Quick: most texts have one mark, at their end.
    for (at, byte) in bytes.iter().enumerate() {
        let length = match byte {
            b'.' | b'!' | b'?' => 1,
            0xe2 if text.get(at..).is_some_and(|rest| rest.starts_with('…')) => '…'.len_utf8(),
            _ => continue,
        };
        let after = at + length;
        let rest = text.get(after..).unwrap_or_default();
        let goes_on = bytes.get(after).is_some_and(u8::is_ascii_alphanumeric) || rest.starts_with(['.', '!', '?', '…']);
        if goes_on || sentences.len() + 1 >= MOST {
            continue;
        }
        let closed = rest.trim_start_matches(['"', '»', '”', '“', '’', '\'', ')', ']']);
        let opened = closed.trim_start();
        let begun = opened.trim_start_matches(['"', '«', '“', '„', '‘', '(', '[', '—', '–', '-', ' ', '\u{a0}']);
        let is_new = opened.len() < closed.len()
            && begun.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            && !(*byte == b'.' && is_abbreviated(text.get(start..at).unwrap_or_default(), begun));
        if is_new {
            sentences.push(start..text.len() - closed.len());
            start = text.len() - opened.len();
        }
    }
    sentences.push(start..text.len());
    sentences
}

/// Whether a full stop may belong to the word before it: an initial, `St.`, `г.`.
fn is_abbreviated(before: &str, after: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let letters = word.chars().take(5).count();
    let is_number = word.starts_with(|c: char| c.is_numeric());
    !is_number
        && (letters <= 2
            || (letters == 3 && word.starts_with(char::is_uppercase))
            || after.starts_with(|c: char| c.is_numeric()) && letters <= 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cut;

    #[test]
    fn a_sentence_ends_at_a_mark_before_a_capital_but_not_within_an_abbreviation() {
        let facts: [(&str, &[&str]); 6] = [
            ("The town slept. Nobody heard.", &["The town slept.", "Nobody heard."]),
            ("«Так!» Ён пайшоў", &["«Так!»", "Ён пайшоў"]),
            ("Mr. Smith met St. John on Oct. 2.", &["Mr. Smith met St. John on Oct. 2."]),
            ("В 2019 г. Москва росла. 12 домов.", &["В 2019 г. Москва росла.", "12 домов."]),
            ("Што?! — Нічога… І ўсё.", &["Што?!", "— Нічога…", "І ўсё."]),
            ("", &[""]),
        ];
        for (text, wanted) in facts {
            let found: Vec<&str> = sentences(text).into_iter().map(|span| cut(text, &span)).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
