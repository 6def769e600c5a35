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
    desk::{self, SystemClock, TranslateOptions},
};

/// Creates and refreshes the segment files.
pub(crate) fn run(app: &App, selection: &Selection, backends: &Backends) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), Some(backends), None))?;
    let _lock = app.lock(&workspace, "translate")?;
    let (stop, today) = (stop_on_signal(app), today());
    let options = TranslateOptions { redo: backends.redo, today: &today, clock: &SystemClock, stop: &stop };
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
            let findings = outcome.stored.findings.iter().cloned().chain(outcome.rejections());
            for worded in worded_loose(app, findings) {
                let segment = worded.finding.place.segment.map(|id| id.to_string()).unwrap_or_default();
                app.notify(&field(&format!("{} {segment}: {}", worded.location(), worded.reason)));
            }
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

/// Says how many sentences have no translation because their drafts were refused: the work is not finished.
pub(super) fn report_refused_drafts(app: &App, refused: usize) -> Exit {
    if refused == 0 {
        return Exit::Clean;
    }
    write_stderr(&app.say("drafts-refused", &[("count", refused.into())]));
    Exit::Unfinished
}
