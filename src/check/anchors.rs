//! What a sentence and its translation have in common besides their length: numbers, names, words in the same letters,
//! and frequent words with their counterparts. Each speaks for the two belonging together, or against it.

use std::{cell::OnceCell, sync::OnceLock};

use crate::model::{Side, cut};

use super::{
    counterparts::{Counterparts, hash},
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
    pub source: (&'a str, &'a [Word]),
    /// The translation and its words.
    pub target: (&'a str, &'a [Word]),
    pub folded_source: &'a str,
}

/// The telling words of both texts.
#[derive(Debug, Clone, Default)]
pub(super) struct Anchors {
    /// Those of the source, in order.
    pub source: Vec<Anchor>,
    heard_source: Hearing,
    heard_target: Hearing,
    /// Those of the translation, compared when they are asked for.
    target: OnceLock<Vec<Anchor>>,
}

/// A word of a text, as it is compared.
#[derive(Debug, Clone)]
struct Heard {
    at: usize,
    /// The hash of its letters, or of the digits of a number.
    hash: u64,
    kind: HeardKind,
    /// Whether it may be a name: it has a capital, and no sentence begins with it.
    is_name: bool,
    letters: usize,
}

#[derive(Debug, Clone, Copy)]
enum HeardKind {
    Number,
    /// A word, and the first and last of its meanings in the list of all.
    Word {
        meanings: (usize, usize),
        is_foreign: bool,
    },
}

/// The words of a text with their meanings.
#[derive(Debug, Clone, Default)]
pub(super) struct Hearing {
    words: Vec<Heard>,
    /// The sounds of each word, which are looked through most.
    sounds: Vec<Sounds>,
    meanings: Vec<u16>,
}

impl Hearing {
    fn meanings_of(&self, range: (usize, usize)) -> &[u16] {
        self.meanings.get(range.0..range.1).unwrap_or_default()
    }

    /// Some of the words, by their numbers.
    pub(super) fn part(&self, numbers: &[usize]) -> Self {
        let mut part = Self::default();
        let some = numbers.iter().filter_map(|number| Some((self.words.get(*number)?, self.sounds.get(*number)?)));
        for (heard, sounds) in some {
            let mut heard = heard.clone();
            if let HeardKind::Word { meanings, .. } = &mut heard.kind {
                let first = part.meanings.len();
                part.meanings.extend_from_slice(self.meanings_of(*meanings));
                *meanings = (first, part.meanings.len());
            }
            part.words.push(heard);
            part.sounds.push(*sounds);
        }
        part
    }
}

impl Anchors {
    /// Compares the words of a pair. The work is linear in both texts.
    pub(super) fn new(sides: &PairWords<'_>) -> Self {
        if sides.counterparts.is_empty() {
            return Self::default();
        }
        let heard_source = hear(sides, Side::Source);
        let heard_target = hear(sides, Side::Target);
        let source = compare(sides, [&heard_source, &heard_target], Side::Source);
        Self { source, heard_source, heard_target, target: OnceLock::new() }
    }

    /// The telling words of the translation, in order.
    pub(super) fn target(&self, sides: &PairWords<'_>) -> &[Anchor] {
        self.target.get_or_init(|| compare(sides, [&self.heard_target, &self.heard_source], Side::Target))
    }

