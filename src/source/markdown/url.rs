//! Literal text that is not prose: bare addresses (GFM 6.9, extended autolinks) and characters that XML does not allow.

use std::ops::Range;

use crate::{model::cut, source::is_unwritable};

/// The spans of a literal text that are not prose, in order; `before` is the character before the text.
///
/// Addresses without a scheme are recognised by `www.` only, and mail addresses are prose: they read as words.
pub(super) fn non_prose_spans(text: &str, before: Option<char>) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    find_addresses(text, before, &mut spans);
    if text.bytes().any(|byte| byte < 0x20) || text.contains(['\u{fffe}', '\u{ffff}']) {
        spans.extend(text.char_indices().filter(|(_, c)| is_unwritable(*c)).map(|(at, c)| at..at + c.len_utf8()));
        spans.sort_by_key(|span| span.start);
        // A control character ends an address, so no span contains another.
    }
    spans
}

/// The beginnings of addresses.
const ADDRESS_PREFIXES: [&str; 3] = ["https://", "http://", "www."];

/// Finds the addresses in one pass: each candidate is examined once, and the search continues after an address.
fn find_addresses(text: &str, before: Option<char>, spans: &mut Vec<Range<usize>>) {
    let mut from = 0;
    let candidates = memchr::memchr2_iter(b':', b'.', text.as_bytes());
    for mark in candidates {
        if mark < from {
            continue;
        }
        let Some((start, beginning)) = ADDRESS_PREFIXES.iter().find_map(|beginning| {
            let stem = beginning.trim_end_matches(['/', ':', '.']);
            let start = mark.checked_sub(stem.len()).filter(|start| *start >= from)?;
            let head = text.as_bytes().get(start..start + beginning.len())?;
            head.eq_ignore_ascii_case(beginning.as_bytes()).then_some((start, beginning.len()))
        }) else {
            continue;
        };
        let previous = cut(text, &(0..start)).chars().next_back().or(if start == 0 { before } else { None });
        if previous.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let rest = cut(text, &(start..text.len()));
        let length = address_length(rest);
        if length > beginning {
            spans.push(start..start + length);
            from = start + length;
        }
    }
}

/// Whether a character ends an address wherever it occurs; in running text typographic quotes are not part of one.
pub(super) fn ends_address(c: char) -> bool {
    c.is_whitespace() || is_unwritable(c) || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '„' | '…')
}

/// Whether a character at the end of an address belongs to the sentence instead.
pub(super) const fn is_trailing(c: char) -> bool {
    matches!(c, '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' | '’' | '‘' | ']' | '[' | '|' | '—' | '–')
}

/// The length in bytes of the address that `text` begins with.
fn address_length(text: &str) -> usize {
    let mut address = cut(text, &(0..text.find(ends_address).unwrap_or(text.len())));
    let count = |text: &str, wanted: u8| text.bytes().filter(|byte| *byte == wanted).count();
    // GFM: an unmatched closing parenthesis belongs to the sentence.
    let mut surplus = count(address, b')').saturating_sub(count(address, b'('));
    while let Some(last) = address.chars().next_back() {
        if last == ')' && surplus > 0 {
            surplus -= 1;
        } else if !is_trailing(last) {
            break;
        }
        address = cut(address, &(0..address.len() - last.len_utf8()));
    }
    address.len()
}
