//! Scores: a table for people, JSON for programs.

use serde_json::{Map, Value, json};

use crate::score::{ScoreRow, ScoredText, Scores};

use super::{Words, say, say_decimal, table};

/// A table in the user's language, a line for each row; empty without rows. Shares are in per cent.
#[must_use]
pub fn score_table(rows: &[ScoreRow], words: &Words<'_>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let (has_text, has_engine) =
        (rows.iter().any(|row| row.text.is_some()), rows.iter().any(|row| row.engine.is_some()));
    let heads = [
        (true, "summary-locale"),
        (has_text, "score-text"),
        (has_engine, "bill-engine"),
        (true, "summary-segments"),
        (true, "score-references"),
        (true, "score-term-uses"),
        (true, "score-term-success"),
        (true, "score-consistency"),
    ];
    let heads = heads.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, id)| say(words, id));
    let head: Vec<String> = heads.chain(["chrF2++", "BLEU", "TER"].map(str::to_owned)).collect();
    let share = |value: Option<f64>| match value {
        Some(_) => {
            words("report-percent", &[("value", (&say_decimal(words, value.map(|share| 100.0 * share))).into())])
        }
        None => say_decimal(words, None),
    };
    let row = |row: &ScoreRow| {
        let scores = &row.scores;
        let text = row.text.map(|text| say(words, &format!("score-{}", text.as_str())));
        let engine = row.engine.clone().unwrap_or_else(|| "–".to_owned());
        let names = [(true, row.locale.to_string()), (has_text, text.unwrap_or_default()), (has_engine, engine)];
        let names = names.into_iter().filter_map(|(is_shown, name)| is_shown.then_some(name));
        let counts = [scores.segments, scores.references, scores.term_uses].map(|count| count.to_string());
        let shares = [scores.term_success, scores.term_consistency].map(share);
        let measures = [scores.chrf2pp, scores.bleu, scores.ter].map(|value| say_decimal(words, value));
        names.chain(counts).chain(shares).chain(measures).collect()
    };
    table(&head, &rows.iter().map(row).collect::<Vec<_>>(), "")
}

/// The scores of lines from elsewhere as one JSON object on a line: those of all lines, then each row.
#[must_use]
pub fn line_scores_json(all: &Scores, rows: &[ScoreRow], errors: usize) -> String {
    let mut fields = scores_json(all);
    fields.insert("errors".to_owned(), json!(errors));
    fields.insert("rows".to_owned(), rows_json(rows));
    document(fields)
}

/// The scores of a project as one JSON object on a line: those of all editions and of all drafts, then each row.
#[must_use]
pub fn project_scores_json(editions: &Scores, drafts: &Scores, rows: &[ScoreRow]) -> String {
    let mut fields = Map::new();
    fields.insert("editions".to_owned(), scores_json(editions).into());
    fields.insert("drafts".to_owned(), scores_json(drafts).into());
    fields.insert("rows".to_owned(), rows_json(rows));
    document(fields)
}

fn document(mut fields: Map<String, Value>) -> String {
    fields.insert("version".to_owned(), json!(1));
    format!("{}\n", Value::Object(fields))
}

fn rows_json(rows: &[ScoreRow]) -> Value {
    let row = |row: &ScoreRow| {
        let mut fields = scores_json(&row.scores);
        fields.insert("locale".to_owned(), json!(row.locale.to_string()));
        fields.insert("engine".to_owned(), json!(row.engine));
        if let Some(text) = row.text {
            fields.insert("text".to_owned(), json!(text.as_str()));
            if text == ScoredText::Drafts {
                fields.insert("draft".to_owned(), json!("first"));
            }
        }
        Value::Object(fields)
    };
    rows.iter().map(row).collect()
}

/// Scores with four decimals; what cannot be computed is `null`.
fn scores_json(scores: &Scores) -> Map<String, Value> {
    let rounded = |value: Option<f64>| json!(value.map(|value| (value * 10_000.0).round() / 10_000.0));
    let fields = [
        ("segments", json!(scores.segments)),
        ("references", json!(scores.references)),
        ("term_uses", json!(scores.term_uses)),
        ("term_success", rounded(scores.term_success)),
        ("repeated_terms", json!(scores.repeated_terms)),
        ("term_consistency", rounded(scores.term_consistency)),
        ("chrf2pp", rounded(scores.chrf2pp)),
        ("bleu", rounded(scores.bleu)),
        ("ter", rounded(scores.ter)),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
