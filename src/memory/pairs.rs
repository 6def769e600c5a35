//! An in-memory translation memory.

use std::collections::HashMap;

use super::{Match, Memory, key};
use crate::model::{Article, Code, CodeKind, CodeName, Leverage, Origin, State, Text, Translation};

/// A sentence and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemoryPair {
    /// The sentence.
    pub source: Text,
    /// Its translation, with the source's code numbers.
    pub target: Text,
    /// The neighbouring sentences; `None` if not known.
    pub context: Option<Neighbours>,
    /// The review state of the translation.
    pub state: State,
    /// Its origin.
    pub origin: Origin,
}

/// The sentences around a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Neighbours {
    /// Words of the sentence before; `None` at the beginning of an article.
    pub before: Option<String>,
    /// Words of the sentence after; `None` at the end.
    pub after: Option<String>,
}

/// Returns the finished segments of an article with their neighbours: translated or further, and not stale.
#[must_use]
pub fn finished(article: &Article, translation: &Translation) -> Vec<MemoryPair> {
    let sources: Vec<_> = article.segments().map(|(unit, segment)| (segment.id, unit.text_of(segment))).collect();
    let prose = |index: Option<usize>| index.and_then(|index| sources.get(index)).map(|(_, text)| text.prose.clone());
    let pairs = sources.iter().enumerate().filter_map(|(index, (id, source))| {
        let target = translation.targets.get(id)?;
        let is_finished = target.state >= State::Translated && !target.is_stale() && !target.text.is_empty();
        is_finished.then(|| MemoryPair {
            source: source.clone(),
            target: target.text.clone(),
            context: Some(Neighbours { before: prose(index.checked_sub(1)), after: prose(Some(index + 1)) }),
            // What was approved unread is a draft for other sentences too.
            state: if target.is_draft() { State::Initial } else { target.state },
            origin: target.origin.clone(),
        })
    });
    pairs.collect()
}

/// Pairs, indexed by their source.
#[derive(Debug, Clone, Default)]
pub struct Pairs {
    pairs: Vec<MemoryPair>,
    sentences: HashMap<String, Indexes>,
}

/// The indexes of the pairs of one sentence.
#[derive(Debug, Clone, Default)]
struct Indexes {
    /// The best one in any context.
    best: usize,
    /// The best one for each pair of neighbours.
    contexts: HashMap<Neighbours, usize>,
}

impl Pairs {
    /// Creates a memory of pairs. Of two translations of a sentence, the one with the higher state counts, or the later
    /// one if equal. A pair whose codes do not match is left out.
    #[must_use]
    pub fn new(pairs: impl IntoIterator<Item = MemoryPair>) -> Self {
        let mut memory = Self::default();
        for pair in pairs {
            memory.add(pair);
        }
        memory
    }

    /// Returns the number of pairs.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there are no pairs.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// All pairs, in the order in which they were added.
    pub fn all(&self) -> impl Iterator<Item = &MemoryPair> {
        self.pairs.iter()
    }

    /// Adds a pair like [`Pairs::new`].
    pub fn add(&mut self, pair: MemoryPair) {
        if pair.target.is_empty() || !has_matching_codes(&pair.source, &pair.target) {
            return;
        }
        let index = self.pairs.len();
        let state = |index: &usize| self.pairs.get(*index).map(|pair| pair.state);
        let context = pair.context.as_ref().map(|context| Neighbours {
            before: context.before.as_deref().map(key::plain),
            after: context.after.as_deref().map(key::plain),
        });
        let indexes = self
            .sentences
            .entry(key::sentence(&pair.source))
            .or_insert_with(|| Indexes { best: index, contexts: HashMap::new() });
        if state(&indexes.best).is_none_or(|before| before <= pair.state) {
            indexes.best = index;
        }
        if let Some(context) = context {
            let in_context = indexes.contexts.entry(context).or_insert(index);
            if state(in_context).is_none_or(|before| before <= pair.state) {
                *in_context = index;
            }
        }
        self.pairs.push(pair);
    }
}

impl Memory for Pairs {
    fn lookup(&self, source: &Text, before: Option<&str>, after: Option<&str>) -> Option<Match> {
        let indexes = self.sentences.get(&key::sentence(source))?;
        let context = Neighbours { before: before.map(key::plain), after: after.map(key::plain) };
        let (index, leverage) = match indexes.contexts.get(&context) {
            Some(index) => (*index, Leverage::InContext),
            None => (indexes.best, Leverage::Exact),
        };
        let pair = self.pairs.get(index)?;
        let target = renumber(&pair.source, &pair.target, source);
        Some(Match { leverage, target, state: pair.state, origin: pair.origin.clone() })
    }
}

/// Whether a target has exactly the codes of its source, each pair opened before it is closed.
fn has_matching_codes(source: &Text, target: &Text) -> bool {
    let mut open: HashMap<u32, bool> = HashMap::new();
    let paired: HashMap<u32, usize> =
        source.codes.iter().filter(|(_, code)| code.kind == CodeKind::Open).map(|(at, code)| (code.id, *at)).collect();
    let ordered = target.codes.iter().all(|(_, code)| match code.kind {
        CodeKind::Open => open.insert(code.id, true).is_none(),
        CodeKind::Close => !paired.contains_key(&code.id) || open.contains_key(&code.id),
        CodeKind::Single => true,
    });
    ordered && source.code_keys() == target.code_keys()
}

/// Returns a pair's target with the code numbers and names of another sentence with the same key.
fn renumber(source: &Text, target: &Text, query: &Text) -> Text {
    let order = key::numbers(source);
    let ids: HashMap<u32, u32> = key::numbers(query).into_iter().map(|(id, number)| (number, id)).collect();
    let names: HashMap<(u32, CodeKind), CodeName> =
        query.codes.iter().map(|(_, code)| ((code.id, code.kind), code.name)).collect();
    let codes = target.codes.iter().map(|(at, code)| {
        let id = order.get(&code.id).and_then(|number| ids.get(number)).copied().unwrap_or(code.id);
        let name = names.get(&(id, code.kind)).copied().unwrap_or(code.name);
        (*at, Code { id, kind: code.kind, name, markup: String::new() })
    });
    Text { prose: target.prose.clone(), codes: codes.collect() }
}
