//! Alignment of removed sentences with their successors in a changed article.
//!
//! Surviving sentences are anchors. Old and new sentences between the same two anchors are aligned in order, by the
//! words they share; the remaining ones are matched anywhere by rare words. The cost is bounded: long gaps are split
//! into pieces, and only the first words of a sentence and only rare words are looked at.

use std::{collections::HashMap, ops::Range};

/// Maximum number of sentences in a gap aligned at once; longer gaps are split into pieces.
const MAX_PIECE: usize = 48;
/// Maximum number of words (in short sentences: letters) that are compared.
const MAX_WORDS: usize = 64;
/// Sentences of up to this many words are also compared by pairs of letters.
const SHORT_SENTENCE: usize = 3;
/// Words in more new sentences than this are too common to match by.
const RARE: usize = 8;
/// Minimum similarity, in per cent, of two sentences in the same gap.
const MIN_IN_GAP: u32 = 30;
/// The same, when the gap has one sentence on each side.
const MIN_ALONE: u32 = 20;
/// The same, for sentences far apart.
const MIN_FAR: u32 = 60;

/// Returns the place of each old sentence's successor among the new ones. `old` gives the prose of a sentence, and its
/// place in the new text if it survived; `new` gives the prose of a sentence, or `None` where an old one survived or no
/// successor is allowed.
pub(super) fn successors(old: &[(&str, Option<usize>)], new: &[Option<&str>]) -> Vec<Option<usize>> {
    let mut matches: Vec<Option<usize>> = vec![None; old.len()];
    if old.iter().all(|(_, place)| place.is_some()) || new.iter().all(Option::is_none) {
        return matches;
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
            let places = free_places(&free, before, after);
            for (old, place) in align(&old_words, at..at + run, &free, &places) {
                assign(&mut matches, &mut free, old, place);
            }
        }
        before = after;
        at += run + 1;
    }
    let unmatched = old.iter().enumerate().filter(|(_, (_, place))| place.is_none()).map(|(index, _)| index);
    match_by_rare_words(unmatched, &old_words, &mut free, &mut matches);
    matches
}

/// Returns the place of each old sentence among new ones of nearly the same words, wherever they are.
pub(super) fn moved(old: &[&str], new: &[Option<&str>]) -> Vec<Option<usize>> {
    let mut ids = HashMap::new();
    let old_words: Vec<SentenceWords> = old.iter().map(|prose| SentenceWords::of(prose, &mut ids)).collect();
    let mut free: Vec<Option<SentenceWords>> =
        new.iter().map(|prose| prose.map(|prose| SentenceWords::of(prose, &mut ids))).collect();
    let mut matches = vec![None; old.len()];
    match_by_rare_words(0..old.len(), &old_words, &mut free, &mut matches);
    matches
}

fn assign(matches: &mut [Option<usize>], free: &mut [Option<SentenceWords>], old: usize, place: usize) {
    if let (Some(slot), Some(free)) = (matches.get_mut(old), free.get_mut(place)) {
        *slot = Some(place);
        *free = None;
    }
}

