//! `tolmach glossary lint`.

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, Gate},
        exit::{Exit, Failure},
        worded::{deliver_findings, gate_exit, severities, worded_loose},
    },
    desk::glossary::{LISTED, lint},
};

/// Checks that the glossary is consistent and that its concepts are used, and lists wordings whose class is open.
pub(super) fn run(app: &App, gate: Gate, format: CheckFormat, all: bool) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(None, None, Some(gate)))?;
    let list = worded_loose(app, lint(&workspace, if all { usize::MAX } else { LISTED })?);
    let exit = deliver_findings(app, &workspace, format, (&list, &[]), &[], None)?;
    if list.is_empty() {
        app.notify(&app.say("summary-no-findings", &[]));
    }
    Ok(exit.max(gate_exit(&workspace, severities(&list))))
}
