//! `tolmach glossary find`.

use std::io::Write;

use serde_json::json;

use crate::{
    cli::{
        app::App,
        args::{self, PlainFormat},
        commands::filter::{find_terms, found},
        exit::{Exit, Failure},
        output::{Printed, field},
    },
    desk::glossary::{find, find_derived},
};

/// Finds terms in a text, or in texts from standard input.
pub(super) fn run(app: &App, what: args::Find) -> Result<Exit, Failure> {
    if what.stdin {
        return find_terms(app, what.locale);
    }
    let desk = app.desk()?;
    let locale = what.locale.unwrap_or_else(|| desk.source.clone());
    let text = what.text.unwrap_or_default();
    let (terms, derived) = (find(&desk, &locale, &text), find_derived(&desk, &locale, &text));
    if what.format == PlainFormat::Json {
        let mut answer = found(&terms, &derived);
        answer["version"] = json!(1);
        app.print(&format!("{answer}\n"), Printed::Json)?;
    } else {
        let mut lines = Vec::new();
        for term in &terms {
            lines.push((term.span.start, format!("usage-{}", term.usage.as_str()), &term.form, &term.concept));
        }
        for word in &derived {
            lines.push((word.span.start, format!("derived-{}", word.sort.as_str()), &word.form, &word.concept));
        }
        lines.sort_by_key(|(start, ..)| *start);
        let mut out = app.out();
        for (_, message, form, concept) in lines {
            writeln!(out, "{}\t{}\t{}", field(form), app.say(&message, &[]), field(concept))?;
        }
        out.flush()?;
    }
    Ok(Exit::Clean)
}
