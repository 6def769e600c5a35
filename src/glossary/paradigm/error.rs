//! The errors of rules, classes and words.

use super::options::known_tokens;
use crate::model::{Hinted, Message};

/// Why a paradigm cannot be built.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParadigmError {
    /// The rules are not TOML, or have an unknown key.
    #[error("the rules of declension are not readable: {0}")]
    Toml(
        /// The message of the TOML parser, with line and column.
        String,
    ),
    /// An invalid rule: an unclosed bracket, or an undefined set, table or name.
    #[error("`{text}` is not a {part} of the rules of declension")]
    Rule {
        /// What it should be: `pattern`, `change`, `table`, …
        part: &'static str,
        /// As written.
        text: String,
    },
    /// An unknown token of a class.
    #[error("`{token}` is not part of a class; known are {}", known_tokens())]
    Token {
        /// As written.
        token: String,
    },
    /// The class has more or fewer tokens than the wording has words.
    #[error("the class has {tokens} {}, `{lemma}` has {words} {}", plural(*tokens, "token"), plural(*words, "word"))]
    Count {
        /// The wording.
        lemma: String,
        /// The number of its words.
        words: usize,
        /// The number of tokens of the class.
        tokens: usize,
    },
    /// The wording has no word.
    #[error("there is no word to decline")]
    Empty,
    /// A letter outside the language's alphabet.
    #[error("`{word}` has the letter `{letter}` of another alphabet")]
    Letter {
        /// The word.
        word: String,
        /// The letter.
        letter: char,
    },
    /// No word with this ending has this class, or an adjective does not agree with its noun.
    #[error("the class `{class}` does not fit `{word}`")]
    Unfit {
        /// The word.
        word: String,
        /// Its class, or the token of it.
        class: String,
    },
    /// A declinable class whose forms are all the same.
    #[error("with the class `{class}` all forms of `{word}` are the same")]
    OneForm {
        /// The wording.
        word: String,
        /// Its class.
        class: String,
    },
}

const fn plural(count: usize, noun: &'static str) -> &'static str {
    match (count, noun.as_bytes().first()) {
        (1, _) => noun,
        (_, Some(b't')) => "tokens",
        _ => "words",
    }
}

impl Hinted for ParadigmError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::Toml(_) | Self::Rule { .. } => "hint-class-rules",
            Self::Token { .. } => "hint-class-unknown",
            Self::Count { .. } => "hint-class-count",
            Self::Empty => "hint-class-no-word",
            Self::Letter { .. } => "hint-class-letter",
            Self::Unfit { .. } => "hint-class-unfit",
            Self::OneForm { .. } => "hint-class-one-form",
        }))
    }

    fn all() -> Vec<Self> {
        let word = || "Гомель".to_owned();
        let class = || "ma.S".to_owned();
        vec![
            Self::Toml(word()),
            Self::Token { token: class() },
            Self::Count { lemma: word(), words: 1, tokens: 2 },
            Self::Empty,
            Self::Letter { word: word(), letter: 'l' },
            Self::Unfit { word: word(), class: class() },
            Self::OneForm { word: word(), class: class() },
        ]
    }
}
