//! What an engine costs: its price, and amounts of money.

use std::{fmt, num::NonZeroU64};

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, de};

use super::BillingUnit;

/// The price of an engine, as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Price {
    /// What `unit` of them cost.
    #[serde(deserialize_with = "amount")]
    #[schemars(with = "f64")]
    amount: Money,
    /// What is counted: `characters`, `tokens` or `requests` (default: `characters`).
    #[serde(default)]
    pub per: BillingUnit,
    /// How many of them cost `amount` (default: 1000000).
    #[serde(default = "million")]
    unit: NonZeroU64,
    /// The currency, as the three capitals of ISO 4217 (`EUR`).
    #[serde(deserialize_with = "currency")]
    pub currency: String,
    /// The day on which the price was looked up, `YYYY-MM-DD`.
    #[serde(deserialize_with = "day")]
    #[schemars(with = "String")]
    pub date: String,
}

/// An amount of money, exact to a thousand millionth of the currency's unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(u128);

/// The decimals of an [`Money`].
const DECIMALS: usize = 9;
/// The most that an amount may be: so that no sum and no product of it overflows.
const MAX: u128 = 1_000_000_000_000_000_000;

impl Price {
    /// Returns what this many of the counted things cost, rounded up.
    #[must_use]
    pub fn of(&self, count: usize) -> Money {
        let count = u128::try_from(count).unwrap_or(MAX).min(MAX);
        Money((self.amount.0 * count).div_ceil(u128::from(self.unit.get())))
    }
}

impl Money {
    /// Reads an amount: digits, and perhaps a full stop with up to nine decimals. `None` for anything else, and for one
    /// of a thousand million or more.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_number(whole) || !is_number(decimals) || decimals.len() > DECIMALS {
            return None;
        }
        let amount = format!("{whole}{decimals:0<DECIMALS$}").parse().ok()?;
        (amount < MAX).then_some(Self(amount))
    }

    /// Returns the sum of both.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Returns the difference; nothing where the other is more.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Money {
    /// Writes at least two decimals, and as many as there are.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10_u128.pow(9);
        let decimals = format!("{:0DECIMALS$}", self.0 % one);
        let decimals = decimals.trim_end_matches('0');
        write!(out, "{}.{decimals:0<2}", self.0 / one)
    }
}

fn million() -> NonZeroU64 {
    NonZeroU64::new(1_000_000).unwrap_or(NonZeroU64::MIN)
}

fn amount<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
    let number = f64::deserialize(deserializer)?;
    let wrong = || de::Error::custom("a price is a number of up to nine decimals, not below 0");
    Money::parse(&number.to_string()).ok_or_else(wrong)
}

fn currency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let code = String::deserialize(deserializer)?;
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code { Ok(code) } else { Err(de::Error::custom("a currency is three capitals, such as EUR")) }
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    /// As a text or as TOML's own date.
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum WrittenDay {
        Text(String),
        Date(toml::value::Datetime),
    }
    let day = match WrittenDay::deserialize(deserializer)? {
        WrittenDay::Text(day) => day,
        WrittenDay::Date(date) => date.to_string(),
    };
    let parts: Vec<&str> = day.split('-').collect();
    let number = |part: &str, length: usize| {
        let is_number = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { part.parse::<u32>().ok() } else { None }
    };
    let numbers = match parts.as_slice() {
        [year, month, day] => number(year, 4).zip(number(month, 2)).zip(number(day, 2)),
        _ => None,
    };
    let Some(((year, month), number)) = numbers else {
        return Err(de::Error::custom("the day of a price is written YYYY-MM-DD"));
    };
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    let has_day = (1..=last).contains(&number);
    if has_day { Ok(day) } else { Err(de::Error::custom(format!("the calendar has no day `{day}`"))) }
}
