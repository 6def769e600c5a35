//! Names of a sentence and of its translation, each looked for on the other side by its sound.

use std::{cell::OnceCell, ops::Range};

use crate::{
    glossary::Hit,
    model::{Kind, Side, cut},
};

use super::{
    Bitext, Context,
    evidence::is_right,
    met_names::NameQuestion,
    name_lists::LEAST,
    transcription::SpelledWord,
    word_facts::{WordLists, without_possessive},
    words::{Capitals, Word, WordScript},
};

/// The cost, in percent of a name's consonants, up to which a word is likely to be that name; more is granted to words
/// with a capital, and less to others.
const LIKE: u16 = 25;
const LIKE_CAPITAL: u16 = 35;
const LIKE_DERIVED: u16 = 12;
/// Letters of the shortest words in lower case that may be derived from a name, and that a name may be.
const DERIVED: usize = 4;
const COMMON: usize = 5;
/// Letters by which two names in different forms are told apart, and of a name that is no other word.
const STEM: usize = 4;
const CLEAR: usize = 5;
/// How far from its place in the source a name may be in the translation, as a share of the text.
pub(super) const NEAR: f64 = 0.3;
/// Names of a text from which they are not compared, each with each: no sentence has so many.
const MANY: usize = 60;

/// How certain it is that one name stands in place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameCertainty {
    /// Neither has a counterpart, and both are where the other should be.
    Likely,
    /// It stands where the first name of the glossary's person should be, before the right surname.
    Surname,
    /// The one in the translation is that of a known person whom the source does not mention.
    Known,
    /// And the one in the source too.
    BothKnown,
}

/// A name of the source, and another that the translation has in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ExchangedName {
    /// Its bytes in the source.
    pub source: Range<usize>,
    /// The other's bytes in the translation.
    pub target: Range<usize>,
    pub certainty: NameCertainty,
}

/// A word of a text with a capital.
struct NameWord<'a> {
    word: &'a Word<'a>,
    text: &'a str,
    /// Whether it has a counterpart on the other side, found out when it is asked for.
    is_met: OnceCell<bool>,
}

impl<'a> NameWord<'a> {
    /// How it is compared.
    fn spelled(&self) -> &'a SpelledWord {
        &self.word.spelled
    }

    /// The letters by which it is known in other forms.
    fn stem(&self) -> &[char] {
        self.spelled().letters().get(..STEM).unwrap_or_else(|| self.spelled().letters())
    }
}

/// The words with a capital on both sides.
struct NameSides<'a> {
    context: &'a Context<'a>,
    bitext: &'a Bitext<'a>,
    source: Vec<NameWord<'a>>,
    target: Vec<NameWord<'a>>,
}

/// The name in the translation of a pair that stands in place of another, if there is one.
pub(super) fn exchanged_name(context: &Context<'_>, bitext: &Bitext<'_>) -> Option<ExchangedName> {
    let names = &context.names;
    let target_words = bitext.words(Side::Target);
    let source_words = bitext.words(Side::Source);
    if names.is_empty() || !target_words.iter().any(is_target_name) {
        return None;
    }
    let asked: Vec<&Word<'_>> = source_words.iter().filter(|word| is_source_name(context, bitext, word)).collect();
    if asked.is_empty() || asked.len() > MANY {
        return None;
    }
    let source = capitalized(source_words, &bitext.source.prose);
    let target = capitalized(target_words, &bitext.target.prose);
    if source.len().max(target.len()) > MANY {
        return None;
    }
    let sides = NameSides { context, bitext, source, target };
    // Most translations have no name but those of their sources.
    if !sides.may_have_known() && sides.strangers().next().is_none() {
        return None;
    }
    let asked = || sides.source.iter().filter(|name| asked.iter().any(|word| word.span == name.word.span));
    let lost: Vec<&NameWord<'_>> = asked().filter(|name| !sides.has_target(name)).collect();
    let persons: Vec<&NameWord<'_>> = asked().filter(|name| names.is_person(name.spelled())).collect();
    if lost.is_empty() && persons.is_empty() {
        return None;
    }
    sides.known(&lost, &persons).or_else(|| sides.likely(&lost)).or_else(|| sides.beside())
}

