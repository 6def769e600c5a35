//! Calls to an engine: which questions go together.

use std::collections::{BTreeMap, HashMap};

use super::{Backend, Capabilities, EarlierDraft, Limits, PROTECTION, Request};
use crate::{
    ledger::{Key, Parts},
    model::Pair,
};

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
    /// What was wrong with its first draft, where it is asked for a second time.
    pub(super) earlier: Option<EarlierDraft>,
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

/// Groups requests; where answers are recorded, identical wordings form one group.
pub(super) fn groups<'a>(
    backend: &dyn Backend,
    pair: &Pair,
    requests: &[&'a Request],
    is_recorded: bool,
) -> Vec<RequestGroup<'a>> {
    let capabilities = backend.capabilities(pair);
    let engine = backend.identity();
    let mut groups: Vec<RequestGroup<'a>> = Vec::new();
    let mut known: HashMap<Key, usize> = HashMap::new();
    for request in requests {
        let source = request.protected_text();
        let key = is_recorded.then(|| {
            let (before, after) = match capabilities {
                Capabilities { shared_context: true, .. } => (request.paragraph.as_str(), ""),
                Capabilities { context: true, .. } => (request.before.as_str(), request.after.as_str()),
                _ => ("", ""),
            };
            let background = if capabilities.background { request.background() } else { Vec::new() };
            Key::of(&Parts {
                engine: &engine,
                pair,
                protection: PROTECTION,
                hints: if capabilities.hints { &request.hints } else { &[] },
                before,
                after,
                background: &background,
                source: &source,
            })
        });
        let group = key.as_ref().and_then(|key| known.get(key)).and_then(|index| groups.get_mut(*index));
        if let Some(group) = group {
            group.requests.push(request);
            continue;
        }
        known.extend(key.clone().map(|key| (key, groups.len())));
        let (characters, size) = (source.chars().count(), backend.size(request));
        groups.push(RequestGroup { requests: vec![request], characters, size, call: 0, key, earlier: None });
    }
    groups
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
    /// The call that asks for a group once more, and says what was wrong.
    pub(super) fn second_try(group: RequestGroup<'a>, earlier: EarlierDraft) -> Self {
        let group = RequestGroup { earlier: Some(earlier), ..group };
        Self { groups: vec![group], second_try: true, exhausted: false, postponed: false }
    }

    /// The batch in two parts, the first with so many groups.
    pub(super) fn split_at(mut self, count: usize) -> Vec<Self> {
        let groups = self.groups.split_off(count.min(self.groups.len()));
        let rest = Self { groups, second_try: self.second_try, exhausted: self.exhausted, postponed: self.postponed };
        vec![self, rest]
    }

    /// The requests to send: one of each group. An earlier draft goes with it as far as there is room.
    pub(super) fn questions(&self, fits: impl Fn(&Request) -> bool) -> Vec<Request> {
        let question = |group: &RequestGroup<'a>| {
            let request = Request { earlier: group.earlier.clone(), ..(*group.requests.first()?).clone() };
            if request.earlier.is_none() || fits(&request) {
                return Some(request);
            }
            let faults = request.earlier.map(|earlier| earlier.faults).unwrap_or_default();
            Some(Request { earlier: Some(EarlierDraft { text: None, faults }), ..request })
        };
        self.groups.iter().filter_map(question).collect()
    }
}
