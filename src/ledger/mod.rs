//! What was asked, answered and paid?
//!
//! The exact guarantee: an answer that has been stored is never paid for twice; a request that was in flight when the
//! process died may be, and the next run lists it ([`Ledger::in_doubt`]). So a request is recorded before the call, and
//! its answer before it is used in any way.
//!
//! Implementor: [`Journal`], an append-only file of JSON lines (over [`Storage`], so that no file is opened here) with an
//! [`Index`] of where each answer stands.

mod estimate;
mod index;
mod journal;
mod key;
mod line;
mod price;
mod scan;
mod storage;

pub use estimate::{Estimate, EstimateSum, summed, total};
pub use index::Index;
pub use journal::Journal;
pub use key::{Key, Parts};
pub use price::{Money, Price};
pub use scan::FORM;
pub use storage::Storage;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Hinted, Message};

/// What an engine counts for its bill.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum BillingUnit {
    /// Characters of the texts sent for translation.
    #[default]
    Characters,
    /// Tokens of a language model, of question and answer together.
    Tokens,
    /// Requests, whatever they hold.
    Requests,
}

impl BillingUnit {
    /// Returns its name, as settings and reports write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Tokens => "tokens",
            Self::Requests => "requests",
        }
    }
}

/// A request to an engine, as recorded in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRequest {
    /// The digest of everything that could change the answer.
    pub key: Key,
    /// The engine's product name.
    pub engine: String,
    /// The pair of locales, as `en>be`.
    pub pair: String,
    /// The article's name; empty if read from a ledger of tolmach 0.1.0, which does not record it.
    pub article: String,
    /// The day of the request, `YYYY-MM-DD`; empty if read from a ledger of tolmach 0.1.0, which does not record it.
    pub day: String,
    /// The segment, as named in segment files.
    pub segment: String,
    /// The number of characters sent for translation, context and hints not counted: what most engines charge for.
    pub characters: usize,
    /// What the engine counts for its bill.
    pub unit: BillingUnit,
    /// How much of that unit this request takes; its characters, where these are the unit.
    pub amount: usize,
}

/// An answer of an engine, as recorded in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerAnswer {
    /// The key of its request.
    pub key: Key,
    /// The answer as the engine gave it.
    pub text: String,
    /// What the engine says it has counted for it, of which unit; `None` where it says nothing.
    pub told: Option<(BillingUnit, usize)>,
}

/// What one engine was used for, in one article and locale, on one day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    /// The engine's product name; empty if the request's line is lost and only its answer is left.
    pub engine: String,
    /// The article's name; empty if the ledger does not record it.
    pub article: String,
    /// The target language, as a BCP 47 tag; empty if the request's line is lost.
    pub locale: String,
    /// The day of the requests, `YYYY-MM-DD`; empty if the ledger does not record it.
    pub day: String,
    /// What the engine counts for its bill.
    #[serde(default)]
    pub unit: BillingUnit,
    /// The number of requests sent.
    pub asked: usize,
    /// The number of answers.
    pub answered: usize,
    /// How much of the unit the requests took that were answered, or for which the engine says that it has counted something.
    pub billed: usize,
    /// The number of requests sent whose outcome is unknown; the engine may have charged for them.
    pub in_doubt: usize,
    /// The characters that the engine says it has counted for them; 0 where it says nothing.
    #[serde(default)]
    pub told_characters: usize,
    /// The tokens that it says it has counted; 0 where it says nothing.
    #[serde(default)]
    pub told_tokens: usize,
}

/// The durable record of what was requested from engines, answered and billed. Shared between threads.
pub trait Ledger: Send + Sync {
    /// Returns the stored answer, as the engine gave it; if there is one, no request is needed.
    fn answer(&self, key: &Key) -> Option<String>;

    /// Records requests, durably, before they are sent.
    fn record_requests(&self, requests: &[LedgerRequest]) -> Result<(), LedgerError>;

    /// Records answers, durably, before they are used in any way.
    fn record_told(&self, answers: &[LedgerAnswer]) -> Result<(), LedgerError>;

    /// Records answers of which the engine does not say what it has counted.
    fn record_answers(&self, answers: &[(Key, String)]) -> Result<(), LedgerError> {
        let answer = |(key, text): &(Key, String)| LedgerAnswer { key: key.clone(), text: text.clone(), told: None };
        self.record_told(&answers.iter().map(answer).collect::<Vec<_>>())
    }

    /// Records that the engine certainly gave (and charged) nothing for these requests.
    fn record_refusals(&self, keys: &[Key]) -> Result<(), LedgerError>;

    /// Records that no answer to these requests can be used, with what the engine says that it has counted for each of which unit; what
    /// is not told for each by itself is told with the first.
    fn record_unusable(&self, told: &[(Key, BillingUnit, usize)]) -> Result<(), LedgerError>;

    /// Returns the requests sent whose outcome is unknown, in the order they were sent.
    fn in_doubt(&self) -> Vec<LedgerRequest>;

    /// Returns what the engines were used for, by engine, article, locale, day and unit.
    fn bill(&self) -> Vec<Bill>;
}

/// The absence of a ledger: it knows no answer, and since nothing can be recorded, nothing can be requested.
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

    fn record_requests(&self, _: &[LedgerRequest]) -> Result<(), LedgerError> {
        Err(Self::error())
    }

    fn record_told(&self, _: &[LedgerAnswer]) -> Result<(), LedgerError> {
        Err(Self::error())
    }

    fn record_refusals(&self, _: &[Key]) -> Result<(), LedgerError> {
        Err(Self::error())
    }

    fn record_unusable(&self, _: &[(Key, BillingUnit, usize)]) -> Result<(), LedgerError> {
        Err(Self::error())
    }

    fn in_doubt(&self) -> Vec<LedgerRequest> {
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
    /// The system's error message.
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
