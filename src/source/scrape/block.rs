//! The blocks of a page, before and after they are judged.

use std::sync::Arc;

use super::reason::Reason;

/// One block of a recovered article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Line of the page where it begins, from 1.
    pub line: usize,
    /// What the block is.
    pub form: BlockKind,
    /// Whether it is in a block quote.
    pub quoted: bool,
    /// Its text with styles.
    pub runs: Vec<Run>,
}

/// The kind of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A subhead of this level, 2 to 6.
    Heading(
        /// The level.
        u8,
    ),
    /// An item of a list.
    Item {
        /// Number of lists around the item's own list.
        depth: u8,
        /// Its number in an ordered list.
        number: Option<u32>,
        /// Whether it is the item's first paragraph.
        first: bool,
    },
    /// A picture: an image without text.
    Picture,
    /// The text under a picture.
    Caption,
    /// The credit of a picture.
    Credit,
    /// Boilerplate of the publication.
    Boilerplate(
        /// Its name: `donate`, `about`.
        String,
    ),
    /// A cell of a table; adjacent cells with the same table number form a table.
    Cell {
        /// Number of the table in the page.
        table: usize,
        /// Number of the row in the page.
        row: usize,
        /// Column, from 0.
        column: usize,
    },
    /// Preformatted code.
    Code,
}

/// A run of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Text in one style; white space is single spaces and no-break spaces (in [`BlockKind::Code`] also line ends).
    Text {
        /// The text.
        text: String,
        /// Its style.
        style: Style,
    },
    /// A picture.
    Image(
        /// The picture.
        Image,
    ),
    /// A line break.
    Break,
}

/// The style of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "styles are independent of each other")]
pub struct Style {
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// Struck out.
    pub strike: bool,
    /// Code.
    pub code: bool,
    /// The link it belongs to.
    pub link: Option<Arc<Link>>,
}

/// A link's target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its address.
    pub href: String,
    /// Its tooltip, often empty.
    pub title: String,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Its address.
    pub src: String,
    /// Its alternative text.
    pub alt: String,
    /// Its tooltip, often empty.
    pub title: String,
}

/// What the page's markup says about a block or run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkupHint {
    /// The headline.
    Title,
    /// The standfirst.
    Standfirst,
    /// The author's name, or a line with it.
    Byline,
    /// The day of publication.
    Date,
    /// A note about the author.
    Bio,
    /// The text under a picture.
    Caption,
    /// The credit of a picture.
    Credit,
    /// Boilerplate: index into the cues' list.
    Boilerplate(usize),
}

/// A block before it is judged.
#[derive(Debug, Clone)]
pub(super) struct CandidateBlock {
    /// Line of the page, from 1.
    pub(super) line: usize,
    /// What its structure says it is.
    pub(super) form: BlockKind,
    /// Whether it is in a block quote.
    pub(super) quoted: bool,
    /// Its runs.
    pub(super) runs: Vec<Run>,
    /// Its words, separated by single spaces.
    pub(super) text: String,
    /// Number of words in `text`.
    pub(super) words: usize,
    /// Number of those words that are in links.
    pub(super) linked: usize,
    /// The page's own list marker (one word).
    pub(super) marker: Option<String>,
    /// Number of its group; blocks of a group are adjacent: lines without an empty line between, items of one list.
    pub(super) group: usize,
    /// What the markup says about the whole block.
    pub(super) hint: Option<MarkupHint>,
    /// What the markup says about runs, by index.
    pub(super) marked: Vec<(usize, MarkupHint)>,
    /// Why the block is not part of the article, if structure alone tells.
    pub(super) out: Option<Reason>,
    /// Whether it is in the element that holds the article's body (always true in plain text).
    pub(super) core: bool,
    /// Number of the element that contains it, in HTML.
    pub(super) element: usize,
    /// Whether it comes from a button, a hidden element or the like in the middle of other text.
    pub(super) side: bool,
}

impl CandidateBlock {
    /// A block of these runs; everything else is as in plain text.
    pub(super) fn new(line: usize, form: BlockKind, runs: Vec<Run>) -> Self {
        let text = text_of(&runs);
        let words = text.split_whitespace().count();
        let linked = linked_words(&runs);
        Self {
            line,
            form,
            quoted: false,
            runs,
            text,
            words,
            linked,
            marker: None,
            group: 0,
            hint: None,
            marked: Vec::new(),
            out: None,
            core: true,
            element: 0,
            side: false,
        }
    }

    /// The text listed when the block is left out: with its list marker.
    pub(super) fn listed_text(&self) -> String {
        match &self.marker {
            Some(marker) => format!("{marker} {}", self.text),
            None => self.text.clone(),
        }
    }

    /// Number of words, the list marker included.
    pub(super) fn all_words(&self) -> usize {
        self.words + usize::from(self.marker.is_some())
    }
}

/// The words of runs, separated by single spaces (no-break spaces stay): a picture counts as its alternative text.
pub(super) fn text_of(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        match run {
            Run::Text { text, .. } => out.push_str(text),
            Run::Image(image) => {
                out.push(' ');
                out.push_str(&image.alt);
                out.push(' ');
            }
            Run::Break => out.push(' '),
        }
    }
    collapse(&out)
}

fn linked_words(runs: &[Run]) -> usize {
    runs.iter()
        .map(|run| match run {
            Run::Text { text, style } if style.link.is_some() => text.split_whitespace().count(),
            _ => 0,
        })
        .sum()
}

/// Whether a character only separates words: no-break and other typographic spaces are part of the prose.
pub(super) fn is_plain_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Collapses plain white space to single spaces, none at the ends, and replaces NUL by the replacement character, as
/// HTML and CommonMark do.
pub(super) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(is_plain_space).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| if c == '\0' { '\u{fffd}' } else { c }));
    }
    // A block that is all no-break spaces has no words.
    if out.chars().all(char::is_whitespace) { String::new() } else { out }
}
