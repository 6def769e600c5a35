//! What in literal text is no prose: bare addresses (GFM 6.9, extended autolinks) and characters that XML cannot hold.

use std::ops::Range;

use crate::{model::cut, source::is_unwritable};

/// The spans of a stretch of literal text that are not prose, in order; `before` is the character in front of it.
///
/// Addresses without a scheme are known by `www.` only, and mail addresses are prose: they read as words.
pub(super) fn not_prose(text: &str, before: Option<char>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    addresses(text, before, &mut found);
    if text.bytes().any(|byte| byte < 0x20) || text.contains(['\u{fffe}', '\u{ffff}']) {
        found.extend(text.char_indices().filter(|(_, c)| is_unwritable(*c)).map(|(at, c)| at..at + c.len_utf8()));
        found.sort_by_key(|span| span.start);
        // A control character ends an address, so no span contains another.
    }
    found
}

/// What an address begins with.
const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// Finds the addresses in one pass: each candidate is looked at once, and an address found is passed over.
fn addresses(text: &str, before: Option<char>, found: &mut Vec<Range<usize>>) {
    let mut from = 0;
    let candidates = memchr::memchr2_iter(b':', b'.', text.as_bytes());
    for mark in candidates {
        if mark < from {
            continue;
        }
        let Some((start, beginning)) = BEGINNINGS.iter().find_map(|beginning| {
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
            found.push(start..start + length);
            from = start + length;
        }
    }
}

/// Characters that end an address wherever they stand; typographic quotes are no part of one in running text.
pub(super) fn ends_address(c: char) -> bool {
    c.is_whitespace() || is_unwritable(c) || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '„' | '…')
}

/// Characters that belong to the sentence when an address ends in them.
pub(super) const fn is_trailing(c: char) -> bool {
    matches!(c, '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' | '’' | '‘' | ']' | '[' | '|' | '—' | '–')
}

/// How many bytes of `text`, which begins with one, are the address.
fn address_length(text: &str) -> usize {
    let mut address = cut(text, &(0..text.find(ends_address).unwrap_or(text.len())));
    let count = |text: &str, wanted: u8| text.bytes().filter(|byte| *byte == wanted).count();
    // GFM: a closing parenthesis without its opening one is the sentence's.
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
