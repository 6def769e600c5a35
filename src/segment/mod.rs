//! Where do sentences end?
//!
//! One pass over the bytes of the text finds what could end a sentence (`scan`), reads the stop with what is attached
//! to it (`stop`), looks at the word before and at what follows (`around`), and decides (`decide`, `lists`). All that
//! depends on a language is data: `locales/<tag>/segmentation.toml`, in layers (`rules`), compiled once (`lexicon`).
//! Scripts without rules of their own are split at the full stops of UAX #29.

mod around;
mod article;
mod decide;
mod lexicon;
mod lists;
mod quotes;
mod rules;
mod scan;
mod stop;
mod text;

use std::ops::Range;

pub use article::{digest, segment};
pub use rules::{Rules, SegmentError};

/// Splits text into sentences by its rules; cheap to share between threads, expensive to build.
#[derive(Debug, Clone)]
pub struct Segmenter {
    lexicon: lexicon::CompiledRules,
}

impl Segmenter {
    /// Compiles the rules.
    #[must_use]
    pub fn new(rules: &Rules) -> Self {
        Self { lexicon: lexicon::CompiledRules::new(rules) }
    }

    /// The sentences of a text, as ascending byte spans without white space at either end; between two of them is white
    /// space or nothing.
    #[must_use]
    pub fn split(&self, text: &str) -> Vec<Range<usize>> {
        self.split_with(text, &[])
    }

    /// Like [`Segmenter::split`], but no sentence begins or ends inside one of the `forbidden` spans, nor in the white
    /// space at its edge if that would cut it.
    #[must_use]
    pub fn split_with(&self, text: &str, forbidden: &[Range<usize>]) -> Vec<Range<usize>> {
        scan::sentences(text, forbidden, &self.lexicon)
    }
}
