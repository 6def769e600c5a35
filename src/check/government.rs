//! What the words around a wording say of its case.

use std::ops::Range;

use crate::{
    locale::Agreement,
    model::{Case, Form, Number, cut},
};

use super::Context;

/// The number of bytes before and after a wording in which a word may say something of it.
const REACH: usize = 160;
/// The number of words before a wording that are looked at.
const WORDS: usize = 8;
/// The number of words after it among which its verb is sought.
const WORDS_AFTER: usize = 4;
/// Distances between the ranks of forms that differ in agreement, case and number.
const DISAGREEING: usize = 100;
const UNGOVERNED: usize = 20;
const OTHER_SUBJECT: usize = 5;
/// The marks that end a clause, or set off what follows.
const PAUSES: [char; 10] = [',', ';', ':', '.', '!', '?', '—', '–', '»', '('];

/// The cases that the words around a wording allow, and those that they suggest.
#[derive(Debug, Clone, Default)]
pub(super) struct Governed<'a> {
    /// The cases that a preposition governs, the most frequent first.
    cases: &'a [Case],
    /// Whether the preposition directly precedes it, which rules out any other case.
    pub strict: bool,
    /// The adjective or number nearest before it, by what it agrees with.
    agreeing: Option<&'a Agreement>,
    /// A word that the preposition may make an adjective, by what it would agree with; or else it is a noun.
    doubtful: Option<&'a Agreement>,
    before: Before,
    /// The number of the subject that a verb calls for.
    subject: Option<Number>,
}

/// What stands before a wording, its adjectives aside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Before {
    /// Nothing: it begins the sentence or a clause.
    #[default]
    Nothing,
    /// A verb.
    Verb,
    /// A negated verb.
    Negated,
    /// A verb that has no direct object.
    Objectless,
    /// Another word, with a verb before it.
    WordAfterVerb,
    /// Another word.
    Word,
}

impl Before {
    /// The cases in the order of their likelihood.
    const fn usual(self) -> [Case; 7] {
        use Case::{Accusative, Dative, Genitive, Instrumental, Locative, Nominative, Vocative};
        match self {
            Self::Nothing => [Nominative, Genitive, Accusative, Instrumental, Dative, Locative, Vocative],
            Self::Verb => [Accusative, Genitive, Instrumental, Dative, Nominative, Locative, Vocative],
            Self::Negated => [Genitive, Accusative, Instrumental, Dative, Nominative, Locative, Vocative],
            Self::Objectless => [Nominative, Instrumental, Genitive, Dative, Accusative, Locative, Vocative],
            Self::WordAfterVerb => [Genitive, Accusative, Nominative, Instrumental, Dative, Locative, Vocative],
            Self::Word => [Genitive, Nominative, Accusative, Instrumental, Dative, Locative, Vocative],
        }
    }
}

impl Governed<'_> {
    /// The rank of a form in the order of suggestions.
    pub(super) fn rank(&self, form: &Form) -> usize {
        let Some(case) = form.case else { return usize::MAX };
        if self.doubtful.is_some_and(|agreement| !agrees(agreement, form)) {
            let place = Before::Word.usual().iter().position(|other| *other == case).unwrap_or(UNGOVERNED);
            return UNGOVERNED + place;
        }
        let governed = self.cases.iter().position(|other| *other == case);
        let usual = || {
            let is_other_subject =
                case == Case::Nominative && self.subject.is_some_and(|number| form.number != Some(number));
            let place = self.before.usual().iter().position(|other| *other == case).unwrap_or(UNGOVERNED);
            UNGOVERNED + place + if is_other_subject { OTHER_SUBJECT } else { 0 }
        };
        let disagrees = self.agreeing.is_some_and(|agreement| !agrees(agreement, form));
        governed.unwrap_or_else(usual) + if disagrees { DISAGREEING } else { 0 }
    }

    /// Whether a case is possible there at all.
    pub(super) fn allows(&self, case: Option<Case>) -> bool {
        !self.strict || case.is_none_or(|case| self.cases.contains(&case))
    }
}

fn agrees(agreement: &Agreement, form: &Form) -> bool {
    form.case.is_some_and(|case| agreement.cases.contains(&case))
        && agreement.number.is_none_or(|number| form.number == Some(number))
}

/// What the words around a wording say of it; only a preposition directly before it is strict.
pub(super) fn governed<'a>(context: &'a Context<'_>, prose: &str, span: &Range<usize>) -> Governed<'a> {
    let mut governed = governed_before(context, prose, span.start);
    if governed.cases.is_empty() && matches!(governed.before, Before::Nothing | Before::Word) {
        governed.subject = subject_of_verb_after(context, prose, span.end);
    }
    governed
}

