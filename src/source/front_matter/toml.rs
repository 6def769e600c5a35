//! Front matter in TOML 1.0: top-level keys with the bytes of their values.

use std::ops::Range;

use toml_edit::{Document, Item, Value};

use crate::source::bytes;

use super::{FrontEntry, FrontMatterProblem, FrontScalar, FrontValue, ParsedEntry, ParsedFront, Quoting, scalar};

/// Reads the TOML at `content` of the file.
pub(super) fn read(file: &str, content: &Range<usize>) -> ParsedFront {
    let source = bytes(file, content);
    let document = match Document::parse(source) {
        Ok(document) => document,
        Err(error) => {
            let at = content.start + error.span().map_or(0, |span| span.start);
            let problem = FrontMatterProblem::Syntax { format: "TOML", problem: error.message().to_owned() };
            return ParsedFront { findings: vec![(at, problem.finding())], broken: true, ..ParsedFront::default() };
        }
    };
    let shift = |span: Range<usize>| span.start + content.start..span.end + content.start;
    let mut entries = Vec::new();
    for (name, item) in document.as_table() {
        let key = document.as_table().key(name).and_then(toml_edit::Key::span).or_else(|| item.span());
        let Some(key) = key.map(shift) else { continue };
        let mut parsed = ParsedEntry {
            entry: FrontEntry { key: name.to_owned(), value: value_of_item(item), line: 0 },
            value: item.as_value().and_then(Value::span).map_or(key.end..key.end, shift),
            key,
            scalars: Vec::new(),
            style: Quoting::TomlBasic,
        };
        let mut strings = Vec::new();
        strings_of_item(item, "", &mut strings);
        for (path, value, text) in strings {
            let Some(outer) = value.span().map(shift).filter(|_| !text.trim().is_empty()) else { continue };
            let (style, span) = quoting_of(file, &outer);
            if path.is_empty() && parsed.scalars.iter().all(|scalar| !scalar.path.is_empty()) {
                parsed.style = style;
            }
            let (text, slot) = scalar::read(file, &outer, &span, style, text);
            parsed.scalars.push(FrontScalar { path, text, slot });
        }
        parsed.scalars.sort_by_key(|scalar| scalar.slot.span.start);
        entries.push(parsed);
    }
    entries.sort_by_key(|parsed| parsed.key.start);
    ParsedFront { entries, ..ParsedFront::default() }
}

/// The strings in an item, each with its path.
fn strings_of_item<'a>(item: &'a Item, path: &str, strings: &mut Vec<(String, &'a Value, &'a str)>) {
    match item {
        Item::Value(Value::Array(items)) if path.is_empty() => {
            for value in items {
                // A list within the list of a top-level key is no list of strings.
                if !value.is_array() {
                    strings_of(value, path, strings);
                }
            }
        }
        Item::Value(value) => strings_of(value, path, strings),
        Item::Table(table) => {
            for (key, item) in table {
                strings_of_item(item, &below(path, key), strings);
            }
        }
        Item::ArrayOfTables(tables) => {
            for (key, item) in tables.iter().flat_map(|table| table.iter()) {
                strings_of_item(item, &below(path, key), strings);
            }
        }
        Item::None => {}
    }
}

fn strings_of<'a>(value: &'a Value, path: &str, strings: &mut Vec<(String, &'a Value, &'a str)>) {
    match value {
        Value::String(text) => strings.push((path.to_owned(), value, text.value())),
        Value::Array(items) => items.iter().for_each(|value| strings_of(value, path, strings)),
        Value::InlineTable(pairs) => {
            for (key, value) in pairs {
                strings_of(value, &below(path, key), strings);
            }
        }
        _ => {}
    }
}

/// The path of a key below another path.
fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// The quoting of the string at `outer`, and the span inside the quotes.
fn quoting_of(file: &str, outer: &Range<usize>) -> (Quoting, Range<usize>) {
    let source = bytes(file, outer);
    let (style, quotes) = if source.starts_with("\"\"\"") {
        (Quoting::TomlMultiBasic, 3)
    } else if source.starts_with("'''") {
        (Quoting::TomlMultiLiteral, 3)
    } else if source.starts_with('"') {
        (Quoting::TomlBasic, 1)
    } else {
        (Quoting::TomlLiteral, 1)
    };
    let mut span = outer.start + quotes..outer.end.saturating_sub(quotes).max(outer.start + quotes);
    if quotes == 3 {
        // A line break after the opening quotes does not count; those before the closing quotes are not prose.
        let content = bytes(file, &span);
        let first = if content.starts_with("\r\n") { 2 } else { usize::from(content.starts_with('\n')) };
        let end = content.trim_end_matches(['\r', '\n']).len();
        span = span.start + first..span.start + end.max(first);
    }
    (style, span)
}

/// A value as plain data.
fn value_of_item(item: &Item) -> FrontValue {
    match item {
        Item::Value(value) => value_of(value),
        Item::Table(table) => {
            FrontValue::Map(table.iter().map(|(key, item)| (key.to_owned(), value_of_item(item))).collect())
        }
        Item::ArrayOfTables(tables) => FrontValue::List(
            tables
                .iter()
                .map(|table| {
                    FrontValue::Map(table.iter().map(|(key, item)| (key.to_owned(), value_of_item(item))).collect())
                })
                .collect(),
        ),
        Item::None => FrontValue::Plain(String::new()),
    }
}

fn value_of(value: &Value) -> FrontValue {
    match value {
        Value::String(text) => FrontValue::Text(text.value().clone()),
        Value::Array(items) => FrontValue::List(items.iter().map(value_of).collect()),
        Value::InlineTable(pairs) => {
            FrontValue::Map(pairs.iter().map(|(key, value)| (key.to_owned(), value_of(value))).collect())
        }
        Value::Integer(number) => FrontValue::Plain(number.value().to_string()),
        Value::Float(number) => FrontValue::Plain(number.value().to_string()),
        Value::Boolean(truth) => FrontValue::Plain(truth.value().to_string()),
        Value::Datetime(date) => FrontValue::Plain(date.value().to_string()),
    }
}
