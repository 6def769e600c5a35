//! Units of measurement and currencies: what stands at a number, and which numbers of two units are one amount.

use std::{
    collections::{BTreeMap, HashMap},
    hash::Hasher,
    ops::Range,
};

use crate::glossary::{Folding, is_letter};

use super::{
    language::{Fnv, Language, NumberValue, WordTable},
    quantity::{NumberKind, Quantity, word_end},
    unit::{Meanings, MeasureUnit, UnitKind},
};

/// How many words after a number may come before its currency: `5 million Canadian dollars`.
const WORDS: usize = 3;
/// Letters of the shortest unit behind a hyphen that is no ending of an ordinal.
const ENDING: usize = 4;
/// How far a converted number may be from the exact one where it is not rounder.
const EXACT: f64 = 0.03;
/// How far a converted number may be from the exact one at most, however round it is.
const ROUND: f64 = 0.2;
/// The same where only what is certainly wrong counts.
const CERTAIN: f64 = 0.25;
/// The same for degrees Celsius.
const DEGREES: f64 = 1.5;

/// The units of a language, indexed for lookup in folded text.
#[derive(Debug, Clone, Default)]
pub(super) struct Measures {
    words: WordTable<Meanings>,
    /// Beginnings of words, by their first letter.
    stems: HashMap<char, Vec<(String, Meanings)>>,
    signs: Vec<(char, Meanings)>,
    /// Names of several words or with other characters, the longest first.
    phrases: Vec<(String, Meanings)>,
    /// Words that raise a unit of length to a power, with it.
    powers: Vec<(String, i32)>,
}

/// What was read beside a number.
struct Beside {
    meanings: Meanings,
    end: usize,
    /// Whether no other word comes between.
    is_adjacent: bool,
}

impl Measures {
    pub(super) fn new(language: &Language, folding: &Folding) -> Self {
        let mut out = Self::default();
        let units = &language.units;
        let kinds: [(UnitKind, &BTreeMap<String, Vec<String>>); 7] = [
            (UnitKind::Length, &units.length),
            (UnitKind::Area, &units.area),
            (UnitKind::Volume, &units.volume),
            (UnitKind::Mass, &units.mass),
            (UnitKind::Time, &units.time),
            (UnitKind::Share, &units.share),
            (UnitKind::Points, &units.points),
        ];
        for (kind, names) in kinds {
            for (size, names) in names {
                // A size that is no number names nothing that could be compared.
                let Some(size) = size.parse().ok().filter(|size: &f64| size.is_finite() && *size > 0.0) else {
                    continue;
                };
                out.add_all(folding, names, MeasureUnit { kind, size });
            }
        }
        for (scale, names) in &units.temperature {
            let kind = match scale.as_str() {
                "fahrenheit" => UnitKind::Fahrenheit,
                "celsius" => UnitKind::Celsius,
                _ => UnitKind::Degree,
            };
            out.add_all(folding, names, MeasureUnit { kind, size: 1.0 });
        }
        for (currency, names) in &language.currencies {
            let mut hash = Fnv::default();
            hash.write(currency.as_bytes());
            let kind = UnitKind::Currency(hash.finish());
            out.add_all(folding, names, MeasureUnit { kind, size: 1.0 });
        }
        for (power, names) in &units.power {
            let power = if power == "cubic" { 3 } else { 2 };
            out.powers.extend(names.iter().map(|name| (folding.fold(name).text, power)));
        }
        out.phrases.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        out
    }

    fn add_all(&mut self, folding: &Folding, names: &[String], unit: MeasureUnit) {
        for name in names {
            self.add(folding, name, unit);
        }
    }

    fn add(&mut self, folding: &Folding, name: &str, unit: MeasureUnit) {
        let folded = folding.fold(name).text;
        let mut letters = folded.chars();
        let (Some(first), second) = (letters.next(), letters.next()) else { return };
        let meanings = if let Some(stem) = folded.strip_suffix('-') {
            let stems = self.stems.entry(first).or_default();
            let at = stems.iter().position(|(known, _)| known == stem).unwrap_or_else(|| {
                stems.push((stem.to_owned(), [None; 2]));
                stems.len() - 1
            });
            stems.get_mut(at).map(|(_, meanings)| meanings)
        } else if folded.chars().all(|letter| is_letter(letter) || letter == '\'') {
            Some(self.words.entry(folded).or_default())
        } else if second.is_none() {
            let at = self.signs.iter().position(|(known, _)| *known == first).unwrap_or_else(|| {
                self.signs.push((first, [None; 2]));
                self.signs.len() - 1
            });
            self.signs.get_mut(at).map(|(_, meanings)| meanings)
        } else {
            let at = self.phrases.iter().position(|(known, _)| *known == folded).unwrap_or_else(|| {
                self.phrases.push((folded, [None; 2]));
                self.phrases.len() - 1
            });
            self.phrases.get_mut(at).map(|(_, meanings)| meanings)
        };
        if let Some(free) = meanings.and_then(|meanings| meanings.iter_mut().find(|meaning| meaning.is_none())) {
            *free = Some(unit);
        }
    }

