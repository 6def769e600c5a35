//! A speaker's original words, in editions in the language in which they were said.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    locale::Profile,
    model::{Article, Hint, Locale, Origin, Original, SegmentId, State, Target, Text, Unit, cut},
    segment::Segmenter,
};

/// Returns targets for the sentences that consist only of a quotation whose original wording, in the target's language,
/// the article carries: the original's sentences, one for one, in the locale's quotation marks. A quotation that splits
/// into a different number of sentences, or that fills only part of one, is left to people ([`original_hints`] shows it
/// to them).
#[must_use]
pub fn original_targets(
    article: &Article,
    locale: &Locale,
    profile: &Profile,
    segmenter: &Segmenter,
) -> BTreeMap<SegmentId, Target> {
    let mut targets = BTreeMap::new();
    for unit in &article.units {
        for original in unit.originals.iter().filter(|original| is_in_language(original, locale)) {
            let Some(quotation) = quotation_span(unit, original) else { continue };
            let covered: Vec<_> =
                unit.segments.iter().filter(|segment| is_within(unit, &segment.span, &quotation)).collect();
            let wording = original.wording.trim();
            let sentences = segmenter.split(wording);
            let begins = covered.first().is_some_and(|first| words_start(unit, &first.span) >= quotation.start);
            let fills = covered.last().zip(covered.first()).is_some_and(|(last, first)| {
                let covered_span = first.span.start..last.span.end;
                trim_span(unit, &covered_span) == trim_span(unit, &quotation)
            });
            if covered.is_empty() || covered.len() != sentences.len() || !begins || !fills {
                continue;
            }
            let last = covered.len() - 1;
            for (index, (segment, span)) in covered.iter().zip(&sentences).enumerate() {
                let source = unit.text_of(segment);
                if !source.codes.is_empty() {
                    continue;
                }
                let opens = index == 0 && source.prose.starts_with(is_mark);
                let closes = index == last && source.prose.trim_end_matches(['.', ',']).ends_with(is_mark);
                let prose = quote_sentence(cut(wording, span), opens, closes, profile);
                let text = Text::plain(prose);
                targets.insert(
                    segment.id,
                    Target { state: State::Translated, origin: Origin::Source, ..Target::human(text, None) },
                );
            }
        }
    }
    targets
}

/// Returns hints for a sentence that contains a quotation whose original wording the article carries.
#[must_use]
pub fn original_hints(unit: &Unit, span: &Range<usize>, locale: &Locale) -> Vec<Hint> {
    unit.originals
        .iter()
        .filter(|original| is_in_language(original, locale))
        .filter_map(|original| {
            let quotation = quotation_span(unit, original)?;
            (quotation.start < span.end && span.start < quotation.end).then(|| Hint {
                concept: "original".to_owned(),
                source: original.quoted.clone().unwrap_or_else(|| unit.text.prose.clone()),
                target: original.wording.clone(),
                ..Hint::default()
            })
        })
        .collect()
}

fn is_in_language(original: &Original, locale: &Locale) -> bool {
    original.locale == *locale || original.locale.language() == locale.language()
}

/// Returns the span of the quotation in the unit's prose.
fn quotation_span(unit: &Unit, original: &Original) -> Option<Range<usize>> {
    match &original.quoted {
        None => Some(0..unit.text.prose.len()),
        Some(quoted) => {
            let quoted = quoted.trim().trim_matches(is_mark);
            unit.text.prose.find(quoted).map(|at| at..at + quoted.len())
        }
    }
}

/// Whether a sentence, apart from marks around it, lies within the quotation.
fn is_within(unit: &Unit, span: &Range<usize>, quotation: &Range<usize>) -> bool {
    let words = trim_span(unit, span);
    !words.is_empty() && quotation.start <= words.start && words.end <= quotation.end
}

fn words_start(unit: &Unit, span: &Range<usize>) -> usize {
    trim_span(unit, span).start
}

/// Trims quotation marks, full stops, commas and spaces from the ends of a span.
fn trim_span(unit: &Unit, span: &Range<usize>) -> Range<usize> {
    let text = cut(&unit.text.prose, span);
    let is_trimmed = |c: char| is_mark(c) || c.is_whitespace() || matches!(c, '.' | ',');
    let start = span.start + (text.len() - text.trim_start_matches(is_trimmed).len());
    let end = span.end - (text.len() - text.trim_end_matches(is_trimmed).len());
    start..end.max(start)
}

const fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '«' | '»' | '"' | '‘' | '’')
}

/// Puts a sentence of the original into the locale's quotation marks, with the full stop after the closing mark.
fn quote_sentence(sentence: &str, opens: bool, closes: bool, profile: &Profile) -> String {
    let (open, close) = &profile.quotes.outer;
    let mut sentence = sentence.trim();
    if opens {
        sentence = sentence.strip_prefix(open.as_str()).unwrap_or(sentence);
    }
    let mut out = String::new();
    if opens {
        out.push_str(open);
    }
    if closes {
        sentence = sentence.strip_suffix('.').unwrap_or(sentence);
        sentence = sentence.strip_suffix(close.as_str()).unwrap_or(sentence);
        let has_end_mark = sentence.ends_with(['!', '?', '…']);
        sentence = sentence.strip_suffix('.').unwrap_or(sentence);
        out.push_str(sentence);
        out.push_str(close);
        if !has_end_mark {
            out.push('.');
        }
    } else {
        out.push_str(sentence);
    }
    out
}
