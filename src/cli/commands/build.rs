//! `tolmach build`

use std::io::Write;

use crate::{
    cli::{
        app::App,
        args::Selection,
        editions::{edition, in_order, left_alone, tell_refused, write},
        exit::{Exit, Failure},
        worded::{rendered, worded},
        work::{load, read_segments},
    },
    edition::{Edition, Missing},
    model::State,
    pipeline::Segmenters,
    project::Lock,
};

/// Writes the editions.
pub(crate) fn run(
    app: &App,
    selection: &Selection,
    require: Option<State>,
    allow_missing: Option<Missing>,
) -> Result<Exit, Failure> {
    let mut overrides = app.overrides_of(Some(selection), None, None);
    overrides.require = require;
    overrides.missing = allow_missing;
    let workspace = app.open(&overrides)?;
    let _lock = Lock::take(&workspace.layout, "build")?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let mut exit = Exit::Clean;
    let mut out = app.out();
    for slug in workspace.slugs(selection)? {
        let Some(loaded) = app.told(load(&workspace, &segmenters, &slug), &mut exit) else { continue };
        let article = &loaded.article;
        let mut editions: Vec<Edition> = Vec::new();
        for locale in workspace.targets()? {
            let made = read_segments(&workspace, article, locale)
                .and_then(|file| edition(&workspace, article, &file.translation, workspace.settings.missing));
            match made {
                Ok(Ok(edition)) => editions.push(edition),
                Ok(Err(below)) => {
                    tell_refused(app, article, locale, &below);
                    exit = exit.max(Exit::Findings);
                }
                Err(failure) => exit = exit.max(app.shown(&failure)),
            }
        }
        let others = left_alone(&workspace, article, workspace.settings.missing);
        let all = in_order(&workspace, editions.iter().chain(&others));
        let built: Vec<&Edition> = editions.iter().collect();
        match write(app, &workspace, article, &built, &all) {
            Ok(files) => {
                for path in files {
                    let file = workspace.layout.name(&path);
                    writeln!(out, "{}", app.say("wrote", &[("file", file.as_str().into())]))?;
                }
            }
            Err(failure) => exit = exit.max(app.shown(&failure)),
        }
        for edition in editions {
            let list = worded(app, None, None, edition.findings);
            if !list.is_empty() {
                app.tell(rendered(app, crate::cli::args::Format::Concise, &list)?.trim_end());
            }
        }
    }
    out.flush()?;
    Ok(exit)
}
