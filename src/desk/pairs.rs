//! Pairs of texts that are checked on their own, outside of any article.

use std::ops::Range;

use super::{Desk, contexts::Contexts};
use crate::{
    check::check_segment,
    model::{Article, Finding, Locale, Role, Segment, SegmentId, Side, Text, Unit},
    source::{SourceFormat, word_span},
};

/// Checks single pairs; what holds for a locale is made when it is first needed.
pub struct PairChecker<'a> {
    desk: &'a Desk,
    contexts: Contexts<'a>,
}

/// A finding about a pair of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairFinding {
    /// What was found.
    pub finding: Finding,
    /// Bytes of the text that was given on the finding's side.
    pub span: Range<usize>,
    /// What may be put in their place: nothing for what is wrong in the source, nor where markup stands between the words,
    /// which a replacement would take away.
    pub fix: Option<String>,
    /// What else a person may choose, the best first.
    pub choices: Vec<String>,
}

impl PairFinding {
    /// Whether its fix may be applied unread.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.fix.is_some() && self.finding.is_certain()
    }
}

impl<'a> PairChecker<'a> {
    /// A checker with a desk's locales and glossary.
    #[must_use]
    pub fn new(desk: &'a Desk) -> Self {
        Self { desk, contexts: Contexts::new(&desk.resources) }
    }

    /// What is wrong with a translation; both sides are Markdown or both are plain text.
    #[must_use]
    pub fn check(&self, locale: &Locale, source: &str, target: &str, markdown: bool) -> Vec<PairFinding> {
        let context = self.contexts.get(&self.desk.source, locale);
        let side = |text: &str| {
            if markdown { GivenLine::marked_up(self.desk.formats.markdown(), text) } else { GivenLine::plain(text) }
        };
        let (source, target) = (side(source), side(target));
        let mut findings = Vec::new();
        for ((_, source), (unit, text)) in in_step(&source, &target) {
            let found = check_segment(&context, source, text);
            findings.extend(found.into_iter().map(|finding| located(finding, target.article.as_ref(), *unit)));
        }
        findings
    }
}

/// The finding with its bytes in the text that was given; the markup around the words is left alone.
fn located(finding: Finding, article: Option<&Article>, unit: usize) -> PairFinding {
    let is_target = finding.place.side == Side::Target;
    let (span, holds_markup) = match article {
        Some(article) if is_target => word_span(article, unit, &finding.place.span),
        _ => (finding.place.span.clone(), false),
    };
    let fix = finding.fix.as_ref().filter(|_| is_target).map(|fix| fix.replacement.clone());
    // Where the markup belongs among other words, only a person can say.
    let (fix, mut choices) = if holds_markup { (None, Vec::from_iter(fix)) } else { (fix, Vec::new()) };
    choices.extend(finding.alternatives.iter().cloned());
    PairFinding { finding, span, fix, choices }
}

/// A line that was given: its texts, each with the index of its unit in the article that knows where its bytes are.
struct GivenLine {
    units: Vec<(usize, Text)>,
    article: Option<Article>,
}

impl GivenLine {
    fn plain(line: &str) -> Self {
        Self { units: vec![(0, Text::plain(line))], article: None }
    }

    /// A line of Markdown: its paragraph, and what stands within (alternative texts, titles of links).
    fn marked_up(format: &dyn SourceFormat, line: &str) -> Self {
        let article = format.parse("", format!("{line}{}", definitions(line))).value;
        let given = article.skeleton.slots.iter().take_while(|slot| slot.span.start < line.len()).count();
        let units: Vec<(usize, Text)> = article
            .units
            .iter()
            .take(given)
            .enumerate()
            .map(|(index, unit)| {
                let segment = Segment { id: SegmentId { digest: 0, occurrence: 1 }, span: 0..unit.text.prose.len() };
                (index, Unit::text_of(unit, &segment))
            })
            .collect();
        if units.is_empty() { Self::plain(line) } else { Self { units, article: Some(article) } }
    }

    /// The texts that stand on their own, or those that stand within others.
    fn parts(&self, within: bool) -> impl Iterator<Item = &(usize, Text)> {
        let role =
            |index: usize| self.article.as_ref().and_then(|article| article.units.get(index)).map(|unit| &unit.role);
        self.units.iter().filter(move |(index, _)| matches!(role(*index), Some(Role::Alt | Role::LinkTitle)) == within)
    }
}

/// The texts of two lines that answer to each other.
fn in_step<'a>(
    source: &'a GivenLine,
    target: &'a GivenLine,
) -> impl Iterator<Item = (&'a (usize, Text), &'a (usize, Text))> {
    let parts = |within: bool| source.parts(within).zip(target.parts(within));
    parts(false).chain(parts(true))
}

/// Definitions for the footnotes and references that a line names: they stand elsewhere in its article, and without
/// them the marks would be words.
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
