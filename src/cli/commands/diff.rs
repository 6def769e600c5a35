//! `tolmach diff`

use std::path::Path;

use crate::{
    cli::{
        app::App,
        args::{self, Format},
        exit::{Exit, Failure},
        work::{load, read_segments},
    },
    diff::{articles, drafts, editions},
    memory::drafts as kept,
    model::{Article, Locale},
    pipeline::{Segmenters, lexicon, prepare},
    project::{Resources, read_text, settings::Overrides, shown},
    report::{Html, Json, Markdown, Page, Renderer, Terminal, draft_page, edition_page, source_page},
    source::{Markdown as Source, SourceFormat, decode, refuse_conflict},
};

/// Shows what changed.
pub(crate) fn run(app: &App, what: args::Diff) -> Result<Exit, Failure> {
    match what {
        args::Diff::Source { old, new, format, output } => source(app, &old, &new, format, output.as_deref()),
        args::Diff::Draft { slug, locale, format, output } => draft(app, &slug, &locale, format, output.as_deref()),
        args::Diff::Edition { old, new, format, output } => edition(app, &old, &new, format, output.as_deref()),
    }
}

fn source(app: &App, old: &Path, new: &Path, format: Format, output: Option<&Path>) -> Result<Exit, Failure> {
    let (_, resources, markdown) = app.open_or_embedded()?;
    let segmenters = Segmenters::new(&resources.locales);
    let read = |path: &Path| article(path, &markdown, &segmenters);
    let (old, new) = (read(old)?, read(new)?);
    let words = app.report_words();
    let diff = articles(&old, &new, &lexicon(resources.locales.profile(&new.locale)));
    show(app, &source_page(&diff, app.words.locale(), &words), format, output)
}

fn article(path: &Path, markdown: &Source, segmenters: &Segmenters<'_>) -> Result<Article, Failure> {
    let text = text(path)?;
    let slug = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(prepare(&slug, text, markdown as &dyn SourceFormat, segmenters)?.value)
}

fn text(path: &Path) -> Result<String, Failure> {
    let at = |error: &dyn std::fmt::Display, hint: &str| Failure::usage(format!("{}: {error}", shown(path)), hint);
    let text = decode(crate::project::read_bytes(path)?).map_err(|error| at(&error, error.hint()))?;
    refuse_conflict(&text).map_err(|error| at(&error, error.hint()))?;
    Ok(text)
}

fn draft(app: &App, slug: &str, locale: &Locale, format: Format, output: Option<&Path>) -> Result<Exit, Failure> {
    let workspace = app.open(&Overrides { targets: vec![locale.clone()], ..app.overrides() })?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let loaded = load(&workspace, &segmenters, slug)?;
    let file = read_segments(&workspace, &loaded.article, locale)?;
    let path = workspace.layout.drafts(locale, slug);
    let name = workspace.layout.name(&path);
    let mut first = drafts_of(&[]);
    if path.is_file() {
        let read =
            kept::read(&read_text(&path)?).map_err(|error| Failure::usage(format!("{name}: {error}"), error.hint()))?;
        first = drafts_of(&read.value);
    } else {
        app.tell(&app.say("diff-no-drafts", &[("file", name.as_str().into())]));
    }
    let diff = drafts(&loaded.article, &first, &file.translation);
    show(app, &draft_page(&diff, app.words.locale(), &app.report_words()), format, output)
}

fn drafts_of(kept: &[kept::Draft]) -> crate::diff::Drafts {
    kept.iter().map(|draft| (draft.id, (draft.target.clone(), draft.engine.clone()))).collect()
}

fn edition(app: &App, old: &Path, new: &Path, format: Format, output: Option<&Path>) -> Result<Exit, Failure> {
    let (_, resources, markdown) = app.open_or_embedded()?;
    let (before, after) = (text(old)?, text(new)?);
    let locale = locale_of(&resources, &markdown, new, &after);
    let diff = editions(&before, &after, &lexicon(resources.locales.profile(&locale)));
    let names = (shown(old), shown(new));
    let page = edition_page(&diff, (&names.0, &names.1), &locale, app.words.locale(), &app.report_words());
    show(app, &page, format, output)
}

/// The language of a text: as its front matter says, else by the folder it stands in (`editions/be/…`).
fn locale_of(resources: &Resources, markdown: &Source, path: &Path, text: &str) -> Locale {
    let article = markdown.parse("", text.to_owned()).value;
    if crate::source::front_matter(&article).text("lang").is_some() {
        return article.locale;
    }
    let folder = path.parent().and_then(Path::file_name).and_then(|name| name.to_string_lossy().parse::<Locale>().ok());
    folder.filter(|locale| resources.locales.is_known(locale)).unwrap_or(article.locale)
}

fn show(app: &App, page: &Page, format: Format, output: Option<&Path>) -> Result<Exit, Failure> {
    let renderer: &dyn Renderer = match format {
        Format::Full | Format::Concise => &Terminal { color: app.color() && output.is_none() },
        Format::Json | Format::Jsonl => &Json,
        Format::Markdown | Format::Github => &Markdown,
        Format::Html => &Html,
    };
    app.deliver(&renderer.render(page, &app.report_words()), output)?;
    Ok(Exit::Clean)
}
