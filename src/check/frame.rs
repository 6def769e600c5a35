//! How a quotation sits in its sentence: its share of the text, its place, and the marks beside it. A translation keeps most of
//! that, whatever its words are.

use std::ops::Range;

use crate::model::cut;

/// Letters added to a quotation and to what is around it, so that short ones may differ more.
const SMOOTH: f64 = 6.0;

/// The place of a quotation in a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// The natural logarithm of its length to the length of the rest.
    share: f64,
    /// Its middle, from 0 to 1.
    middle: f64,
    /// Whether the text begins with it, or a mark stands before it.
    is_apart_before: bool,
    /// Whether the text ends with it, or a mark stands at its end.
    is_apart_behind: bool,
    /// Whether it begins with a capital, if with a letter.
    has_capital: Option<bool>,
}

/// How a quotation sits otherwise in a translation than in its source.
#[derive(Debug, Clone, Copy)]
pub(super) struct FrameShift {
    /// How much less of the text it is, as a natural logarithm; negative if it is more.
    pub lost: f64,
    /// How far its middle has moved, as a share of the text.
    pub moved: f64,
    /// Whether it begins within a phrase, and the source's does not.
    pub begins_within: bool,
    /// The same for its end.
    pub ends_within: bool,
    /// Whether it is apart on both sides.
    pub is_apart: bool,
}

impl Frame {
    /// That of a quotation with its marks.
    pub(super) fn of(text: &str, span: &Range<usize>) -> Self {
        let (before, quoted, behind) =
            (cut(text, &(0..span.start)), cut(text, span), cut(text, &(span.end..text.len())));
        let length = |text: &str| count(text) + SMOOTH;
        let inner = quoted.trim_matches(|letter: char| !letter.is_alphanumeric() && !is_mark(letter));
        let has_word = |text: &str| text.contains(char::is_alphanumeric);
        Self {
            share: (length(quoted) / (count(before) + count(behind) + SMOOTH)).ln(),
            middle: (count(before) + count(quoted) / 2.0) / count(text).max(1.0),
            is_apart_before: !has_word(before) || before.trim_end().ends_with(is_mark),
            is_apart_behind: !has_word(behind) || behind.trim_start().starts_with(is_mark) || inner.ends_with(is_mark),
            has_capital: inner.chars().next().filter(|letter| letter.is_alphabetic()).map(char::is_uppercase),
        }
    }

    /// How a translation's quotation sits otherwise than this.
    pub(super) fn shift(&self, target: &Self) -> FrameShift {
        let is_small = (self.has_capital, target.has_capital) == (Some(true), Some(false));
        FrameShift {
            lost: self.share - target.share,
            moved: (self.middle - target.middle).abs(),
            begins_within: is_small || (self.is_apart_before && !target.is_apart_before),
            ends_within: self.is_apart_behind && !target.is_apart_behind,
            is_apart: target.is_apart_before && target.is_apart_behind,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
fn count(text: &str) -> f64 {
    text.chars().count() as f64
}

/// Whether a mark parts what is said from what is around it.
const fn is_mark(mark: char) -> bool {
    matches!(mark, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '(' | ')' | '—' | '–')
}
