//! `tolmach translate --explain-request`.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        args::{Backends, Selection},
        clock::today,
        commands::stop_on_signal,
        exit::{Exit, Failure},
        observer::TerminalObserver,
    },
    desk::{self, SystemClock, TranslateOptions},
    messages::Value,
};

/// Prints the requests that would be sent.
pub(crate) fn run(app: &App, selection: &Selection, backends: &Backends) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), Some(backends), None))?;
    let (stop, today) = (stop_on_signal(app), today());
    let options = TranslateOptions { redo: backends.redo, ..TranslateOptions::new(&today, &SystemClock, &stop) };
    let slugs = workspace.slugs(&selection.slugs)?;
    let visited = desk::explain_requests(&workspace, &slugs, options, &TerminalObserver::new(app))?;
    let mut exit = Exit::Clean;
    let mut out = app.out();
    for (_, article) in visited.articles {
        for edition in article.unwrap_or_else(|error| vec![Err(error)]) {
            let edition = match edition {
                Ok(edition) => edition,
                Err(error) => {
                    exit = exit.max(Exit::after([&error]));
                    continue;
                }
            };
            let locale = edition.locale.to_string();
            if edition.requests.is_empty() {
                app.notify(&app.say(
                    "explain-nothing",
                    &[("article", Value::Text(&edition.article)), ("locale", Value::Text(&locale))],
                ));
            }
            let all = edition.requests.len();
            for (request, number) in edition.requests.iter().zip(1..) {
                let (article, engine, request) = (&edition.article, &edition.engine, request.trim_end());
                writeln!(out, "# {article} {locale} {engine} {number}/{all}\n{request}\n")?;
            }
        }
    }
    out.flush()?;
    Ok(exit)
}
