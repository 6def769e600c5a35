//! A memory in memory.

use std::collections::HashMap;

use super::{Match, Memory, key};
use crate::model::{Article, Code, CodeKind, CodeName, Leverage, Origin, State, Text, Translation};

/// A sentence and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemoryPair {
    /// The sentence.
    pub source: Text,
    /// Its translation; codes have the numbers of the source's.
    pub target: Text,
    /// What stood around the sentence; `None` where that is not known.
    pub context: Option<Neighbours>,
    /// How far the translation had come.
    pub state: State,
    /// Where it came from.
    pub origin: Origin,
}

/// What stood around a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Neighbours {
    /// Words of the sentence before; `None` at the beginning of an article.
    pub before: Option<String>,
    /// Words of the sentence behind; `None` at the end.
    pub after: Option<String>,
}

/// The finished segments of an article with their neighbours: translated or further, and not stale.
#[must_use]
pub fn finished(article: &Article, translation: &Translation) -> Vec<MemoryPair> {
    let sources: Vec<_> = article.segments().map(|(unit, segment)| (segment.id, unit.text_of(segment))).collect();
    let prose = |at: Option<usize>| at.and_then(|at| sources.get(at)).map(|(_, text)| text.prose.clone());
    let pairs = sources.iter().enumerate().filter_map(|(at, (id, source))| {
        let target = translation.targets.get(id)?;
        let done = target.state >= State::Translated && !target.is_stale() && !target.text.is_empty();
        done.then(|| MemoryPair {
            source: source.clone(),
            target: target.text.clone(),
            context: Some(Neighbours { before: prose(at.checked_sub(1)), after: prose(Some(at + 1)) }),
            state: target.state,
            origin: target.origin.clone(),
        })
    });
    pairs.collect()
}

/// Pairs, found by their source.
#[derive(Debug, Clone, Default)]
pub struct Pairs {
    pairs: Vec<MemoryPair>,
    sentences: HashMap<String, Found>,
}

/// Where the pairs of one sentence stand.
#[derive(Debug, Clone, Default)]
struct Found {
    /// The best one in any context.
    best: usize,
    /// By what stood around.
    contexts: HashMap<Neighbours, usize>,
}

impl Pairs {
    /// A memory of these pairs. Of two translations of a sentence the one that has come further counts, of equals the
    /// later. A pair whose codes do not fit together is left out.
    #[must_use]
    pub fn new(pairs: impl IntoIterator<Item = MemoryPair>) -> Self {
        let mut memory = Self::default();
        for pair in pairs {
            memory.add(pair);
        }
        memory
    }

    /// How many pairs there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Adds a pair, as [`Pairs::new`] does.
    pub fn add(&mut self, pair: MemoryPair) {
        if pair.target.is_empty() || !fits(&pair.source, &pair.target) {
            return;
        }
        let at = self.pairs.len();
        let state = |at: &usize| self.pairs.get(*at).map(|pair| pair.state);
        let context = pair.context.as_ref().map(|context| Neighbours {
            before: context.before.as_deref().map(key::plain),
            after: context.after.as_deref().map(key::plain),
        });
        let found = self
            .sentences
            .entry(key::sentence(&pair.source))
            .or_insert_with(|| Found { best: at, contexts: HashMap::new() });
        if state(&found.best).is_none_or(|before| before <= pair.state) {
            found.best = at;
        }
        if let Some(context) = context {
            let place = found.contexts.entry(context).or_insert(at);
            if state(place).is_none_or(|before| before <= pair.state) {
                *place = at;
            }
        }
        self.pairs.push(pair);
    }
}

impl Memory for Pairs {
    fn lookup(&self, source: &Text, before: Option<&str>, after: Option<&str>) -> Option<Match> {
        let found = self.sentences.get(&key::sentence(source))?;
        let context = Neighbours { before: before.map(key::plain), after: after.map(key::plain) };
        let (at, leverage) = match found.contexts.get(&context) {
            Some(at) => (*at, Leverage::InContext),
            None => (found.best, Leverage::Exact),
        };
        let pair = self.pairs.get(at)?;
        let target = renumbered(&pair.source, &pair.target, source);
        Some(Match { leverage, target, state: pair.state, origin: pair.origin.clone() })
    }
}

/// Whether a target has exactly the codes of its source, each pair opened before it is closed.
fn fits(source: &Text, target: &Text) -> bool {
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

/// A pair's target with the numbers and names of the codes of another sentence that reads the same.
fn renumbered(source: &Text, target: &Text, asked: &Text) -> Text {
    let order = key::numbers(source);
    let ids: HashMap<u32, u32> = key::numbers(asked).into_iter().map(|(id, number)| (number, id)).collect();
    let names: HashMap<(u32, CodeKind), CodeName> =
        asked.codes.iter().map(|(_, code)| ((code.id, code.kind), code.name)).collect();
    let codes = target.codes.iter().map(|(at, code)| {
        let id = order.get(&code.id).and_then(|number| ids.get(number)).copied().unwrap_or(code.id);
        let name = names.get(&(id, code.kind)).copied().unwrap_or(code.name);
        (*at, Code { id, kind: code.kind, name, markup: String::new() })
    });
    Text { prose: target.prose.clone(), codes: codes.collect() }
}
