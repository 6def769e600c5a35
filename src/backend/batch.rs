//! Groups of requests with the same wording, and the batches in which they are sent.

use super::{Limits, Request};
use crate::ledger::Key;

/// Requests with identical wording, asked as one question.
pub(super) struct RequestGroup<'a> {
    pub(super) requests: Vec<&'a Request>,
    pub(super) characters: usize,
    /// The ledger key of its answer; `None` where nothing is recorded.
    pub(super) key: Option<Key>,
}

/// Groups that are sent in one call.
pub(super) struct Batch<'a> {
    pub(super) groups: Vec<RequestGroup<'a>>,
    /// Whether this is the second try of one group, after an unusable draft.
    pub(super) second_try: bool,
    /// Whether it is part of a batch that has used up its tries.
    pub(super) exhausted: bool,
    /// Whether it is part of a batch that timed out: what else waits is asked first, and shows whether the engine works.
    pub(super) postponed: bool,
}

/// Fills batches up to the limits, in order.
pub(super) fn batches<'a>(groups: Vec<RequestGroup<'a>>, limits: &Limits) -> impl Iterator<Item = Batch<'a>> {
    let mut all: Vec<Vec<RequestGroup<'a>>> = Vec::new();
    let mut characters = 0;
    for group in groups {
        characters += group.characters;
        match all.last_mut() {
            Some(last) if last.len() < limits.texts && characters <= limits.characters => last.push(group),
            _ => {
                characters = group.characters;
                all.push(vec![group]);
            }
        }
    }
    all.into_iter().map(|groups| Batch { groups, second_try: false, exhausted: false, postponed: false })
}

impl<'a> Batch<'a> {
    pub(super) fn second_try(group: RequestGroup<'a>) -> Self {
        Self { groups: vec![group], second_try: true, exhausted: false, postponed: false }
    }

    /// The batch in two parts, the first with so many groups.
    pub(super) fn split_at(mut self, count: usize) -> Vec<Self> {
        let groups = self.groups.split_off(count.min(self.groups.len()));
        let rest = Self { groups, second_try: self.second_try, exhausted: self.exhausted, postponed: self.postponed };
        vec![self, rest]
    }

    /// The requests to send: one of each group.
    pub(super) fn questions(&self) -> Vec<Request> {
        self.groups.iter().filter_map(|group| group.requests.first()).map(|request| (*request).clone()).collect()
    }
}
