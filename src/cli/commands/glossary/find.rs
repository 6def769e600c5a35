//! `tolmach glossary find`.

use std::io::Write;

use serde_json::json;

use crate::{
    cli::{
        app::App,
        args::{self, PlainFormat},
        commands::filter::{find_terms, hits},
        exit::{Exit, Failure},
        output::{Printed, field},
    },
    desk::glossary::find,
};

/// Finds terms in a text, or in texts from standard input.
pub(super) fn run(app: &App, what: args::Find) -> Result<Exit, Failure> {
    if what.stdin {
        return find_terms(app, what.locale);
    }
    let desk = app.desk()?;
    let locale = what.locale.unwrap_or_else(|| desk.source.clone());
    let terms = find(&desk, &locale, &what.text.unwrap_or_default());
    if what.format == PlainFormat::Json {
        app.print(&format!("{}\n", json!({ "version": 1, "hits": hits(&terms) })), Printed::Json)?;
    } else {
        let mut out = app.out();
        for term in &terms {
            let usage = app.say(&format!("usage-{}", term.usage.as_str()), &[]);
            writeln!(out, "{}\t{usage}\t{}", field(&term.form), field(&term.concept))?;
        }
        out.flush()?;
    }
    Ok(Exit::Clean)
}
