//! The result of scraping a page.

use super::{Block, Reason};

/// The article of a page, and everything that is not part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scraped {
    /// The article.
    pub article: ScrapedArticle,
    /// The parts left out, in the order of the page.
    pub left_out: Vec<LeftOut>,
    /// Number of words in the page's text.
    pub words: usize,
    /// Number of those words that the article keeps.
    pub kept_words: usize,
    /// Number of those words that were left out; `words == kept_words + left_words`.
    pub left_words: usize,
    /// Number of words in the sentences of the article, or in its lines where it has none, as verse.
    pub kept_prose: usize,
    /// Number of words in the long paragraphs that were left out, without comments, menus, lists of other articles, cookie
    /// notices, footers and what the article has already.
    pub dropped_prose: usize,
}

/// The words that boxes beside a short text have without being a loss.
const BOXES: usize = 60;

impl Scraped {
    /// Whether the article has a sentence; a page that makes its text by a program, or has none, yields none.
    #[must_use]
    pub const fn has_sentence(&self) -> bool {
        self.kept_prose > 0
    }

    /// Whether more prose was left out than kept, so that somebody has to look at the page.
    #[must_use]
    pub const fn drops_most(&self) -> bool {
        self.dropped_prose > self.kept_prose && self.dropped_prose > BOXES
    }
}

/// An article recovered from a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScrapedArticle {
    /// The headline; empty if none was found.
    pub title: String,
    /// The lines under the headline, if they add something to it.
    pub standfirst: Option<String>,
    /// The author, without "By".
    pub author: Option<String>,
    /// The day of publication as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The BCP 47 tag that the page declares, or else the language of its most common words.
    pub lang: Option<String>,
    /// Tags of the page's metadata (a line of tags in the text is furniture).
    pub tags: Vec<String>,
    /// A note about the author.
    pub bio: Option<String>,
    /// The page's canonical address.
    pub url: Option<String>,
    /// The article's blocks in reading order.
    pub blocks: Vec<Block>,
}

/// A part of the page that is not part of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Line of the page where it begins, from 1.
    pub line: usize,
    /// Why it was left out.
    pub reason: Reason,
    /// Its words, separated by single spaces.
    pub text: String,
}
