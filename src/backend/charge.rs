//! What engines themselves say of their bill.

use crate::ledger::BillingUnit;

/// What the other side says that it has counted for a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// Of what.
    pub unit: BillingUnit,
    /// How much for each request of the call, in order; what is not told for each by itself counts with the first.
    pub amounts: Vec<usize>,
}

impl Charge {
    /// All that it has counted for the call.
    #[must_use]
    pub fn total(&self) -> usize {
        self.amounts.iter().fold(0, |sum, amount| sum.saturating_add(*amount))
    }

    /// How much of it counts with the request at a place, of so many in the call. Where it gives another number of amounts,
    /// all counts with the first.
    pub(super) fn of(&self, place: usize, count: usize) -> usize {
        match self.amounts.get(place) {
            Some(amount) if self.amounts.len() == count => *amount,
            _ if place == 0 => self.total(),
            _ => 0,
        }
    }
}
