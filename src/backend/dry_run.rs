//! What a run would send, collected instead of sending it.

use std::{
    collections::HashSet,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{Backend, Request, budget::Load};
use crate::{
    ledger::{BillingUnit, Estimate, EstimateSum, Key, Money, summed},
    model::{Locale, Pair},
};

/// What a run would send. Shared between threads, so that a sentence which the first article pays for is not counted
/// again in the second.
#[derive(Debug, Default)]
pub struct DryRun {
    /// Whether the requests themselves are kept.
    is_explaining: bool,
    state: Mutex<DryRunState>,
}

#[derive(Debug, Default)]
struct DryRunState {
    calls: Vec<Estimate>,
    requests: Vec<PlannedRequest>,
    keys: HashSet<Key>,
}

/// A request that an engine would get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRequest {
    /// The article's name.
    pub article: String,
    /// The target language.
    pub locale: Locale,
    /// The engine's name.
    pub engine: String,
    /// The request as a person can read it, without any key.
    pub text: String,
}

impl DryRun {
    /// A dry run that keeps the requests, too.
    #[must_use]
    pub fn explaining() -> Self {
        Self { is_explaining: true, ..Self::default() }
    }

    /// Whether a text has not been planned yet; from now on it has.
    pub(super) fn is_new(&self, key: &Key) -> bool {
        self.state().keys.insert(key.clone())
    }

    /// Adds a call for an article.
    pub(super) fn add(&self, backend: &dyn Backend, pair: &Pair, article: &str, requests: &[Request]) {
        let loads = loads(backend, pair, requests);
        let cost = backend.price().map(|price| {
            let cost = loads.iter().fold(Money::default(), |sum, load| sum.plus(price.of(load.amount)));
            (price.currency.clone(), cost)
        });
        let sum = EstimateSum {
            segments: requests.len(),
            characters: loads.iter().map(|load| load.characters).sum(),
            tokens: backend.tokens(pair, requests).map(|tokens| tokens.iter().sum()),
            is_unpriced: cost.is_none(),
            cost: cost.into_iter().collect(),
        };
        let (engine, article, locale) = (backend.name().to_owned(), article.to_owned(), pair.target.clone());
        let text = if self.is_explaining { backend.explain(pair, requests) } else { None };
        let mut state = self.state();
        if let Some(text) = text {
            let (article, locale, engine) = (article.clone(), locale.clone(), engine.clone());
            state.requests.push(PlannedRequest { article, locale, engine, text });
        }
        state.calls.push(Estimate { engine, article, locale, sum });
    }

    /// Returns what would be asked for, by article, locale and engine.
    #[must_use]
    pub fn estimates(self) -> Vec<Estimate> {
        summed(self.state.into_inner().unwrap_or_else(PoisonError::into_inner).calls)
    }

    /// Returns the requests, those of an edition in their order.
    #[must_use]
    pub fn requests(self) -> Vec<PlannedRequest> {
        self.state.into_inner().unwrap_or_else(PoisonError::into_inner).requests
    }

    fn state(&self) -> MutexGuard<'_, DryRunState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What each text of a call takes.
pub(super) fn loads(backend: &dyn Backend, pair: &Pair, requests: &[Request]) -> Vec<Load> {
    let characters = requests.iter().map(|request| request.protected_text().chars().count());
    let unit = backend.price().map(|price| price.per).unwrap_or_default();
    let tokens = if unit == BillingUnit::Tokens { backend.tokens(pair, requests) } else { None };
    let load = |(place, characters)| {
        let amount = match (unit, &tokens) {
            (BillingUnit::Requests, _) => usize::from(place == 0),
            (BillingUnit::Tokens, Some(tokens)) => tokens.get(place).copied().unwrap_or_default(),
            _ => characters,
        };
        Load { characters, unit, amount }
    };
    characters.enumerate().map(load).collect()
}
