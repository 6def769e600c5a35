//! The block elements of a page, and what is found out about each.

use super::{block::MarkupHint, reason::Reason};

/// An element that may contain the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// `<article>`.
    Article,
    /// `<main>`.
    Main,
    /// An element whose class says that it contains the body.
    Body,
}

/// A block element of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Element {
    /// Number of the parent element; 0 for the document itself.
    pub(super) parent: usize,
    /// Why its text is not part of the article.
    pub(super) out: Option<Reason>,
    /// Which part of the article it is.
    pub(super) hint: Option<MarkupHint>,
    /// Its kind, if it may contain the article.
    pub(super) frame: Option<Frame>,
    /// The number of an ordered list's next item.
    pub(super) next_number: Option<u32>,
    /// Whether the first block of an item has been read.
    pub(super) seen: bool,
    /// Number of cells in a row.
    pub(super) cells: usize,
    /// Whether a table is used for layout.
    pub(super) layout: bool,
    /// Number of words in it.
    pub(super) words: usize,
    /// Number of words in its long paragraphs.
    pub(super) prose: usize,
    /// Number of those paragraphs.
    pub(super) paragraphs: usize,
    /// Number of those words that comments, menus and lists of other articles have.
    pub(super) crowd: usize,
    /// Its zone.
    pub(super) zone: Zone,
}

impl Element {
    /// Number of words in its long paragraphs, without comments, menus and lists of other articles.
    pub(super) fn own_prose(&self) -> usize {
        self.prose - self.crowd.min(self.prose)
    }
}

/// The zone of an element, which the elements in it inherit.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Zone {
    pub(super) core: bool,
    pub(super) shell: bool,
    pub(super) out: Option<Reason>,
    pub(super) hint: Option<MarkupHint>,
}

/// Which elements are of some sort, by their number, or in one that is.
pub(super) fn within(elements: &[Element], is: impl Fn(usize, &Element) -> bool) -> Vec<bool> {
    let mut within = vec![false; elements.len()];
    // An element's number is greater than its parent's.
    for (at, element) in elements.iter().enumerate().skip(1) {
        let outer = within.get(element.parent).copied().unwrap_or(false);
        if let Some(flag) = within.get_mut(at) {
            *flag = outer || is(at, element);
        }
    }
    within
}
