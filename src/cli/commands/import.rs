//! `tolmach import`

use std::io::Write;

use serde_json::json;

use crate::{
    cli::{
        app::App,
        args::PlainFormat,
        exit::{Exit, Failure},
        output::visible,
        usage::UsageError,
    },
    desk::{self, ImportOptions, Imported, Page},
    messages::Value,
};

/// Turns a page into an article, and lists what it leaves out.
pub(crate) fn run(
    app: &App,
    from: &str,
    slug: Option<String>,
    force: bool,
    format: PlainFormat,
) -> Result<Exit, Failure> {
    let layout = app.layout()?;
    let options = ImportOptions { from: from.to_owned(), slug, force, offline: app.global.offline };
    match desk::import(&layout, &options, std::io::stdin().lock())? {
        Imported::NoArticle => {
            let message = format!("{from}: {}", app.say("import-no-article", &[]));
            Err(Failure { message, ..Failure::from(UsageError::NoArticle) })
        }
        Imported::Article { file, page } => {
            list(app, &file, &page, format)?;
            Ok(Exit::Clean)
        }
    }
}

/// One line for each thing left out.
fn list(app: &App, file: &str, scraped: &Page, format: PlainFormat) -> Result<(), Failure> {
    let mut out = app.out();
    if format == PlainFormat::Json {
        let left: Vec<_> = scraped
            .left_out
            .iter()
            .map(|left| json!({ "line": left.line, "reason": left.reason.as_str(), "text": left.text }))
            .collect();
        let words = json!({ "in": scraped.words, "kept": scraped.kept_words, "left_out": scraped.left_words });
        writeln!(out, "{}", json!({ "version": 1, "file": file, "words": words, "left_out": left }))?;
    } else {
        for left in &scraped.left_out {
            let reason = app.say(&format!("import-reason-{}", left.reason.as_str()), &[]);
            let line = app.say("word-line", &[("line", Value::Text(&left.line.to_string()))]);
            writeln!(out, "{line}: {reason}: {}", visible(&left.text.replace('\n', " ")))?;
        }
    }
    out.flush()?;
    app.tell(&app.say("wrote", &[("file", file.into())]));
    if scraped.left_out.is_empty() {
        app.tell(&app.say("import-nothing-left-out", &[]));
    }
    app.tell(&app.say("import-check", &[]));
    Ok(())
}
