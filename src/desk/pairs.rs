//! Checks of single pairs of texts, outside any article.

use std::ops::Range;

use super::{Desk, contexts::Contexts};
use crate::{
    check::{Context, block_alone, check_segment, check_segments},
    model::{Article, Finding, Locale, Role, Segment, SegmentId, Side, Text, Unit},
    source::{SourceFormat, word_span},
};

/// Checks single pairs of texts; each locale's context is built on first use.
pub struct PairChecker<'a> {
    desk: &'a Desk,
    contexts: Contexts<'a>,
}

/// A text and its translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairToCheck<'a> {
    /// The locale of the translation.
    pub locale: &'a Locale,
    /// The text.
    pub source: &'a str,
    /// Its translation.
    pub target: &'a str,
    /// Whether both are Markdown, and no plain text.
    pub is_markdown: bool,
}

/// A finding about a pair of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairFinding {
    /// The finding.
    pub finding: Finding,
    /// Byte span in the checked text of the finding's side.
    pub span: Range<usize>,
    /// The replacement for these bytes; `None` for findings about the source, and if there is markup between the words,
    /// which a replacement would remove.
    pub fix: Option<String>,
    /// Alternatives for a person to choose from, the best first.
    pub choices: Vec<String>,
}

impl PairFinding {
    /// Whether the fix may be applied without review.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.fix.is_some() && self.finding.is_certain()
    }
}

impl<'a> PairChecker<'a> {
    /// Creates a checker with a desk's locales and glossary.
    #[must_use]
    pub fn new(desk: &'a Desk) -> Self {
        Self { desk, contexts: Contexts::new(&desk.resources) }
    }

    /// Checks translations, each as if it were alone; those of one locale together.
    #[must_use]
    pub fn check_all(&self, pairs: &[PairToCheck<'_>]) -> Vec<Vec<PairFinding>> {
        let mut all = vec![Vec::new(); pairs.len()];
        let mut locales: Vec<&Locale> = Vec::new();
        for pair in pairs {
            if !locales.contains(&pair.locale) {
                locales.push(pair.locale);
            }
        }
        for locale in locales {
            let context = self.contexts.get(&self.desk.source, locale);
            let of_locale = || pairs.iter().enumerate().filter(|(_, pair)| pair.locale == locale);
            let plain: Vec<(usize, &PairToCheck<'_>)> = of_locale().filter(|(_, pair)| !pair.is_markdown).collect();
            let texts: Vec<&PairToCheck<'_>> = plain.iter().map(|(_, pair)| *pair).collect();
            let plain = plain.iter().map(|(place, _)| *place).zip(check_plain(&context, &texts));
            let markdown = of_locale().filter(|(_, pair)| pair.is_markdown);
            let markdown = markdown.map(|(place, pair)| (place, self.check_markdown(&context, pair)));
            for (place, findings) in plain.chain(markdown) {
                if let Some(of_pair) = all.get_mut(place) {
                    *of_pair = findings;
                }
            }
        }
        all
    }

    /// Checks a line of Markdown.
    fn check_markdown(&self, context: &Context<'_>, pair: &PairToCheck<'_>) -> Vec<PairFinding> {
        let side = |text: &str| CheckedLine::markdown(self.desk.formats.markdown(), text);
        // A line without words (a code span alone) has no block to compare with the blocks of the other side.
        let (Some(source), Some(target)) = (side(pair.source), side(pair.target)) else {
            return check_plain(context, &[pair]).pop().unwrap_or_default();
        };
        let mut findings = Vec::new();
        let nothing = Text::plain("");
        let is_blank = |line: &CheckedLine| {
            line.units.iter().all(|(_, text)| text.prose.trim().is_empty() && text.codes.is_empty())
        };
        let (is_empty, is_added) = (target.units.iter().all(|(_, text)| text.is_empty()), is_blank(&source));
        let is_added = is_added && !is_blank(&target);
        for (one, other) in corresponding_texts(&source, &target) {
            let one = one.filter(|_| !is_added);
            let found = match (one, other) {
                (Some((_, source)), Some((_, text))) => check_segment(context, source, text),
                (None, Some((_, text))) => {
                    let alone = block_alone(context, text, Side::Target);
                    [vec![alone], check_segment(context, &nothing, text)].concat()
                }
                (Some((_, text)), None) if !is_empty => vec![block_alone(context, text, Side::Source)],
                _ => Vec::new(),
            };
            findings.extend(found.into_iter().map(|finding| match other {
                Some((unit, _)) => map_to_text(finding, Some(&target.article), *unit, pair.target),
                // What is missing has no place of its own.
                None => PairFinding { span: target.length..target.length, fix: None, choices: Vec::new(), finding },
            }));
        }
        findings
    }
}

/// Checks pairs as plain texts.
fn check_plain(context: &Context<'_>, pairs: &[&PairToCheck<'_>]) -> Vec<Vec<PairFinding>> {
    let is_added = |pair: &PairToCheck<'_>| pair.source.trim().is_empty() && !pair.target.trim().is_empty();
    let sides = |pair: &&PairToCheck<'_>| {
        (Text::plain(if is_added(pair) { "" } else { pair.source }), Text::plain(pair.target))
    };
    let texts: Vec<(Text, Text)> = pairs.iter().map(sides).collect();
    let found = check_segments(context, &texts.iter().map(|(source, target)| (source, target)).collect::<Vec<_>>());
    let of_pair = |(pair, ((_, target), found)): (&&PairToCheck<'_>, (&(Text, Text), Vec<Finding>))| {
        let alone = is_added(pair).then(|| block_alone(context, target, Side::Target));
        alone.into_iter().chain(found).map(|finding| map_to_text(finding, None, 0, pair.target)).collect()
    };
    pairs.iter().zip(texts.iter().zip(found)).map(of_pair).collect()
}