impl<'a> NameSides<'a> {
    /// Whether a name of the source has a counterpart in the translation.
    fn has_target(&self, name: &NameWord<'_>) -> bool {
        *name.is_met.get_or_init(|| self.is_in_target(name))
    }

    fn is_in_target(&self, name: &NameWord<'_>) -> bool {
        let answers = &self.context.met_names;
        let has_exonyms = self.context.names.has_exonyms(without_possessive(name.text));
        let is_met = |other: &Word<'_>| {
            if !(has_exonyms || is_compared(other) || self.may_be_derived(name, other)) {
                return false;
            }
            let find = || self.meets_target(name, other);
            // Of an address, only a part may be the name.
            if other.in_address {
                find()
            } else {
                answers.answer(NameQuestion::InTarget, name.word.number, other.number, find)
            }
        };
        // The likeliest first.
        self.target.iter().any(|other| is_met(other.word))
            || self.bitext.words(Side::Target).iter().any(|other| !is_compared(other) && is_met(other))
            || self.is_joined_in_target(name)
    }

    /// Whether a name of the source is met by two words of the translation.
    fn is_joined_in_target(&self, name: &NameWord<'_>) -> bool {
        let mut joined = self.target.windows(2).filter_map(|two| {
            let [one, other] = two else { return None };
            Some(one.spelled().joined(other.spelled()))
        });
        joined.any(|other| self.context.names.transcription.is_like(name.spelled(), &other, LIKE))
    }

    /// Whether a name of the source is met by a word of the translation.
    fn meets_target(&self, name: &NameWord<'_>, word: &Word<'_>) -> bool {
        let names = &self.context.names;
        let transcription = &names.transcription;
        let (spelled, other) = (name.spelled(), &word.spelled);
        // An initial, or an abbreviated title, is like any name with the letter.
        if is_compared(word)
            && (other.len() >= LEAST || spelled.len() <= LEAST)
            && (transcription.is_same(spelled, other) || transcription.is_like(spelled, other, LIKE_CAPITAL))
        {
            return true;
        }
        let bare = without_possessive(name.text);
        let text = cut(&self.bitext.target.prose, &word.span);
        if names.has_exonyms(bare) && names.is_exonym(bare, &text.to_lowercase()) {
            return true;
        }
        if word.script == WordScript::Other {
            return text.eq_ignore_ascii_case(bare);
        }
        self.may_be_derived(name, word)
            && transcription.begins_alike(spelled, other)
            && transcription.is_like(spelled, other, LIKE_DERIVED)
    }

    /// A quick look: whether a word of the translation may be derived from a name of the source, or is in its letters.
    fn may_be_derived(&self, name: &NameWord<'_>, word: &Word<'_>) -> bool {
        let (spelled, other) = (name.spelled(), &word.spelled);
        let firsts = self.context.names.transcription.firsts(spelled);
        word.script == WordScript::Other
            || (word.capitals == Capitals::None
                && spelled.len() >= DERIVED
                && other.len() >= DERIVED
                && other.letters().first().is_some_and(|first| firsts.contains(first)))
    }

    /// Whether a name of the translation has a counterpart in the source.
    fn has_source(&self, name: &NameWord<'_>) -> bool {
        *name.is_met.get_or_init(|| self.is_in_source(name))
    }

    fn is_in_source(&self, name: &NameWord<'_>) -> bool {
        let answers = &self.context.met_names;
        let is_met = |other: &Word<'_>| {
            if other.capitals == Capitals::None && !self.may_derive(name, other) {
                return false;
            }
            let find = || self.meets_source(name, other);
            if other.in_address {
                find()
            } else {
                answers.answer(NameQuestion::InSource, other.number, name.word.number, find)
            }
        };
        // The likeliest first.
        self.source.iter().any(|other| is_met(other.word))
            || self.bitext.words(Side::Source).iter().any(|other| !is_compared(other) && is_met(other))
            || self.is_joined_in_source(name)
    }

    /// Whether a name of the translation is met by two words of the source.
    fn is_joined_in_source(&self, name: &NameWord<'_>) -> bool {
        let mut joined = self.source.windows(2).filter_map(|two| {
            let [one, other] = two else { return None };
            Some(one.spelled().joined(other.spelled()))
        });
        joined.any(|other| self.context.names.transcription.is_like(&other, name.spelled(), LIKE))
    }

    /// Whether a name of the translation is met by a word of the source.
    fn meets_source(&self, name: &NameWord<'_>, word: &Word<'_>) -> bool {
        let names = &self.context.names;
        let transcription = &names.transcription;
        let (spelled, other) = (name.spelled(), &word.spelled);
        if word.capitals != Capitals::None {
            return (is_compared(word)
                && (transcription.is_same(other, spelled) || transcription.is_like(other, spelled, LIKE_CAPITAL)))
                || names.is_exonym(
                    without_possessive(cut(&self.bitext.source.prose, &word.span)),
                    &name.text.to_lowercase(),
                );
        }
        self.may_derive(name, word)
            && transcription.begins_alike(other, spelled)
            && transcription.is_like(other, spelled, LIKE_DERIVED)
    }

    /// A quick look: whether a name of the translation may be derived from a word of the source.
    fn may_derive(&self, name: &NameWord<'_>, word: &Word<'_>) -> bool {
        let firsts = self.context.names.transcription.firsts(&word.spelled);
        !word.has_digit
            && word.span.len() >= COMMON
            && name.spelled().letters().first().is_some_and(|first| firsts.contains(first))
    }

    /// Whether a known person may be named whom the source does not mention.
    fn may_have_known(&self) -> bool {
        self.unlisted().any(|name| self.is_unmentioned_person(name)) || self.listed_persons().next().is_some()
    }

    /// Whether a name of the translation is that of a known person whom the source does not mention, and no other name that it
    /// has: most names sound like one of the source, and need not be looked up among persons.
    fn is_unmentioned_person(&self, name: &NameWord<'_>) -> bool {
        let names = &self.context.names;
        let is_similar = |other: &NameWord<'_>| {
            let find = || names.transcription.is_like(other.spelled(), name.spelled(), LIKE_CAPITAL);
            self.context.met_names.answer(NameQuestion::Alike, other.word.number, name.word.number, find)
                // A word that begins a sentence, and is a common one, is no name.
                && !(other.word.begins && self.context.known_words.has(other.text))
        };
        let is_unmentioned = |number: Option<u16>| {
            number.and_then(|number| names.person(number)).is_some_and(|person| !self.is_mentioned(person))
        };
        // What was asked before is the quicker question.
        name.word.person.get().is_none_or(|number| is_unmentioned(*number))
            && !self.source.iter().any(is_similar)
            && is_unmentioned(*name.word.person.get_or_init(|| names.person_named(name.text)))
    }

    /// Whether the source has the name of a known person.
    fn is_mentioned(&self, person: &SpelledWord) -> bool {
        self.source.iter().any(|name| name.spelled().letters() == person.letters())
    }

    /// The names of the translation that are certainly such, and have no counterpart in the source.
    fn strangers(&self) -> impl Iterator<Item = &NameWord<'a>> {
        let is_other = const { WordLists::COMMON.with(WordLists::FREQUENT) };
        self.unlisted()
            .filter(move |name| !name.word.begins && !name.word.lists.has(is_other) && !self.has_source(name))
    }

    /// The names of the translation that the glossary does not have.
    fn unlisted(&self) -> impl Iterator<Item = &NameWord<'a>> {
        self.target.iter().filter(|name| {
            is_target_name(name.word)
                && name.spelled().len() >= LEAST
                && self.bitext.term_at(&name.word.span).is_none()
                && !self.bitext.is_exempt(&name.word.span)
        })
    }

    /// A known person whom the source does not mention, in place of a name that has no counterpart or of a person who has
    /// fewer than there are in the source.
    fn known(&self, lost: &[&NameWord<'_>], persons: &[&NameWord<'_>]) -> Option<ExchangedName> {
        let names = &self.context.names;
        // A word that begins the translation may be any, unless a name begins the source too or a known person is lost, and so
        // may one that has a capital in names of institutions.
        let lost_persons: Vec<&NameWord<'_>> =
            lost.iter().filter(|name| names.is_person(name.spelled())).copied().collect();
        let may_begin = !lost_persons.is_empty() || lost.iter().chain(persons).any(|name| name.word.begins);
        let is_name = |name: &&NameWord<'_>| {
            // An ending or a beginning makes no other word of a long name.
            let is_clear = name.spelled().len() >= CLEAR && !name.word.begins;
            let lists = name.word.lists;
            (!name.word.begins || (may_begin && name.spelled().len() >= CLEAR && !lists.has(WordLists::SMALL)))
                && !lists.has(WordLists::COMMON)
                && (is_clear || !lists.has(const { WordLists::ADJECTIVE.with(WordLists::FREQUENT) }))
        };
        let is_person = |name: &&NameWord<'_>| self.is_unmentioned_person(name);
        let found =
            self.unlisted().filter(is_name).find(is_person).map(|name| (name.word.span.clone(), name.word.begins));
        let (target, begins) = found.or_else(|| self.listed_person().map(|span| (span, false)))?;
        let place = place(&target, &self.bitext.target.prose);
        if let Some(name) = self.nearest(if lost_persons.is_empty() { lost } else { &lost_persons }, place) {
            let is_known = names.is_person(name.spelled());
            let certainty = if is_known { NameCertainty::BothKnown } else { NameCertainty::Known };
            // A word that begins a sentence may be no name at all.
            if is_known || !(begins || name.word.begins) {
                return Some(ExchangedName { source: name.word.span.clone(), target, certainty });
            }
        }
        let fewer = persons.iter().filter(|name| {
            let in_source = self.source.iter().filter(|other| other.spelled() == name.spelled()).count();
            let is_it = |other: &&NameWord<'_>| names.transcription.is_like(name.spelled(), other.spelled(), LIKE);
            self.target.iter().filter(is_it).count() < in_source
        });
        let fewer: Vec<&NameWord<'_>> = fewer.copied().collect();
        let name = self.nearest(&fewer, place)?;
        Some(ExchangedName { source: name.word.span.clone(), target, certainty: NameCertainty::BothKnown })
    }

    /// The glossary's person in the translation whom the source does not mention.
    fn listed_person(&self) -> Option<Range<usize>> {
        let is_absent = |concept: usize| self.bitext.source_sight.all.iter().all(|hit| hit.concept != concept);
        let hit = self.listed_persons().find(|hit| {
            is_absent(hit.concept) && {
                let is_within =
                    |name: &&NameWord<'_>| hit.span.start <= name.word.span.start && name.word.span.end <= hit.span.end;
                let mut words = self.target.iter().filter(is_within).peekable();
                words.peek().is_some() && words.all(|name| !self.has_source(name))
            }
        });
        hit.map(|hit| hit.span.clone())
    }

    /// The glossary's persons in the translation.
    fn listed_persons(&self) -> impl Iterator<Item = &Hit> {
        let is_person = |concept: usize| {
            self.context.termbase.concepts.get(concept).is_some_and(|concept| concept.kind == Kind::Person)
        };
        self.bitext.target_hits.iter().filter(move |hit| is_right(hit.usage) && hit.exact && is_person(hit.concept))
    }

    /// A name in place of another, where each side has only one without a counterpart, or a first name and a surname.
    fn likely(&self, lost: &[&NameWord<'_>]) -> Option<ExchangedName> {
        let prose = &self.bitext.target.prose;
        let lost_span = one_name(lost, &self.bitext.source.prose)?;
        // An adjective is a surname behind a first name: one that the source has, or one that was exchanged too.
        let is_behind = |name: &NameWord<'a>, before: Option<&NameWord<'a>>, is_first: bool| {
            before.is_some_and(|last| cut(prose, &(last.word.span.end..name.word.span.start)) == " " && is_first)
        };
        let mut added: Vec<&NameWord<'a>> = Vec::new();
        let (mut before, mut is_first) = (None, false);
        for name in self.unlisted() {
            let has_source = self.has_source(name);
            let is_name = !name.word.begins
                && !name.word.lists.has(const { WordLists::COMMON.with(WordLists::FREQUENT) })
                && (is_behind(name, before, is_first) || !name.word.lists.has(WordLists::ADJECTIVE));
            if is_name && !has_source {
                added.push(name);
            }
            (before, is_first) = (Some(name), is_name || has_source);
        }
        let target = one_name(&added, prose)?;
        let is_near = (place(&lost_span, &self.bitext.source.prose) - place(&target, prose)).abs() < NEAR;
        (is_near || self.is_speaker(&lost_span)).then_some(ExchangedName {
            source: lost_span,
            target,
            certainty: NameCertainty::Likely,
        })
    }

    /// Whether a name of the source is certainly a person's, who may stand anywhere in the translation: a title is before it, or a
    /// verb of speech beside it.
    fn is_speaker(&self, name: &Range<usize>) -> bool {
        let words = self.bitext.words(Side::Source);
        let first = words.partition_point(|word| word.span.start < name.start);
        let behind = words.partition_point(|word| word.span.start < name.end);
        let before = first.checked_sub(1).and_then(|before| words.get(before));
        let text = |word: &Word<'_>| cut(&self.bitext.source.prose, &word.span).to_lowercase();
        let source = &self.context.source;
        let has_title = || before.is_some_and(|word| source.titles.contains(&text(word)));
        let mut beside = [before, words.get(behind)].into_iter().flatten();
        has_title() || beside.any(|word| source.speech.verbs.contains(&text(word)))
    }

    /// A name in place of another beside one that both sides have: the surname of a first name, or the first name of a surname.
    fn beside(&self) -> Option<ExchangedName> {
        let (prose, other_prose) = (&self.bitext.source.prose, &self.bitext.target.prose);
        let are_beside = |text: &str, one: &NameWord<'a>, other: &NameWord<'a>| {
            one.word.span.end < other.word.span.start && cut(text, &(one.word.span.end..other.word.span.start)) == " "
        };
        let is_added = |name: &NameWord<'a>| self.strangers().any(|other| other.word.span == name.word.span);
        let is_lost = |name: &NameWord<'a>| {
            let bare = without_possessive(name.text);
            is_target_name(name.word)
                && bare.len() >= LEAST
                && bare.chars().all(char::is_alphabetic)
                && !self.context.names.words.contains(&bare.to_lowercase())
                && !self
                    .bitext
                    .source_hits
                    .iter()
                    .any(|hit| hit.span.start < name.word.span.end && name.word.span.start < hit.span.end)
                && !self.has_target(name)
        };
        for (one, other) in self.target.windows(2).filter_map(|two| two.first().zip(two.get(1))) {
            if !are_beside(other_prose, one, other) {
                continue;
            }
            for (kept, added, is_first) in [(one, other, true), (other, one, false)] {
                let is_kept = |name: &NameWord<'a>| {
                    self.context.names.transcription.is_like(name.spelled(), kept.spelled(), LIKE)
                };
                if !is_target_name(kept.word) || !is_added(added) {
                    continue;
                }
                let beside = self.source.windows(2).filter_map(|two| two.first().zip(two.get(1)));
                let beside = beside.filter(|(one, other)| are_beside(prose, one, other));
                let pairs = beside.map(|(one, other)| if is_first { (one, other) } else { (other, one) });
                let lost = pairs.into_iter().find(|(name, lost)| is_kept(name) && is_lost(lost)).map(|(_, lost)| lost);
                if let Some(lost) = lost {
                    return Some(ExchangedName {
                        source: lost.word.span.clone(),
                        target: added.word.span.clone(),
                        certainty: NameCertainty::Likely,
                    });
                }
            }
        }
        None
    }

    /// The name of the source that is nearest to a place in the translation.
    fn nearest<'b>(&self, names: &[&'b NameWord<'b>], at: f64) -> Option<&'b NameWord<'b>> {
        let far = |name: &NameWord<'_>| (place(&name.word.span, &self.bitext.source.prose) - at).abs();
        names.iter().copied().min_by(|one, other| far(one).total_cmp(&far(other)))
    }
}

