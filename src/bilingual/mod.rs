//! What do translators open? Bilingual files, and how their edits come back.
//!
//! [`xliff`] reads, writes and updates the segment files. [`refresh()`] carries the targets of an earlier file over to
//! an article that has changed since, [`merge()`] accepts people's edits, [`approve()`] raises the review state of
//! targets. None of them ever drops what a person wrote: at worst it becomes stale, obsolete or a conflict.

mod align;
mod approve;
mod digest;
mod error;
mod file;
mod format;
mod join;
mod merge;
mod obsolete;
mod refresh;
mod remarks;
mod space;
mod unseen;
pub mod xliff;

pub use approve::{ApprovalScope, ApprovalTerms, Approved, approve};
pub use digest::{Digest, digest, same};
pub use error::BilingualError;
pub use file::{Bilingual, BilingualUnit, SentDigests};
pub use format::{BilingualFormat, Feature, Notes, losses};
pub use join::{Author, Joined, join};
pub use merge::{Conflict, Merge, MergeOutcome, Policy, ReturnedStates, is_human, merge};
pub use refresh::refresh;
pub use remarks::add_to_segment;
pub use unseen::looks_alike;

pub use crate::xml::utf_16;

use crate::model::Problems;

/// Returns every problem that reading and merging bilingual files can report.
#[must_use]
pub fn problems() -> Vec<Problems> {
    xliff::problems().into_iter().chain(merge::problems()).collect()
}

/// The built-in formats; the first is that of the segment files.
pub const FORMATS: &[&dyn BilingualFormat] = &[&xliff::Xliff];
