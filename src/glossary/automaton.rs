//! A sorted set of byte strings as a minimal acyclic automaton: equal endings are stored once, and each string has a
//! number, its rank in the set. A walk through it needs no allocation.
//!
//! The whole automaton is one list of numbers, so that it can be written to a file and read back as it is. A list that is
//! not an automaton leads astray, but to no panic, and looking up a string or a rank ends.

use std::{collections::HashMap, hash::BuildHasherDefault};

use super::hashed::{IdentityHasher, mix};

/// A set of byte strings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Automaton {
    /// The links of all nodes. A node is the index of its first link; index 0 holds a link to the root, so as a target it
    /// stands for a node without links.
    links: Vec<u64>,
}

/// Where a walk has arrived.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reached {
    target: u32,
    is_dense: bool,
    /// Whether the bytes walked so far are a string of the set.
    pub(super) is_key: bool,
    /// If they are, its number.
    pub(super) rank: u32,
}

// The parts of a link: the byte that it stands for, three marks, the node that it leads to, and the number of strings that
// begin as this one does up to the node, and go on with a lower byte.
const KEY: u64 = 1 << 8;
const LAST: u64 = 1 << 9;
const DENSE: u64 = 1 << 10;
const TARGET_SHIFT: u32 = 11;
const TARGET_BITS: u32 = 27;
const SKIP_SHIFT: u32 = TARGET_SHIFT + TARGET_BITS;
const SKIP_BITS: u32 = 64 - SKIP_SHIFT;

/// From this number of links, a node has a place for every byte between its lowest and its highest one, after a link that
/// only says which these are.
const DENSE_FROM: usize = 8;

/// A node that is finished.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    target: u32,
    is_dense: bool,
    /// The number of strings that go on from it.
    count: u32,
}

/// A link of a node that is not finished.
#[derive(Debug, Clone, Copy)]
struct OpenLink {
    byte: u8,
    is_key: bool,
    node: Node,
}

/// Finished nodes by a hash of their links.
type Register = HashMap<u64, Node, BuildHasherDefault<IdentityHasher>>;