    /// Whether a text names a unit that translators convert.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let is_metric = |unit: MeasureUnit| (unit.size.log10() - unit.size.log10().round()).abs() < 1e-6;
        let converts = |unit: MeasureUnit| match unit.kind {
            UnitKind::Length | UnitKind::Area | UnitKind::Volume | UnitKind::Mass => !is_metric(unit),
            UnitKind::Fahrenheit | UnitKind::Degree => true,
            // Decades and centuries.
            UnitKind::Time => unit.size > 8766.0,
            UnitKind::Share | UnitKind::Points | UnitKind::Celsius | UnitKind::Currency(_) => false,
        };
        let is_unit = |word: &str| self.word(word).is_some_and(|meanings| meanings.into_iter().flatten().any(converts));
        text.split(|c: char| !is_letter(c)).any(|word| !word.is_empty() && is_unit(word))
    }

    /// What a word may mean.
    pub(super) fn word(&self, word: &str) -> Option<Meanings> {
        if let Some(meanings) = self.words.get(word) {
            return Some(*meanings);
        }
        let stems = self.stems.get(&word.chars().next()?)?;
        let stem = stems.iter().filter(|(stem, _)| word.starts_with(stem.as_str())).max_by_key(|(stem, _)| stem.len());
        stem.map(|(_, meanings)| *meanings)
    }

    fn sign(&self, letter: char) -> Option<Meanings> {
        self.signs.iter().find(|(sign, _)| *sign == letter).map(|(_, meanings)| *meanings)
    }

    /// Gives every number the unit that stands beside it; in a range, also the one that its other end has.
    pub(super) fn attach(&self, text: &str, numbers: &mut [Quantity]) {
        for number in numbers.iter_mut() {
            if !matches!(number.kind, NumberKind::Digits | NumberKind::Word | NumberKind::Idle) {
                continue;
            }
            if let Some((meanings, start)) = self.before(text, number.span.start) {
                (number.units, number.is_direct, number.is_adjacent) = (meanings, true, true);
                number.whole.start = start;
            } else if let Some(beside) = self.after(text, number.span.end) {
                (number.units, number.is_direct, number.is_adjacent) = (beside.meanings, true, beside.is_adjacent);
                number.whole.end = number.whole.end.max(beside.end);
            }
        }
        for at in (1..numbers.len()).rev() {
            if let Some([one, other]) = numbers.get_mut(at - 1..=at)
                && one.units[0].is_none()
                && is_range(text, one, other)
            {
                one.units = other.units;
            }
        }
        for at in 1..numbers.len() {
            if let Some([one, other]) = numbers.get_mut(at - 1..=at)
                && other.units[0].is_none()
                && is_range(text, one, other)
            {
                other.units = one.units;
            }
        }
    }

    /// The currency before a number, with the place where it begins: `$5`, `US$ 5`, `EUR 5`.
    fn before(&self, text: &str, at: usize) -> Option<(Meanings, usize)> {
        let before = text.get(..at)?;
        let trimmed = before.strip_suffix(' ').unwrap_or(before);
        let last = trimmed.chars().next_back()?;
        let is_money =
            |meanings: &Meanings| matches!(meanings[0], Some(MeasureUnit { kind: UnitKind::Currency(_), .. }));
        if !is_letter(last) {
            let start = trimmed.len() - last.len_utf8();
            return self.sign(last).filter(is_money).map(|meanings| (meanings, start));
        }
        let code = trimmed.get(trimmed.len().checked_sub(3)?..)?;
        let is_code = code.bytes().all(|byte| byte.is_ascii_lowercase())
            && !trimmed.get(..trimmed.len() - 3)?.ends_with(is_letter);
        let meanings = self.words.get(code).filter(|_| is_code).copied();
        meanings.filter(is_money).map(|meanings| (meanings, trimmed.len() - 3))
    }

    /// The unit after a number.
    fn after(&self, text: &str, at: usize) -> Option<Beside> {
        let (mut at, mut power, mut skipped) = (at, 1, 0);
        let mut found: Option<Beside> = None;
        while skipped < WORDS {
            let rest = text.get(at..)?;
            let gap = usize::from(rest.starts_with([' ', '-']));
            let Some(rest) = rest.get(gap..) else { break };
            let Some(first) = rest.chars().next() else { break };
            // Most phrases begin with another letter.
            let may_be = |name: &str| name.as_bytes().first() == rest.as_bytes().first();
            let is_here = |name: &str| rest.strip_prefix(name).is_some_and(|after| !after.starts_with(is_letter));
            let phrase = self.phrases.iter().find(|(name, _)| may_be(name) && is_here(name));
            let (meanings, length) = if let Some((name, meanings)) = phrase {
                (Some(*meanings), name.len())
            } else if is_letter(first) {
                let length = word_end(rest, 0);
                let word = rest.get(..length)?;
                if let Some((_, raised)) = self.powers.iter().find(|(name, _)| is_named(word, name)) {
                    (at, power) = (at + gap + length, *raised);
                    at += usize::from(text.get(at..)?.starts_with('.'));
                    continue;
                }
                (self.word(word), length)
            } else {
                (self.sign(first), first.len_utf8())
            };
            let end = at + gap + length;
            if let Some(before) = &mut found {
                // `80 degrees Fahrenheit`: the scale makes it exact.
                if let Some(scale) = meanings.filter(|meanings| is_scale(*meanings)) {
                    *before = Beside { meanings: scale, end, is_adjacent: before.is_adjacent };
                }
                break;
            }
            match meanings {
                Some(meanings) if skipped == 0 || is_far(meanings) => {
                    // `17-м` may be an ordinal.
                    let word = rest.get(..length).unwrap_or_default();
                    let is_ending = text.get(at..).is_some_and(|rest| rest.starts_with('-'))
                        && !word.is_ascii()
                        && word.chars().count() < ENDING;
                    let is_adjacent = skipped == 0 && !is_ending;
                    found = Some(Beside { meanings: raised(meanings, power), end, is_adjacent });
                    if !matches!(meanings[0], Some(MeasureUnit { kind: UnitKind::Degree, .. })) {
                        break;
                    }
                }
                _ if !is_letter(first) || power > 1 => break,
                // `5-й`, `10-ти`: the ending is no word of its own.
                _ if skipped == 0 && gap == 1 && rest.chars().take(4).take_while(|c| is_letter(*c)).count() < 4 => {
                    let is_ending = text.get(at..).is_some_and(|rest| rest.starts_with('-'));
                    skipped += usize::from(!is_ending);
                }
                _ => skipped += 1,
            }
            at = end;
        }
        found
    }

    /// The units of a text that stand at no number: a mile, `сутки`.
    pub(super) fn bare(&self, text: &str, numbers: &[Quantity]) -> Vec<MeasureUnit> {
        let mut out = Vec::new();
        let mut numbers = numbers.iter().filter(|number| number.units[0].is_some()).peekable();
        let mut at = 0;
        while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
            while numbers.next_if(|number| number.whole.end <= at).is_some() {}
            if !is_letter(letter) {
                at += letter.len_utf8();
                continue;
            }
            let end = word_end(text, at);
            let is_free = numbers.peek().is_none_or(|number| end <= number.whole.start);
            if is_free && let Some(meanings) = self.word(text.get(at..end).unwrap_or_default()) {
                out.extend(meanings.into_iter().flatten());
            }
            at = end.max(at + letter.len_utf8());
        }
        out
    }
}

