//! `numbers`: the target has the numbers of the source, however each language writes them.
//!
//! A number in digits must occur on the other side, in digits or words. Number words are matched too, but a translator
//! may rephrase them: a word is wrong only where another number takes its place, and words for one and two never are. A
//! 1 may be left out.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    glossary::is_letter,
    model::{Args, Finding, Problem, Problems, Severity, Side, cut},
};

use super::{
    Bitext, Check, Context, Rule,
    amounts::{UnitFault, lost_multipliers, unit_faults},
    conversion::explain,
    dates,
    language::{Language, NumberValue},
    measures::{Amount, Rounding, with_unit},
    pairing::Sides,
    quantity::{NumberKey, NumberKind, Quantity},
    reading::{quantities, quantities_in},
    signs::Signs,
    word_facts::WordLists,
    words::groups,
};

pub(super) struct Numbers;

const RULE: Rule = Rule { id: "numbers", severity: Severity::Major };

/// How many wrong conversions of a pair are told from other numbers; no sentence has more.
const CONVERSIONS: usize = 32;

/// What is wrong with a number.
enum NumbersProblem {
    /// The source has it, the target does not.
    Missing { expected: String },
    /// The target has it, the source does not.
    Extra { found: String },
    /// It is written as in English, which means something else in the target's language.
    EnglishComma { expected: String, found: String },
    /// The target has another number, or another unit, currency, month or weekday.
    Differs { expected: String, found: String },
    /// The number was converted wrongly.
    Conversion { expected: String, right: String, found: String },
    /// The month has its name in another language.
    OtherMonth { right: String, found: String },
    /// The date has another weekday.
    Weekday { right: String, found: String },
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
            Self::Conversion { .. } => "numbers-conversion",
            Self::OtherMonth { .. } => "numbers-other-month",
            Self::Weekday { .. } => "numbers-weekday",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Missing { expected } => vec![("expected", expected.into())],
            Self::Extra { found } => vec![("found", found.into())],
            Self::EnglishComma { expected, found } | Self::Differs { expected, found } => {
                vec![("expected", expected.into()), ("found", found.into())]
            }
            Self::Conversion { expected, right, found } => {
                vec![("expected", expected.into()), ("right", right.into()), ("found", found.into())]
            }
            Self::OtherMonth { right, found } | Self::Weekday { right, found } => {
                vec![("right", right.into()), ("found", found.into())]
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
            Self::Conversion { expected: "40 miles".to_owned(), right: "64".to_owned(), found: "46 км".to_owned() },
            Self::OtherMonth { right: "сакавіка".to_owned(), found: "марта".to_owned() },
            Self::Weekday { right: "чацвер".to_owned(), found: "сераду".to_owned() },
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
    let mut source = numbers_of(context, bitext, Side::Source);
    let mut target = numbers_of(context, bitext, Side::Target);
    if source.is_empty() && target.is_empty() {
        return;
    }
    if !source.is_empty() {
        context.source_measures.attach(&bitext.folded(Side::Source).text, &mut source);
    }
    if !target.is_empty() {
        context.target_measures.attach(&bitext.folded(Side::Target).text, &mut target);
    }
    let mut sides = Sides::new(&source, &target);
    let agree = source.len() == target.len() && source.iter().zip(&target).all(|(s, t)| s.key == t.key);
    if agree && target.iter().all(|quantity| quantity.english.is_none()) {
        sides.join_all();
    } else {
        sides.pair_all();
    }
    let mut reporter = Reporter { context, bitext, strictness, out };
    reporter.report_english_commas(&mut sides);
    let rounding = if strictness == Strictness::Draft { Rounding::Certain } else { Rounding::Usual };
    explain(context, bitext, &mut sides, rounding);
    sides.pair_rest();
    reporter.report_units(&sides);
    if strictness == Strictness::Translation {
        reporter.report_multipliers(&sides);
        reporter.report_dates(&mut sides);
    }
    reporter.report(&sides);
}

/// The numbers of a side. Only the words that may be one are read, unless digits may be those of an address.
fn numbers_of(context: &Context<'_>, bitext: &Bitext<'_>, side: Side) -> Vec<Quantity> {
    let (text, signs, numerals) = match side {
        Side::Source => (bitext.source, bitext.source_signs, &context.source_numerals),
        Side::Target => (bitext.target, bitext.target_signs, &context.target_numerals),
    };
    if signs.has(const { Signs::of("/") }) && text.prose.contains("://") {
        return quantities(&text.prose, bitext.folded(side), numerals);
    }
    let words = bitext.words(side);
    if !words.lists.has(WordLists::NUMBER) {
        return Vec::new();
    }
    // With what stands beside a word and no space between, which may make it a part of another.
    let groups = groups(&text.prose, words, |_| true);
    let parts = groups.filter(|group| group.iter().any(|word| word.lists.has(WordLists::NUMBER)));
    let spans = parts.filter_map(|part| Some(part.first()?.span.start..part.last()?.span.end));
    let folded = bitext.folded(side);
    quantities_in(&text.prose, folded, numerals, spans.map(|span| folded.part(&span)))
}

/// Reports the unpaired numbers.
struct Reporter<'a, 'b> {
    context: &'a Context<'a>,
    bitext: &'a Bitext<'a>,
    strictness: Strictness,
    out: &'b mut Vec<Finding>,
}

impl Reporter<'_, '_> {
    fn report(&mut self, sides: &Sides<'_>) {
        let unpaired = |side: Side, is_relevant: fn(&Quantity) -> bool| -> Vec<Quantity> {
            sides.free(side).map(|(_, quantity)| quantity).filter(|quantity| is_relevant(quantity)).cloned().collect()
        };
        let digits = |quantity: &Quantity| quantity.kind == NumberKind::Digits;
        let mut missing = unpaired(Side::Source, digits);
        let mut extra = unpaired(Side::Target, digits);
        self.drop_spelled_out(&mut missing, Side::Target);
        self.drop_spelled_out(&mut extra, Side::Source);
        if self.strictness == Strictness::Draft {
            let is_again = |other: &Quantity, number: &Quantity| {
                other.written == number.written && !matches!(other.kind, NumberKind::Month | NumberKind::Weekday)
            };
            let is_in = |all: &[Quantity], number: &Quantity| all.iter().any(|other| is_again(other, number));
            extra.retain(|found| !is_in(sides.source, found));
            missing.retain(|expected| !is_in(sides.target, expected) && expected.units[0].is_none());
        }
        self.report_conversions(&mut missing, &mut extra);
        let of_word = |side| unpaired(side, is_cardinal);
        let (mut missing_words, mut extra_words) = (of_word(Side::Source), of_word(Side::Target));
        self.drop_spelled_out(&mut missing_words, Side::Target);
        self.drop_spelled_out(&mut extra_words, Side::Source);
        let pairs = missing_words.len().min(extra_words.len());
        for (expected, found) in missing_words.drain(..pairs).zip(extra_words.drain(..pairs)) {
            self.report_word(&expected, &found, pairs);
        }
        // `thousands` is no number of anything: only another multiplier takes its place.
        let multipliers =
            |side| unpaired(side, |quantity| quantity.written.is_multiplier() && quantity.kind == NumberKind::Idle);
        if let ([expected], [found]) = (multipliers(Side::Source).as_slice(), multipliers(Side::Target).as_slice()) {
            self.report_word(expected, found, 1);
        }
        match (missing.as_slice(), extra.as_slice(), missing_words.as_slice(), extra_words.as_slice()) {
            ([], [found], [expected], _) | ([expected], [], _, [found]) => self.report_difference(expected, found),
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
                    .for_each(|expected| self.report_missing(expected, RULE.severity));
                extra.iter().skip(pairs).for_each(|found| self.report_extra(found, missing.is_empty()));
                self.report_rephrased(&missing_words, &extra_words);
            }
        }
        self.report_ordinals(unpaired(Side::Source, is_ordinal), unpaired(Side::Target, is_ordinal));
        for kind in [NumberKind::Month, NumberKind::Weekday, NumberKind::Roman] {
            let of = |side| sides.free(side).map(|(_, quantity)| quantity).filter(|quantity| quantity.kind == kind);
            for (expected, found) in of(Side::Source).zip(of(Side::Target)) {
                self.report_difference(expected, found);
            }
        }
    }

