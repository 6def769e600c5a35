//! The article in another language.
//!
//! [`assemble`] replaces the sentences with their targets and localizes the front matter; [`page`] renders the page to
//! publish. An edition is more than a translated text: byline, dates, tags, slug, boilerplate and the links between
//! editions are the locale's own.

mod address;
mod assemble;
mod escape;
mod footnotes;
mod images;
mod linked_data;
mod marks;
mod notices;
mod page;
mod policy;
mod unit_text;

use crate::model::Problems;

pub use address::{SlugEvent, local_slug, slug_findings, slug_to_fix, source_slug};
pub use assemble::{Edition, House, Missing, Refused, RefusedSegment, assemble};
pub use images::PictureSizes;
pub use marks::MarkedTexts;
pub use notices::CorrectionNotice;
pub use page::{PageError, Site, page};

/// Every problem that assembling an edition can report.
#[must_use]
pub fn problems() -> Vec<Problems> {
    vec![Problems::of::<assemble::MissingBoilerplateProblem>(), Problems::of::<address::SlugChangedProblem>()]
}
