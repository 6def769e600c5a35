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
        work::load,
    },
    glossary::{Candidate, exchange, extract, stops},
    model::{Concept, Kind, Locale, Pair, Term, Usage},
    pipeline::Segmenters,
};

/// Prints names and phrases of the articles that the glossary lacks.
pub(super) fn run(app: &App, min: usize, format: ExtractFormat) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides())?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let source = &workspace.settings.source;
    let mut sentences = Vec::new();
    for slug in crate::project::slugs(&workspace.layout)? {
        let article = load(&workspace, &segmenters, &slug)?.article;
        for (unit, segment) in article.translated() {
            let text = unit.text_of(segment).prose;
            let hits = workspace.resources.termbase.find(&article.locale, &text);
            sentences.push((text, hits.into_iter().map(|hit| hit.span).collect()));
        }
    }
    let found = extract(&sentences, &stops(&workspace.resources.locales, source), min.max(1));
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
