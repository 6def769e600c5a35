//! Errors of the command line itself: missing files, unknown names.

use crate::model::{Hinted, Message, did_you_mean};

/// Why a command line is rejected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "`input` is what was typed, `known` the valid names")]
pub enum UsageError {
    /// No file to split into segments.
    #[error("no file is given")]
    NoFile,
    /// Another format than JSON lines with `--stdin`.
    #[error("with --stdin every answer is a line of JSON")]
    FormatWithStdin,
    /// Lines to score, and none came.
    #[error("standard input has no line")]
    NoLine,
    /// Lines to score, and none in the locales that are requested.
    #[error("none of {all} lines is in `{locales}`")]
    NoLineInLocales { locales: String, all: usize },
    /// Lines that cannot be scored; the others are.
    #[error("{count} of {all} lines cannot be used; the first is line {first}")]
    BadLines { count: usize, all: usize, first: usize },
    /// Lines with a list of terms, and no term to count.
    #[error(
        "no term can be counted: of {listed} listed terms none is in the source of its line; the first list is in line \
         {first} of {all}"
    )]
    NoTermUse { listed: usize, all: usize, first: usize },
    /// Lines of which nothing can be measured.
    #[error(
        "nothing can be measured in {all} lines, of which line {first} is the first: none has a reference, and no source has a \
         term of the glossary"
    )]
    NothingMeasured { all: usize, first: usize },
    /// A state for our own text, which is not taken over.
    #[error("`--as` does not go with `--resolve ours`: our text keeps its state")]
    StateWithOurs,
    /// A page without an article; `import` words it in the user's language.
    #[error("no article was found on this page")]
    NoArticle,
    /// A rule that does not exist.
    #[error("no rule is called `{input}`")]
    UnknownRule { input: String, known: Vec<&'static str> },
    /// A kind of concept that does not exist.
    #[error("unknown kind `{input}`")]
    UnknownKind { input: String, known: Vec<&'static str> },
    /// A variable of the environment with a value that it cannot have.
    #[error("`{input}` is no value of `{name}`")]
    NoValue { name: &'static str, input: String, known: Vec<&'static str> },
    /// A wording without its locale.
    #[error("`{input}` is not LOCALE=TEXT")]
    NotLocaleAndText { input: String },
}

impl UsageError {
    /// Refuses a format that a command with `--stdin` cannot give.
    pub(super) fn refuse_format(is_other: bool) -> Result<(), Self> {
        if is_other { Err(Self::FormatWithStdin) } else { Ok(()) }
    }
}

impl Hinted for UsageError {
    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::NoFile => Message::new("hint-name-files"),
            Self::FormatWithStdin => Message::new("hint-format-stdin"),
            Self::NoLineInLocales { .. } => Message::new("hint-score-locales"),
            Self::NoLine | Self::BadLines { .. } | Self::NoTermUse { .. } | Self::NothingMeasured { .. } => {
                Message::new("hint-score-lines")
            }
            Self::StateWithOurs => Message::new("hint-state-with-ours"),
            Self::NoArticle => Message::new("hint-page-of-article"),
            Self::UnknownRule { input, known } => {
                did_you_mean(input, known, Message::new("hint-rules").with("known", known.join(", ")))
            }
            Self::UnknownKind { input, known } | Self::NoValue { input, known, .. } => {
                did_you_mean(input, known, Message::new("hint-known").with("known", known.join(", ")))
            }
            Self::NotLocaleAndText { .. } => Message::new("hint-locale-and-text"),
        })
    }

    fn all() -> Vec<Self> {
        let input = || "people".to_owned();
        vec![
            Self::NoFile,
            Self::FormatWithStdin,
            Self::NoLine,
            Self::NoLineInLocales { locales: "be".to_owned(), all: 5 },
            Self::BadLines { count: 2, all: 5, first: 3 },
            Self::NoTermUse { listed: 2, all: 5, first: 3 },
            Self::NothingMeasured { all: 5, first: 1 },
            Self::StateWithOurs,
            Self::NoArticle,
            Self::UnknownRule { input: input(), known: vec!["codes", "missing"] },
            Self::UnknownKind { input: input(), known: vec!["person", "place"] },
            Self::NoValue { name: "TOLMACH_FAIL_ON", input: "mayor".to_owned(), known: vec!["minor", "major"] },
            Self::NotLocaleAndText { input: input() },
        ]
    }
}
