//! Scores: the measures against sacreBLEU, and terms.

mod measures;
mod peer;
mod terms;
