//! Numbers of a translation that another unit of measurement explains: 40 miles are 64 km, 80 °F are 27 °C.

use super::{Language, quantity::Quantity};

/// How far a converted number may be from the exact one: translators round.
const ROUNDING: f64 = 0.1;
/// The same where the source says no number: `half an inch`.
const GUESS: f64 = 0.2;
/// The same for degrees, which are small numbers.
const DEGREE: f64 = 1.5;

/// A number that is often written in words.
const SMALL: f64 = 12.0;

/// The units of a source language that translators convert.
#[derive(Debug, Clone, Default)]
pub(super) struct Measures {
    /// Words for a unit, with what one of them is in the unit that takes its place.
    factors: Vec<(String, f64)>,
    /// Words for a number of something, with the number: a decade is 10 years.
    values: Vec<(String, f64)>,
    /// Words for degrees Fahrenheit.
    fahrenheit: Vec<String>,
}

/// The units that a text names.
#[derive(Debug, Default)]
struct Units {
    factors: Vec<f64>,
    values: Vec<f64>,
    fahrenheit: bool,
}

impl Measures {
    pub(super) fn new(language: &Language) -> Self {
        let mut out = Self::default();
        for (factor, words) in &language.measures {
            let named = |factor: f64| words.iter().map(move |word| (word.clone(), factor));
            match (factor.parse(), factor.strip_prefix("once ").map(str::parse)) {
                (Ok(factor), _) => out.factors.extend(named(factor)),
                (_, Some(Ok(value))) => out.values.extend(named(value)),
                _ => out.fahrenheit.extend(words.iter().cloned()),
            }
        }
        out
    }

    /// Whether a text names a unit that translators convert.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let names = |word: &str| self.factors.iter().chain(&self.values).any(|(name, _)| name == word);
        let is_unit = |word: &str| names(word) || self.fahrenheit.iter().any(|name| name == word);
        text.split(|c: char| !c.is_alphabetic()).any(|word| !word.is_empty() && is_unit(word))
    }

    fn units(&self, folded: &str) -> Units {
        let mut units = Units::default();
        for word in folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            let named = |list: &[(String, f64)]| -> Vec<f64> {
                list.iter().filter(|(name, _)| name == word).map(|(_, number)| *number).collect()
            };
            units.factors.extend(named(&self.factors));
            units.values.extend(named(&self.values));
            units.fahrenheit |= self.fahrenheit.iter().any(|name| name == word);
        }
        units
    }

    /// Whether a number of the translation comes from one of the source's: the same said again, a year in full, another
    /// unit.
    pub(super) fn explains(&self, folded_source: &str, source: &[Quantity], found: &Quantity) -> bool {
        let Some(found) = number(found) else { return false };
        let units = self.units(folded_source);
        let numbers: Vec<f64> = source.iter().filter_map(number).collect();
        let explains = |from: f64| is_same(from, found) || is_year(from, found) || units.converts(from, found);
        // `6-foot-6`: twelve inches are a foot.
        let mut pairs = numbers.iter().zip(numbers.iter().skip(1));
        numbers.iter().any(|from| explains(*from))
            || units.is_one(found)
            || pairs.any(|(feet, inches)| units.converts(feet + inches / 12.0, found))
    }

    /// Whether a number of the source is in the translation in another unit, or said once where the source says it twice.
    pub(super) fn replaced(
        &self,
        folded_source: &str,
        source: &[Quantity],
        target: &[Quantity],
        expected: &Quantity,
    ) -> bool {
        let Some(from) = number(expected) else { return false };
        let units = self.units(folded_source);
        let is_there = |to: f64| is_same(from, to) || is_year(from, to) || units.converts(from, to);
        // A small one may be in words, and part of a longer word.
        (from <= SMALL && !units.factors.is_empty())
            || target.iter().filter_map(number).any(is_there)
            // `300 km (190 miles)`: one of the two is enough.
            || source.iter().filter_map(number).any(|to| units.converts(from, to) || units.converts(to, from))
    }
}

impl Units {
    /// Whether a number is what one or a half of a unit is (`about a mile`, `half an inch`), or some decades.
    fn is_one(&self, found: f64) -> bool {
        let close = |exact: f64| found.fract() > 0.0 && (found - exact).abs() <= exact * GUESS;
        self.values.iter().any(|value| found < value * 10.0 && is_same(found % value, 0.0))
            || self.factors.iter().any(|factor| close(*factor) || close(factor / 2.0))
    }

    /// Whether a number in one of these units is, in the other unit, the other number.
    fn converts(&self, from: f64, to: f64) -> bool {
        let close = |exact: f64| (to - exact).abs() <= exact.abs() * ROUNDING;
        let degrees = |exact: f64| (to - exact).abs() <= DEGREE;
        self.factors.iter().any(|factor| close(from * factor))
            || (self.fahrenheit && (degrees((from - 32.0) / 1.8) || degrees(from / 1.8)))
    }
}

/// A quantity as a number; a time of day is none.
fn number(quantity: &Quantity) -> Option<f64> {
    let value = quantity.value()?;
    format!("{}e-{}", value.digits, value.scale).parse().ok()
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

/// Whether one number is a year and the other its last two digits.
fn is_year(one: f64, other: f64) -> bool {
    let (short, long) = if one < other { (one, other) } else { (other, one) };
    short < 100.0 && (1900.0..2100.0).contains(&long) && is_same(long % 100.0, short)
}
