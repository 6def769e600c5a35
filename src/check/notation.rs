//! Numbers in digits, with the marks between their groups and before their decimals.

use std::ops::Range;

use super::{
    language::NumberValue,
    quantity::{NumberKey, NumberKind, Quantity, digits_end},
};

/// Bytes on either side of a number within which the rest of its date stands.
const DATE: usize = 8;

/// A text in which numbers are written in digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Notation<'a> {
    pub text: &'a str,
    /// Whether the language writes a point before decimals, and commas between groups.
    pub has_decimal_point: bool,
}

impl<'a> Notation<'a> {
    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    pub(super) fn digit(&self, at: usize) -> bool {
        self.byte(at).is_some_and(|byte| byte.is_ascii_digit())
    }

    pub(super) fn part(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// A number with spaces between its groups: `10 000`, `1 000,5`.
    pub(super) fn spaced(&self, at: usize) -> Option<Vec<Quantity>> {
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
    pub(super) fn marked(&self, runs: &[Range<usize>], marks: &[u8]) -> Vec<Quantity> {
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
        let decimal_point = self.has_decimal_point;
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
                    quantity.target_keys.push(NumberKey::Clock(hour, minute));
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

    /// Whether a number is the day or the month of a date in digits: `05.03.2022`, `2022-03-05`, `5/3`.
    pub(super) fn is_in_date(&self, span: &Range<usize>) -> bool {
        if span.len() > 2 {
            return false;
        }
        let bytes = self.text.as_bytes();
        let mark = |at: usize| bytes.get(at).copied().filter(|byte| matches!(byte, b'.' | b'/' | b'-'));
        let before = span.start.checked_sub(1).and_then(mark).filter(|_| self.digit(span.start.saturating_sub(2)));
        let after = mark(span.end).filter(|_| self.digit(span.end + 1));
        let Some(mark) = before.or(after) else { return false };
        let is_part = |byte: &&u8| byte.is_ascii_digit() || **byte == mark;
        let head = bytes.get(..span.start).unwrap_or_default().iter().rev().take(DATE).take_while(is_part).count();
        let tail = bytes.get(span.end..).unwrap_or_default().iter().take(DATE).take_while(is_part).count();
        let token = self.part(&(span.start - head..span.end + tail)).trim_matches(char::from(mark));
        let parts = token.split(char::from(mark));
        let is_short = parts.clone().all(|part| matches!(part.len(), 1 | 2 | 4));
        // `5-7` is a range.
        is_short && (parts.clone().count() == 3 || (parts.count() == 2 && mark != b'-'))
    }
}