    /// Reports a number word in the place of another; of one and two, and of several, a draft may say too much otherwise.
    fn report_word(&mut self, expected: &Quantity, found: &Quantity, pairs: usize) {
        let is_small = |quantity: &Quantity| quantity.value().is_some_and(|value| value.digits < 3 && value.scale == 0);
        let is_certain = pairs == 1 && !is_small(expected) && !is_small(found);
        if self.strictness == Strictness::Translation || is_certain {
            self.report_difference(expected, found);
        }
    }

    /// Mentions number words that have no counterpart: mostly a translator has said them otherwise.
    fn report_rephrased(&mut self, missing: &[Quantity], extra: &[Quantity]) {
        // `World War Two`, `the Four Corners` are names.
        let is_plain = |quantity: &&Quantity| {
            quantity.span.start == 0 || !self.text(Side::Source, quantity).starts_with(char::is_uppercase)
        };
        let missing: Vec<&Quantity> = missing.iter().filter(is_plain).collect();
        for expected in missing {
            self.report_missing(expected, Severity::Neutral);
        }
        for found in extra.iter().filter(|found| found.written != NumberValue::whole(2)) {
            let problem = NumbersProblem::Extra { found: self.text(Side::Target, found) };
            let place = self.bitext.place(self.context, Side::Target, self.place(&found.span));
            self.out.push(Finding::new(problem, Severity::Neutral, place));
        }
    }