/// Returns the free places right after one anchor and right before the next, in order.
fn free_places(free: &[Option<SentenceWords>], before: Option<usize>, after: Option<usize>) -> Vec<usize> {
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

/// Pairs old sentences with places, in order, so that the sum of their similarities is greatest.
fn align(
    old: &[SentenceWords],
    run: Range<usize>,
    free: &[Option<SentenceWords>],
    places: &[usize],
) -> Vec<(usize, usize)> {
    let min_similarity = if run.len() == 1 && places.len() == 1 { MIN_ALONE } else { MIN_IN_GAP };
    let pieces = run.len().max(places.len()).div_ceil(MAX_PIECE).max(1);
    let mut pairs = Vec::new();
    for piece in 0..pieces {
        let part = |length: usize| piece * length / pieces..(piece + 1) * length / pieces;
        let rows: Vec<usize> = part(run.len()).map(|row| run.start + row).collect();
        let columns = places.get(part(places.len())).unwrap_or_default();
        let similarity = |row: usize, column: usize| {
            let place = columns.get(column).and_then(|place| free.get(*place)).and_then(Option::as_ref);
            let words = rows.get(row).and_then(|row| old.get(*row));
            words
                .zip(place)
                .map_or(0, |(a, b)| a.similarity(b))
                .checked_sub(min_similarity)
                .map_or(0, |above| above + min_similarity)
        };
        for (row, column) in best_chain(rows.len(), columns.len(), similarity) {
            if let (Some(row), Some(place)) = (rows.get(row), columns.get(column)) {
                pairs.push((*row, *place));
            }
        }
    }
    pairs
}

/// Returns the chain of cells, going down and right, with the greatest sum (Needleman and Wunsch); cells of 0 are never
/// in it.
fn best_chain(rows: usize, columns: usize, value: impl Fn(usize, usize) -> u32) -> Vec<(usize, usize)> {
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

/// Matches moved sentences: those that share rare words with a free place anywhere.
fn match_by_rare_words(
    unmatched: impl Iterator<Item = usize>,
    old: &[SentenceWords],
    free: &mut [Option<SentenceWords>],
    matches: &mut [Option<usize>],
) {
    let mut index: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, words) in free.iter().enumerate().filter_map(|(place, words)| Some((place, words.as_ref()?))) {
        for word in words.distinct() {
            index.entry(word).or_default().push(place);
        }
    }
    index.retain(|_, places| places.len() <= RARE);
    for at in unmatched {
        let (None, Some(words)) = (matches.get(at).copied().flatten(), old.get(at)) else { continue };
        let mut candidates: Vec<usize> =
            words.distinct().filter_map(|word| index.get(&word)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let scored = candidates.into_iter().filter_map(|place| {
            let score = free.get(place)?.as_ref()?.similarity(words);
            (score >= MIN_FAR).then_some((score, std::cmp::Reverse(place)))
        });
        if let Some((_, std::cmp::Reverse(place))) = scored.max() {
            assign(matches, free, at, place);
        }
    }
}

/// The words of a sentence, as sorted numbers.
#[derive(Debug)]
struct SentenceWords {
    words: Vec<u32>,
    /// Pairs of letters, for a sentence too short to be compared by words.
    letters: Vec<u64>,
}

impl SentenceWords {
    fn of(prose: &str, ids: &mut HashMap<String, u32>) -> Self {
        let mut words = Vec::new();
        for word in prose.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(MAX_WORDS) {
            let next = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            words.push(*ids.entry(word.to_lowercase()).or_insert(next));
        }
        words.sort_unstable();
        let mut letters = Vec::new();
        if words.len() <= SHORT_SENTENCE {
            let chars: Vec<char> = prose.chars().flat_map(char::to_lowercase).take(MAX_WORDS).collect();
            let pair = |pair: &[char]| pair.iter().fold(0, |sum, c| sum << 32 | u64::from(u32::from(*c)));
            letters = chars.windows(2).map(pair).collect();
            letters.sort_unstable();
        }
        Self { words, letters }
    }

    /// Returns the similarity of two sentences, in per cent (Dice coefficient).
    fn similarity(&self, other: &Self) -> u32 {
        dice(&self.words, &other.words).max(dice(&self.letters, &other.letters))
    }

    fn distinct(&self) -> impl Iterator<Item = u32> {
        let starts = std::iter::once(None).chain(self.words.iter().map(Some));
        self.words.iter().zip(starts).filter(|(word, before)| Some(*word) != *before).map(|(word, _)| *word)
    }
}

/// Dice coefficient of two sorted lists, in per cent: twice the items they share over the length of both.
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
    let total = u32::try_from(a.len() + b.len()).unwrap_or(u32::MAX).max(1);
    200 * shared / total
}