impl Automaton {
    /// The automaton of sorted strings without duplicates. `None` for more than 67 million strings, or 134 million links.
    pub(super) fn of_sorted<'a>(keys: impl Iterator<Item = &'a [u8]>) -> Option<Self> {
        let mut links = vec![0];
        let mut register = Register::default();
        // The nodes along the last string, each with its links so far.
        let mut open: Vec<Vec<OpenLink>> = vec![Vec::new()];
        let mut last: &[u8] = &[];
        for key in keys {
            let shared = key.iter().zip(last).take_while(|(a, b)| a == b).count();
            close(&mut open, last.len(), shared, &mut links, &mut register)?;
            if open.len() <= key.len() {
                open.resize_with(key.len() + 1, Vec::new);
            }
            for (depth, byte) in key.iter().enumerate().skip(shared) {
                let link = OpenLink { byte: *byte, is_key: depth + 1 == key.len(), node: Node::default() };
                open.get_mut(depth)?.push(link);
            }
            last = key;
        }
        close(&mut open, last.len(), 0, &mut links, &mut register)?;
        let root = finish(open.first()?, &mut links, &mut register)?;
        if let Some(first) = links.first_mut() {
            *first = link(&OpenLink { byte: 0, is_key: false, node: root }, 0);
        }
        links.shrink_to_fit();
        Some(Self { links })
    }

    /// The numbers that it consists of.
    pub(super) fn links(&self) -> &[u64] {
        &self.links
    }

    /// The automaton of these numbers.
    pub(super) const fn of_links(links: Vec<u64>) -> Self {
        Self { links }
    }

    /// Where every walk begins.
    pub(super) fn start(&self) -> Reached {
        self.links
            .first()
            .map_or(Reached { target: 0, is_dense: false, is_key: false, rank: 0 }, |root| Reached::behind(*root, 0))
    }

    /// The state after one more byte; `None` if no string goes on with it.
    pub(super) fn step(&self, state: Reached, byte: u8) -> Option<Reached> {
        if state.target == 0 {
            return None;
        }
        let links = self.links.get(state.target as usize..)?;
        let base = state.rank.wrapping_add(u32::from(state.is_key));
        if state.is_dense {
            let [lowest, span, ..] = links.first()?.to_le_bytes();
            let place = byte.checked_sub(lowest).filter(|place| *place <= span)?;
            let link = links.get(usize::from(place) + 1)?;
            return (*link != 0).then(|| Reached::behind(*link, base));
        }
        for link in links {
            if link.to_le_bytes()[0] == byte {
                return Some(Reached::behind(*link, base));
            }
            if link & LAST != 0 {
                break;
            }
        }
        None
    }

    /// The links of a node, each as its byte and the state behind it, in the order of their bytes.
    pub(super) fn links_of(&self, state: Reached) -> impl Iterator<Item = (u8, Reached)> + '_ {
        let links = self.links.get(state.target as usize..).filter(|_| state.target != 0).unwrap_or_default();
        let base = state.rank.wrapping_add(u32::from(state.is_key));
        let places = match links.first() {
            Some(head) if state.is_dense => 1..2 + usize::from(head.to_le_bytes()[1]),
            _ => 0..1 + links.iter().position(|link| link & LAST != 0).unwrap_or(0),
        };
        let links = links.get(places).unwrap_or_default().iter().filter(|link| **link != 0);
        links.map(move |link| (link.to_le_bytes()[0], Reached::behind(*link, base)))
    }

    /// The string with a number.
    pub(super) fn key(&self, rank: u32) -> Option<Vec<u8>> {
        let mut key = Vec::new();
        let mut state = self.start();
        while !(state.is_key && state.rank == rank) {
            let (byte, next) = self.links_of(state).take_while(|(_, next)| next.rank <= rank).last()?;
            key.push(byte);
            state = next;
            // No string is longer than this; only links that are no automaton lead in a circle.
            if key.len() > self.links.len() {
                return None;
            }
        }
        Some(key)
    }

    /// The number of a string of the set.
    pub(super) fn rank(&self, key: &[u8]) -> Option<u32> {
        let state = key.iter().try_fold(self.start(), |state, byte| self.step(state, *byte))?;
        state.is_key.then_some(state.rank)
    }
}

impl Reached {
    #[expect(clippy::cast_possible_truncation, reason = "the parts of a link have fewer than 32 bits")]
    const fn behind(link: u64, base: u32) -> Self {
        Self {
            target: (link >> TARGET_SHIFT) as u32 & ((1 << TARGET_BITS) - 1),
            is_dense: link & DENSE != 0,
            is_key: link & KEY != 0,
            rank: base.wrapping_add((link >> SKIP_SHIFT) as u32),
        }
    }
}

/// Finishes the open nodes of a string below the first `shared` bytes.
fn close(
    open: &mut [Vec<OpenLink>],
    length: usize,
    shared: usize,
    links: &mut Vec<u64>,
    register: &mut Register,
) -> Option<()> {
    for depth in (shared + 1..=length).rev() {
        let node = finish(open.get(depth)?, links, register)?;
        open.get_mut(depth)?.clear();
        open.get_mut(depth - 1)?.last_mut()?.node = node;
    }
    Some(())
}

/// The node with these links: an equal one that exists, or a new one. `None` if there is no room for it.
fn finish(open: &[OpenLink], links: &mut Vec<u64>, register: &mut Register) -> Option<Node> {
    let (Some(first), Some(last)) = (open.first(), open.last()) else { return Some(Node::default()) };
    let begin = links.len();
    let mut count = 0;
    if open.len() >= DENSE_FROM {
        links.push(u64::from_le_bytes([first.byte, last.byte - first.byte, 0, 0, 0, 0, 0, 0]));
        links.resize(begin + 2 + usize::from(last.byte - first.byte), 0);
    }
    let is_dense = links.len() > begin;
    for open_link in open {
        let mut number = link(open_link, count);
        if is_dense {
            *links.get_mut(begin + 1 + usize::from(open_link.byte - first.byte))? = number;
        } else {
            if std::ptr::eq(open_link, last) {
                number |= LAST;
            }
            links.push(number);
        }
        count += u64::from(open_link.is_key) + u64::from(open_link.node.count);
    }
    if count >= 1 << SKIP_BITS || links.len() >= 1 << TARGET_BITS {
        return None;
    }
    let node = Node { target: u32::try_from(begin).ok()?, is_dense, count: u32::try_from(count).ok()? };
    if is_dense {
        // Nodes with many links are hardly ever equal.
        return Some(node);
    }
    let hash = links.get(begin..)?.iter().fold(0, |sum, number| mix(sum, *number));
    if let Some(known) = register.get(&hash) {
        let (before, new) = links.split_at(begin);
        if before.get(known.target as usize..).is_some_and(|known| known.starts_with(new)) {
            links.truncate(begin);
            return Some(*known);
        }
    }
    register.insert(hash, node);
    Some(node)
}

