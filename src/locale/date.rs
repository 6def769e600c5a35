//! Dates as a locale writes them.

use std::fmt;

use super::Profile;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// Reads an ISO 8601 date, with or without a time after it (`2022-03-22`, `2022-03-22T10:00:00Z`); `None` for
    /// anything else and for a day that the calendar does not have.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let date = text.trim().split(['T', ' ']).next()?;
        let mut parts = date.split('-');
        let mut part = |digits: usize| {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(part)
        };
        let day = Self { year: part(4)?.parse().ok()?, month: part(2)?.parse().ok()?, day: part(2)?.parse().ok()? };
        let is_leap = day.year.is_multiple_of(4) && (!day.year.is_multiple_of(100) || day.year.is_multiple_of(400));
        let days = match day.month {
            2 => 28 + u8::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (parts.next().is_none() && (1..=days).contains(&day.day)).then_some(day)
    }
}

/// The day in ISO 8601.
impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The long form of a date (CLDR): `17 сакавіка 2022 г.`; the ISO form where the profile has no months.
#[must_use]
pub fn long_date(profile: &Profile, day: Day) -> String {
    let pattern = &profile.dates.long;
    let months = &profile.dates.months;
    let names = if months.genitive.is_empty() { &months.nominative } else { &months.genitive };
    let name = usize::from(day.month).checked_sub(1).and_then(|index| names.get(index));
    match name {
        Some(month) if !pattern.is_empty() => pattern
            .replace("{day}", &day.day.to_string())
            .replace("{month}", month)
            .replace("{year}", &day.year.to_string()),
        _ => day.to_string(),
    }
}
