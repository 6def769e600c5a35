//! Strings in YAML 1.2 and TOML 1.0: their spelling, and the positions of their characters in it.

use std::{fmt::Write as _, ops::Range};

use crate::{
    model::{Code, CodeKind, CodeName, Slot, Text, cut},
    source::{bytes, is_unwritable},
};

/// How a string is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of YAML and TOML")]
pub enum Quoting {
    YamlPlain,
    YamlSingle,
    YamlDouble,
    YamlLiteral,
    YamlFolded,
    TomlBasic,
    TomlLiteral,
    TomlMultiBasic,
    TomlMultiLiteral,
}

const STYLES: [Quoting; 9] = [
    Quoting::YamlPlain,
    Quoting::YamlSingle,
    Quoting::YamlDouble,
    Quoting::YamlLiteral,
    Quoting::YamlFolded,
    Quoting::TomlBasic,
    Quoting::TomlLiteral,
    Quoting::TomlMultiBasic,
    Quoting::TomlMultiLiteral,
];

impl Quoting {
    /// The name used in a slot.
    pub(in crate::source) const fn as_str(self) -> &'static str {
        match self {
            Self::YamlPlain => "yaml-plain",
            Self::YamlSingle => "yaml-single",
            Self::YamlDouble => "yaml-double",
            Self::YamlLiteral => "yaml-literal",
            Self::YamlFolded => "yaml-folded",
            Self::TomlBasic => "toml-basic",
            Self::TomlLiteral => "toml-literal",
            Self::TomlMultiBasic => "toml-multi-basic",
            Self::TomlMultiLiteral => "toml-multi-literal",
        }
    }

    /// The reverse of [`Quoting::as_str`].
    pub(in crate::source) fn parse(name: &str) -> Option<Self> {
        STYLES.into_iter().find(|style| style.as_str() == name)
    }

    /// Whether a backslash begins an escape.
    pub(super) const fn has_escapes(self) -> bool {
        matches!(self, Self::YamlDouble | Self::TomlBasic | Self::TomlMultiBasic)
    }
}

/// Reads a string of the front matter as a unit's text and slot. `outer` is the whole spelling, `span` the part inside
/// the quotes or after the block header, `value` the parser's result.
pub(super) fn read(file: &str, outer: &Range<usize>, span: &Range<usize>, style: Quoting, value: &str) -> (Text, Slot) {
    let value = value.trim_end_matches('\n');
    let source = bytes(file, span);
    let pieces =
        split_spelling(source, style).filter(|pieces| pieces.iter().map(|piece| piece.1.as_str()).eq_text(value));
    // A spelling that this reader cannot follow (a folded line inside a block, a continued line) is a single piece.
    let pieces = pieces.unwrap_or_else(|| vec![(0..source.len(), value.to_owned(), false)]);
    let mut text = Text::default();
    let mut slot =
        Slot { span: span.clone(), outer: outer.clone(), context: style.as_str().to_owned(), ..Slot::default() };
    let mut was_literal = false;
    for (piece, decoded, is_literal) in pieces {
        let place = span.start + piece.start..span.start + piece.end;
        if decoded.chars().all(is_unwritable) {
            let id = u32::try_from(text.codes.len() + 1).unwrap_or(u32::MAX);
            let markup = bytes(file, &place).to_owned();
            let code = Code { id, kind: CodeKind::Single, name: CodeName::Other, markup };
            text.codes.push((text.prose.len(), code));
            slot.codes.push(place);
            was_literal = false;
            continue;
        }
        match slot.map.last_mut() {
            Some((_, last)) if was_literal && is_literal => last.end = place.end,
            _ => slot.map.push((text.prose.len(), place)),
        }
        text.prose.push_str(&decoded);
        was_literal = is_literal;
    }
    (text, slot)
}

/// Compares pieces with the text they should add up to, without joining them.
trait EqText {
    fn eq_text(self, text: &str) -> bool;
}

impl<'a, I: Iterator<Item = &'a str>> EqText for I {
    fn eq_text(mut self, text: &str) -> bool {
        let mut rest = text;
        let all = self.all(|piece| {
            let tail = rest.strip_prefix(piece);
            rest = tail.unwrap_or(rest);
            tail.is_some()
        });
        all && rest.is_empty()
    }
}

/// A piece of a spelling: its bytes, its decoded text, and whether it is literal.
type SpellingPiece = (Range<usize>, String, bool);

