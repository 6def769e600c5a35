//! What `build` and `run` do alike: assemble an article's editions, write them, copy its pictures.

use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
};

use super::{
    app::{App, Workspace},
    exit::{Exit, Failure},
    work::read_segments,
};
use crate::{
    edition::{Below, Edition, House, Missing, Site, assemble, page},
    glossary::Termbase,
    messages::{Messages, Value},
    model::{Article, Locale, Translation, Usage},
    project::{read_bytes, template, write_if_changed},
};

/// The edition of an article in a locale.
pub(super) fn edition(
    workspace: &Workspace,
    article: &Article,
    translation: &Translation,
    missing: Missing,
) -> Result<Result<Edition, Vec<Below>>, Failure> {
    let locale = &translation.locale;
    let words = edition_words(workspace, locale)?;
    let front = crate::source::front_matter(article);
    let house = House {
        require: workspace.settings.require,
        missing,
        typography: workspace.settings.typography,
        placeholders: super::engines::PLACEHOLDERS,
        author: front
            .text("author")
            .and_then(|author| author_name(&workspace.resources.termbase, &article.locale, locale, author)),
        translator: workspace.settings.site.translators.get(locale).cloned(),
        tags: Some(&workspace.settings.tags),
    };
    let profile = workspace.resources.locales.profile(locale);
    Ok(assemble(article, translation, &workspace.format, profile, &words, &house))
}

/// The editions that a command leaves alone (`--locale`) but that its pages link to, as theirs link back: those whose
/// segment file is there, and good enough.
pub(super) fn left_alone(workspace: &Workspace, article: &Article, missing: Missing) -> Vec<Edition> {
    let settings = &workspace.settings;
    let others = settings.all_targets.iter().filter(|locale| !settings.targets.contains(locale));
    others
        .filter_map(|locale| {
            // What is wrong with it is told where it is asked for.
            let file = read_segments(workspace, article, locale).ok().filter(|file| file.text.is_some())?;
            edition(workspace, article, &file.translation, missing).ok()?.ok()
        })
        .collect()
}

/// Editions in the order in which the project names their locales: pages list each other in it.
pub(super) fn in_order<'a>(workspace: &Workspace, editions: impl Iterator<Item = &'a Edition>) -> Vec<&'a Edition> {
    let mut list: Vec<&Edition> = editions.collect();
    list.sort_by_key(|edition| workspace.settings.all_targets.iter().position(|locale| *locale == edition.locale));
    list
}

/// The fixed words of a locale's editions.
fn edition_words(workspace: &Workspace, locale: &Locale) -> Result<Messages, Failure> {
    Messages::new(locale, &workspace.resources.locales)
        .map_err(|error| Failure::from_error(&error, Some(error.hint().to_owned()), Exit::Usage))
}

/// A name through the glossary: the preferred wording of the concept whose source wording it is.
fn author_name(termbase: &Termbase, source: &Locale, target: &Locale, author: &str) -> Option<String> {
    let hits = termbase.find(source, author);
    let hit = hits.iter().find(|hit| hit.span == (0..author.len()))?;
    let preferred = termbase.terms(target, hit.concept).iter().find(|term| term.usage == Usage::Preferred)?;
    Some(preferred.text.clone())
}

/// Where the editions are published.
fn site(workspace: &Workspace) -> Site {
    let site = &workspace.settings.site;
    Site {
        name: site.name.clone(),
        base_url: site.base_url.clone(),
        path: site.path.clone(),
        original: site.original.clone(),
    }
}

/// Writes the Markdown and the page of each edition and copies the pictures; says which files it wrote. `all` are all
/// editions there are of the article, so that pages can link to each other.
pub(super) fn write(
    app: &App,
    workspace: &Workspace,
    article: &Article,
    written: &[&Edition],
    all: &[&Edition],
) -> Result<Vec<PathBuf>, Failure> {
    let site = site(workspace);
    let own = template(&workspace.layout)?;
    let own = own.as_ref().map(|(name, text)| (name.as_str(), text.as_str()));
    let mut files = Vec::new();
    for edition in written {
        let words = edition_words(workspace, &edition.locale)?;
        let html = page(edition, all, &workspace.resources.locales, &words, &site, own)
            .map_err(|error| Failure::from_error(&error, Some(error.hint().to_owned()), Exit::Usage))?;
        for (extension, text) in [("md", &edition.markdown), ("html", &html)] {
            let path = workspace.layout.edition(&edition.locale, &edition.slug, extension);
            write_if_changed(&path, text.as_bytes())?;
            files.push(path);
        }
        files.extend(copy_pictures(app, workspace, article, edition)?);
    }
    Ok(files)
}

/// Copies the pictures that an article shows from its own folder.
fn copy_pictures(
    app: &App,
    workspace: &Workspace,
    article: &Article,
    edition: &Edition,
) -> Result<Vec<PathBuf>, Failure> {
    let mut names: BTreeSet<String> = crate::source::pictures(&article.skeleton.file).into_iter().collect();
    names.extend(edition.image.clone());
    let mut files = Vec::new();
    for name in names {
        // Only what stands below `source/` belongs to the article.
        let relative = Path::new(&name);
        let is_inside = relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if name.contains("://") || name.is_empty() || !is_inside {
            continue;
        }
        let from = workspace.layout.source().join(relative);
        if !from.is_file() {
            app.tell(&app.say("finding-picture-missing", &[("file", Value::Text(&name))]));
            continue;
        }
        let to = workspace.layout.edition_folder(&edition.locale).join(relative);
        write_if_changed(&to, &read_bytes(&from)?)?;
        files.push(to);
    }
    Ok(files)
}

/// The list of segments for which an edition was refused.
pub(super) fn tell_refused(app: &App, article: &Article, locale: &Locale, below: &[Below]) {
    app.show_failure(&Failure {
        message: format!("{}: {locale}: {}", article.slug, app.say("build-refused", &[("count", below.len().into())])),
        hint: None,
        exit: Exit::Findings,
        closed: false,
    });
    for segment in below {
        let state = match segment.state {
            None => "missing",
            Some(_) if segment.stale => "stale",
            Some(crate::model::State::Initial) => "draft",
            Some(state) => state.as_str(),
        };
        let state = app.say(&format!("state-{state}"), &[]);
        super::output::talk(&format!("  {} [{state}] {}", segment.id, crate::model::clip(&segment.source, 70)));
    }
    app.show_hint(&app.say("build-refused-hint", &[]));
}
