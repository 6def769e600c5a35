//! `tolmach init`.

use std::{io::Write, path::Path};

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
    },
    project::init::init,
};

/// Creates a commented project that is ready to run; existing files stay.
pub(crate) fn run(app: &App, folder: &Path) -> Result<Exit, Failure> {
    let files = init(folder)?;
    let mut out = app.out();
    for file in &files {
        let id = if file.written { "init-created" } else { "init-kept" };
        writeln!(out, "{}", app.say(id, &[("file", file.path.into())]))?;
    }
    out.flush()?;
    app.notify(&app.say("init-done", &[]));
    app.notify(&app.say("init-next", &[("folder", "source/".into())]));
    app.notify(&app.say("init-docs", &[]));
    Ok(Exit::Clean)
}
