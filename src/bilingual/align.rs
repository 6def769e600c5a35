//! Which sentence of a changed article is the successor of one that it no longer has?
//!
//! Sentences that survived are anchors. What lies between two anchors in the old text and what is new between the same
//! two in the new one are aligned in order, by the words they share; what is left over is looked for by rare words
//! anywhere. The cost is bounded: long gaps are cut into pieces, only so many words of a sentence and only rare words
//! are looked at.

use std::{collections::HashMap, ops::Range};

/// A longer gap is aligned piece by piece.
const PIECE: usize = 48;
/// How many words (of short sentences: pairs of letters) are compared.
const WORDS: usize = 64;
/// A sentence of so many words is compared by letters too.
const SHORT: usize = 3;
/// A word that more new sentences than this have says nothing.
const RARE: usize = 8;
/// What two sentences in the same gap must have in common, in per cent.
const IN_GAP: u32 = 30;
/// The same when the gap has one sentence on each side.
const ALONE: u32 = 20;
/// The same for sentences far from each other.
const FAR: u32 = 60;

/// For each old sentence the place of its successor among the new ones. `old` gives the words of a sentence, and its
/// place in the new text when it survived; `new` gives the words of a sentence, and `None` where one of the old ones
/// survived or nothing may be put.
pub(super) fn successors(old: &[(&str, Option<usize>)], new: &[Option<&str>]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; old.len()];
    if old.iter().all(|(_, place)| place.is_some()) || new.iter().all(Option::is_none) {
        return found;
    }
    let mut ids = HashMap::new();
    let old_words: Vec<SentenceWords> = old.iter().map(|(prose, _)| SentenceWords::of(prose, &mut ids)).collect();
    let mut free: Vec<Option<SentenceWords>> =
        new.iter().map(|prose| prose.map(|prose| SentenceWords::of(prose, &mut ids))).collect();
    let mut at = 0;
    let mut before: Option<usize> = None;
    while at < old.len() {
        let run = old.get(at..).unwrap_or_default().iter().take_while(|(_, place)| place.is_none()).count();
        let after = old.get(at + run).and_then(|(_, place)| *place);
        if run > 0 {
            let places = between(&free, before, after);
            for (old, place) in align(&old_words, at..at + run, &free, &places) {
                put(&mut found, &mut free, old, place);
            }
        }
        before = after;
        at += run + 1;
    }
    let left = old.iter().enumerate().filter(|(_, (_, place))| place.is_none()).map(|(index, _)| index);
    far(left, &old_words, &mut free, &mut found);
    found
}

fn put(found: &mut [Option<usize>], free: &mut [Option<SentenceWords>], old: usize, place: usize) {
    if let (Some(found), Some(free)) = (found.get_mut(old), free.get_mut(place)) {
        *found = Some(place);
        *free = None;
    }
}

/// The free places right behind one anchor and right before the next, in order.
fn between(free: &[Option<SentenceWords>], before: Option<usize>, after: Option<usize>) -> Vec<usize> {
    let is_free = |at: &usize| matches!(free.get(*at), Some(Some(_)));
    let start = before.map_or(0, |place| place + 1);
    let end = after.unwrap_or(free.len());
    let mut places: Vec<usize> = (start..free.len()).take_while(is_free).collect();
    if start + places.len() != end {
        places.extend((0..end).rev().take_while(is_free));
        places.sort_unstable();
        places.dedup();
    }
    places
}

/// Pairs of old sentence and place, in order, whose sum of what they share is the greatest.
fn align(
    old: &[SentenceWords],
    run: Range<usize>,
    free: &[Option<SentenceWords>],
    places: &[usize],
) -> Vec<(usize, usize)> {
    let least = if run.len() == 1 && places.len() == 1 { ALONE } else { IN_GAP };
    let pieces = run.len().max(places.len()).div_ceil(PIECE).max(1);
    let mut pairs = Vec::new();
    for piece in 0..pieces {
        let part = |length: usize| piece * length / pieces..(piece + 1) * length / pieces;
        let rows: Vec<usize> = part(run.len()).map(|row| run.start + row).collect();
        let columns = places.get(part(places.len())).unwrap_or_default();
        let shared = |row: usize, column: usize| {
            let place = columns.get(column).and_then(|place| free.get(*place)).and_then(Option::as_ref);
            let words = rows.get(row).and_then(|row| old.get(*row));
            words.zip(place).map_or(0, |(a, b)| a.shared(b)).checked_sub(least).map_or(0, |above| above + least)
        };
        for (row, column) in best(rows.len(), columns.len(), shared) {
            if let (Some(row), Some(place)) = (rows.get(row), columns.get(column)) {
                pairs.push((*row, *place));
            }
        }
    }
    pairs
}

