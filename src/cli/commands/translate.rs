//! `tolmach translate`.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        args::{Backends, Selection},
        clock::today,
        commands::stop_on_signal,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::{field, write_stderr},
        worded::worded_loose,
    },
    desk::{self, Budget, SystemClock, Traffic, TranslateOptions},
    model::Finding,
};

/// Creates and refreshes the segment files.
pub(crate) fn run(app: &App, selection: &Selection, backends: &Backends) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), Some(backends), None))?;
    let _lock = app.lock(&workspace, "translate")?;
    let (stop, today) = (stop_on_signal(app), today());
    let budget = budget(backends);
    let options = TranslateOptions {
        redo: backends.redo,
        budget: budget.as_ref(),
        traffic: traffic(backends),
        ..TranslateOptions::new(&today, &SystemClock, &stop)
    };
    let visited =
        desk::translate(&workspace, &workspace.slugs(&selection.slugs)?, options, &TerminalObserver::new(app))?;
    let mut exit = Exit::Clean;
    let mut refused = 0;
    let mut out = app.out();
    for (_, article) in visited.articles {
        for outcome in article.unwrap_or_else(|error| vec![Err(error)]) {
            let outcome = match outcome {
                Ok(outcome) => outcome,
                Err(error) => {
                    exit = exit.max(Exit::after([&error]));
                    continue;
                }
            };
            let id = if outcome.written { "wrote" } else { "unchanged" };
            writeln!(out, "{}", app.say(id, &[("file", outcome.stored.name.as_str().into())]))?;
            exit = exit.max(Exit::after(&outcome.error));
            refused += outcome.rejected.len();
            show_findings(app, outcome.stored.findings.iter().cloned().chain(outcome.rejections()));
        }
    }
    out.flush()?;
    exit = exit.max(report_refused_drafts(app, refused));
    if stop.is_set() {
        app.notify(&app.say("summary-interrupted", &[]));
        exit = exit.max(Exit::Interrupted);
    }
    Ok(exit)
}

/// What becomes of the traffic with engines.
pub(super) fn traffic(backends: &Backends) -> Traffic<'_> {
    match (&backends.record, &backends.replay) {
        (Some(folder), _) => Traffic::Record(folder),
        (None, Some(folder)) => Traffic::Replay(folder),
        (None, None) => Traffic::Live,
    }
}

/// What a run may spend, where the arguments say it.
pub(super) fn budget(backends: &Backends) -> Option<Budget> {
    let is_limited = backends.max_chars.is_some() || backends.max_cost.is_some();
    is_limited.then(|| Budget::new(backends.max_chars, backends.max_cost))
}

/// Shows findings, one line each.
pub(super) fn show_findings(app: &App, findings: impl IntoIterator<Item = Finding>) {
    for worded in worded_loose(app, findings) {
        let segment = worded.finding.place.segment.map(|id| id.to_string()).unwrap_or_default();
        app.notify(&field(&format!("{} {segment}: {}", worded.location(), worded.reason)));
    }
}

/// Says how many sentences have no translation because their drafts were refused: the work is not finished.
pub(super) fn report_refused_drafts(app: &App, refused: usize) -> Exit {
    if refused == 0 {
        return Exit::Clean;
    }
    write_stderr(&app.say("drafts-refused", &[("count", refused.into())]));
    Exit::Unfinished
}
