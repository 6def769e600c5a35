//! Dates in a line of a page.

use super::{
    cues::{Cues, normalise},
    furniture::is_number,
};

/// The date of a line that is nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    /// The day as `YYYY-MM-DD`, if it is unambiguous.
    pub(super) day: Option<String>,
}

/// Reads words that are only a date, with weekday, time and words such as "updated"; `None` if there is anything else
/// or no day.
pub(super) fn read(words: &[&str], cues: &Cues) -> Option<Dated> {
    if words.is_empty() || words.len() > 16 {
        return None;
    }
    let (mut year, mut month, mut day) = (None, None, None);
    let (mut numbers, mut relative) = (0, false);
    let mut numeric_date: Option<Dated> = None;
    for raw in words {
        let word = normalise(raw);
        if word.is_empty() || is_time(&word) {
            continue;
        }
        if let Some(date) = parse_numeric(&word) {
            if numeric_date.replace(date).is_some() {
                return None;
            }
        } else if let Some(number) = cues.months.get(&word) {
            if month.replace(*number).is_some() {
                return None;
            }
        } else if cues.relative.contains(&word) {
            relative = true;
        } else if cues.date_words.contains(&word) {
        } else if is_number(&word) {
            numbers += 1;
            let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
            match digits.parse::<u16>() {
                Ok(number @ 1900..=2100) if year.is_none() => year = Some(number),
                Ok(number @ 1..=31) if day.is_none() => day = Some(number),
                _ => return None,
            }
        } else if let Some(number) = ordinal(&word) {
            numbers += 1;
            if day.replace(number).is_some() {
                return None;
            }
        } else {
            return None;
        }
    }
    if numeric_date.is_some() {
        return numeric_date;
    }
    if month.is_some() && numbers > 0 {
        let day = match (year, month, day) {
            (Some(year), Some(month), Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
            _ => None,
        };
        return Some(Dated { day });
    }
    (relative && numbers > 0).then_some(Dated { day: None })
}

/// The day of an ISO 8601 date or timestamp; `None` for anything else.
pub(super) fn iso_day(text: &str) -> Option<String> {
    let day: String = text.trim().chars().take(10).collect();
    let mut parts = day.split('-');
    let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    let within = |part: &str, most: u8| part.parse::<u8>().is_ok_and(|number| (1..=most).contains(&number));
    (digits(year, 4) && digits(month, 2) && digits(date, 2) && within(month, 12) && within(date, 31)).then_some(day)
}

/// A time of day: `08:00`, `8:00:15`, `08.00`.
fn is_time(word: &str) -> bool {
    let is_dotted = || {
        let (hour, minute) = word.split_once('.')?;
        let within = |part: &str, end: u8| part.len() <= 2 && part.parse::<u8>().is_ok_and(|number| number < end);
        Some(within(hour, 24) && minute.len() == 2 && within(minute, 60))
    };
    (word.contains(':') && word.chars().all(|c| c.is_ascii_digit() || c == ':')) || is_dotted().unwrap_or(false)
}

/// An ordinal day: `2nd`, `17th`.
fn ordinal(word: &str) -> Option<u16> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number = digits.parse().ok().filter(|number| (1..=31).contains(number))?;
    matches!(word.len() - digits.len(), 2).then_some(number)
}

/// A numeric date: `2024-03-05`, `05.03.2024`, `5/13/2024`; without a day if day and month cannot be told apart.
fn parse_numeric(word: &str) -> Option<Dated> {
    if let Some(day) = iso_day(word) {
        return Some(Dated { day: Some(day) });
    }
    let mark = ['.', '/', '-'].into_iter().find(|mark| word.matches(*mark).count() == 2)?;
    let mut parts = word.split(mark).map(|part| part.parse::<u16>().ok());
    let (a, b, year) = (parts.next()??, parts.next()??, parts.next()??);
    let year = if year < 100 { 2000 + year } else { year };
    if !(1900..=2100).contains(&year) || !(1..=31).contains(&a) || !(1..=31).contains(&b) {
        return None;
    }
    let (day, month) = match (a, b) {
        _ if mark == '.' => (a, b),
        (13.., ..=12) => (a, b),
        (..=12, 13..) => (b, a),
        _ if a == b => (a, b),
        _ => return Some(Dated { day: None }),
    };
    Some(Dated { day: (month <= 12).then(|| format!("{year:04}-{month:02}-{day:02}")) })
}
