//! `tolmach import`

use std::{
    io::{Read, Write},
    path::Path,
    time::Duration,
};

use serde_json::json;

use crate::{
    backend::{
        Stop,
        http::{Http, HttpSettings, fetch},
    },
    cli::{
        app::App,
        args::Format,
        exit::{Exit, Failure},
        output::visible,
    },
    locale::{Locales, slug as slug_of},
    messages::Value,
    model::Locale,
    project::{Layout, find_root, read_bytes, write_atomic},
    source::{
        decode,
        scrape::{Cues, PageKind, Scraped, scrape, to_markdown},
    },
};

/// Turns a page into an article, and lists what it leaves out.
pub(crate) fn run(app: &App, from: &str, slug: Option<String>, force: bool, format: Format) -> Result<Exit, Failure> {
    let folder = app.global.project.clone().unwrap_or_else(|| ".".into());
    let layout = Layout { root: find_root(&folder)? };
    let (page, kind) = page(app, from)?;
    let page = decode(page).map_err(|error| Failure::usage(format!("{from}: {error}"), error.hint()))?;
    let scraped = scrape(&page, kind, &cues(Locales::embedded())?);
    if scraped.article.blocks.is_empty() && scraped.article.title.is_empty() {
        return Err(Failure::usage(
            format!("{from}: {}", app.say("import-no-article", &[])),
            "give the page of an article",
        ));
    }
    let slug = name(app, &scraped, slug)?;
    let path = layout.article(&slug);
    if path.exists() && !force {
        return Err(Failure::usage(
            format!("`{}` is there already", layout.name(&path)),
            "give another name with `--slug`, or replace it with `--force`",
        ));
    }
    write_atomic(&path, to_markdown(&scraped.article).as_bytes())?;
    list(app, &layout.name(&path), &scraped, format)?;
    Ok(Exit::Clean)
}

/// The page's bytes, and what sort of page it is.
fn page(app: &App, from: &str) -> Result<(Vec<u8>, PageKind), Failure> {
    if from == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok((bytes, PageKind::Auto));
    }
    if from.starts_with("http://") || from.starts_with("https://") {
        if app.global.offline {
            return Err(Failure::usage(
                "a page is to be fetched, and `--offline` holds",
                "leave `--offline` out, or import a saved file",
            ));
        }
        let settings = HttpSettings { total: Duration::from_mins(1), ..HttpSettings::default() };
        let transport = Http::new(settings).map_err(|error| Failure::from_error(&error, None, Exit::Usage))?;
        let page = fetch(&transport, from, &Stop::default())
            .map_err(|error| Failure::from_error(&error, Some(error.hint().to_owned()), Exit::Usage))?;
        return Ok((page.body, PageKind::Auto));
    }
    Ok((read_bytes(Path::new(from))?, PageKind::Auto))
}

/// The words by which furniture is known, of all languages: a page may mix them.
fn cues(locales: &Locales) -> Result<Cues, Failure> {
    let mut texts: Vec<&str> = Vec::new();
    let known = locales.tags().filter_map(|tag| tag.parse::<Locale>().ok());
    for locale in std::iter::once(Locale::undetermined()).chain(known) {
        for layer in locales.layers(&locale, "scrape.toml") {
            if !texts.contains(&layer.text) {
                texts.push(layer.text);
            }
        }
    }
    Cues::parse(&texts).map_err(|error| Failure::from_error(&error, Some(error.hint().to_owned()), Exit::Usage))
}

/// The article's name: as asked for, else from its title.
fn name(_app: &App, scraped: &Scraped, asked: Option<String>) -> Result<String, Failure> {
    let slug =
        asked.unwrap_or_else(|| slug_of(Locales::embedded().profile(&Locale::english()), &scraped.article.title));
    let is_name = !slug.is_empty() && !slug.starts_with('.') && !slug.contains(['/', '\\', '\0', ':']);
    if is_name {
        return Ok(slug);
    }
    Err(Failure::usage(format!("`{slug}` cannot be the name of an article"), "give one with `--slug NAME`"))
}

/// One line for each thing left out.
fn list(app: &App, file: &str, scraped: &Scraped, format: Format) -> Result<(), Failure> {
    let mut out = app.out();
    if matches!(format, Format::Json | Format::Jsonl) {
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
