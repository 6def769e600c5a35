//! `numbers`: the numbers of the source stand in the target, however each language writes them.
//!
//! What is written in digits has to be on the other side, in digits or words. Words count as numbers where they are
//! there, but a translator may say them otherwise: a word is wrong only where another number stands in its place, and
//! words for one and two never are. A 1 may go unsaid.

use std::{collections::HashMap, ops::Range};

use crate::{
    glossary::is_letter,
    model::{Args, Finding, Problem, Problems, Severity, Side, cut},
};

use super::{
    Bitext, Check, Context, Rule,
    language::{Language, NumberValue},
    quantity::{NumberKey, NumberKind, Quantity, quantities},
};

pub(super) struct Numbers;

const RULE: Rule = Rule { id: "numbers", severity: Severity::Major };

/// What is wrong with a number.
enum NumbersProblem {
    /// The source has it, the target does not.
    Missing { expected: String },
    /// The target has it, the source does not.
    Extra { found: String },
    /// It stands as English writes it, and means something else in the target's language.
    EnglishComma { expected: String, found: String },
    /// The target has another one.
    Differs { expected: String, found: String },
}

impl Problem for NumbersProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "numbers-missing",
            Self::Extra { .. } => "numbers-extra",
            Self::EnglishComma { .. } => "numbers-english-comma",
            Self::Differs { .. } => "numbers-differ",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Missing { expected } => vec![("expected", expected.into())],
            Self::Extra { found } => vec![("found", found.into())],
            Self::EnglishComma { expected, found } | Self::Differs { expected, found } => {
                vec![("expected", expected.into()), ("found", found.into())]
            }
        }
    }

    fn all() -> Vec<Self> {
        let (expected, found) = (|| "12".to_owned(), || "21".to_owned());
        vec![
            Self::Missing { expected: expected() },
            Self::Extra { found: found() },
            Self::EnglishComma { expected: "12 000".to_owned(), found: "12,000".to_owned() },
            Self::Differs { expected: expected(), found: found() },
        ]
    }
}

impl Check for Numbers {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<NumbersProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if bitext.target.prose.trim().is_empty() {
            return;
        }
        let source = quantities(&bitext.source.prose, &bitext.source_sight.folded, &context.source_numerals);
        let target = quantities(&bitext.target.prose, &bitext.target_sight.folded, &context.target_numerals);
        if source.is_empty() && target.is_empty() {
            return;
        }
        let agree = source.len() == target.len() && source.iter().zip(&target).all(|(s, t)| s.key == t.key);
        if agree && target.iter().all(|quantity| quantity.english.is_none()) {
            return;
        }
        let mut sides = Sides::new(&source, &target);
        sides.pair_all();
        Teller { context, bitext, out }.tell(&mut sides);
    }
}

/// The numbers of both sides, and which of them have found each other.
struct Sides<'a> {
    source: &'a [Quantity],
    target: &'a [Quantity],
    source_free: Vec<bool>,
    target_free: Vec<bool>,
}

impl<'a> Sides<'a> {
    fn new(source: &'a [Quantity], target: &'a [Quantity]) -> Self {
        Self { source, target, source_free: vec![true; source.len()], target_free: vec![true; target.len()] }
    }

