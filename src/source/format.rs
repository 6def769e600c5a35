//! The interface of a source format.

use std::collections::{BTreeMap, BTreeSet};

use super::FrontValue;
use crate::model::{Article, Locale, Parsed, Segment, Text, Unit};

/// The project settings that concern source formats.
#[derive(Debug, Clone)]
pub struct SourceSettings {
    /// The language of articles that do not declare one.
    pub locale: Locale,
    /// Front-matter keys that are translated in addition to the standard ones; a dot leads to a key within a value.
    pub translated: Vec<String>,
    /// Front-matter keys whose values stay as they are, although they read as prose.
    pub kept: Vec<String>,
    /// The words that a picture's credit begins with (`Image:`), by locale.
    pub image_words: BTreeMap<Locale, Vec<String>>,
    /// The addresses whose frames, sound and video a page may hold.
    pub embeds: Vec<String>,
}

/// A kind of source format as a value, so that a list of them can be extended.
#[derive(Debug, Clone, Copy)]
pub struct SourceKind {
    /// Its name.
    pub name: &'static str,
    /// The extension of its files, without the dot.
    pub extension: &'static str,
    open: fn(SourceSettings) -> Box<dyn SourceFormat>,
}

impl SourceKind {
    /// A kind with the function that opens it.
    #[must_use]
    pub const fn new(
        name: &'static str,
        extension: &'static str,
        open: fn(SourceSettings) -> Box<dyn SourceFormat>,
    ) -> Self {
        Self { name, extension, open }
    }

    /// Opens the format with a project's settings.
    #[must_use]
    pub fn open(&self, settings: SourceSettings) -> Box<dyn SourceFormat> {
        (self.open)(settings)
    }
}

/// A format in which articles are written.
pub trait SourceFormat: Send + Sync {
    /// Reads a file; what cannot be read becomes a finding, and reading continues.
    fn parse(&self, slug: &str, file: String) -> Parsed<Article>;

    /// Returns the article's file with the edits applied; every other byte is the source's.
    fn write(&self, article: &Article, edits: &Edits) -> String;

    /// Renders a file, without its front matter, as the body of an HTML page. A picture's credit begins with one of
    /// `credit_words`.
    fn html(&self, file: &str, credit_words: &[String]) -> String;

    /// The addresses of a file's pictures, in reading order.
    fn pictures(&self, file: &str) -> Vec<String>;
}

/// How headings get the ids by which links within an article reach them: those of the article, in every language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HeadingIdStyle {
    /// They get none.
    #[default]
    None,
    /// As the format writes them, for another program that makes pages of the file (`{#more-text}` in Markdown).
    Written,
    /// For [`SourceFormat::html`] alone.
    Carried,
}

/// Changes to an article's file.
pub struct Edits<'a> {
    /// The new text of a segment; `None`, or a text equal to the source, keeps the segment's bytes. A code's id and
    /// kind identify a code of the source (as [`Unit::text_of`] numbers them), whose markup is written.
    pub target: &'a dyn Fn(&Unit, &Segment) -> Option<Text>,
    /// New text of whole units, by index, in the format's own syntax (Markdown); in front matter it is the plain value.
    pub units: BTreeMap<usize, String>,
    /// Indices of units to drop, together with everything between them and the unit before.
    pub dropped: BTreeSet<usize>,
    /// Whether to drop the author's comments with original wordings: an edition has no use for them.
    pub without_originals: bool,
    /// Keys of the front matter to set or add, in this order.
    pub front: Vec<(String, FrontValue)>,
    /// The ids of headings.
    pub heading_ids: HeadingIdStyle,
}

impl<'a> Edits<'a> {
    /// Edits that only change segments.
    #[must_use]
    pub const fn targets(target: &'a dyn Fn(&Unit, &Segment) -> Option<Text>) -> Self {
        Self {
            target,
            units: BTreeMap::new(),
            dropped: BTreeSet::new(),
            without_originals: false,
            front: Vec::new(),
            heading_ids: HeadingIdStyle::None,
        }
    }
}
