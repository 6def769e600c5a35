//! Output formats on the command line: each command accepts only those it supports.

use clap::ValueEnum;

/// How findings are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people, with excerpts.
    #[default]
    Full,
    /// For people, one line each.
    Concise,
    /// One JSON document.
    Json,
    /// JSON, one object per line.
    Jsonl,
    /// GitHub workflow commands; everything goes into the job's summary too.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// `JUnit` XML.
    Junit,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// Markdown for a pull request.
    Markdown,
    /// A page.
    Html,
}

/// How a difference is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people.
    Full,
    /// One JSON document.
    Json,
    /// Markdown for a pull request.
    Markdown,
    /// A page.
    Html,
}

/// How sentences are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SegmentFormat {
    /// For people, one line each.
    Full,
    /// JSON, one object per line.
    Jsonl,
}

/// How anything else is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PlainFormat {
    /// For people.
    Full,
    /// One JSON document.
    Json,
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
