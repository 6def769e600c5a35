//! Names in no glossary, as the editions of a sentence write them: the odd one has another name than the others, or writes it
//! further from the source than any alphabet makes it.

use std::ops::Range;

use crate::model::{Severity, Side, Text, cut};

use super::{
    Context,
    mirror_facts::MirrorFacts,
    name_pairs::{NEAR, is_name_in_source, is_target_name, place},
    speaker::{is_said_by_nobody_named, stands_as_speaker},
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
/// Letters of the shortest word of the source for which an added name may stand.
const SHORT: usize = 3;
const MANY: usize = 60;
/// Words of a source from which it is no sentence.
const WORDS: usize = 400;

/// The name of an edition that none of the others has.
pub(super) struct OddName {
    /// The number of the edition.
    pub edition: usize,
    /// The name in the first of the others; `None` if they have no other in its place.
    pub others: Option<String>,
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
    if all.len() > WORDS {
        return Vec::new();
    }
    let is_asked = |word: &&Word<'_>| {
        is_name_in_source(word)
            && without_possessive(cut(prose, &word.span)).chars().count() >= LEAST
            && !is_term(facts, &word.span)
    };
    let names: Vec<&Word<'_>> = all.iter().filter(is_asked).collect();
    if names.len() > MANY {
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
    if found.is_empty() {
        found.extend(added_one(prose, &all, &read));
    }
    found
}

/// The name of a person often in the news that neither the source nor the other editions have, where no other name is odd: other
/// names are often added, to say who is meant.
fn added_one(prose: &str, all: &[Word<'_>], editions: &[EditionWords<'_>]) -> Option<OddName> {
    let mut added = editions.iter().enumerate().filter_map(|(number, edition)| {
        let strangers = edition.strangers(prose, all);
        (!strangers.is_empty()).then_some((number, edition, strangers))
    });
    let (number, edition, strangers) = added.next()?;
    // What other editions add too may be the same, in their letters.
    let ([word], None) = (strangers.as_slice(), added.next()) else { return None };
    let text = &edition.of.text.prose;
    edition.of.context.names.person_named(cut(text, &word.span))?;
    let is_speaker = stands_as_speaker(text, &word.span) && is_said_by_nobody_named(&edition.of.context.source, prose);
    let severity = if is_speaker { Severity::Minor } else { Severity::Neutral };
    Some(OddName { edition: number, others: None, span: word.span.clone(), severity })
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
        .filter(|word| !(word.begins && word.lists.has(WordLists::SMALL)))
        .map(|word| cut(prose, &word.span))
        .collect();
    if let Some((far, word)) = near {
        let spelled = odd.spell(text);
        let own = &word.spelled;
        // It may be another name of the source.
        let is_other = sources
            .iter()
            .any(|other| odd.distance(&odd.spell(other), own, LIKE).is_some_and(|distance| distance <= *far));
        let begins = odd.of.context.names.transcription.begins_alike(&spelled, own);
        if *far < WRONG {
            return None;
        }
        if begins && !is_other {
            let severity = if spelled.len() >= LONG { Severity::Minor } else { Severity::Neutral };
            return Some(OddName { edition: number, others: Some(others), span: word.span.clone(), severity });
        }
    }
    let span = odd.exchanged(prose, name, &sources)?;
    Some(OddName { edition: number, others: Some(others), span, severity: Severity::Neutral })
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

    /// Whether a word stands directly before a name of the glossary, as a first name does.
    fn is_beside_term(&self, word: &Word<'_>) -> bool {
        let is_behind = |term: &Range<usize>| {
            term.start > word.span.end && cut(&self.of.text.prose, &(word.span.end..term.start)) == " "
        };
        self.of.facts.terms.iter().any(is_behind)
    }

    /// The names of this edition that sound like no word of the source and stand for none.
    fn strangers(&self, prose: &str, all: &[Word<'_>]) -> Vec<&Word<'a>> {
        let names = &self.of.context.names;
        let is_known = |word: &Word<'_>| {
            let lower = cut(&self.of.text.prose, &word.span).to_lowercase();
            all.iter().any(|other| {
                let text = without_possessive(cut(prose, &other.span));
                names.is_exonym(text, &lower)
                    || (text.chars().count() >= SHORT
                        && names.transcription.is_like(&other.spelled, &word.spelled, DERIVED))
            })
        };
        let is_added = |word: &&Word<'_>| {
            !word.begins
                && !word.is_joined
                && word.spelled.len() > LEAST
                && !word.lists.has(const { WordLists::COMMON.with(WordLists::ADJECTIVE).with(WordLists::FREQUENT) })
                && !self.is_beside_term(word)
                && !is_known(word)
        };
        self.names.iter().filter(is_added).collect()
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
