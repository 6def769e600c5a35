//! `tolmach roundtrip`

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
        output::visible,
    },
    project::{markdown_files, read_bytes, shown},
    source::{decode, roundtrip},
};

/// How many files are worked on at a time.
const FILES: usize = 256;

/// Proves for each file that what is read is written back byte for byte.
pub(crate) fn run(app: &App, paths: &[PathBuf]) -> Result<Exit, Failure> {
    let mut exit = Exit::Clean;
    let mut out = app.out();
    let files = markdown_files(paths)?;
    for batch in files.chunks(FILES) {
        let results: Vec<(Exit, Option<String>)> = batch.par_iter().map(|path| prove(path)).collect();
        for (result, said) in results {
            exit = exit.max(result);
            match said {
                Some(line) if result == Exit::Findings => writeln!(out, "{}", visible(&line))?,
                Some(line) => {
                    app.show_failure(&Failure { message: line, hint: None, exit: Exit::Usage, closed: false });
                }
                None => {}
            }
        }
    }
    out.flush()?;
    let count = app.say("count-files", &[("count", files.len().into())]);
    app.tell(&count);
    Ok(exit)
}

fn prove(path: &Path) -> (Exit, Option<String>) {
    let name = shown(path);
    let text = match read_bytes(path)
        .map_err(|error| error.to_string())
        .and_then(|bytes| decode(bytes).map_err(|error| format!("{name}: {error}")))
    {
        Ok(text) => text,
        Err(error) => return (Exit::Usage, Some(error)),
    };
    match roundtrip(&text) {
        Ok(()) => (Exit::Clean, None),
        Err(byte) => (Exit::Findings, Some(format!("{name}: differs at byte {byte}"))),
    }
}