/// Whether a word is listed, in full or with its beginning.
fn is_named(word: &str, name: &str) -> bool {
    name.strip_suffix('-').map_or(word == name, |stem| word.starts_with(stem))
}

/// Whether a unit may stand a few words after its number.
const fn is_far(meanings: Meanings) -> bool {
    matches!(
        meanings[0],
        Some(MeasureUnit { kind: UnitKind::Currency(_) | UnitKind::Fahrenheit | UnitKind::Celsius, .. })
    )
}

/// Whether a unit is a scale of temperature.
const fn is_scale(meanings: Meanings) -> bool {
    matches!(meanings[0], Some(MeasureUnit { kind: UnitKind::Fahrenheit | UnitKind::Celsius, .. }))
}

/// A unit of length as one of area or volume.
fn raised(meanings: Meanings, power: i32) -> Meanings {
    meanings.map(|meaning| {
        let unit = meaning?;
        Some(match (unit.kind, power) {
            (UnitKind::Length, 2) => MeasureUnit { kind: UnitKind::Area, size: unit.size.powi(2) },
            // A cubic metre is a thousand litres.
            (UnitKind::Length, 3) => MeasureUnit { kind: UnitKind::Volume, size: unit.size.powi(3) * 1000.0 },
            _ => unit,
        })
    })
}

