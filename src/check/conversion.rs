//! Unpaired numbers that another unit, or another way to say the same, explains: 40 miles are 64 km, a decade is 10
//! years, a quarter is 25 %.

use std::ops::Range;

use crate::{glossary::is_letter, model::Side};

use super::{
    Bitext, Context,
    language::{NumberValue, Numerals},
    measures::{Amount, Measures, Rounding, float, is_range, is_rounded, number},
    pairing::Sides,
    quantity::{NumberKind, Quantity, word_end},
    unit::{MeasureUnit, UnitKind},
};

/// How many numbers of a side are compared with each of the other: no sentence has more, and the work stays linear.
const SIDE: usize = 32;
/// How many bytes before a number the bracket may stand that encloses it.
const REACH: usize = 96;
/// Metric units that a translation may leave unsaid.
const METRIC: [f64; 3] = [1000.0, 1.0, 0.01];

/// Takes the numbers that have a reason for explained.
pub(super) fn explain(context: &Context<'_>, bitext: &Bitext<'_>, sides: &mut Sides<'_>, rounding: Rounding) {
    if !sides.free(Side::Source).chain(sides.free(Side::Target)).any(|(_, number)| is_told(number)) {
        return;
    }
    let explainer = Explainer {
        source: View::new(&bitext.folded(Side::Source).text, &context.source_measures, sides.source),
        target: View::new(&bitext.folded(Side::Target).text, &context.target_measures, sides.target),
        numerals: &context.target_numerals,
        measures: &context.target_measures,
        rounding,
    };
    explainer.conversions(sides);
    explainer.sums(sides);
    explainer.ratios(sides);
    explainer.names(sides);
    explainer.said_otherwise(sides, Side::Source);
    explainer.said_otherwise(sides, Side::Target);
    explainer.inside_words(sides);
}

/// Whether a number needs a reason to be missing or added.
fn is_told(number: &Quantity) -> bool {
    number.kind == NumberKind::Digits
        || (number.kind == NumberKind::Word && !number.is_loose && number.written != NumberValue::whole(1))
}

/// A side as conversions see it.
struct View<'a> {
    text: &'a str,
    numbers: &'a [Quantity],
    bare: Vec<MeasureUnit>,
}

impl<'a> View<'a> {
    fn new(text: &'a str, measures: &Measures, numbers: &'a [Quantity]) -> Self {
        let mut bare = measures.bare(text, numbers);
        bare.truncate(SIDE);
        Self { text, numbers, bare }
    }

    /// Whether a number stands in brackets that begin near it.
    fn is_in_brackets(&self, span: &Range<usize>) -> bool {
        let from = self.text.floor_char_boundary(span.start.saturating_sub(REACH));
        let before = self.text.get(from..span.start).unwrap_or_default();
        before.rfind(['(', ')']).and_then(|at| before.get(at..)).is_some_and(|inner| inner.starts_with('('))
    }
}

struct Explainer<'a> {
    source: View<'a>,
    target: View<'a>,
    numerals: &'a Numerals,
    measures: &'a Measures,
    rounding: Rounding,
}

