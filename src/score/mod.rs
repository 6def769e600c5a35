//! How close is a translation to a reference, and does it have the terms?
//!
//! [`bleu`](BleuCounts), [`chrF2++`](ChrfCounts) and [`TER`](Ter) are those of sacreBLEU 2.6 with its defaults, equal beyond
//! the second decimal (`tests/suite/score/`). They are our own: of the crates that compute such measures (`bleuscore`,
//! `bleu`), none has its tokenizer, its smoothing, chrF with words, or TER. [`TermTally`] counts terms as the
//! terminology task of WMT does, with forms in place of a lemmatizer.
//!
//! All of it is counts: those of a segment are added to those of the corpus, and the corpus is scored ([`Tally::scores`]).

mod bleu;
mod chrf;
mod grams;
mod row;
mod tally;
mod ter;
mod terms;
mod tokenize;
mod wording;

pub use bleu::BleuCounts;
pub use chrf::{ChrfCounts, chrf2};
pub use grams::GramCounts;
pub use row::{ScoreRow, ScoredText};
pub use tally::{Scores, Tally};
pub use ter::{Ter, ter};
pub use terms::{TermTally, TermUse, glossary_uses};
pub use wording::{ReadText, Wording};
