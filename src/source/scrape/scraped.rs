//! What a page holds: the article, and all that is not of it.

use super::{Block, Reason};

/// What a page holds: the article, and all that is not of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scraped {
    /// The article.
    pub article: ScrapedArticle,
    /// What was left out, in the page's order.
    pub left_out: Vec<LeftOut>,
    /// How many words the page's text has.
    pub words: usize,
    /// How many of them the article keeps.
    pub kept_words: usize,
    /// How many of them were left out; `words == kept_words + left_words`.
    pub left_words: usize,
}

/// An article as a page has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScrapedArticle {
    /// Headline; empty where none was found.
    pub title: String,
    /// The lines under the headline, where they say something of their own.
    pub standfirst: Option<String>,
    /// Who wrote it, without a "By".
    pub author: Option<String>,
    /// Day of publication as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// BCP 47 tag: what the page declares, or else what its most common words tell.
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

/// A part of the page that is not of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Line of the page on which it begins, from 1.
    pub line: usize,
    /// Why it was left out.
    pub reason: Reason,
    /// Its words, parted by single spaces.
    pub text: String,
}
