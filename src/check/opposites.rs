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
    /// The words with which they begin in either language, with their kinds as sets of bits.
    first_words: [CueTable<u128>; 2],
    /// Those with which the ones without another meaning begin.
    first_clear_words: [CueTable<u128>; 2],
}

impl Opposites {
    /// `letters` are those of the source and of the translation.
    pub(super) fn new(source: &Language, target: &Language, letters: &[Arc<CueLetters>; 2]) -> Self {
        let shared = source.opposites.iter().filter_map(|(kind, from)| Some((from, target.opposites.get(kind)?)));
        let shared: Vec<_> = shared.take(MAX_OPPOSITES).collect();
        let first_words = first_words_of(&shared, letters, |words| words.clear.iter().chain(&words.loose).collect());
        let first_clear_words = first_words_of(&shared, letters, |words| words.clear.iter().collect());
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
        Self { kinds: kinds.only(WordLists::OPPOSITE), several, tables, first_words, first_clear_words }
    }

    /// The kinds of which a word of a side may begin an entry, and those of which it may begin one without another meaning, as sets
    /// of bits.
    pub(super) fn kinds_of(&self, side: Side, word: &str) -> (u128, u128) {
        let of_side = |[source, target]: &[CueTable<u128>; 2]| match side {
            Side::Source => source.sets_of(word),
            Side::Target => target.sets_of(word),
        };
        match of_side(&self.first_words) {
            0 => (0, 0),
            kinds => (kinds, of_side(&self.first_clear_words)),
        }
    }
}

/// The meanings of a kind, each with its words, in the source's language and in that of the translation.
type KindOfOpposites<'a> = (&'a BTreeMap<String, SenseWords>, &'a BTreeMap<String, SenseWords>);

/// The words with which some entries of all kinds begin in either language, with the kinds as sets of bits.
fn first_words_of<'a>(
    kinds: &[KindOfOpposites<'a>],
    [source, target]: &[Arc<CueLetters>; 2],
    entries: impl Fn(&'a SenseWords) -> Vec<&'a String>,
) -> [CueTable<u128>; 2] {
    let (mut of_source, mut of_target) = (Vec::new(), Vec::new());
    for (number, (from, to)) in kinds.iter().enumerate() {
        for (words, all) in [(from, &mut of_source), (to, &mut of_target)] {
            all.extend(words.values().flat_map(&entries).map(|entry| (entry, 1_u128 << number)));
        }
    }
    [
        CueTable::sets_by_first_word(source, of_source.into_iter()),
        CueTable::sets_by_first_word(target, of_target.into_iter()),
    ]
}
