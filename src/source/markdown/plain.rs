//! Text in which only escapes and character references are significant: the title of a link.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use crate::{
    model::{Slot, Text, cut},
    source::bytes,
};

/// The character reference that `text` begins with, decoded, and its length (CommonMark 2.5).
pub(super) fn reference(text: &str) -> Option<(String, usize)> {
    let end = text.bytes().take(34).position(|byte| byte == b';')? + 1;
    let name = cut(text, &(1..end - 1));
    if !text.starts_with('&') || name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#') {
        return None;
    }
    // The parser has the table of names.
    let source = cut(text, &(0..end));
    let decoded = Parser::new(source).find_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    })?;
    (decoded != source).then_some((decoded, end))
}

/// Reads the title at `span` of the file: its text and its slot.
pub(super) fn read(file: &str, span: &Range<usize>) -> (Text, Slot) {
    let source = bytes(file, span);
    let mut prose = String::with_capacity(source.len());
    let mut map: Vec<(usize, Range<usize>)> = Vec::new();
    let mut at = 0;
    let mut was_literal = false;
    while let Some(c) = cut(source, &(at..source.len())).chars().next() {
        let rest = cut(source, &(at..source.len()));
        let from = prose.len();
        let mut next = at + c.len_utf8();
        let mut is_literal = false;
        let escaped = rest.chars().nth(1).filter(char::is_ascii_punctuation);
        if let ('\\', Some(escaped)) = (c, escaped) {
            prose.push(escaped);
            next = at + 2;
        } else if let ('&', Some((decoded, length))) = (c, reference(rest)) {
            prose.push_str(&decoded);
            next = at + length;
        } else if c == '\n' || c == '\r' {
            // The line break with the indentation and quote markers that the container puts before the next line.
            prose.push(' ');
            next = at + rest.find(|c: char| !matches!(c, '\r' | '\n' | ' ' | '\t' | '>')).unwrap_or(rest.len());
        } else {
            prose.push(c);
            is_literal = true;
        }
        let here = span.start + at..span.start + next;
        match map.last_mut() {
            Some((_, last)) if was_literal && is_literal => last.end = here.end,
            _ => map.push((from, here)),
        }
        was_literal = is_literal;
        at = next;
    }
    let slot = Slot { span: span.clone(), outer: span.clone(), map, codes: Vec::new(), context: "title".to_owned() };
    (Text::plain(prose), slot)
}

/// Finds a title, without its delimiters, in `area` of the file (a link from `](` on, or a definition from `]:` on);
/// `title` is the text it must have.
pub(super) fn locate(file: &str, area: &Range<usize>, title: &str) -> Option<Range<usize>> {
    let source = bytes(file, area);
    let inner = source.trim_end();
    let inner = if inner.starts_with("](") { inner.strip_suffix(')')?.trim_end() } else { inner };
    let space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let mut rest = inner.get(2..)?.trim_start_matches(space);
    let destination = match rest.strip_prefix('<') {
        Some(pointed) => {
            let mut escaped = false;
            let end = pointed.find(|c: char| {
                let closes = c == '>' && !escaped;
                escaped = c == '\\' && !escaped;
                closes
            })?;
            end + 2
        }
        None => rest.find(space)?,
    };
    rest = rest.get(destination..)?;
    // A title on its own line comes after the container's markers.
    let rest = rest.trim_start_matches(|c| space(c) || c == '>');
    let content = rest.get(1..rest.len().checked_sub(1)?)?;
    if !rest.starts_with(['"', '\'', '(']) {
        return None;
    }
    let start = area.start + (inner.len() - rest.len()) + 1;
    let span = start..start + content.len();
    let (read, _) = read(file, &span);
    read.prose.split_whitespace().eq(title.split_whitespace()).then_some(span)
}
