//! Obsolete targets, without duplicates.

use std::collections::{BTreeSet, HashMap};

use super::{
    Digest,
    digest::digest,
    remarks::{add_remarks, same_remark},
};
use crate::model::{Obsolete, Origin, Remark, Role, SegmentId, State, Target, Text};

/// Obsolete targets, indexed by segment and words.
#[derive(Debug, Default)]
pub(super) struct ObsoleteTargets {
    list: Vec<Obsolete>,
    segments: HashMap<SegmentId, Places>,
}

/// Places of one segment's targets in the list, oldest first.
#[derive(Debug, Default)]
struct Places {
    all: Vec<usize>,
    /// How many of `all` are in `by_words`: words are indexed only when a segment may get a second target.
    indexed: usize,
    by_words: HashMap<Digest, BTreeSet<usize>>,
}

impl ObsoleteTargets {
    pub(super) fn of(list: Vec<Obsolete>) -> Self {
        let mut obsolete = Self::default();
        for entry in list {
            obsolete.push(entry);
        }
        obsolete
    }

    /// Returns the newest target of a segment.
    pub(super) fn newest(&self, id: SegmentId) -> Option<&Obsolete> {
        let mut newest_first = self.segments.get(&id)?.all.iter().rev().filter_map(|place| self.list.get(*place));
        newest_first.find(|old| !old.target.text.is_empty())
    }

    /// Whether a segment has a target with these words.
    pub(super) fn has(&mut self, id: SegmentId, words: &Text) -> bool {
        self.segments.contains_key(&id) && self.place(id, digest(words)).is_some()
    }

    /// Adds a target unless it already exists; its remarks are added to those of the existing one. A machine draft is not
    /// added: it can be requested again.
    pub(super) fn add(&mut self, mut entry: Obsolete) {
        let target = &entry.target;
        let draft = target.state == State::Initial
            && matches!(target.origin, Origin::Machine { .. } | Origin::Memory { .. })
            && target.approval.is_none();
        if draft {
            entry.target = Target::empty();
        }
        let place = if entry.target.text.is_empty() {
            let places = self.segments.get(&entry.id).map_or(&[][..], |places| &places.all);
            let known: Vec<&Remark> =
                places.iter().filter_map(|place| self.list.get(*place)).flat_map(|old| &old.remarks).collect();
            entry.remarks.retain(|remark| !known.iter().any(|known| same_remark(known, remark)));
            if entry.remarks.is_empty() {
                return;
            }
            places.last().copied()
        } else {
            self.place(entry.id, digest(&entry.target.text))
        };
        match place.and_then(|place| self.list.get_mut(place)) {
            Some(known) => add_remarks(&mut known.remarks, &entry.remarks),
            None => self.push(entry),
        }
    }

    /// Adds remarks on a segment that is gone, unless they are there already.
    pub(super) fn add_remarks(&mut self, id: SegmentId, role: &Role, source: &Text, remarks: &[Remark]) {
        let entry =
            |remarks| Obsolete { id, role: role.clone(), source: source.clone(), target: Target::empty(), remarks };
        self.add(entry(remarks.to_vec()));
    }

    /// Replaces the target of the same segment whose words have the digest `old`; without one, adds the target.
    pub(super) fn replace(&mut self, entry: Obsolete, old: Option<Digest>) {
        let replaced = old.and_then(|old| Some((old, self.place(entry.id, old)?)));
        let Some((old, place)) = replaced else { return self.add(entry) };
        if let Some(places) = self.segments.get_mut(&entry.id) {
            if let Some(places_of_words) = places.by_words.get_mut(&old) {
                places_of_words.remove(&place);
            }
            places.by_words.entry(digest(&entry.target.text)).or_default().insert(place);
        }
        if let Some(old) = self.list.get_mut(place) {
            let mut remarks = std::mem::take(&mut old.remarks);
            add_remarks(&mut remarks, &entry.remarks);
            *old = Obsolete { remarks, ..entry };
        }
    }

    pub(super) fn into_list(self) -> Vec<Obsolete> {
        self.list
    }

    /// Returns the place of a segment's oldest target with these words.
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

    fn entry(digest: u64, words: &str) -> Obsolete {
        let (id, role) = (SegmentId { digest, occurrence: 1 }, Role::Paragraph);
        Obsolete {
            id,
            role,
            source: Text::default(),
            target: Target::human(Text::plain(words), None),
            remarks: Vec::new(),
        }
    }

    fn words(obsolete: ObsoleteTargets) -> Vec<String> {
        obsolete.into_list().into_iter().map(|entry| entry.target.text.prose).collect()
    }

    #[test]
    fn the_oldest_target_of_the_segment_with_the_old_words_is_replaced() {
        let mut obsolete = ObsoleteTargets::of(vec![entry(1, "a"), entry(2, "b"), entry(2, "a"), entry(2, "a")]);
        let old = Some(digest(&Text::plain("a")));
        obsolete.replace(entry(2, "c"), old);
        obsolete.replace(entry(2, "d"), old);
        obsolete.replace(entry(2, "e"), Some(digest(&Text::plain("c"))));
        assert_eq!(
            obsolete.newest(SegmentId { digest: 2, occurrence: 1 }).map(|old| old.target.text.prose.as_str()),
            Some("d")
        );
        assert_eq!(words(obsolete), ["a", "b", "e", "d"]);
    }

    #[test]
    fn a_target_that_replaces_nothing_is_added_once() {
        let mut obsolete = ObsoleteTargets::of(vec![entry(1, "a")]);
        obsolete.replace(entry(1, "b"), None);
        obsolete.replace(entry(1, "b"), Some(digest(&Text::plain("c"))));
        assert_eq!(words(obsolete), ["a", "b"]);
    }
}
