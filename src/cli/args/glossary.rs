//! The arguments of `tolmach glossary`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{CheckFormat, Gate, PlainFormat};
use crate::model::{Kind, Locale};

/// What to do with the glossary.
#[derive(Debug, Subcommand)]
pub enum GlossaryCommand {
    /// Find terms in a text
    Find(Find),
    /// Print the forms of words, or of the whole glossary; compare them with the lock file
    Forms(Forms),
    /// Review new forms one by one, and mark them in the lock file
    Review(GlossaryReview),
    /// Import the glossary of another program; never overwrites concepts
    Import(GlossaryImport),
    /// Export the glossary for another program
    Export(GlossaryExport),
    /// Add a concept to a glossary file; existing lines stay unchanged
    Add(GlossaryAdd),
    /// Check the glossary for consistency
    Lint {
        #[command(flatten)]
        gate: Gate,
        /// How to show the findings
        #[arg(long, value_enum, default_value_t = CheckFormat::Full)]
        format: CheckFormat,
        /// List every wording whose class is open, not only the most used
        #[arg(long)]
        all: bool,
    },
    /// Show what changed between two glossaries, and which sentences that makes wrong
    Diff {
        /// The earlier glossary: a folder or a file
        old: PathBuf,
        /// The later glossary
        new: PathBuf,
        /// How to show it
        #[arg(long, value_enum, default_value_t = GlossaryDiffFormat::Full)]
        format: GlossaryDiffFormat,
    },
    /// Search the articles for names and phrases that the glossary lacks
    Extract {
        /// Minimum number of occurrences
        #[arg(long, value_name = "N", default_value_t = 2)]
        min: usize,
        /// How to show them
        #[arg(long, value_enum, default_value_t = ExtractFormat::Full)]
        format: ExtractFormat,
    },
}

/// How a difference between glossaries is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GlossaryDiffFormat {
    /// For people.
    Full,
    /// The sentences that became wrong, for people, one line each.
    Concise,
    /// One JSON document.
    Json,
    /// The sentences that became wrong, as GitHub workflow commands.
    Github,
}

/// How candidates are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExtractFormat {
    /// For people.
    Full,
    /// One JSON document.
    Json,
    /// A table that `glossary import` takes.
    Tsv,
}

/// `tolmach glossary add`.
#[derive(Debug, Args)]
pub struct GlossaryAdd {
    /// Its id, such as `homel` (default: made from the first wording in the language of the articles)
    #[arg(long)]
    pub id: Option<String>,
    /// Kind of concept: person, place, org, term, noun, adj, abbr, phrase, title
    #[arg(long, default_value = "term")]
    pub kind: String,
    /// A wording: the first of a locale is preferred, the others are admitted
    #[arg(long = "term", value_name = "LOCALE=WORDING", required = true)]
    pub terms: Vec<String>,
    /// Inflection class of the preferred wording (default: asked for on a terminal where it is open, else guessed)
    #[arg(long = "class", value_name = "LOCALE=CLASS")]
    pub classes: Vec<String>,
    /// A wording that is no longer used
    #[arg(long = "deprecated", value_name = "LOCALE=WORDING")]
    pub deprecated: Vec<String>,
    /// A wording that is never used
    #[arg(long = "forbidden", value_name = "LOCALE=WORDING")]
    pub forbidden: Vec<String>,
    /// What it means
    #[arg(long)]
    pub definition: Option<String>,
    /// A remark for translators
    #[arg(long)]
    pub note: Option<String>,
    /// Name of the glossary file
    #[arg(long, value_name = "NAME", default_value = "terms")]
    pub file: String,
}

/// Formats of other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Exchange {
    /// TBX (ISO 30042:2019, DCA).
    Tbx,
    /// A comma-separated table.
    Csv,
    /// A tab-separated table.
    Tsv,
    /// `OmegaT`'s list: source, target, comment.
    Omegat,
}

/// `tolmach glossary import`.
#[derive(Debug, Args)]
pub struct GlossaryImport {
    /// The files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Their format (default: by file extension)
    #[arg(long, value_enum)]
    pub format: Option<Exchange>,
    /// Target language of an `OmegaT` list, which does not name it
    #[arg(short, long)]
    pub locale: Option<Locale>,
    /// Glossary file to write or to append to, `-` for standard output (default: `glossary/NAME.toml` for each)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// `tolmach glossary export`.
#[derive(Debug, Args)]
pub struct GlossaryExport {
    /// File to write (default: standard output)
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Its format (default: by file extension)
    #[arg(long, value_enum, required_unless_present = "file")]
    pub format: Option<Exchange>,
    /// Only these target languages; an `OmegaT` list has one
    #[arg(short, long = "locale", value_name = "LOCALE", value_delimiter = ',')]
    pub locales: Vec<Locale>,
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
    /// How to show it (not with --stdin)
    #[arg(long, value_enum, default_value_t = PlainFormat::Full)]
    pub format: PlainFormat,
    /// Read `{"id","locale","text"}` lines, answer `{"id","hits"}` lines
    #[arg(long, conflicts_with_all = ["text", "format"])]
    pub stdin: bool,
}

/// `tolmach glossary forms`.
#[derive(Debug, Args)]
pub struct Forms {
    /// Wordings in their dictionary form, one per argument (default: the whole glossary)
    #[arg(value_name = "WORD")]
    pub words: Vec<String>,
    /// Only in these locales
    #[arg(short, long = "locale", value_name = "LOCALE", value_delimiter = ',')]
    pub locales: Vec<Locale>,
    /// Inflection class, one token per word, as in `ma.S.surn-a` (default: from the glossary, else guessed)
    #[arg(long, value_name = "CLASS", requires = "words")]
    pub class: Option<String>,
    /// Kind of concept, if the glossary does not say: person, place, org, term, noun, adj, abbr, phrase, title
    #[arg(long, value_name = "KIND", value_parser = kind, requires = "words")]
    pub kind: Option<Kind>,
    /// How to show it (not with --write)
    #[arg(long, value_enum, default_value_t = PlainFormat::Full)]
    pub format: PlainFormat,
    /// Exit 1 if `glossary/forms.lock` differs from the forms that the rules make now
    #[arg(long, conflicts_with_all = ["words", "write"])]
    pub check: bool,
    /// Write `glossary/forms.lock`; review marks of unchanged lines are kept
    #[arg(long, conflicts_with_all = ["words", "locales", "format"])]
    pub write: bool,
}

/// `tolmach glossary review`.
#[derive(Debug, Args)]
pub struct GlossaryReview {
    /// Only these concepts, by id (default: all)
    #[arg(value_name = "CONCEPT")]
    pub concepts: Vec<String>,
    /// Write the inflection class of the concept's preferred wording into the glossary, without asking
    #[arg(long = "class", value_name = "LOCALE=CLASS", conflicts_with_all = ["accept_all", "locales", "by"])]
    pub classes: Vec<String>,
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
