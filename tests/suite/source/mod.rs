//! Source formats: reading articles and writing them back.

mod decoding;
mod laws;
mod receiving;
mod units;
mod writing;

use std::collections::BTreeMap;

use tolmach::{
    model::{Article, CodeKind, Locale, Segment, SegmentId, Text, Unit},
    source::{Edits, MarkdownFormat, SourceFormat},
};

/// Markdown with the settings of the tests: English, with two words for pictures.
pub fn format() -> MarkdownFormat {
    let english: Locale = "en".parse().unwrap();
    let words = vec!["Image:".to_owned(), "Photo:".to_owned()];
    MarkdownFormat { image_words: BTreeMap::from([(english.clone(), words)]), ..MarkdownFormat::new(english) }
}

/// Parses an article and makes each unit a single segment.
pub fn article(file: &str) -> Article {
    let mut article = format().parse("article", file.to_owned()).value;
    for unit in &mut article.units {
        let id = SegmentId { digest: 0, occurrence: 1 };
        unit.segments = vec![Segment { id, span: 0..unit.text.prose.len() }];
    }
    article
}

/// The file with each unit's text changed.
pub fn translate(article: &Article, change: &dyn Fn(&Text) -> Text) -> String {
    let target = |unit: &Unit, segment: &Segment| Some(change(&unit.text_of(segment)));
    format().write(article, &Edits::targets(&target))
}

/// A text with each stretch of prose changed and its codes in place.
pub fn with_prose(text: &Text, change: &dyn Fn(&str) -> String) -> Text {
    let mut out = Text::default();
    let mut at = 0;
    for (offset, code) in &text.codes {
        out.prose.push_str(&change(&text.prose[at..*offset]));
        out.codes.push((out.prose.len(), code.clone()));
        at = *offset;
    }
    out.prose.push_str(&change(&text.prose[at..]));
    out
}

/// The parts of a unit that must be preserved: role, words, and codes by number, kind and meaning.
pub fn shape(unit: &Unit) -> (String, String, Vec<(usize, u32, CodeKind)>) {
    let codes = unit.text.codes.iter().map(|(at, code)| (*at, code.id, code.kind)).collect();
    (format!("{:?}", unit.role), unit.text.prose.clone(), codes)
}
