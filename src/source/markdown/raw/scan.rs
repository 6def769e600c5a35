//! Tags, comments and text of raw HTML (HTML, 13.2.5).

use std::ops::Range;

use memchr::memchr2;

use crate::model::cut;

use super::element::is_raw;

/// A piece of raw HTML, with its bytes in the scanned text.
#[derive(Debug)]
pub(super) enum Markup {
    /// Text, with its character references.
    Text(Range<usize>),
    /// What no reader sees: a comment, a declaration.
    Hidden(Range<usize>),
    /// An element whose content is not HTML, with its content: a script, a style.
    Raw { name: String, span: Range<usize>, closed: bool },
    /// An expression of a template engine: `{{ … }}`, `{% … %}`.
    Template(Range<usize>),
    /// A start tag; `empty` where it closes itself (`<path/>`).
    Open { name: String, span: Range<usize>, attributes: Vec<TagAttribute>, empty: bool },
    /// An end tag.
    Close { name: String, span: Range<usize> },
}

/// An attribute of a start tag.
#[derive(Debug)]
pub(super) struct TagAttribute {
    /// Its name, in lower case.
    pub(super) name: String,
    /// Its value, without quotation marks.
    pub(super) value: Range<usize>,
    /// The quotation mark around the value.
    pub(super) quote: Option<char>,
}

impl TagAttribute {
    /// Whether it says that the element is not translated: `translate="no"`, or the class of translation services.
    pub(super) fn forbids_translation(&self, text: &str) -> bool {
        let value = cut(text, &self.value);
        self.name == "translate" && value.eq_ignore_ascii_case("no")
            || self.name == "class" && value.split_ascii_whitespace().any(|class| class == "notranslate")
    }
}

/// Cuts raw HTML into its pieces.
pub(super) fn scan(text: &str) -> Vec<Markup> {
    let mut scanner = Scanner { text, found: Vec::new(), text_start: 0, closed: [true; 2] };
    let mut at = 0;
    while let Some(step) = memchr2(b'<', b'{', text.as_bytes().get(at..).unwrap_or_default()) {
        at += step;
        let markup = scanner.markup(at);
        let Some((markup, end)) = markup else {
            at += 1;
            continue;
        };
        scanner.end_text(at);
        scanner.found.push(markup);
        scanner.text_start = end;
        at = end;
    }
    scanner.end_text(text.len());
    scanner.found
}

struct Scanner<'a> {
    text: &'a str,
    found: Vec<Markup>,
    /// Where the text before the next markup begins.
    text_start: usize,
    /// Whether there may be another `}}`, another `%}`.
    closed: [bool; 2],
}

