//! Escaping of text and attribute values.

use super::is_legal;

/// Appends `text` as character data: `&`, `<` and `>` are escaped; a carriage return becomes a reference, since a raw
/// one would be read back as a line feed (XML 1.0, 2.11). A character that XML does not allow becomes U+FFFD: callers
/// that must not lose it write it as an inline code.
pub fn escape_text(out: &mut String, text: &str) {
    escape(out, text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '\r' => Some("&#13;"),
        c if !is_legal(c) => Some("\u{FFFD}"),
        _ => None,
    });
}

/// Appends `value` for use between double quotes: like [`escape_text`], but quotes, tabs and line feeds are escaped
/// too, since raw tabs and line feeds would be read back as spaces (XML 1.0, 3.3.3).
pub fn escape_attribute(out: &mut String, value: &str) {
    escape(out, value, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\t' => Some("&#9;"),
        '\n' => Some("&#10;"),
        '\r' => Some("&#13;"),
        c if !is_legal(c) => Some("\u{FFFD}"),
        _ => None,
    });
}

fn escape(out: &mut String, text: &str, replacement: impl Fn(char) -> Option<&'static str>) {
    out.reserve(text.len());
    let mut written = 0;
    for (at, c) in text.char_indices() {
        if let Some(escaped) = replacement(c) {
            out.push_str(text.get(written..at).unwrap_or_default());
            out.push_str(escaped);
            written = at + c.len_utf8();
        }
    }
    out.push_str(text.get(written..).unwrap_or_default());
}
