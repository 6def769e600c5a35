//! `tolmach build`.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, Selection},
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::{field, write_stderr},
        summary::open_words,
        worded::{render, worded_loose},
    },
    desk::{self, BelowRequired, Built, Missing},
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
    let slugs = workspace.slugs(&selection.slugs)?;
    app.say_if_empty(&slugs);
    let visited = desk::build(&workspace, &slugs, &TerminalObserver::new(app))?;
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
                Ok(Built::Written { files, findings, slug, locale, readiness }) => {
                    for file in files {
                        writeln!(out, "{}", app.say("wrote", &[("file", file.as_str().into())]))?;
                    }
                    if !readiness.is_ready() {
                        let open = open_words(app, readiness.counts().into_iter());
                        let open = app.say("build-draft", &[("open", open.as_str().into())]);
                        app.notify(&format!("{slug}: {locale}: {open}"));
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

/// Says how many segments kept an edition from being built, by state; with `--verbose` also which.
pub(super) fn show_refused(app: &App, built: &Built) {
    let Built::Refused { slug, locale, below } = built else { return };
    let name = |state: &str| app.say(&format!("state-{state}"), &[]);
    let count = |state: &str| below.iter().filter(|segment| state_of(segment) == state).count();
    let counts = STATES.iter().map(|state| (state, count(state))).filter(|(_, count)| *count > 0);
    let counts: Vec<String> = counts.map(|(state, count)| format!("{}: {count}", name(state))).collect();
    let refused = app.say("build-refused", &[("count", below.len().into())]);
    app.show_failure(&Failure {
        message: format!("{slug}: {locale}: {refused} ({})", counts.join(", ")),
        is_english: false,
        hint: None,
        exit: Exit::Findings,
        closed: false,
    });
    if app.global.verbose > 0 {
        for segment in below {
            let (state, source) = (name(state_of(segment)), clip(&segment.source, 70));
            write_stderr(&field(&format!("  {} [{state}] {source}", segment.id)));
        }
    }
    app.show_hint(&Message::new("build-refused-hint"));
}

/// The states that a refused segment can be in, as messages name them.
const STATES: [&str; 5] = ["missing", "stale", "draft", "translated", "reviewed"];

const fn state_of(segment: &BelowRequired) -> &'static str {
    match segment.state {
        None => "missing",
        Some(_) if segment.stale => "stale",
        Some(State::Initial) => "draft",
        Some(state) => state.as_str(),
    }
}