/// The bytes of the first of some names, if all are forms of one, or a first name and its surname.
fn one_name(names: &[&NameWord<'_>], prose: &str) -> Option<Range<usize>> {
    let first = names.first()?;
    if names.iter().all(|name| name.stem() == first.stem()) {
        return Some(first.word.span.clone());
    }
    match names {
        [first, last] if cut(prose, &(first.word.span.end..last.word.span.start)) == " " => {
            Some(first.word.span.start..last.word.span.end)
        }
        _ => None,
    }
}

/// Where a span is in its text, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "bytes of a sentence")]
pub(super) fn place(span: &Range<usize>, text: &str) -> f64 {
    span.start as f64 / text.len().max(1) as f64
}

/// The words of a text with a capital.
fn capitalized<'a>(words: &'a [Word<'a>], prose: &'a str) -> Vec<NameWord<'a>> {
    let is_one = |word: &&Word<'_>| is_compared(word);
    let name = |word: &'a Word<'a>| NameWord { word, text: cut(prose, &word.span), is_met: OnceCell::new() };
    words.iter().filter(is_one).map(name).collect()
}

/// Whether a word is compared with names of the other side as one that may be a name.
fn is_compared(word: &Word<'_>) -> bool {
    word.capitals != Capitals::None && !word.in_address && !word.has_digit
}

