//! What a sentence and its translation have in common besides their length: numbers, names, words in the same letters,
//! and frequent words with their counterparts. Each speaks for the two belonging together, or against it.

use std::{cell::OnceCell, sync::OnceLock};

use crate::{
    glossary::Folding,
    model::{Side, cut},
};

use super::{
    counterparts::Counterparts,
    measures::Measures,
    sounds::Sounds,
    words::{Capitals, Word, WordScript},
};

/// Words of a text from which names are not compared, each with each: no sentence is so long.
const LONG: usize = 400;

/// What is enough to belong together.
const ENOUGH: i32 = 30;

/// How much a word speaks for a text having a translation on the other side, in tenths of a natural logarithm of the
/// odds: if it is met there, and if not.
struct Weight {
    met: i32,
    missed: i32,
}

const NUMBER: Weight = Weight { met: 30, missed: -5 };
const NAME: Weight = Weight { met: 9, missed: -12 };
const FREQUENT: Weight = Weight { met: 15, missed: -11 };
/// A frequent word with a capital: perhaps a name.
const CAPITALIZED: Weight = Weight { met: 15, missed: -5 };
/// A word in the same letters.
const SAME: Weight = Weight { met: 15, missed: 0 };
/// A long word that sounds alike.
const ALIKE: Weight = Weight { met: 6, missed: 0 };

/// The same for words of the translation, where a translator adds more than an author has written.
const TARGET_NUMBER: Weight = Weight { met: 0, missed: -8 };
const TARGET_NAME: Weight = Weight { met: 9, missed: -14 };
const TARGET_FREQUENT: Weight = Weight { met: 10, missed: -5 };
const TARGET_LATIN: Weight = Weight { met: 0, missed: -20 };

/// A word that tells whether two texts belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anchor {
    /// Its byte in its text.
    pub at: usize,
    /// How much it speaks for it, in tenths of a natural logarithm of the odds; negative if the other text lacks it.
    pub weight: i32,
    /// Whether it is a number, which may be in words on the other side.
    pub is_number: bool,
}

