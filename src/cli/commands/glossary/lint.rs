//! `tolmach glossary lint`

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, Gate},
        exit::{Exit, Failure},
        worded::{gate, rendered, severities, worded_loose},
    },
    desk::glossary::lint,
};

/// Looks whether the glossary agrees with itself, and whether it is needed.
pub(super) fn run(app: &App, wanted: Gate, format: CheckFormat) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(None, None, Some(wanted)))?;
    let list = worded_loose(app, lint(&workspace)?);
    app.deliver(&rendered(app, format, &list), None)?;
    if list.is_empty() {
        app.tell(&app.say("summary-no-findings", &[]));
    }
    Ok(gate(&workspace, severities(&list)))
}
