//! How is an article read and written back?
//!
//! A format reads a file into an [`Article`](crate::model::Article) (units in reading order, and the file itself as
//! skeleton) and writes it back with new text in place of the old. Nothing is reserialised: what has no new text keeps
//! its bytes.
//!
//! - [`markdown`]: Markdown with YAML or TOML front matter ([`mod@front_matter`])
//! - [`allowed`]: what of an article's HTML and addresses may stand on a page
//! - [`mod@decode`]: what is rejected before a format sees it
//! - [`read_page`]: what is no page, and the character sets of pages

use crate::model::Problems;

pub mod allowed;
pub mod decode;
mod format;
pub mod front_matter;
mod headings;
mod html;
pub mod markdown;
mod pictures;
mod place;
mod received;
pub mod scrape;
mod text;

pub use allowed::{LeftOutProblem, PictureSize, picture_size};
pub use decode::{SourceError, decode, refuse_conflict};
pub use format::{Edits, HeadingIdStyle, SourceFormat, SourceKind, SourceSettings};
pub use front_matter::{CorrectionEntry, FrontEntry, FrontMatter, FrontValue, Withdrawal, front_matter, is_embargoed};
pub use html::html;
pub use markdown::{MarkdownFormat, covers, roundtrip};
pub use pictures::{MissingPictureProblem, RefusedPictureProblem, is_picture_file, pictures};
pub use place::{file_span, word_span};
pub use received::read_page;
use text::{bytes, is_unwritable};

/// Every built-in source format; a file's extension selects the one that reads it.
pub const SOURCES: &[SourceKind] = &[MARKDOWN];

/// Markdown.
pub const MARKDOWN: SourceKind = SourceKind::new("markdown", "md", |settings| Box::new(MarkdownFormat::of(settings)));

/// All problems that reading articles can report.
#[must_use]
pub fn problems() -> Vec<Problems> {
    let shared = [
        Problems::of::<front_matter::FrontMatterProblem>(),
        Problems::of::<MissingPictureProblem>(),
        Problems::of::<RefusedPictureProblem>(),
        Problems::of::<LeftOutProblem>(),
    ];
    shared.into_iter().chain(markdown::problems()).collect()
}
