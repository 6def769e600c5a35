//! What can go wrong with rules, classes and words.

use super::options::known_tokens;
use crate::model::{Hinted, Message};

/// Why a paradigm cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParadigmError {
    /// The rules are not TOML, or have a key that such rules do not have.
    #[error("the rules of declension are not readable: {0}")]
    Toml(
        /// What the TOML reader says, with line and column.
        String,
    ),
    /// A rule that says nothing: an unclosed bracket, a set, table or name that is nowhere defined.
    #[error("`{text}` is not a {part} of the rules of declension")]
    Rule {
        /// What it should be: `pattern`, `change`, `table`…
        part: &'static str,
        /// As written.
        text: String,
    },
    /// A token of a class that is not known.
    #[error("`{token}` is not part of a class; known are {}", known_tokens())]
    Token {
        /// As written.
        token: String,
    },
    /// A class has another number of tokens than the wording has words.
    #[error("the class has {tokens} {}, `{lemma}` has {words} {}", plural(*tokens, "token"), plural(*words, "word"))]
    Count {
        /// The wording.
        lemma: String,
        /// Its words.
        words: usize,
        /// The class's tokens.
        tokens: usize,
    },
    /// The wording has no word.
    #[error("there is no word to decline")]
    Empty,
    /// A letter that the language's alphabet does not have.
    #[error("`{word}` has the letter `{letter}` of another alphabet")]
    Letter {
        /// The word.
        word: String,
        /// The letter.
        letter: char,
    },
    /// No word with this ending declines like that, or no adjective with this one agrees with its noun.
    #[error("the class `{class}` does not fit `{word}`")]
    Unfit {
        /// The word.
        word: String,
        /// The token of its class.
        class: String,
    },
    /// A declining class of which all forms are the same.
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
