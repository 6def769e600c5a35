//! Alignment of the sentences or paragraphs of two texts.

use std::collections::{HashMap, VecDeque};

use super::token::folded_words;

/// A sentence or paragraph to align.
pub(super) struct Item<'a, K> {
    /// Items with equal keys are the same.
    pub key: K,
    /// The text by which items with different keys are compared.
    pub text: &'a str,
}

/// How an item of one side corresponds to the other side; items are numbered from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Correspondence {
    /// The same, in the same order.
    Same(usize, usize),
    /// The same, in another place.
    Moved(usize, usize),
    /// Different, but similar.
    Similar(usize, usize),
    /// Only in the old text.
    Removed(usize),
    /// Only in the new text.
    Added(usize),
}

/// Gaps between two anchors with more pairs than this are not compared.
const MAX_PAIRS: usize = 4096;
/// Minimum similarity, in per mille, of two items between the same anchors.
const MIN_IN_GAP: u32 = 300;
/// Minimum similarity, in per mille, of two items anywhere.
const MIN_ANYWHERE: u32 = 600;
/// Words in more items than this are too common to match by.
const RARE: usize = 8;

/// Aligns two sequences: first by key, then by similarity (Dice coefficient over words) between the anchors, then
/// anywhere by rare words. The result is in the order of the new text; removed items keep their place.
pub(super) fn align<K: std::hash::Hash + Eq>(old: &[Item<'_, K>], new: &[Item<'_, K>]) -> Vec<Correspondence> {
    let mut partner: Vec<Option<(usize, MatchKind)>> = vec![None; new.len()];
    let mut paired = vec![false; old.len()];

    let mut places: HashMap<&K, VecDeque<usize>> = HashMap::new();
    for (at, item) in old.iter().enumerate() {
        places.entry(&item.key).or_default().push_back(at);
    }
    for (n, item) in new.iter().enumerate() {
        if let Some(o) = places.get_mut(&item.key).and_then(VecDeque::pop_front) {
            pair(&mut partner, &mut paired, o, n, MatchKind::Moved);
        }
    }
    let pairs: Vec<(usize, usize)> =
        partner.iter().enumerate().filter_map(|(n, found)| found.map(|(o, _)| (o, n))).collect();
    let anchors = ascending(&pairs);
    for (o, n) in &anchors {
        pair(&mut partner, &mut paired, *o, *n, MatchKind::Same);
    }

    let bags = Bags { old: bags(old), new: bags(new) };
    let mut from = (0, 0);
    for (o, n) in anchors.into_iter().chain([(old.len(), new.len())]) {
        let left: Vec<usize> = (from.0..o).filter(|at| paired.get(*at) == Some(&false)).collect();
        let right: Vec<usize> = (from.1..n).filter(|at| partner.get(*at) == Some(&None)).collect();
        if left.len().saturating_mul(right.len()) <= MAX_PAIRS {
            let similarity = |i: usize, j: usize| match (left.get(i), right.get(j)) {
                (Some(a), Some(b)) => {
                    Some(bags.similarity(*a, *b)).filter(|similarity| *similarity >= MIN_IN_GAP).unwrap_or(0)
                }
                _ => 0,
            };
            for (i, j) in chain(left.len(), right.len(), similarity) {
                if let (Some(a), Some(b)) = (left.get(i), right.get(j)) {
                    pair(&mut partner, &mut paired, *a, *b, MatchKind::Similar);
                }
            }
        }
        from = (o + 1, n + 1);
    }
    pair_by_rare_words(&bags, &mut partner, &mut paired);
    in_order(&partner, &paired)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MatchKind {
    Same,
    Moved,
    Similar,
}

fn pair(partner: &mut [Option<(usize, MatchKind)>], paired: &mut [bool], o: usize, n: usize, kind: MatchKind) {
    if let (Some(slot), Some(flag)) = (partner.get_mut(n), paired.get_mut(o)) {
        *slot = Some((o, kind));
        *flag = true;
    }
}

/// Pairs the remaining items by the rare words they share.
fn pair_by_rare_words(bags: &Bags, partner: &mut [Option<(usize, MatchKind)>], paired: &mut [bool]) {
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    for (o, bag) in bags.old.iter().enumerate().filter(|(o, _)| paired.get(*o) == Some(&false)) {
        let mut last = None;
        for word in bag.iter().filter(|word| last.replace(**word) != Some(**word)) {
            holders.entry(*word).or_default().push(o);
        }
    }
    for (n, bag) in bags.new.iter().enumerate() {
        if partner.get(n) != Some(&None) {
            continue;
        }
        let mut votes: HashMap<usize, usize> = HashMap::new();
        for word in bag {
            for o in holders.get(word).into_iter().filter(|items| items.len() <= RARE).flatten() {
                *votes.entry(*o).or_default() += 1;
            }
        }
        let best =
            votes.into_iter().filter(|(o, _)| paired.get(*o) == Some(&false)).max_by_key(|(o, n)| (*n, usize::MAX - o));
        if let Some((o, _)) = best.filter(|(o, _)| bags.similarity(*o, n) >= MIN_ANYWHERE) {
            pair(partner, paired, o, n, MatchKind::Similar);
        }
    }
}

fn in_order(partner: &[Option<(usize, MatchKind)>], paired: &[bool]) -> Vec<Correspondence> {
    // A removed item follows the last item before it that kept its place.
    let mut anchored: Vec<Option<usize>> = vec![None; paired.len()];
    for (n, found) in partner.iter().enumerate() {
        if let Some((o, kind)) = found
            && *kind != MatchKind::Moved
            && let Some(slot) = anchored.get_mut(*o)
        {
            *slot = Some(n);
        }
    }
    let mut removed: Vec<Vec<usize>> = vec![Vec::new(); partner.len() + 1];
    let mut after = 0;
    for (o, place) in anchored.iter().enumerate() {
        match place {
            Some(n) => after = n + 1,
            None if paired.get(o) == Some(&false) => {
                if let Some(list) = removed.get_mut(after) {
                    list.push(o);
                }
            }
            None => {}
        }
    }
    let mut out = Vec::with_capacity(partner.len());
    for (at, list) in removed.iter().enumerate() {
        if let Some(found) = at.checked_sub(1).and_then(|n| partner.get(n).map(|found| (n, found))) {
            out.push(match found {
                (n, Some((o, MatchKind::Same))) => Correspondence::Same(*o, n),
                (n, Some((o, MatchKind::Moved))) => Correspondence::Moved(*o, n),
                (n, Some((o, MatchKind::Similar))) => Correspondence::Similar(*o, n),
                (n, None) => Correspondence::Added(n),
            });
        }
        out.extend(list.iter().map(|o| Correspondence::Removed(*o)));
    }
    out
}

/// The word hashes of each item, sorted, repeats included.
struct Bags {
    old: Vec<Vec<u32>>,
    new: Vec<Vec<u32>>,
}

impl Bags {
    /// Dice coefficient, in per mille.
    fn similarity(&self, old: usize, new: usize) -> u32 {
        let (Some(a), Some(b)) = (self.old.get(old), self.new.get(new)) else { return 0 };
        let (mut a, mut b) = (a.as_slice(), b.as_slice());
        let all = a.len() + b.len();
        let mut shared = 0;
        while let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_first(), b.split_first()) {
            shared += usize::from(x == y);
            if x <= y {
                a = rest_a;
            }
            if y <= x {
                b = rest_b;
            }
        }
        (shared * 2000).checked_div(all).and_then(|share| u32::try_from(share).ok()).unwrap_or(0)
    }
}

