//! The words of two languages that negate, and those that may stand for a negation.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{locale::Negation, model::Side};

use super::{
    cues::{CueLetters, CueTable},
    language::Language,
    word_facts::WordLists,
    words::Word,
};

/// Words between a negation and what it negates, with it.
const NEGATED: usize = 4;

/// What a listed word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// Negates by itself.
    Particle,
    /// Negates with a verb that is negated too.
    Pronoun,
    /// Is a preposition that negates.
    Without,
    /// Continues a negation.
    Nor,
    /// May stand for a negation; words of one meaning have one number.
    Loose(usize),
    /// Stands for no negation, only for a word of the same number.
    Echo(usize),
    /// Negates nothing.
    Void,
}

impl Sense {
    pub(super) const fn is_clear(self) -> bool {
        matches!(self, Self::Particle | Self::Pronoun | Self::Without | Self::Nor)
    }

    /// The number of its meaning, if it is no negation.
    pub(super) const fn number(self) -> Option<usize> {
        match self {
            Self::Loose(number) | Self::Echo(number) => Some(number),
            _ => None,
        }
    }
}

/// The listed words of two languages.
#[derive(Debug, Clone)]
pub(super) struct Negatives {
    pub source: CueTable<Sense>,
    pub target: CueTable<Sense>,
    /// The words with which a negation or a conjunction like that below begins in either language.
    pub denials: [CueTable<()>; 2],
    /// Conjunctions of the translation whose clause is negated where the source has another conjunction.
    pub until: BTreeSet<String>,
    /// The meaning of that conjunction, and one of no word of the source.
    pub until_number: usize,
    pub unlike: Sense,
    pub converbs: Vec<String>,
}

impl Negatives {
    /// `letters` are those of the source and of the translation.
    pub(super) fn new(source: &Language, target: &Language, letters: &[Arc<CueLetters>; 2]) -> Self {
        let (from, to) = (&source.negation, &target.negation);
        let lists = [&from.loose, &from.echo, &to.loose, &to.echo];
        let names: BTreeSet<&String> = lists.into_iter().flat_map(BTreeMap::keys).collect();
        let number = |name: &str| names.iter().position(|other| *other == name).unwrap_or(names.len());
        let table = |letters: &Arc<CueLetters>, words: &Negation| {
            let each = |lists: &'_ BTreeMap<String, Vec<String>>, sense: &dyn Fn(&str) -> Sense| {
                let words = lists.iter().flat_map(|(name, words)| words.iter().map(|word| (word.clone(), sense(name))));
                words.collect::<Vec<_>>()
            };
            let mut entries = each(&words.clear, &clear_sense);
            entries.extend(each(&words.loose, &|name| Sense::Loose(number(name))));
            entries.extend(each(&words.echo, &|name| Sense::Echo(number(name))));
            entries.extend(each(&words.void, &|_| Sense::Void));
            CueTable::new(letters, entries.iter().map(|(word, sense)| (word, *sense))).only(WordLists::NEGATION)
        };
        let denials = |letters: &Arc<CueLetters>, words: &Negation| {
            let until = words.loose.get("until").into_iter();
            CueTable::first_words(letters, words.clear.values().chain(until).flatten())
        };
        Self {
            denials: [denials(&letters[0], from), denials(&letters[1], to)],
            source: table(&letters[0], from),
            target: table(&letters[1], to),
            until: to.until.iter().cloned().collect(),
            until_number: number("until"),
            unlike: Sense::Loose(names.len() + 1),
            converbs: to.converbs.clone(),
        }
    }

    /// Whether a word of a text is negated by one of those before it.
    pub(super) fn is_negated(&self, side: Side, prose: &str, words: &[Word<'_>], at: usize) -> bool {
        let table = match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        };
        let before = words.get(at.saturating_sub(NEGATED)..at).unwrap_or_default();
        table.find(prose, before).iter().any(|cue| cue.sense.is_clear() || cue.count > 1)
    }

    /// Whether one of the languages has no list.
    pub(super) fn is_empty(&self) -> bool {
        self.source.is_empty() || self.target.is_empty()
    }
}

fn clear_sense(kind: &str) -> Sense {
    match kind {
        "pronoun" => Sense::Pronoun,
        "without" => Sense::Without,
        "nor" => Sense::Nor,
        _ => Sense::Particle,
    }
}
