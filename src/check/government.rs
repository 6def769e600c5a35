//! What the words around a wording say of its case.

use std::ops::Range;

use crate::{
    locale::{Agreement, WordCases},
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
const OTHER_NUMBER: usize = 50;
const UNGOVERNED: usize = 20;
const OTHER_SUBJECT: usize = 5;
/// The cases of a place to which something goes, the likeliest first.
const TOWARDS: [Case; 3] = [Case::Accusative, Case::Locative, Case::Genitive];
/// The marks that end a clause, or set off what follows.
const PAUSES: [char; 10] = [',', ';', ':', '.', '!', '?', '—', '–', '»', '('];

/// The cases that the words around a wording allow, and those that they suggest.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says something else about its place")]
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
    /// The cases of the objects of the verb before it, if another than the accusative.
    objects: &'a [Case],
    /// The cases of the noun with which `and` joins it.
    joined: Option<&'a [Case]>,
    /// Whether `and` joins it with a noun, whatever the cases of that one are.
    is_joined: bool,
    /// The number of the subject that a verb calls for.
    subject: Option<Number>,
    /// Whether its genitive after the preposition is that of a being.
    possessive: bool,
    /// Whether a number precedes its adjective, whose case may then be another one.
    is_counted: bool,
    /// Whether a figure of one or two digits directly precedes it.
    is_after_figure: bool,
    /// Nouns that have another locative after the preposition.
    second_locative: &'a [String],
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
            let place = self.objects.iter().position(|other| *other == case).unwrap_or(place + self.objects.len());
            UNGOVERNED + place + if is_other_subject { OTHER_SUBJECT } else { 0 }
        };
        let is_joined = self.joined.is_none_or(|cases| cases.contains(&case));
        governed.unwrap_or_else(usual) + self.disagreement(form) + if is_joined { 0 } else { OTHER_NUMBER }
    }

    /// How much a form disagrees with the adjective or number before it.
    fn disagreement(&self, form: &Form) -> usize {
        let Some(agreement) = self.agreeing else { return 0 };
        if agrees(agreement, form) {
            return 0;
        }
        // After a number, as in a date, the genitive of the other number is likelier than another case.
        let is_genitive = agreement.cases.as_slice() == [Case::Genitive] && form.case == Some(Case::Genitive);
        if is_genitive { OTHER_NUMBER } else { DISAGREEING }
    }

    /// Whether a form can stand after the adjective or number before it.
    pub(super) fn agrees(&self, form: &Form) -> bool {
        self.agreeing.is_none_or(|agreement| form.case.is_none() || agrees(agreement, form))
    }

    /// The case that lends the accusative its form, where the adjective before it says which.
    pub(super) fn lender(&self) -> Option<Case> {
        let cases = self.agreeing.filter(|_| !self.is_counted).map(|agreement| agreement.cases.as_slice())?;
        let lenders = [Case::Nominative, Case::Genitive];
        match lenders.map(|case| cases.contains(&Case::Accusative) && cases.contains(&case)) {
            [true, false] => Some(Case::Nominative),
            [false, true] => Some(Case::Genitive),
            _ => None,
        }
    }

    /// Whether a form that only some plausible class has is less likely here than any known one: not where most
    /// prepositions take the accusative of beings rather than a genitive.
    pub(super) fn is_doubtful(&self, form: &Form) -> bool {
        let is_rather_accusative =
            form.case == Some(Case::Accusative) && self.cases.contains(&Case::Genitive) && !self.possessive;
        self.strict && !form.certain && !is_rather_accusative
    }

    /// Whether the accusative here is rather that of a thing: after a preposition of place, which beings seldom follow.
    pub(super) fn is_place(&self) -> bool {
        self.strict && self.cases.contains(&Case::Locative) && self.cases.contains(&Case::Accusative)
    }

    /// Whether it is rather the direct object of the verb before it.
    pub(super) fn is_object(&self) -> bool {
        self.before == Before::Verb && self.objects.is_empty()
    }

    /// Whether a noun, in its dictionary form, has another locative here than the usual one.
    pub(super) fn has_second_locative(&self, lemma: &str) -> bool {
        self.second_locative.iter().any(|noun| noun == lemma)
    }

    /// Whether a case is possible there at all.
    pub(super) fn allows(&self, case: Option<Case>) -> bool {
        !self.strict || case.is_none_or(|case| self.cases.contains(&case))
    }
}

