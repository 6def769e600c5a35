//! How is an article read and put back?
//!
//! A format reads a file into an [`Article`] (units in reading order, and the file itself as skeleton) and writes it
//! back with other words in it. Nothing is serialised anew: what has no new words keeps its bytes.
//!
//! - [`markdown`]: Markdown with YAML or TOML front matter ([`mod@front_matter`])
//! - [`mod@decode`]: what is refused before a format looks at it

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use crate::model::{Article, Parsed, Segment, Text, Unit};

pub mod decode;
pub mod front_matter;
mod html;
pub mod markdown;
mod pictures;
mod place;

pub use decode::{SourceError, decode, refuse_conflict};
pub use front_matter::{FrontEntry, FrontMatter, FrontValue, front_matter};
pub use html::html;

pub use markdown::{Markdown, covers, roundtrip};
pub use pictures::pictures;
pub use place::{file_span, word_span};

/// A format in which articles are written.
pub trait SourceFormat {
    /// Reads a file; what cannot be read becomes a finding, and the rest goes on.
    fn parse(&self, slug: &str, file: String) -> Parsed<Article>;

    /// The article's file with the edits in it; every byte that no edit concerns is the source's.
    fn write(&self, article: &Article, edits: &Edits) -> String;
}

/// What is to stand in a file in place of what its article has.
pub struct Edits<'a> {
    /// The new text of a segment; `None`, or a text that equals the source, keeps the segment's bytes. A code's id and
    /// kind name the source's code (as [`Unit::text_of`] numbers them), whose markup is written.
    pub target: &'a dyn Fn(&Unit, &Segment) -> Option<Text>,
    /// Units, by their index, that get other text as a whole, written as the format has it (Markdown); in front matter
    /// it is the plain value.
    pub units: BTreeMap<usize, String>,
    /// Units, by their index, that are left out with all that stands between them and the unit before.
    pub dropped: BTreeSet<usize>,
    /// Whether the author's comments with original wordings are left out: an edition has no use for them.
    pub without_originals: bool,
    /// Keys of the front matter to set or add, in this order.
    pub front: Vec<(String, FrontValue)>,
}

impl<'a> Edits<'a> {
    /// Edits that change segments only.
    #[must_use]
    pub const fn targets(target: &'a dyn Fn(&Unit, &Segment) -> Option<Text>) -> Self {
        Self { target, units: BTreeMap::new(), dropped: BTreeSet::new(), without_originals: false, front: Vec::new() }
    }
}

/// The part of `file` at `span`; empty where that is none.
fn bytes<'a>(file: &'a str, span: &Range<usize>) -> &'a str {
    file.get(span.clone()).unwrap_or_default()
}

/// Whether XML 1.0 (production 2, `Char`) has no place for the character.
const fn is_unwritable(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
pub mod scrape;
