//! `tolmach waive`.

use crate::{
    cli::{
        app::App,
        args::WaiveArgs,
        clock::today,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        worded::{finding_line, worded},
    },
    desk::{self, WaiveRequest},
};

/// Adds a waiver for the findings of a rule in a segment.
pub(crate) fn run(app: &App, waive: WaiveArgs) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides())?;
    let _lock = app.lock(&workspace, "waive")?;
    let WaiveArgs { slug, locale, segment, rule, text, reason, by } = waive;
    let request = WaiveRequest { slug, locale, segment, rule, text, reason, by, today: today() };
    let file = desk::waive(&workspace, &request, &TerminalObserver::new(app))?;
    app.print(&format!("{}\n", app.say("wrote", &[("file", file.name.as_str().into())])), app.text())?;
    for worded in worded(app, file.waived) {
        app.notify(&app.say("waived", &[("finding", finding_line(&worded).as_str().into())]));
    }
    Ok(Exit::after(&file.errors))
}
