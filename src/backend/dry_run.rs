//! What a run would send, collected instead of sending it.

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

use super::{Backend, Request, budget::Load};
use crate::{
    ledger::{BillingUnit, Estimate, EstimateSum, Key, Money, summed},
    model::Pair,
};

/// What a run would send. Shared between threads, so that a sentence which the first article pays for is not counted
/// again in the second.
#[derive(Debug, Default)]
pub struct DryRun {
    state: Mutex<DryRunState>,
}

#[derive(Debug, Default)]
struct DryRunState {
    calls: Vec<Estimate>,
    keys: HashSet<Key>,
}

impl DryRun {
    /// Whether a text has not been planned yet; from now on it has.
    pub(super) fn is_new(&self, key: &Key) -> bool {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).keys.insert(key.clone())
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
        let call = Estimate {
            engine: backend.name().to_owned(),
            article: article.to_owned(),
            locale: pair.target.clone(),
            sum,
        };
        self.state.lock().unwrap_or_else(PoisonError::into_inner).calls.push(call);
    }

    /// Returns what would be asked for, by article, locale and engine.
    #[must_use]
    pub fn estimates(self) -> Vec<Estimate> {
        summed(self.state.into_inner().unwrap_or_else(PoisonError::into_inner).calls)
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
