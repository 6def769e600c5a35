//! What may stand behind `tolmach glossary`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::Format;
use crate::model::Locale;

/// What to do with the glossary.
#[derive(Debug, Subcommand)]
pub enum Glossary {
    /// Find terms in a text
    Find(Find),
    /// Take over the glossary of another program; never over what is there
    Import(GlossaryImport),
    /// Write the glossary for another program
    Export(GlossaryExport),
}

/// Formats of other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Exchange {
    /// TBX (ISO 30042:2019, DCA).
    Tbx,
    /// A table parted by commas.
    Csv,
    /// A table parted by tabs.
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
    /// Their format (default: by the ending of the name)
    #[arg(long, value_enum)]
    pub format: Option<Exchange>,
    /// Target language of an `OmegaT` list, which does not name it
    #[arg(short, long)]
    pub locale: Option<Locale>,
    /// Glossary file to write or to append to (default: `glossary/NAME.toml` for each)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// `tolmach glossary export`.
#[derive(Debug, Args)]
pub struct GlossaryExport {
    /// File to write (default: standard output)
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Its format (default: by the ending of the name)
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
    /// `full` or `json`
    #[arg(long, value_enum, default_value_t = Format::Full)]
    pub format: Format,
    /// Read `{"id","locale","text"}` lines, answer `{"id","hits"}` lines
    #[arg(long, conflicts_with = "text")]
    pub stdin: bool,
}
