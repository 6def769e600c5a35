//! The direct quotations of articles with their translations: a table for people, JSON for programs.

use serde_json::{Map, Value, json};

use super::{Words, line, say, table};

/// The most characters of a quotation in the table.
const SHOWN: usize = 60;

/// A direct quotation of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteRow {
    /// The article's name.
    pub article: String,
    /// The sentence in which it begins.
    pub segment: String,
    /// The line of the article's file.
    pub line: usize,
    /// Who says it, where the article says so clearly.
    pub speaker: Option<String>,
    /// What is said.
    pub text: String,
    /// The language in which it was said, if known.
    pub language: Option<String>,
    /// The speaker's own words, if the article has them.
    pub original: Option<String>,
    /// Its translations in the order of the locales.
    pub targets: Vec<QuoteTarget>,
}

/// A quotation in an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteTarget {
    /// The locale.
    pub locale: String,
    /// The quotation, or the whole sentence where it is not clear which quotation it is; `None` where a sentence of it is
    /// not translated.
    pub text: Option<String>,
    /// The lowest review state of its sentences; `missing` where one is not translated.
    pub state: &'static str,
}

/// A table in the user's language; empty without quotations.
#[must_use]
pub fn quote_table(rows: &[QuoteRow], words: &Words<'_>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let locales: Vec<&String> =
        rows.first().map(|row| row.targets.iter().map(|target| &target.locale).collect()).unwrap_or_default();
    let columns = ["quotes-place", "quotes-speaker", "quotes-language", "quotes-text"];
    let head: Vec<String> =
        columns.iter().map(|id| say(words, id)).chain(locales.iter().map(|locale| (*locale).clone())).collect();
    let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    let row = |row: &QuoteRow| {
        let mut language = or_dash(&row.language);
        if row.original.is_some() {
            language.push_str(" ✓");
        }
        let place = format!("{}:{}", row.article, row.line);
        let text = crate::model::clip(&line(&row.text), SHOWN);
        let mut cells = vec![place, or_dash(&row.speaker), language, text];
        cells.extend(row.targets.iter().map(|target| say(words, &format!("state-{}", target.state))));
        cells
    };
    table(&head, &rows.iter().map(row).collect::<Vec<_>>(), "")
}

/// One JSON document.
#[must_use]
pub fn quotes_json(rows: &[QuoteRow]) -> String {
    let target = |target: &QuoteTarget| (target.locale.clone(), json!({ "text": target.text, "state": target.state }));
    let row = |row: &QuoteRow| {
        let targets: Map<String, Value> = row.targets.iter().map(target).collect();
        json!({
            "article": row.article, "segment": row.segment, "line": row.line, "speaker": row.speaker, "text": row.text,
            "language": row.language, "original": row.original, "targets": targets,
        })
    };
    format!("{}\n", json!({ "version": 1, "quotes": rows.iter().map(row).collect::<Vec<_>>() }))
}
