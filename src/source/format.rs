//! A source format: how it is opened, reads an article and writes it back with other words.

use std::collections::{BTreeMap, BTreeSet};

use super::FrontValue;
use crate::model::{Article, Locale, Parsed, Segment, Text, Unit};

/// What a project's settings say about the format of its articles.
#[derive(Debug, Clone)]
pub struct SourceSettings {
    /// The language of articles that do not say it themselves.
    pub locale: Locale,
    /// Keys of the front matter that are translated beside the usual ones.
    pub translated: Vec<String>,
    /// By locale, what the credit of a picture begins with (`Image:`).
    pub image_words: BTreeMap<Locale, Vec<String>>,
}

/// A kind of source format as a value, so that a list of them can be extended.
#[derive(Debug, Clone, Copy)]
pub struct SourceKind {
    /// Its name.
    pub name: &'static str,
    /// The extension of its files, without the stop.
    pub extension: &'static str,
    open: fn(SourceSettings) -> Box<dyn SourceFormat>,
}

impl SourceKind {
    /// A kind that is opened like this.
    #[must_use]
    pub const fn new(
        name: &'static str,
        extension: &'static str,
        open: fn(SourceSettings) -> Box<dyn SourceFormat>,
    ) -> Self {
        Self { name, extension, open }
    }

    /// The format with a project's settings.
    #[must_use]
    pub fn open(&self, settings: SourceSettings) -> Box<dyn SourceFormat> {
        (self.open)(settings)
    }
}

/// A format in which articles are written.
pub trait SourceFormat: Send + Sync {
    /// Reads a file; what cannot be read becomes a finding, and the rest goes on.
    fn parse(&self, slug: &str, file: String) -> Parsed<Article>;

    /// The article's file with the edits in it; every byte that no edit concerns is the source's.
    fn write(&self, article: &Article, edits: &Edits) -> String;

    /// What stands in a file as the body of a page, front matter left out. A picture's credit begins with one of
    /// `credit_words`.
    fn html(&self, file: &str, credit_words: &[String]) -> String;

    /// The addresses of the pictures that a file shows, in reading order.
    fn pictures(&self, file: &str) -> Vec<String>;
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
