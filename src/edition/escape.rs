//! Text within HTML.

/// Escapes text for HTML. The template engine's own escaping turns a slash into `&#x2f;` too, and an address could not
/// be found in the page's source.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A text for attributes and programs, which break no lines.
pub(super) fn breakable(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
