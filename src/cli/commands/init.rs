//! `tolmach init`

use std::{io::Write, path::Path};

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
    },
    project::init::init,
};

/// Makes a commented project that runs at once; what is there already stays.
pub(crate) fn run(app: &App, folder: &Path) -> Result<Exit, Failure> {
    let made = init(folder)?;
    let mut out = app.out();
    for file in &made {
        let id = if file.written { "init-created" } else { "init-kept" };
        writeln!(out, "{}", app.say(id, &[("file", file.path.into())]))?;
    }
    out.flush()?;
    app.tell(&app.say("init-done", &[]));
    app.tell(&app.say("init-next", &[("folder", "source/".into())]));
    app.tell(&app.say("init-docs", &[]));
    Ok(Exit::Clean)
}
