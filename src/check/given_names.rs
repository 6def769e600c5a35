//! The first name of a person of the glossary, exchanged for another before the right surname.

use crate::{
    glossary::Hit,
    model::{Kind, Side, Term, cut},
};

use super::{
    Bitext, Context,
    name_forms::NameRelation,
    name_lists::LEAST,
    name_pairs::{ExchangedName, NameCertainty, is_target_name},
    word_facts::{WordLists, without_possessive},
    words::{Capitals, Word},
};

/// The distance, in percent of a name's consonants, up to which a word may be a version of it, and from which it is another's.
const VERSION: u16 = 45;
const LIKE: u16 = 35;
/// Letters that versions of a name begin with.
const STEM: usize = 3;
/// Letters of a word that begins a sentence, and may be a name.
const CLEAR: usize = 5;

/// Another first name than that of the glossary's person whom the source names in full.
pub(super) fn other_given_name(context: &Context<'_>, bitext: &Bitext<'_>) -> Option<ExchangedName> {
    let is_person =
        |hit: &&Hit| context.termbase.concepts.get(hit.concept).is_some_and(|concept| concept.kind == Kind::Person);
    if context.names.is_empty() || bitext.target_hits.is_empty() {
        return None;
    }
    bitext.source_hits.iter().filter(is_person).find_map(|hit| in_place_of(context, bitext, hit))
}

/// The word in place of the first name of a person whom the source names at `hit`.
fn in_place_of(context: &Context<'_>, bitext: &Bitext<'_>, hit: &Hit) -> Option<ExchangedName> {
    let names = &context.names;
    let matched = cut(&bitext.source.prose, &hit.span);
    let (given, _) = matched.split_once(' ')?;
    let source = hit.span.start..hit.span.start + given.len();
    if context.source.titles.contains(&given.to_lowercase()) {
        return None;
    }
    let terms = context.termbase.terms(&context.pair.target, hit.concept);
    let is_whole = |other: &Hit| terms.get(other.term).is_some_and(|term| term.text.contains(' '));
    let own = || bitext.target_sight.all.iter().filter(|other| other.concept == hit.concept);
    if own().any(is_whole) {
        return None;
    }
    let words = bitext.words(Side::Target);
    // The right first name may stand elsewhere: before a patronymic.
    let spelled = names.transcription.spell(given);
    let is_given =
        |word: &Word<'_>| word.capitals != Capitals::None && names.transcription.is_like(&spelled, &word.spelled, LIKE);
    if words.iter().any(is_given) {
        return None;
    }
    let prose = &bitext.target.prose;
    own().find_map(|surname| {
        let before = words.partition_point(|word| word.span.start < surname.span.start).checked_sub(1)?;
        let word = words.get(before)?;
        let is_beside = cut(prose, &(word.span.end..surname.span.start.max(word.span.end))) == " ";
        // Within a sentence, only names and words of institutions have a capital.
        let frequent = WordLists::FREQUENT.with(WordLists::SMALL).only_if(word.begins);
        let is_other = is_beside
            && is_target_name(word)
            && word.spelled.len() >= if word.begins { CLEAR } else { LEAST }
            && !word.lists.has(frequent.with(WordLists::COMMON))
            && bitext.term_at(&word.span).is_none()
            && !bitext.is_exempt(&word.span)
            && !is_version(context, hit, word, cut(prose, &word.span))
            && !has_source(context, bitext, word, cut(prose, &word.span));
        // A word that begins a sentence may be no name.
        let certainty = if word.begins { NameCertainty::Likely } else { NameCertainty::Surname };
        is_other.then(|| ExchangedName { source: source.clone(), target: word.span.clone(), certainty })
    })
}

/// The first names in some terms of a person.
fn given_names(terms: &[Term]) -> impl Iterator<Item = &str> {
    terms.iter().filter_map(|term| Some(term.text.split_once(' ')?.0))
}

/// Whether a word is a form or a version of the first name that the glossary has.
fn is_version(context: &Context<'_>, hit: &Hit, word: &Word<'_>, text: &str) -> bool {
    let names = &context.names;
    let lower = text.to_lowercase();
    let stem = |text: &str| -> Vec<char> { text.chars().flat_map(char::to_lowercase).take(STEM).collect() };
    let is_own = |name: &str| names.forms.relation(name, text) != NameRelation::Unclear || stem(name) == stem(text);
    let is_heard = |name: &str| {
        names.is_exonym(name, &lower)
            || names.transcription.is_like(&names.transcription.spell(name), &word.spelled, VERSION)
    };
    given_names(context.termbase.terms(&context.pair.target, hit.concept)).any(is_own)
        || given_names(context.termbase.terms(&context.pair.source, hit.concept)).any(is_heard)
}

/// Whether a word of the translation stands for one of the source.
fn has_source(context: &Context<'_>, bitext: &Bitext<'_>, word: &Word<'_>, text: &str) -> bool {
    let names = &context.names;
    let lower = text.to_lowercase();
    bitext.words(Side::Source).iter().any(|other| {
        let own = without_possessive(cut(&bitext.source.prose, &other.span));
        names.is_exonym(own, &lower)
            || (other.capitals != Capitals::None
                && other.lists.has(WordLists::NAME)
                && own.len() >= LEAST
                && names.transcription.is_like(&other.spelled, &word.spelled, LIKE))
    })
}