    /// Reports an ordinal in the place of another, where each side has one that the other lacks.
    fn report_ordinals(&mut self, mut missing: Vec<Quantity>, mut extra: Vec<Quantity>) {
        self.drop_spelled_out(&mut missing, Side::Target);
        self.drop_spelled_out(&mut extra, Side::Source);
        if let ([expected], [found]) = (missing.as_slice(), extra.as_slice()) {
            let expected_text = self.text(Side::Source, expected);
            let problem = NumbersProblem::Differs { expected: expected_text, found: self.text(Side::Target, found) };
            let place = self.bitext.place(self.context, Side::Target, self.place(&found.span));
            self.out.push(Finding::new(problem, Severity::Minor, place));
        }
    }

    /// Reports numbers whose unit was converted, and wrongly.
    fn report_conversions(&mut self, missing: &mut Vec<Quantity>, extra: &mut Vec<Quantity>) {
        let mut left = CONVERSIONS;
        missing.retain(|expected| {
            if left == 0 {
                return true;
            }
            let within = |found: &Quantity| {
                let from = Amount::of(expected).next().filter(|_| expected.is_direct && found.is_direct)?;
                let to = Amount::of(found).find(|to| !to.unit.is_size_of(from.unit))?;
                from.within(to.unit).filter(|_| !from.unit.is_scale())
            };
            let Some((at, right)) =
                extra.iter().enumerate().take(CONVERSIONS).find_map(|(at, found)| Some((at, within(found)?)))
            else {
                return true;
            };
            left -= 1;
            let found = extra.remove(at);
            let right = write(rounded(right), &self.context.target);
            let expected = self.text_of(Side::Source, &with_unit(expected));
            let problem = NumbersProblem::Conversion {
                expected,
                right: right.clone(),
                found: self.text_of(Side::Target, &with_unit(&found)),
            };
            let mut finding = self.finding(problem, &found);
            finding.alternatives = vec![right];
            self.out.push(finding);
            false
        });
    }

