//! Findings with their positions in files and the texts they are about.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Loaded, Stored, Workspace};
use crate::{
    messages::Messages,
    model::{Article, FilePosition, Finding, LineIndex, Locale, Position, SegmentId, Severity, Side, Translation, cut},
    pipeline::accepts,
    report::findings::WordedFinding,
    source::{file_span, word_span},
};

/// A finding with the text to which its span refers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingWithText {
    /// The finding.
    pub finding: Finding,
    /// The text of its segment on the finding's side; empty if not available.
    pub text: String,
}

/// Returns the highest severity among findings.
#[must_use]
pub fn highest_severity(findings: &[FindingWithText]) -> Option<Severity> {
    findings.iter().map(|item| item.finding.severity).max()
}

/// Wraps findings that belong to no article.
#[must_use]
pub fn without_text(findings: impl IntoIterator<Item = Finding>) -> Vec<FindingWithText> {
    findings.into_iter().map(|finding| FindingWithText { finding, text: String::new() }).collect()
}

/// Renders a finding in the language of `words`.
#[must_use]
pub fn worded(words: &Messages, finding: FindingWithText) -> WordedFinding {
    let FindingWithText { finding, text } = finding;
    WordedFinding { reason: words.finding(&finding), hint: words.hint(&finding), finding, text }
}

/// Adds positions to the findings of a translation: problems in a target are in its segment file, problems in the
/// source are in the article.
pub(super) fn locate(
    loaded: &Loaded,
    locale: &Locale,
    stored: &Stored,
    translation: &Translation,
    findings: Vec<Finding>,
) -> Vec<FindingWithText> {
    if findings.is_empty() {
        return Vec::new();
    }
    let sources = Sources::of(&loaded.article);
    let located = findings.into_iter().map(|mut finding| {
        let place = &mut finding.place;
        place.locale.get_or_insert_with(|| locale.clone());
        if let Some(id) = place.segment {
            let within = if place.side == Side::Source { place.span.clone() } else { 0..0 };
            place.source = sources.position(&loaded.name, id, &within);
        }
        if place.file.is_none() {
            match (place.side, &place.source) {
                (Side::Source, Some(source)) => {
                    place.file = Some(source.file.clone());
                    (place.line, place.column) = (Some(source.position.line), Some(source.position.column));
                }
                _ => place.file = Some(stored.name.clone()),
            }
        }
        if place.line.is_none()
            && place.side == Side::Target
            && let Some(position) = place.segment.and_then(|id| stored.places.get(&id))
        {
            (place.line, place.column) = (Some(position.line), Some(position.column));
        }
        let text = place.segment.and_then(|id| match place.side {
            Side::Source => sources.texts.get(&id).map(|(_, _, text)| text.clone()),
            Side::Target => Some(translation.targets.get(&id)?.text.prose.clone()),
        });
        FindingWithText { finding, text: text.unwrap_or_default() }
    });
    located.collect()
}

/// Leaves out the findings that the settings' exceptions cover; returns for each exception how many it covered.
pub(super) fn drop_accepted(
    workspace: &Workspace,
    article: Option<&str>,
    mut findings: Vec<FindingWithText>,
) -> (Vec<FindingWithText>, Vec<usize>) {
    let accepted = workspace.accepted();
    let mut counts = vec![0; accepted.len()];
    if !accepted.is_empty() {
        findings.retain(|FindingWithText { finding, text }| {
            !accepts(&accepted, &mut counts, article, finding, Some(cut(text, &finding.place.span)))
        });
    }
    (findings, counts)
}

/// Returns the findings about an article itself.
pub(super) fn article_findings(loaded: &Loaded) -> Vec<FindingWithText> {
    if loaded.findings.is_empty() {
        return Vec::new();
    }
    let sources = Sources::of(&loaded.article);
    let findings = loaded.findings.iter().map(|finding| {
        let text = finding.place.segment.filter(|_| finding.place.side == Side::Source);
        let text = text.and_then(|id| sources.texts.get(&id)).map(|(_, _, text)| text.clone());
        let mut finding = finding.clone();
        let place = &mut finding.place;
        if let (None, Some(line)) = (&place.source, place.line) {
            let position = Position { line, column: place.column.unwrap_or(1) };
            place.source = Some(FilePosition { file: loaded.name.clone(), position });
        }
        FindingWithText { finding, text: text.unwrap_or_default() }
    });
    findings.collect()
}

/// Keeps findings about the source once, not once for each locale.
pub(super) fn drop_source_duplicates(findings: Vec<FindingWithText>) -> Vec<FindingWithText> {
    let mut seen = HashSet::new();
    let mut unique = Vec::with_capacity(findings.len());
    for mut item in findings {
        let rule = item.finding.rule();
        let place = &mut item.finding.place;
        if place.side == Side::Source {
            place.locale = None;
            if !seen.insert((rule, place.segment, place.span.start, place.span.end)) {
                continue;
            }
        }
        unique.push(item);
    }
    unique
}

/// The position and text of each segment of an article.
struct Sources<'a> {
    article: &'a Article,
    lines: LineIndex<'a>,
    /// Unit index, span in the unit's prose, and text, by segment.
    texts: BTreeMap<SegmentId, (usize, std::ops::Range<usize>, String)>,
}

impl<'a> Sources<'a> {
    fn of(article: &'a Article) -> Self {
        let mut texts = BTreeMap::new();
        for (index, unit) in article.units.iter().enumerate() {
            for segment in &unit.segments {
                let text = || (index, segment.span.clone(), unit.text_of(segment).prose);
                texts.entry(segment.id).or_insert_with(text);
            }
        }
        Self { article, lines: LineIndex::new(&article.skeleton.file), texts }
    }

    /// Returns the position of a part of a segment in the article's file.
    fn position(&self, name: &str, id: SegmentId, within: &std::ops::Range<usize>) -> Option<FilePosition> {
        let (unit, span, _) = self.texts.get(&id)?;
        let bytes = if within.is_empty() {
            file_span(self.article, *unit, span)
        } else {
            word_span(self.article, *unit, &(span.start + within.start..span.start + within.end)).0
        };
        Some(FilePosition { file: name.to_owned(), position: self.lines.position(bytes.start) })
    }
}
