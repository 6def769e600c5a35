//! `tolmach roundtrip`

use std::{io::Write, path::PathBuf};

use rayon::prelude::*;

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
        output::visible,
    },
    desk,
    project::{markdown_files, shown},
};

/// How many files are worked on at a time.
const FILES: usize = 256;

/// Proves for each file that what is read is written back byte for byte.
pub(crate) fn run(app: &App, paths: &[PathBuf]) -> Result<Exit, Failure> {
    let mut exit = Exit::Clean;
    let mut out = app.out();
    let files = markdown_files(paths)?;
    for batch in files.chunks(FILES) {
        let results: Vec<_> = batch.par_iter().map(|path| (path, desk::roundtrip(path))).collect();
        for (path, result) in results {
            match result {
                Ok(None) => {}
                Ok(Some(byte)) => {
                    exit = exit.max(Exit::Findings);
                    writeln!(out, "{}", visible(&format!("{}: differs at byte {byte}", shown(path))))?;
                }
                Err(error) => exit = exit.max(app.shown(&Failure { hint: None, ..Failure::from(error) })),
            }
        }
    }
    out.flush()?;
    app.tell(&app.say("count-files", &[("count", files.len().into())]));
    Ok(exit)
}