/// Whether a word of the translation may be a name in its letters.
pub(super) fn is_target_name(word: &Word<'_>) -> bool {
    is_capitalized(word) && word.script == WordScript::Home
}

/// Whether a word has a capital and is no abbreviation.
pub(super) fn is_capitalized(word: &Word<'_>) -> bool {
    matches!(word.capitals, Capitals::First | Capitals::Some) && !word.has_digit && !word.in_address
}

/// Whether a word of the source is a name that the glossary does not have.
pub(super) fn is_source_name(context: &Context<'_>, bitext: &Bitext<'_>, word: &Word<'_>) -> bool {
    (is_name_in_source(word) || is_named_like_a_word(context, bitext, word))
        && !bitext.source_hits.iter().any(|hit| hit.span.start < word.span.end && word.span.start < hit.span.end)
}

/// Whether a word of a source is a name, whatever the glossary has.
pub(super) fn is_name_in_source(word: &Word<'_>) -> bool {
    is_capitalized(word) && word.script == WordScript::Home && word.lists.has(WordLists::NAME)
}

/// Whether a word of the source is the name of a known person though another word or a month has the same letters: a capital
/// within the sentence, and no month in the translation.
fn is_named_like_a_word(context: &Context<'_>, bitext: &Bitext<'_>, word: &Word<'_>) -> bool {
    if !is_capitalized(word) || word.begins || word.script != WordScript::Home {
        return false;
    }
    word.lists.has(WordLists::PERSON) && {
        let months = || context.target.months.iter().flatten();
        let target = &bitext.target.prose;
        !bitext.words(Side::Target).iter().any(|word| {
            let other = cut(target, &word.span).to_lowercase();
            months().any(|month| *month == other)
        })
    }
}
