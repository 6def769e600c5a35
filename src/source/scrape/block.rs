//! The blocks of runs that a page consists of, before and after they are judged.

use std::sync::Arc;

use super::reason::Reason;

/// One block of a recovered article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Line of the page on which it begins, from 1.
    pub line: usize,
    /// What the block is.
    pub form: BlockKind,
    /// Whether it stands in a block quote.
    pub quoted: bool,
    /// Its words with their styles.
    pub runs: Vec<Run>,
}

/// What a block is.
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
        /// How many lists stand around the item's own list.
        depth: u8,
        /// Its number in an ordered list.
        number: Option<u32>,
        /// Whether it opens the item, or is a further paragraph of it.
        first: bool,
    },
    /// A picture: one image and no words beside it.
    Picture,
    /// The words under a picture.
    Caption,
    /// Who made a picture.
    Credit,
    /// A fixed text of the house.
    Boilerplate(
        /// Its name: `donate`, `about`.
        String,
    ),
    /// A cell of a table; neighbouring cells of one table stand in one.
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

/// A stretch of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Words of one style; white space is single spaces and no-break spaces (in [`BlockKind::Code`] also line ends).
    Text {
        /// The words.
        text: String,
        /// How they are set.
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

/// How words are set.
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
    /// Where they lead.
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
    /// What is said in its place.
    pub alt: String,
    /// Its tooltip, often empty.
    pub title: String,
}

/// What the page's markup says of a block or run.
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
    /// Words under a picture.
    Caption,
    /// A picture's maker.
    Credit,
    /// A text of the house: index into the cues' list.
    Boilerplate(usize),
}

/// A block before it is judged.
#[derive(Debug, Clone)]
pub(super) struct CandidateBlock {
    /// Line of the page, from 1.
    pub(super) line: usize,
    /// What structure says it is.
    pub(super) form: BlockKind,
    /// Whether it stands in a block quote.
    pub(super) quoted: bool,
    /// Its runs.
    pub(super) runs: Vec<Run>,
    /// Its words, parted by single spaces.
    pub(super) text: String,
    /// How many words `text` has.
    pub(super) words: usize,
    /// How many of them are links.
    pub(super) linked: usize,
    /// The page's own list mark (one word).
    pub(super) marker: Option<String>,
    /// Blocks of one group stand close together: lines without an empty one between, items of one list.
    pub(super) group: usize,
    /// What the markup says of the whole block.
    pub(super) hint: Option<MarkupHint>,
    /// What the markup says of runs, by index.
    pub(super) marked: Vec<(usize, MarkupHint)>,
    /// Why the block is not of the article, where structure alone says so.
    pub(super) out: Option<Reason>,
    /// Whether it stands in the element that holds the article's body (always so in plain text).
    pub(super) core: bool,
    /// Number of the element that holds it, in HTML.
    pub(super) element: usize,
    /// Whether it stood in a button, a hidden element or the like in the midst of other text.
    pub(super) side: bool,
}

impl CandidateBlock {
    /// A block of these runs; everything else as plain text has it.
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

    /// The words as they are listed when the block is left out: with its list mark.
    pub(super) fn listed(&self) -> String {
        match &self.marker {
            Some(marker) => format!("{marker} {}", self.text),
            None => self.text.clone(),
        }
    }

    /// Words including the list mark.
    pub(super) fn all_words(&self) -> usize {
        self.words + usize::from(self.marker.is_some())
    }
}

/// The words of runs, parted by single spaces (no-break spaces stay): a picture counts as its alternative text.
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

/// White space that parts words and nothing else: no-break and other typographic spaces are part of the prose.
pub(super) fn is_plain_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Runs of plain white space as one space, none at the ends; a NUL as the replacement character, as HTML and
/// CommonMark have it.
pub(super) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(is_plain_space).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| if c == '\0' { '\u{fffd}' } else { c }));
    }
    // A block of nothing but no-break spaces has no words.
    if out.chars().all(char::is_whitespace) { String::new() } else { out }
}