/// Whether a word before an adjective is a number, so that the adjective's case says nothing of the noun's.
fn is_counted(adjective: &Agreement, before: &Agreement) -> bool {
    let is_nominative = |agreement: &Agreement| agreement.cases.contains(&Case::Nominative);
    before.cases.as_slice() == [Case::Genitive] || is_nominative(before) && !is_nominative(adjective)
}

fn agrees(agreement: &Agreement, form: &Form) -> bool {
    form.case.is_some_and(|case| agreement.cases.contains(&case))
        && agreement.number.is_none_or(|number| form.number == Some(number))
}

/// What the words around a wording say of it; only a preposition directly before it is strict.
pub(super) fn governed<'a>(context: &'a Context<'_>, prose: &str, span: &Range<usize>) -> Governed<'a> {
    let mut governed = governed_before(context, prose, span.start);
    if governed.is_after_figure && is_before_year(prose, span.end) {
        governed = Governed { before: Before::Word, ..Governed::default() };
    }
    let is_subject = !governed.is_joined && matches!(governed.before, Before::Nothing | Before::Word);
    if governed.cases.is_empty() && is_subject {
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
    let mut joins = false;
    let mut pronoun_after = false;
    let words: Vec<&str> = head.trim_end_matches(['«', '„', '"', '“']).split_whitespace().rev().take(WORDS).collect();
    for (distance, word) in words.iter().enumerate() {
        let folded = fold(context, word);
        // The preposition of a pronoun says nothing of what follows: `з нею`.
        if std::mem::take(&mut pronoun_after) && context.target.prepositions.contains_key(&folded) {
            continue;
        }
        if !noun_before && let Some(cases) = context.target.prepositions.get(&folded) {
            if let Some(agreement) = doubtful {
                if !agreement.cases.iter().any(|case| cases.contains(case)) {
                    governed.before = Before::Word;
                    break;
                }
                governed.doubtful = Some(agreement);
            }
            // A number that a preposition declines says nothing else.
            governed.agreeing =
                governed.agreeing.filter(|agreement| agreement.cases.iter().any(|case| cases.contains(case)));
            governed.cases = cases;
            governed.strict = distance == 0;
            governed.possessive = syntax.possessive.contains(&folded);
            let before = words.get(distance + 1).map(|word| fold(context, word)).unwrap_or_default();
            let is_towards = syntax
                .towards
                .iter()
                .any(|towards| towards.prepositions.contains(&folded) && is_among(&towards.words, &before));
            if is_towards {
                governed.cases = &TOWARDS;
                governed.possessive = false;
            }
            if syntax.second_locative_after.contains(&folded) {
                governed.second_locative = &syntax.second_locative;
            }
            break;
        }
        governed.is_after_figure |= distance == 0 && folded.len() < 3 && is_digits(&folded);
        let agreement = agreement_of(context, &folded).filter(|_| number_of_subject(context, &folded).is_none());
        let is_quoted_adjective = agreement.is_some() && !word.ends_with([',', ';', ':', '.', '!', '?', '—', '–']);
        if word.ends_with(PAUSES) && !is_quoted_adjective {
            break;
        }
        if is_among(&syntax.times, &folded) {
            break;
        }
        if joins {
            joins = false;
            governed.joined = cases_of_joined(context, &folded);
            governed.is_joined = governed.joined.is_some() || is_noun(context, &folded);
            // What governs the first noun governs both.
            if governed.is_joined {
                continue;
            }
        }
        joins = distance == 0 && is_among(&syntax.joining, &folded);
        let is_year = || {
            is_year(&folded)
                && words
                    .get(distance + 1)
                    .is_some_and(|word| context.target.prepositions.contains_key(&fold(context, word)))
        };
        pronoun_after = is_among(&syntax.pronouns, &folded);
        if joins || pronoun_after || is_ordinal(&folded) || is_among(&syntax.aside, &folded) || is_year() {
            continue;
        }
        let objects = cases_by(&syntax.objects, &folded);
        let is_verb = is_verb(context, &folded);
        if noun_before {
            if is_verb {
                governed.before = Before::WordAfterVerb;
                break;
            }
        } else if let Some(agreement) = agreement {
            if agreement.governed && distance + 1 < words.len() && word.starts_with(char::is_uppercase) {
                // A name, not an adjective: у Мінску.
                governed.before = Before::Word;
                noun_before = true;
            } else if agreement.governed {
                doubtful = doubtful.or(Some(agreement));
            } else if distance == 0 {
                governed.agreeing = Some(agreement);
            } else {
                governed.is_counted |= governed.agreeing.is_some_and(|agreeing| is_counted(agreeing, agreement));
            }
        } else if is_verb && doubtful.is_some() {
            governed.before = Before::WordAfterVerb;
            break;
        } else if is_verb {
            let is_negated =
                || words.get(distance + 1).is_some_and(|word| context.target.negations.contains(&fold(context, word)));
            governed.objects = objects.unwrap_or_default();
            governed.before = if governed.objects.is_empty() && is_among(&syntax.objectless, &folded) {
                governed.subject = number_of_subject(context, &folded);
                Before::Objectless
            } else if is_negated() {
                Before::Negated
            } else {
                Before::Verb
            };
            break;
        } else if !context.target.function_words.contains(&folded) {
            let may_be_adverb = syntax.adverbs.is_empty() || is_among(&syntax.adverbs, &folded);
            if distance + 1 == words.len() && doubtful.is_none() && may_be_adverb {
                // One word that begins a sentence may as well be an adverb, with the subject after it.
                break;
            }
            governed.before = Before::Word;
            governed.objects = objects.unwrap_or_default();
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
            || is_among(&syntax.singular, word)
            || is_among(&syntax.objectless, word))
}

/// The cases of a noun that a word joins with the wording, if its ending says them.
fn cases_of_joined<'a>(context: &'a Context<'_>, folded: &str) -> Option<&'a [Case]> {
    let is_other = is_known_other(context, folded)
        || agreement_of(context, folded).is_some_and(|agreement| !agreement.governed)
        || is_verb(context, folded);
    cases_by(&context.target.syntax.nouns, folded).filter(|_| !is_other)
}

/// Whether a word can only be a noun: it has letters, and is neither known nor has an ending of another kind of words.
fn is_noun(context: &Context<'_>, folded: &str) -> bool {
    folded.chars().all(|letter| letter.is_alphabetic() || letter == '-')
        && folded.chars().count() > 3
        && !is_known_other(context, folded)
        && agreement_of(context, folded).is_none()
        && !is_verb(context, folded)
}

fn is_known_other(context: &Context<'_>, folded: &str) -> bool {
    context.target.function_words.iter().any(|other| other == folded)
        || is_among(&context.target.syntax.aside, folded)
        || is_among(&context.target.syntax.pronouns, folded)
}

/// The cases of the first entry that a word matches.
fn cases_by<'a>(entries: &'a [WordCases], word: &str) -> Option<&'a [Case]> {
    entries.iter().find(|entry| is_among(&entry.words, word)).map(|entry| entry.cases.as_slice())
}

