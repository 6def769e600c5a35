//! What stands beside a wording? There it may begin or end a word, be part of a longer name, or mean something else.

use std::{collections::BTreeSet, ops::Range};

use crate::model::cut;

use super::{
    folding::{Folding, is_word},
    is_mark,
};

/// As much of a text before a word as names and phrases are long, in bytes: a text without spaces is not read again and
/// again.
const REACH: usize = 256;

/// A word, or several, beside which a wording is another one (`context_not`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Around {
    /// Folded.
    text: String,
    /// Whether any ending may follow.
    open: bool,
    words: usize,
}

impl Around {
    /// Reads an entry; a last `*` stands for any ending. Nothing is left of an empty one.
    pub(super) fn new(entry: &str, folding: &Folding) -> Option<Self> {
        let stem = entry.strip_suffix('*');
        let text = folding.fold(stem.unwrap_or(entry)).text.trim().to_owned();
        let words = text.split(' ').count();
        (!text.is_empty()).then_some(Self { text, open: stem.is_some(), words })
    }

    /// Whether it stands directly before or behind `span` of a folded text.
    pub(super) fn stands(&self, folded: &str, span: &Range<usize>) -> bool {
        let rest = cut(folded, &(span.end..folded.len()));
        let behind = rest.trim_start_matches(is_gap);
        if behind.len() < rest.len()
            && behind.strip_prefix(self.text.as_str()).is_some_and(|tail| self.open || ends_word(tail))
        {
            return true;
        }
        let head = cut(folded, &(folded.floor_char_boundary(span.start.saturating_sub(REACH))..span.start));
        let before = head.trim_end_matches(is_gap);
        if before.len() == head.len() {
            return false;
        }
        if self.open {
            let begin = before.rmatch_indices(is_gap).nth(self.words - 1).map_or(0, |(at, _)| at + 1);
            return before.get(begin..).is_some_and(|words| words.starts_with(&self.text));
        }
        before.strip_suffix(self.text.as_str()).is_some_and(begins_word)
    }
}

/// Whether a character joins two words without a pause.
const fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '-')
}

/// Whether a word may begin behind `before`.
pub(super) fn begins_word(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        None => true,
        Some('\'') => !back.next().is_some_and(is_word),
        Some(letter) => !is_word(letter),
    }
}

/// Whether a word may end before `rest`.
pub(super) fn ends_word(rest: &str) -> bool {
    let mut ahead = rest.chars();
    match ahead.next() {
        None => true,
        Some('\'') => !ahead.next().is_some_and(|next| is_word(next) || is_mark(next)),
        Some(letter) => !is_word(letter),
    }
}

/// Whether the wording at `span` of a text is part of a longer name: beside it, joined by one space or hyphen, stands
/// another word with a capital, which neither begins a sentence nor is a wording by itself (those begin at `starts` and
/// end at `ends`).
pub(super) fn in_longer_name(
    text: &str,
    span: &Range<usize>,
    starts: &BTreeSet<usize>,
    ends: &BTreeSet<usize>,
) -> bool {
    let wording = cut(text, span);
    let mut letters = wording.chars().filter(|letter| letter.is_alphabetic());
    if letters.clone().count() > 1 && letters.all(char::is_uppercase) {
        // Among capitals only, a capital says nothing; an abbreviation is no part of a name.
        return false;
    }
    let mut rest = cut(text, &(span.end..text.len())).chars();
    if let Some(joint) = rest.next().filter(|joint| is_joint(*joint))
        && rest.next().is_some_and(char::is_uppercase)
        && !starts.contains(&(span.end + joint.len_utf8()))
    {
        return true;
    }
    let head = cut(text, &(text.floor_char_boundary(span.start.saturating_sub(REACH))..span.start));
    let Some(joint) = head.chars().next_back().filter(|joint| is_joint(*joint)) else { return false };
    let end = head.len() - joint.len_utf8();
    if ends.contains(&(span.start - joint.len_utf8())) {
        return false;
    }
    let before = cut(head, &(0..end));
    let word = before.len() - before.trim_end_matches(|c| is_word(c) || matches!(c, '\'' | '’' | 'ʼ')).len();
    let (earlier, word) = (cut(before, &(0..end - word)), cut(before, &(end - word..end)));
    let opens = earlier.trim_end_matches(|c: char| !is_word(c) && !matches!(c, '.' | '!' | '?' | '…' | ':' | '\n'));
    let begins = span.start < REACH && opens.is_empty() || opens.ends_with(|c| !is_word(c));
    word.starts_with(char::is_uppercase) && (!begins || !joint.is_whitespace())
}

/// Whether a character joins the words of one name.
const fn is_joint(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2010}' | '\u{2011}')
}
