//! What the words before a wording say of its case.

use crate::{
    locale::Agreement,
    model::{Case, Form, cut},
};

use super::Context;

/// The number of bytes before a wording in which a word may say something of it.
const REACH: usize = 160;
/// The number of words before a wording that are looked at.
const WORDS: usize = 8;
/// Distances between the ranks of forms that differ in agreement, case and number.
const DISAGREEING: usize = 100;
const UNGOVERNED: usize = 20;

/// The cases that the words before a wording allow, and those that they suggest.
#[derive(Debug, Clone, Default)]
pub(super) struct Governed<'a> {
    /// The cases that a preposition governs, the most frequent first.
    cases: &'a [Case],
    /// Whether the preposition directly precedes it, which rules out any other case.
    pub strict: bool,
    /// Adjectives directly before it, by what they agree with.
    agreeing: Option<&'a Agreement>,
    before: Before,
}

/// What stands before a wording, its adjectives aside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Before {
    /// Nothing: it begins the sentence or a clause.
    #[default]
    Nothing,
    /// A verb.
    Verb,
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
            Self::Nothing => [Nominative, Genitive, Accusative, Dative, Instrumental, Locative, Vocative],
            Self::Verb => [Accusative, Genitive, Dative, Instrumental, Nominative, Locative, Vocative],
            Self::WordAfterVerb => [Genitive, Accusative, Nominative, Instrumental, Dative, Locative, Vocative],
            Self::Word => [Genitive, Nominative, Accusative, Dative, Instrumental, Locative, Vocative],
        }
    }
}

impl Governed<'_> {
    /// The rank of a form in the order of suggestions.
    pub(super) fn rank(&self, form: &Form) -> usize {
        let Some(case) = form.case else { return usize::MAX };
        let governed = self.cases.iter().position(|other| *other == case);
        let usual = || self.before.usual().iter().position(|other| *other == case).unwrap_or(UNGOVERNED);
        let disagrees = self.agreeing.is_some_and(|agreement| {
            !agreement.cases.contains(&case) || agreement.number.is_some_and(|number| form.number != Some(number))
        });
        governed.unwrap_or_else(|| UNGOVERNED + usual()) + if disagrees { DISAGREEING } else { 0 }
    }

    /// Whether a case is possible there at all.
    pub(super) fn allows(&self, case: Option<Case>) -> bool {
        !self.strict || case.is_none_or(|case| self.cases.contains(&case))
    }
}

/// What the words before `at` say of a wording there; only a preposition directly before it is strict.
pub(super) fn governed<'a>(context: &'a Context<'_>, prose: &str, at: usize) -> Governed<'a> {
    let head = cut(prose, &(prose.floor_char_boundary(at.saturating_sub(REACH))..at));
    let mut governed = Governed::default();
    let mut noun_before = false;
    let words: Vec<&str> = head.trim_end_matches(['«', '„', '"', '“']).split_whitespace().rev().take(WORDS).collect();
    for (distance, word) in words.iter().enumerate() {
        let folded = context.target_folding.fold(word).text;
        if !noun_before && let Some(cases) = context.target.prepositions.get(&folded) {
            governed.cases = cases;
            governed.strict = distance == 0;
            break;
        }
        if word.ends_with([',', ';', ':', '.', '!', '?', '—', '–', '»', '“', '(']) {
            break;
        }
        let agreement = context.target.agreement.iter().find(|agreement| {
            agreement.words.iter().any(|entry| match entry.strip_prefix('-') {
                Some(ending) => folded.ends_with(ending) && folded.len() > ending.len() + 2,
                None => folded == *entry,
            })
        });
        let is_verb = context.target.verbs.iter().any(|ending| folded.ends_with(ending.as_str()));
        if noun_before {
            if is_verb {
                governed.before = Before::WordAfterVerb;
                break;
            }
        } else if agreement.is_some() {
            if distance == 0 {
                governed.agreeing = agreement;
            }
        } else if is_verb {
            governed.before = Before::Verb;
            break;
        } else if !context.target.function_words.contains(&folded) {
            if distance + 1 == words.len() {
                // One word that begins a sentence may as well be an adverb, with the subject after it.
                break;
            }
            governed.before = Before::Word;
            noun_before = true;
        }
    }
    governed
}
