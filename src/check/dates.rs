//! Months and weekdays: a month that is lost or in another language, a weekday that its date does not have.

use std::ops::Range;

use crate::model::Side;

use super::{
    Bitext, Context,
    language::Numerals,
    pairing::Sides,
    quantity::{NumberKind, Quantity, word_end},
};

/// The years whose calendar every reader shares.
const YEARS: Range<u128> = 1919..2100;

/// A day whose month has the name of another language.
pub(super) struct OtherMonth {
    /// The name, in the folded text.
    pub span: Range<usize>,
    /// The month.
    pub month: u8,
}

/// The months behind days of a text that have the name of another language.
pub(super) fn other_months(text: &str, numerals: &Numerals, numbers: &[Quantity]) -> Vec<OtherMonth> {
    let days = numbers.iter().filter(|number| is_day(number));
    let months = days.filter_map(|day| {
        let span = word_after(text, day.span.end)?;
        let month = numerals.other_months.get(text.get(span.clone())?)?;
        Some(OtherMonth { span, month: *month })
    });
    months.collect()
}

/// The month of a date with a day, where the translation has the day alone: its number, with the day's in the translation.
pub(super) fn lost_month<'a>(bitext: &Bitext<'_>, sides: &Sides<'a>) -> Option<(Range<usize>, &'a Quantity)> {
    let of_target = |kind| sides.target.iter().any(|quantity| quantity.kind == kind);
    if of_target(NumberKind::Month) {
        return None;
    }
    let text = &bitext.folded(Side::Source).text;
    let pairs = sides.source.iter().zip(sides.source.iter().skip(1)).enumerate();
    for (at, (one, other)) in pairs {
        let (day, month, number) = match (one.kind, other.kind) {
            (NumberKind::Digits, NumberKind::Month) => (one, other, at),
            (NumberKind::Month, NumberKind::Digits) => (other, one, at + 1),
            _ => continue,
        };
        let month_at = if number == at { at + 1 } else { at };
        let gap = text.get(one.span.end..other.span.start).unwrap_or_default();
        if !is_day(day) || gap.len() > 8 || sides.source_free.get(month_at) != Some(&true) {
            continue;
        }
        let Some(mate) = sides.mates.get(number).copied().flatten().and_then(|mate| sides.target.get(mate)) else {
            continue;
        };
        // `17.03` has the month in it.
        if is_day(mate) && !is_dated(&bitext.folded(Side::Target).text, mate) {
            return Some((day.span.start.min(month.span.start)..day.span.end.max(month.span.end), mate));
        }
    }
    None
}

/// Whether a day has the ending of an ordinal, so that it reads as a date without its month: `12-го числа`.
pub(super) fn is_ordinal_day(text: &str, day: &Quantity) -> bool {
    let ending = text.get(day.span.end..).and_then(|rest| rest.strip_prefix('-'));
    ending.is_some_and(|ending| ending.starts_with(char::is_alphabetic))
}

/// Whether the number of the month follows a day.
fn is_dated(text: &str, day: &Quantity) -> bool {
    text.get(day.span.end..).is_some_and(|rest| {
        rest.starts_with(['.', '/', '-']) && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
    })
}

/// Whether a number may be the day of a month.
pub(super) fn is_day(number: &Quantity) -> bool {
    let value = number.value().filter(|value| value.scale == 0 && (1..32).contains(&value.digits));
    number.kind == NumberKind::Digits && value.is_some() && number.span.len() < 3
}

/// The word after a number and its ending: `студзеня` in `12-га студзеня`.
fn word_after(text: &str, at: usize) -> Option<Range<usize>> {
    let ending = text.get(at..)?.strip_prefix('-').map_or(0, |_| 1);
    let at = if ending == 1 { word_end(text, at + 1) } else { at };
    let start = at + text.get(at..)?.strip_prefix(' ').map(|_| 1)?;
    let end = word_end(text, start);
    (end > start).then_some(start..end)
}

/// A date with its weekday in a text that does not have it: the weekday's number among the text's, and the right one.
pub(super) fn wrong_weekday(numbers: &[Quantity]) -> Option<(&Quantity, u8)> {
    let mut weekdays = numbers.iter().filter(|number| number.kind == NumberKind::Weekday);
    let (weekday, None) = (weekdays.next()?, weekdays.next()) else { return None };
    let mut dates = numbers.windows(3).filter_map(|three| Some((three.first()?, date(three)?)));
    let ((first, (day, month, year)), None) = (dates.next()?, dates.next()) else { return None };
    // A weekday elsewhere in the sentence is another day's.
    if weekday.span.end > first.span.start || first.span.start - weekday.span.end > 4 {
        return None;
    }
    let right = weekday_of(day, month, year)?;
    (weekday.written.small()? != right).then_some((weekday, right))
}

/// The day, month and year that three numbers in a row are.
fn date(numbers: &[Quantity]) -> Option<(u32, u32, u32)> {
    let [one, other, year] = numbers else { return None };
    let (day, month) = match (one.kind, other.kind) {
        (NumberKind::Digits, NumberKind::Month) => (one, other),
        (NumberKind::Month, NumberKind::Digits) => (other, one),
        _ => return None,
    };
    let value = year.value().filter(|value| value.scale == 0 && YEARS.contains(&value.digits))?;
    let is_near = one.span.end + 8 > other.span.start && other.span.end + 8 > year.span.start;
    let is_date = is_day(day) && year.kind == NumberKind::Digits && year.span.len() == 4 && is_near;
    is_date.then_some(())?;
    Some((day.written.small()?.into(), month.written.small()?.into(), u32::try_from(value.digits).ok()?))
}

/// The weekday of a date, 1 for Monday (Zeller's congruence); `None` for a day that its month does not have.
fn weekday_of(day: u32, month: u32, year: u32) -> Option<u8> {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=days).contains(&day) {
        return None;
    }
    // January and February belong to the year before.
    let (month, year) = if month < 3 { (month + 12, year - 1) } else { (month, year) };
    let zeller = (day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7;
    // Zeller counts from Saturday.
    u8::try_from((zeller + 5) % 7 + 1).ok()
}

/// The name of a weekday in a language, as its profile gives it first.
pub(super) fn weekday_name<'a>(context: &'a Context<'_>, weekday: u8) -> Option<&'a str> {
    let names = context.target.weekdays.get(usize::from(weekday.checked_sub(1)?))?;
    names.first().map(String::as_str)
}
