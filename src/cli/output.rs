//! Output that is safe for a terminal: data to standard output, messages to standard error.

use std::io::Write;

/// Writes a line to standard error; a closed standard error is ignored.
pub(super) fn write_stderr(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", visible(line));
}

/// Untrusted text for a terminal: control and bidirectional characters become escapes, so that an article cannot move
/// the cursor or reverse a line.
pub(super) fn visible(text: &str) -> String {
    let hidden = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.chars().any(hidden) {
        return text.to_owned();
    }
    text.chars().map(|c| if hidden(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
}
