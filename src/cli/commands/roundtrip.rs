//! `tolmach roundtrip`.

use std::{io::Write, path::PathBuf};

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
        output::field,
    },
    desk::roundtrip_files,
    project::shown,
};

/// Checks for each file that writing it back reproduces it byte for byte.
pub(crate) fn run(app: &App, paths: &[PathBuf]) -> Result<Exit, Failure> {
    let mut exit = Exit::Clean;
    let mut out = app.out();
    let count = roundtrip_files(paths, |path, result| {
        match result {
            Ok(None) => {}
            Ok(Some(byte)) => {
                exit = exit.max(Exit::Findings);
                writeln!(out, "{}", field(&format!("{}: differs at byte {byte}", shown(path))))?;
            }
            Err(error) => exit = exit.max(app.report(&Failure { hint: None, ..Failure::from(error) })),
        }
        Ok::<_, Failure>(())
    })?;
    out.flush()?;
    app.notify(&app.say("count-files", &[("count", count.into())]));
    Ok(exit)
}
