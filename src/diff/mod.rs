//! What changed?
//!
//! Four comparisons: [`words`], two wordings of one text; [`articles`], the source before and after; [`drafts`],
//! machine drafts and what people made of them; [`editions`], two published texts. All are pure and infallible.
//! Language data (words that negate, names of months, number words) is passed in as a [`Lexicon`].

mod align;
mod articles;
mod drafts;
mod editions;
mod facts;
mod token;
mod typo;
mod words;

pub use articles::{Sentence, SourceDiff, SourceRow, articles};
pub use drafts::{Correction, DraftDiff, DraftRow, Drafts, drafts};
pub use editions::{EditionDiff, EditionRow, Paragraph, editions};
pub use facts::{FactChange, FactKind, Lexicon};
pub use words::words;

/// A stretch of text that both wordings have, or only one of them.
///
/// Over all changes in order, `Same` and `Removed` together are the old wording, `Same` and `Added` the new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordChange {
    /// Which wording has it.
    pub kind: ChangeKind,
    /// The stretch.
    pub text: String,
    /// The stretch in pieces, where only part of it really differs (the extension of `Гомеля`). Empty where the whole
    /// stretch counts as changed, and in unchanged stretches.
    pub inner: Vec<ChangePiece>,
}

/// Which of two wordings has a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Both have it.
    Same,
    /// Only the old one has it.
    Removed,
    /// Only the new one has it.
    Added,
}

/// A piece of a changed stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangePiece {
    /// Whether these letters differ, or merely belong to a word that does.
    pub changed: bool,
    /// The letters.
    pub text: String,
}

/// What happened to a sentence or paragraph between two versions of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowKind {
    /// It is unchanged.
    Same,
    /// It moved, word for word.
    Moved,
    /// The same words with other markup, or in another role (a paragraph became a quote).
    Markup,
    /// A typo was fixed: the change is small and touches no name, number, date, negation or quotation.
    Typo,
    /// The wording changed, and with it perhaps the meaning.
    Edited,
    /// It is new.
    Added,
    /// It was removed.
    Removed,
}

impl RowKind {
    /// Every kind, in order.
    pub const ALL: [Self; 7] =
        [Self::Same, Self::Moved, Self::Markup, Self::Typo, Self::Edited, Self::Added, Self::Removed];

    /// The name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Moved => "moved",
            Self::Markup => "markup",
            Self::Typo => "typo",
            Self::Edited => "edited",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

/// Returns a share of a whole in per cent, rounded down so that 100 means all of it; 100 if the whole is 0.
#[must_use]
pub fn percent(part: usize, whole: usize) -> usize {
    part.saturating_mul(100).checked_div(whole).map_or(100, |share| share.min(100))
}
