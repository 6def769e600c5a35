//! The memory, asked as a backend is asked.

use std::collections::HashMap;

use crate::{
    backend::{Lookup, Request},
    memory::{Match, Memory},
    model::{Article, Leverage, Origin, Pair, SegmentId, State, Target, Text},
};

/// A backend that answers from memory. An in-context match of a finished translation is as good as that one; any other
/// match is a draft.
pub fn memory_backend<'a>(
    article: &'a Article,
    memory: &'a dyn Memory,
) -> Lookup<impl Fn(&Pair, &Request) -> Option<Target> + Send + Sync + 'a> {
    let sources: Vec<(SegmentId, String)> =
        article.segments().map(|(unit, segment)| (segment.id, unit.text_of(segment).prose)).collect();
    let places: HashMap<SegmentId, usize> =
        sources.iter().enumerate().rev().map(|(place, (id, _))| (*id, place)).collect();
    let lookup = move |_: &Pair, request: &Request| {
        let place = places.get(&request.id)?;
        let neighbour = |place: Option<usize>| Some(sources.get(place?)?.1.as_str());
        let found = memory.lookup(&request.source, neighbour(place.checked_sub(1)), neighbour(place.checked_add(1)))?;
        Some(target(found))
    };
    Lookup { name: "memory", lookup }
}

fn target(found: Match) -> Target {
    let finished = found.leverage == Leverage::InContext && found.state >= State::Translated;
    let state = if finished { State::Translated } else { State::Initial };
    let text: Text = found.target;
    Target { state, origin: Origin::Memory { leverage: found.leverage }, ..Target::human(text, None) }
}
