//! `tolmach glossary extract`

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

/// Prints names and phrases of the articles that the glossary lacks.
pub(super) fn run(app: &App, min: usize, format: ExtractFormat) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides())?;
    let found = candidates(&workspace, min)?;
    let mut out = app.out();
    match format {
        ExtractFormat::Json => {
            let list: Vec<Value> = found.iter().map(data).collect();
            writeln!(out, "{:#}", json!({ "version": 1, "candidates": list }))?;
        }
        ExtractFormat::Tsv => out.write_all(table_of(&workspace, &found)?.as_bytes())?,
        ExtractFormat::Full => {
            let width = found.iter().map(|one| one.text.chars().count()).max().unwrap_or_default();
            for one in &found {
                let sentence = clip(&one.sentence, 90);
                writeln!(out, "{:>5}  {:width$}  {}", one.count, visible(&one.text), visible(&sentence))?;
            }
        }
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn data(one: &Candidate) -> Value {
    let kind = if one.name { "name" } else { "phrase" };
    json!({ "text": one.text, "kind": kind, "count": one.count, "sentence": one.sentence })
}
