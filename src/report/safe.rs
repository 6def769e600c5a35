//! Untrusted text made safe to display: it can neither control a terminal nor change the reading direction.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with control and bidi characters shown as escapes (`\u{202e}`); line breaks and tabs stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    escape(text, |c| is_control(c) && !matches!(c, '\n' | '\t'))
}

/// The text on one line: like [`visible`], with each line break and tab as one space.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\t', '\r']) {
        let flat = text.replace("\r\n", " ").replace(['\n', '\t', '\r'], " ");
        return Cow::Owned(visible(&flat).into_owned());
    }
    visible(text)
}

/// JSON in which such characters are escapes (`\u001b`), so that it is the same data and safe to display.
#[must_use]
pub fn escaped_json(json: &str) -> Cow<'_, str> {
    let hidden = |c: char| is_control(c) && !matches!(c, '\n' | '\r' | '\t');
    if !json.contains(hidden) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if hidden(c) {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| put!(out, "\\u{unit:04x}"));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

fn escape(text: &str, hidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if hidden(c) {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Whether a character acts instead of being displayed: C0 and C1 controls, bidi marks, embeddings, overrides and
/// isolates (UAX #9), line and paragraph separators, interlinear annotation, tags, the byte order mark.
const fn is_control(c: char) -> bool {
    c.is_ascii_control()
        || matches!(c,
            '\u{80}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0001}'..='\u{e007f}')
}

/// A relative link or anchor: everything but letters, digits and `-._~/` is percent-encoded, so that it can neither end
/// the surrounding attribute or parentheses nor name a scheme.
pub(super) fn address(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => put!(out, "%{byte:02X}"),
        }
    }
    out
}