/// Maps a finding to its byte span in the checked text; the markup around the words is left alone.
fn map_to_text(finding: Finding, article: Option<&Article>, unit: usize, line: &str) -> PairFinding {
    let is_target = finding.place.side == Side::Target;
    let (span, has_markup) = match article {
        Some(article) if is_target => word_span(article, unit, &finding.place.span),
        _ => (finding.place.span.clone(), false),
    };
    let fix = finding.fix.as_ref().filter(|_| is_target).map(|fix| fix.replacement.clone());
    // Only a person can tell where the markup belongs among other words.
    let (fix, mut choices) = if has_markup { (None, Vec::from_iter(fix)) } else { (fix, Vec::new()) };
    choices.extend(finding.alternatives.iter().cloned());
    let span = match finding.text("found").filter(|_| is_target && span.is_empty() && !choices.is_empty()) {
        // The address of a link is markup, and has a place of its own in the line.
        Some(found) => match only_place(line, found.rsplit(' ').next().unwrap_or_default()) {
            Some(span) => span,
            None => return PairFinding { finding, span, fix: None, choices: Vec::new() },
        },
        None => span,
    };
    PairFinding { finding, span, fix, choices }
}

/// The one place where a line has some words.
fn only_place(line: &str, words: &str) -> Option<Range<usize>> {
    let at = line.find(words).filter(|at| !words.is_empty() && line.rfind(words) == Some(*at))?;
    Some(at..at + words.len())
}

/// A line of Markdown to check: its texts, each with the index of its unit in the article that maps it back to bytes.
struct CheckedLine {
    units: Vec<(usize, Text)>,
    article: Article,
    /// The bytes of the line.
    length: usize,
}

impl CheckedLine {
    /// Parses a line of Markdown: its paragraph, and the texts inside it (alternative texts, link titles). `None` for one
    /// without any.
    fn markdown(format: &dyn SourceFormat, line: &str) -> Option<Self> {
        let article = format.parse("", format!("{line}{}", definitions(line))).value;
        let count = article.skeleton.slots.iter().take_while(|slot| slot.span.start < line.len()).count();
        let units: Vec<(usize, Text)> = article
            .units
            .iter()
            .take(count)
            .enumerate()
            .map(|(index, unit)| {
                let segment = Segment { id: SegmentId { digest: 0, occurrence: 1 }, span: 0..unit.text.prose.len() };
                (index, Unit::text_of(unit, &segment))
            })
            .collect();
        (!units.is_empty()).then_some(Self { units, article, length: line.len() })
    }