impl Explainer<'_> {
    /// Whether one number is another in another unit.
    fn converts(&self, source: &Quantity, target: &Quantity) -> bool {
        // The same unit needs the same number, but degrees may be of either scale.
        let is_same_unit = |from: Amount, to: Amount| {
            from.unit.kind == to.unit.kind && from.unit.kind != UnitKind::Degree && from.unit.is_size_of(to.unit)
        };
        let agrees = |from: Amount, to: Amount| !is_same_unit(from, to) && from.is(to, self.rounding) == Some(true);
        if Amount::of(source).any(|from| Amount::of(target).any(|to| agrees(from, to))) {
            return true;
        }
        let (Some(from), Some(to)) = (number(source), number(target)) else { return false };
        let is_of = |quantity: &Quantity, kinds: &[UnitKind]| {
            quantity.units.iter().flatten().any(|unit| kinds.contains(&unit.kind))
        };
        if target.units[0].is_none() {
            // `10 feet` as `3` of a unit that is not said.
            return Amount::of(source).any(|amount| {
                let fits = |size: f64| {
                    let unit = MeasureUnit { size, ..amount.unit };
                    !unit.is_size_of(amount.unit) && amount.is(Amount { number: to, unit }, self.rounding) == Some(true)
                };
                let is_measured = matches!(amount.unit.kind, UnitKind::Length | UnitKind::Area | UnitKind::Mass);
                is_measured && METRIC.iter().any(|size| fits(*size))
            });
        }
        // `highs in the 80s`: no word for degrees.
        let degrees = MeasureUnit { kind: UnitKind::Fahrenheit, size: 1.0 };
        source.units[0].is_none()
            && is_of(target, &[UnitKind::Celsius, UnitKind::Degree])
            && Amount::of(target).any(|to| agrees(Amount { number: from, unit: degrees }, to))
    }

    /// Pairs numbers of different units.
    fn conversions(&self, sides: &mut Sides<'_>) {
        let source: Vec<usize> = sides.free(Side::Source).take(SIDE).map(|(number, _)| number).collect();
        for number in source {
            let Some(from) = self.source.numbers.get(number) else { continue };
            let mate = sides.free(Side::Target).take(SIDE).find(|(_, to)| self.converts(from, to)).map(|(at, _)| at);
            if let Some(mate) = mate {
                sides.take(Side::Source, number);
                sides.take(Side::Target, mate);
            }
        }
    }

    /// Explains amounts said in two units (`6 feet 4`, `6-foot-4`, `5 m 30 cm`) by the other side's one.
    fn sums(&self, sides: &mut Sides<'_>) {
        let both = |view: &View<'_>| -> Vec<(usize, Amount)> {
            let pairs = view.numbers.iter().zip(view.numbers.iter().skip(1)).enumerate().take(SIDE);
            let sum = |(at, (one, other)): (usize, (&Quantity, &Quantity))| {
                let (large, rest) = (Amount::of(one).next()?, number(other)?);
                let small = match Amount::of(other).next() {
                    Some(small) if one.is_direct && other.is_direct => small.within(large.unit)?,
                    // Twelve inches are a foot.
                    _ if large.unit.kind == UnitKind::Length && rest < 12.0 => rest / 12.0,
                    _ => return None,
                };
                let is_sum = small < 1.0 && is_range(view.text, one, other);
                is_sum.then_some((at, Amount { number: large.number + small, unit: large.unit }))
            };
            pairs.filter_map(sum).collect()
        };
        for (at, sum) in both(&self.source) {
            let is_free = |at: usize| sides.source_free.get(at) == Some(&true);
            if !is_free(at) && !is_free(at + 1) {
                continue;
            }
            let mut mate = sides.target.iter().enumerate().take(SIDE).filter(|(_, to)| {
                Amount::of(to).any(|to| to.unit != sum.unit && sum.is(to, self.rounding) == Some(true))
            });
            if let Some((mate, _)) = mate.next() {
                sides.take(Side::Source, at);
                sides.take(Side::Source, at + 1);
                sides.take(Side::Target, mate);
            }
        }
        for (at, sum) in both(&self.target) {
            let mate = sides
                .free(Side::Source)
                .take(SIDE)
                .find(|(_, from)| Amount::of(from).any(|from| from.is(sum, self.rounding) == Some(true)));
            if let Some((mate, _)) = mate {
                sides.take(Side::Source, mate);
                sides.take(Side::Target, at);
                sides.take(Side::Target, at + 1);
            }
        }
    }

    /// Explains a share by how many of how many it is: 75 % by `three in four`.
    fn ratios(&self, sides: &mut Sides<'_>) {
        for (side, others, other) in
            [(Side::Target, Side::Source, &self.source), (Side::Source, Side::Target, &self.target)]
        {
            let free: Vec<(usize, f64)> =
                sides.free(side).take(SIDE).filter_map(|(at, it)| Some((at, share(it)?))).collect();
            for (at, share) in free {
                let pairs = other.numbers.iter().zip(other.numbers.iter().skip(1)).enumerate().take(SIDE);
                let is_ratio = |one: &Quantity, many: &Quantity| {
                    let (Some(part), Some(whole)) = (number(one), number(many)) else { return false };
                    whole > part && is_rounded(part / whole, share, Rounding::Usual) && is_range(other.text, one, many)
                };
                let ratio = pairs.filter(|(_, (one, many))| is_ratio(one, many)).map(|(number, _)| number).next();
                if let Some(number) = ratio {
                    sides.take(side, at);
                    sides.take(others, number);
                    sides.take(others, number + 1);
                }
            }
        }
    }

    /// Explains numbers that belong to a name which the translation says otherwise: `Covid-19` as `каранавірус`.
    fn names(&self, sides: &mut Sides<'_>) {
        let free = sides.free(Side::Source).take(SIDE);
        let named: Vec<usize> = free.filter(|(_, number)| self.is_renamed(number)).map(|(at, _)| at).collect();
        for number in named {
            sides.take(Side::Source, number);
        }
    }

    fn is_renamed(&self, number: &Quantity) -> bool {
        let Some(name) = number
            .name
            .filter(|_| number.span.len() < 4)
            .and_then(|start| self.source.text.get(start..number.span.start))
        else {
            return number.is_optional;
        };
        let name = name.trim_end_matches('-');
        name.len() > 1 && !self.target.text.contains(name)
    }

    /// Explains what a side says twice, as a unit without a number, or in short.
    fn said_otherwise(&self, sides: &mut Sides<'_>, side: Side) {
        let (own, other) = match side {
            Side::Source => (&self.source, &self.target),
            Side::Target => (&self.target, &self.source),
        };
        let free: Vec<usize> = sides.free(side).take(SIDE).map(|(number, _)| number).collect();
        for at in free {
            let Some(quantity) = own.numbers.get(at) else { continue };
            let is_explained = Amount::of(quantity).any(|amount| self.is_bare(amount, other))
                || is_year(quantity, other)
                || self.is_gloss(quantity, at, own, other);
            if is_explained {
                sides.take(side, at);
            }
        }
    }

    /// Whether an amount is what one of the other side's units is, or a half of it.
    fn is_bare(&self, amount: Amount, other: &View<'_>) -> bool {
        other.bare.iter().any(|unit| {
            let one = |number: f64| Amount { number, unit: *unit }.is(amount, self.rounding) == Some(true);
            *unit != amount.unit && (one(1.0) || (amount.unit.kind != UnitKind::Share && one(0.5)))
        })
    }

    /// Whether a number is said again in another unit (`300 km (190 miles)`), or in brackets.
    fn is_gloss(&self, quantity: &Quantity, at: usize, own: &View<'_>, other: &View<'_>) -> bool {
        let is_again = |another: &Quantity| {
            Amount::of(quantity).any(|one| {
                Amount::of(another).any(|other| {
                    let is_near = |exact: f64| is_rounded(exact, other.number, Rounding::Certain);
                    !one.unit.is_size_of(other.unit) && one.within(other.unit).is_some_and(is_near)
                })
            })
        };
        let from = at.saturating_sub(2);
        let near = || own.numbers.iter().enumerate().skip(from).take(5).filter(|(number, _)| *number != at);
        // Where the other side has the unit without the number, the number is lost.
        let is_lost = || quantity.units.iter().flatten().any(|unit| other.bare.contains(unit));
        if near().any(|(_, another)| is_again(another)) && !is_lost() {
            return true;
        }
        // `60 Minutes (60 хвілін)`
        if near().any(|(_, another)| another.written == quantity.written && own.is_in_brackets(&another.span)) {
            return true;
        }
        own.is_in_brackets(&quantity.span) && {
            let mut others = other.numbers.iter().take(SIDE);
            others.any(|another| another.written == quantity.written || self.converts_either(another, quantity))
        }
    }

    fn converts_either(&self, one: &Quantity, other: &Quantity) -> bool {
        self.converts(one, other) || self.converts(other, one)
    }

    /// Explains numbers of the source by words of the target that begin with a number and go on with a unit:
    /// `двухметровый` for 6 feet 6.
    fn inside_words(&self, sides: &mut Sides<'_>) {
        let mut missing = sides.free(Side::Source).filter(|(_, number)| number.units[0].is_some()).peekable();
        if missing.peek().is_none() {
            return;
        }
        let missing: Vec<(usize, &Quantity)> = missing.take(SIDE).collect();
        let mut at = 0;
        let mut taken = Vec::new();
        while let Some(letter) = self.target.text.get(at..).and_then(|rest| rest.chars().next()) {
            let end = word_end(self.target.text, at);
            if end > at && is_letter(letter) {
                let word = self.target.text.get(at..end).unwrap_or_default();
                for (stem, value) in self.numerals.stems.iter().filter(|(stem, _)| word.starts_with(stem.as_str())) {
                    let rest = word.get(stem.len()..).unwrap_or_default();
                    let units = self.measures.word(rest).unwrap_or_default();
                    let amount = |unit: &MeasureUnit| Some(Amount { number: float(*value)?, unit: *unit });
                    let amounts = || units.iter().flatten().filter_map(amount);
                    let fits = |quantity: &Quantity| {
                        amounts()
                            .any(|to| Amount::of(quantity).any(|from| from.is(to, Rounding::Certain) == Some(true)))
                    };
                    taken.extend(missing.iter().filter(|(_, quantity)| fits(quantity)).map(|(at, _)| *at));
                }
            }
            at = end.max(at + letter.len_utf8());
        }
        for number in taken {
            sides.take(Side::Source, number);
            // `6-foot-6`: the inches go with the feet.
            if let Some([feet, inches]) = sides.source.get(number..number + 2)
                && inches.units[0].is_none_or(|unit| feet.units[0] == Some(unit))
                && is_range(self.source.text, feet, inches)
            {
                sides.take(Side::Source, number + 1);
            }
        }
    }
}

/// The part of the whole that a number of per cent is.
fn share(quantity: &Quantity) -> Option<f64> {
    let amount = Amount::of(quantity).find(|amount| amount.unit.kind == UnitKind::Share)?;
    Some(amount.number * amount.unit.size)
}

/// Whether one number is a year, and one of the other side's its last two digits: `SS19`, `'19`.
fn is_year(quantity: &Quantity, other: &View<'_>) -> bool {
    let Some(own) = quantity.value().filter(|value| value.scale == 0) else { return false };
    let is_pair = |other: NumberValue| {
        let (short, long) = if own.digits < other.digits { (own, other) } else { (other, own) };
        short.digits < 100 && (1900..2100).contains(&long.digits) && long.digits % 100 == short.digits
    };
    let mut values = other.numbers.iter().take(SIDE).filter_map(Quantity::value);
    quantity.kind == NumberKind::Digits && values.any(|other| other.scale == 0 && is_pair(other))
}
