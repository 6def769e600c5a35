//! `tolmach glossary`, one file per subcommand.

mod add;
mod ask;
mod diff;
mod exchange;
mod extract;
mod find;
mod forms;
mod lint;
mod locked;
mod review;
mod table;

use crate::{
    cli::{
        app::App,
        args::GlossaryCommand,
        exit::{Exit, Failure},
    },
    desk::refuse_unknown_locales,
    model::Locale,
};

/// Runs a glossary subcommand.
pub(crate) fn run(app: &App, what: GlossaryCommand) -> Result<Exit, Failure> {
    refuse_unknown_locales(app.find_layout()?.as_ref(), "--locale", locales(&what))?;
    match what {
        GlossaryCommand::Find(what) => find::run(app, what),
        GlossaryCommand::Forms(what) => forms::run(app, what),
        GlossaryCommand::Review(what) => review::run(app, what),
        GlossaryCommand::Import(what) => exchange::import(app, what),
        GlossaryCommand::Export(what) => exchange::export(app, &what),
        GlossaryCommand::Add(what) => add::run(app, what),
        GlossaryCommand::Lint { gate, format, all } => lint::run(app, gate, format, all),
        GlossaryCommand::Diff { old, new, format } => diff::run(app, &old, &new, format),
        GlossaryCommand::Extract { min, format } => extract::run(app, min, format),
    }
}

/// The locales that the options of a subcommand name.
fn locales(what: &GlossaryCommand) -> &[Locale] {
    match what {
        GlossaryCommand::Find(what) => what.locale.as_slice(),
        GlossaryCommand::Import(what) => what.locale.as_slice(),
        GlossaryCommand::Forms(what) => &what.locales,
        GlossaryCommand::Review(what) => &what.locales,
        GlossaryCommand::Export(what) => &what.locales,
        GlossaryCommand::Add(_)
        | GlossaryCommand::Lint { .. }
        | GlossaryCommand::Diff { .. }
        | GlossaryCommand::Extract { .. } => &[],
    }
}
