//! What was translated before?
//!
//! A [`Memory`] finds an earlier translation of the same sentence. [`Pairs`] holds one in memory, built from finished
//! segments and from TMX files ([`tmx`]). [`drafts`] stores first machine drafts.

pub mod drafts;
mod inline;
mod key;
mod lookup;
mod pairs;
mod resembling;
pub mod tmx;

pub use lookup::{Match, Memory};
pub use pairs::{MemoryPair, Neighbours, Pairs, finished};
pub use resembling::SimilarPairs;

use crate::model::Problems;

/// Returns all problems that reading memories can report.
#[must_use]
pub fn problems() -> Vec<Problems> {
    vec![
        Problems::of::<tmx::NoLanguageProblem>(),
        Problems::of::<tmx::UnitProblem>(),
        Problems::of::<drafts::UnknownDraftProblem>(),
    ]
}
