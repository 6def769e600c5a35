//! The words of two languages that have opposite meanings.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    locale::{MAX_OPPOSITES, SenseWords},
    model::Side,
};

use super::{
    cues::{CueLetters, CueTable},
    language::Language,
    word_facts::WordLists,
};

/// A meaning of a kind of opposites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pole {
    /// Its number among them.
    pub number: usize,
    /// Whether the word has no other meaning.
    pub is_clear: bool,
}

/// The opposites that two languages share.
#[derive(Debug, Clone)]
pub(super) struct Opposites {
    /// By the words of the source that have one of the meanings for certain, the kinds of these as a set of bits.
    pub kinds: CueTable<u128>,
    /// The kinds with more than two meanings (countries, weeks and months), as a set of bits.
    pub several: u128,
    /// By kind, those of the source and of the translation.
    pub tables: Vec<(CueTable<Pole>, CueTable<Pole>)>,
    /// The words with which they begin in either language.
    first_words: [CueTable<()>; 2],
}

impl Opposites {
    /// `letters` are those of the source and of the translation.
    pub(super) fn new(source: &Language, target: &Language, letters: &[Arc<CueLetters>; 2]) -> Self {
        let shared = source.opposites.iter().filter_map(|(kind, from)| Some((from, target.opposites.get(kind)?)));
        let shared: Vec<_> = shared.take(MAX_OPPOSITES).collect();
        let first_words = [
            CueTable::first_words(&letters[0], shared.iter().flat_map(|(from, _)| from.values()).flat_map(entries)),
            CueTable::first_words(&letters[1], shared.iter().flat_map(|(_, to)| to.values()).flat_map(entries)),
        ];
        let (mut tables, mut kinds, mut several) = (Vec::new(), BTreeMap::new(), 0);
        for (number, (from, to)) in shared.into_iter().enumerate() {
            let names: BTreeSet<&String> = from.keys().chain(to.keys()).collect();
            several |= u128::from(names.len() > 2) << number;
            let table = |letters: &Arc<CueLetters>, poles: &BTreeMap<String, SenseWords>| {
                let pole = |name: &String, is_clear: bool| Pole {
                    number: names.iter().position(|other| *other == name).unwrap_or_default(),
                    is_clear,
                };
                let entries = |is_clear: bool| {
                    poles.iter().flat_map(move |(name, cues)| {
                        let words = if is_clear { &cues.clear } else { &cues.loose };
                        words.iter().map(move |word| (word, name))
                    })
                };
                // What is listed as clear is clear.
                let loose = entries(false).map(|(word, name)| (word, pole(name, false)));
                let clear = entries(true).map(|(word, name)| (word, pole(name, true)));
                CueTable::new(letters, loose.chain(clear))
            };
            tables.push((table(&letters[0], from), table(&letters[1], to)));
            for entry in from.values().flat_map(|cues| &cues.clear) {
                let first = entry.split(' ').next().unwrap_or(entry);
                *kinds.entry(first.to_owned()).or_insert(0) |= 1 << number;
            }
        }
        // Of several entries only the longest is found.
        let shorter: Vec<(String, u128)> =
            kinds.iter().filter_map(|(entry, bits)| Some((entry.strip_suffix('-')?.to_owned(), *bits))).collect();
        for (entry, bits) in &mut kinds {
            let held = shorter.iter().filter(|(beginning, _)| entry.starts_with(beginning.as_str()));
            *bits |= held.fold(0, |all, (_, bits)| all | bits);
        }
        let kinds = CueTable::new(&letters[0], kinds.iter().map(|(entry, bits)| (entry, *bits)));
        Self { kinds: kinds.only(WordLists::OPPOSITE), several, tables, first_words }
    }

    /// The kinds of which a word of a side may begin an entry, as a set of bits.
    pub(super) fn kinds_of(&self, side: Side, word: &str) -> u128 {
        let [source, target] = &self.first_words;
        if !(if side == Side::Source { source } else { target }).may_begin(word) {
            return 0;
        }
        let begins = |(from, to): &(CueTable<Pole>, CueTable<Pole>)| match side {
            Side::Source => from.may_begin(word),
            Side::Target => to.may_begin(word),
        };
        let numbers = self.tables.iter().enumerate().filter(|(_, tables)| begins(tables)).map(|(number, _)| number);
        numbers.fold(0_u128, |all, number| all | 1 << number)
    }
}

/// All words and phrases with a meaning.
fn entries(words: &SenseWords) -> impl Iterator<Item = &String> {
    words.clear.iter().chain(&words.loose)
}
