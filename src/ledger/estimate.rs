//! What a run would be billed.

use std::collections::{BTreeMap, btree_map::Entry};

use super::Money;
use crate::model::Locale;

/// What one engine would be asked for in one article and locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// The engine's product name.
    pub engine: String,
    /// The article's name.
    pub article: String,
    /// The target language.
    pub locale: Locale,
    /// The sum of it.
    pub sum: EstimateSum,
}

/// A sum of what would be asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EstimateSum {
    /// The number of texts; sentences of the same wording are one.
    pub segments: usize,
    /// The characters of the texts.
    pub characters: usize,
    /// The tokens of question and answer, as far as they can be told beforehand; `None` where no engine counts any.
    pub tokens: Option<usize>,
    /// What it would cost, by currency.
    pub cost: BTreeMap<String, Money>,
    /// Whether an engine without a price takes part, so that `cost` is not all.
    pub is_unpriced: bool,
}

impl EstimateSum {
    /// Adds another sum.
    pub fn add(&mut self, other: &Self) {
        self.segments += other.segments;
        self.characters = self.characters.saturating_add(other.characters);
        self.tokens = match (self.tokens, other.tokens) {
            (None, None) => None,
            (one, two) => Some(one.unwrap_or_default().saturating_add(two.unwrap_or_default())),
        };
        for (currency, amount) in &other.cost {
            let sum = self.cost.entry(currency.clone()).or_default();
            *sum = sum.plus(*amount);
        }
        self.is_unpriced |= other.is_unpriced;
    }

    /// Returns the whole cost and its currency; `None` where a price is missing or there are several currencies.
    #[must_use]
    pub fn whole_cost(&self) -> Option<(&str, Money)> {
        let mut all = self.cost.iter();
        let (currency, amount) = all.next().filter(|_| !self.is_unpriced)?;
        all.next().is_none().then_some((currency.as_str(), *amount))
    }
}

/// Adds up estimates by article, locale and engine, in that order.
#[must_use]
pub fn summed(estimates: Vec<Estimate>) -> Vec<Estimate> {
    let mut rows: BTreeMap<[String; 3], Estimate> = BTreeMap::new();
    for estimate in estimates {
        match rows.entry([estimate.article.clone(), estimate.locale.to_string(), estimate.engine.clone()]) {
            Entry::Vacant(entry) => _ = entry.insert(estimate),
            Entry::Occupied(mut entry) => entry.get_mut().sum.add(&estimate.sum),
        }
    }
    rows.into_values().collect()
}

/// Returns the sum of all estimates.
#[must_use]
pub fn total(estimates: &[Estimate]) -> EstimateSum {
    estimates.iter().fold(EstimateSum::default(), |mut sum, estimate| {
        sum.add(&estimate.sum);
        sum
    })
}
