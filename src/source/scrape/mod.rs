//! How is an article recovered from a raw page: its HTML, or the plain text of one?
//!
//! [`scrape`] reads the page into blocks (`plain`, `html`), judges each of them by general rules (structure, position,
//! repetition, length, punctuation; words of a language only as data, [`Cues`]) and returns the article and everything
//! that was left out, with line and reason. [`to_markdown`] writes the article as a source file.
//!
//! # The law
//! *Words in = words kept + words left out.* A word is a run of characters other than white space (Unicode
//! `White_Space`) of the page's text; a byte order mark at the start is not text.
//!
//! - Plain text: the words of the file. A list's own markers (`•`, `1.`) are words; they are kept as list markers.
//! - HTML: the words of the text that a text browser would show, entities decoded. Blocks, line breaks and pictures
//!   separate words, inline tags do not. A picture counts as its alternative text. Scripts, styles, comments, drawings
//!   (`<svg>`) and the content of `<title>`, `<meta>` and other attributes are not text; hidden elements are, and are
//!   left out with that reason.
//! - Kept: title, standfirst, author and bio as far as they occur in the text, and the blocks. A title or an author
//!   known only from the page's metadata, the language, the address, tags and titles of links are extra and are not
//!   counted. The words of a dateline are left out (reason `date`); the front matter has their value as `date`.
//!
//! If the rules are not sure, a block stays a paragraph: losing a word of the article is the worst error.

mod block;
mod body;
mod byline;
mod cues;
mod date;
mod element;
mod furniture;
mod head;
mod html;
mod inline;
mod judge;
mod markdown;
mod meta;
mod misnamed;
mod page;
mod plain;
mod reason;
mod runs;
mod scraped;
mod script;
mod shape;
mod tags;
mod tail;
mod zones;

pub use block::{Block, BlockKind, Image, Link, Run, Style};
pub use cues::{Cues, CuesError};
pub use markdown::to_markdown;
pub use reason::Reason;
pub use scraped::{LeftOut, Scraped, ScrapedArticle};

/// The kind of a page's text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PageKind {
    /// HTML.
    Html,
    /// The plain text of a page.
    Text,
    /// HTML if the text begins like a document or has the tags of one, plain text otherwise.
    #[default]
    Auto,
}

/// Recovers the article from a page. Never fails: a page without an article yields one without a title, with whatever
/// may be prose as paragraphs.
#[must_use]
pub fn scrape(page: &str, kind: PageKind, cues: &Cues) -> Scraped {
    let page = page.strip_prefix('\u{feff}').unwrap_or(page);
    let html = match kind {
        PageKind::Html => true,
        PageKind::Text => false,
        PageKind::Auto => looks_like_html(page),
    };
    let (blocks, meta) = if html { html::read(page, cues) } else { (plain::read(page, cues), meta::Meta::default()) };
    judge::judge(blocks, meta, cues, !html)
}

/// Whether a text is HTML: it begins with a tag or a doctype, or has the tags of a document early on.
fn looks_like_html(page: &str) -> bool {
    let start = page.trim_start();
    let mut first = start.chars();
    if first.next() == Some('<') && first.next().is_some_and(|c| c.is_ascii_alphabetic() || c == '!' || c == '?') {
        return true;
    }
    let head = crate::model::cut(page, &(0..65_536)).to_ascii_lowercase();
    ["<html", "<body", "<article", "<main", "</p>", "</div>"].iter().any(|tag| head.contains(tag))
}
