//! A class, written beside its wording in a glossary file; every other byte of the file stays.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{
    read::{read, trim},
    write::{normalized, quoted},
};
use crate::model::{Concept, Locale, Parsed, cut};

/// Writes the class of a wording that has none into the text of a glossary file. `None` if the file has no such wording
/// without a class, or writes it in a way that leaves no place for one.
#[must_use]
pub fn set_class(text: &str, concept: &str, locale: &Locale, wording: &str, class: &str) -> Option<String> {
    let before = read_one(text);
    let mut wanted = before.clone();
    let terms = wanted.value.iter_mut().find(|known| known.id == concept)?.terms.get_mut(locale)?;
    let term = terms.iter_mut().find(|term| term.text == wording && term.class.is_none())?;
    term.class = Some(trim(class).to_owned());
    let class = quoted(class);
    let attempts = places(text, concept, locale, wording).into_iter().flat_map(|place| place.edits(text, &class));
    // Whatever the style of the file: an edit counts only if the file then says what it said, and the class.
    attempts.into_iter().find(|edited| says_the_same(&wanted, &read_one(edited)))
}

fn read_one(text: &str) -> Parsed<Vec<Concept>> {
    read(&[(String::new(), text.to_owned())])
}

/// Whether two readings of a file have the same concepts and the same problems, wherever they stand.
fn says_the_same(one: &Parsed<Vec<Concept>>, other: &Parsed<Vec<Concept>>) -> bool {
    let problems = |parsed: &Parsed<Vec<Concept>>| {
        parsed.findings.iter().map(|finding| (finding.id(), finding.args().len())).collect::<Vec<_>>()
    };
    let same = |(one, other): (&Concept, &Concept)| normalized(one) == normalized(other);
    one.value.len() == other.value.len()
        && one.value.iter().zip(&other.value).all(same)
        && problems(one) == problems(other)
}

/// Where a wording stands in the text.
enum Written {
    /// As a string.
    Plain(Range<usize>),
    /// As the `text` of a table: the key and its value.
    Table { key: Range<usize>, value: Range<usize> },
}

impl Written {
    /// The text with the class in each of the ways in which it may be written there; most are not TOML in this place.
    fn edits(&self, text: &str, class: &str) -> Vec<String> {
        let insert = |at: usize, new: &str| [cut(text, &(0..at)), new, cut(text, &(at..text.len()))].concat();
        match self {
            Self::Plain(span) => {
                let table = format!("{{ text = {}, class = {class} }}", cut(text, span));
                vec![[cut(text, &(0..span.start)), &table, cut(text, &(span.end..text.len()))].concat()]
            }
            Self::Table { key, value } => {
                let before = cut(text, &(0..key.start));
                let start = before.rfind(['\n', '{', ',']).map_or(0, |at| at + 1);
                // What stands before `text`: the indent, and the rest of a dotted key.
                let lead = cut(text, &(start..key.start));
                let rest = cut(text, &(value.end..text.len()));
                let line_end = value.end + rest.find('\n').unwrap_or(rest.len());
                let (end, line_break) = match cut(text, &(0..line_end)).strip_suffix('\r') {
                    Some(line) => (line.len(), "\r\n"),
                    None => (line_end, if text.contains("\r\n") { "\r\n" } else { "\n" }),
                };
                vec![
                    insert(value.end, &format!(", class = {class}")),
                    insert(value.end, &format!(", {}class = {class}", lead.trim_start())),
                    insert(end, &format!("{line_break}{lead}class = {class}")),
                ]
            }
        }
    }
}

/// The places where a concept has a wording.
fn places(text: &str, concept: &str, locale: &Locale, wording: &str) -> Vec<Written> {
    let (root, _) = DeTable::parse_recoverable(text);
    let concepts = root.get_ref().get("concept").map(toml::Spanned::get_ref);
    let Some(DeValue::Array(concepts)) = concepts else { return Vec::new() };
    let tables = concepts.iter().filter_map(|item| table(item.get_ref()));
    let found = tables.filter(|table| string(table.get("id")).is_some_and(|id| trim(id) == concept));
    let mut places = Vec::new();
    for terms in found.filter_map(|concept| table(concept.get("terms")?.get_ref())) {
        let here = terms.iter().filter(|(tag, _)| tag.get_ref().parse::<Locale>().is_ok_and(|tag| tag == *locale));
        for usages in here.filter_map(|(_, usages)| table(usages.get_ref())) {
            for value in usages.values() {
                match value.get_ref() {
                    DeValue::Array(list) => places.extend(list.iter().filter_map(|item| place(item, wording))),
                    _ => places.extend(place(value, wording)),
                }
            }
        }
    }
    places
}

fn table<'a, 'i>(value: &'a DeValue<'i>) -> Option<&'a DeTable<'i>> {
    if let DeValue::Table(table) = value { Some(table) } else { None }
}

fn string<'a>(value: Option<&'a toml::Spanned<DeValue<'_>>>) -> Option<&'a str> {
    if let DeValue::String(text) = value?.get_ref() { Some(text) } else { None }
}

fn place(value: &toml::Spanned<DeValue<'_>>, wording: &str) -> Option<Written> {
    if string(Some(value)).is_some_and(|text| trim(text) == wording) {
        return Some(Written::Plain(value.span()));
    }
    let table = table(value.get_ref()).filter(|table| !table.contains_key("class"))?;
    let (key, value) = table.iter().find(|(key, _)| key.get_ref() == "text")?;
    let is_wanted = string(Some(value)).is_some_and(|text| trim(text) == wording);
    is_wanted.then(|| Written::Table { key: key.span(), value: value.span() })
}
