//! `tolmach glossary`: one file a subcommand.

mod add;
mod diff;
mod exchange;
mod extract;
mod find;
mod forms;
mod lint;
mod locked;
mod review;
mod table;

use crate::cli::{
    app::App,
    args::Glossary,
    exit::{Exit, Failure},
};

/// Does what is asked with the glossary.
pub(crate) fn run(app: &App, what: Glossary) -> Result<Exit, Failure> {
    match what {
        Glossary::Find(what) => find::run(app, what),
        Glossary::Forms(what) => forms::run(app, what),
        Glossary::Review(what) => review::run(app, what),
        Glossary::Import(what) => exchange::import(app, what),
        Glossary::Export(what) => exchange::export(app, &what),
        Glossary::Add(what) => add::run(app, what),
        Glossary::Lint { gate, format } => lint::run(app, gate, format),
        Glossary::Diff { old, new, format } => diff::run(app, &old, &new, format),
        Glossary::Extract { min, format } => extract::run(app, min, format),
    }
}
