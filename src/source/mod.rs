//! How is an article read and put back?
//!
//! A format reads a file into an [`Article`](crate::model::Article) (units in reading order, and the file itself as
//! skeleton) and writes it back with other words in it. Nothing is serialised anew: what has no new words keeps its bytes.
//!
//! - [`markdown`]: Markdown with YAML or TOML front matter ([`mod@front_matter`])
//! - [`mod@decode`]: what is refused before a format looks at it

use crate::model::Problems;

pub mod decode;
mod format;
pub mod front_matter;
mod html;
pub mod markdown;
mod pictures;
mod place;
pub mod scrape;
mod text;

pub use decode::{SourceError, decode, refuse_conflict};
pub use format::{Edits, SourceFormat, SourceKind, SourceSettings};
pub use front_matter::{FrontEntry, FrontMatter, FrontValue, front_matter};
pub use html::html;
pub use markdown::{MarkdownFormat, covers, roundtrip};
pub use pictures::{MissingPictureProblem, pictures};
pub use place::{file_span, word_span};
use text::{bytes, is_unwritable};

/// Every source format that comes with tolmach; the extension of a file says which one reads it.
pub const SOURCES: &[SourceKind] = &[MARKDOWN];

/// Markdown.
pub const MARKDOWN: SourceKind = SourceKind::new("markdown", "md", |settings| Box::new(MarkdownFormat::of(settings)));

/// All that reading articles can report.
#[must_use]
pub fn problems() -> Vec<Problems> {
    let own = [Problems::of::<front_matter::FrontMatterProblem>(), Problems::of::<MissingPictureProblem>()];
    own.into_iter().chain(markdown::problems()).collect()
}