/// Splits a spelling into pieces; `None` if this reader cannot follow it.
fn split_spelling(source: &str, style: Quoting) -> Option<Vec<SpellingPiece>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let indent = |at: usize| {
        let rest = cut(source, &(at..source.len()));
        rest.len() - rest.trim_start_matches(' ').len()
    };
    // In blocks every line but the first is preceded by the indentation, which the span leaves out for the first.
    let block_indent = source.split_once('\n').map_or(0, |(first, rest)| {
        let next = rest.trim_start_matches(['\r', '\n']);
        if next.is_empty() { 0 } else { indent(first.len() + 1 + (rest.len() - next.len())) }
    });
    while let Some(c) = cut(source, &(at..source.len())).chars().next() {
        let rest = cut(source, &(at..source.len()));
        let (length, decoded) = match (style, c) {
            (Quoting::YamlPlain | Quoting::YamlSingle | Quoting::YamlDouble, ' ' | '\t' | '\r' | '\n') => {
                let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
                let breaks = cut(rest, &(0..blank)).matches('\n').count();
                match breaks {
                    0 => (c.len_utf8(), None),
                    1 => (blank, Some(" ".to_owned())),
                    more => (blank, Some("\n".repeat(more - 1))),
                }
            }
            (Quoting::YamlSingle, '\'') => (2, Some("'".to_owned())),
            (Quoting::YamlDouble | Quoting::TomlBasic | Quoting::TomlMultiBasic, '\\') => {
                let (escaped, length) = escape(rest)?;
                (length, Some(escaped.to_string()))
            }
            (Quoting::YamlLiteral | Quoting::YamlFolded, '\r' | '\n') => {
                let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
                let breaks = cut(rest, &(0..blank)).matches('\n').count();
                let length = blank + indent(at + blank).min(block_indent);
                let decoded = match (style, breaks) {
                    (Quoting::YamlFolded, 1) => " ".to_owned(),
                    (Quoting::YamlFolded, more) => "\n".repeat(more - 1),
                    (_, more) => "\n".repeat(more),
                };
                (length, Some(decoded))
            }
            (_, '\r') if rest.starts_with("\r\n") => (2, Some("\n".to_owned())),
            _ => (c.len_utf8(), None),
        };
        match decoded {
            Some(decoded) => pieces.push((at..at + length, decoded, false)),
            None => pieces.push((at..at + length, c.to_string(), true)),
        }
        at += length;
    }
    Some(pieces)
}

/// The character of the escape at the start of `text`, and the escape's length (YAML 1.2.2, 5.7; TOML 1.0, String).
fn escape(text: &str) -> Option<(char, usize)> {
    let kind = text.chars().nth(1)?;
    let simple = match kind {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        ' ' | '"' | '/' | '\\' => kind,
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        'x' | 'u' | 'U' => {
            let digits = match kind {
                'x' => 2,
                'u' => 4,
                _ => 8,
            };
            let code = u32::from_str_radix(text.get(2..2 + digits)?, 16).ok()?;
            return char::from_u32(code).map(|c| (c, 2 + digits));
        }
        _ => return None,
    };
    Some((simple, 2))
}

/// Spells `text` in `style`, without quotes; block scalars get `indent` before each line. Text that the style cannot
/// express is written anyway: the caller reads the result back.
pub(super) fn escaped(text: &str, style: Quoting, indent: &str, newline: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match (style, c) {
            (Quoting::YamlSingle, '\'') => out.push_str("''"),
            (Quoting::YamlLiteral, '\n') => out.extend([newline, indent]),
            (Quoting::YamlFolded, '\n') => out.extend([newline, newline, indent]),
            (Quoting::TomlMultiBasic | Quoting::TomlMultiLiteral, '\n') => out.push_str(newline),
            (style, c) if style.has_escapes() => match c {
                '"' | '\\' => out.extend(['\\', c]),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') => {
                    let _ = write!(out, "\\u{:04X}", u32::from(c));
                }
                _ => out.push(c),
            },
            _ => out.push(c),
        }
    }
    out
}

/// A string in double quotes, which can express any text.
pub(super) fn quoted(text: &str, toml: bool) -> String {
    let style = if toml { Quoting::TomlBasic } else { Quoting::YamlDouble };
    format!("\"{}\"", escaped(text, style, "", "\n"))
}
