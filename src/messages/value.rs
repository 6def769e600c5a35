//! The arguments of a message.

use std::borrow::Cow;

use fluent::{
    FluentValue,
    types::{FluentNumber, FluentNumberOptions},
};

use crate::locale::{Day, Profile, long_date};

/// An argument of a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// Words, written unchanged; numbers that must not be grouped (a line, a year) are words too.
    Text(&'a str),
    /// A count: chooses the plural form and is grouped (10 000).
    Count(u64),
    /// A day, written as the locale writes dates (22 сакавіка 2022 г.).
    Day(Day),
    /// A measured number with a fixed number of decimals: `Decimal(7.25, 1)` is 7,3 or 7.3.
    Decimal(f64, u8),
}

impl<'a> Value<'a> {
    /// A day from its text (ISO 8601); any other text stays as it is.
    #[must_use]
    pub fn date(text: &'a str) -> Self {
        Day::parse(text).map_or(Self::Text(text), Self::Day)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

/// Beyond this a number is not exact in Fluent (2⁵³), and far beyond it `intl_pluralrules` panics.
const LARGEST: f64 = 9_007_199_254_740_992.0;

impl<'a> Value<'a> {
    pub(super) fn to_fluent(self, profile: &Profile) -> FluentValue<'a> {
        match self {
            Self::Day(day) => FluentValue::String(Cow::Owned(long_date(profile, day))),
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Count(count) => {
                #[expect(clippy::cast_precision_loss, reason = "counts beyond 2⁵³ are clamped")]
                let value = (count as f64).min(LARGEST);
                FluentValue::Number(FluentNumber::new(value, FluentNumberOptions::default()))
            }
            Self::Decimal(value, _) if !value.is_finite() => FluentValue::String(Cow::Borrowed("—")),
            Self::Decimal(value, decimals) => {
                let decimals = usize::from(decimals.min(9));
                let rounded = format!("{:.decimals$}", value.clamp(-LARGEST, LARGEST));
                let options =
                    FluentNumberOptions { minimum_fraction_digits: Some(decimals), ..FluentNumberOptions::default() };
                FluentValue::Number(FluentNumber::new(rounded.parse().unwrap_or_default(), options))
            }
        }
    }
}

// Fluent takes a plain function as formatter, which cannot know the locale's separators: it puts the digits between two
// noncharacters, which Unicode reserves for internal use, and `write_numbers` formats them afterwards.
const BEGIN: char = '\u{fdd0}';
const END: char = '\u{fdd1}';

pub(super) fn mark_number(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.minimum_fraction_digits == Some(0) => {
            Some(format!("{BEGIN}{:.0}{END}", number.value))
        }
        FluentValue::Number(number) => Some(format!("{BEGIN}{}{END}", number.as_string())),
        _ => None,
    }
}

/// Formats the marked numbers of a message with `write`.
pub(super) fn write_numbers(text: &str, write: impl Fn(&str) -> String) -> String {
    let mut parts = text.split(BEGIN);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(END) {
            Some((digits, rest)) => {
                out.push_str(&write(digits));
                out.push_str(rest);
            }
            None => out.push_str(part),
        }
    }
    out
}
