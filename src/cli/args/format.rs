//! How findings and reports are shown, as it is given on the command line.

use clap::ValueEnum;

/// How findings and reports are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// For people, with the place shown.
    #[default]
    Full,
    /// For people, one line each.
    Concise,
    /// One JSON document.
    Json,
    /// JSON, one object a line.
    Jsonl,
    /// GitHub workflow commands.
    Github,
    /// Markdown for a pull request.
    Markdown,
    /// A page.
    Html,
}

/// How the ledger is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LedgerFormat {
    /// For people.
    Full,
    /// One JSON document.
    Json,
    /// A table for spreadsheets and programs.
    Csv,
}