/// The number of a link, given how many strings go before those behind it.
fn link(open: &OpenLink, skip: u64) -> u64 {
    let key = if open.is_key { KEY } else { 0 };
    let dense = if open.node.is_dense { DENSE } else { 0 };
    u64::from(open.byte) | key | dense | u64::from(open.node.target) << TARGET_SHIFT | skip << SKIP_SHIFT
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn of(keys: &BTreeSet<Vec<u8>>) -> Automaton {
        Automaton::of_sorted(keys.iter().map(Vec::as_slice)).unwrap_or_default()
    }

    /// Strings over a few bytes, so that beginnings and endings recur, the same in every run.
    fn strings(seed: u64, count: usize, bytes: u64) -> BTreeSet<Vec<u8>> {
        let mut state = seed;
        let mut roll = |sides: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % sides
        };
        let mut string = || {
            let length = 1 + roll(7);
            (0..length).map(|_| u8::try_from(100 + roll(bytes)).unwrap_or_default()).collect()
        };
        (0..count).map(|_| string()).collect()
    }

    #[test]
    fn each_string_has_its_rank_and_no_other_string_has_one() {
        for (seed, bytes) in [(1, 2), (2, 3), (3, 12), (4, 150)] {
            let keys = strings(seed, 2000, bytes);
            let automaton = of(&keys);
            for (rank, key) in keys.iter().enumerate() {
                let rank = u32::try_from(rank).unwrap_or_default();
                assert_eq!(automaton.rank(key), Some(rank), "{key:?}");
                assert_eq!(automaton.key(rank).as_ref(), Some(key));
            }
            assert_eq!(automaton.key(u32::try_from(keys.len()).unwrap_or_default()), None);
            for other in strings(seed + 10, 2000, bytes + 1).difference(&keys) {
                assert_eq!(automaton.rank(other), None, "{other:?}");
            }
        }
    }

    #[test]
    fn equal_endings_are_stored_once() {
        let endings = ["", "а", "у", "ам", "е", "ы"];
        let stems = ["абвг", "дежз", "ікл", "мноп", "рсту"];
        let keys = stems.iter().flat_map(|stem| endings.iter().map(move |ending| format!("{stem}{ending}").into()));
        let one = endings.iter().map(|ending| format!("абвг{ending}").into()).collect();
        let (all, one) = (of(&keys.collect()), of(&one));
        assert!(all.links().len() < one.links().len() + 4 * 9, "{} {}", all.links().len(), one.links().len());
    }

    #[test]
    fn numbers_that_are_no_automaton_end_every_walk() {
        let honest = of(&strings(5, 500, 9));
        for seed in 0..200_u64 {
            let mut links = honest.links().to_vec();
            for at in 0..20_u64 {
                let count = links.len() as u64;
                if let Some(link) = links.get_mut(usize::try_from(mix(seed, at) % count).unwrap_or_default()) {
                    *link = mix(at, seed);
                }
            }
            let broken = Automaton::of_links(links);
            for key in strings(5, 500, 9) {
                let _ = broken.rank(&key);
            }
            let _ = (0..500).filter_map(|rank| broken.key(rank)).count();
        }
        assert_eq!(Automaton::default().rank(b"a"), None);
        assert_eq!(of(&BTreeSet::new()).rank(b"a"), None);
    }
}
