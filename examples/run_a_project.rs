//! Builds all editions of a project: `cargo run --example run_a_project -- DIR` (default: the project here).
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example talks to whoever runs it")]

use std::{error::Error, fs, path::PathBuf};

use tolmach::{
    desk::{self, DeskError, Layout, Observer, Registries, Stop, SystemClock, Terms, TranslateOptions, Workspace},
    messages::Messages,
    model::{Hinted as _, Locale},
    project::settings::{Overrides, Settings},
};

/// Says what goes wrong, as soon as it does.
struct Aloud;

impl Observer for Aloud {
    fn failed(&self, error: &DeskError) {
        let words = Messages::embedded(&Locale::english());
        eprintln!("{error}{}", error.hint().map(|hint| format!(" ({})", words.message(&hint))).unwrap_or_default());
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let layout = Layout { root: std::env::args().nth(1).map_or_else(|| PathBuf::from("."), PathBuf::from) };
    let registries = Registries::built_in();
    let text = fs::read_to_string(layout.settings())?;
    let project = Some(("tolmach.toml", text.as_str()));
    let settings = Settings::resolve(&Overrides::default(), project, None, 2, &registries.engines)?;
    let workspace = Workspace::open(layout, settings, registries, Terms::Declined)?;
    let _lock = workspace.lock("run")?;

    let stop = Stop::default();
    let options = TranslateOptions { redo: false, today: "2022-03-24", clock: &SystemClock, stop: &stop };
    let words = Messages::embedded(&Locale::english());
    let result = desk::run(&workspace, &workspace.slugs(&[])?, options, &words, &Aloud)?;
    for (slug, article) in result.articles {
        for edition in article.map(|article| article.editions).unwrap_or_default() {
            let findings = edition.findings.len();
            println!("{slug} {}: {} files, {findings} findings", edition.status.locale, edition.files);
        }
    }
    Ok(())
}
