//! Numbers in folded text, however they are written.

use std::ops::Range;

use crate::{
    glossary::{Folded, is_letter, is_mark},
    model::cut,
};

use super::{
    compound::Compound,
    language::{Half, NumberValue, Numerals},
    roman,
};

/// One way to read a number; two numbers agree when they share a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum NumberKey {
    /// The number itself.
    Plain(NumberValue),
    /// The number alone, where what follows gives it another value (`5` in `5 million` or `5 p.m.`).
    Bare(NumberValue),
    /// An hour of the 24-hour clock and its minutes.
    Time(u8, u8),
    /// A month.
    Month(u8),
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberKind {
    /// In digits: it must occur on the other side.
    Digits,
    /// As a word.
    Word,
    /// A multiplier on its own: `thousands`.
    Idle,
    /// As the name of a month.
    Month,
    /// As a Roman numeral.
    Roman,
}

/// A number in a text.
#[derive(Debug, Clone)]
pub(super) struct Quantity {
    /// Bytes of the folded text.
    pub span: Range<usize>,
    pub kind: NumberKind,
    /// The number as written; an hour without its minutes.
    pub written: NumberValue,
    /// Its primary reading.
    pub key: NumberKey,
    /// Its further readings when it is in the source.
    pub source_keys: Vec<NumberKey>,
    /// Its further readings when it is in the target.
    pub target_keys: Vec<NumberKey>,
    /// The separate numbers that it may be: `15 100`.
    pub split: Vec<NumberValue>,
    /// Its value if its comma is an English thousands separator.
    pub english: Option<NumberValue>,
}

impl Quantity {
    fn new(span: Range<usize>, kind: NumberKind, value: NumberValue) -> Self {
        let (key, written) = (NumberKey::Plain(value), value);
        Self {
            span,
            kind,
            written,
            key,
            source_keys: Vec::new(),
            target_keys: Vec::new(),
            split: Vec::new(),
            english: None,
        }
    }

    /// The number meant; `None` for times and months.
    pub(super) const fn value(&self) -> Option<NumberValue> {
        match self.key {
            NumberKey::Plain(value) | NumberKey::Bare(value) => Some(value),
            NumberKey::Time(..) | NumberKey::Month(_) => None,
        }
    }

    /// Adds a reading that is valid on either side.
    fn add_key(&mut self, key: NumberKey) {
        self.source_keys.push(key);
        self.target_keys.push(key);
    }
}

/// All numbers of a text in reading order, in linear time.
pub(super) fn quantities(original: &str, folded: &Folded, numerals: &Numerals) -> Vec<Quantity> {
    let mut reader = QuantityReader { original, folded, text: &folded.text, numerals, out: Vec::new(), words: None };
    let mut at = 0;
    while let Some(letter) = reader.text.get(at..).and_then(|rest| rest.chars().next()) {
        at = if letter.is_ascii_digit() {
            reader.digits(at)
        } else if is_letter(letter) {
            reader.word(at)
        } else {
            at + letter.len_utf8()
        };
    }
    reader.finish_words();
    reader.out
}

struct QuantityReader<'a> {
    original: &'a str,
    folded: &'a Folded,
    text: &'a str,
    numerals: &'a Numerals,
    out: Vec<Quantity>,
    /// Number words read so far, which the next word may continue.
    words: Option<Compound>,
}

