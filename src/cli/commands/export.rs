//! `tolmach export`.

use std::{io::Write, path::Path};

use crate::{
    cli::{
        app::App,
        args::Selection,
        exit::{Exit, Failure},
        observer::TerminalObserver,
    },
    desk,
};

/// Exports segment files for a translation tool; never overwrites a file.
pub(crate) fn run(app: &App, selection: &Selection, profile: &str, folder: &Path) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let _lock = app.lock(&workspace, "export")?;
    let slugs = workspace.slugs(&selection.slugs)?;
    let visited = desk::export(&workspace, &slugs, profile, folder, &TerminalObserver::new(app))?;
    let mut exit = Exit::Clean;
    let mut out = app.out();
    for (_, files) in visited.articles {
        let files = files.unwrap_or_else(|error| vec![Err(error)]);
        for file in files {
            match file {
                Ok(file) => writeln!(out, "{}", app.say("wrote", &[("file", file.as_str().into())]))?,
                Err(error) => exit = exit.max(Exit::after([&error])),
            }
        }
    }
    out.flush()?;
    Ok(exit)
}
