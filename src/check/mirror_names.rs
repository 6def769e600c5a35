//! Names in no glossary, as the editions of a sentence write them: the odd one has another name than the others, or writes it
//! further from the source than any alphabet makes it.

use std::ops::Range;

use crate::model::{Severity, Side, Text, cut};

use super::{
    Context,
    mirror_facts::MirrorFacts,
    name_pairs::{NEAR, is_name_in_source, is_target_name, place},
    transcription::SpelledWord,
    word_facts::{WordLists, without_possessive},
    words::{Capitals, Word},
};

/// The distance, in percent of a name's consonants, up to which an edition writes it right, and from which one writes it wrong.
const RIGHT: u16 = 9;
const WRONG: u16 = 16;
/// The distance up to which a word is this name, and up to which it may be derived from it.
const LIKE: u16 = 50;
const DERIVED: u16 = 35;
/// Letters of the shortest name, of one whose misspelling is certain, and words with a capital of a text from which names are not compared.
const LEAST: usize = 4;
const LONG: usize = 6;
const MANY: usize = 60;

/// The name of an edition that none of the others has.
pub(super) struct OddName {
    /// The number of the edition.
    pub edition: usize,
    /// The name in the first of the others.
    pub others: String,
    /// Its bytes in the odd edition.
    pub span: Range<usize>,
    pub severity: Severity,
}

/// An edition of a sentence.
pub(super) struct NamedText<'a> {
    pub context: &'a Context<'a>,
    pub text: &'a Text,
    pub facts: &'a MirrorFacts,
}

/// The words of an edition.
struct EditionWords<'a> {
    of: &'a NamedText<'a>,
    /// Those with a capital that the glossary does not have.
    names: Vec<Word<'a>>,
    /// The others in its own letters, in lower case.
    others: Vec<Word<'a>>,
}

/// The odd names among the editions of a sentence, of which there are three at least.
pub(super) fn odd_names(source: &Text, facts: &MirrorFacts, editions: &[NamedText<'_>]) -> Vec<OddName> {
    let Some(first) = editions.first().filter(|first| !first.context.names.is_empty()) else { return Vec::new() };
    let prose = &source.prose;
    let all = first.context.words(Side::Source, prose);
    let is_asked = |word: &&Word<'_>| {
        is_name_in_source(word)
            && without_possessive(cut(prose, &word.span)).chars().count() >= LEAST
            && !is_term(facts, &word.span)
    };
    let names: Vec<&Word<'_>> = all.iter().filter(is_asked).collect();
    if names.is_empty() || names.len() > MANY {
        return Vec::new();
    }
    let read: Vec<EditionWords<'_>> = editions.iter().map(EditionWords::read).collect();
    if read.iter().any(|edition| edition.names.len() > MANY) {
        return Vec::new();
    }
    let mut found: Vec<OddName> = Vec::new();
    for name in names {
        let odd = odd_one(prose, name, &all, &read);
        found.extend(odd.filter(|odd| found.iter().all(|one| (one.edition, &one.span) != (odd.edition, &odd.span))));
    }
    found
}

/// Whether the glossary has a word of a text.
fn is_term(facts: &MirrorFacts, span: &Range<usize>) -> bool {
    facts.terms.iter().any(|term| term.start < span.end && span.start < term.end)
}

