//! Parsing of a program and its arguments from a flag or a variable.

/// Why a text is not a program with arguments.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProgramError {
    /// A quotation mark is not closed.
    #[error("a quotation mark is not closed; close it, or write a JSON array: [\"PROGRAM\", \"ARGUMENT\"]")]
    OpenQuote,
    /// The text begins like a JSON array, but is not one of strings.
    #[error("`[` begins a JSON array of strings, but this is not one ({0}); write [\"PROGRAM\", \"ARGUMENT\"]")]
    NoArray(String),
}

/// Splits a text into program and arguments: a JSON array of strings, or words as a shell reads them, with `'…'`, `"…"`
/// and `\` but without variables and wildcards. A text without words yields an empty list.
///
/// Fails where a quotation mark is not closed, and where a text that begins with `[` is not an array of strings:
/// nothing is guessed.
pub fn parse_program(text: &str) -> Result<Vec<String>, ProgramError> {
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(text).map_err(|error| ProgramError::NoArray(error.to_string()));
    }
    shell_words::split(text).map_err(|_| ProgramError::OpenQuote)
}
