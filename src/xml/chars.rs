//! The bytes and characters that XML allows.

use std::borrow::Cow;

use super::{XmlError, XmlProblem};

/// Whether XML 1.0 allows the character (production 2, `Char`): no NUL, no control character except tab, line feed and
/// carriage return, and neither U+FFFE nor U+FFFF.
#[must_use]
pub const fn is_legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Decodes a file as UTF-8, with or without a byte-order mark (which stays in the text), or as UTF-16.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, XmlError> {
    if let Some(text) = utf_16(bytes) {
        return Ok(Cow::Owned(text));
    }
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
        let offset = error.valid_up_to();
        let line = 1 + bytes.get(..offset).map_or(0, lines_in);
        XmlError { offset, line, problem: XmlProblem::Encoding { encoding: "another encoding".to_owned() } }
    })
}

/// The text of a file in UTF-16, told by its byte-order mark or its first characters (XML 1.0, appendix F); `None` for
/// any other file. Its declaration names UTF-8, which the text is in now.
#[must_use]
pub fn utf_16(bytes: &[u8]) -> Option<String> {
    let (is_little, rest) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (true, rest),
        [0xFE, 0xFF, rest @ ..] => (false, rest),
        [b'<', 0, ..] => (true, bytes),
        [0, b'<', ..] => (false, bytes),
        _ => return None,
    };
    let unit = |pair: [u8; 2]| if is_little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) };
    let (pairs, odd) = rest.as_chunks::<2>();
    if !odd.is_empty() {
        return None;
    }
    let text: String = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().ok()?;
    let Some((declaration, rest)) = text.split_once("?>").filter(|(start, _)| start.starts_with("<?xml")) else {
        return Some(text);
    };
    let names = ["UTF-16LE", "UTF-16BE", "UTF-16", "utf-16le", "utf-16be", "utf-16"];
    let declaration = names.iter().fold(declaration.to_owned(), |text, name| text.replace(name, "UTF-8"));
    Some(format!("{declaration}?>{rest}"))
}

/// Number of line feeds.
pub(super) fn lines_in(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}

/// Byte offset and code point of the first character that XML does not allow.
pub(super) fn first_illegal(text: &str) -> Option<(usize, u32)> {
    let bytes = text.as_bytes();
    let control = bytes.iter().position(|b| *b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r'));
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF; the lead byte is rare in the scripts we handle.
    let noncharacter =
        memchr::memchr_iter(0xEF, bytes).find(|at| matches!(bytes.get(*at..at + 3), Some([0xEF, 0xBF, 0xBE | 0xBF])));
    let at = match (control, noncharacter) {
        (Some(a), Some(b)) => a.min(b),
        (a, b) => a.or(b)?,
    };
    text.get(at..).and_then(|rest| rest.chars().next()).map(|c| (at, u32::from(c)))
}

/// Whether the byte is XML white space (production 3, `S`).
pub(super) const fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\r')
}

/// Whether the string is an XML name (productions 4 to 5).
pub(super) fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(starts_name) && chars.all(continues_name)
}

const fn starts_name(c: char) -> bool {
    matches!(c,
        ':' | '_' | 'A'..='Z' | 'a'..='z'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}'
        | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

const fn continues_name(c: char) -> bool {
    starts_name(c) || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}