/// Two texts and what is known of their languages.
pub(super) struct PairWords<'a> {
    pub counterparts: &'a Counterparts,
    pub measures: &'a Measures,
    /// The source and its words.
    pub source: (&'a str, &'a [Word<'a>]),
    /// The translation and its words.
    pub target: (&'a str, &'a [Word<'a>]),
    /// The folding of the source.
    pub folding: &'a Folding,
}

impl PairWords<'_> {
    /// All words of a side.
    fn all(&self, side: Side) -> Vec<&Word<'_>> {
        self.of(side).1.iter().collect()
    }

    fn of(&self, side: Side) -> (&str, &[Word<'_>]) {
        match side {
            Side::Source => self.source,
            Side::Target => self.target,
        }
    }

    /// Calls `each` with the meanings of a word of a side. A number has none.
    fn meanings(&self, side: Side, word: &Word<'_>, mut each: impl FnMut(u16)) {
        match (word.heard.meanings.kept(), side) {
            (Some(kept), _) => kept.iter().copied().for_each(each),
            (None, Side::Source) => self.counterparts.of_source(word.heard.hash).iter().copied().for_each(each),
            (None, Side::Target) => {
                let folded = self.counterparts.fold(cut(self.target.0, &word.span));
                self.counterparts.of_target(folded.as_slice(), &mut each);
            }
        }
    }

    /// The meanings of some words of a side.
    fn meant<'w>(&self, side: Side, words: impl Iterator<Item = &'w Word<'w>>) -> MeaningSet {
        let mut meant = MeaningSet::new(self.counterparts.meanings());
        for word in words {
            self.meanings(side, word, |meaning| meant.add(meaning));
        }
        meant
    }

    /// Whether a word of a side has one of some meanings.
    fn is_meant(&self, side: Side, word: &Word<'_>, meant: &MeaningSet) -> bool {
        let mut is_met = false;
        self.meanings(side, word, |meaning| is_met |= meant.has(meaning));
        is_met
    }
}

/// The telling words of both texts.
#[derive(Debug, Clone, Default)]
pub(super) struct Anchors {
    /// Those of the source, in order.
    pub source: Vec<Anchor>,
    /// Those of the translation, compared when they are asked for.
    target: OnceLock<Vec<Anchor>>,
}

impl Anchors {
    /// Compares the words of a pair. The work is linear in both texts.
    pub(super) fn new(sides: &PairWords<'_>) -> Self {
        let source = compare(sides, [&sides.all(Side::Source), &sides.all(Side::Target)], Side::Source);
        Self { source, target: OnceLock::new() }
    }

    /// The telling words of the translation, in order.
    pub(super) fn target(&self, sides: &PairWords<'_>) -> &[Anchor] {
        let compared = || compare(sides, [&sides.all(Side::Target), &sides.all(Side::Source)], Side::Target);
        self.target.get_or_init(compared)
    }

    /// How much the two texts speak for belonging together; the translation's words are asked only where the source's
    /// leave a doubt.
    pub(super) fn total(&self, sides: &PairWords<'_>) -> i32 {
        let source = sum(&self.source);
        if source >= ENOUGH { source } else { source + sum(self.target(sides)) / 2 }
    }
}

/// The sum of some anchors' weights.
pub(super) fn sum(anchors: &[Anchor]) -> i32 {
    anchors.iter().map(|anchor| anchor.weight).sum()
}

/// The least that [`Anchors::total`] can be: names and words that only sound alike count as missed. `None` where nothing is
/// known.
pub(super) fn least(sides: &PairWords<'_>) -> Option<i32> {
    if sides.counterparts.is_empty() {
        return None;
    }
    let source = least_of(sides, Side::Source);
    let both = || (source + least_of(sides, Side::Target) / 2).min(ENOUGH);
    Some(if source >= ENOUGH { source } else { both() })
}

/// The least that the anchors of a side can add up to.
fn least_of(sides: &PairWords<'_>, side: Side) -> i32 {
    let other = if side == Side::Source { Side::Target } else { Side::Source };
    let meant = sides.meant(other, sides.of(other).1.iter());
    let weight = |word: &Word<'_>| {
        let is_telling_name = || is_name(word) && word.heard.sounds.len() > 1;
        match side {
            Side::Source if word.has_digit => NUMBER.missed,
            Side::Target if word.has_digit => TARGET_NUMBER.missed,
            Side::Source if word.heard.has_meanings() => {
                let is_met = sides.is_meant(side, word, &meant);
                if is_met { FREQUENT.met.min(CAPITALIZED.met) } else { FREQUENT.missed.min(CAPITALIZED.missed) }
            }
            Side::Target if word.heard.has_meanings() => {
                let is_met = sides.is_meant(side, word, &meant);
                if is_met { TARGET_FREQUENT.met } else { TARGET_FREQUENT.missed }
            }
            Side::Source if is_telling_name() => NAME.missed,
            Side::Target if word.script == WordScript::Other => TARGET_LATIN.missed,
            Side::Target if is_telling_name() => TARGET_NAME.missed,
            Side::Source | Side::Target => 0,
        }
    };
    sides.of(side).1.iter().map(weight).sum()
}

/// The bytes of those of some words of the source that are met among some of the translation.
pub(super) fn met(sides: &PairWords<'_>, source: &[&Word<'_>], target: &[&Word<'_>]) -> Vec<usize> {
    let anchors = compare(sides, [source, target], Side::Source);
    anchors.iter().filter(|anchor| anchor.weight > 0).map(|anchor| anchor.at).collect()
}

fn is_name(word: &Word<'_>) -> bool {
    word.capitals != Capitals::None && !word.begins && !word.in_address
}

