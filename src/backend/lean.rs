//! Requests that would be too big with all that is known about a text: what helps least is left out, the text never.

use super::{Backend, BackendError, Capabilities, Request};
use crate::model::{Hint, Pair};

/// The request, of this size, as it fits the backend's limit: without what helps least, as far as that is needed. `None` where it
/// fits as it is, and where not even the text does.
pub(super) fn lean(backend: &dyn Backend, pair: &Pair, request: &Request, size: usize) -> Option<Request> {
    let limit = backend.limits().size;
    if size <= limit || !has_more(backend.capabilities(pair), request) {
        return None;
    }
    let fits = |request: &Request| backend.size(request) <= limit;
    let hints = by_value(&request.hints);
    let mut lean = Request { memory: Vec::new(), ..request.clone() };
    if !fits(&lean) {
        lean.sibling = None;
    }
    if !fits(&lean) {
        lean = without_context(lean);
    }
    if fits(&lean) {
        return Some(lean);
    }
    // How many of the hints there is room for: the more, the bigger.
    let (mut most, mut too_many) = (0, hints.len());
    if !fits(&with_hints(&lean, &hints, 0)) {
        return None;
    }
    while most + 1 < too_many {
        let middle = most.midpoint(too_many);
        if fits(&with_hints(&lean, &hints, middle)) {
            most = middle;
        } else {
            too_many = middle;
        }
    }
    Some(with_hints(&lean, &hints, most))
}

/// The same questions with less said about them, where that may be what the engine refuses or what makes them too big; `None`
/// where nothing more can be left out.
pub(super) fn with_less(
    capabilities: Capabilities,
    requests: &[Request],
    error: &BackendError,
) -> Option<Vec<Request>> {
    match (error, requests) {
        (BackendError::TooBig { .. }, [request]) => Some(vec![leaner(capabilities, request)?]),
        (BackendError::Refused { status: 400 | 422, .. }, requests) => {
            let bare: Vec<Option<Request>> = requests.iter().map(|request| bare(capabilities, request)).collect();
            let is_less = bare.iter().any(Option::is_some);
            let fewer = bare.into_iter().zip(requests).map(|(bare, request)| bare.unwrap_or_else(|| request.clone()));
            is_less.then(|| fewer.collect())
        }
        _ => None,
    }
}

/// The request with a quarter of its hints, or with none where it has few, and without all else that is known.
fn leaner(capabilities: Capabilities, request: &Request) -> Option<Request> {
    if !has_more(capabilities, request) {
        return None;
    }
    let hints = by_value(&request.hints);
    let bare = without_context(Request { memory: Vec::new(), sibling: None, ..request.clone() });
    let count = if hints.len() < 8 { 0 } else { hints.len() / 4 };
    Some(with_hints(&bare, &hints, count))
}

/// The request with nothing but its text; `None` where it has nothing else.
pub(super) fn bare(capabilities: Capabilities, request: &Request) -> Option<Request> {
    let is_more = has_more(capabilities, request);
    is_more.then(|| Request {
        memory: Vec::new(),
        sibling: None,
        hints: Vec::new(),
        ..without_context(request.clone())
    })
}

/// Whether the engine is told more than the text.
fn has_more(capabilities: Capabilities, request: &Request) -> bool {
    let has_background = !request.memory.is_empty() || request.sibling.is_some();
    let has_context = !request.before.is_empty() || !request.after.is_empty();
    capabilities.hints && !request.hints.is_empty()
        || capabilities.background && has_background
        || capabilities.context && has_context
        || capabilities.shared_context && !request.paragraph.is_empty()
}

fn without_context(request: Request) -> Request {
    Request { before: String::new(), after: String::new(), paragraph: String::new(), ..request }
}

/// The places of hints, those that help most first: terms with refused wordings, since a draft must not have these; then longer
/// terms, since they say most.
fn by_value(hints: &[Hint]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..hints.len()).collect();
    let value = |place: &usize| {
        hints.get(*place).map(|hint| (hint.forbidden.is_empty(), usize::MAX - hint.source.chars().count()))
    };
    places.sort_by_cached_key(value);
    places
}

/// The request with the first so many of its hints, in their own order.
fn with_hints(request: &Request, by_value: &[usize], count: usize) -> Request {
    let mut kept: Vec<usize> = by_value.iter().take(count).copied().collect();
    kept.sort_unstable();
    let hints = kept.into_iter().filter_map(|place| request.hints.get(place).cloned()).collect();
    Request { hints, ..request.clone() }
}
