//! Which number of a translation stands for which of its source.

use std::collections::BTreeMap;

use crate::model::Side;

use super::{
    language::NumberValue,
    quantity::{NumberKey, NumberKind, Quantity},
    unit::are_apart,
};

/// How many numbers that agree are compared by their units.
const NEAR: usize = 4;

/// The numbers of both sides, and which of them are still unpaired.
pub(super) struct Sides<'a> {
    pub source: &'a [Quantity],
    pub target: &'a [Quantity],
    pub source_free: Vec<bool>,
    pub target_free: Vec<bool>,
    /// The numbers of the target, by those of the source that they were paired with.
    pub mates: Vec<Option<usize>>,
    /// Whether numbers are paired that count different things.
    is_lenient: bool,
}

impl<'a> Sides<'a> {
    pub(super) fn new(source: &'a [Quantity], target: &'a [Quantity]) -> Self {
        let (source_free, target_free) = (vec![true; source.len()], vec![true; target.len()]);
        Self { source, target, source_free, target_free, mates: vec![None; source.len()], is_lenient: false }
    }

    /// Pairs the numbers of both sides in their order.
    pub(super) fn join_all(&mut self) {
        (0..self.source.len()).for_each(|number| self.join(number, number));
    }

    /// Takes a number of the source for one of the target.
    pub(super) fn join(&mut self, source: usize, target: usize) {
        self.take(Side::Source, source);
        self.take(Side::Target, target);
        if let Some(mate) = self.mates.get_mut(source) {
            *mate = Some(target);
        }
    }

    /// Takes a number for explained.
    pub(super) fn take(&mut self, side: Side, number: usize) {
        let free = match side {
            Side::Source => self.source_free.get_mut(number),
            Side::Target => self.target_free.get_mut(number),
        };
        if let Some(free) = free {
            *free = false;
        }
    }

