//! What was asked, answered and paid?
//!
//! The promise, exactly: an answer that has been stored is never paid for twice; a request that was in flight when the
//! process died may be, and the next run lists it ([`Ledger::in_doubt`]). So a request is recorded before the call,
//! and its answer before anything else happens with it.
//!
//! Implementors: [`Journal`], an append-only file of JSON lines (over [`Append`], so that no file is opened here).

mod journal;
mod key;

pub use journal::{Append, Buffer, FORM, Journal};
pub use key::{Key, Parts};

use crate::model::{Hinted, Message};

/// One question that goes out to an engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What is asked, as a digest.
    pub key: Key,
    /// The engine's product name.
    pub engine: String,
    /// The direction, as `en>be`.
    pub pair: String,
    /// The article's name; empty where a ledger of tolmach 0.1.0 does not say it.
    pub article: String,
    /// The day on which it is asked, `YYYY-MM-DD`; empty where a ledger of tolmach 0.1.0 does not say it.
    pub day: String,
    /// The segment, as segment files name it.
    pub segment: String,
    /// Characters sent for translation, context and hints not counted: what most engines charge for.
    pub characters: usize,
}

/// What one engine was used for, in one article and locale, on one day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bill {
    /// The engine's product name; empty where the question's line is lost and only its answer is left.
    pub engine: String,
    /// The article's name; empty where the ledger does not say it.
    pub article: String,
    /// The language that was translated into, as a BCP 47 tag; empty where the question's line is lost.
    pub locale: String,
    /// The day on which it was asked, `YYYY-MM-DD`; empty where the ledger does not say it.
    pub day: String,
    /// Questions that were sent.
    pub asked: usize,
    /// Questions that were answered.
    pub answered: usize,
    /// Characters of the answered questions.
    pub characters: usize,
    /// Questions that were sent and of which nothing more is known; the engine may have charged for them.
    pub in_doubt: usize,
}

/// The durable record of what was asked of engines, answered and billed. Shared between threads.
pub trait Ledger: Send + Sync {
    /// The stored answer, as the engine gave it; whoever has one does not ask again.
    fn answer(&self, key: &Key) -> Option<String>;

    /// Records questions, durably, before they are sent.
    fn asked(&self, questions: &[Asked]) -> Result<(), LedgerError>;

    /// Records answers, durably, before anything else happens with them.
    fn answered(&self, answers: &[(Key, String)]) -> Result<(), LedgerError>;

    /// Records that the engine certainly gave (and charged) nothing for these questions.
    fn refused(&self, keys: &[Key]) -> Result<(), LedgerError>;

    /// The questions that were sent and of which nothing more is known, in the order they were asked.
    fn in_doubt(&self) -> Vec<Asked>;

    /// What the engines were used for, by engine, article, locale and day.
    fn bill(&self) -> Vec<Bill>;
}

/// No ledger: it knows no answer, and since nothing can be recorded, nothing can be asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoLedger;

impl NoLedger {
    fn error() -> LedgerError {
        LedgerError { cause: "there is none".to_owned() }
    }
}

impl Ledger for NoLedger {
    fn answer(&self, _: &Key) -> Option<String> {
        None
    }

    fn asked(&self, _: &[Asked]) -> Result<(), LedgerError> {
        Err(Self::error())
    }

    fn answered(&self, _: &[(Key, String)]) -> Result<(), LedgerError> {
        Err(Self::error())
    }

    fn refused(&self, _: &[Key]) -> Result<(), LedgerError> {
        Err(Self::error())
    }

    fn in_doubt(&self) -> Vec<Asked> {
        Vec::new()
    }

    fn bill(&self) -> Vec<Bill> {
        Vec::new()
    }
}

/// The ledger could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the ledger cannot be written: {cause}")]
pub struct LedgerError {
    /// What the system said.
    pub cause: String,
}

impl Hinted for LedgerError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new("hint-ledger"))
    }

    fn all() -> Vec<Self> {
        vec![Self { cause: "no space left on device".to_owned() }]
    }
}
