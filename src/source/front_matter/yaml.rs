//! Front matter in YAML 1.2: top-level keys with the bytes of their values.

use std::{collections::HashSet, ops::Range};

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use crate::source::bytes;

use super::{FrontEntry, FrontMatterProblem, FrontScalar, FrontValue, ParsedEntry, ParsedFront, Quoting, scalar};

/// Reads the YAML at `content` of the file.
pub(super) fn read(file: &str, content: &Range<usize>) -> ParsedFront {
    let source = bytes(file, content);
    let mut reader = YamlReader { file, offsets: Offsets::new(source, content.start), front: ParsedFront::default() };
    let mut open: Vec<Level> = Vec::new();
    for event in Parser::new_from_str(source) {
        match event {
            Ok((event, span)) => reader.event(event, span, &mut open),
            Err(error) => {
                let place = reader.offsets.at(error.marker().index());
                reader.report(place, FrontMatterProblem::Syntax { format: "YAML", problem: error.info().to_owned() });
                reader.front.broken = true;
                break;
            }
        }
    }
    if reader.front.broken {
        // Keys read before the error can be looked up, but nothing is written to them.
        reader.front.entries.iter_mut().for_each(|parsed| parsed.scalars.clear());
    }
    let mut seen = HashSet::new();
    let mut duplicates = Vec::new();
    for parsed in &mut reader.front.entries {
        if !seen.insert(parsed.entry.key.clone()) {
            parsed.scalars.clear();
            duplicates.push(parsed.key.start);
        }
    }
    for at in duplicates {
        reader.report(at, FrontMatterProblem::Twice);
    }
    reader.front
}

/// An open list or map.
enum Level {
    /// The items so far.
    List(Vec<FrontValue>),
    /// The pairs so far, and the key whose value comes next.
    Map(Vec<(String, FrontValue)>, Option<String>),
}

struct YamlReader<'a> {
    file: &'a str,
    offsets: Offsets<'a>,
    front: ParsedFront,
}

impl YamlReader<'_> {
    fn report(&mut self, at: usize, problem: FrontMatterProblem) {
        self.front.findings.push((at, problem.finding()));
    }

    fn event(&mut self, event: Event<'_>, span: Span, open: &mut Vec<Level>) {
        let start = self.offsets.at(span.start.index());
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                let end = self.offsets.at(span.end.index());
                if open.is_empty() {
                    if !(value.is_empty() && style == ScalarStyle::Plain) {
                        self.report_no_keys(start);
                    }
                    return;
                }
                if let [Level::Map(_, key @ None)] = open.as_mut_slice() {
                    *key = Some(value.clone().into_owned());
                    self.add_key(value.into_owned(), start..end);
                    return;
                }
                let has_properties = anchor != 0 || tag.is_some();
                let front = self.read_scalar(&value, style, start..end, has_properties, open);
                self.add_value(front, open);
            }
            Event::Alias(_) => {
                let end = self.offsets.at(span.end.index());
                let front = FrontValue::Plain(bytes(self.file, &(start..end)).to_owned());
                self.extend_value(start..end, open.len());
                self.add_value(front, open);
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                if open.is_empty() && matches!(event, Event::SequenceStart(..)) {
                    self.report_no_keys(start);
                }
                let end = self.offsets.at(span.end.index());
                self.extend_value(start..end, open.len());
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
                        self.extend_value(start..end, open.len());
                    }
                    self.add_value(front, open);
                }
            }
            _ => {}
        }
    }

    fn report_no_keys(&mut self, at: usize) {
        self.report(at, FrontMatterProblem::NoKeys);
        self.front.broken = true;
    }

    /// Adds a top-level key.
    fn add_key(&mut self, name: String, key: Range<usize>) {
        let end = key.end;
        self.front.entries.push(ParsedEntry {
            entry: FrontEntry { key: name, value: FrontValue::Plain(String::new()), line: 0 },
            key,
            value: end..end,
            scalars: Vec::new(),
            style: Quoting::YamlPlain,
        });
    }

    /// Extends the value of the last key to the end of `span`.
    fn extend_value(&mut self, span: Range<usize>, depth: usize) {
        if depth == 0 {
            return;
        }
        if let Some(parsed) = self.front.entries.last_mut() {
            if parsed.value.is_empty() {
                parsed.value.start = span.start;
            }
            parsed.value.end = span.end.max(parsed.value.start);
        }
    }

    /// Reads a single value and, under a top-level key, records its position.
    fn read_scalar(
        &mut self,
        value: &str,
        style: ScalarStyle,
        span: Range<usize>,
        has_properties: bool,
        open: &[Level],
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
        if let Some(parsed) = self.front.entries.last().filter(|_| is_block) {
            // The block's header (`>-`) is between the key or the item's dash and the first line.
            let from = if parsed.value.is_empty() { parsed.key.end } else { parsed.value.end };
            let before = bytes(self.file, &(from..span.start));
            outer.start = before.rfind(['|', '>']).map_or(span.start, |at| from + at);
        }
        self.extend_value(outer.clone(), open.len());
        let is_string = style != Quoting::YamlPlain || !is_non_string(value);
        let path = path(open).filter(|_| !has_properties && !value.trim().is_empty());
        let path = path.filter(|path| if path.is_empty() { open.len() <= 2 } else { is_string });
        if let (Some(parsed), Some(path)) = (self.front.entries.last_mut(), path) {
            if path.is_empty() && parsed.scalars.iter().all(|scalar| !scalar.path.is_empty()) {
                parsed.style = style;
            }
            let inner = span.start + quotes..span.end.saturating_sub(quotes);
            let (text, slot) = scalar::read(self.file, &outer, &inner, style, value);
            parsed.scalars.push(FrontScalar { path, text, slot });
        }
        if !is_string && !has_properties {
            FrontValue::Plain(value.to_owned())
        } else {
            FrontValue::Text(value.to_owned())
        }
    }

    /// Adds a value to the innermost open container.
    fn add_value(&mut self, value: FrontValue, open: &mut [Level]) {
        if let [Level::Map(_, key)] = open {
            *key = None;
            if let Some(parsed) = self.front.entries.last_mut() {
                parsed.entry.value = value;
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

/// The path of the value that is read next within the value of its top-level key; `None` for the key of a map.
fn path(open: &[Level]) -> Option<String> {
    let mut keys = Vec::new();
    for level in open.iter().skip(1) {
        match level {
            Level::Map(_, Some(key)) => keys.push(key.as_str()),
            Level::Map(_, None) => return None,
            Level::List(_) => {}
        }
    }
    Some(keys.join("."))
}

/// Whether a plain scalar is not a string (YAML 1.2.2, 10.3.2), or is a date, which tools do not read as a string.
pub(super) fn is_non_string(value: &str) -> bool {
    let digits = value.strip_prefix(['-', '+']).unwrap_or(value);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.contains(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | ':' | ' ' | '_'))
        && !digits.contains(|c: char| {
            c.is_ascii_alphabetic() && !matches!(c, 'e' | 'E' | 'x' | 'o' | 'a'..='f' | 'A'..='F' | 'T' | 'Z')
        });
    let is_word = matches!(
        value.to_ascii_lowercase().as_str(),
        "" | "~" | "null" | "true" | "false" | "yes" | "no" | "on" | "off" | ".inf" | "-.inf" | "+.inf" | ".nan"
    );
    is_number || is_word
}

/// Converts the parser's character offsets to byte offsets; they ascend, with occasional small steps back.
struct Offsets<'a> {
    source: &'a str,
    base: usize,
    /// The last position, in characters and in bytes.
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
