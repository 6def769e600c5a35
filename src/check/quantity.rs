//! A number in a text, and the ways to read it.

use std::ops::Range;

use crate::glossary::{is_letter, is_mark};

use super::{language::NumberValue, unit::Meanings};

/// One way to read a number; two numbers agree when they share a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum NumberKey {
    /// The number itself.
    Plain(NumberValue),
    /// The number alone, where what follows gives it another value (`5` in `5 million` or `5 p.m.`).
    Bare(NumberValue),
    /// An hour of the 24-hour clock and its minutes.
    Time(u8, u8),
    /// An hour and its minutes, of which half of the day is not said.
    Clock(u8, u8),
    /// A month.
    Month(u8),
    /// A weekday, 1 for Monday.
    Weekday(u8),
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberKind {
    /// In digits: it must occur on the other side.
    Digits,
    /// As a word.
    Word,
    /// A multiplier or a fraction on its own: `thousands`, `half`.
    Idle,
    /// As the name of a month.
    Month,
    /// As the name of a weekday.
    Weekday,
    /// As a Roman numeral.
    Roman,
}

/// A number in a text.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts")]
pub(super) struct Quantity {
    /// Bytes of the folded text.
    pub span: Range<usize>,
    pub kind: NumberKind,
    /// The number as written; an hour without its minutes.
    pub written: NumberValue,
    /// Its primary reading.
    pub key: NumberKey,
    /// Whether its word only implies the number: an ordinal, `both`.
    pub is_loose: bool,
    /// Its further readings when it is in the source.
    pub source_keys: Vec<NumberKey>,
    /// Its further readings when it is in the target.
    pub target_keys: Vec<NumberKey>,
    /// The separate numbers that it may be: `15 100`.
    pub split: Vec<NumberValue>,
    /// Its value if its comma is an English thousands separator.
    pub english: Option<NumberValue>,
    /// The multiplier that follows it.
    pub multiplier: Option<NumberValue>,
    /// Where the letters of a name begin of which it is a part: `Covid-19`, `G7`.
    pub name: Option<usize>,
    /// Whether the translation may leave it unsaid: `24/7`.
    pub is_optional: bool,
    /// The unit that it is a number of.
    pub units: Meanings,
    /// Whether that unit stands beside it, and not at the other end of a range.
    pub is_direct: bool,
    /// Whether no other word stands between them.
    pub is_adjacent: bool,
    /// Bytes of the folded text, with its unit.
    pub whole: Range<usize>,
}

impl Quantity {
    pub(super) fn new(span: Range<usize>, kind: NumberKind, value: NumberValue) -> Self {
        let (key, written) = (NumberKey::Plain(value), value);
        Self {
            whole: span.clone(),
            span,
            kind,
            written,
            key,
            is_loose: false,
            source_keys: Vec::new(),
            target_keys: Vec::new(),
            split: Vec::new(),
            english: None,
            multiplier: None,
            name: None,
            is_optional: false,
            units: [None; 2],
            is_direct: false,
            is_adjacent: false,
        }
    }

    /// The number meant; `None` for times, months and weekdays.
    pub(super) const fn value(&self) -> Option<NumberValue> {
        match self.key {
            NumberKey::Plain(value) | NumberKey::Bare(value) => Some(value),
            NumberKey::Time(..) | NumberKey::Clock(..) | NumberKey::Month(_) | NumberKey::Weekday(_) => None,
        }
    }

    /// Adds a reading that is valid on either side.
    pub(super) fn add_key(&mut self, key: NumberKey) {
        self.source_keys.push(key);
        self.target_keys.push(key);
    }
}

/// The end of the word at `at`: letters, marks, and apostrophes between letters.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut apostrophe = false;
    for letter in text.get(at..).unwrap_or_default().chars() {
        if is_letter(letter) || is_mark(letter) {
            end += letter.len_utf8() + usize::from(apostrophe);
            apostrophe = false;
        } else if letter == '\'' && !apostrophe {
            apostrophe = true;
        } else {
            break;
        }
    }
    end
}

/// The end of the ASCII digits that begin at `at`.
pub(super) fn digits_end(text: &str, at: usize) -> usize {
    at + text.as_bytes().get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
}
