//! Text with inline codes, as the content of a TMX `<seg>`.
//!
//! A pair of codes is `<bpt>` and `<ept>`, a single code `<ph>`, an unpaired opening or closing code `<it>` (TMX 1.4b,
//! content markup). A character that XML cannot represent is a `<ph>` too.

use std::{collections::HashMap, fmt::Write as _};

use crate::{
    model::{Code, CodeKind, CodeName, Piece, Text, cut},
    xml::{Event, Reader, Tag, XmlError, escape_text, is_legal},
};

/// The prefix of the `type` of a character that XML cannot represent.
const CHARACTER: &str = "x-char-";

/// Appends the content of a `<seg>`.
pub(super) fn write(out: &mut String, text: &Text) {
    let complete = complete_pairs(text);
    let mut codes = 0_usize;
    for piece in text.pieces() {
        let code = match piece {
            Piece::Prose(prose) => {
                write_prose(out, prose);
                continue;
            }
            Piece::Code(code) => code,
        };
        let is_paired = complete.get(codes).copied().unwrap_or_default();
        codes += 1;
        let (id, name) = (code.id, code.name.as_str());
        // Writing to a string cannot fail.
        let _ = match (code.kind, is_paired) {
            (CodeKind::Single, _) => write!(out, "<ph x=\"{id}\" type=\"x-{name}\"/>"),
            (CodeKind::Open, true) => write!(out, "<bpt i=\"{id}\" x=\"{id}\" type=\"x-{name}\"/>"),
            (CodeKind::Close, true) => write!(out, "<ept i=\"{id}\"/>"),
            (CodeKind::Open, false) => write!(out, "<it pos=\"begin\" x=\"{id}\" type=\"x-{name}\"/>"),
            (CodeKind::Close, false) => write!(out, "<it pos=\"end\" x=\"{id}\" type=\"x-{name}\"/>"),
        };
    }
}

fn write_prose(out: &mut String, prose: &str) {
    let mut from = 0;
    for (at, c) in prose.char_indices().filter(|(_, c)| !is_legal(*c)) {
        escape_text(out, cut(prose, &(from..at)));
        let _ = write!(out, "<ph type=\"{CHARACTER}{:04x}\"/>", u32::from(c));
        from = at + c.len_utf8();
    }
    escape_text(out, cut(prose, &(from..prose.len())));
}

/// Returns for each code whether it belongs to a complete pair: `i` must name one pair only.
fn complete_pairs(text: &Text) -> Vec<bool> {
    let mut counts: HashMap<u32, (usize, usize, bool)> = HashMap::new();
    for (_, code) in &text.codes {
        let (opens, closes, ordered) = counts.entry(code.id).or_insert((0, 0, true));
        match code.kind {
            CodeKind::Open => *opens += 1,
            CodeKind::Close => *closes += 1,
            CodeKind::Single => {}
        }
        *ordered &= *closes <= *opens;
    }
    text.codes.iter().map(|(_, code)| counts.get(&code.id) == Some(&(1, 1, true))).collect()
}

/// The numbers of a translation unit's codes, shared by its variants.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    assigned: HashMap<String, u32>,
}

/// Numbers assigned to names start here, above any that we write.
const FIRST_ASSIGNED: u32 = 1_000_000;

impl Numbers {
    fn number_of(&mut self, name: String) -> u32 {
        if let Some(number) = name.parse().ok().filter(|number| *number < FIRST_ASSIGNED) {
            return number;
        }
        let next = FIRST_ASSIGNED.saturating_add(u32::try_from(self.assigned.len()).unwrap_or(u32::MAX));
        *self.assigned.entry(name).or_insert(next)
    }
}