/// The end of the word at `at`: letters, marks, and apostrophes between letters.
fn word_end(text: &str, at: usize) -> usize {
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

/// The number of bytes from `at` that are certainly letters of the same word, or marks that no number follows. (General
/// punctuation begins with 0xE2 and Latin-1 punctuation with 0xC2; no continuation byte has either value.)
fn plain_bytes(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    bytes.iter().take_while(|byte| matches!(byte, b'a'..=b'z' | 0x80..=0xc1 | 0xc3..=0xe1 | 0xe3..)).count()
}

/// The end of the ASCII digits that begin at `at`.
fn digits_end(text: &str, at: usize) -> usize {
    at + text.as_bytes().get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
}

impl<'a> QuantityReader<'a> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn digit(&self, at: usize) -> bool {
        self.byte(at).is_some_and(|byte| byte.is_ascii_digit())
    }

    fn part(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// Reads the number in digits at `at`; returns the position after it.
    fn digits(&mut self, at: usize) -> usize {
        self.finish_words();
        // Runs of digits separated by a single comma or point.
        let first = at..digits_end(self.text, at);
        let mut runs = vec![first];
        let mut marks = Vec::new();
        while let Some(last) = runs.last().map(|run| run.end) {
            match self.byte(last) {
                Some(mark @ (b'.' | b',')) if self.digit(last + 1) => {
                    marks.push(mark);
                    runs.push(last + 1..digits_end(self.text, last + 1));
                }
                _ => break,
            }
        }
        let joined = marks.is_empty().then(|| self.spaced(at)).flatten();
        let mut read = joined.unwrap_or_else(|| self.marked(&runs, &marks));
        let end = read.last().map_or(at + 1, |quantity| quantity.span.end);
        let end = if let [only] = read.as_mut_slice() { self.read_suffix(only, end) } else { end };
        self.out.append(&mut read);
        end
    }

    /// A number with spaces between its groups: `10 000`, `1 000,5`.
    fn spaced(&self, at: usize) -> Option<Vec<Quantity>> {
        let first = at..digits_end(self.text, at);
        let mut runs = vec![first];
        while let Some(end) = runs.last().map(|run| run.end).filter(|end| self.byte(*end) == Some(b' ')) {
            let next = end + 1..digits_end(self.text, end + 1);
            if next.len() != 3 || runs.first().is_none_or(|run| run.len() > 3) {
                break;
            }
            runs.push(next);
        }
        let (first, last) = (runs.first()?, runs.last()?);
        if runs.len() < 2 || self.byte(first.start) == Some(b'0') {
            return None;
        }
        let whole: String = runs.iter().map(|run| self.part(run)).collect();
        let mut end = last.end;
        let mut fraction = "";
        if matches!(self.byte(end), Some(b',' | b'.')) && self.digit(end + 1) {
            let digits = end + 1..digits_end(self.text, end + 1);
            if digits.len() < 3 {
                end = digits.end;
                fraction = self.text.get(digits)?;
            }
        }
        let mut quantity = Quantity::new(at..end, NumberKind::Digits, NumberValue::read(&whole, fraction));
        quantity.split = runs.iter().map(|run| NumberValue::read(self.part(run), "")).collect();
        Some(vec![quantity])
    }

    /// The fraction sign after a whole number, with its decimals: `1½`.
    fn fraction(&self, at: usize) -> Option<(char, &'static str)> {
        let sign = self.text.get(at..)?.chars().next()?;
        let part = match sign {
            '½' => "5",
            '¼' => "25",
            '¾' => "75",
            '⅕' => "2",
            '⅖' => "4",
            '⅗' => "6",
            '⅘' => "8",
            '⅛' => "125",
            '⅜' => "375",
            '⅝' => "625",
            '⅞' => "875",
            _ => return None,
        };
        Some((sign, part))
    }

    /// A number that contains commas or points, or several numbers.
    fn marked(&self, runs: &[Range<usize>], marks: &[u8]) -> Vec<Quantity> {
        let whole = |run: &Range<usize>| NumberValue::read(self.part(run), "");
        let each = || runs.iter().map(|run| Quantity::new(run.clone(), NumberKind::Digits, whole(run))).collect();
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return Vec::new() };
        if marks.is_empty() {
            let Some((sign, part)) = self.fraction(last.end) else { return each() };
            let value = NumberValue::read(self.part(first), part);
            return vec![Quantity::new(first.start..last.end + sign.len_utf8(), NumberKind::Digits, value)];
        }
        let span = first.start..last.end;
        let single = |value| Quantity::new(span.clone(), NumberKind::Digits, value);
        let decimal_point = self.numerals.decimal == '.';
        let groups = |runs: &[Range<usize>]| {
            first.len() <= 3 && self.byte(first.start) != Some(b'0') && runs.iter().skip(1).all(|run| run.len() == 3)
        };
        let joined =
            |runs: &[Range<usize>]| NumberValue::read(&runs.iter().map(|run| self.part(run)).collect::<String>(), "");
        let commas = marks.iter().all(|mark| *mark == b',');
        let points = marks.iter().all(|mark| *mark == b'.');
        match runs {
            _ if commas && groups(runs) && decimal_point => vec![single(joined(runs))],
            [a, b] if commas => {
                let mut quantity = single(NumberValue::read(self.part(a), self.part(b)));
                quantity.split = vec![whole(a), whole(b)];
                quantity.english = (groups(runs) && !decimal_point).then(|| joined(runs));
                vec![quantity]
            }
            _ if commas && groups(runs) => {
                // Unambiguous, but not how the language writes it.
                let mut quantity = single(joined(runs));
                quantity.english = Some(joined(runs));
                vec![quantity]
            }
            [a, b] if points => {
                let mut quantity = single(NumberValue::read(self.part(a), self.part(b)));
                quantity.split = vec![whole(a), whole(b)];
                if let (Some(hour @ 0..25), Some(minute @ 0..60), 2) = (whole(a).small(), whole(b).small(), b.len()) {
                    quantity.add_key(NumberKey::Time(hour, minute));
                }
                if groups(runs) && !decimal_point {
                    quantity.add_key(NumberKey::Plain(joined(runs)));
                }
                vec![quantity]
            }
            [head @ .., decimals]
                if decimal_point
                    && marks.split_last().is_some_and(|(m, rest)| *m == b'.' && rest.iter().all(|m| *m == b','))
                    && groups(head) =>
            {
                let digits: String = head.iter().map(|run| self.part(run)).collect();
                vec![single(NumberValue::read(&digits, self.part(decimals)))]
            }
            [head @ .., decimals]
                if !decimal_point
                    && marks.split_last().is_some_and(|(m, rest)| *m == b',' && rest.iter().all(|m| *m == b'.'))
                    && groups(head) =>
            {
                let digits: String = head.iter().map(|run| self.part(run)).collect();
                vec![single(NumberValue::read(&digits, self.part(decimals)))]
            }
            _ => each(),
        }
    }

    /// Reads what follows a number and changes it: minutes, an ending, a multiplier, a half of the day.
    fn read_suffix(&mut self, quantity: &mut Quantity, mut end: usize) -> usize {
        let Some(value) = quantity.value() else { return end };
        self.range_end(quantity);
        let mut time = value.small().filter(|hour| *hour < 25).map(|hour| (hour, 0));
        if self.byte(end) == Some(b':') && digits_end(self.text, end + 1) == end + 3 {
            let minutes = NumberValue::read(self.part(&(end + 1..end + 3)), "");
            if let (Some((hour, _)), Some(minute @ 0..60)) = (time, minutes.small()) {
                time = Some((hour, minute));
                quantity.key = NumberKey::Time(hour, minute);
                quantity.split = vec![value, minutes];
                if minute == 0 {
                    quantity.add_key(NumberKey::Plain(value));
                }
                end += 3;
                quantity.span.end = end;
            }
        } else if let Some(NumberKey::Time(hour, minute)) = quantity.target_keys.first() {
            time = Some((*hour, *minute));
        }
        if let Some(half) = self.half_after(end)
            && let Some((hour @ 0..13, minute)) = time
        {
            let hour24 = match (half, hour) {
                (Half::Am | Half::Night, 12) => 0,
                (Half::Pm, 1..12) | (Half::Night, 7..12) => hour + 12,
                _ => hour,
            };
            let spoken = NumberValue::whole(u128::from(hour));
            let full = NumberValue::whole(u128::from(hour24));
            quantity.key = NumberKey::Time(hour24, minute);
            quantity.source_keys.push(NumberKey::Time(hour, minute));
            if minute > 0 {
                quantity.split = vec![full, NumberValue::whole(u128::from(minute))];
            } else {
                quantity.add_key(NumberKey::Plain(full));
                quantity.source_keys.push(NumberKey::Plain(spoken));
                quantity.target_keys.push(NumberKey::Bare(spoken));
            }
            return end;
        }
        self.read_multiplier(quantity, value, end)
    }

    /// `2020–21`: the second number may be the year 2021.
    fn range_end(&self, quantity: &mut Quantity) {
        let Some(before) = self.out.last().filter(|_| quantity.span.len() == 2) else { return };
        let between = self.text.get(before.span.end..quantity.span.start);
        if before.span.len() == 4
            && matches!(between, Some("-" | "–" | "—" | "/"))
            && let (Some(year), Some(end)) = (before.value(), quantity.value())
        {
            quantity.add_key(NumberKey::Plain(NumberValue::whole(year.digits / 100 * 100 + end.digits)));
        }
    }

    /// The half of the day named within three words after a number.
    fn half_after(&self, end: usize) -> Option<Half> {
        let rest = self.text.get(end..)?;
        // `6–8 p.m.`: the word after a range applies to both hours.
        let range = rest.strip_prefix(['-', '–']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let range = range.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.')));
        let mut rest = range.unwrap_or(rest).trim_start_matches('-');
        for _ in 0..3 {
            rest = rest.strip_prefix(' ').unwrap_or(rest);
            for (word, half) in &self.numerals.halves {
                if let Some(after) = rest.strip_prefix(word.as_str())
                    && !after.starts_with(|c: char| c.is_alphanumeric())
                {
                    return Some(*half);
                }
            }
            let skipped = word_end(rest, 0);
            if skipped == 0 {
                return None;
            }
            rest = rest.get(skipped..)?;
        }
        None
    }

    /// Reads a multiplier after a number (`10 million`, `5bn`), or an `s` that makes it a decade.
    fn read_multiplier(&mut self, quantity: &mut Quantity, value: NumberValue, end: usize) -> usize {
        let gap = usize::from(matches!(self.byte(end), Some(b' ' | b'-')));
        let word = end + gap..word_end(self.text, end + gap);
        let text = self.part(&word);
        if gap == 0 && matches!(text, "s" | "'s") && value.scale == 0 {
            let years = value.digits;
            if years > 1000 {
                quantity.add_key(NumberKey::Plain(NumberValue::whole(years % 100)));
            } else if years < 100 {
                quantity.add_key(NumberKey::Plain(NumberValue::whole(1900 + years)));
                quantity.add_key(NumberKey::Plain(NumberValue::whole(2000 + years)));
            }
            return word.end;
        }
        // A single letter is a multiplier only when attached to its number.
        let long = gap == 0 || text.chars().nth(1).is_some();
        let times = self.numerals.words.get(text).into_iter().flatten().find(|times| times.is_multiplier());
        let Some(times) = times.copied().filter(|_| long) else { return end };
        quantity.key = NumberKey::Plain(value.times(times));
        quantity.source_keys.push(NumberKey::Plain(value));
        quantity.target_keys.push(NumberKey::Bare(value));
        quantity.span.end = word.end;
        word.end
    }

    /// Reads the word at `at`; returns the position after it.
    fn word(&mut self, at: usize) -> usize {
        let first = self.text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        if !self.numerals.may_begin(first) && !roman::may_begin(first) && !matches!(first, 'h' | 'f') {
            return at + first.len_utf8() + plain_bytes(self.text, at + first.len_utf8());
        }
        let end = word_end(self.text, at);
        if self.text.get(end..).is_some_and(|rest| rest.starts_with("://")) {
            // Digits in an address are not numbers.
            self.finish_words();
            return self.text.get(end..).and_then(|rest| rest.find(' ')).map_or(self.text.len(), |space| end + space);
        }
        let text = self.part(&(at..end));
        if self.numerals.may_begin(first) {
            let numerals = self.numerals;
            if let Some(values) = numerals.words.get(text).filter(|_| text.chars().nth(1).is_some()) {
                self.number_word(at..end, values);
                return end;
            }
            if let Some(month) = self.numerals.months.get(text).copied().filter(|_| self.is_month(at..end)) {
                self.finish_words();
                let mut quantity = Quantity::new(at..end, NumberKind::Month, NumberValue::whole(u128::from(month)));
                quantity.add_key(quantity.key);
                quantity.key = NumberKey::Month(month);
                self.out.push(quantity);
                return end;
            }
        }
        if let Some(value) = self.roman(at..end) {
            self.finish_words();
            self.out.push(Quantity::new(at..end, NumberKind::Roman, NumberValue::whole(value)));
        }
        end
    }

    /// Whether the word is the name of a month: English ones are capitalized (`May`, not `may`).
    fn is_month(&self, span: Range<usize>) -> bool {
        let original = cut(self.original, &self.folded.span(self.original, &span));
        !original.is_ascii() || original.starts_with(|c: char| c.is_ascii_uppercase())
    }

    /// A Roman numeral, where the word is in capitals.
    fn roman(&self, span: Range<usize>) -> Option<u128> {
        let value = roman::read(self.part(&span))?;
        let original = cut(self.original, &self.folded.span(self.original, &span));
        original.chars().all(char::is_uppercase).then_some(value)
    }

    /// Continues the number words before, or begins a new number.
    fn number_word(&mut self, span: Range<usize>, values: &[NumberValue]) {
        let Some(value) = values.first().copied() else { return };
        if let Some(open) = &mut self.words {
            let gap = self.text.get(open.span.end..span.start).unwrap_or_default();
            let between = gap.trim();
            let goes_on = matches!(gap, " " | "-")
                || (gap.starts_with(' ') && self.numerals.joiners.iter().any(|word| word == between));
            if goes_on && values.len() == 1 && open.others.is_empty() && open.push(value) {
                open.span.end = span.end;
                return;
            }
        }
        self.finish_words();
        let mut open = Compound::new(span, values);
        open.push(value);
        self.words = Some(open);
    }

    /// Adds the number words read so far to the numbers.
    fn finish_words(&mut self) {
        let Some(words) = self.words.take() else { return };
        let kind = if words.counted { NumberKind::Word } else { NumberKind::Idle };
        let mut quantity = Quantity::new(words.span.clone(), kind, words.value());
        for other in words.others {
            quantity.add_key(NumberKey::Plain(other));
        }
        self.out.push(quantity);
    }
}
