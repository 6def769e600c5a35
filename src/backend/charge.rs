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