/// The chain of cells, going down and right, with the greatest sum (Needleman and Wunsch); cells of 0 are never in it.
fn best(rows: usize, columns: usize, value: impl Fn(usize, usize) -> u32) -> Vec<(usize, usize)> {
    let width = columns + 1;
    let mut sums = vec![0_u32; (rows + 1) * width];
    let at = |sums: &[u32], row: usize, column: usize| sums.get(row * width + column).copied().unwrap_or_default();
    for row in 0..rows {
        for column in 0..columns {
            let value = value(row, column);
            let pair = if value > 0 { at(&sums, row, column) + value } else { 0 };
            let sum = pair.max(at(&sums, row + 1, column)).max(at(&sums, row, column + 1));
            if let Some(cell) = sums.get_mut((row + 1) * width + column + 1) {
                *cell = sum;
            }
        }
    }
    let mut chain = Vec::new();
    let (mut row, mut column) = (rows, columns);
    while row > 0 && column > 0 {
        let sum = at(&sums, row, column);
        if sum == at(&sums, row - 1, column) {
            row -= 1;
        } else if sum == at(&sums, row, column - 1) {
            column -= 1;
        } else {
            row -= 1;
            column -= 1;
            chain.push((row, column));
        }
    }
    chain
}

/// Finds sentences that have moved: those that share rare words with a free place anywhere.
fn far(
    left: impl Iterator<Item = usize>,
    old: &[SentenceWords],
    free: &mut [Option<SentenceWords>],
    found: &mut [Option<usize>],
) {
    let mut index: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, words) in free.iter().enumerate().filter_map(|(place, words)| Some((place, words.as_ref()?))) {
        for word in words.distinct() {
            index.entry(word).or_default().push(place);
        }
    }
    index.retain(|_, places| places.len() <= RARE);
    for at in left {
        let (None, Some(words)) = (found.get(at).copied().flatten(), old.get(at)) else { continue };
        let mut candidates: Vec<usize> =
            words.distinct().filter_map(|word| index.get(&word)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let scored = candidates.into_iter().filter_map(|place| {
            let score = free.get(place)?.as_ref()?.shared(words);
            (score >= FAR).then_some((score, std::cmp::Reverse(place)))
        });
        if let Some((_, std::cmp::Reverse(place))) = scored.max() {
            put(found, free, at, place);
        }
    }
}

/// The words of a sentence as sorted numbers.
#[derive(Debug)]
struct SentenceWords {
    words: Vec<u32>,
    /// Pairs of letters, for a sentence too short to be compared by words.
    letters: Vec<u64>,
}

impl SentenceWords {
    fn of(prose: &str, ids: &mut HashMap<String, u32>) -> Self {
        let mut words = Vec::new();
        for word in prose.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(WORDS) {
            let next = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            words.push(*ids.entry(word.to_lowercase()).or_insert(next));
        }
        words.sort_unstable();
        let mut letters = Vec::new();
        if words.len() <= SHORT {
            let chars: Vec<char> = prose.chars().flat_map(char::to_lowercase).take(WORDS).collect();
            let pair = |pair: &[char]| pair.iter().fold(0, |sum, c| sum << 32 | u64::from(u32::from(*c)));
            letters = chars.windows(2).map(pair).collect();
            letters.sort_unstable();
        }
        Self { words, letters }
    }

    /// How much two sentences share, in per cent (Dice).
    fn shared(&self, other: &Self) -> u32 {
        dice(&self.words, &other.words).max(dice(&self.letters, &other.letters))
    }

    fn distinct(&self) -> impl Iterator<Item = u32> {
        let starts = std::iter::once(None).chain(self.words.iter().map(Some));
        self.words.iter().zip(starts).filter(|(word, before)| Some(*word) != *before).map(|(word, _)| *word)
    }
}

/// Twice what two sorted lists share over the length of both, in per cent.
fn dice<T: Ord>(a: &[T], b: &[T]) -> u32 {
    let (mut a_left, mut b_left) = (a.iter().peekable(), b.iter().peekable());
    let mut shared = 0_u32;
    while let (Some(x), Some(y)) = (a_left.peek(), b_left.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(a_left.next()),
            std::cmp::Ordering::Greater => drop(b_left.next()),
            std::cmp::Ordering::Equal => {
                shared += 1;
                a_left.next();
                b_left.next();
            }
        }
    }
    let both = u32::try_from(a.len() + b.len()).unwrap_or(u32::MAX).max(1);
    200 * shared / both
}
