//! In what order do the stages run?
//!
//! [`prepare`] turns a file into an article; [`translate`] fills in what is missing; [`review`] finds what is wrong
//! with the result; [`term_hits`] finds the glossary's terms. Nothing here knows about files, terminals or clocks.

mod draft;
mod judged;
mod kin;
mod language;
mod leverage;
mod originals;
mod problems;
mod review;
mod segmenters;
mod terms;
mod together;
mod translate;
mod waiver_problem;

pub use draft::judge_draft;
pub use judged::{JudgedPart, differing_part, is_judged, judged, judged_beside};
pub use kin::{DraftNotes, KinDrafter, KinRecord, Knows};
pub use language::{language, lexicon};
pub use leverage::memory_backend;
pub use originals::{original_hints, original_targets};
pub use problems::{
    DraftRejectedProblem, IgnoreProblem, OpenConflictProblem, OrphanedFileProblem, OrphanedPageProblem, problems, rules,
};
pub use review::{Accepted, Review, accepts, review};
pub use segmenters::{Segmenters, prepare};
pub use terms::{TermHits, note, term_hits};
pub use together::compare_drafts;
pub use translate::{Background, Job, Translated, may_need_targets, requests, translate};
pub use waiver_problem::WaiverProblem;
