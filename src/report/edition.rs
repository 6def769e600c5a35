//! Edition to edition as a page: a redline, with changed names, numbers, dates and quotations first.

use serde_json::{Value, json};

use crate::{
    diff::{EditionDiff, EditionRow, Paragraph, RowKind},
    model::Locale,
};

use super::{
    Badge, Cell, ChangeRun, Entry, Figure, Group, List, Page, Row, Tone, Words,
    json::{changes_json, envelope, facts_json},
    say, say_count,
    source::{fact_badge, kind_name, kind_tone},
};

/// Two published texts as a page in the user's language.
///
/// `names` are the names of the old and the new text (their paths); `text_language` is the language of both.
#[must_use]
pub fn edition_page(
    diff: &EditionDiff,
    names: (&str, &str),
    text_language: &Locale,
    language: &Locale,
    words: &Words<'_>,
) -> Page {
    let kinds = RowKind::ALL.into_iter().filter(|kind| *kind != RowKind::Same);
    let mut figures: Vec<Figure> =
        kinds.map(|kind| Figure::plain(kind_name(kind, words), diff.count(kind).to_string())).collect();
    figures.retain(|figure| figure.value != "0");
    let facts = diff.facts();
    figures.insert(
        0,
        Figure {
            label: say(words, "report-facts"),
            value: facts.len().to_string(),
            tone: if facts.is_empty() { Tone::Good } else { Tone::Bad },
        },
    );
    let entries: Vec<Entry> = facts
        .into_iter()
        .map(|(row, fact)| Entry {
            anchor: Some(format!("s-{}", row.anchor())),
            badge: fact_badge(fact.kind, words),
            text: String::new(),
            runs: ChangeRun::replaced(&fact.old.join(" · "), &fact.new.join(" · ")),
            language: text_language.to_string(),
        })
        .collect();
    let lists = if entries.is_empty() {
        Vec::new()
    } else {
        vec![List { heading: say(words, "report-changed-facts"), entries }]
    };
    let rows = diff.rows.iter().map(|one| (one.kind == RowKind::Same, row(one, text_language, words)));
    Page {
        language: language.to_string(),
        kind: say(words, "report-edition"),
        title: names.1.to_owned(),
        title_language: language.to_string(),
        subtitle: format!("{} → {}", names.0, names.1),
        figures,
        shares: Vec::new(),
        links: Vec::new(),
        lists,
        rows_heading: say(words, "report-changes"),
        groups: Group::fold(rows, |count| say_count(words, "report-unchanged-paragraphs", count)),
        closing: Vec::new(),
        data: data(diff, names, text_language),
    }
}

fn row(row: &EditionRow, text_language: &Locale, words: &Words<'_>) -> Row {
    let text = |side: &Option<Paragraph>| side.as_ref().map(|one| one.text.clone()).unwrap_or_default();
    let (label, runs) = match row.kind {
        RowKind::Typo | RowKind::Edited | RowKind::Markup => ("report-changes", ChangeRun::changes(&row.changes)),
        RowKind::Removed => ("report-old", ChangeRun::replaced(&text(&row.old), "")),
        RowKind::Added => ("report-new", ChangeRun::replaced("", &text(&row.new))),
        RowKind::Same | RowKind::Moved => ("report-new", ChangeRun::plain(&text(&row.new))),
    };
    Row {
        anchor: format!("s-{}", row.anchor()),
        badges: vec![Badge { text: kind_name(row.kind, words), tone: kind_tone(row.kind) }],
        cells: vec![Cell { label: say(words, label), language: text_language.to_string(), runs, wide: true }],
        figures: Vec::new(),
        notes: row.facts.iter().map(|fact| super::source::fact_note(fact, words)).collect(),
    }
}

fn data(diff: &EditionDiff, names: (&str, &str), text_language: &Locale) -> Value {
    let paragraph = |one: &Paragraph| json!({ "number": one.number, "text": one.text });
    let row = |row: &EditionRow| {
        json!({
            "anchor": format!("s-{}", row.anchor()),
            "kind": row.kind.as_str(),
            "old": row.old.as_ref().map(paragraph),
            "new": row.new.as_ref().map(paragraph),
            "changes": changes_json(&row.changes),
            "facts": facts_json(&row.facts),
        })
    };
    let kinds = RowKind::ALL.into_iter().map(|kind| (kind.as_str().to_owned(), json!(diff.count(kind))));
    envelope(
        "edition",
        json!({
            "old": names.0,
            "new": names.1,
            "locale": text_language.to_string(),
            "counts": kinds.collect::<serde_json::Map<String, Value>>(),
            "facts": diff
                .facts()
                .into_iter()
                .map(|(row, fact)| json!({
                    "kind": fact.kind.as_str(),
                    "old": fact.old,
                    "new": fact.new,
                    "anchor": format!("s-{}", row.anchor()),
                }))
                .collect::<Vec<_>>(),
            "rows": diff.rows.iter().map(row).collect::<Vec<_>>(),
        }),
    )
}
