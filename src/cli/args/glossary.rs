//! What may stand behind `tolmach glossary`.

use clap::{Args, Subcommand};

use super::Format;
use crate::model::{Kind, Locale};

/// What to do with the glossary.
#[derive(Debug, Subcommand)]
pub enum Glossary {
    /// Find terms in a text
    Find(Find),
    /// Print the forms of words, or of the whole glossary; compare them with the lock file
    Forms(Forms),
    /// Go through the forms that nobody has reviewed, and mark them in the lock file
    Review(Review),
}

/// `tolmach glossary find`.
#[derive(Debug, Args)]
pub struct Find {
    /// The text
    #[arg(value_name = "TEXT", required_unless_present = "stdin")]
    pub text: Option<String>,
    /// Its language (default: the project's source)
    #[arg(short, long)]
    pub locale: Option<Locale>,
    /// `full` or `json`
    #[arg(long, value_enum, default_value_t = Format::Full)]
    pub format: Format,
    /// Read `{"id","locale","text"}` lines, answer `{"id","hits"}` lines
    #[arg(long, conflicts_with = "text")]
    pub stdin: bool,
}

/// `tolmach glossary forms`.
#[derive(Debug, Args)]
pub struct Forms {
    /// Wordings in their dictionary form, each one argument (default: all of the glossary)
    #[arg(value_name = "WORD")]
    pub words: Vec<String>,
    /// Only in these locales
    #[arg(short, long = "locale", value_name = "LOCALE", value_delimiter = ',')]
    pub locales: Vec<Locale>,
    /// How the words decline, a token a word, as in `ma.S.surn-a` (default: the glossary's, else guessed)
    #[arg(long, value_name = "CLASS", requires = "words")]
    pub class: Option<String>,
    /// What the words name, where the glossary does not say: person, place, org, term, noun, adj, abbr, phrase, title
    #[arg(long, value_name = "KIND", value_parser = kind, requires = "words")]
    pub kind: Option<Kind>,
    /// `full` or `json`
    #[arg(long, value_enum, default_value_t = Format::Full)]
    pub format: Format,
    /// Exit 1 if `glossary/forms.lock` has other forms than the rules make now
    #[arg(long, conflicts_with_all = ["words", "write"])]
    pub check: bool,
    /// Write `glossary/forms.lock`; what people said of lines that stay is kept
    #[arg(long, conflicts_with_all = ["words", "locales"])]
    pub write: bool,
}

/// `tolmach glossary review`.
#[derive(Debug, Args)]
pub struct Review {
    /// Only in these locales
    #[arg(short, long = "locale", value_name = "LOCALE", value_delimiter = ',')]
    pub locales: Vec<Locale>,
    /// Accept every form without asking
    #[arg(long, requires = "by")]
    pub accept_all: bool,
    /// Who reviews
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
}

fn kind(word: &str) -> Result<Kind, String> {
    Kind::of(word).ok_or_else(|| {
        let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        format!("one of {}", names.join(", "))
    })
}