    /// Reports numbers that agree, but count something else.
    fn report_units(&mut self, sides: &Sides<'_>) {
        let text = &self.bitext.folded(Side::Target).text;
        for (from, to, fault) in unit_faults(text, &self.context.target_measures, sides) {
            if self.strictness == Strictness::Draft && fault != UnitFault::Apart {
                continue;
            }
            let (expected, found) = (with_unit(from), with_unit(to));
            let problem = NumbersProblem::Differs {
                expected: self.text_of(Side::Source, &expected),
                found: self.text_of(Side::Target, &found),
            };
            let place = self.bitext.place(self.context, Side::Target, self.place(&found));
            let severity = if fault == UnitFault::Unsaid { Severity::Neutral } else { RULE.severity };
            self.out.push(Finding::new(problem, severity, place));
        }
    }

    /// Reports numbers without the `million` that the source has.
    fn report_multipliers(&mut self, sides: &Sides<'_>) {
        let target = &self.bitext.folded(Side::Target).text;
        let stems = &self.context.target_numerals.multiplier_stems;
        for (from, to) in lost_multipliers(sides) {
            // `5-тысячны`: the word may be anywhere.
            let is_of = |(stem, times): &&(String, NumberValue)| {
                Some(*times) == from.multiplier && target.contains(stem.as_str())
            };
            if !stems.iter().any(|stem| is_of(&stem)) {
                self.report_difference(from, to);
            }
        }
    }

    /// Reports months and weekdays that are no other number's business.
    fn report_dates(&mut self, sides: &mut Sides<'_>) {
        let text = &self.bitext.folded(Side::Target).text;
        let others = dates::other_months(text, &self.context.target_numerals, sides.target);
        for other in &others {
            let span = self.place(&other.span);
            let Some(right) = self.context.target.months_of_days.get(usize::from(other.month) - 1) else { continue };
            if self.bitext.is_exempt(&span) {
                continue;
            }
            let expected = sides.free(Side::Source).find(|(_, month)| month.key == NumberKey::Month(other.month));
            let found = self.text_of(Side::Target, &other.span);
            let problem = NumbersProblem::OtherMonth { right: right.clone(), found };
            let place = self.bitext.place(self.context, Side::Target, span);
            let finding = Finding::new(problem, RULE.severity, place);
            self.out.push(match expected {
                // The source says which month it is.
                Some((month, _)) => {
                    sides.take(Side::Source, month);
                    finding.fix(right.clone())
                }
                None => finding.guess(right.clone()),
            });
        }
        if let Some((date, day)) = dates::lost_month(self.bitext, sides).filter(|_| others.is_empty()) {
            let expected = self.text_of(Side::Source, &date);
            let found = self.text_of(Side::Target, &day.span);
            let mut finding = self.finding(NumbersProblem::Differs { expected, found }, day);
            if dates::is_ordinal_day(text, day) {
                // The sentence before may have named the month.
                finding.severity = Severity::Neutral;
            }
            self.out.push(finding);
        }
        let is_paired = |side: Side, kind: NumberKind| sides.free(side).all(|(_, quantity)| quantity.kind != kind);
        if is_paired(Side::Target, NumberKind::Weekday)
            && let Some((weekday, right)) = dates::wrong_weekday(sides.target)
            && let Some(right) = dates::weekday_name(self.context, right)
        {
            let found = self.text_of(Side::Target, &weekday.span);
            let problem = NumbersProblem::Weekday { right: right.to_owned(), found };
            let place = self.bitext.place(self.context, Side::Target, self.place(&weekday.span));
            self.out.push(Finding::new(problem, Severity::Minor, place));
        }
    }

    /// Reports English commas in a language that reads them as decimal; the source gives the intended number.
    fn report_english_commas(&mut self, sides: &mut Sides<'_>) {
        if sides.target.iter().all(|quantity| quantity.english.is_none()) {
            return;
        }
        let mut expected: BTreeMap<NumberValue, Vec<usize>> = BTreeMap::new();
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
        let numerals = match side {
            Side::Source => &self.context.source_numerals,
            Side::Target => &self.context.target_numerals,
        };
        if numbers.is_empty() || numerals.stems.is_empty() {
            return;
        }
        let folded = self.bitext.folded(side);
        let mut found: BTreeMap<NumberValue, usize> = BTreeMap::new();
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
        // `5 p.m.` is told from `5 a.m.` by its half of the day.
        let is_time = matches!(quantity.key, NumberKey::Time(..));
        self.text_of(side, if is_time { &quantity.whole } else { &quantity.span })
    }

