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
    language::{Beginning, Language},
    listings::{Pole, WordPole},
};

/// The opposites that two languages share.
#[derive(Debug, Clone)]
pub(super) struct Opposites {
    /// By the words of the source that have one of the meanings for certain, the kinds of these as a set of bits.
    clear_in_source: CueTable<u128>,
    /// The same of the words with which those of the translation begin.
    clear_in_target: CueTable<u128>,
    /// The kinds with more than two meanings (countries, weeks and months), as a set of bits.
    pub several: u128,
    /// By kind, those of the source and of the translation.
    pub tables: Vec<(CueTable<Pole>, CueTable<Pole>)>,
    /// The words with which they begin in either language, with their kinds as sets of bits.
    first_words: [CueTable<u128>; 2],
}

impl Opposites {
    /// `letters` are those of the source and of the translation.
    pub(super) fn new(source: &Language, target: &Language, letters: &[Arc<CueLetters>; 2]) -> Self {
        let shared = source.opposites.iter().filter_map(|(kind, from)| Some((from, target.opposites.get(kind)?)));
        let shared: Vec<_> = shared.take(MAX_OPPOSITES).collect();
        let of_source: Vec<_> = shared.iter().map(|(from, _)| *from).collect();
        let of_target: Vec<_> = shared.iter().map(|(_, to)| *to).collect();
        let first_words = [(&letters[0], &of_source), (&letters[1], &of_target)]
            .map(|(letters, kinds)| first_words_of(letters, kinds, true));
        let clear_in_target = first_words_of(&letters[1], &of_target, false);
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
        Self { clear_in_source: kinds, clear_in_target, several, tables, first_words }
    }

    /// The kinds of which a word of a side may begin an entry, and those of which it may begin one without another meaning, as sets
    /// of bits.
    pub(super) fn kinds_of(&self, side: Side, word: &str, beginning: Beginning) -> (u128, u128) {
        let [in_source, in_target] = &self.first_words;
        match side {
            Side::Source => match in_source.sets_of(word) {
                0 => (0, 0),
                kinds => (kinds, self.clear_in_source.sense(word, beginning).unwrap_or_default()),
            },
            Side::Target => match in_target.sets_of(word) {
                0 => (0, 0),
                kinds => (kinds, self.clear_in_target.sets_of(word)),
            },
        }
    }

    /// What a word of a side is in the lists of some kinds, a set of bits.
    pub(super) fn poles_of(&self, side: Side, word: &str, beginning: Beginning, kinds: u128) -> Box<[WordPole]> {
        let of_kind = |(kind, (from, to)): (usize, &(CueTable<Pole>, CueTable<Pole>))| {
            let table = if side == Side::Source { from } else { to };
            WordPole { kind, listing: table.listing(word, beginning) }
        };
        self.tables.iter().enumerate().filter(|(kind, _)| kinds >> kind & 1 == 1).map(of_kind).collect()
    }
}

/// The words with which entries of all kinds begin in a language, with the kinds as sets of bits: all entries, or those without
/// another meaning.
fn first_words_of(
    letters: &Arc<CueLetters>,
    kinds: &[&BTreeMap<String, SenseWords>],
    has_loose: bool,
) -> CueTable<u128> {
    let mut all = Vec::new();
    for (number, senses) in kinds.iter().enumerate() {
        for words in senses.values() {
            let loose = words.loose.iter().filter(|_| has_loose);
            all.extend(words.clear.iter().chain(loose).map(|entry| (entry, 1_u128 << number)));
        }
    }
    CueTable::sets_by_first_word(letters, all.into_iter())
}
