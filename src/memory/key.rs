//! Lookup keys: the form in which sentences are compared.

use std::{collections::HashMap, fmt::Write as _};

use unicode_normalization::UnicodeNormalization;

use crate::model::{CodeKind, Piece, Text};

/// Returns the lookup key of a sentence: words in NFC, white space as single spaces, codes numbered in reading order.
pub(super) fn sentence(text: &Text) -> String {
    let numbers = numbers(text);
    let mut out = String::with_capacity(text.prose.len());
    for piece in text.pieces() {
        match piece {
            Piece::Prose(prose) => push_words(&mut out, prose),
            Piece::Code(code) => {
                let kind = match code.kind {
                    CodeKind::Open => '(',
                    CodeKind::Close => ')',
                    CodeKind::Single => '.',
                };
                let number = numbers.get(&code.id).copied().unwrap_or_default();
                // U+FFFE is a noncharacter, so it is not in any text; writing to a string cannot fail.
                let _ = write!(out, "\u{FFFE}{number}{kind}");
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Returns the words of a neighbouring sentence in the form in which they are compared.
pub(super) fn plain(prose: &str) -> String {
    let mut out = String::with_capacity(prose.len());
    push_words(&mut out, prose);
    out.truncate(out.trim_end().len());
    out
}

fn push_words(out: &mut String, prose: &str) {
    for c in prose.nfc() {
        match c {
            ' ' | '\t' | '\n' | '\r' if out.is_empty() || out.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
}

/// Returns each code's number in reading order, from 1.
pub(super) fn numbers(text: &Text) -> HashMap<u32, u32> {
    let mut numbers = HashMap::new();
    for (_, code) in &text.codes {
        let next = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
        numbers.entry(code.id).or_insert(next);
    }
    numbers
}