/// Whether a word is a number in digits with an ending of up to three letters, which is an adjective: `89-й`.
fn is_ordinal(word: &str) -> bool {
    word.split_once('-').is_some_and(|(number, ending)| {
        is_digits(number) && (1..=3).contains(&ending.chars().count()) && ending.chars().all(char::is_alphabetic)
    })
}

/// Whether a word is a year in digits.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with(['1', '2']) && is_digits(word)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|digit| digit.is_ascii_digit())
}

/// Whether a year follows, as in a date.
fn is_before_year(prose: &str, at: usize) -> bool {
    let tail = cut(prose, &(at..prose.floor_char_boundary(at.saturating_add(REACH))));
    let next = tail.split_whitespace().next().unwrap_or_default();
    tail.starts_with(char::is_whitespace) && is_year(next.trim_end_matches(|letter: char| !letter.is_alphanumeric()))
}

/// Whether one of several entries matches a folded word: a word, an ending (`-ого`), a beginning (`допомо-`) or the end
/// of a number (`#2`).
fn is_among(entries: &[String], word: &str) -> bool {
    entries.iter().any(|entry| match (entry.strip_prefix('-'), entry.strip_prefix('#')) {
        (None, None) if entry.ends_with('-') => {
            entry.strip_suffix('-').is_some_and(|beginning| word.starts_with(beginning))
        }
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
