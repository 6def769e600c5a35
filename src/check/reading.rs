//! Reads the numbers of a folded text, however they are written.

use std::{iter, ops::Range};

use crate::{
    glossary::{Folded, Folding, is_letter},
    model::cut,
};

use super::{
    compound::{Compound, DOZEN},
    language::{Half, NumberValue, Numerals},
    measures::is_range,
    notation::Notation,
    quantity::{NumberKey, NumberKind, Quantity, digits_end, word_end},
    roman,
};

/// All numbers of a text in reading order, in linear time.
pub(super) fn quantities(original: &str, folded: &Folded, numerals: &Numerals) -> Vec<Quantity> {
    quantities_in(original, folded, numerals, iter::once(0..folded.text.len()))
}

/// The numbers that begin in some parts of a text.
pub(super) fn quantities_in(
    original: &str,
    folded: &Folded,
    numerals: &Numerals,
    parts: impl IntoIterator<Item = Range<usize>>,
) -> Vec<Quantity> {
    let text = folded.text.as_str();
    let notation = Notation { text, has_decimal_point: numerals.decimal == '.' };
    let mut reader = QuantityReader { original, folded, text, numerals, notation, out: Vec::new(), words: None };
    let mut at = 0;
    for part in parts {
        at = at.max(part.start);
        while let Some(byte) = text.as_bytes().get(at).filter(|_| at < part.end) {
            at = match byte {
                b'0'..=b'9' => reader.digits(at),
                // The Cyrillic letters from 0x400 to 0x47f.
                b'a'..=b'z' | b'A'..=b'Z' | 0xd0 | 0xd1 => reader.word(at),
                0..0x80 => at + 1,
                _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
                    Some(letter) if is_letter(letter) => reader.word(at),
                    letter => at + letter.map_or(1, char::len_utf8),
                },
            };
        }
    }
    reader.finish_words();
    share_multipliers(reader.text, &mut reader.out);
    for quantity in &mut reader.out {
        quantity.whole = quantity.span.start..quantity.whole.end.max(quantity.span.end);
    }
    reader.out
}

/// Whether a word may be a number, or has more than letters. Where no word of a text may be one, no number begins.
pub(super) fn may_be_number(word: &str, folding: &Folding, numerals: &Numerals) -> bool {
    !word.chars().all(is_letter) || !quantities(word, &folding.fold(word), numerals).is_empty()
}

/// Lets the multiplier behind a range apply to both its ends: `from 3 to 5 million`.
fn share_multipliers(text: &str, numbers: &mut [Quantity]) {
    for at in (1..numbers.len()).rev() {
        let Some([one, other]) = numbers.get_mut(at - 1..=at) else { continue };
        let Some(times) = other.multiplier.filter(|_| one.multiplier.is_none() && is_range(text, one, other)) else {
            continue;
        };
        if let (NumberKey::Plain(value), NumberKind::Digits) = (one.key, one.kind) {
            one.source_keys.extend([NumberKey::Plain(value.times(times)), NumberKey::Bare(value)]);
            one.target_keys.push(NumberKey::Plain(value.times(times)));
        }
    }
}

struct QuantityReader<'a> {
    original: &'a str,
    folded: &'a Folded,
    text: &'a str,
    numerals: &'a Numerals,
    notation: Notation<'a>,
    out: Vec<Quantity>,
    /// Number words read so far, which the next word may continue.
    words: Option<Compound>,
}

/// The most letters of a name with a number.
const NAME: usize = 16;

/// The number of bytes from `at` that are certainly letters of the same word, or marks that no number follows. (General
/// punctuation begins with 0xE2 and Latin-1 punctuation with 0xC2; no continuation byte has either value.)
fn plain_bytes(text: &str, at: usize) -> usize {
    let is_plain = |byte: &&u8| PLAIN.get(usize::from(**byte)) == Some(&true);
    text.as_bytes().get(at..).unwrap_or_default().iter().take_while(is_plain).count()
}

const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < plain.len() {
        plain[byte] = matches!(byte, 0x61..=0x7a | 0x80..=0xc1 | 0xc3..=0xe1 | 0xe3..=0xff);
        byte += 1;
    }
    plain
};

