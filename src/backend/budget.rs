//! What a run may still spend, over all its articles and locales.

use std::{
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::Charge;
use crate::ledger::{BillingUnit, Money, Price};

/// What a run may spend. Shared between threads, so that together they stay below it.
#[derive(Debug, Default)]
pub struct Budget {
    characters: Option<usize>,
    cost: Option<Money>,
    spent: Mutex<Spent>,
}

/// What is spent or reserved.
#[derive(Debug, Clone, Copy, Default)]
struct Spent {
    characters: usize,
    cost: Money,
}

/// What one text of a call takes: its characters, and the amount of what its engine counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Load {
    /// Its characters.
    pub(super) characters: usize,
    /// What its engine counts.
    pub(super) unit: BillingUnit,
    /// How much of that unit it takes.
    pub(super) amount: usize,
}

/// Which limit of a run is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BudgetLimit {
    /// That of characters.
    Characters(usize),
    /// That of money.
    Cost(Money),
}

impl fmt::Display for BudgetLimit {
    /// Writes it as on the command line.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Characters(most) => write!(out, "`--max-chars {most}`"),
            Self::Cost(most) => write!(out, "`--max-cost {most}`"),
        }
    }
}

impl Budget {
    /// A budget of at most so many characters, and so much money.
    #[must_use]
    pub fn new(characters: Option<usize>, cost: Option<Money>) -> Self {
        Self { characters, cost, spent: Mutex::default() }
    }

    /// Whether it limits the cost.
    #[must_use]
    pub const fn limits_cost(&self) -> bool {
        self.cost.is_some()
    }

    /// Returns what is left of the characters and of the money, where they are limited.
    #[must_use]
    pub fn left(&self) -> (Option<usize>, Option<Money>) {
        let spent = *self.spent();
        (
            self.characters.map(|most| most.saturating_sub(spent.characters)),
            self.cost.map(|most| most.minus(spent.cost)),
        )
    }

    /// Reserves what the first of these texts take that fit together, and returns their number; if none fits, fails with
    /// the limit that forbids it. Texts of an engine without a price cost nothing.
    pub(super) fn reserve(&self, price: Option<&Price>, loads: &[Load]) -> Result<usize, BudgetLimit> {
        let mut spent = self.spent();
        let (mut fitting, mut reserved) = (0, *spent);
        for load in loads {
            let cost = price.map_or(Money::default(), |price| price.of(load.amount));
            let next = Spent {
                characters: reserved.characters.saturating_add(load.characters),
                cost: reserved.cost.plus(cost),
            };
            let limit = match (self.characters, self.cost) {
                (Some(most), _) if next.characters > most => Some(BudgetLimit::Characters(most)),
                (_, Some(most)) if next.cost > most => Some(BudgetLimit::Cost(most)),
                _ => None,
            };
            match limit {
                Some(limit) if fitting == 0 => return Err(limit),
                Some(_) => break,
                None => (fitting, reserved) = (fitting + 1, next),
            }
        }
        *spent = reserved;
        Ok(fitting)
    }

    /// Gives back what was reserved for texts that certainly cost nothing.
    pub(super) fn release(&self, price: Option<&Price>, loads: &[Load]) {
        let mut spent = self.spent();
        for load in loads {
            let cost = price.map_or(Money::default(), |price| price.of(load.amount));
            spent.characters = spent.characters.saturating_sub(load.characters);
            spent.cost = spent.cost.minus(cost);
        }
    }

    /// Counts what the engine says that it has counted, in place of what was reserved for it. One that says it has counted nothing
    /// does not count at all.
    pub(super) fn correct(&self, price: Option<&Price>, loads: &[Load], charge: &Charge) {
        let told = charge.total();
        if told == 0 {
            return;
        }
        let mut spent = self.spent();
        if charge.unit == BillingUnit::Characters {
            let reserved = loads.iter().fold(0_usize, |sum, load| sum.saturating_add(load.characters));
            spent.characters = spent.characters.saturating_sub(reserved).saturating_add(told);
        }
        if let Some(price) = price.filter(|price| price.per == charge.unit) {
            let reserved = loads.iter().fold(Money::default(), |sum, load| sum.plus(price.of(load.amount)));
            spent.cost = spent.cost.minus(reserved).plus(price.of(told));
        }
    }

    fn spent(&self) -> MutexGuard<'_, Spent> {
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
