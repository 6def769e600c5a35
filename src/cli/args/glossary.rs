//! What may stand behind `tolmach glossary`.

use clap::{Args, Subcommand};

use super::Format;
use crate::model::Locale;

/// What to do with the glossary.
#[derive(Debug, Subcommand)]
pub enum Glossary {
    /// Find terms in a text
    Find(Find),
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