/// Whether only a dash or a short word stands between two numbers, so that what is said of one is said of both.
pub(super) fn is_range(text: &str, one: &Quantity, other: &Quantity) -> bool {
    let Some(gap) = text.get(one.span.end..other.whole.start.max(one.span.end)) else { return false };
    let words = gap.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty());
    gap.len() <= 16 && !gap.contains(['.', ';', '(', ')']) && words.clone().count() < 3 && {
        words.clone().all(|word| word.chars().count() < 5)
    }
}

/// A number of a unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub number: f64,
    pub unit: MeasureUnit,
}

/// How closely two amounts must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounding {
    /// As a translator converts.
    Usual,
    /// By whatever may be meant: what does not agree is certainly wrong.
    Certain,
}

impl Amount {
    /// All that a number with its unit may be.
    pub(super) fn of(quantity: &Quantity) -> impl Iterator<Item = Self> + '_ {
        let number = number(quantity);
        quantity.units.iter().flatten().filter_map(move |unit| Some(Self { number: number?, unit: *unit }))
    }

    /// How many of another unit this is; `None` where they do not measure the same.
    pub(super) fn within(self, unit: MeasureUnit) -> Option<f64> {
        match (self.unit.kind, unit.kind) {
            (UnitKind::Currency(_), _) => None,
            (one, other) if one == other && one != UnitKind::Degree => Some(self.number * self.unit.size / unit.size),
            (UnitKind::Fahrenheit | UnitKind::Degree, UnitKind::Celsius | UnitKind::Degree) => {
                Some((self.number - 32.0) / 1.8)
            }
            (UnitKind::Celsius, UnitKind::Fahrenheit | UnitKind::Degree) => Some(self.number * 1.8 + 32.0),
            _ => None,
        }
    }

    /// Whether another amount is this one, converted and rounded; `None` where they do not measure the same.
    pub(super) fn is(self, other: Self, rounding: Rounding) -> Option<bool> {
        let exact = self.within(other.unit)?;
        if self.unit.is_scale() {
            let is_close = |exact: f64| (other.number - exact).abs() <= DEGREES;
            // A difference of degrees has no zero to shift.
            let difference = match self.unit.kind {
                UnitKind::Celsius => self.number * 1.8,
                _ => self.number / 1.8,
            };
            // Numbers have no sign here, but may have a minus or `below zero` in the text.
            let below = || Self { number: -self.number, ..self }.within(other.unit).map_or(exact, f64::abs);
            let is_named = self.unit.kind == UnitKind::Fahrenheit;
            return Some(
                is_close(exact) || is_close(difference) || (is_named && (is_close(exact.abs()) || is_close(below()))),
            );
        }
        Some(is_rounded(exact, other.number, rounding))
    }
}

/// Whether a number is another one, rounded.
pub(super) fn is_rounded(exact: f64, number: f64, rounding: Rounding) -> bool {
    let distance = (number - exact).abs();
    if rounding == Rounding::Certain {
        return distance <= exact.abs() * CERTAIN;
    }
    // 150 is what 137 may be rounded to, 141 is not.
    distance <= exact.abs() * EXACT || distance <= (grain(number) / 2.0).min(exact.abs() * ROUND)
}

/// What a number is rounded to: 50 for 150, 10 for 120, 0.5 for 1.5.
fn grain(number: f64) -> f64 {
    let mut grain = 10_f64.powi(9);
    for _ in 0..13 {
        for step in [grain, grain / 2.0] {
            let times = number / step;
            if (times - times.round()).abs() < 1e-6 && times.round() >= 1.0 {
                return step;
            }
        }
        grain /= 10.0;
    }
    0.0
}

/// A quantity as a number; a time of day is none.
pub(super) fn number(quantity: &Quantity) -> Option<f64> {
    float(quantity.value()?)
}

/// A decimal number as a float.
pub(super) fn float(value: NumberValue) -> Option<f64> {
    format!("{}e-{}", value.digits, value.scale).parse().ok()
}

/// Where a number with its unit stands.
pub(super) fn with_unit(quantity: &Quantity) -> Range<usize> {
    quantity.whole.start.min(quantity.span.start)..quantity.whole.end.max(quantity.span.end)
}