fn governed_before<'a>(context: &'a Context<'_>, prose: &str, at: usize) -> Governed<'a> {
    let head = cut(prose, &(prose.floor_char_boundary(at.saturating_sub(REACH))..at));
    let mut governed = Governed::default();
    let syntax = &context.target.syntax;
    let mut noun_before = false;
    // An adjective, if a preposition before it says so, or else a noun.
    let mut doubtful: Option<&Agreement> = None;
    let words: Vec<&str> = head.trim_end_matches(['«', '„', '"', '“']).split_whitespace().rev().take(WORDS).collect();
    for (distance, word) in words.iter().enumerate() {
        let folded = fold(context, word);
        if !noun_before && let Some(cases) = context.target.prepositions.get(&folded) {
            if let Some(agreement) = doubtful {
                if !agreement.cases.iter().any(|case| cases.contains(case)) {
                    governed.before = Before::Word;
                    break;
                }
                governed.doubtful = Some(agreement);
            }
            governed.cases = cases;
            governed.strict = distance == 0;
            break;
        }
        let agreement = agreement_of(context, &folded).filter(|_| number_of_subject(context, &folded).is_none());
        let is_quoted_adjective = agreement.is_some() && !word.ends_with([',', ';', ':', '.', '!', '?', '—', '–']);
        if word.ends_with(PAUSES) && !is_quoted_adjective {
            break;
        }
        let is_verb = is_verb(context, &folded);
        if noun_before {
            if is_verb {
                governed.before = Before::WordAfterVerb;
                break;
            }
        } else if let Some(agreement) = agreement {
            if agreement.governed {
                doubtful = doubtful.or(Some(agreement));
            } else if distance == 0 {
                governed.agreeing = Some(agreement);
            }
        } else if is_verb && doubtful.is_some() {
            governed.before = Before::WordAfterVerb;
            break;
        } else if is_verb {
            let is_negated =
                || words.get(distance + 1).is_some_and(|word| context.target.negations.contains(&fold(context, word)));
            governed.before = if is_among(&syntax.objectless, &folded) {
                governed.subject = number_of_subject(context, &folded);
                Before::Objectless
            } else if is_negated() {
                Before::Negated
            } else {
                Before::Verb
            };
            break;
        } else if !context.target.function_words.contains(&folded) {
            if distance + 1 == words.len() && doubtful.is_none() {
                // One word that begins a sentence may as well be an adverb, with the subject after it.
                break;
            }
            governed.before = Before::Word;
            noun_before = true;
        }
    }
    if doubtful.is_some() && governed.cases.is_empty() && governed.before == Before::Nothing {
        governed.before = Before::Word;
    }
    governed
}

/// The number of the subject of the nearest verb after a wording, in the same clause.
fn subject_of_verb_after(context: &Context<'_>, prose: &str, at: usize) -> Option<Number> {
    let tail = cut(prose, &(at..prose.floor_char_boundary(at.saturating_add(REACH))));
    if tail.trim_start_matches(['»', '“', '"', ' ']).starts_with(PAUSES) {
        return None;
    }
    for word in tail.split_whitespace().take(WORDS_AFTER) {
        let number = number_of_subject(context, &fold(context, word));
        if number.is_some() || word.ends_with(PAUSES) {
            return number;
        }
    }
    None
}

/// The number of a verb's subject, where its ending says it.
fn number_of_subject(context: &Context<'_>, word: &str) -> Option<Number> {
    let syntax = &context.target.syntax;
    if is_among(&syntax.other, word) {
        return None;
    }
    if is_among(&syntax.plural, word) {
        return Some(Number::Plural);
    }
    is_among(&syntax.singular, word).then_some(Number::Singular)
}

/// What an adjective or number agrees with.
fn agreement_of<'a>(context: &'a Context<'_>, word: &str) -> Option<&'a Agreement> {
    let syntax = &context.target.syntax;
    let mut agreement = syntax.agreement.iter().filter(|_| !is_among(&syntax.other, word));
    agreement.find(|agreement| is_among(&agreement.words, word))
}

fn is_verb(context: &Context<'_>, word: &str) -> bool {
    let syntax = &context.target.syntax;
    !is_among(&syntax.other, word)
        && (syntax.verbs.iter().any(|ending| word.ends_with(ending.as_str()))
            || is_among(&syntax.plural, word)
            || is_among(&syntax.singular, word))
}

/// Whether one of several entries matches a folded word: a word, an ending (`-ого`) or the end of a number (`#2`).
fn is_among(entries: &[String], word: &str) -> bool {
    entries.iter().any(|entry| match (entry.strip_prefix('-'), entry.strip_prefix('#')) {
        (Some(ending), _) => word.len() > ending.len() + 2 && word.ends_with(ending),
        (_, Some(".")) => word.contains(['.', ',']) && is_number(word),
        (_, Some(digits)) => word.ends_with(digits) && word.chars().all(|digit| digit.is_ascii_digit()),
        (None, None) => word == entry,
    })
}

fn is_number(word: &str) -> bool {
    word.chars().all(|digit| digit.is_ascii_digit() || matches!(digit, '.' | ','))
}

/// A folded word without the marks around it.
fn fold(context: &Context<'_>, word: &str) -> String {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    context.target_folding.fold(word).text
}
