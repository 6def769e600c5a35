//! `--show-settings`.

use std::io::Write;

use crate::cli::{
    app::App,
    args::Command,
    exit::{Exit, Failure},
};

/// Prints the effective settings of a command, with the origin of each.
pub(crate) fn show(app: &App, command: &Command) -> Result<Exit, Failure> {
    let overrides = match command {
        Command::Run { selection, backends, gate, require } => {
            let mut overrides = app.overrides_of(Some(selection), Some(backends), Some(gate.clone()));
            overrides.require = *require;
            overrides
        }
        Command::Translate { selection, backends, .. } => app.overrides_of(Some(selection), Some(backends), None),
        Command::Check(check) => app.overrides_of(Some(&check.selection), None, Some(check.gate.clone())),
        Command::Build { selection, require, allow_missing } => {
            let mut overrides = app.overrides_of(Some(selection), None, None);
            overrides.require = *require;
            overrides.missing = *allow_missing;
            overrides
        }
        _ => app.overrides(),
    };
    let layout = app.find_layout()?;
    let rows = app.settings(layout.as_ref(), &overrides)?.rows();
    let widest = rows.iter().map(|(key, _, _)| key.len()).max().unwrap_or(0);
    let mut out = app.out();
    for (key, value, origin) in rows {
        let origin = if origin.is_empty() { String::new() } else { format!("  # {origin}") };
        writeln!(out, "{key:widest$} = {value}{origin}")?;
    }
    out.flush()?;
    Ok(Exit::Clean)
}
