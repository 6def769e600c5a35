//! A source change as a page: what must be translated again.

use serde_json::{Value, json};

use crate::{
    diff::{FactChange, FactKind, RowKind, Sentence, SourceDiff, SourceRow},
    model::{Locale, SegmentId},
};

use super::{
    Badge, Cell, ChangeRun, Figure, Group, Note, Page, Row, Tone, Words,
    json::{changes_json, envelope, facts_json},
    run_page::role_name,
    say, say_count, say_percent,
};

/// A source change as a page in the user's language.
#[must_use]
pub fn source_page(diff: &SourceDiff, language: &Locale, words: &Words<'_>) -> Page {
    let count = |kind: RowKind| diff.rows.iter().filter(|row| row.kind == kind).count();
    let mut figures = vec![
        Figure {
            label: say(words, "report-words-again"),
            value: diff.words_to_translate.to_string(),
            tone: if diff.words_to_translate == 0 { Tone::Good } else { Tone::Mild },
        },
        Figure::plain(say(words, "report-words"), diff.words.to_string()),
        Figure::plain(say(words, "report-reuse"), say_percent(words, diff.reuse)),
    ];
    let kinds = RowKind::ALL.into_iter().filter(|kind| *kind != RowKind::Same && count(*kind) > 0);
    figures.extend(kinds.map(|kind| Figure::plain(kind_name(kind, words), count(kind).to_string())));
    let rows = diff.rows.iter().map(|one| (one.kind == RowKind::Same, row(diff, one, words)));
    Page {
        language: language.to_string(),
        kind: say(words, "report-source"),
        title: diff.slug.clone(),
        title_language: diff.locale.to_string(),
        subtitle: diff.locale.to_string(),
        figures,
        shares: Vec::new(),
        links: Vec::new(),
        lists: Vec::new(),
        rows_heading: say(words, "report-changes"),
        groups: Group::fold(rows, |count| say_count(words, "report-unchanged", count)),
        closing: Vec::new(),
        data: data(diff),
    }
}

fn row(diff: &SourceDiff, row: &SourceRow, words: &Words<'_>) -> Row {
    let cell = |label: &str, runs: Vec<ChangeRun>, wide: bool| Cell {
        label: say(words, label),
        language: diff.locale.to_string(),
        runs,
        wide,
    };
    let text = |side: &Option<Sentence>| side.as_ref().map(|one| one.text.clone()).unwrap_or_default();
    let cells = match row.kind {
        RowKind::Typo | RowKind::Edited => vec![cell("report-source-change", ChangeRun::changes(&row.changes), true)],
        RowKind::Removed => vec![cell("report-old", ChangeRun::replaced(&text(&row.old), ""), true)],
        RowKind::Added => vec![cell("report-new", ChangeRun::replaced("", &text(&row.new)), true)],
        RowKind::Same | RowKind::Moved | RowKind::Markup => {
            vec![cell("report-source-text", ChangeRun::plain(&text(&row.new)), true)]
        }
    };
    let sentence = row.new.as_ref().or(row.old.as_ref());
    let mut badges: Vec<Badge> = sentence.map(|one| Badge::plain(role_name(&one.role, words))).into_iter().collect();
    badges.push(Badge { text: kind_name(row.kind, words), tone: kind_tone(row.kind) });
    let mut figures = Vec::new();
    if row.words_to_translate > 0 {
        figures.push(Figure::plain(say(words, "report-words-again"), row.words_to_translate.to_string()));
    }
    if let Some(old) =
        row.old.as_ref().filter(|old| row.kind != RowKind::Same && sentence.is_some_and(|one| one.id != old.id))
    {
        figures.push(Figure::plain(say(words, consequence(row.kind)), old.id.to_string()));
    }
    Row {
        anchor: sentence.map(|one| format!("s-{}", one.id)).unwrap_or_default(),
        badges,
        cells,
        figures,
        notes: row.facts.iter().map(|fact| fact_note(fact, words)).collect(),
    }
}

/// The consequence of a change for the translations of the old sentence.
const fn consequence(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Typo | RowKind::Markup => "report-look-again",
        _ => "report-makes-stale",
    }
}

/// The name of a kind of change in the user's language.
pub(super) fn kind_name(kind: RowKind, words: &Words<'_>) -> String {
    say(words, &format!("report-kind-{}", kind.as_str()))
}

/// The tone of a kind of change.
pub(super) const fn kind_tone(kind: RowKind) -> Tone {
    match kind {
        RowKind::Same | RowKind::Moved => Tone::Plain,
        RowKind::Markup | RowKind::Typo => Tone::Good,
        RowKind::Edited | RowKind::Added => Tone::Mild,
        RowKind::Removed => Tone::Bad,
    }
}

/// A changed fact as a note: `5000 → 7000`.
pub(super) fn fact_note(fact: &FactChange, words: &Words<'_>) -> Note {
    Note {
        badge: fact_badge(fact.kind, words),
        rule: String::new(),
        rule_name: String::new(),
        text: fact_text(fact),
        advice: Vec::new(),
    }
}

/// The kind of a fact as a badge.
pub(super) fn fact_badge(kind: FactKind, words: &Words<'_>) -> Badge {
    Badge { text: say(words, &format!("report-fact-{}", kind.as_str())), tone: Tone::Bad }
}

fn fact_text(fact: &FactChange) -> String {
    let side = |facts: &[String]| if facts.is_empty() { "–".to_owned() } else { facts.join(" · ") };
    format!("{} → {}", side(&fact.old), side(&fact.new))
}

fn data(diff: &SourceDiff) -> Value {
    let ids = |all: &mut dyn Iterator<Item = SegmentId>| all.map(|id| id.to_string()).collect::<Vec<_>>();
    let sentence = |one: &Sentence| json!({ "id": one.id.to_string(), "anchor": format!("s-{}", one.id), "role": one.role.as_str(), "text": one.text });
    let row = |row: &SourceRow| {
        json!({
            "kind": row.kind.as_str(),
            "old": row.old.as_ref().map(sentence),
            "new": row.new.as_ref().map(sentence),
            "changes": changes_json(&row.changes),
            "facts": facts_json(&row.facts),
            "words_to_translate": row.words_to_translate,
        })
    };
    envelope(
        "source",
        json!({
            "slug": diff.slug,
            "source": diff.locale.to_string(),
            "words": diff.words,
            "words_to_translate": diff.words_to_translate,
            "reuse": diff.reuse,
            "stale": ids(&mut diff.stale()),
            "to_check": ids(&mut diff.to_check()),
            "obsolete": ids(&mut diff.obsolete()),
            "rows": diff.rows.iter().map(row).collect::<Vec<_>>(),
        }),
    )
}
