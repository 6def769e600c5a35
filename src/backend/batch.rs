//! Calls to an engine: which questions go together.

use std::collections::{BTreeMap, HashMap};

use super::{Capabilities, Limits, Request};
use crate::ledger::Key;

/// Requests with identical wording, asked as one question.
pub(super) struct RequestGroup<'a> {
    pub(super) requests: Vec<&'a Request>,
    pub(super) characters: usize,
    /// In the unit of the engine's limits.
    pub(super) size: usize,
    /// The number of the call into which it goes.
    pub(super) call: usize,
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

/// Numbers the calls into which groups go: filled up to the limits, in order; where the texts of a call share their context,
/// with such as have the same.
pub(super) fn number_calls(groups: &mut [RequestGroup<'_>], limits: &Limits, capabilities: Capabilities) {
    let mut sizes: Vec<(usize, usize)> = Vec::new();
    let mut open: HashMap<&str, usize> = HashMap::new();
    for group in groups.iter_mut().filter(|group| group.size <= limits.size) {
        let shared = group.requests.first().filter(|_| capabilities.shared_context);
        let last = open.entry(shared.map_or("", |request| request.paragraph.as_str())).or_insert(usize::MAX);
        match sizes.get_mut(*last) {
            Some((texts, size)) if *texts < limits.texts && size.saturating_add(group.size) <= limits.size => {
                *texts += 1;
                *size += group.size;
            }
            _ => {
                *last = sizes.len();
                sizes.push((1, group.size));
            }
        }
        group.call = *last;
    }
}

/// The groups of each call, in the order of the first of each.
pub(super) fn batches(groups: Vec<RequestGroup<'_>>) -> impl Iterator<Item = Batch<'_>> {
    let mut calls: BTreeMap<usize, Vec<RequestGroup<'_>>> = BTreeMap::new();
    for group in groups {
        calls.entry(group.call).or_default().push(group);
    }
    calls.into_values().map(|groups| Batch { groups, second_try: false, exhausted: false, postponed: false })
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
        let question = |request: &&Request| Request { retry: self.second_try, ..(*request).clone() };
        self.groups.iter().filter_map(|group| group.requests.first()).map(question).collect()
    }
}
