//! `tolmach import`.

use std::io::Write;

use serde_json::json;

use crate::{
    cli::{
        app::App,
        args::PlainFormat,
        exit::{Exit, Failure},
        output::{field, write_stderr},
        usage::UsageError,
    },
    desk::{self, ImportOptions, Imported, Page},
    messages::Value,
};

/// Turns a page into an article and lists what was left out.
pub(crate) fn run(app: &App, options: &ImportOptions, format: PlainFormat) -> Result<Exit, Failure> {
    let layout = app.layout()?;
    let _lock = app.lock_layout(&layout, "import")?;
    match desk::import(&layout, options, std::io::stdin().lock())? {
        Imported::NoArticle => {
            let message = format!("{}: {}", options.from, app.say("import-no-article", &[]));
            let failure = Failure::from(UsageError::NoArticle);
            Err(Failure { message, is_english: false, exit: Exit::Findings, ..failure })
        }
        Imported::Article { file, page } => {
            print_left_out(app, &file, &page, format)?;
            if !page.drops_most() {
                return Ok(Exit::Clean);
            }
            let [kept, dropped] = [page.kept_prose, page.dropped_prose].map(Value::from);
            write_stderr(&app.say("import-drops-most", &[("kept", kept), ("dropped", dropped)]));
            Ok(Exit::Findings)
        }
    }
}

/// Prints what was left out, one line each.
fn print_left_out(app: &App, file: &str, page: &Page, format: PlainFormat) -> Result<(), Failure> {
    let mut out = if format == PlainFormat::Json { app.json() } else { app.out() };
    if format == PlainFormat::Json {
        let left_out: Vec<_> = page
            .left_out
            .iter()
            .map(|part| json!({ "line": part.line, "reason": part.reason.as_str(), "text": part.text }))
            .collect();
        let words = json!({ "in": page.words, "kept": page.kept_words, "left_out": page.left_words });
        let answer = json!({
            "version": 1,
            "file": file,
            "kept": page.kept_prose,
            "dropped": page.dropped_prose,
            "words": words,
            "left_out": left_out,
        });
        writeln!(out, "{answer}")?;
    } else {
        for part in &page.left_out {
            let reason = app.say(&format!("import-reason-{}", part.reason.as_str()), &[]);
            let line = app.say("word-line", &[("line", Value::Text(&part.line.to_string()))]);
            writeln!(out, "{line}: {reason}: {}", field(&part.text.replace('\n', " ")))?;
        }
    }
    out.flush()?;
    app.notify(&app.say("wrote", &[("file", file.into())]));
    if page.left_out.is_empty() {
        app.notify(&app.say("import-nothing-left-out", &[]));
    }
    app.notify(&app.say("import-check", &[]));
    Ok(())
}
