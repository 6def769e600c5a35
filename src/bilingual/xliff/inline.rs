//! Text with inline codes, as the content of `<source>` and `<target>`.
//!
//! A nesting pair is `<g>`, a single code `<x/>`; halves without their other half, or crossing another pair, are
//! `<bx/>` and `<ex/>` (XLIFF 1.2, 2.3). A character that XML cannot hold is an `<x/>` too and becomes the character
//! again when it is read.

use std::{collections::HashMap, fmt::Write as _, ops::Range};

use super::names::Numbers;
use crate::{
    model::{Code, CodeKind, CodeName, Piece, Text},
    xml::{Event, Reader, ReaderOptions, Tag, XmlError, escape_attribute, escape_text, is_legal},
};

/// Maximum nesting of `<g>`; deeper pairs are written as halves, to stay within every reader's depth limit.
const MAX_NESTED: usize = 64;

/// Prefix of the `ctype` of a character that XML cannot hold.
const CHARACTER: &str = "x-char-";

/// How a half of a pair is written.
#[derive(Clone, Copy, PartialEq)]
enum PairNotation {
    /// As start or end of `<g>`.
    Nested,
    /// As `<bx rid/>` or `<ex rid/>`.
    Linked,
    /// As `<bx/>` or `<ex/>` without its other half.
    Alone,
}

/// Appends the content of a `<target>`, or of any text that is read only by tolmach.
pub(in crate::bilingual) fn write(out: &mut String, text: &Text) {
    write_codes(out, text, false);
}

/// Appends the content of a `<source>`. A single code says what it stands for (`equiv-text`), which translators' tools
/// show in its place.
pub(super) fn write_source(out: &mut String, text: &Text) {
    write_codes(out, text, true);
}

fn write_codes(out: &mut String, text: &Text, with_equivalents: bool) {
    let notations = notations(text);
    let mut notations = notations.iter();
    let mut characters = 0_usize;
    for piece in text.pieces() {
        let code = match piece {
            Piece::Prose(prose) => {
                write_prose(out, prose, &mut characters);
                continue;
            }
            Piece::Code(code) => code,
        };
        let notation = notations.next().copied().unwrap_or(PairNotation::Alone);
        let id = code.id;
        let name = code.name.as_str();
        if code.kind == CodeKind::Single && with_equivalents && !code.markup.is_empty() {
            let _ = write!(out, "<x id=\"{id}\" ctype=\"x-{name}\" equiv-text=\"");
            escape_attribute(out, &code.markup);
            out.push_str("\"/>");
            continue;
        }
        // Writing to a string cannot fail.
        let _ = match (code.kind, notation) {
            (CodeKind::Single, _) => write!(out, "<x id=\"{id}\" ctype=\"x-{name}\"/>"),
            (CodeKind::Open, PairNotation::Nested) => write!(out, "<g id=\"{id}\" ctype=\"x-{name}\">"),
            (CodeKind::Close, PairNotation::Nested) => write!(out, "</g>"),
            (CodeKind::Open, PairNotation::Linked) => write!(out, "<bx id=\"{id}\" rid=\"{id}\" ctype=\"x-{name}\"/>"),
            (CodeKind::Close, PairNotation::Linked) => write!(out, "<ex id=\"{id}\" rid=\"{id}\"/>"),
            (CodeKind::Open, PairNotation::Alone) => write!(out, "<bx id=\"{id}\" ctype=\"x-{name}\"/>"),
            (CodeKind::Close, PairNotation::Alone) => write!(out, "<ex id=\"{id}\"/>"),
        };
    }
}

fn write_prose(out: &mut String, prose: &str, characters: &mut usize) {
    let mut from = 0;
    for (at, c) in prose.char_indices().filter(|(_, c)| !is_legal(*c)) {
        escape_text(out, prose.get(from..at).unwrap_or_default());
        *characters += 1;
        let _ = write!(out, "<x id=\"char-{characters}\" ctype=\"{CHARACTER}{:04x}\"/>", u32::from(c));
        from = at + c.len_utf8();
    }
    escape_text(out, prose.get(from..).unwrap_or_default());
}

/// Returns the notation of each code of a text, in order. One pass: an opening half that is not closed before the pair
/// around it is taken out of the nesting.
fn notations(text: &Text) -> Vec<PairNotation> {
    let mut notations = vec![PairNotation::Alone; text.codes.len()];
    // Opening halves in order; `None` for those already closed or crossed.
    let mut stack: Vec<Option<usize>> = Vec::new();
    let mut by_id: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut partner = vec![None; text.codes.len()];
    for (index, (_, code)) in text.codes.iter().enumerate() {
        match code.kind {
            CodeKind::Single => {}
            CodeKind::Open => {
                by_id.entry(code.id).or_default().push(stack.len());
                stack.push(Some(index));
            }
            CodeKind::Close => {
                let Some(place) = by_id.get_mut(&code.id).and_then(Vec::pop) else { continue };
                let Some(open) = stack.get_mut(place).and_then(Option::take) else { continue };
                while stack.pop_if(|entry| entry.is_none()).is_some() {}
                let notation = if stack.len() <= place { PairNotation::Nested } else { PairNotation::Linked };
                for (at, other) in [(open, index), (index, open)] {
                    if let (Some(entry), Some(pair)) = (notations.get_mut(at), partner.get_mut(at)) {
                        *entry = notation;
                        *pair = Some(other);
                    }
                }
            }
        }
    }
    limit_depth(text, &mut notations, &partner);
    notations
}