    /// Pairs what agrees, the surest first.
    fn pair_all(&mut self) {
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

    /// Pairs numbers that share a key; `besides` when their further meanings count. Each number is looked at once.
    fn pair(&mut self, source: fn(NumberKind) -> bool, target: fn(NumberKind) -> bool, besides: bool) {
        let mut found: HashMap<NumberKey, Vec<usize>> = HashMap::new();
        for (number, quantity) in self.target.iter().enumerate().rev() {
            if self.target_free.get(number) == Some(&true) && target(quantity.kind) {
                found.entry(quantity.key).or_default().push(number);
                for key in quantity.answers.iter().filter(|_| besides) {
                    found.entry(*key).or_default().push(number);
                }
            }
        }
        if found.is_empty() {
            return;
        }
        for (number, quantity) in self.source.iter().enumerate() {
            if self.source_free.get(number) != Some(&true) || !source(quantity.kind) {
                continue;
            }
            let bare = match quantity.key {
                // What stands without a multiplier may meet what stands with one.
                NumberKey::Plain(value) if quantity.asks.is_empty() => Some(NumberKey::Bare(value)),
                _ => None,
            };
            let keys = [quantity.key].into_iter().chain(quantity.asks.iter().copied().chain(bare).filter(|_| besides));
            for key in keys {
                let Some(numbers) = found.get_mut(&key) else { continue };
                while let Some(other) = numbers.pop() {
                    if let Some(free) = self.target_free.get_mut(other).filter(|free| **free) {
                        *free = false;
                        if let Some(own) = self.source_free.get_mut(number) {
                            *own = false;
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

    /// Pairs a number that may be several (`15 100`) with several of the other side.
    fn pair_split(&mut self) {
        split(self.source, &mut self.source_free, self.target, &mut self.target_free);
        split(self.target, &mut self.target_free, self.source, &mut self.source_free);
    }
}

fn split(one: &[Quantity], one_free: &mut [bool], other: &[Quantity], other_free: &mut [bool]) {
    if !one.iter().zip(one_free.iter()).any(|(quantity, free)| *free && !quantity.split.is_empty()) {
        return;
    }
    let mut found: HashMap<NumberValue, Vec<usize>> = HashMap::new();
    for (number, quantity) in
        other.iter().enumerate().rev().filter(|(number, _)| other_free.get(*number) == Some(&true))
    {
        found.entry(quantity.written).or_default().push(number);
    }
    for (quantity, free) in one.iter().zip(one_free.iter_mut()).filter(|(quantity, _)| !quantity.split.is_empty()) {
        if !*free {
            continue;
        }
        let mut taken = Vec::new();
        for value in &quantity.split {
            taken.extend(found.get_mut(value).and_then(Vec::pop).map(|number| (*value, number)));
        }
        if taken.len() == quantity.split.len() {
            *free = false;
            for (_, number) in taken {
                if let Some(free) = other_free.get_mut(number) {
                    *free = false;
                }
            }
        } else {
            for (value, number) in taken.into_iter().rev() {
                found.entry(value).or_default().push(number);
            }
        }
    }
}

/// Says what has not been paired.
struct Teller<'a, 'b> {
    context: &'a Context<'a>,
    bitext: &'a Bitext<'a>,
    out: &'b mut Vec<Finding>,
}

impl Teller<'_, '_> {
    fn tell(&mut self, sides: &mut Sides<'_>) {
        self.copied(sides);
        let left = |all: &[Quantity], free: &[bool], wanted: fn(&Quantity) -> bool| -> Vec<Quantity> {
            let open = all.iter().zip(free).filter(|(quantity, free)| **free && wanted(quantity));
            open.map(|(quantity, _)| quantity.clone()).collect()
        };
        let digits = |quantity: &Quantity| quantity.kind == NumberKind::Digits;
        let mut missing = left(sides.source, &sides.source_free, digits);
        let mut extra = left(sides.target, &sides.target_free, digits);
        self.spelled_out(&mut missing, Side::Target);
        self.spelled_out(&mut extra, Side::Source);
        let telling = |quantity: &Quantity| {
            let small = quantity.value().is_some_and(|value| value.digits < 3 && value.scale == 0);
            quantity.kind == NumberKind::Word && !small
        };
        let missing_words = left(sides.source, &sides.source_free, telling);
        let extra_words = left(sides.target, &sides.target_free, telling);
        match (missing.as_slice(), extra.as_slice(), missing_words.as_slice(), extra_words.as_slice()) {
            ([], [], [expected], [found]) | ([], [found], [expected], _) | ([expected], [], _, [found]) => {
                self.differs(expected, found);
            }
            _ => {
                let pairs = missing.len().min(extra.len());
                for (expected, found) in missing.iter().zip(&extra) {
                    self.differs(expected, found);
                }
                // `1 in 5` may be every fifth.
                let one = |quantity: &&Quantity| quantity.value() == Some(NumberValue::whole(1)) && extra.is_empty();
                missing.iter().skip(pairs).filter(|expected| !one(expected)).for_each(|expected| self.lacks(expected));
                extra.iter().skip(pairs).for_each(|found| self.adds(found, missing.is_empty()));
            }
        }
        for kind in [NumberKind::Month, NumberKind::Roman] {
            let of = |all: &[Quantity], free: &[bool]| -> Vec<Quantity> {
                all.iter().zip(free).filter(|(q, free)| **free && q.kind == kind).map(|(q, _)| q.clone()).collect()
            };
            let (expected, found) = (of(sides.source, &sides.source_free), of(sides.target, &sides.target_free));
            for (expected, found) in expected.iter().zip(&found) {
                self.differs(expected, found);
            }
        }
    }

    /// English commas in a language that reads them as decimal ones: the source's number is certain.
    fn copied(&mut self, sides: &mut Sides<'_>) {
        let mut wanted: HashMap<NumberValue, Vec<usize>> = HashMap::new();
        for (number, quantity) in sides.source.iter().enumerate().rev() {
            if let (Some(value), Some(true)) = (quantity.value(), sides.source_free.get(number)) {
                wanted.entry(value).or_default().push(number);
            }
        }
        for (quantity, free) in sides.target.iter().zip(sides.target_free.iter_mut()) {
            let Some(value) = quantity.english else { continue };
            if *free {
                let Some(number) = wanted.get_mut(&value).and_then(Vec::pop) else { continue };
                *free = false;
                if let Some(own) = sides.source_free.get_mut(number) {
                    *own = false;
                }
            } else if quantity.value() != Some(value) {
                // It is a decimal, and the source has that decimal.
                continue;
            }
            let written = write(value, &self.context.target);
            let found = self.text(Side::Target, quantity);
            let problem = NumbersProblem::EnglishComma { expected: written.clone(), found };
            self.out.push(self.finding(problem, quantity).fix(written));
        }
    }

    /// Takes away the numbers that the other side has inside a word: `5-storey`, `пяціпавярховы`.
    fn spelled_out(&self, left: &mut Vec<Quantity>, side: Side) {
        let (folded, numerals) = match side {
            Side::Source => (&self.bitext.source_sight.folded, &self.context.source_numerals),
            Side::Target => (&self.bitext.target_sight.folded, &self.context.target_numerals),
        };
        if left.is_empty() || numerals.stems.is_empty() {
            return;
        }
        let mut found: HashMap<NumberValue, usize> = HashMap::new();
        for word in folded.text.split(|c: char| !is_letter(c) && c != '\'').filter(|word| !word.is_empty()) {
            let stem = numerals.stems.iter().filter(|(stem, _)| word.starts_with(stem.as_str()));
            if let Some((_, value)) = stem.max_by_key(|(stem, _)| stem.len()) {
                *found.entry(*value).or_default() += 1;
            }
        }
        left.retain(|quantity| match found.get_mut(&quantity.written) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
    }

    fn text(&self, side: Side, quantity: &Quantity) -> String {
        let (prose, sight) = match side {
            Side::Source => (&self.bitext.source.prose, &self.bitext.source_sight),
            Side::Target => (&self.bitext.target.prose, &self.bitext.target_sight),
        };
        cut(prose, &sight.folded.span(prose, &quantity.span)).to_owned()
    }

    fn place(&self, quantity: &Quantity) -> Range<usize> {
        self.bitext.target_sight.folded.span(&self.bitext.target.prose, &quantity.span)
    }

    fn finding(&self, problem: NumbersProblem, quantity: &Quantity) -> Finding {
        let place = self.bitext.place(self.context, Side::Target, self.place(quantity));
        Finding::new(problem, RULE.severity, place)
    }

    fn differs(&mut self, expected: &Quantity, found: &Quantity) {
        let (wanted, written) = (self.text(Side::Source, expected), self.text(Side::Target, found));
        let mut finding = self.finding(NumbersProblem::Differs { expected: wanted, found: written }, found);
        if let (NumberKind::Digits, NumberKind::Digits, Some(value)) = (expected.kind, found.kind, expected.value()) {
            finding.alternatives = vec![write(value, &self.context.target)];
        }
        self.out.push(finding);
    }

    fn lacks(&mut self, expected: &Quantity) {
        let place = self.bitext.place(self.context, Side::Target, 0..0);
        let problem = NumbersProblem::Missing { expected: self.text(Side::Source, expected) };
        self.out.push(Finding::new(problem, RULE.severity, place));
    }

    fn adds(&mut self, found: &Quantity, nothing_missing: bool) {
        let small = found.value().is_some_and(|value| value.scale == 0 && value.digits < 3);
        // `both`, `a pair`, `a million` may be written with a one or a two.
        if !(small && nothing_missing) {
            let problem = NumbersProblem::Extra { found: self.text(Side::Target, found) };
            self.out.push(self.finding(problem, found));
        }
    }
}

/// A number as the language writes it.
fn write(value: NumberValue, language: &Language) -> String {
    let digits = value.digits.to_string();
    let scale = usize::from(value.scale);
    let padded = format!("{}{digits}", "0".repeat((scale + 1).saturating_sub(digits.len())));
    let (whole, fraction) =
        padded.split_at_checked(padded.len().saturating_sub(scale)).unwrap_or((padded.as_str(), ""));
    let mut out = String::new();
    for (number, digit) in whole.chars().enumerate() {
        let left = whole.len() - number;
        if number > 0 && left.is_multiple_of(3) && whole.len() >= language.group_from {
            out.push_str(&language.group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push_str(&language.decimal);
        out.push_str(fraction);
    }
    out
}