fn bags<K>(items: &[Item<'_, K>]) -> Vec<Vec<u32>> {
    items
        .iter()
        .map(|item| {
            let mut bag: Vec<u32> = folded_words(item.text).iter().map(|word| word_hash(word)).collect();
            bag.sort_unstable();
            bag
        })
        .collect()
}

/// FNV-1a hash of a word; a collision only makes two sentences look a little more similar.
fn word_hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Returns the longest subsequence of pairs that ascends on both sides; the pairs must be sorted by the second.
fn ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Patience sorting: `tails[k]` is the pair that ends the best subsequence of length k + 1.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, (o, _)) in pairs.iter().enumerate() {
        let place = tails.partition_point(|tail| pairs.get(*tail).is_some_and(|(other, _)| other < o));
        before.push(place.checked_sub(1).and_then(|p| tails.get(p).copied()));
        match tails.get_mut(place) {
            Some(slot) => *slot = at,
            None => tails.push(at),
        }
    }
    let mut out = Vec::with_capacity(tails.len());
    let mut next = tails.last().copied();
    while let Some(at) = next {
        out.extend(pairs.get(at).copied());
        next = before.get(at).copied().flatten();
    }
    out.reverse();
    out
}

/// Returns the pairs of two sequences, in order on both sides, with the greatest total weight; a weight of 0 is no
/// pair.
pub(super) fn chain(rows: usize, columns: usize, weight: impl Fn(usize, usize) -> u32) -> Vec<(usize, usize)> {
    let width = columns + 1;
    let mut best = vec![0_u32; (rows + 1) * width];
    let mut values = vec![0_u32; rows * columns];
    let at = |table: &[u32], place: usize| table.get(place).copied().unwrap_or(0);
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let value = weight(i, j);
            let paired = if value > 0 { value + at(&best, (i + 1) * width + j + 1) } else { 0 };
            let most = paired.max(at(&best, (i + 1) * width + j)).max(at(&best, i * width + j + 1));
            if let (Some(cell), Some(seen)) = (best.get_mut(i * width + j), values.get_mut(i * columns + j)) {
                *cell = most;
                *seen = value;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while i < rows && j < columns {
        let here = at(&best, i * width + j);
        let value = at(&values, i * columns + j);
        if value > 0 && here == value + at(&best, (i + 1) * width + j + 1) {
            out.push((i, j));
            i += 1;
            j += 1;
        } else if here == at(&best, (i + 1) * width + j) {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}
