//! What is kept of sentences that are gone.

use std::collections::HashMap;

use super::same;
use crate::model::{Obsolete, Origin, SegmentId, State};

/// Obsolete targets, found by their segment.
#[derive(Debug, Default)]
pub(super) struct Kept {
    list: Vec<Obsolete>,
    places: HashMap<SegmentId, Vec<usize>>,
}

impl Kept {
    pub(super) fn of(list: Vec<Obsolete>) -> Self {
        let mut kept = Self::default();
        for entry in list {
            kept.push(entry);
        }
        kept
    }

    /// All of a segment, the oldest first.
    pub(super) fn of_segment(&self, id: SegmentId) -> impl Iterator<Item = &Obsolete> {
        self.places.get(&id).into_iter().flatten().filter_map(|place| self.list.get(*place))
    }

    /// Keeps a target once. A machine's draft is not kept: it can be had again.
    pub(super) fn keep(&mut self, entry: Obsolete) {
        let target = &entry.target;
        let draft = target.state == State::Initial
            && matches!(target.origin, Origin::Machine { .. } | Origin::Memory { .. })
            && target.approval.is_none();
        if !draft && !self.of_segment(entry.id).any(|old| same(&old.target.text, &target.text)) {
            self.push(entry);
        }
    }

    /// Puts a target in the place of the one of the same segment for which `old` holds; without such a one it is kept.
    pub(super) fn replace(&mut self, entry: Obsolete, old: impl Fn(&Obsolete) -> bool) {
        let places = self.places.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
        let place = places.iter().find(|place| self.list.get(**place).is_some_and(&old)).copied();
        match place.and_then(|place| self.list.get_mut(place)) {
            Some(old) => *old = entry,
            None => self.keep(entry),
        }
    }

    pub(super) fn into_list(self) -> Vec<Obsolete> {
        self.list
    }

    fn push(&mut self, entry: Obsolete) {
        self.places.entry(entry.id).or_default().push(self.list.len());
        self.list.push(entry);
    }
}
