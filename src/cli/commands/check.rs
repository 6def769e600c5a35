//! `tolmach check`

use std::path::Path;

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, Gate, Selection},
        exit::{Exit, Failure},
        observed::Observed,
        worded::{gate, rendered, severities, worded},
    },
    desk,
};

/// Checks translations against article, glossary and locale.
pub(crate) fn run(
    app: &App,
    selection: &Selection,
    wanted: Gate,
    format: CheckFormat,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, Some(wanted)))?;
    let slugs = workspace.slugs(&selection.slugs)?;
    let whole = selection.slugs.is_empty() && selection.locales.is_empty();
    let checked = desk::check(&workspace, &slugs, whole, &Observed::new(app))?;
    let exit = Exit::after(&checked.errors);
    let list = worded(app, checked.findings);
    app.deliver(&rendered(app, format, &list), output)?;
    if list.is_empty() && exit == Exit::Clean {
        app.tell(&app.say("summary-no-findings", &[]));
    }
    Ok(exit.max(gate(&workspace, severities(&list))))
}