    /// The words of a side, as they are compared.
    pub(super) const fn hearing(&self, side: Side) -> &Hearing {
        match side {
            Side::Source => &self.heard_source,
            Side::Target => &self.heard_target,
        }
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

/// The bytes of those of some words of the source that are met among some of the translation.
pub(super) fn met(sides: &PairWords<'_>, source: &Hearing, target: &Hearing) -> Vec<usize> {
    let anchors = compare(sides, [source, target], Side::Source);
    anchors.iter().filter(|anchor| anchor.weight > 0).map(|anchor| anchor.at).collect()
}

fn hear(sides: &PairWords<'_>, side: Side) -> Hearing {
    let (prose, words) = if side == Side::Source { sides.source } else { sides.target };
    let counterparts = sides.counterparts;
    let mut hearing = Hearing {
        words: Vec::with_capacity(words.len()),
        sounds: Vec::with_capacity(words.len()),
        meanings: Vec::with_capacity(words.len()),
    };
    for word in words {
        let text = cut(prose, &word.span);
        let at = word.span.start;
        if word.has_digit {
            let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
            let (hash, letters) = (hash(&digits), digits.len());
            hearing.words.push(Heard { at, hash, kind: HeardKind::Number, is_name: false, letters });
            hearing.sounds.push(Sounds::default());
            continue;
        }
        let first = hearing.meanings.len();
        match (word.heard.meanings.kept(), side) {
            (Some(kept), _) => hearing.meanings.extend_from_slice(kept),
            (None, Side::Source) => hearing.meanings.extend(counterparts.of_source(word.heard.hash)),
            (None, Side::Target) => {
                counterparts.of_target(counterparts.fold(text).as_slice(), |meaning| hearing.meanings.push(meaning));
            }
        }
        hearing.words.push(Heard {
            at,
            hash: word.heard.hash,
            kind: HeardKind::Word {
                meanings: (first, hearing.meanings.len()),
                is_foreign: word.script == WordScript::Other,
            },
            is_name: is_name(word),
            letters: usize::from(word.heard.letters),
        });
        hearing.sounds.push(word.heard.sounds);
    }
    hearing
}

fn is_name(word: &Word) -> bool {
    word.capitals != Capitals::None && !word.begins && !word.in_address
}

/// The anchors of one text, compared with the other.
fn compare(sides: &PairWords<'_>, [one, other]: [&Hearing; 2], side: Side) -> Vec<Anchor> {
    // A number may be in another unit.
    let converts = OnceCell::new();
    let converts = || *converts.get_or_init(|| sides.measures.are_in(sides.folded_source));
    let is_source = side == Side::Source;
    let meant = MeaningSet::new(sides.counterparts.meanings(), &other.meanings);
    let mut written: Vec<u64> = other.words.iter().map(|heard| heard.hash).collect();
    written.sort_unstable();
    let is_written = |heard: &Heard| written.binary_search(&heard.hash).is_ok();
    let may_hear = one.words.len() <= LONG && other.words.len() <= LONG;
    let is_heard = |sounds: &Sounds| {
        if is_source {
            other.sounds.iter().any(|known| sounds.is_heard_in(known))
        } else {
            other.sounds.iter().any(|known| known.is_heard_in(sounds))
        }
    };
    let weigh = |weight: Weight, is_met: bool| Some(if is_met { weight.met } else { weight.missed });
    let weight = |heard: &Heard, sounds: &Sounds| -> Option<i32> {
        let HeardKind::Word { meanings, is_foreign } = heard.kind else {
            let is_met = is_written(heard);
            let weight = if is_source { NUMBER } else { TARGET_NUMBER };
            return if is_met || !converts() { weigh(weight, is_met) } else { None };
        };
        let meanings = one.meanings_of(meanings);
        if !meanings.is_empty() {
            let is_met = meanings.iter().any(|meaning| meant.has(*meaning));
            if !is_source {
                return weigh(TARGET_FREQUENT, is_met);
            }
            if heard.is_name && may_hear {
                return weigh(CAPITALIZED, is_met || is_heard(sounds));
            }
            // A word that is taken over, not translated, says nothing.
            let is_taken = !is_met && may_hear && sounds.len() > 2 && is_heard(sounds);
            return if is_taken { None } else { weigh(FREQUENT, is_met) };
        }
        if is_source && is_written(heard) {
            return Some(SAME.met);
        }
        if !is_source && is_foreign {
            return weigh(TARGET_LATIN, is_written(heard));
        }
        if !may_hear {
            return None;
        }
        if heard.is_name && sounds.len() > 1 {
            return weigh(if is_source { NAME } else { TARGET_NAME }, is_heard(sounds));
        }
        let is_long = is_source && sounds.len() > 3 && heard.letters > 6;
        (is_long && is_heard(sounds)).then_some(ALIKE.met)
    };
    let words = one.words.iter().zip(&one.sounds);
    let anchor = |(heard, sounds): (&Heard, &Sounds)| {
        let is_number = matches!(heard.kind, HeardKind::Number);
        weight(heard, sounds).map(|weight| Anchor { at: heard.at, weight, is_number })
    };
    words.filter_map(anchor).collect()
}

/// A set of meanings.
struct MeaningSet(Vec<u64>);

impl MeaningSet {
    /// Those of a text, of so many that there are.
    fn new(count: usize, some: &[u16]) -> Self {
        let mut bits = vec![0; count.div_ceil(64)];
        for meaning in some {
            if let Some(row) = bits.get_mut(usize::from(*meaning) / 64) {
                *row |= 1 << (meaning % 64);
            }
        }
        Self(bits)
    }

    fn has(&self, meaning: u16) -> bool {
        self.0.get(usize::from(meaning) / 64).is_some_and(|row| row >> (meaning % 64) & 1 == 1)
    }
}
