//! `tolmach glossary`: one file a subcommand.

mod exchange;
mod find;

use crate::cli::{
    app::App,
    args::Glossary,
    exit::{Exit, Failure},
};

/// Does what is asked with the glossary.
pub(crate) fn run(app: &App, what: Glossary) -> Result<Exit, Failure> {
    match what {
        Glossary::Find(what) => find::run(app, what),
        Glossary::Import(what) => exchange::import(app, &what),
        Glossary::Export(what) => exchange::export(app, &what),
    }
}
