//! What the driver works with besides the backends.

use super::{Clock, Patience, RejectionReason, Request, SystemClock};
use crate::{ledger::Ledger, model::Target};

/// A check of a whole draft that knows the language or the glossary: the reason where it must not be taken.
pub type Accept<'a> = dyn Fn(&Request, &Target) -> Result<(), RejectionReason> + Sync + 'a;

/// What the driver works with besides the backends.
#[derive(Clone, Copy)]
pub struct DriveOptions<'a> {
    /// Where questions and answers are kept; without one nothing is.
    pub ledger: Option<&'a dyn Ledger>,
    /// The article's name, as the ledger records it.
    pub article: &'a str,
    /// Today, `YYYY-MM-DD`, as the ledger records it.
    pub today: &'a str,
    /// Told after each step how many of all requests are answered or given up: (done, total). From any thread, in order.
    pub on_progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Calls at the same time, at least 1.
    pub jobs: usize,
    /// The time.
    pub clock: &'a dyn Clock,
    /// How long one goes on asking.
    pub patience: Patience,
    /// Whether to ask anew where the stored answers cannot be used; else they are what they are, and nothing is paid
    /// for twice.
    pub again: bool,
    /// A further check of each draft.
    pub accept: Option<&'a Accept<'a>>,
}

impl Default for DriveOptions<'_> {
    /// No ledger, no progress, one call at a time, the real clock.
    fn default() -> Self {
        const QUIET: fn(usize, usize) = |_, _| {};
        Self {
            ledger: None,
            article: "",
            today: "",
            on_progress: &QUIET,
            jobs: 1,
            clock: &SystemClock,
            patience: Patience::default(),
            again: false,
            accept: None,
        }
    }
}
