//! Start tags: names, attributes and their positions.

use std::{borrow::Cow, ops::Range};

use super::{
    XmlProblem,
    chars::{is_legal, is_name, is_space},
};

/// A start tag or an empty-element tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag<'a> {
    /// The name as written, with its prefix.
    pub name: &'a str,
    /// The name without its prefix.
    pub local: &'a str,
    /// Its namespace; empty if it has none.
    pub namespace: Cow<'a, str>,
    /// The attributes in document order, `xmlns` included.
    pub attributes: Vec<Attribute<'a>>,
    /// Whether it is `<name/>`; an end event still follows.
    pub empty: bool,
    /// Bytes of the tag in the file.
    pub span: Range<usize>,
    /// Line where it begins, from 1.
    pub line: usize,
}

/// An attribute of a start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// The name as written, with its prefix.
    pub name: &'a str,
    /// The value, references resolved and white space normalised.
    pub value: Cow<'a, str>,
    /// Bytes of the file from the name to the closing quote.
    pub span: Range<usize>,
    /// Bytes of the file between the quotes.
    pub value_span: Range<usize>,
}

impl Tag<'_> {
    /// The value of the attribute with this full name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attribute(name).map(|attribute| attribute.value.as_ref())
    }

    /// The attribute with this full name.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Attribute<'_>> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

/// A problem and its byte offset.
pub(super) type Flaw = (usize, XmlProblem);

/// Parses the name and attributes in `body`, the bytes between `<` and `>` (or `/>`, `?>`), which begin at byte `base`.
pub(super) fn scan(body: &str, base: usize) -> Result<(&str, Vec<Attribute<'_>>), Flaw> {
    let bytes = body.as_bytes();
    let flaw = |at: usize, what| (base + at, XmlProblem::Tag { what });
    let name_end = bytes.iter().position(|b| is_space(*b)).unwrap_or(bytes.len());
    let name = body.get(..name_end).unwrap_or_default();
    if !is_name(name) {
        return Err(flaw(0, "this is no name"));
    }
    let mut attributes = Vec::new();
    let mut at = name_end;
    loop {
        let start = skip_space(bytes, at);
        if start == bytes.len() {
            break;
        }
        if start == at {
            return Err(flaw(at, "white space is missing before an attribute"));
        }
        let rest = bytes.get(start..).unwrap_or_default();
        let key_end = start + rest.iter().position(|b| *b == b'=' || is_space(*b)).unwrap_or(rest.len());
        let key = body.get(start..key_end).unwrap_or_default();
        if !is_name(key) {
            return Err(flaw(start, "this is no attribute name"));
        }
        let equals = skip_space(bytes, key_end);
        if bytes.get(equals) != Some(&b'=') {
            return Err(flaw(key_end, "`=` is missing behind an attribute name"));
        }
        let open = skip_space(bytes, equals + 1);
        let quote = match bytes.get(open) {
            Some(quote @ (b'"' | b'\'')) => *quote,
            _ => return Err(flaw(open, "an attribute value must be quoted")),
        };
        let value_start = open + 1;
        let length = bytes.get(value_start..).and_then(|rest| memchr::memchr(quote, rest));
        let Some(length) = length else {
            return Err(flaw(open, "the closing quote is missing"));
        };
        let value_end = value_start + length;
        let raw = body.get(value_start..value_end).unwrap_or_default();
        attributes.push(Attribute {
            name: key,
            value: value(raw, base + value_start)?,
            span: base + start..base + value_end + 1,
            value_span: base + value_start..base + value_end,
        });
        at = value_end + 1;
    }
    require_unique(&attributes)?;
    Ok((name, attributes))
}

fn skip_space(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().position(|b| !is_space(*b)).unwrap_or(rest.len())
}

/// Rejects duplicate attributes; sorts the names, so that a tag with many attributes is not quadratic.
fn require_unique(attributes: &[Attribute<'_>]) -> Result<(), Flaw> {
    let mut names: Vec<_> = attributes.iter().map(|attribute| (attribute.name, attribute.span.start)).collect();
    names.sort_unstable();
    match names.windows(2).find(|pair| matches!(pair, [a, b] if a.0 == b.0)) {
        Some([_, (name, at)]) => Err((*at, XmlProblem::DuplicateAttribute { name: (*name).to_owned() })),
        _ => Ok(()),
    }
}

/// Normalises an attribute's value: references resolved, literal white space as spaces (XML 1.0, 3.3.3).
fn value(raw: &str, base: usize) -> Result<Cow<'_, str>, Flaw> {
    let special = |b: &u8| matches!(b, b'&' | b'<' | b'\t' | b'\n' | b'\r');
    let Some(first) = raw.bytes().position(|b| special(&b)) else {
        return Ok(Cow::Borrowed(raw));
    };
    let mut out = String::with_capacity(raw.len());
    let mut at = first;
    out.push_str(raw.get(..first).unwrap_or_default());
    while let Some(byte) = raw.as_bytes().get(at) {
        match byte {
            b'<' => return Err((base + at, XmlProblem::Tag { what: "`<` in an attribute value" })),
            b'&' => {
                let name = raw.get(at + 1..).and_then(|rest| rest.split_once(';')).map(|(name, _)| name);
                let name = name.ok_or((base + at, XmlProblem::Tag { what: "`&` begins no reference" }))?;
                out.push(reference(name).map_err(|problem| (base + at, problem))?);
                at += name.len() + 2;
            }
            b'\r' if raw.as_bytes().get(at + 1) == Some(&b'\n') => at += 1,
            b'\t' | b'\n' | b'\r' => {
                out.push(' ');
                at += 1;
            }
            _ => {
                let rest = raw.get(at..).unwrap_or_default();
                let length = rest.bytes().position(|b| special(&b)).unwrap_or(rest.len());
                out.push_str(rest.get(..length).unwrap_or_default());
                at += length;
            }
        }
    }
    Ok(Cow::Owned(out))
}

/// The character that `&name;` stands for: one of XML's five entities or a character reference.
pub(super) fn reference(name: &str) -> Result<char, XmlProblem> {
    let unknown = || XmlProblem::Entity { name: crate::model::clip(name, 40) };
    let code = match name {
        "lt" => return Ok('<'),
        "gt" => return Ok('>'),
        "amp" => return Ok('&'),
        "quot" => return Ok('"'),
        "apos" => return Ok('\''),
        _ => {
            let digits = name.strip_prefix('#').ok_or_else(unknown)?;
            let (digits, radix) = digits.strip_prefix('x').map_or((digits, 10), |hex| (hex, 16));
            if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
                return Err(unknown());
            }
            u32::from_str_radix(digits, radix).unwrap_or(u32::MAX)
        }
    };
    match char::from_u32(code) {
        Some(c) if is_legal(c) => Ok(c),
        _ => Err(XmlProblem::Character { code }),
    }
}
