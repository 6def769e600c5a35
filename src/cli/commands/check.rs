//! `tolmach check`.

use std::path::Path;

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, Gate, Selection},
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::write_stderr,
        summary::gate_failed,
        worded::{gate_exit, printed, render, severities, worded},
    },
    desk,
};

/// Checks translations against the article, the glossary and the locale.
pub(crate) fn run(
    app: &App,
    selection: &Selection,
    gate: Gate,
    format: CheckFormat,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, Some(gate)))?;
    let slugs = workspace.slugs(&selection.slugs)?;
    let is_whole_project = selection.slugs.is_empty() && selection.locales.is_empty();
    let checked = desk::check(&workspace, &slugs, is_whole_project, &TerminalObserver::new(app))?;
    let exit = Exit::after(&checked.errors);
    let list = worded(app, checked.findings);
    app.deliver(&render(app, format, &list), printed(app, format), output)?;
    if list.is_empty() && exit == Exit::Clean {
        app.notify(&app.say("summary-no-findings", &[]));
    }
    let failed = severities(&list).filter(|severity| workspace.fails(*severity)).count();
    if let (Some(gate), true) = (workspace.settings.fail_on, failed > 0) {
        write_stderr(&gate_failed(app, failed, gate));
    }
    Ok(exit.max(gate_exit(&workspace, severities(&list))))
}
