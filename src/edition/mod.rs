//! The article in another language.
//!
//! [`assemble`] puts the targets in the places of the sentences and dresses the front matter for the locale; [`page`]
//! makes the page that is published. An edition is not a translated text: byline, dates, tags, slug, fixed blocks and
//! the links between the editions are the locale's own.

mod assemble;
mod page;

use crate::model::Problems;

pub use assemble::{Below, Edition, House, Missing, Refused, assemble};
pub use page::{PageError, Site, page};

/// All that assembling an edition can report.
#[must_use]
pub fn problems() -> Vec<Problems> {
    vec![Problems::of::<assemble::MissingBoilerplateProblem>()]
}
