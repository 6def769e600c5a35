//! Which sentence of the new text is which of the old one?

use std::collections::{HashMap, VecDeque};

use super::token::keys;

/// A sentence or paragraph to be aligned.
pub(super) struct Item<'a, K> {
    /// What makes two items the same.
    pub key: K,
    /// The words by which two that are not the same are likened.
    pub text: &'a str,
}

/// How an item of one side stands to the other; numbers count items from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Correspondence {
    /// The same in the same order.
    Same(usize, usize),
    /// The same in another place.
    Moved(usize, usize),
    /// Not the same, but alike.
    Alike(usize, usize),
    /// Only in the old text.
    Removed(usize),
    /// Only in the new text.
    Added(usize),
}

/// More pairs than this between two fixed points are not all compared with each other.
const MOST_PAIRS: usize = 4096;
/// The least likeness, in per mille, of two that stand at the same place.
const ALIKE_HERE: u32 = 300;
/// The least likeness, in per mille, of two that stand anywhere.
const ALIKE_ANYWHERE: u32 = 600;
/// A word in more items than this says nothing about which is which.
const RARE: usize = 8;

/// Aligns two sequences: first by key, then by likeness (Dice coefficient over words) between the fixed points, then
/// anywhere by rare words. The answer is in the order of the new text; what is gone stands where it was.
pub(super) fn align<K: std::hash::Hash + Eq>(old: &[Item<'_, K>], new: &[Item<'_, K>]) -> Vec<Correspondence> {
    let mut partner: Vec<Option<(usize, Likeness)>> = vec![None; new.len()];
    let mut taken = vec![false; old.len()];

    let mut places: HashMap<&K, VecDeque<usize>> = HashMap::new();
    for (at, item) in old.iter().enumerate() {
        places.entry(&item.key).or_default().push_back(at);
    }
    for (n, item) in new.iter().enumerate() {
        if let Some(o) = places.get_mut(&item.key).and_then(VecDeque::pop_front) {
            set(&mut partner, &mut taken, o, n, Likeness::Moved);
        }
    }
    let matched: Vec<(usize, usize)> =
        partner.iter().enumerate().filter_map(|(n, found)| found.map(|(o, _)| (o, n))).collect();
    let fixed = ascending(&matched);
    for (o, n) in &fixed {
        set(&mut partner, &mut taken, *o, *n, Likeness::Same);
    }

    let bags = Bags { old: bags(old), new: bags(new) };
    let mut from = (0, 0);
    for (o, n) in fixed.into_iter().chain([(old.len(), new.len())]) {
        let left: Vec<usize> = (from.0..o).filter(|at| taken.get(*at) == Some(&false)).collect();
        let right: Vec<usize> = (from.1..n).filter(|at| partner.get(*at) == Some(&None)).collect();
        if left.len().saturating_mul(right.len()) <= MOST_PAIRS {
            let likeness = |i: usize, j: usize| match (left.get(i), right.get(j)) {
                (Some(a), Some(b)) => Some(bags.likeness(*a, *b)).filter(|found| *found >= ALIKE_HERE).unwrap_or(0),
                _ => 0,
            };
            for (i, j) in chain(left.len(), right.len(), likeness) {
                if let (Some(a), Some(b)) = (left.get(i), right.get(j)) {
                    set(&mut partner, &mut taken, *a, *b, Likeness::Alike);
                }
            }
        }
        from = (o + 1, n + 1);
    }
    anywhere(&bags, &mut partner, &mut taken);
    in_order(&partner, &taken)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    Same,
    Moved,
    Alike,
}

fn set(partner: &mut [Option<(usize, Likeness)>], taken: &mut [bool], o: usize, n: usize, sort: Likeness) {
    if let (Some(slot), Some(flag)) = (partner.get_mut(n), taken.get_mut(o)) {
        *slot = Some((o, sort));
        *flag = true;
    }
}

/// Pairs what is left by the rare words that two share.
fn anywhere(bags: &Bags, partner: &mut [Option<(usize, Likeness)>], taken: &mut [bool]) {
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    for (o, bag) in bags.old.iter().enumerate().filter(|(o, _)| taken.get(*o) == Some(&false)) {
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
            for o in holders.get(word).into_iter().filter(|found| found.len() <= RARE).flatten() {
                *votes.entry(*o).or_default() += 1;
            }
        }
        let best =
            votes.into_iter().filter(|(o, _)| taken.get(*o) == Some(&false)).max_by_key(|(o, n)| (*n, usize::MAX - o));
        if let Some((o, _)) = best.filter(|(o, _)| bags.likeness(*o, n) >= ALIKE_ANYWHERE) {
            set(partner, taken, o, n, Likeness::Alike);
        }
    }
}

fn in_order(partner: &[Option<(usize, Likeness)>], taken: &[bool]) -> Vec<Correspondence> {
    // What is gone follows the last item before it that kept its place.
    let mut kept: Vec<Option<usize>> = vec![None; taken.len()];
    for (n, found) in partner.iter().enumerate() {
        if let Some((o, sort)) = found
            && *sort != Likeness::Moved
            && let Some(slot) = kept.get_mut(*o)
        {
            *slot = Some(n);
        }
    }
    let mut gone: Vec<Vec<usize>> = vec![Vec::new(); partner.len() + 1];
    let mut after = 0;
    for (o, place) in kept.iter().enumerate() {
        match place {
            Some(n) => after = n + 1,
            None if taken.get(o) == Some(&false) => {
                if let Some(list) = gone.get_mut(after) {
                    list.push(o);
                }
            }
            None => {}
        }
    }
    let mut out = Vec::with_capacity(partner.len());
    for (at, list) in gone.iter().enumerate() {
        if let Some(found) = at.checked_sub(1).and_then(|n| partner.get(n).map(|found| (n, found))) {
            out.push(match found {
                (n, Some((o, Likeness::Same))) => Correspondence::Same(*o, n),
                (n, Some((o, Likeness::Moved))) => Correspondence::Moved(*o, n),
                (n, Some((o, Likeness::Alike))) => Correspondence::Alike(*o, n),
                (n, None) => Correspondence::Added(n),
            });
        }
        out.extend(list.iter().map(|o| Correspondence::Removed(*o)));
    }
    out
}

/// The words of each item as sorted numbers, repeats included.
struct Bags {
    old: Vec<Vec<u32>>,
    new: Vec<Vec<u32>>,
}

impl Bags {
    /// Dice coefficient in per mille; never 0 for two that have a word in common.
    fn likeness(&self, old: usize, new: usize) -> u32 {
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
            let mut bag: Vec<u32> = keys(item.text).iter().map(|word| number(word)).collect();
            bag.sort_unstable();
            bag
        })
        .collect()
}

/// FNV-1a: two words that fall together only make two sentences look a little more alike.
fn number(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The longest run of pairs that ascends on both sides; the pairs come in ascending order of the second.
fn ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Patience sorting: `tails[k]` is the pair that ends the best run of length k + 1.
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

/// The pairs of two sequences, in order on both sides, whose worths add up to the most; a worth of 0 is no pair.
pub(super) fn chain(rows: usize, columns: usize, worth: impl Fn(usize, usize) -> u32) -> Vec<(usize, usize)> {
    let width = columns + 1;
    let mut best = vec![0_u32; (rows + 1) * width];
    let mut values = vec![0_u32; rows * columns];
    let at = |table: &[u32], place: usize| table.get(place).copied().unwrap_or(0);
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let value = worth(i, j);
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
