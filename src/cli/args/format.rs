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
