//! `tolmach glossary`: one file a subcommand.

mod find;
mod forms;
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
        Glossary::Forms(what) => forms::run(app, &what),
        Glossary::Review(what) => review::run(app, &what),
    }
}
