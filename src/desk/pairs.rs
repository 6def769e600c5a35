//! Checks of single pairs of texts, outside any article.

use std::ops::Range;

use super::{Desk, contexts::Contexts};
use crate::{
    check::check_segment,
    model::{Article, Finding, Locale, Role, Segment, SegmentId, Side, Text, Unit},
    source::{SourceFormat, word_span},
};

/// Checks single pairs of texts; each locale's context is built on first use.
pub struct PairChecker<'a> {
    desk: &'a Desk,
    contexts: Contexts<'a>,
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

    /// Checks a translation; both sides are Markdown or both are plain text.
    #[must_use]
    pub fn check(&self, locale: &Locale, source: &str, target: &str, markdown: bool) -> Vec<PairFinding> {
        let context = self.contexts.get(&self.desk.source, locale);
        let side = |text: &str| {
            if markdown { CheckedLine::markdown(self.desk.formats.markdown(), text) } else { CheckedLine::plain(text) }
        };
        let (source, target) = (side(source), side(target));
        let mut findings = Vec::new();
        for ((_, source), (unit, text)) in corresponding_texts(&source, &target) {
            let segment_findings = check_segment(&context, source, text);
            findings.extend(
                segment_findings.into_iter().map(|finding| map_to_text(finding, target.article.as_ref(), *unit)),
            );
        }
        findings
    }
}

/// Maps a finding to its byte span in the checked text; the markup around the words is left alone.
fn map_to_text(finding: Finding, article: Option<&Article>, unit: usize) -> PairFinding {
    let is_target = finding.place.side == Side::Target;
    let (span, has_markup) = match article {
        Some(article) if is_target => word_span(article, unit, &finding.place.span),
        _ => (finding.place.span.clone(), false),
    };
    let fix = finding.fix.as_ref().filter(|_| is_target).map(|fix| fix.replacement.clone());
    // Only a person can tell where the markup belongs among other words.
    let (fix, mut choices) = if has_markup { (None, Vec::from_iter(fix)) } else { (fix, Vec::new()) };
    choices.extend(finding.alternatives.iter().cloned());
    PairFinding { finding, span, fix, choices }
}

/// A line to check: its texts, each with the index of its unit in the article that maps it back to bytes.
struct CheckedLine {
    units: Vec<(usize, Text)>,
    article: Option<Article>,
}

impl CheckedLine {
    fn plain(line: &str) -> Self {
        Self { units: vec![(0, Text::plain(line))], article: None }
    }

    /// Parses a line of Markdown: its paragraph, and the texts inside it (alternative texts, link titles).
    fn markdown(format: &dyn SourceFormat, line: &str) -> Self {
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
        if units.is_empty() { Self::plain(line) } else { Self { units, article: Some(article) } }
    }

    /// The texts that are blocks of their own, or those nested in others.
    fn parts(&self, nested: bool) -> impl Iterator<Item = &(usize, Text)> {
        let role =
            |index: usize| self.article.as_ref().and_then(|article| article.units.get(index)).map(|unit| &unit.role);
        self.units.iter().filter(move |(index, _)| matches!(role(*index), Some(Role::Alt | Role::LinkTitle)) == nested)
    }
}

/// Pairs up the corresponding texts of two lines.
fn corresponding_texts<'a>(
    source: &'a CheckedLine,
    target: &'a CheckedLine,
) -> impl Iterator<Item = (&'a (usize, Text), &'a (usize, Text))> {
    let parts = |nested: bool| source.parts(nested).zip(target.parts(nested));
    parts(false).chain(parts(true))
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