    /// The texts that are blocks of their own, or those nested in others.
    fn parts(&self, nested: bool) -> impl Iterator<Item = &(usize, Text)> {
        let role = |index: usize| self.article.units.get(index).map(|unit| &unit.role);
        self.units.iter().filter(move |(index, _)| matches!(role(*index), Some(Role::Alt | Role::LinkTitle)) == nested)
    }
}

/// A text of a line with the index of its unit; `None` for what the other line alone has.
type LineText<'a> = Option<&'a (usize, Text)>;

/// Most blocks of a line that are compared with each other by their roles.
const MANY: usize = 64;

/// Pairs up the corresponding texts of two lines: in their order and, where one line has more of them, by their roles.
fn corresponding_texts<'a>(source: &'a CheckedLine, target: &'a CheckedLine) -> Vec<(LineText<'a>, LineText<'a>)> {
    let mut out = Vec::new();
    for nested in [false, true] {
        let ones: Vec<_> = source.parts(nested).collect();
        let others: Vec<_> = target.parts(nested).collect();
        let pairs = if ones.len() == others.len() || ones.len().max(others.len()) > MANY {
            Vec::new()
        } else {
            let role = |line: &'a CheckedLine, (index, _): &(usize, Text)| {
                line.article.units.get(*index).map(|unit| &unit.role)
            };
            let is_same = |one: usize, other: usize| match (ones.get(one), others.get(other)) {
                (Some(one), Some(other)) => role(source, one) == role(target, other),
                _ => false,
            };
            common(ones.len(), others.len(), is_same)
        };
        let (mut at, mut other_at) = (0, 0);
        for (one, other) in pairs.into_iter().chain([(ones.len(), others.len())]) {
            // Between two pairs with a common role, what there is on both sides corresponds in its order.
            while at < one || other_at < other {
                out.push((
                    ones.get(at).copied().filter(|_| at < one),
                    others.get(other_at).copied().filter(|_| other_at < other),
                ));
                (at, other_at) = ((at + 1).min(one), (other_at + 1).min(other));
            }
            if one < ones.len() && other < others.len() {
                out.push((ones.get(one).copied(), others.get(other).copied()));
            }
            (at, other_at) = (one + 1, other + 1);
        }
    }
    out
}

/// The places of a longest common subsequence of two lists, in order.
fn common(ones: usize, others: usize, is_same: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let width = others + 1;
    let mut lengths = vec![0_usize; (ones + 1) * width];
    let length = |lengths: &[usize], one: usize, other: usize| lengths.get(one * width + other).copied().unwrap_or(0);
    for one in (0..ones).rev() {
        for other in (0..others).rev() {
            let best = if is_same(one, other) {
                length(&lengths, one + 1, other + 1) + 1
            } else {
                length(&lengths, one + 1, other).max(length(&lengths, one, other + 1))
            };
            if let Some(cell) = lengths.get_mut(one * width + other) {
                *cell = best;
            }
        }
    }
    let (mut one, mut other, mut places) = (0, 0, Vec::new());
    while one < ones && other < others {
        if is_same(one, other) {
            places.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if length(&lengths, one + 1, other) >= length(&lengths, one, other + 1) {
            one += 1;
        } else {
            other += 1;
        }
    }
    places
}

/// Returns definitions for the footnotes and references that a line names: they are elsewhere in its article, and
/// without them the marks would be parsed as words.
fn definitions(line: &str) -> String {
    let mut out = String::new();
    let labels = |opening: &'static str| {
        line.split(opening).skip(1).filter_map(|rest| rest.split_once(']')).map(|(label, _)| label)
    };
    let is_label = |label: &&str| !label.is_empty() && !label.contains(['[', '\n', '\\']);
    for label in labels("[^").filter(is_label) {
        out.extend(["\n\n[^", label, "]: x"]);
    }
    for label in labels("][").filter(is_label).filter(|label| !label.starts_with('^')) {
        out.extend(["\n\n[", label, "]: x"]);
    }
    out
}
