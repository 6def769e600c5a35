//! `tolmach import`

use crate::cli::{
    app::App,
    args::Format,
    exit::{Exit, Failure},
};

/// Turns a page into an article.
pub(crate) fn run(
    _app: &App,
    _from: &str,
    _slug: Option<String>,
    _force: bool,
    _format: Format,
) -> Result<Exit, Failure> {
    Err(Failure::usage("wip", "wip"))
}