impl Scanner<'_> {
    fn rest(&self, at: usize) -> &str {
        cut(self.text, &(at..self.text.len()))
    }

    fn end_text(&mut self, at: usize) {
        if self.text_start < at {
            self.found.push(Markup::Text(self.text_start..at));
        }
    }

    /// The markup at `at`, and where it ends.
    fn markup(&mut self, at: usize) -> Option<(Markup, usize)> {
        let rest = self.rest(at);
        let to = |mark: &str| rest.find(mark).map_or(self.text.len(), |end| at + end + mark.len());
        let mut chars = rest.chars();
        match (chars.next(), chars.next()) {
            (Some('{'), Some('{')) => self.template(at, 0, "}}"),
            (Some('{'), Some('%')) => self.template(at, 1, "%}"),
            (Some('<'), Some('!' | '?')) => {
                let end = if rest.starts_with("<!-->") || rest.starts_with("<!--->") {
                    to(">")
                } else if rest.starts_with("<!--") {
                    to("-->")
                } else if rest.starts_with("<![CDATA[") {
                    to("]]>")
                } else {
                    to(">")
                };
                Some((Markup::Hidden(at..end), end))
            }
            (Some('<'), Some('/')) => {
                if !chars.next()?.is_ascii_alphabetic() {
                    // Browsers take it for a comment.
                    let end = to(">");
                    return Some((Markup::Hidden(at..end), end));
                }
                let (name, attributes_start) = self.name(at + 2);
                let (_, end, _) = self.attributes(attributes_start);
                Some((Markup::Close { name, span: at..end }, end))
            }
            (Some('<'), Some(letter)) if letter.is_ascii_alphabetic() => {
                let (name, attributes_start) = self.name(at + 1);
                let (attributes, end, empty) = self.attributes(attributes_start);
                if !is_raw(&name) || empty {
                    return Some((Markup::Open { name, span: at..end, attributes, empty }, end));
                }
                let close = raw_end(self.text, end, &name);
                let end = close.unwrap_or(self.text.len());
                Some((Markup::Raw { name, span: at..end, closed: close.is_some() }, end))
            }
            _ => None,
        }
    }

    fn template(&mut self, at: usize, kind: usize, mark: &str) -> Option<(Markup, usize)> {
        if !self.closed.get(kind).copied().unwrap_or_default() {
            return None;
        }
        let Some(length) = self.rest(at + 2).find(mark) else {
            if let Some(closed) = self.closed.get_mut(kind) {
                *closed = false;
            }
            return None;
        };
        let end = at + 2 + length + mark.len();
        Some((Markup::Template(at..end), end))
    }

    /// The name that begins at `at`, in lower case, and where it ends.
    fn name(&self, at: usize) -> (String, usize) {
        name(self.text, at)
    }

    /// The attributes from `at` on, where the tag ends, and whether it closes itself.
    fn attributes(&self, at: usize) -> (Vec<TagAttribute>, usize, bool) {
        let mut attributes = Vec::new();
        let mut at = at;
        let mut empty = false;
        loop {
            let rest = self.rest(at);
            let Some(c) = rest.chars().next() else { return (attributes, at, false) };
            match c {
                '>' => return (attributes, at + 1, empty),
                '/' => {
                    empty = true;
                    at += 1;
                }
                c if is_space(c) => at += 1,
                c => {
                    empty = false;
                    let ends_name = |c: char| is_space(c) || matches!(c, '/' | '>' | '=');
                    let first = c.len_utf8();
                    let tail = cut(rest, &(first..rest.len()));
                    let length = first + tail.find(ends_name).unwrap_or(tail.len());
                    let name = cut(rest, &(0..length)).to_ascii_lowercase();
                    at += length;
                    let (value, quote, end) = self.value(at);
                    attributes.push(TagAttribute { name, value, quote });
                    at = end;
                }
            }
        }
    }

    /// The value of the attribute whose name ends at `at`, its quotation mark, and where it ends.
    fn value(&self, at: usize) -> (Range<usize>, Option<char>, usize) {
        let rest = self.rest(at);
        let Some(value) = rest.trim_start_matches(is_space).strip_prefix('=') else { return (at..at, None, at) };
        let value = value.trim_start_matches(is_space);
        let start = at + (rest.len() - value.len());
        if let Some(quote @ ('"' | '\'')) = value.chars().next() {
            let inner = cut(value, &(1..value.len()));
            let length = inner.find(quote).unwrap_or(inner.len());
            let end = (start + length + 2).min(self.text.len());
            return (start + 1..start + 1 + length, Some(quote), end);
        }
        let length = value.find(|c: char| is_space(c) || c == '>').unwrap_or(value.len());
        (start..start + length, None, start + length)
    }
}

fn name(text: &str, at: usize) -> (String, usize) {
    let rest = cut(text, &(at..text.len()));
    let length = rest.find(|c: char| is_space(c) || matches!(c, '/' | '>')).unwrap_or(rest.len());
    (cut(rest, &(0..length)).to_ascii_lowercase(), at + length)
}

/// Where the element called `raw` ends whose content goes on at `from`.
pub(super) fn raw_end(text: &str, from: usize, raw: &str) -> Option<usize> {
    let mut at = from;
    loop {
        at += cut(text, &(at..text.len())).find("</")? + 2;
        let (other, end) = name(text, at);
        if other == raw {
            return Some(cut(text, &(end..text.len())).find('>').map_or(text.len(), |close| end + close + 1));
        }
    }
}

/// White space of HTML.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{c}')
}
