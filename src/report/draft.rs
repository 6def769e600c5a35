//! Draft → final as a page: how people changed the machine's text.

use serde_json::{Value, json};

use crate::{
    diff::{DraftDiff, DraftRow, percent},
    model::Locale,
};

use super::{
    Badge, Cell, ChangeRun, Entry, Figure, Group, List, Page, Row, Tone, Words,
    json::{changes_json, envelope, rounded},
    say, say_count, say_decimal, say_percent,
};

/// Draft → final as a page in the user's language.
#[must_use]
pub fn draft_page(diff: &DraftDiff, language: &Locale, words: &Words<'_>) -> Page {
    let rows = diff.rows.iter().map(|one| (!one.reviewed, row(diff, one, words)));
    Page {
        language: language.to_string(),
        kind: say(words, "report-draft"),
        title: diff.slug.clone(),
        title_language: diff.source.to_string(),
        subtitle: format!("{} → {}", diff.source, diff.target),
        figures: figures(diff, words),
        shares: Vec::new(),
        links: Vec::new(),
        lists: corrections(diff, words).into_iter().collect(),
        rows_heading: say(words, "report-texts"),
        groups: Group::fold(rows, |count| say_count(words, "report-not-reviewed", count)),
        closing: Vec::new(),
        data: data(diff),
    }
}

fn figures(diff: &DraftDiff, words: &Words<'_>) -> Vec<Figure> {
    let untouched = if diff.reviewed == 0 { "–".to_owned() } else { say_percent(words, diff.untouched_percent) };
    let reviewed = words("report-of", &[("part", diff.reviewed.into()), ("whole", diff.rows.len().into())]);
    vec![
        Figure::plain(say(words, "report-untouched"), untouched),
        Figure::plain(say(words, "report-mean-ter"), say_decimal(words, diff.mean_ter)),
        Figure::plain(say(words, "report-mean-chrf"), say_decimal(words, diff.mean_chrf)),
        Figure {
            label: say(words, "report-reviewed"),
            value: reviewed,
            tone: if percent(diff.reviewed, diff.rows.len()) == 100 { Tone::Good } else { Tone::Mild },
        },
    ]
}

fn corrections(diff: &DraftDiff, words: &Words<'_>) -> Option<List> {
    let entries: Vec<Entry> = diff
        .corrections
        .iter()
        .map(|correction| Entry {
            anchor: None,
            badge: Badge::plain(say_count(words, "report-times", correction.count)),
            text: String::new(),
            runs: ChangeRun::replaced(&correction.from, &correction.to),
            language: diff.target.to_string(),
        })
        .collect();
    (!entries.is_empty()).then(|| List { heading: say(words, "report-corrections"), entries })
}

fn row(diff: &DraftDiff, row: &DraftRow, words: &Words<'_>) -> Row {
    let untouched = row.current.as_ref() == Some(&row.draft);
    let (label, runs) = if !row.reviewed {
        ("report-machine-draft", ChangeRun::plain(&row.draft))
    } else if untouched {
        ("report-translation", ChangeRun::plain(&row.draft))
    } else {
        ("report-draft", ChangeRun::changes(&row.changes))
    };
    let mut badges = vec![if untouched && row.reviewed {
        Badge { text: say(words, "report-untouched-text"), tone: Tone::Good }
    } else if row.reviewed {
        Badge { text: say(words, "report-kind-edited"), tone: Tone::Mild }
    } else {
        Badge::plain(say(words, "report-status-draft"))
    }];
    badges.push(Badge::plain(words("report-origin-machine", &[("engine", (&row.engine).into())])));
    if let Some(editor) = &row.editor {
        badges.push(Badge::plain(words("report-editor", &[("by", editor.into())])));
    }
    let mut figures = Vec::new();
    if row.reviewed && !untouched {
        figures.push(Figure::plain("TER".to_owned(), say_decimal(words, row.ter)));
        figures.push(Figure::plain("chrF2".to_owned(), say_decimal(words, row.chrf)));
    }
    Row {
        anchor: format!("s-{}", row.id),
        badges,
        cells: vec![
            Cell {
                label: say(words, "report-source-text"),
                language: diff.source.to_string(),
                runs: ChangeRun::plain(&row.source),
                wide: false,
            },
            Cell { label: say(words, label), language: diff.target.to_string(), runs, wide: false },
        ],
        figures,
        notes: Vec::new(),
    }
}

fn data(diff: &DraftDiff) -> Value {
    let row = |row: &DraftRow| {
        json!({
            "id": row.id.to_string(),
            "anchor": format!("s-{}", row.id),
            "source": row.source,
            "draft": row.draft,
            "final": row.current,
            "state": row.state.as_str(),
            "reviewed": row.reviewed,
            "changes": changes_json(&row.changes),
            "ter": row.ter.map(rounded),
            "chrf2": row.chrf.map(rounded),
            "engine": row.engine,
            "editor": row.editor,
        })
    };
    let correction = |one: &crate::diff::Correction| json!({ "from": one.from, "to": one.to, "count": one.count });
    envelope(
        "draft",
        json!({
            "slug": diff.slug,
            "source": diff.source.to_string(),
            "target": diff.target.to_string(),
            "segments": diff.rows.len(),
            "reviewed": diff.reviewed,
            "untouched": diff.untouched,
            "untouched_percent": diff.untouched_percent,
            "mean_ter": diff.mean_ter.map(rounded),
            "mean_chrf2": diff.mean_chrf.map(rounded),
            "corrections": diff.corrections.iter().map(correction).collect::<Vec<_>>(),
            "rows": diff.rows.iter().map(row).collect::<Vec<_>>(),
        }),
    )
}
