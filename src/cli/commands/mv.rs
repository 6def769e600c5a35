//! `tolmach mv`.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
    },
    desk,
    messages::Value,
};

/// Gives an article another name, with everything that belongs to it.
pub(crate) fn run(app: &App, old: &str, new: &str) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides())?;
    let _lock = app.lock(&workspace, "mv")?;
    let renamed = desk::rename(&workspace, old, new)?;
    let mut out = app.out();
    for (from, to) in &renamed.moved {
        writeln!(out, "{}", app.say("moved", &[("from", Value::Text(from)), ("to", Value::Text(to))]))?;
    }
    for (id, files) in [("wrote", &renamed.relabelled), ("removed", &renamed.removed)] {
        for file in files {
            writeln!(out, "{}", app.say(id, &[("file", file.as_str().into())]))?;
        }
    }
    out.flush()?;
    for file in &renamed.baselines {
        app.notify(&app.say("baseline-renamed", &[("file", file.as_str().into())]));
    }
    Ok(Exit::Clean)
}
