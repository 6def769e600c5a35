//! Builds all editions of a project: `cargo run --example run_a_project -- DIR` (default: the current folder).
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "examples print their results")]

use std::{error::Error, path::PathBuf};

use tolmach::{
    desk::{self, DeskError, Layout, Observer, Registries, Stop, SystemClock, Terms, TranslateOptions, Workspace},
    messages::Messages,
    model::{Hinted as _, Locale},
    project::settings::Overrides,
};

/// Prints errors as they happen.
struct PrintErrors;

impl Observer for PrintErrors {
    fn failed(&self, error: &DeskError) {
        let words = Messages::embedded(&Locale::english());
        eprintln!("{error}{}", error.hint().map(|hint| format!(" ({})", words.message(&hint))).unwrap_or_default());
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let layout = Layout { root: std::env::args().nth(1).map_or_else(|| PathBuf::from("."), PathBuf::from) };
    let registries = Registries::built_in();
    let settings = desk::settings(Some(&layout), &Overrides::default(), &registries)?;
    let workspace = Workspace::open(layout, settings, registries, Terms::Declined)?;
    let _lock = workspace.lock("run")?;

    let stop = Stop::default();
    let options = TranslateOptions::new("2022-03-24", &SystemClock, &stop);
    let words = Messages::embedded(&Locale::english());
    let result = desk::run(&workspace, &workspace.slugs(&[])?, options, &words, &PrintErrors)?;
    for (slug, article) in result.articles {
        for edition in article.map(|article| article.editions).unwrap_or_default() {
            let findings = edition.findings.len();
            println!("{slug} {}: {} files, {findings} findings", edition.status.locale, edition.files);
        }
    }
    Ok(())
}
