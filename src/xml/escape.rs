//! Writes text and attribute values.

use super::is_legal;

/// Appends `text` as character data: `&`, `<` and `>` escaped, a carriage return as a reference, since a raw one would
/// come back as a line feed (XML 1.0, 2.11). A character that XML cannot hold becomes U+FFFD: callers that must not
/// lose it write it as a code.
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

/// Appends `value` as it stands between double quotes: as [`escape_text`], and quotes, tabs and line feeds escaped,
/// since a raw one would come back as a space (XML 1.0, 3.3.3).
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
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if let Some(escaped) = replacement(c) {
            out.push_str(text.get(from..at).unwrap_or_default());
            out.push_str(escaped);
            from = at + c.len_utf8();
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
}
