//! `tolmach glossary extract`.

use std::io::Write;

use serde_json::{Value, json};

use crate::{
    cli::{
        app::App,
        args::ExtractFormat,
        exit::{Exit, Failure},
        output::{Printed, field},
    },
    desk::glossary::{Candidate, candidates, table_of},
    model::clip,
};

/// Prints names and phrases in the articles that the glossary lacks.
pub(super) fn run(app: &App, min: usize, format: ExtractFormat) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides())?;
    let list = candidates(&workspace, min)?;
    match format {
        ExtractFormat::Json => {
            let rows: Vec<Value> = list.iter().map(data).collect();
            app.print(&format!("{:#}\n", json!({ "version": 1, "candidates": rows })), Printed::Json)?;
        }
        ExtractFormat::Tsv => app.print(&table_of(&workspace, &list)?, Printed::File)?,
        ExtractFormat::Full => {
            let mut out = app.out();
            let width = list.iter().map(|candidate| candidate.text.chars().count()).max().unwrap_or_default();
            for candidate in &list {
                let sentence = clip(&candidate.sentence, 90);
                writeln!(out, "{:>5}  {:width$}  {}", candidate.count, field(&candidate.text), field(&sentence))?;
            }
            out.flush()?;
        }
    }
    Ok(Exit::Clean)
}

fn data(candidate: &Candidate) -> Value {
    let kind = if candidate.name { "name" } else { "phrase" };
    json!({ "text": candidate.text, "kind": kind, "count": candidate.count, "sentence": candidate.sentence })
}
