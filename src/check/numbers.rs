//! `numbers`: the target has the numbers of the source, however each language writes them.
//!
//! A number in digits must occur on the other side, in digits or words. Number words are matched too, but a translator
//! may rephrase them: a word is wrong only where another number takes its place, and words for one and two never are. A
//! 1 may be left out.

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
    /// It is written as in English, which means something else in the target's language.
    EnglishComma { expected: String, found: String },
    /// The target has another number.
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
        check_numbers(context, bitext, Strictness::Translation, out);
    }
}

/// How much a translator may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// Every number has its counterpart.
    Translation,
    /// Units may be converted, and a number may be said again: only a number that comes from nowhere or is lost is wrong.
    Draft,
}

/// Reports numbers of one side that the other does not have.
pub(super) fn check_numbers(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    strictness: Strictness,
    out: &mut Vec<Finding>,
) {
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
    Reporter { context, bitext, strictness, out }.report(&mut sides);
}

/// The numbers of both sides, and which of them are still unpaired.
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

    /// Pairs numbers that agree, most certain first.
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

    /// Pairs numbers that share a key; with `all_keys`, also by their further readings. Each number is visited once.
    fn pair(&mut self, source: fn(NumberKind) -> bool, target: fn(NumberKind) -> bool, all_keys: bool) {
        let mut by_key: HashMap<NumberKey, Vec<usize>> = HashMap::new();
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
                    if let Some(free) = self.target_free.get_mut(other).filter(|free| **free) {
                        *free = false;
                        if let Some(free) = self.source_free.get_mut(number) {
                            *free = false;
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
    let mut by_value: HashMap<NumberValue, Vec<usize>> = HashMap::new();
    for (number, quantity) in
        other.iter().enumerate().rev().filter(|(number, _)| other_free.get(*number) == Some(&true))
    {
        by_value.entry(quantity.written).or_default().push(number);
    }
    for (quantity, free) in one.iter().zip(one_free.iter_mut()).filter(|(quantity, _)| !quantity.split.is_empty()) {
        if !*free {
            continue;
        }
        let mut matches = Vec::new();
        for value in &quantity.split {
            matches.extend(by_value.get_mut(value).and_then(Vec::pop).map(|number| (*value, number)));
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

/// Reports the unpaired numbers.
struct Reporter<'a, 'b> {
    context: &'a Context<'a>,
    bitext: &'a Bitext<'a>,
    strictness: Strictness,
    out: &'b mut Vec<Finding>,
}

impl Reporter<'_, '_> {
    fn report(&mut self, sides: &mut Sides<'_>) {
        self.report_english_commas(sides);
        let unpaired = |all: &[Quantity], free: &[bool], is_relevant: fn(&Quantity) -> bool| -> Vec<Quantity> {
            let free = all.iter().zip(free).filter(|(quantity, free)| **free && is_relevant(quantity));
            free.map(|(quantity, _)| quantity.clone()).collect()
        };
        let digits = |quantity: &Quantity| quantity.kind == NumberKind::Digits;
        let mut missing = unpaired(sides.source, &sides.source_free, digits);
        let mut extra = unpaired(sides.target, &sides.target_free, digits);
        self.drop_spelled_out(&mut missing, Side::Target);
        self.drop_spelled_out(&mut extra, Side::Source);
        if self.strictness == Strictness::Draft {
            let measures = &self.context.measures;
            let words = &self.bitext.source_sight.folded.text;
            extra.retain(|found| !measures.explains(words, sides.source, found));
            missing.retain(|expected| !measures.replaced(words, sides.source, sides.target, expected));
        }
        let significant = |quantity: &Quantity| {
            let small = quantity.value().is_some_and(|value| value.digits < 3 && value.scale == 0);
            quantity.kind == NumberKind::Word && !small
        };
        let missing_words = unpaired(sides.source, &sides.source_free, significant);
        let extra_words = unpaired(sides.target, &sides.target_free, significant);
        match (missing.as_slice(), extra.as_slice(), missing_words.as_slice(), extra_words.as_slice()) {
            ([], [], [expected], [found]) | ([], [found], [expected], _) | ([expected], [], _, [found]) => {
                self.report_difference(expected, found);
            }
            _ => {
                let pairs = missing.len().min(extra.len());
                for (expected, found) in missing.iter().zip(&extra) {
                    self.report_difference(expected, found);
                }
                // `1 in 5` may be translated as every fifth.
                let one = |quantity: &&Quantity| quantity.value() == Some(NumberValue::whole(1)) && extra.is_empty();
                missing
                    .iter()
                    .skip(pairs)
                    .filter(|expected| !one(expected))
                    .for_each(|expected| self.report_missing(expected));
                extra.iter().skip(pairs).for_each(|found| self.report_extra(found, missing.is_empty()));
            }
        }
        for kind in [NumberKind::Month, NumberKind::Roman] {
            let of = |all: &[Quantity], free: &[bool]| -> Vec<Quantity> {
                all.iter().zip(free).filter(|(q, free)| **free && q.kind == kind).map(|(q, _)| q.clone()).collect()
            };
            let (expected, found) = (of(sides.source, &sides.source_free), of(sides.target, &sides.target_free));
            for (expected, found) in expected.iter().zip(&found) {
                self.report_difference(expected, found);
            }
        }
    }

    /// Reports English commas in a language that reads them as decimal; the source gives the intended number.
    fn report_english_commas(&mut self, sides: &mut Sides<'_>) {
        let mut expected: HashMap<NumberValue, Vec<usize>> = HashMap::new();
        for (number, quantity) in sides.source.iter().enumerate().rev() {
            if let (Some(value), Some(true)) = (quantity.value(), sides.source_free.get(number)) {
                expected.entry(value).or_default().push(number);
            }
        }
        for (quantity, free) in sides.target.iter().zip(sides.target_free.iter_mut()) {
            let Some(value) = quantity.english else { continue };
            if *free {
                let Some(number) = expected.get_mut(&value).and_then(Vec::pop) else { continue };
                *free = false;
                if let Some(free) = sides.source_free.get_mut(number) {
                    *free = false;
                }
            } else if quantity.value() != Some(value) {
                // It is a decimal, and the source has the same decimal.
                continue;
            }
            let written = write(value, &self.context.target);
            let found = self.text(Side::Target, quantity);
            let problem = NumbersProblem::EnglishComma { expected: written.clone(), found };
            self.out.push(self.finding(problem, quantity).fix(written));
        }
    }

    /// Drops numbers that the other side has inside a word: `5-storey`, `пяціпавярховы`.
    fn drop_spelled_out(&self, numbers: &mut Vec<Quantity>, side: Side) {
        let (folded, numerals) = match side {
            Side::Source => (&self.bitext.source_sight.folded, &self.context.source_numerals),
            Side::Target => (&self.bitext.target_sight.folded, &self.context.target_numerals),
        };
        if numbers.is_empty() || numerals.stems.is_empty() {
            return;
        }
        let mut found: HashMap<NumberValue, usize> = HashMap::new();
        for word in folded.text.split(|c: char| !is_letter(c) && c != '\'').filter(|word| !word.is_empty()) {
            let stem = numerals.stems.iter().filter(|(stem, _)| word.starts_with(stem.as_str()));
            if let Some((_, value)) = stem.max_by_key(|(stem, _)| stem.len()) {
                *found.entry(*value).or_default() += 1;
            }
        }
        numbers.retain(|quantity| match found.get_mut(&quantity.written) {
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

    fn report_difference(&mut self, expected: &Quantity, found: &Quantity) {
        let (expected_text, found_text) = (self.text(Side::Source, expected), self.text(Side::Target, found));
        let mut finding = self.finding(NumbersProblem::Differs { expected: expected_text, found: found_text }, found);
        if let (NumberKind::Digits, NumberKind::Digits, Some(value)) = (expected.kind, found.kind, expected.value()) {
            finding.alternatives = vec![write(value, &self.context.target)];
        }
        self.out.push(finding);
    }

    fn report_missing(&mut self, expected: &Quantity) {
        let place = self.bitext.place(self.context, Side::Target, 0..0);
        let problem = NumbersProblem::Missing { expected: self.text(Side::Source, expected) };
        self.out.push(Finding::new(problem, RULE.severity, place));
    }

    fn report_extra(&mut self, found: &Quantity, nothing_missing: bool) {
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
        let remaining = whole.len() - number;
        if number > 0 && remaining.is_multiple_of(3) && whole.len() >= language.group_from {
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
