//! `tolmach status`.

use serde_json::json;

use crate::{
    cli::{
        app::App,
        args::{PlainFormat, Selection},
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::Printed,
    },
    desk::{self, EditionStatus},
    report::{self, Status},
};

/// Shows how many segments of each edition have each review state.
pub(crate) fn run(app: &App, selection: &Selection, format: PlainFormat) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides_of(Some(selection), None, None))?;
    let visited = desk::status(&workspace, &workspace.slugs(&selection.slugs)?, &TerminalObserver::new(app))?;
    let mut exit = Exit::Clean;
    let mut editions: Vec<EditionStatus> = Vec::new();
    for (_, article) in visited.articles {
        for edition in article.unwrap_or_else(|error| vec![Err(error)]) {
            match edition {
                Ok(edition) => editions.push(edition),
                Err(error) => exit = exit.max(Exit::after([&error])),
            }
        }
    }
    match format {
        PlainFormat::Json => {
            let data: Vec<_> = editions.iter().map(data).collect();
            app.print(&format!("{}\n", json!({ "version": 1, "editions": data })), Printed::Json)?;
        }
        PlainFormat::Full => app.print(&table(app, &editions), app.text())?,
    }
    Ok(exit)
}

fn data(edition: &EditionStatus) -> serde_json::Value {
    let state = |(status, segments, words): &(Status, usize, usize)| {
        (status.as_str().to_owned(), json!({ "segments": segments, "words": words }))
    };
    let states: serde_json::Map<String, serde_json::Value> = edition.states.iter().map(state).collect();
    json!({
        "slug": edition.slug, "locale": edition.locale.to_string(), "segments": edition.segments,
        "words": edition.words, "states": states, "obsolete": edition.obsolete,
    })
}

fn table(app: &App, editions: &[EditionStatus]) -> String {
    let columns = ["article", "locale", "segments", "words"].into_iter();
    let columns = columns.chain(Status::ALL.iter().map(|status| status.as_str()));
    let head: Vec<String> = columns.map(|name| app.say(&format!("summary-{name}"), &[])).collect();
    let row = |edition: &EditionStatus| {
        let mut row = vec![
            edition.slug.clone(),
            edition.locale.to_string(),
            edition.segments.to_string(),
            edition.words.to_string(),
        ];
        row.extend(edition.states.iter().map(|(_, segments, _)| segments.to_string()));
        row
    };
    report::table(&head, &editions.iter().map(row).collect::<Vec<_>>(), "")
}