impl QuantityReader<'_> {
    /// Reads the number in digits at `at`; returns the position after it.
    fn digits(&mut self, at: usize) -> usize {
        self.finish_words();
        // Runs of digits separated by a single comma or point.
        let first = at..digits_end(self.text, at);
        let mut runs = vec![first];
        let mut marks = Vec::new();
        while let Some(last) = runs.last().map(|run| run.end) {
            match self.notation.byte(last) {
                Some(mark @ (b'.' | b',')) if self.notation.digit(last + 1) => {
                    marks.push(mark);
                    runs.push(last + 1..digits_end(self.text, last + 1));
                }
                _ => break,
            }
        }
        let joined = marks.is_empty().then(|| self.notation.spaced(at)).flatten();
        let mut read = joined.unwrap_or_else(|| self.notation.marked(&runs, &marks));
        let end = read.last().map_or(at + 1, |quantity| quantity.span.end);
        if let Some(first) = read.first_mut() {
            first.name = self.name_before(at);
        }
        for number in &mut read {
            if let Some(month @ 1..=12) = number.value().and_then(NumberValue::small)
                && self.notation.is_in_date(&number.span)
            {
                number.add_key(NumberKey::Month(month));
            }
        }
        let end = if let [only] = read.as_mut_slice() { self.read_suffix(only, end) } else { end };
        let is_always = self.is_always(at);
        self.out.append(&mut read);
        if is_always && let [.., hours, days] = self.out.as_mut_slice() {
            (hours.is_optional, days.is_optional) = (true, true);
        }
        end
    }

    /// Where the name begins of which the number at `at` is a part.
    fn name_before(&self, at: usize) -> Option<usize> {
        let before = self.text.get(..at)?;
        let joined = before.strip_suffix('-').unwrap_or(before);
        let letters = joined.chars().rev().take_while(|letter| is_letter(*letter)).take(NAME);
        let start = joined.len() - letters.map(char::len_utf8).sum::<usize>();
        let original = cut(self.original, &self.folded.span(self.original, &(start..joined.len())));
        original.starts_with(char::is_uppercase).then_some(start)
    }

    /// Whether the number at `at` is the second of `24/7`.
    fn is_always(&self, at: usize) -> bool {
        self.notation.byte(at) == Some(b'7')
            && !self.notation.digit(at + 1)
            && self.text.get(..at).is_some_and(|before| before.ends_with("24/"))
            && self.out.last().is_some_and(|hours| hours.span.end + 1 == at && hours.span.len() == 2)
    }

    /// Reads what follows a number and changes it: minutes, an ending, a multiplier, a half of the day.
    fn read_suffix(&mut self, quantity: &mut Quantity, mut end: usize) -> usize {
        let Some(value) = quantity.value() else { return end };
        self.range_end(quantity);
        let mut time = value.small().filter(|hour| *hour < 25).map(|hour| (hour, 0));
        if self.notation.byte(end) == Some(b':') && digits_end(self.text, end + 1) == end + 3 {
            let minutes = NumberValue::read(self.notation.part(&(end + 1..end + 3)), "");
            if let (Some((hour, _)), Some(minute @ 0..60)) = (time, minutes.small()) {
                time = Some((hour, minute));
                quantity.key = NumberKey::Time(hour, minute);
                quantity.target_keys.push(NumberKey::Clock(hour, minute));
                quantity.split = vec![value, minutes];
                if minute == 0 {
                    quantity.add_key(NumberKey::Plain(value));
                }
                if minute == 0 && hour > 12 {
                    // `from 10 to 6`
                    quantity.target_keys.push(NumberKey::Bare(NumberValue::whole(u128::from(hour - 12))));
                }
                end += 3;
                quantity.span.end = end;
            }
        } else if let Some(NumberKey::Time(hour, minute)) = quantity.target_keys.first() {
            time = Some((*hour, *minute));
        }
        if let Some((half, half_end)) = self.half_after(end)
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
            quantity.whole.end = half_end;
            // A half of the day that is said must be the same; one that is not said may be meant.
            quantity.target_keys.retain(|key| !matches!(key, NumberKey::Time(..) | NumberKey::Clock(..)));
            quantity.source_keys.push(NumberKey::Clock(hour, minute));
            if minute > 0 {
                quantity.split = vec![full, NumberValue::whole(u128::from(minute))];
            } else {
                quantity.source_keys.extend([NumberKey::Plain(full), NumberKey::Plain(spoken)]);
                quantity.target_keys.extend([NumberKey::Bare(full), NumberKey::Bare(spoken)]);
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

    /// The half of the day named within three words after a number, and where its name ends.
    fn half_after(&self, end: usize) -> Option<(Half, usize)> {
        let rest = self.text.get(end..)?;
        // `6–8 p.m.`: the word after a range applies to both hours.
        let range = rest.strip_prefix(['-', '–']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let range = range.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.')));
        let mut rest = range.unwrap_or(rest).trim_start_matches('-');
        for _ in 0..3 {
            rest = rest.strip_prefix(' ').unwrap_or(rest);
            for (word, half) in &self.numerals.halves {
                // Most begin with another letter.
                if word.as_bytes().first() == rest.as_bytes().first()
                    && let Some(after) = rest.strip_prefix(word.as_str())
                    && !after.starts_with(|c: char| c.is_alphanumeric())
                {
                    return Some((*half, self.text.len() - after.len()));
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
        let gap = usize::from(matches!(self.notation.byte(end), Some(b' ' | b'-')));
        let word = end + gap..word_end(self.text, end + gap);
        let text = self.notation.part(&word);
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
        let times = self.numerals.words.get(text).into_iter().flatten().find(|times| times.is_multiplier()).copied();
        let is_joined = gap == 0 || self.notation.byte(end) == Some(b'-');
        let stem = || self.numerals.multiplier_stems.iter().find(|(stem, _)| text.starts_with(stem.as_str()));
        let times = times.or_else(|| stem().filter(|_| is_joined).map(|(_, times)| *times));
        let Some(times) = times.filter(|_| long) else { return end };
        quantity.multiplier = Some(times);
        quantity.key = NumberKey::Plain(value.times(times));
        quantity.source_keys.push(NumberKey::Plain(value));
        quantity.target_keys.push(NumberKey::Bare(value));
        quantity.span.end = word.end;
        word.end
    }

    /// Reads the word at `at`; returns the position after it.
    fn word(&mut self, at: usize) -> usize {
        let mut letters = self.text.get(at..).unwrap_or_default().chars();
        let (first, second) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
        let is_listed = self.numerals.may_begin(first, second);
        let is_roman = roman::may_begin(first) && (roman::may_begin(second) || !is_letter(second));
        // `http`, `ftp`: an address.
        if !is_listed && !is_roman && !matches!((first, second), ('h' | 'f', 't')) {
            return at + first.len_utf8() + plain_bytes(self.text, at + first.len_utf8());
        }
        let end = word_end(self.text, at);
        if self.text.get(end..).is_some_and(|rest| rest.starts_with("://")) {
            // Digits in an address are not numbers.
            self.finish_words();
            return self.text.get(end..).and_then(|rest| rest.find(' ')).map_or(self.text.len(), |space| end + space);
        }
        let text = self.notation.part(&(at..end));
        if is_listed {
            let numerals = self.numerals;
            if let Some(values) = numerals.words.get(text).filter(|_| text.chars().nth(1).is_some()) {
                self.number_word(at..end, values);
                return end;
            }
            if let Some(month) = self.numerals.months.get(text).copied().filter(|_| self.is_month(at..end)) {
                self.finish_words();
                let mut quantity = Quantity::new(at..end, NumberKind::Month, NumberValue::whole(u128::from(month)));
                quantity.key = NumberKey::Month(month);
                self.out.push(quantity);
                return end;
            }
            if let Some(weekday) = self.numerals.weekdays.get(text).copied() {
                self.finish_words();
                let mut quantity = Quantity::new(at..end, NumberKind::Weekday, NumberValue::whole(u128::from(weekday)));
                quantity.key = NumberKey::Weekday(weekday);
                self.out.push(quantity);
                return end;
            }
        }
        if is_roman && let Some(value) = self.roman(at..end) {
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
        let value = roman::read(self.notation.part(&span))?;
        let original = cut(self.original, &self.folded.span(self.original, &span));
        original.chars().all(char::is_uppercase).then_some(value)
    }

    /// Continues the number words before, or begins a new number.
    fn number_word(&mut self, span: Range<usize>, values: &[NumberValue]) {
        let Some(value) = values.first().copied() else { return };
        let is_loose = self.numerals.loose.contains(self.notation.part(&span));
        if let Some(open) = &mut self.words {
            let gap = self.text.get(open.span.end..span.start).unwrap_or_default();
            let between = gap.trim();
            let is_joined = |joiners: &[String]| gap.starts_with(' ') && joiners.iter().any(|word| word == between);
            let goes_on = if value.is_fraction() {
                // `three and a half`
                is_joined(&self.numerals.fraction_joiners)
            } else if open.value().is_fraction() {
                // `half a million`
                (value.is_multiplier() || value == DOZEN) && is_joined(&self.numerals.fraction_joiners)
            } else {
                matches!(gap, " " | "-") || is_joined(&self.numerals.joiners)
            };
            if goes_on && values.len() == 1 && open.others.is_empty() && open.push(value) {
                open.span.end = span.end;
                open.is_loose |= is_loose;
                return;
            }
        }
        self.finish_words();
        let mut open = Compound::new(span, values);
        open.is_loose = is_loose;
        open.push(value);
        self.words = Some(open);
    }

    /// Adds the number words read so far to the numbers.
    fn finish_words(&mut self) {
        let Some(words) = self.words.take() else { return };
        let is_number = words.counted && !words.value().is_fraction();
        let kind = if is_number { NumberKind::Word } else { NumberKind::Idle };
        let mut quantity = Quantity::new(words.span.clone(), kind, words.value());
        quantity.is_loose = words.is_loose;
        for other in words.others {
            quantity.add_key(NumberKey::Plain(other));
        }
        self.out.push(quantity);
    }
}
