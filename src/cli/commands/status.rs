//! `tolmach status`.

use serde_json::json;

use crate::{
    cli::{
        app::App,
        args::{PlainFormat, Selection},
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::Printed,
        summary::{readiness_lines, unseen_line},
        worded::worded_loose,
    },
    desk::{self, EditionStatus, Leftovers, LoosePage, OpenConflicts, Orphan},
    model::Despite,
    report::{self, Status},
};

/// Shows how many segments of each edition have each review state.
pub(crate) fn run(app: &App, selection: &Selection, format: PlainFormat) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let slugs = workspace.slugs(&selection.slugs)?;
    app.say_if_empty(&slugs);
    let visited = desk::status(&workspace, &slugs, &TerminalObserver::new(app))?;
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
    let leftovers = desk::leftovers(&workspace, &selection.slugs)?;
    leftovers.errors.iter().for_each(|error| exit = exit.max(app.report(&error.into())));
    match format {
        PlainFormat::Json => {
            let data: Vec<_> = editions.iter().map(data).collect();
            let (orphans, conflicts) = leftovers_data(&leftovers);
            let page =
                |page: &LoosePage| json!({ "file": page.name, "locale": page.locale.to_string(), "slug": page.slug });
            let pages: Vec<_> = leftovers.pages.iter().map(page).collect();
            let object = json!({
                "version": 1, "editions": data, "orphans": orphans, "conflicts": conflicts, "pages": pages,
            });
            app.print(&format!("{object}\n"), Printed::Json)?;
        }
        PlainFormat::Full => {
            let list = worded_loose(app, leftovers.findings(&workspace).0);
            let lines = list.iter().map(|worded| format!("{}: {}\n", worded.location(), worded.reason));
            let gap = if list.is_empty() { "" } else { "\n" };
            let text = [table(app, &editions), gap.to_owned()].into_iter().chain(lines).collect::<String>();
            app.print(&text, app.text())?;
        }
    }
    Ok(exit)
}

fn data(edition: &EditionStatus) -> serde_json::Value {
    let state = |(status, segments, words): &(Status, usize, usize)| {
        (status.as_str().to_owned(), json!({ "segments": segments, "words": words }))
    };
    let states: serde_json::Map<String, serde_json::Value> = edition.states.iter().map(state).collect();
    let open: serde_json::Map<String, serde_json::Value> =
        edition.open.iter().map(|(lack, count)| (lack.as_str().to_owned(), json!(count))).collect();
    let approved_despite: Vec<_> = edition
        .approved_despite
        .iter()
        .map(|one| json!({ "segment": one.segment, "despite": one.despite, "by": one.by, "on": one.on }))
        .collect();
    json!({
        "slug": edition.slug, "slug_local": edition.local_slug, "slug_fixed": edition.fixed_slug,
        "locale": edition.locale.to_string(), "segments": edition.segments,
        "words": edition.words, "states": states, "obsolete": edition.obsolete, "ready": edition.is_ready(),
        "open": open, "unseen_changes": edition.unseen, "approved_despite": approved_despite,
    })
}

/// The files that wait for a person: those of no article, and conflicts.
fn leftovers_data(leftovers: &Leftovers) -> (Vec<serde_json::Value>, Vec<serde_json::Value>) {
    let orphan = |orphan: &Orphan| {
        json!({
            "file": orphan.name, "locale": orphan.locale.to_string(), "slug": orphan.slug, "segments": orphan.persons,
            "article": orphan.article, "command": orphan.command(),
        })
    };
    let conflict = |open: &OpenConflicts| {
        let ids: Vec<String> = open.segments.iter().map(ToString::to_string).collect();
        json!({
            "file": open.name, "locale": open.locale.to_string(), "slug": open.slug, "segments": ids.len(), "ids": ids,
        })
    };
    (leftovers.orphans.iter().map(orphan).collect(), leftovers.conflicts.iter().map(conflict).collect())
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
    let mut out = report::table(&head, &editions.iter().map(row).collect::<Vec<_>>(), "");
    let mut lines = readiness_lines(app, editions.iter());
    lines.extend(unseen_line(app, editions.iter()));
    lines.extend(despite_lines(app, editions));
    if !lines.is_empty() {
        out.extend(["\n", &lines.join("\n"), "\n"]);
    }
    out
}

/// Says how many segments were approved in spite of something.
fn despite_lines(app: &App, editions: &[EditionStatus]) -> Vec<String> {
    let line = |despite: Despite| {
        let all = editions.iter().flat_map(|edition| &edition.approved_despite);
        let count = all.filter(|one| one.despite.contains(&despite)).count();
        let id = format!("status-despite-{}", despite.as_str());
        (count > 0).then(|| app.say(&id, &[("count", count.into())]))
    };
    [Despite::Drafts, Despite::Findings].into_iter().filter_map(line).collect()
}
