//! The translation memory as a backend.

use std::collections::HashMap;

use crate::{
    backend::{Lookup, Request},
    memory::{Match, Memory},
    model::{Article, Leverage, Origin, Pair, SegmentId, State, Target, Text},
};

/// Creates a backend that answers from memory. An in-context match of a finished translation counts as translated; any
/// other match is a draft.
pub fn memory_backend<'a>(
    article: &'a Article,
    memory: &'a dyn Memory,
) -> Lookup<impl Fn(&Pair, &Request) -> Option<Target> + Send + Sync + 'a> {
    let sources: Vec<(SegmentId, String)> =
        article.segments().map(|(unit, segment)| (segment.id, unit.text_of(segment).prose)).collect();
    let indexes: HashMap<SegmentId, usize> =
        sources.iter().enumerate().rev().map(|(index, (id, _))| (*id, index)).collect();
    let lookup = move |_: &Pair, request: &Request| {
        let index = indexes.get(&request.id)?;
        let neighbour = |index: Option<usize>| Some(sources.get(index?)?.1.as_str());
        let hit = memory.lookup(&request.source, neighbour(index.checked_sub(1)), neighbour(index.checked_add(1)))?;
        Some(target_of(hit))
    };
    Lookup { name: "memory", lookup }
}

fn target_of(hit: Match) -> Target {
    let is_finished = hit.leverage == Leverage::InContext && hit.state >= State::Translated;
    let state = if is_finished { State::Translated } else { State::Initial };
    let text: Text = hit.target;
    Target { state, origin: Origin::Memory { leverage: hit.leverage }, ..Target::human(text, None) }
}
