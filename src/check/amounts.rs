//! What is counted: numbers that agree, but in another currency or unit.

use std::cell::LazyCell;

use super::{
    language::NumberValue,
    measures::Measures,
    pairing::Sides,
    quantity::{NumberKey, NumberKind, Quantity},
    unit::{Meanings, MeasureUnit, UnitKind, are_apart, is_comparable, is_money, is_same, is_share},
};

/// What is wrong with the unit of a number that is right itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitFault {
    /// It is another currency or another unit of the same kind.
    Other,
    /// It measures something else: 12 hours are not 12 metres.
    Apart,
    /// It is per cent, and none is left in the translation.
    Lost,
    /// The translation says less than the source: a currency, or per cent that another number still has.
    Unsaid,
}

/// How many numbers are searched for one that a wrong unit may have been mistaken for; no sentence has more.
const SIDE: usize = 64;

/// The numbers of both sides that agree, with what is wrong with their units, in reading order.
pub(super) fn unit_faults<'a>(
    text: &str,
    measures: &Measures,
    sides: &Sides<'a>,
) -> Vec<(&'a Quantity, &'a Quantity, UnitFault)> {
    if sides.source.iter().chain(sides.target).all(|quantity| quantity.units[0].is_none()) {
        return Vec::new();
    }
    // How often the translation and the source name shares and money, counted where one is missing.
    let counts = LazyCell::new(|| {
        let bare = measures.bare(text, sides.target);
        let count = |all: &[Quantity], fits: fn(MeasureUnit) -> bool| {
            all.iter().filter(|quantity| quantity.units.iter().flatten().any(|unit| fits(*unit))).count()
        };
        let left =
            |fits: fn(MeasureUnit) -> bool| count(sides.target, fits) + bare.iter().filter(|unit| fits(**unit)).count();
        Counts { shares: count(sides.source, is_share), shares_left: left(is_share), money_left: left(is_money) }
    });
    let pairs = sides.source.iter().zip(&sides.mates);
    let pairs = pairs.filter_map(|(from, mate)| Some((from, sides.target.get((*mate)?)?)));
    let faults = pairs.filter_map(|(from, to)| {
        if !from.is_direct || !matches!(from.kind, NumberKind::Digits | NumberKind::Word) {
            return None;
        }
        let fault = match from.units {
            _ if to.units[0].is_some() => other(sides, from, to),
            [Some(unit), None] if is_share(unit) || is_money(unit) => lost(unit, &counts),
            _ => None,
        };
        // `the first half` may be `першае паўгоддзе`: an ordinal counts nothing.
        let is_ordinal = from.is_loose && to.is_loose;
        Some((from, to, fault.filter(|fault| !(is_ordinal && *fault == UnitFault::Apart))?))
    });
    faults.collect()
}

/// The numbers of the source that have lost their multiplier, with those of the translation: `$10 million` as `10 долларов`.
pub(super) fn lost_multipliers<'a>(sides: &Sides<'a>) -> Vec<(&'a Quantity, &'a Quantity)> {
    let count = |all: &[Quantity], times: NumberValue| {
        let has = |quantity: &&Quantity| {
            quantity.multiplier == Some(times) || (quantity.kind == NumberKind::Idle && quantity.written == times)
        };
        all.iter().take(SIDE).filter(has).count()
    };
    let pairs = sides.source.iter().zip(&sides.mates).take(SIDE);
    let pairs = pairs.filter_map(|(from, mate)| Some((from, from.multiplier?, sides.target.get((*mate)?)?)));
    let lost = pairs.filter(|(from, times, to)| {
        // A word may be the multiplier of several numbers.
        to.kind == NumberKind::Digits
            && to.multiplier.is_none()
            && to.target_keys.is_empty()
            && to.key == NumberKey::Plain(from.written)
            && count(sides.target, *times) < count(sides.source, *times)
    });
    lost.map(|(from, _, to)| (from, to)).collect()
}

/// How often each side names a kind of unit.
struct Counts {
    shares: usize,
    shares_left: usize,
    money_left: usize,
}

/// What is wrong where a number has lost its unit.
fn lost(unit: MeasureUnit, counts: &Counts) -> Option<UnitFault> {
    match unit.kind {
        UnitKind::Share if counts.shares_left == 0 => Some(UnitFault::Lost),
        UnitKind::Share if counts.shares_left < counts.shares => Some(UnitFault::Unsaid),
        // `$1,000, and then 250`
        UnitKind::Currency(_) if counts.money_left == 0 => Some(UnitFault::Unsaid),
        _ => None,
    }
}

/// What is wrong where a number has another unit.
fn other(sides: &Sides<'_>, from: &Quantity, to: &Quantity) -> Option<UnitFault> {
    let fault = match is_other(from.units, to.units) {
        Some(true) => UnitFault::Other,
        None if are_apart(from.units, to.units) && is_beside(from) && is_beside(to) => UnitFault::Apart,
        _ => return None,
    };
    if !to.is_direct {
        return None;
    }
    // The same number may stand there twice, once of each unit.
    let is_counted =
        |quantity: &&Quantity| quantity.units.iter().flatten().any(|unit| from.units.contains(&Some(*unit)));
    let mut counted = sides.target.iter().take(SIDE).filter(is_counted);
    (!counted.any(|other| other.written == from.written)).then_some(fault)
}

/// Whether the unit stands next to its number, so that nothing else can be counted.
fn is_beside(quantity: &Quantity) -> bool {
    quantity.is_direct && quantity.is_adjacent
}

/// Whether two meanings are different units of the same kind; `None` where they cannot be compared.
fn is_other(from: Meanings, to: Meanings) -> Option<bool> {
    let pairs = || from.iter().flatten().flat_map(|one| to.iter().flatten().map(move |other| (*one, *other)));
    if pairs().any(|(one, other)| is_same(one, other)) {
        return Some(false);
    }
    pairs().any(|(one, other)| is_comparable(one, other)).then_some(true)
}