    /// The words at a span of a side's folded text.
    fn text_of(&self, side: Side, span: &Range<usize>) -> String {
        let prose = match side {
            Side::Source => &self.bitext.source.prose,
            Side::Target => &self.bitext.target.prose,
        };
        cut(prose, &self.bitext.folded(side).span(prose, span)).to_owned()
    }

    /// Where a span of the folded target stands.
    fn place(&self, span: &Range<usize>) -> Range<usize> {
        self.bitext.folded(Side::Target).span(&self.bitext.target.prose, span)
    }

    fn finding(&self, problem: NumbersProblem, quantity: &Quantity) -> Finding {
        let place = self.bitext.place(self.context, Side::Target, self.place(&quantity.span));
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

    fn report_missing(&mut self, expected: &Quantity, severity: Severity) {
        let place = self.bitext.place(self.context, Side::Target, 0..0);
        let problem = NumbersProblem::Missing { expected: self.text(Side::Source, expected) };
        self.out.push(Finding::new(problem, severity, place));
    }

    /// Whether a number of the target stands in brackets alone, or before the text: `(1)`, `1. …`. Where the source has a label
    /// or the mark of a note, too, the target may write it otherwise.
    fn is_label(&self, found: &Quantity) -> bool {
        let (prose, span) = (&self.bitext.target.prose, self.place(&found.span));
        let (before, after) = (cut(prose, &(0..span.start)), cut(prose, &(span.end..prose.len())));
        // In square brackets it is the trace of a machine.
        let is_bracketed = before.ends_with('(') && after.starts_with(')');
        let ends_label = |rest: &str| rest.starts_with(char::is_whitespace);
        let is_first = before.trim().is_empty() && after.strip_prefix(['.', ')']).is_some_and(ends_label);
        let source = self.bitext.source.prose.trim_start();
        let head: String = source.chars().take(LABEL).collect();
        let has_label = head.contains(['(', ')', '.', '[']) || source.contains(['*', '†', '¹', '²', '³']);
        (is_bracketed || is_first) && !has_label
    }

    fn report_extra(&mut self, found: &Quantity, nothing_missing: bool) {
        let small = found.value().is_some_and(|value| value.scale == 0 && value.digits < 3);
        // `both`, `a pair`, `a million` may be written with a one or a two, but not as the number of an item or a note.
        if !(small && nothing_missing) || self.is_label(found) {
            let problem = NumbersProblem::Extra { found: self.text(Side::Target, found) };
            self.out.push(self.finding(problem, found));
        }
    }
}

/// The characters at the beginning of a text among which a label ends: `iii.`, `(a)`.
const LABEL: usize = 5;

/// Whether a number is a word of its own for two or more: not an ordinal, nor `both`, `a pair`.
fn is_cardinal(quantity: &Quantity) -> bool {
    let is_more = quantity.value().is_some_and(|value| value.digits > 1 || value.scale > 0);
    quantity.kind == NumberKind::Word && is_more && !quantity.is_loose
}

/// Whether a number is a word that implies two or more: an ordinal, a collective.
fn is_ordinal(quantity: &Quantity) -> bool {
    let is_more = quantity.value().is_some_and(|value| value.digits > 1);
    quantity.kind == NumberKind::Word && quantity.is_loose && is_more
}

/// A converted number with as many digits as a translator gives: two, or those of a whole number below a thousand.
fn rounded(number: f64) -> NumberValue {
    let decimals = usize::from(number.abs() < 10.0);
    let written = format!("{:.decimals$}", number.max(0.0));
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    NumberValue::read(whole, fraction)
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
