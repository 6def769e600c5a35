//! What of a profile nothing would use.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// The most kinds of opposites.
pub const MAX_OPPOSITES: usize = 128;

/// Lists, and tables of lists, in which an empty entry has a meaning: no ending, a letter that is not heard.
const MAY_BE_EMPTY: [&str; 2] = ["endings", "transcription"];

/// What nothing would use of a profile with so many kinds of opposites, as its place and a message: a kind beyond the most, and
/// an entry of a list without a sign.
pub(super) fn unused_entry(text: &str, opposites: usize) -> Option<(usize, String)> {
    let document = DeTable::parse(text).ok()?;
    if opposites > MAX_OPPOSITES {
        let kinds = document.get_ref().get("opposites").and_then(|kinds| kinds.get_ref().as_table());
        let mut places: Vec<usize> = kinds.into_iter().flatten().map(|(key, _)| key.span().start).collect();
        places.sort_unstable();
        let at = places.get(MAX_OPPOSITES).copied().unwrap_or_default();
        return Some((at, format!("`opposites` has {opposites} kinds, and may have {MAX_OPPOSITES}")));
    }
    let (key, at) = blank_entry(document.get_ref())?;
    Some((at, format!("an entry of `{key}` is blank")))
}

/// The first entry of a list in a table that has no sign, as its key and place.
fn blank_entry(table: &DeTable<'_>) -> Option<(String, usize)> {
    table.iter().find_map(|(key, value)| blank_in(key.get_ref(), value))
}

fn blank_in(key: &str, value: &Spanned<DeValue<'_>>) -> Option<(String, usize)> {
    let item = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
        DeValue::String(text) if text.trim().is_empty() && !MAY_BE_EMPTY.contains(&key) => {
            Some((key.to_owned(), item.span().start))
        }
        DeValue::String(_) => None,
        _ => blank_in(key, item),
    };
    match value.get_ref() {
        DeValue::Table(_) if MAY_BE_EMPTY.contains(&key) => None,
        DeValue::Table(table) => blank_entry(table),
        DeValue::Array(list) => list.iter().find_map(item),
        _ => None,
    }
}
