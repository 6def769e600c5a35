//! A page as JSON: stable keys, `"version": 1`; only the reasons and hints of findings are translated.

use serde_json::{Value, json};

use crate::diff::{FactChange, WordChange};

use super::{Page, Renderer, Words, page::kind_name};

/// The JSON renderer: one indented object, followed by a line break.
#[derive(Debug, Clone, Copy, Default)]
pub struct Json;

impl Renderer for Json {
    fn render(&self, page: &Page, _: &Words<'_>) -> String {
        format!("{:#}\n", page.data)
    }
}

/// A report's fields, preceded by its version and name.
pub(super) fn envelope(report: &str, fields: Value) -> Value {
    let mut out = json!({ "version": 1, "report": report });
    if let (Some(all), Value::Object(fields)) = (out.as_object_mut(), fields) {
        all.extend(fields);
    }
    out
}

/// A word diff: `[{"kind":"removed","text":"Гомель","inner":[{"text":"Гомел","changed":false},…]},…]`.
pub(super) fn changes_json(changes: &[WordChange]) -> Value {
    let one = |change: &WordChange| {
        let mut out = json!({ "kind": kind_name(change.kind), "text": change.text });
        if let Some(fields) = out.as_object_mut().filter(|_| !change.inner.is_empty()) {
            let piece = |piece: &crate::diff::ChangePiece| json!({ "text": piece.text, "changed": piece.changed });
            fields.insert("inner".to_owned(), change.inner.iter().map(piece).collect());
        }
        out
    };
    changes.iter().map(one).collect()
}

/// Changed facts.
pub(super) fn facts_json(facts: &[FactChange]) -> Value {
    facts.iter().map(|fact| json!({ "kind": fact.kind.as_str(), "old": fact.old, "new": fact.new })).collect()
}

/// A score with two decimals.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