    /// The unpaired numbers of a side.
    pub(super) fn free(&self, side: Side) -> impl Iterator<Item = (usize, &'a Quantity)> + '_ {
        let (all, free) = match side {
            Side::Source => (self.source, &self.source_free),
            Side::Target => (self.target, &self.target_free),
        };
        all.iter().enumerate().zip(free).filter(|(_, free)| **free).map(|(number, _)| number)
    }

    /// Pairs numbers that agree, most certain first, but none that count different things.
    pub(super) fn pair_all(&mut self) {
        self.pair_each();
    }

    /// Pairs the numbers that are left, whatever they count.
    pub(super) fn pair_rest(&mut self) {
        let is_left = |free: &[bool]| free.contains(&true);
        if is_left(&self.source_free) && is_left(&self.target_free) {
            self.is_lenient = true;
            self.pair_each();
        }
    }

    fn pair_each(&mut self) {
        let digits = |kind| kind == NumberKind::Digits;
        let words = |kind| kind != NumberKind::Digits;
        self.pair(digits, digits, false);
        self.pair(words, words, false);
        self.pair(digits, digits, true);
        self.pair(words, words, true);
        self.pair(digits, words, true);
        self.pair(words, digits, true);
        self.pair_split();
    }

    /// Pairs numbers that share a key; with `all_keys`, also by their further readings. Each number is visited once.
    fn pair(&mut self, source: fn(NumberKind) -> bool, target: fn(NumberKind) -> bool, all_keys: bool) {
        let mut sources = self.source.iter().zip(&self.source_free);
        if !sources.any(|(quantity, is_free)| *is_free && source(quantity.kind)) {
            return;
        }
        let mut by_key: BTreeMap<NumberKey, Vec<usize>> = BTreeMap::new();
        for (number, quantity) in self.target.iter().enumerate().rev() {
            if self.target_free.get(number) == Some(&true) && target(quantity.kind) {
                by_key.entry(quantity.key).or_default().push(number);
                for key in quantity.target_keys.iter().filter(|_| all_keys) {
                    by_key.entry(*key).or_default().push(number);
                }
            }
        }
        if by_key.is_empty() {
            return;
        }
        for (number, quantity) in self.source.iter().enumerate() {
            if self.source_free.get(number) != Some(&true) || !source(quantity.kind) {
                continue;
            }
            let bare = match quantity.key {
                // A number without a multiplier may match one that has it.
                NumberKey::Plain(value) if quantity.source_keys.is_empty() => Some(NumberKey::Bare(value)),
                _ => None,
            };
            let keys =
                [quantity.key].into_iter().chain(quantity.source_keys.iter().copied().chain(bare).filter(|_| all_keys));
            for key in keys {
                let Some(numbers) = by_key.get_mut(&key) else { continue };
                while let Some(other) = numbers.pop() {
                    if self.target_free.get(other) == Some(&true) {
                        let other = self.of_same_unit(number, other, numbers);
                        if self.may_join(number, other) {
                            self.join(number, other);
                        } else {
                            numbers.push(other);
                        }
                        break;
                    }
                }
                if self.source_free.get(number) == Some(&false) {
                    break;
                }
            }
        }
    }

    /// Whether two numbers that agree may count the same.
    fn may_join(&self, source: usize, target: usize) -> bool {
        let both = self.source.get(source).zip(self.target.get(target));
        self.is_lenient
            || !both.is_some_and(|(from, to)| from.is_direct && to.is_direct && are_apart(from.units, to.units))
    }

    /// The number to pair with a number of the source: the first of those that agree, or the next of its unit.
    fn of_same_unit(&self, number: usize, first: usize, rest: &mut [usize]) -> usize {
        let units = |all: &[Quantity], number: usize| all.get(number).map_or([None; 2], |quantity| quantity.units);
        let wanted = units(self.source, number);
        let fits = |other: usize| wanted.iter().flatten().any(|unit| units(self.target, other).contains(&Some(*unit)));
        if wanted[0].is_none() || fits(first) {
            return first;
        }
        let is_free = |other: usize| self.target_free.get(other) == Some(&true);
        let better = rest.iter_mut().rev().take(NEAR).find(|other| is_free(**other) && fits(**other));
        better.map_or(first, |better| std::mem::replace(better, first))
    }

    /// Pairs a number that may be several (`15 100`) with several on the other side.
    fn pair_split(&mut self) {
        split(self.source, &mut self.source_free, self.target, &mut self.target_free);
        split(self.target, &mut self.target_free, self.source, &mut self.source_free);
    }
}

fn split(one: &[Quantity], one_free: &mut [bool], other: &[Quantity], other_free: &mut [bool]) {
    if !one.iter().zip(one_free.iter()).any(|(quantity, free)| *free && !quantity.split.is_empty()) {
        return;
    }
    // `17.03` is a day and its month, `17:03` is not.
    let mut by_value: BTreeMap<(NumberValue, bool), Vec<usize>> = BTreeMap::new();
    for (number, quantity) in
        other.iter().enumerate().rev().filter(|(number, _)| other_free.get(*number) == Some(&true))
    {
        by_value.entry((quantity.written, quantity.kind == NumberKind::Month)).or_default().push(number);
    }
    for (quantity, free) in one.iter().zip(one_free.iter_mut()).filter(|(quantity, _)| !quantity.split.is_empty()) {
        if !*free {
            continue;
        }
        let may_be_date = quantity.value().is_some_and(|value| value.scale > 0);
        let mut matches = Vec::new();
        for (part, value) in quantity.split.iter().enumerate() {
            let months = [false, true].into_iter().filter(|is_month| !is_month || (may_be_date && part < 2));
            let mut keys = months.map(|is_month| (*value, is_month));
            matches.extend(keys.find_map(|key| Some((key, by_value.get_mut(&key)?.pop()?))));
        }
        if matches.len() == quantity.split.len() {
            *free = false;
            for (_, number) in matches {
                if let Some(free) = other_free.get_mut(number) {
                    *free = false;
                }
            }
        } else {
            for (value, number) in matches.into_iter().rev() {
                by_value.entry(value).or_default().push(number);
            }
        }
    }
}