/// Reads a `<seg>` whose start event has just been read.
pub(super) fn read(reader: &mut Reader<'_>, numbers: &mut Numbers) -> Result<Text, XmlError> {
    let mut text = Text::default();
    let mut depth = 0_usize;
    let mut hidden = 0_usize;
    // The number and name for the `i` of each `<bpt>`.
    let mut pairs: HashMap<String, (u32, CodeName)> = HashMap::new();
    let mut unnamed = 0_usize;
    loop {
        match reader.read()? {
            Event::Start(_) if hidden > 0 => hidden += 1,
            Event::Start(tag) => {
                if let Some(c) = character(&tag) {
                    text.prose.push(c);
                    hidden = 1;
                } else if let Some(code) = code(&tag, numbers, &mut pairs, &mut unnamed) {
                    text.codes.push((text.prose.len(), code));
                    hidden = 1;
                } else {
                    // `<hi>` marks words; unknown elements are treated the same way.
                    depth += 1;
                }
            }
            Event::End { .. } if hidden > 0 => hidden -= 1,
            Event::End { .. } if depth == 0 => return Ok(text),
            Event::End { .. } => depth -= 1,
            // The native code inside `<ph>` and similar elements is not prose.
            Event::Text { .. } if hidden > 0 => {}
            Event::Text { text: prose, .. } => text.prose.push_str(&prose),
            Event::EndOfFile => return Ok(text),
        }
    }
}

fn character(tag: &Tag<'_>) -> Option<char> {
    let code = tag.get("type")?.strip_prefix(CHARACTER)?;
    u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
}

fn code(
    tag: &Tag<'_>,
    numbers: &mut Numbers,
    pairs: &mut HashMap<String, (u32, CodeName)>,
    unnamed: &mut usize,
) -> Option<Code> {
    let kind = match (tag.local, tag.get("pos")) {
        ("bpt", _) | ("it", Some("begin")) => CodeKind::Open,
        ("ept" | "it", _) => CodeKind::Close,
        ("ph" | "ut", _) => CodeKind::Single,
        _ => return None,
    };
    let pair = tag.get("i").unwrap_or_default();
    let mut name = name(tag.get("type").unwrap_or_default());
    let id = match (tag.local, tag.get("x")) {
        ("ept", _) if pairs.contains_key(pair) => {
            let opening = pairs.get(pair).copied();
            name = opening.map_or(name, |(_, name)| name);
            opening.map_or(0, |(id, _)| id)
        }
        (_, Some(x)) => numbers.number_of(x.to_owned()),
        ("bpt" | "ept", None) => numbers.number_of(format!("i {pair}")),
        _ => {
            // Without `x`, single codes are matched by their order.
            *unnamed += 1;
            numbers.number_of(format!("code {unnamed}"))
        }
    };
    if tag.local == "bpt" {
        pairs.insert(pair.to_owned(), (id, name));
    }
    Some(Code { id, kind, name, markup: String::new() })
}

/// Returns the meaning of a `type`, ours or one recommended by TMX.
fn name(kind: &str) -> CodeName {
    match kind {
        "bold" => CodeName::Strong,
        "italic" => CodeName::Emphasis,
        "link" => CodeName::Link,
        "image" => CodeName::Image,
        "lb" => CodeName::Break,
        other => CodeName::parse(other.strip_prefix("x-").unwrap_or(other)),
    }
}

/// Turns codes that OmegaT's own memory stores as words (`<g0>`, `</g0>`, `<x1/>`) back into codes.
pub(super) fn from_omegat(text: &Text) -> Text {
    let mut out = Text::default();
    let mut rest = text.prose.as_str();
    while let Some((before, tail)) = rest.split_once('<') {
        out.prose.push_str(before);
        let tag = tail.split_once('>').and_then(|(tag, after)| Some((omegat_tag(tag)?, after)));
        if let Some((code, after)) = tag {
            out.codes.push((out.prose.len(), code));
            rest = after;
        } else {
            out.prose.push('<');
            rest = tail;
        }
    }
    out.prose.push_str(rest);
    out
}

fn omegat_tag(tag: &str) -> Option<Code> {
    let (kind, body) = match (tag.strip_prefix('/'), tag.strip_suffix('/')) {
        (Some(body), None) => (CodeKind::Close, body),
        (None, Some(body)) => (CodeKind::Single, body),
        (None, None) => (CodeKind::Open, tag),
        (Some(_), Some(_)) => return None,
    };
    let digits = body.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = body.len() - digits.len();
    let short = (1..=3).contains(&letters) && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let id = digits.parse().ok().filter(|_| short)?;
    Some(Code { id, kind, name: CodeName::Other, markup: String::new() })
}
