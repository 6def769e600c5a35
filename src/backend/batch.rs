//! Calls to an engine: which questions go together.

use std::collections::{BTreeMap, HashMap};

use super::{Backend, BackendError, Capabilities, EarlierDraft, Limits, PROTECTION, Reach, Request, lean::lean};
use crate::{
    ledger::{Key, Parts},
    model::{Pair, SegmentId},
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
    /// What is sent of it, where all that is known would be too big. Its key is that of the whole.
    lean: Option<Request>,
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
        let whole = backend.size(request);
        let lean = lean(backend, pair, request, whole);
        let size = lean.as_ref().map_or(whole, |lean| backend.size(lean));
        let characters = source.chars().count();
        groups.push(RequestGroup { requests: vec![request], characters, size, call: 0, key, earlier: None, lean });
    }
    groups
}

impl RequestGroup<'_> {
    /// The segments of which less is said in this request than is known, with the number of hints left out.
    pub(super) fn left_out_beside(&self, sent: &Request) -> Vec<(SegmentId, usize)> {
        let sizes = |request: &Request| {
            let context = [&request.before, &request.after, &request.paragraph].map(String::len);
            (request.hints.len(), request.memory.len(), request.sibling.is_some(), context)
        };
        let is_less = self.requests.first().is_some_and(|whole| sizes(whole) != sizes(sent));
        let of = |request: &&Request| (request.id, request.hints.len().saturating_sub(sent.hints.len()));
        if is_less { self.requests.iter().map(of).collect() } else { Vec::new() }
    }
}

/// The error that texts of an article are longer than a call of the backend may be, and than those of later ones may. What a later
/// backend inside the program will do is not known before.
pub(super) fn too_long(
    backend: &dyn Backend,
    groups: &[RequestGroup<'_>],
    (pair, article): (&Pair, &str),
    later: &[&dyn Backend],
) -> Option<BackendError> {
    let Limits { size: limit, unit, .. } = backend.limits();
    let takes = |backend: &&dyn Backend, request: &Request| {
        let size = backend.size(request);
        backend.reach() == Reach::Inside
            || size <= backend.limits().size
            || lean(*backend, pair, request, size).is_some()
    };
    let long = groups.iter().filter(|group| group.size > limit).filter_map(|group| group.requests.first());
    let lost = long.filter(|request| !later.iter().any(|backend| takes(backend, request)));
    let segments: Vec<String> = lost.map(|request| request.id.to_string()).collect();
    let (engine, article) = (backend.name().to_owned(), article.to_owned());
    (!segments.is_empty()).then_some(BackendError::TooLong { engine, article, segments, limit, unit })
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
            let whole = *group.requests.first()?;
            let sent = group.lean.as_ref().unwrap_or(whole);
            let request = Request { earlier: group.earlier.clone(), ..sent.clone() };
            if request.earlier.is_none() || fits(&request) {
                return Some(request);
            }
            let faults = request.earlier.map(|earlier| earlier.faults).unwrap_or_default();
            Some(Request { earlier: Some(EarlierDraft { text: None, faults }), ..request })
        };
        self.groups.iter().filter_map(question).collect()
    }
}
