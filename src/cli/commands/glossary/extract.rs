//! `tolmach glossary extract`

use std::io::Write;

use serde_json::{Value as Json, json};

use super::exchange::own;
use crate::{
    cli::{
        app::App,
        args::ExtractFormat,
        exit::{Exit, Failure},
        output::visible,
    },
    desk,
    glossary::{Candidate, exchange},
    model::{Concept, Kind, Locale, Pair, Term, Usage},
};

/// Prints names and phrases of the articles that the glossary lacks.
pub(super) fn run(app: &App, min: usize, format: ExtractFormat) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides())?;
    let source = &workspace.settings.source;
    let found = desk::candidates(&workspace, min)?;
    let mut out = app.out();
    match format {
        ExtractFormat::Json => {
            let list: Vec<Json> = found
                .iter()
                .map(|one| {
                    let kind = if one.name { "name" } else { "phrase" };
                    json!({ "text": one.text, "kind": kind, "count": one.count, "sentence": one.sentence })
                })
                .collect();
            writeln!(out, "{:#}", json!({ "version": 1, "candidates": list }))?;
        }
        ExtractFormat::Tsv => {
            let known = own(&workspace)?;
            let concepts: Vec<Concept> =
                exchange::named(&known, found.iter().map(|one| concept(one, source)).collect());
            let pair = Pair { source: source.clone(), target: Locale::undetermined() };
            out.write_all(exchange::write(exchange::Format::Tsv, &concepts, &[], &pair).as_bytes())?;
        }
        ExtractFormat::Full => {
            let width = found.iter().map(|one| one.text.chars().count()).max().unwrap_or_default();
            for one in &found {
                let sentence = crate::model::clip(&one.sentence, 90);
                writeln!(out, "{:>5}  {:width$}  {}", one.count, visible(&one.text), visible(&sentence))?;
            }
        }
    }
    out.flush()?;
    Ok(Exit::Clean)
}

/// A candidate as a concept without an id, with its sentence for a note.
fn concept(one: &Candidate, source: &Locale) -> Concept {
    let mut terms = std::collections::BTreeMap::new();
    terms.insert(source.clone(), vec![Term::new(one.text.clone(), Usage::Preferred)]);
    Concept {
        id: String::new(),
        kind: Kind::Term,
        definition: None,
        domain: None,
        note: Some(format!("{}×: {}", one.count, one.sentence.trim())),
        since: None,
        until: None,
        links: Vec::new(),
        replaced_by: None,
        terms,
        file: String::new(),
        line: 0,
    }
}
