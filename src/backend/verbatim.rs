//! The parts of a text that must come back letter for letter: web and e-mail addresses.

use std::ops::Range;

use crate::model::cut;

/// The bytes of each web address (`https://…`, `www.…`, `mailto:…`) and e-mail address, ascending.
#[must_use]
pub fn verbatim(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut from = 0;
    // Addresses contain neither white space nor these brackets (RFC 3986 excludes them), so both separate words.
    for word in text.split(|c: char| c.is_whitespace() || "<>\"«»„“”‘’⟦⟧⟪⟫|\\^`{}".contains(c)) {
        let start = from;
        from +=
            word.len() + text.get(start + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        if let Some(span) = address(word) {
            spans.push(start + span.start..start + span.end);
        }
    }
    spans
}

/// The address in a word, without surrounding brackets and punctuation.
fn address(word: &str) -> Option<Range<usize>> {
    // Most words are ruled out by their bytes.
    if !word.bytes().any(|byte| matches!(byte, b':' | b'.' | b'@')) {
        return None;
    }
    let start = ["http://", "https://", "ftp://", "www.", "mailto:"].iter().filter_map(|head| find(word, head)).min();
    let Some(start) = start else { return email(word) };
    let end = start + trim_end(cut(word, &(start..word.len()))).len();
    let rest = cut(word, &(start..end)).trim_end_matches(['/', ':', '.']);
    (!["http", "https", "ftp", "www", "mailto"].contains(&rest)).then_some(start..end)
}

/// Finds an ASCII needle, ignoring case.
fn find(word: &str, needle: &str) -> Option<usize> {
    let (word, needle) = (word.as_bytes(), needle.as_bytes());
    word.windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle))
}

/// The e-mail address in a word: ASCII letters, digits and `._%+-`, one `@`, a domain with a dot.
fn email(word: &str) -> Option<Range<usize>> {
    let at = word.find('@')?;
    let local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let (before, after) = (cut(word, &(0..at)), cut(word, &(at + 1..word.len())));
    let start = before.char_indices().rev().take_while(|(_, c)| local(*c)).last()?.0;
    let domain: usize =
        after.chars().take_while(|c| c.is_alphanumeric() || ".-".contains(*c)).map(char::len_utf8).sum();
    let domain = cut(after, &(0..domain)).trim_end_matches(['.', '-']);
    domain.trim_start_matches('.').contains('.').then_some(start..at + 1 + domain.len())
}

/// Cuts off what belongs to the sentence: punctuation, and closing brackets without an opening one in the address.
fn trim_end(mut address: &str) -> &str {
    let mut round = balance(address, '(', ')');
    let mut square = balance(address, '[', ']');
    while let Some(last) = address.chars().next_back() {
        match last {
            ')' if round < 0 => round += 1,
            ']' if square < 0 => square += 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '…' | '\'' | '*' | '_' | '~' | '—' | '–' => {}
            _ => break,
        }
        address = cut(address, &(0..address.len() - last.len_utf8()));
    }
    address
}

/// The number of opening brackets minus that of closing ones.
fn balance(text: &str, open: char, close: char) -> i64 {
    text.chars().map(|c| i64::from(c == open) - i64::from(c == close)).sum()
}
