//! Findings with their places in files and the text that they are about.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Loaded, Stored};
use crate::{
    messages::Messages,
    model::{Article, FilePosition, Finding, LineIndex, Locale, SegmentId, Severity, Side, Translation},
    report::findings::WordedFinding,
    source::{file_span, word_span},
};

/// A finding with the text in which its span counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// What was found and where.
    pub finding: Finding,
    /// The text on that side of its segment; empty where it is not at hand.
    pub text: String,
}

/// The gravest severity of findings.
#[must_use]
pub fn gravest(findings: &[Noted]) -> Option<Severity> {
    findings.iter().map(|noted| noted.finding.severity).max()
}

/// Findings without an article around them.
#[must_use]
pub fn loose(findings: impl IntoIterator<Item = Finding>) -> Vec<Noted> {
    findings.into_iter().map(|finding| Noted { finding, text: String::new() }).collect()
}

/// A finding in the language of `words`.
#[must_use]
pub fn worded(words: &Messages, noted: Noted) -> WordedFinding {
    let Noted { finding, text } = noted;
    WordedFinding { reason: words.finding(&finding), hint: words.hint(&finding), finding, text }
}

/// Findings of an article's translation, with their places: what is wrong in a target stands in its segment file, what
/// is wrong in the source stands in the article.
pub(super) fn placed(
    loaded: &Loaded,
    locale: &Locale,
    stored: &Stored,
    translation: &Translation,
    findings: Vec<Finding>,
) -> Vec<Noted> {
    if findings.is_empty() {
        return Vec::new();
    }
    let sources = Sources::of(&loaded.article);
    let placed = findings.into_iter().map(|mut finding| {
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
            && let Some(at) = place.segment.and_then(|id| stored.places.get(&id))
        {
            (place.line, place.column) = (Some(at.line), Some(at.column));
        }
        let text = place.segment.and_then(|id| match place.side {
            Side::Source => sources.texts.get(&id).map(|(_, _, text)| text.clone()),
            Side::Target => Some(translation.targets.get(&id)?.text.prose.clone()),
        });
        Noted { finding, text: text.unwrap_or_default() }
    });
    placed.collect()
}

/// Findings about an article alone.
pub(super) fn of_article(loaded: &Loaded) -> Vec<Noted> {
    if loaded.findings.is_empty() {
        return Vec::new();
    }
    let sources = Sources::of(&loaded.article);
    let noted = loaded.findings.iter().map(|finding| {
        let text = finding.place.segment.filter(|_| finding.place.side == Side::Source);
        let text = text.and_then(|id| sources.texts.get(&id)).map(|(_, _, text)| text.clone());
        Noted { finding: finding.clone(), text: text.unwrap_or_default() }
    });
    noted.collect()
}

/// Takes what is wrong in the source once, not once a locale.
pub(super) fn once_in_the_source(findings: Vec<Noted>) -> Vec<Noted> {
    let mut seen = HashSet::new();
    let mut once = Vec::with_capacity(findings.len());
    for mut noted in findings {
        let rule = noted.finding.rule();
        let place = &mut noted.finding.place;
        if place.side == Side::Source {
            place.locale = None;
            if !seen.insert((rule, place.segment, place.span.start, place.span.end)) {
                continue;
            }
        }
        once.push(noted);
    }
    once
}

/// Where each segment of an article stands, and its text.
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

    /// Where a part of a segment stands in the article's file.
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
