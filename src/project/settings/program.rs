//! A program and its arguments as a flag or a variable gives them.

/// Why a text names no program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProgramError {
    /// A quotation mark has no second one.
    #[error("a quotation mark is not closed; close it, or write a JSON array: [\"PROGRAM\", \"ARGUMENT\"]")]
    OpenQuote,
    /// The text begins as a JSON array and is none of strings.
    #[error("`[` begins a JSON array of strings, and this is none ({0}); write [\"PROGRAM\", \"ARGUMENT\"]")]
    NoArray(String),
}

/// Splits a text into program and arguments: a JSON array of strings, or words as a shell reads them, with `'…'`, `"…"` and
/// `\` but without variables and wildcards. A text without words gives nothing.
///
/// Fails where a quotation mark is not closed, and where a text that begins with `[` is no array of strings: what was
/// meant is not guessed.
pub fn parse_program(text: &str) -> Result<Vec<String>, ProgramError> {
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(text).map_err(|error| ProgramError::NoArray(error.to_string()));
    }
    shell_words::split(text).map_err(|_| ProgramError::OpenQuote)
}
