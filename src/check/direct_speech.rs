//! The direct quotations of an article: what is said, by whom, and in which language first.

use std::{collections::HashSet, ops::Range};

use crate::{
    glossary::{Termbase, choose},
    model::{Article, Kind, Locale, SegmentId, Unit, cut},
};

use super::{
    Language,
    enclosed::word_count,
    quotation::{OpenQuotations, Quotation, quotations},
    speaker::{Attribution, Names, Speaker, capitalized},
};

/// The words from which what is quoted is rather said than named: `special operation` is two.
const SAID: usize = 4;

/// What an article quotes directly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectQuotation {
    /// The index of its unit in the article.
    pub unit: usize,
    /// The sentence in which it begins.
    pub segment: SegmentId,
    /// Its bytes in the unit's prose, with the marks.
    pub span: Range<usize>,
    /// The words between the marks.
    pub text: String,
    /// Who says it, where the text says so clearly: the glossary's name for a person of the glossary.
    pub speaker: Option<String>,
    /// The language in which it was said, where the article or the glossary says so.
    pub language: Option<Locale>,
    /// The speaker's own words, where the article has them.
    pub original: Option<String>,
}

/// The direct quotations of an article in its order. Names, titles and words that the author holds at a distance are none.
#[must_use]
pub fn direct_quotations(article: &Article, termbase: &Termbase, language: &Language) -> Vec<DirectQuotation> {
    let mut found = Vec::new();
    let mut names: Option<HashSet<String>> = None;
    // Who says what a paragraph does not close.
    let mut carried: Option<Attribution> = None;
    for (index, unit) in article.units.iter().enumerate().filter(|(_, unit)| unit.role.is_translated()) {
        let prose = &unit.text.prose;
        let mut open = OpenQuotations::new();
        let marked = quotations(prose, &[], language, &mut open);
        let outer: Vec<&Quotation> = marked.quotations.iter().filter(|one| one.level == 0).collect();
        if outer.is_empty() {
            carried = None;
            continue;
        }
        let capitalized = names.get_or_insert_with(|| capitalized_names(article));
        let names = Names { text: prose, known: persons(article, termbase, prose), capitalized, language };
        let mut last = carried.take();
        for (at, quotation) in outer.iter().enumerate() {
            let whole = quotation.whole();
            let Some((segment, sentence)) = sentence(unit, &whole) else { continue };
            let from = at.checked_sub(1).and_then(|before| outer.get(before)).map_or(0, |before| before.whole().end);
            let to = outer.get(at + 1).map_or(prose.len(), |next| next.open.start);
            let before = sentence.start.max(from)..whole.start.max(from);
            let after = whole.end..sentence.end.min(to).max(whole.end);
            let mut attribution = names.attribution(&before, &after);
            // A quotation that was interrupted goes on.
            let goes_on = at > 0
                && before.start == from
                && !matches!(attribution, Attribution::Named(_))
                && names.is_interrupted_by(&before)
                && names.attribution(&(before.end..before.end), &after) == Attribution::None;
            if goes_on {
                attribution = last.take().unwrap_or(attribution);
            }
            let is_alone = |span: &Range<usize>| !cut(prose, span).contains(char::is_alphanumeric);
            // A sentence that is nothing but a quotation goes on with the one before it.
            if attribution == Attribution::None && is_alone(&before) && is_alone(&after) {
                attribution = last.take().unwrap_or(Attribution::None);
            }
            last = Some(attribution.clone());
            let text = cut(prose, &quotation.inner()).trim().trim_end_matches(',').to_owned();
            let original = original(unit, &text);
            let ends = text.ends_with(['.', '!', '?', '…']) && word_count(&text) > 1;
            if attribution == Attribution::None && original.is_none() && word_count(&text) < SAID && !ends {
                continue;
            }
            let speaker = match attribution {
                Attribution::Named(speaker) => Some(speaker),
                Attribution::None | Attribution::Unnamed => None,
            };
            let spoken =
                || speaker.as_ref()?.concept.and_then(|concept| termbase.concepts.get(concept)?.speaks.clone());
            found.push(DirectQuotation {
                unit: index,
                segment,
                span: whole,
                text,
                language: original.map(|(locale, _)| locale.clone()).or_else(spoken),
                original: original.map(|(_, wording)| wording.to_owned()),
                speaker: speaker.map(|speaker| name(article, termbase, speaker)),
            });
        }
        carried = last.filter(|_| !open.is_empty());
    }
    found
}

/// The words that an article writes with a capital within a sentence.
fn capitalized_names(article: &Article) -> HashSet<String> {
    capitalized(article.segments().map(|(unit, segment)| cut(&unit.text.prose, &segment.span)))
}

/// Where the glossary's persons and institutions stand in a text.
fn persons(article: &Article, termbase: &Termbase, prose: &str) -> Vec<(Range<usize>, usize)> {
    let is_speaker = |concept: usize| {
        termbase.concepts.get(concept).is_some_and(|concept| matches!(concept.kind, Kind::Person | Kind::Org))
    };
    let hits = choose(&termbase.look(&article.locale, prose).all);
    hits.into_iter().filter(|hit| is_speaker(hit.concept)).map(|hit| (hit.span, hit.concept)).collect()
}

/// The sentences that a quotation is part of: the id of the first, and the bytes of all.
fn sentence(unit: &Unit, whole: &Range<usize>) -> Option<(SegmentId, Range<usize>)> {
    let first = unit.segments.iter().rfind(|segment| segment.span.start <= whole.start).or(unit.segments.first())?;
    let last = unit.segments.iter().find(|segment| segment.span.end >= whole.end).or(unit.segments.last())?;
    Some((first.id, first.span.start..last.span.end))
}

/// The original wording of a quotation, with its language.
fn original<'a>(unit: &'a Unit, text: &str) -> Option<(&'a Locale, &'a str)> {
    let bare = |text: &'a str| text.trim_matches(|char: char| !char.is_alphanumeric());
    let own = text.trim_matches(|char: char| !char.is_alphanumeric());
    let is_of = |quoted: &'a str| {
        let quoted = bare(quoted);
        !quoted.is_empty() && (own.contains(quoted) || quoted.contains(own))
    };
    let mut originals = unit.originals.iter();
    originals
        .find(|original| original.quoted.as_deref().is_none_or(is_of))
        .map(|original| (&original.locale, original.wording.as_str()))
}

/// The glossary's name of a speaker, or that in the text.
fn name(article: &Article, termbase: &Termbase, speaker: Speaker) -> String {
    let preferred = speaker.concept.and_then(|concept| termbase.terms(&article.locale, concept).first());
    preferred.map_or(speaker.name, |term| term.text.clone())
}
