//! Front matter in YAML 1.2: top-level keys with the bytes of their values.

use std::{collections::HashSet, ops::Range};

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use crate::source::bytes;

use super::{FoundEntry, FrontEntry, FrontMatterProblem, FrontValue, Quoting, Read, scalar};

/// Reads the YAML at `content` of the file.
pub(super) fn read(file: &str, content: &Range<usize>) -> Read {
    let source = bytes(file, content);
    let mut reader = YamlReader { file, offsets: Offsets::new(source, content.start), read: Read::default() };
    let mut open: Vec<Level> = Vec::new();
    for event in Parser::new_from_str(source) {
        match event {
            Ok((event, span)) => reader.event(event, span, &mut open),
            Err(error) => {
                let place = reader.offsets.at(error.marker().index());
                reader.complain(place, FrontMatterProblem::Syntax { problem: error.info().to_owned() });
                reader.read.broken = true;
                break;
            }
        }
    }
    if reader.read.broken {
        // What was read before the error can be looked at; nothing is written into it.
        reader.read.entries.iter_mut().for_each(|found| found.scalars.clear());
    }
    let mut seen = HashSet::new();
    let mut twice = Vec::new();
    for found in &mut reader.read.entries {
        if !seen.insert(found.entry.key.clone()) {
            found.scalars.clear();
            twice.push(found.key.start);
        }
    }
    for at in twice {
        reader.complain(at, FrontMatterProblem::Twice);
    }
    reader.read
}

/// A container that is open while its events come.
enum Level {
    /// Items so far.
    List(Vec<FrontValue>),
    /// Pairs so far, and the key whose value comes next.
    Map(Vec<(String, FrontValue)>, Option<String>),
}

struct YamlReader<'a> {
    file: &'a str,
    offsets: Offsets<'a>,
    read: Read,
}

