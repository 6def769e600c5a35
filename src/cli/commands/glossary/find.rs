//! `tolmach glossary find`

use std::io::{BufReader, Write};

use serde_json::{Value, json};

use crate::{
    cli::{
        app::App,
        args::{self, Format},
        exit::{Exit, Failure},
        lines::{answer_lines, locale_field, text},
        output::visible,
    },
    glossary::Termbase,
    model::Locale,
};

/// Finds terms in a text, or in the texts of standard input.
pub(super) fn run(app: &App, what: args::Find) -> Result<Exit, Failure> {
    let args::Find { text: given, locale, format, stdin } = what;
    let desk = app.desk()?;
    let source = locale.unwrap_or_else(|| desk.source.clone());
    let termbase = &desk.resources.termbase;
    if stdin {
        return answer_lines(BufReader::new(std::io::stdin().lock()), app.out(), |request| {
            let prose = text(request, "text")?;
            let locale = match locale_field(request)? {
                Some(tag) => tag.parse().map_err(|error: crate::model::LocaleError| error.to_string())?,
                None => source.clone(),
            };
            Ok(json!({ "hits": hits(termbase, &locale, prose) }))
        });
    }
    let prose = given.unwrap_or_default();
    let found = hits(termbase, &source, &prose);
    let mut out = app.out();
    match format {
        Format::Json | Format::Jsonl => writeln!(out, "{}", json!({ "version": 1, "hits": found }))?,
        _ => {
            for hit in termbase.find(&source, &prose) {
                let form = crate::model::cut(&prose, &hit.span);
                let concept = termbase.concepts.get(hit.concept).map(|concept| concept.id.as_str()).unwrap_or_default();
                let usage = app.say(&format!("usage-{}", hit.usage.as_str()), &[]);
                writeln!(out, "{}\t{usage}\t{concept}", visible(form))?;
            }
        }
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn hits(termbase: &Termbase, locale: &Locale, prose: &str) -> Vec<Value> {
    let found = termbase.find(locale, prose).into_iter();
    found
        .map(|hit| {
            let concept = termbase.concepts.get(hit.concept).map(|concept| concept.id.clone());
            json!({
                "concept": concept, "usage": hit.usage.as_str(), "form": crate::model::cut(prose, &hit.span),
                "start": hit.span.start, "end": hit.span.end,
            })
        })
        .collect()
}
