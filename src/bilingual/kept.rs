//! What is kept of sentences that are gone.

use std::collections::{BTreeSet, HashMap};

use super::{Digest, digest::digest};
use crate::model::{Obsolete, Origin, SegmentId, State, Text};

/// Obsolete targets, found by their segment and their words.
#[derive(Debug, Default)]
pub(super) struct Kept {
    list: Vec<Obsolete>,
    segments: HashMap<SegmentId, Places>,
}

/// Where the targets of one segment stand in the list, the oldest first.
#[derive(Debug, Default)]
struct Places {
    all: Vec<usize>,
    /// How many of `all` are in `by_words`: words are looked at only when a segment has a second target.
    indexed: usize,
    by_words: HashMap<Digest, BTreeSet<usize>>,
}

impl Kept {
    pub(super) fn of(list: Vec<Obsolete>) -> Self {
        let mut kept = Self::default();
        for entry in list {
            kept.push(entry);
        }
        kept
    }

    /// The newest of a segment.
    pub(super) fn newest(&self, id: SegmentId) -> Option<&Obsolete> {
        self.list.get(*self.segments.get(&id)?.all.last()?)
    }

    /// Whether a segment has a target of these words.
    pub(super) fn has(&mut self, id: SegmentId, words: &Text) -> bool {
        self.segments.contains_key(&id) && self.place(id, digest(words)).is_some()
    }

    /// Keeps a target once. A machine's draft is not kept: it can be had again.
    pub(super) fn keep(&mut self, entry: Obsolete) {
        let target = &entry.target;
        let draft = target.state == State::Initial
            && matches!(target.origin, Origin::Machine { .. } | Origin::Memory { .. })
            && target.approval.is_none();
        if !draft && !self.has(entry.id, &target.text) {
            self.push(entry);
        }
    }

    /// Puts a target in the place of the one of the same segment that has the words of digest `old`; without such a one
    /// it is kept.
    pub(super) fn replace(&mut self, entry: Obsolete, old: Option<Digest>) {
        let found = old.and_then(|old| Some((old, self.place(entry.id, old)?)));
        let Some((old, place)) = found else { return self.keep(entry) };
        if let Some(places) = self.segments.get_mut(&entry.id) {
            if let Some(same) = places.by_words.get_mut(&old) {
                same.remove(&place);
            }
            places.by_words.entry(digest(&entry.target.text)).or_default().insert(place);
        }
        if let Some(old) = self.list.get_mut(place) {
            *old = entry;
        }
    }

    pub(super) fn into_list(self) -> Vec<Obsolete> {
        self.list
    }

    /// Where the oldest target of a segment with these words stands.
    fn place(&mut self, id: SegmentId, words: Digest) -> Option<usize> {
        let places = self.segments.get_mut(&id)?;
        for place in places.all.iter().skip(places.indexed) {
            if let Some(entry) = self.list.get(*place) {
                places.by_words.entry(digest(&entry.target.text)).or_default().insert(*place);
            }
        }
        places.indexed = places.all.len();
        places.by_words.get(&words)?.first().copied()
    }

    fn push(&mut self, entry: Obsolete) {
        self.segments.entry(entry.id).or_default().all.push(self.list.len());
        self.list.push(entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Role, Target};

    fn entry(digest: u64, words: &str) -> Obsolete {
        let (id, role) = (SegmentId { digest, occurrence: 1 }, Role::Paragraph);
        Obsolete { id, role, source: Text::default(), target: Target::human(Text::plain(words), None) }
    }

    fn words(kept: Kept) -> Vec<String> {
        kept.into_list().into_iter().map(|entry| entry.target.text.prose).collect()
    }

    #[test]
    fn a_target_takes_the_place_of_the_oldest_of_its_segment_with_the_words_it_replaces() {
        let mut kept = Kept::of(vec![entry(1, "a"), entry(2, "b"), entry(2, "a"), entry(2, "a")]);
        let old = Some(digest(&Text::plain("a")));
        kept.replace(entry(2, "c"), old);
        kept.replace(entry(2, "d"), old);
        kept.replace(entry(2, "e"), Some(digest(&Text::plain("c"))));
        assert_eq!(
            kept.newest(SegmentId { digest: 2, occurrence: 1 }).map(|old| old.target.text.prose.as_str()),
            Some("d")
        );
        assert_eq!(words(kept), ["a", "b", "e", "d"]);
    }

    #[test]
    fn a_target_that_replaces_nothing_is_kept_once() {
        let mut kept = Kept::of(vec![entry(1, "a")]);
        kept.replace(entry(1, "b"), None);
        kept.replace(entry(1, "b"), Some(digest(&Text::plain("c"))));
        assert_eq!(words(kept), ["a", "b"]);
    }
}
