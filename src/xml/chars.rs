//! The bytes and characters that XML allows.

use super::{XmlError, XmlProblem};

/// Whether XML 1.0 allows the character (production 2, `Char`): no NUL, no control character except tab, line feed and
/// carriage return, and neither U+FFFE nor U+FFFF.
#[must_use]
pub const fn is_legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Decodes a file as UTF-8, with or without a byte-order mark (which stays in the text).
pub fn decode(bytes: &[u8]) -> Result<&str, XmlError> {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => Some("UTF-16LE"),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => Some("UTF-16BE"),
        _ => None,
    };
    if let Some(encoding) = encoding {
        return Err(XmlError { offset: 0, line: 1, problem: XmlProblem::Encoding { encoding: encoding.to_owned() } });
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let line = 1 + bytes.get(..offset).map_or(0, lines_in);
        XmlError { offset, line, problem: XmlProblem::Encoding { encoding: "another encoding".to_owned() } }
    })
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
