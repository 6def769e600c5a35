//! The glossary's persons, places and institutions that one edition of a sentence names, and neither its source nor any other
//! edition.

use std::ops::Range;

use crate::{
    glossary::{Folding, Hit, TextWords, choose},
    model::{Case, Kind, Locale, Severity, Side, Term, Text, cut},
};

use super::{
    Context,
    evidence::is_right,
    mirror_facts::MirrorFacts,
    mirror_names::NamedText,
    speaker::{is_said_by_nobody_named, stands_as_speaker},
    word_facts::without_possessive,
    words::{Capitals, Word},
};

/// The distance, in percent of a name's consonants, up to which a word of the source may be the name or its adjective.
const LIKE: u16 = 35;
/// Letters of the shortest word that may be one, and of the beginning that a name and its adjective share.
const LEAST: usize = 4;

/// Where the article names something that the sentence does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nearness {
    /// It is the person whom the article names last before the sentence: a pronoun may stand for it.
    Last,
    /// A sentence before or behind has the name.
    Near,
    /// None of these sentences.
    Far,
}

/// The name that one edition has.
pub(super) struct AddedName {
    /// The number of the edition.
    pub edition: usize,
    /// The concept.
    pub concept: usize,
    /// Its bytes in the edition.
    pub span: Range<usize>,
    pub severity: Severity,
}

/// The names that only one of the editions of a sentence has, of which there are three at least.
pub(super) fn added_names(
    source: &Text,
    facts: &MirrorFacts,
    editions: &[NamedText<'_>],
    nearness: impl Fn(usize) -> Nearness,
) -> Vec<AddedName> {
    let mut found = Vec::new();
    for (edition, own) in editions.iter().enumerate() {
        let is_named = |concept: &usize| {
            let known = own.context.termbase.concepts.get(*concept);
            known.is_some_and(|known| matches!(known.kind, Kind::Person | Kind::Place | Kind::Org | Kind::Abbr))
        };
        let mut concepts: Vec<usize> =
            own.facts.concepts.difference(&facts.concepts).copied().filter(is_named).collect();
        concepts.sort_unstable();
        for concept in concepts {
            let mut others = editions.iter().enumerate().filter(|(at, _)| *at != edition).map(|(_, other)| other);
            if others.clone().any(|other| other.facts.concepts.contains(&concept)) {
                continue;
            }
            let has_kin = |other: &NamedText<'_>| {
                let context = other.context;
                has_kin(context, &context.pair.target, context.target_folding, concept, &other.text.prose)
            };
            let context = own.context;
            if has_kin_in_source(context, concept, source) || others.clone().any(has_kin) {
                continue;
            }
            let Some(hit) = name_of(own, concept, facts) else { continue };
            if is_heard(context, source, own.text, &hit.span) {
                continue;
            }
            let has_other_person = others.any(|other| has_person_apart(other, facts));
            let is_speaker = !has_other_person && is_subject(own, &hit) && {
                stands_as_speaker(&own.text.prose, &hit.span) && is_said_by_nobody_named(&context.source, &source.prose)
            };
            let severity = match nearness(concept) {
                Nearness::Far if is_speaker => Severity::Major,
                Nearness::Near if is_speaker => Severity::Minor,
                Nearness::Far => Severity::Minor,
                Nearness::Near | Nearness::Last => Severity::Neutral,
            };
            found.push(AddedName { edition, concept, span: hit.span, severity });
        }
    }
    found
}

/// Where an edition names a concept, with a capital, by a wording that can be nothing that the source has.
fn name_of(own: &NamedText<'_>, concept: usize, facts: &MirrorFacts) -> Option<Hit> {
    let prose = &own.text.prose;
    let sight = own.context.termbase.look(&own.context.pair.target, prose);
    let is_shared = |hit: &Hit| {
        let mut over =
            sight.all.iter().filter(|other| other.span.start < hit.span.end && hit.span.start < other.span.end);
        over.any(|other| facts.concepts.contains(&other.concept))
    };
    choose(&sight.all).into_iter().find(|hit| {
        hit.concept == concept
            && is_right(hit.usage)
            && cut(prose, &hit.span).starts_with(char::is_uppercase)
            && !is_shared(hit)
    })
}

/// Whether a text has an adjective of a name, or another word that begins like it.
fn has_kin(context: &Context<'_>, locale: &Locale, folding: &Folding, concept: usize, prose: &str) -> bool {
    let termbase = context.termbase;
    begins_like(termbase.terms(locale, concept), prose)
        || (termbase.may_have_derived(locale, concept)
            && termbase.has_derived(locale, concept, &TextWords::new(&folding.fold(prose).text)))
}

fn has_kin_in_source(context: &Context<'_>, concept: usize, source: &Text) -> bool {
    has_kin(context, &context.pair.source, context.source_folding, concept, &source.prose)
}

/// Whether a word of a text begins like a name among some terms.
fn begins_like(terms: &[Term], prose: &str) -> bool {
    let beginning = |word: &str| -> Option<String> {
        let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).take(LEAST).collect();
        (letters.len() == LEAST).then(|| letters.into_iter().collect())
    };
    let words = |text: &'_ str| text.split(|letter: char| !letter.is_alphabetic()).filter_map(beginning).collect();
    let names = terms.iter().flat_map(|term| term.text.split(' ')).filter(|word| word.starts_with(char::is_uppercase));
    let names: Vec<String> = names.filter_map(beginning).collect();
    let own: Vec<String> = words(prose);
    own.iter().any(|word| names.contains(word))
}

/// Whether the source has a word that sounds like one of a name, or for which it stands.
fn is_heard(context: &Context<'_>, source: &Text, target: &Text, span: &Range<usize>) -> bool {
    let names = &context.names;
    let sources = context.words(Side::Source, &source.prose);
    let targets = context.words(Side::Target, &target.prose);
    let is_part = |word: &&Word<'_>| {
        word.capitals != Capitals::None && span.start <= word.span.start && word.span.end <= span.end
    };
    targets.iter().filter(is_part).any(|word| {
        let lower = cut(&target.prose, &word.span).to_lowercase();
        sources.iter().any(|other| {
            let text = without_possessive(cut(&source.prose, &other.span));
            names.is_exonym(text, &lower)
                || (text.chars().count() >= LEAST
                    && names.transcription.begins_alike(&other.spelled, &word.spelled)
                    && names.transcription.is_like(&other.spelled, &word.spelled, LIKE))
        })
    })
}

/// Whether an edition names a person whom the source does not.
fn has_person_apart(other: &NamedText<'_>, facts: &MirrorFacts) -> bool {
    let concepts = &other.context.termbase.concepts;
    let is_person = |concept: usize| concepts.get(concept).is_some_and(|concept| concept.kind == Kind::Person);
    other.facts.names.keys().any(|concept| is_person(*concept) && !facts.concepts.contains(concept))
}

/// Whether a hit is the name of a person that may be a subject.
fn is_subject(own: &NamedText<'_>, hit: &Hit) -> bool {
    let context = own.context;
    let is_person = context.termbase.concepts.get(hit.concept).is_some_and(|concept| concept.kind == Kind::Person);
    let Some(term) = context.termbase.term(&context.pair.target, hit).filter(|_| is_person) else { return false };
    let Some(form) = term.forms.get(hit.form) else { return false };
    let mut same = term.forms.iter().filter(|other| other.text == form.text);
    same.any(|form| matches!(form.case, None | Some(Case::Nominative)))
}