/// The anchors of some words of one side, compared with some of the other.
fn compare(sides: &PairWords<'_>, [one, other]: [&[&Word<'_>]; 2], side: Side) -> Vec<Anchor> {
    if sides.counterparts.is_empty() {
        return Vec::new();
    }
    // A number may be in another unit.
    let converts = OnceCell::new();
    let converts = || *converts.get_or_init(|| sides.measures.are_in(&sides.folding.fold(sides.source.0).text));
    let is_source = side == Side::Source;
    let meant = sides.meant(if is_source { Side::Target } else { Side::Source }, other.iter().copied());
    let written = WrittenWords::new(other);
    let may_hear = one.len() <= LONG && other.len() <= LONG;
    let is_heard = |sounds: &Sounds| {
        if is_source {
            other.iter().any(|known| sounds.is_heard_in(&known.heard.sounds))
        } else {
            other.iter().any(|known| known.heard.sounds.is_heard_in(sounds))
        }
    };
    let weigh = |weight: Weight, is_met: bool| Some(if is_met { weight.met } else { weight.missed });
    let weight = |word: &Word<'_>| -> Option<i32> {
        let (hash, sounds) = (word.heard.hash, &word.heard.sounds);
        if word.has_digit {
            let is_met = written.has(hash);
            let weight = if is_source { NUMBER } else { TARGET_NUMBER };
            return if is_met || !converts() { weigh(weight, is_met) } else { None };
        }
        if word.heard.has_meanings() {
            let is_met = sides.is_meant(side, word, &meant);
            if !is_source {
                return weigh(TARGET_FREQUENT, is_met);
            }
            if is_name(word) && may_hear {
                return weigh(CAPITALIZED, is_met || is_heard(sounds));
            }
            // A word that is taken over, not translated, says nothing.
            let is_taken = !is_met && may_hear && sounds.len() > 2 && is_heard(sounds);
            return if is_taken { None } else { weigh(FREQUENT, is_met) };
        }
        if is_source && written.has(hash) {
            return Some(SAME.met);
        }
        if !is_source && word.script == WordScript::Other {
            return weigh(TARGET_LATIN, written.has(hash));
        }
        if !may_hear {
            return None;
        }
        if is_name(word) && sounds.len() > 1 {
            return weigh(if is_source { NAME } else { TARGET_NAME }, is_heard(sounds));
        }
        let is_long = is_source && sounds.len() > 3 && word.heard.letters > 6;
        (is_long && is_heard(sounds)).then_some(ALIKE.met)
    };
    let anchor =
        |word: &&Word<'_>| weight(word).map(|weight| Anchor { at: word.span.start, weight, is_number: word.has_digit });
    let mut anchors = Vec::with_capacity(one.len());
    anchors.extend(one.iter().filter_map(anchor));
    anchors
}

/// Words by the letters or digits that are compared.
struct WrittenWords<'a> {
    words: &'a [&'a Word<'a>],
    /// Bits of their hashes: most words that are asked for are not among them.
    seen: [u64; 4],
    /// Their hashes in order, sorted when a word may be among them.
    hashes: OnceCell<Vec<u64>>,
}

impl<'a> WrittenWords<'a> {
    fn new(words: &'a [&'a Word<'a>]) -> Self {
        let mut seen = [0; 4];
        for word in words {
            let (row, bit) = Self::place(word.heard.hash);
            if let Some(bits) = seen.get_mut(row) {
                *bits |= bit;
            }
        }
        Self { words, seen, hashes: OnceCell::new() }
    }

    /// Where a hash is among the bits.
    fn place(hash: u64) -> (usize, u64) {
        (usize::try_from(hash >> 62).unwrap_or_default(), 1 << (hash >> 56 & 63))
    }

    fn has(&self, hash: u64) -> bool {
        let (row, bit) = Self::place(hash);
        self.seen.get(row).is_some_and(|bits| bits & bit != 0) && {
            let sorted = || {
                let mut hashes: Vec<u64> = self.words.iter().map(|word| word.heard.hash).collect();
                hashes.sort_unstable();
                hashes
            };
            self.hashes.get_or_init(sorted).binary_search(&hash).is_ok()
        }
    }
}

/// A set of meanings.
struct MeaningSet(Vec<u64>);

impl MeaningSet {
    /// An empty set, of so many that there are.
    fn new(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    fn add(&mut self, meaning: u16) {
        if let Some(row) = self.0.get_mut(usize::from(meaning) / 64) {
            *row |= 1 << (meaning % 64);
        }
    }

    fn has(&self, meaning: u16) -> bool {
        self.0.get(usize::from(meaning) / 64).is_some_and(|row| row >> (meaning % 64) & 1 == 1)
    }
}
