//! `tolmach build`.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, Selection},
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::write_stderr,
        worded::{render, worded_loose},
    },
    desk::{self, Built, Missing},
    model::{Message, State, clip},
};

/// Writes the editions.
pub(crate) fn run(
    app: &App,
    selection: &Selection,
    require: Option<State>,
    allow_missing: Option<Missing>,
) -> Result<Exit, Failure> {
    let mut overrides = app.overrides_of(Some(selection), None, None);
    overrides.require = require;
    overrides.missing = allow_missing;
    let workspace = app.open(&overrides)?;
    let _lock = app.lock(&workspace, "build")?;
    let visited = desk::build(&workspace, &workspace.slugs(&selection.slugs)?, &TerminalObserver::new(app))?;
    let mut exit = Exit::Clean;
    let mut out = app.out();
    for (_, article) in visited.articles {
        let editions = match article {
            Ok(editions) => editions,
            Err(error) => {
                exit = exit.max(Exit::after([&error]));
                continue;
            }
        };
        for edition in editions {
            match edition {
                Ok(Built::Written { files, findings }) => {
                    for file in files {
                        writeln!(out, "{}", app.say("wrote", &[("file", file.as_str().into())]))?;
                    }
                    let list = worded_loose(app, findings);
                    if !list.is_empty() {
                        app.notify(render(app, CheckFormat::Concise, &list).trim_end());
                    }
                }
                Ok(refused @ Built::Refused { .. }) => {
                    show_refused(app, &refused);
                    exit = exit.max(Exit::Findings);
                }
                Err(error) => exit = exit.max(Exit::after([&error])),
            }
        }
    }
    out.flush()?;
    Ok(exit)
}

/// Lists the segments that kept an edition from being built.
pub(super) fn show_refused(app: &App, built: &Built) {
    let Built::Refused { slug, locale, below } = built else { return };
    app.show_failure(&Failure {
        message: format!("{slug}: {locale}: {}", app.say("build-refused", &[("count", below.len().into())])),
        is_english: false,
        hint: None,
        exit: Exit::Findings,
        closed: false,
    });
    for segment in below {
        let state = match segment.state {
            None => "missing",
            Some(_) if segment.stale => "stale",
            Some(State::Initial) => "draft",
            Some(state) => state.as_str(),
        };
        let state = app.say(&format!("state-{state}"), &[]);
        write_stderr(&format!("  {} [{state}] {}", segment.id, clip(&segment.source, 70)));
    }
    app.show_hint(&Message::new("build-refused-hint"));
}
