//! In which order?
//!
//! [`prepare`] makes an article of a file; [`translate`] fills in what is missing; [`review`] says what is wrong with the
//! result; [`term_hits`] says where the glossary's words stand. Nothing here knows a file, a terminal or a clock.

mod language;
mod leverage;
mod originals;
mod problems;
mod review;
mod segmenters;
mod terms;
mod translate;

pub use language::{language, lexicon};
pub use leverage::memory_backend;
pub use originals::{original_hints, original_targets};
pub use problems::{DraftRejectedProblem, UnusedIgnoreProblem, problems};
pub use review::{Accepted, Review, review};
pub use segmenters::{Segmenters, prepare};
pub use terms::{TermHits, note, term_hits};
pub use translate::{Job, Translated, may_be_open, translate};