impl YamlReader<'_> {
    fn complain(&mut self, at: usize, problem: FrontMatterProblem) {
        self.read.findings.push((at, problem.finding()));
    }

    fn event(&mut self, event: Event<'_>, span: Span, open: &mut Vec<Level>) {
        let start = self.offsets.at(span.start.index());
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                let end = self.offsets.at(span.end.index());
                if open.is_empty() {
                    if !(value.is_empty() && style == ScalarStyle::Plain) {
                        self.not_keys(start);
                    }
                    return;
                }
                if let [Level::Map(_, key @ None)] = open.as_mut_slice() {
                    *key = Some(value.clone().into_owned());
                    self.key(value.into_owned(), start..end);
                    return;
                }
                let decorated = anchor != 0 || tag.is_some();
                let front = self.scalar(&value, style, start..end, decorated, open.len());
                self.value(front, open);
            }
            Event::Alias(_) => {
                let end = self.offsets.at(span.end.index());
                let front = FrontValue::Plain(bytes(self.file, &(start..end)).to_owned());
                self.reach(start..end, open.len());
                self.value(front, open);
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if open.is_empty() && matches!(event, Event::SequenceStart(..)) {
                    self.not_keys(start);
                }
                let end = self.offsets.at(span.end.index());
                self.reach(start..end, open.len());
                open.push(if matches!(event, Event::SequenceStart(..)) {
                    Level::List(Vec::new())
                } else {
                    Level::Map(Vec::new(), None)
                });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let front = match open.pop() {
                    Some(Level::List(items)) => FrontValue::List(items),
                    Some(Level::Map(pairs, _)) => FrontValue::Map(pairs),
                    None => return,
                };
                if !open.is_empty() {
                    if span.start.index() < span.end.index() {
                        let end = self.offsets.at(span.end.index());
                        self.reach(start..end, open.len());
                    }
                    self.value(front, open);
                }
            }
            _ => {}
        }
    }

    fn not_keys(&mut self, at: usize) {
        self.complain(at, FrontMatterProblem::NoKeys);
        self.read.broken = true;
    }

    /// A new top-level key.
    fn key(&mut self, name: String, key: Range<usize>) {
        let end = key.end;
        self.read.entries.push(FoundEntry {
            entry: FrontEntry { key: name, value: FrontValue::Plain(String::new()), line: 0 },
            key,
            value: end..end,
            scalars: Vec::new(),
            style: Quoting::YamlPlain,
        });
    }

    /// The value of the last key goes on to the end of `span`.
    fn reach(&mut self, span: Range<usize>, depth: usize) {
        if depth == 0 {
            return;
        }
        if let Some(found) = self.read.entries.last_mut() {
            if found.value.is_empty() {
                found.value.start = span.start;
            }
            found.value.end = span.end.max(found.value.start);
        }
    }

    /// A value that stands alone: what it says, and, in a top-level key, where.
    fn scalar(
        &mut self,
        value: &str,
        style: ScalarStyle,
        span: Range<usize>,
        decorated: bool,
        depth: usize,
    ) -> FrontValue {
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let mut span = span;
        if is_block {
            span.end = span.start + bytes(self.file, &span).trim_end().len();
        }
        let quotes = usize::from(matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted));
        let style = match style {
            ScalarStyle::Plain => Quoting::YamlPlain,
            ScalarStyle::SingleQuoted => Quoting::YamlSingle,
            ScalarStyle::DoubleQuoted => Quoting::YamlDouble,
            ScalarStyle::Literal => Quoting::YamlLiteral,
            ScalarStyle::Folded => Quoting::YamlFolded,
        };
        let mut outer = span.clone();
        if let Some(found) = self.read.entries.last().filter(|_| is_block) {
            // The block's header (`>-`) stands between the key or the item's dash and the first line.
            let from = if found.value.is_empty() { found.key.end } else { found.value.end };
            let before = bytes(self.file, &(from..span.start));
            outer.start = before.rfind(['|', '>']).map_or(span.start, |at| from + at);
        }
        self.reach(outer.clone(), depth);
        let top = depth <= 2 && !decorated && !value.trim().is_empty();
        if let Some(found) = self.read.entries.last_mut().filter(|_| top) {
            if found.scalars.is_empty() {
                found.style = style;
            }
            let inner = span.start + quotes..span.end.saturating_sub(quotes);
            found.scalars.push(scalar::read(self.file, &outer, &inner, style, value));
        }
        if style == Quoting::YamlPlain && is_plain(value) && !decorated {
            FrontValue::Plain(value.to_owned())
        } else {
            FrontValue::Text(value.to_owned())
        }
    }

    /// Gives a value to what is open.
    fn value(&mut self, value: FrontValue, open: &mut [Level]) {
        if let [Level::Map(_, key)] = open {
            *key = None;
            if let Some(found) = self.read.entries.last_mut() {
                if matches!(value, FrontValue::Map(_)) {
                    found.scalars.clear();
                }
                found.entry.value = value;
            }
            return;
        }
        match open.last_mut() {
            Some(Level::List(items)) => items.push(value),
            Some(Level::Map(pairs, key)) => match key.take() {
                None => *key = Some(value.as_str().unwrap_or_default().to_owned()),
                Some(key) => pairs.push((key, value)),
            },
            None => {}
        }
    }
}

/// Whether a plain scalar is something else than a string (YAML 1.2.2, 10.3.2) or a date, which tools read as one.
pub(super) fn is_plain(value: &str) -> bool {
    let digits = value.strip_prefix(['-', '+']).unwrap_or(value);
    let number = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.contains(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | ':' | ' ' | '_'))
        && !digits.contains(|c: char| {
            c.is_ascii_alphabetic() && !matches!(c, 'e' | 'E' | 'x' | 'o' | 'a'..='f' | 'A'..='F' | 'T' | 'Z')
        });
    let word = matches!(
        value.to_ascii_lowercase().as_str(),
        "" | "~" | "null" | "true" | "false" | "yes" | "no" | "on" | "off" | ".inf" | "-.inf" | "+.inf" | ".nan"
    );
    number || word
}

/// Byte offsets of the parser's character offsets, which come in ascending order but for a few steps back.
struct Offsets<'a> {
    source: &'a str,
    base: usize,
    /// A known pair (characters, bytes).
    chars: usize,
    bytes: usize,
}

impl<'a> Offsets<'a> {
    const fn new(source: &'a str, base: usize) -> Self {
        Self { source, base, chars: 0, bytes: 0 }
    }

    fn at(&mut self, chars: usize) -> usize {
        while self.chars < chars {
            let Some(c) = self.source.get(self.bytes..).and_then(|rest| rest.chars().next()) else { break };
            self.bytes += c.len_utf8();
            self.chars += 1;
        }
        while self.chars > chars {
            let Some(c) = self.source.get(..self.bytes).and_then(|head| head.chars().next_back()) else { break };
            self.bytes -= c.len_utf8();
            self.chars -= 1;
        }
        self.base + self.bytes
    }
}
