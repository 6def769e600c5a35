//! A speaker's own words in the editions of the language in which they were said.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    locale::Profile,
    model::{Article, Hint, Locale, Origin, Original, SegmentId, State, Target, Text, Unit, cut},
    segment::Segmenter,
};

/// Targets for the sentences that are nothing but a quotation of which the article carries the original wording in the
/// target's language: the original's sentences, one for one, in the locale's marks. A quotation that parts into another
/// number of sentences, or that fills only a part of one, is left to people ([`original_hints`] tells them).
#[must_use]
pub fn original_targets(
    article: &Article,
    locale: &Locale,
    profile: &Profile,
    segmenter: &Segmenter,
) -> BTreeMap<SegmentId, Target> {
    let mut targets = BTreeMap::new();
    for unit in &article.units {
        for original in unit.originals.iter().filter(|original| said_in(original, locale)) {
            let Some(place) = place(unit, original) else { continue };
            let covered: Vec<_> = unit.segments.iter().filter(|segment| inside(unit, &segment.span, &place)).collect();
            let wording = original.wording.trim();
            let sentences = segmenter.split(wording);
            let begins = covered.first().is_some_and(|first| words_from(unit, &first.span) >= place.start);
            let fills = covered.last().zip(covered.first()).is_some_and(|(last, first)| {
                let all = first.span.start..last.span.end;
                trimmed(unit, &all) == trimmed(unit, &place)
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
                let prose = dressed(cut(wording, span), opens, closes, profile);
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

/// Hints for a sentence in which a quotation stands whose original wording the article carries.
#[must_use]
pub fn original_hints(unit: &Unit, span: &Range<usize>, locale: &Locale) -> Vec<Hint> {
    unit.originals
        .iter()
        .filter(|original| said_in(original, locale))
        .filter_map(|original| {
            let place = place(unit, original)?;
            (place.start < span.end && span.start < place.end).then(|| Hint {
                concept: "original".to_owned(),
                source: original.quoted.clone().unwrap_or_else(|| unit.text.prose.clone()),
                target: original.wording.clone(),
                ..Hint::default()
            })
        })
        .collect()
}

fn said_in(original: &Original, locale: &Locale) -> bool {
    original.locale == *locale || original.locale.language() == locale.language()
}

/// Where the quotation stands in the unit's prose.
fn place(unit: &Unit, original: &Original) -> Option<Range<usize>> {
    match &original.quoted {
        None => Some(0..unit.text.prose.len()),
        Some(quoted) => {
            let quoted = quoted.trim().trim_matches(is_mark);
            unit.text.prose.find(quoted).map(|at| at..at + quoted.len())
        }
    }
}

/// Whether a sentence, but for marks around it, lies in the quotation.
fn inside(unit: &Unit, span: &Range<usize>, place: &Range<usize>) -> bool {
    let words = trimmed(unit, span);
    !words.is_empty() && place.start <= words.start && words.end <= place.end
}

fn words_from(unit: &Unit, span: &Range<usize>) -> usize {
    trimmed(unit, span).start
}

/// A span without the quotation marks, stops and spaces at its ends.
fn trimmed(unit: &Unit, span: &Range<usize>) -> Range<usize> {
    let text = cut(&unit.text.prose, span);
    let loose = |c: char| is_mark(c) || c.is_whitespace() || matches!(c, '.' | ',');
    let start = span.start + (text.len() - text.trim_start_matches(loose).len());
    let end = span.end - (text.len() - text.trim_end_matches(loose).len());
    start..end.max(start)
}

const fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '«' | '»' | '"' | '‘' | '’')
}

/// A sentence of the original in the locale's quotation marks; a full stop stands behind the closing mark.
fn dressed(sentence: &str, opens: bool, closes: bool, profile: &Profile) -> String {
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
        let ended = sentence.ends_with(['!', '?', '…']);
        sentence = sentence.strip_suffix('.').unwrap_or(sentence);
        out.push_str(sentence);
        out.push_str(close);
        if !ended {
            out.push('.');
        }
    } else {
        out.push_str(sentence);
    }
    out
}