/// Takes pairs beyond the depth limit out of the nesting, and gives every linked pair its own `rid` (the schema
/// requires it to be unique): a second pair of the same id is written without one.
fn limit_depth(text: &Text, notations: &mut [PairNotation], partner: &[Option<usize>]) {
    let mut depth = 0_usize;
    let mut linked = std::collections::HashSet::new();
    for index in 0..notations.len() {
        let (Some(notation), Some((_, code))) = (notations.get(index).copied(), text.codes.get(index)) else {
            continue;
        };
        let new = match (code.kind, notation) {
            (CodeKind::Open, PairNotation::Nested) if depth < MAX_NESTED => {
                depth += 1;
                None
            }
            (CodeKind::Open, PairNotation::Nested | PairNotation::Linked) => {
                Some(if linked.insert(code.id) { PairNotation::Linked } else { PairNotation::Alone })
            }
            (CodeKind::Close, PairNotation::Nested) => {
                depth = depth.saturating_sub(1);
                None
            }
            _ => None,
        };
        let other = partner.get(index).copied().flatten();
        for at in [Some(index), other].into_iter().flatten() {
            if let (Some(new), Some(entry)) = (new, notations.get_mut(at)) {
                *entry = new;
            }
        }
    }
}

/// Reads the content of the element whose start event was read last; returns it with the byte span of the end tag.
pub(super) fn read(reader: &mut Reader<'_>, numbers: &mut Numbers) -> Result<(Text, Range<usize>), XmlError> {
    let mut text = Text::default();
    // The code that each open element appends at its end; the `<source>` itself is not among them.
    let mut open: Vec<Option<Code>> = Vec::new();
    let mut hidden = 0_usize;
    loop {
        match reader.read()? {
            Event::Start(_) if hidden > 0 => hidden += 1,
            Event::Start(tag) => match classify(&tag, numbers) {
                Inline::Around(code) => {
                    text.codes.push((text.prose.len(), code.clone()));
                    open.push(Some(Code { kind: CodeKind::Close, ..code }));
                }
                Inline::Code(code) => {
                    text.codes.push((text.prose.len(), code));
                    hidden = 1;
                }
                Inline::Character(c) => {
                    text.prose.push(c);
                    hidden = 1;
                }
                Inline::Transparent => open.push(None),
            },
            Event::End { .. } if hidden > 0 => hidden -= 1,
            Event::End { span, .. } => match open.pop() {
                None => {
                    name_closing_halves(&mut text);
                    return Ok((text, span));
                }
                Some(None) => {}
                Some(Some(code)) => text.codes.push((text.prose.len(), code)),
            },
            // The native code inside `<ph>` and the like is not prose.
            Event::Text { .. } if hidden > 0 => {}
            Event::Text { text: prose, .. } => text.prose.push_str(&prose),
            Event::EndOfFile => return Ok((text, 0..0)),
        }
    }
}

/// Reads standalone content, as written by [`write()`]; `None` if it is malformed.
pub(in crate::bilingual) fn parse(content: &str) -> Option<Text> {
    let whole = format!("<source>{content}</source>");
    let mut reader = Reader::new(&whole, ReaderOptions::default()).ok()?;
    reader.read().ok()?;
    read(&mut reader, &mut Numbers::default()).ok().map(|(text, _)| text)
}

/// Returns a text as it is after being written and read: without the markup of its codes.
pub(in crate::bilingual) fn normalized(text: &Text) -> Text {
    let mut text = text.clone();
    for (_, code) in &mut text.codes {
        code.markup.clear();
        if code.kind == CodeKind::Close {
            code.name = CodeName::Other;
        }
    }
    name_closing_halves(&mut text);
    text
}

/// The meaning of an inline element.
enum Inline {
    /// A pair around its content.
    Around(Code),
    /// A code; its content is native code.
    Code(Code),
    /// A character that XML cannot hold.
    Character(char),
    /// An annotation (`<mrk>`) or an unknown element: its content is prose.
    Transparent,
}

fn classify(tag: &Tag<'_>, numbers: &mut Numbers) -> Inline {
    let kind = match (tag.local, tag.get("pos")) {
        ("g" | "bx" | "bpt", _) | ("it", Some("open")) => CodeKind::Open,
        ("ex" | "ept" | "it", _) => CodeKind::Close,
        ("x" | "ph", _) => CodeKind::Single,
        _ => return Inline::Transparent,
    };
    let ctype = tag.get("ctype").unwrap_or_default();
    let character = ctype.strip_prefix(CHARACTER).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    if let Some(c) = character.and_then(char::from_u32) {
        return Inline::Character(c);
    }
    // The halves of a pair share `rid`; without it, the `id`.
    let key = match tag.local {
        "bx" | "ex" | "bpt" | "ept" | "it" => tag.get("rid").or_else(|| tag.get("id")),
        _ => tag.get("id"),
    };
    let code = Code { id: numbers.of(key.unwrap_or_default()), kind, name: name(ctype), markup: String::new() };
    if tag.local == "g" { Inline::Around(code) } else { Inline::Code(code) }
}

/// Returns the meaning of a `ctype`, ours or XLIFF's own.
fn name(ctype: &str) -> CodeName {
    match ctype {
        "bold" => CodeName::Strong,
        "italic" => CodeName::Emphasis,
        "link" => CodeName::Link,
        "image" => CodeName::Image,
        "lb" => CodeName::Break,
        other => CodeName::parse(other.strip_prefix("x-").unwrap_or(other)),
    }
}

/// Names closing halves after their opening halves, since `<ex/>` has no `ctype`.
fn name_closing_halves(text: &mut Text) {
    let open = text.codes.iter().filter(|(_, code)| code.kind == CodeKind::Open);
    let names: HashMap<u32, CodeName> = open.map(|(_, code)| (code.id, code.name)).collect();
    for (_, code) in &mut text.codes {
        if code.kind == CodeKind::Close && code.name == CodeName::Other {
            code.name = names.get(&code.id).copied().unwrap_or(CodeName::Other);
        }
    }
}
