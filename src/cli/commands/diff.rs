//! `tolmach diff`.

use std::path::Path;

use crate::{
    cli::{
        app::App,
        args::{self, DiffFormat},
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::Printed,
    },
    desk,
    model::Locale,
    project::{settings::Overrides, shown},
    report::{Html, Json, Markdown, Page, Renderer, Terminal, draft_page, edition_page, source_page},
};

/// Shows what changed.
pub(crate) fn run(app: &App, what: args::Diff) -> Result<Exit, Failure> {
    match what {
        args::Diff::Source { old, new, format, output } => source(app, &old, &new, format, output.as_deref()),
        args::Diff::Draft { slug, locale, format, output } => draft(app, &slug, &locale, format, output.as_deref()),
        args::Diff::Edition { old, new, format, output } => edition(app, &old, &new, format, output.as_deref()),
    }
}

fn source(app: &App, old: &Path, new: &Path, format: DiffFormat, output: Option<&Path>) -> Result<Exit, Failure> {
    let diff = desk::diff_sources(&app.desk()?, old, new)?;
    show(app, &source_page(&diff, app.words.locale(), &app.report_words()), format, output)
}

fn draft(app: &App, slug: &str, locale: &Locale, format: DiffFormat, output: Option<&Path>) -> Result<Exit, Failure> {
    let workspace = app.open(&Overrides { targets: vec![locale.clone()], ..app.overrides() })?;
    let diff = desk::diff_drafts(&workspace, slug, locale, &TerminalObserver::new(app))?;
    show(app, &draft_page(&diff, app.words.locale(), &app.report_words()), format, output)
}

fn edition(app: &App, old: &Path, new: &Path, format: DiffFormat, output: Option<&Path>) -> Result<Exit, Failure> {
    let (diff, locale) = desk::diff_editions(&app.desk()?, old, new)?;
    let names = (shown(old), shown(new));
    let page = edition_page(&diff, (&names.0, &names.1), &locale, app.words.locale(), &app.report_words());
    show(app, &page, format, output)
}

fn show(app: &App, page: &Page, format: DiffFormat, output: Option<&Path>) -> Result<Exit, Failure> {
    let (renderer, printed): (&dyn Renderer, _) = match format {
        DiffFormat::Full => (&Terminal { color: app.color() && output.is_none() }, app.text()),
        DiffFormat::Json => (&Json, Printed::Json),
        DiffFormat::Markdown => (&Markdown, Printed::File),
        DiffFormat::Html => (&Html, Printed::File),
    };
    app.deliver(&renderer.render(page, &app.report_words()), printed, output)?;
    Ok(Exit::Clean)
}
