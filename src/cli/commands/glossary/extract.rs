//! `tolmach glossary extract`.

use std::io::Write;

use serde_json::{Value, json};

use crate::{
    cli::{
        app::App,
        args::ExtractFormat,
        exit::{Exit, Failure},
        output::visible,
    },
    desk::glossary::{Candidate, candidates, table_of},
    model::clip,
};

/// Prints names and phrases in the articles that the glossary lacks.
pub(super) fn run(app: &App, min: usize, format: ExtractFormat) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides())?;
    let list = candidates(&workspace, min)?;
    let mut out = app.out();
    match format {
        ExtractFormat::Json => {
            let rows: Vec<Value> = list.iter().map(data).collect();
            writeln!(out, "{:#}", json!({ "version": 1, "candidates": rows }))?;
        }
        ExtractFormat::Tsv => out.write_all(table_of(&workspace, &list)?.as_bytes())?,
        ExtractFormat::Full => {
            let width = list.iter().map(|candidate| candidate.text.chars().count()).max().unwrap_or_default();
            for candidate in &list {
                let sentence = clip(&candidate.sentence, 90);
                writeln!(out, "{:>5}  {:width$}  {}", candidate.count, visible(&candidate.text), visible(&sentence))?;
            }
        }
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn data(candidate: &Candidate) -> Value {
    let kind = if candidate.name { "name" } else { "phrase" };
    json!({ "text": candidate.text, "kind": kind, "count": candidate.count, "sentence": candidate.sentence })
}
