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
    desk::glossary::{FoundTerm, find},
    model::LocaleError,
};

/// Finds terms in a text, or in the texts of standard input.
pub(super) fn run(app: &App, what: args::Find) -> Result<Exit, Failure> {
    let args::Find { text: given, locale, format, stdin } = what;
    let desk = app.desk()?;
    let source = locale.unwrap_or_else(|| desk.source.clone());
    if stdin {
        return answer_lines(BufReader::new(std::io::stdin().lock()), app.out(), |request| {
            let prose = text(request, "text")?;
            let locale = match locale_field(request)? {
                Some(tag) => tag.parse().map_err(|error: LocaleError| error.to_string())?,
                None => source.clone(),
            };
            Ok(json!({ "hits": data(&find(&desk, &locale, prose)) }))
        });
    }
    let found = find(&desk, &source, &given.unwrap_or_default());
    let mut out = app.out();
    if matches!(format, Format::Json | Format::Jsonl) {
        writeln!(out, "{}", json!({ "version": 1, "hits": data(&found) }))?;
    } else {
        for term in &found {
            let usage = app.say(&format!("usage-{}", term.usage.as_str()), &[]);
            writeln!(out, "{}\t{usage}\t{}", visible(&term.form), term.concept)?;
        }
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn data(found: &[FoundTerm]) -> Vec<Value> {
    let one = |term: &FoundTerm| {
        json!({
            "concept": term.concept, "usage": term.usage.as_str(), "form": term.form,
            "start": term.span.start, "end": term.span.end,
        })
    };
    found.iter().map(one).collect()
}
