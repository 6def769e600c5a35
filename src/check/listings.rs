//! What closed lists have for a word, whatever its text.

/// What a list has for a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CueListing<T> {
    /// The number of the entry of the whole word, which may begin phrases.
    pub word: Option<usize>,
    /// What it stands for by its beginning or its ending.
    pub part: Option<T>,
}

/// A meaning of a kind of opposites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pole {
    /// Its number among them.
    pub number: usize,
    /// Whether the word has no other meaning.
    pub is_clear: bool,
}

/// What a word is in the list of a kind of opposites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WordPole {
    pub kind: usize,
    pub listing: CueListing<Pole>,
}
