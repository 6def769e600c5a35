//! Scores by locale, text and engine.

use super::Scores;
use crate::model::Locale;

/// What is scored in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ScoredText {
    /// The translations as they stand.
    Edition,
    /// The first drafts of machines.
    Drafts,
}

impl ScoredText {
    /// The name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Edition => "edition",
            Self::Drafts => "drafts",
        }
    }
}

/// The scores of some of the texts.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreRow {
    /// The locale of the translations.
    pub locale: Locale,
    /// What is scored; `None` for lines from elsewhere.
    pub text: Option<ScoredText>,
    /// The engine that drafted them, where engines are told apart and it is known.
    pub engine: Option<String>,
    /// The scores.
    pub scores: Scores,
}