/// The edition that writes a name otherwise than all others, which write it right.
fn odd_one(prose: &str, name: &Word<'_>, all: &[Word<'_>], editions: &[EditionWords<'_>]) -> Option<OddName> {
    let text = cut(prose, &name.span);
    let nearest: Vec<Option<(u16, &Word<'_>)>> = editions.iter().map(|edition| edition.nearest(text)).collect();
    let is_right = |near: &Option<(u16, &Word<'_>)>| near.is_some_and(|(far, _)| far <= RIGHT);
    let mut wrong = nearest.iter().enumerate().filter(|(_, near)| !is_right(near));
    let (number, near) = wrong.next()?;
    if wrong.next().is_some() {
        return None;
    }
    let odd = editions.get(number)?;
    let (right, (_, word)) = editions
        .iter()
        .zip(&nearest)
        .enumerate()
        .find(|(at, _)| *at != number)
        .and_then(|(_, (edition, near))| Some((edition, (*near)?)))?;
    let others = cut(&right.of.text.prose, &word.span).to_owned();
    let sources: Vec<&str> = all
        .iter()
        .filter(|word| word.capitals != Capitals::None && word.span != name.span)
        .map(|word| cut(prose, &word.span))
        .collect();
    match near {
        Some((far, word)) => {
            // It may be another name of the source.
            let spelled = odd.spell(text);
            let own = &word.spelled;
            let is_other = sources
                .iter()
                .any(|other| odd.distance(&odd.spell(other), own, LIKE).is_some_and(|distance| distance <= *far));
            let begins = odd.of.context.names.transcription.begins_alike(&spelled, own);
            if *far < WRONG || is_other || !begins {
                return None;
            }
            let severity = if spelled.len() >= LONG { Severity::Minor } else { Severity::Neutral };
            Some(OddName { edition: number, others, span: word.span.clone(), severity })
        }
        None => odd.exchanged(prose, name, &sources).map(|span| OddName {
            edition: number,
            others,
            span,
            severity: Severity::Neutral,
        }),
    }
}

impl<'a> EditionWords<'a> {
    fn read(of: &'a NamedText<'a>) -> Self {
        let (mut names, mut others) = (Vec::new(), Vec::new());
        for word in of.context.words(Side::Target, &of.text.prose).into_vec() {
            // A function word that begins a sentence is no name.
            let is_small = word.begins && word.lists.has(WordLists::SMALL);
            if is_target_name(&word) && !is_small {
                if !is_term(of.facts, &word.span) {
                    names.push(word);
                }
            } else if word.is_plain() {
                others.push(word);
            }
        }
        Self { of, names, others }
    }

    fn spell(&self, name: &str) -> SpelledWord {
        self.of.context.names.transcription.spell(name)
    }

    fn distance(&self, name: &SpelledWord, word: &SpelledWord, most: u16) -> Option<u16> {
        self.of.context.names.transcription.distance(name, word, most)
    }

    /// The word that sounds most like a name, with its distance.
    fn nearest(&self, name: &str) -> Option<(u16, &Word<'_>)> {
        let name = self.spell(name);
        let near = self.names.iter().filter_map(|word| Some((self.distance(&name, &word.spelled, LIKE)?, word)));
        near.min_by_key(|(far, _)| *far)
    }

    /// The only name of this edition that sounds like none of the source, where nothing else in it may stand for the one that
    /// is lost.
    fn exchanged(&self, prose: &str, lost: &Word<'_>, sources: &[&str]) -> Option<Range<usize>> {
        let context = self.of.context;
        let at = place(&lost.span, prose);
        let lost = cut(prose, &lost.span);
        let own = self.spell(lost);
        if context.names.has_exonyms(without_possessive(lost)) {
            return None;
        }
        if self.others.iter().any(|word| self.distance(&own, &word.spelled, DERIVED).is_some()) {
            return None;
        }
        let text = |word: &Word<'_>| cut(&self.of.text.prose, &word.span);
        let is_known = |word: &str| {
            let lower = word.to_lowercase();
            sources.iter().any(|name| context.names.is_exonym(without_possessive(name), &lower))
        };
        let spelled: Vec<SpelledWord> = sources.iter().map(|name| self.spell(name)).collect();
        let is_added = |word: &&Word<'_>| {
            !word.begins
                && word.spelled.len() >= LEAST
                && !word.lists.has(const { WordLists::COMMON.with(WordLists::ADJECTIVE).with(WordLists::FREQUENT) })
                && !is_known(text(word))
                && !spelled.iter().any(|name| self.distance(name, &word.spelled, DERIVED).is_some())
        };
        let mut added = self.names.iter().filter(is_added);
        let word = added.next()?;
        let is_near = (place(&word.span, &self.of.text.prose) - at).abs() < NEAR;
        (is_near && added.next().is_none()).then(|| word.span.clone())
    }
}
