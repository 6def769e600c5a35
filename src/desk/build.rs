//! Editions: assembled, written with their pages and reports, pictures copied beside them.

use std::{
    collections::BTreeSet,
    path::{Component, Path},
};

use super::{DeskError, Lanes, Loaded, Notice, Observer, Stored, Visited, Workspace, for_each};
use crate::{
    edition::{Below, Edition, House, Missing, Site, assemble, page},
    glossary::Termbase,
    messages::Messages,
    model::{Article, Finding, Locale, Place, SegmentId, Severity, State, Translation, Usage},
    project::{Fingerprint, read_bytes, template, write_if_changed},
    source::MissingPictureProblem,
};

/// A segment that is not good enough for an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BelowRequired {
    /// The segment.
    pub id: SegmentId,
    /// How far its target has come; `None` where there is none.
    pub state: Option<State>,
    /// Whether its source has changed since.
    pub stale: bool,
    /// The source sentence.
    pub source: String,
}

/// What became of one edition.
#[derive(Debug)]
pub enum Built {
    /// It stands in these files.
    Written {
        /// The files, as people name them.
        files: Vec<String>,
        /// What is to be said of it.
        findings: Vec<Finding>,
    },
    /// Segments are below the state that it asks for.
    Refused {
        /// The article's name.
        slug: String,
        /// The locale.
        locale: Locale,
        /// The segments.
        below: Vec<BelowRequired>,
    },
}

/// Builds the editions of a selection, in the order of the project's locales.
pub fn build(
    workspace: &Workspace,
    slugs: &[String],
    observer: &dyn Observer,
) -> Result<Visited<Vec<Result<Built, DeskError>>>, DeskError> {
    let missing = workspace.settings.missing;
    for_each(
        workspace,
        slugs,
        Lanes::Articles,
        observer,
        |loaded, locale| {
            let stored = workspace.store.translation(&loaded.article, locale)?;
            edition(workspace, &loaded.article, &stored.translation, missing)
        },
        |loaded, locales| {
            let results = locales.into_iter().map(|(_, result)| result).collect();
            write_all(workspace, loaded, results, missing, observer)
        },
    )
}

fn write_all(
    workspace: &Workspace,
    loaded: &Loaded,
    results: Vec<Result<Result<Edition, Vec<Below>>, DeskError>>,
    missing: Missing,
    observer: &dyn Observer,
) -> Vec<Result<Built, DeskError>> {
    let others = not_selected(workspace, &loaded.article, missing);
    let built: Vec<&Edition> = results.iter().filter_map(|result| result.as_ref().ok()?.as_ref().ok()).collect();
    let all = in_order(workspace, built.into_iter().chain(&others));
    let locales = workspace.settings.targets.iter();
    let written = results.iter().zip(locales).map(|(result, locale)| match result {
        Ok(Ok(edition)) => Some(
            write(workspace, &loaded.article, edition, &all, observer)
                .map(|written| Built::Written { files: written.files, findings: edition.findings.clone() }),
        ),
        Ok(Err(below)) => Some(Ok(refused(&loaded.article, locale, below))),
        Err(_) => None,
    });
    let written: Vec<_> = written.collect();
    let outcome = written.into_iter().zip(results).filter_map(|(written, result)| match (written, result) {
        (Some(written), _) => Some(written.inspect_err(|error| observer.failed(error))),
        (None, Err(error)) => Some(Err(error)),
        (None, Ok(_)) => None,
    });
    outcome.collect()
}

/// An edition that was refused, with the segments that are not good enough.
pub(super) fn refused(article: &Article, locale: &Locale, below: &[Below]) -> Built {
    let below = below.iter().map(|below| {
        let Below { id, state, stale, source, .. } = below;
        BelowRequired { id: *id, state: *state, stale: *stale, source: source.clone() }
    });
    Built::Refused { slug: article.slug.clone(), locale: locale.clone(), below: below.collect() }
}

/// The edition of an article in a locale.
pub(super) fn edition(
    workspace: &Workspace,
    article: &Article,
    translation: &Translation,
    missing: Missing,
) -> Result<Result<Edition, Vec<Below>>, DeskError> {
    let locale = &translation.locale;
    let words = edition_words(workspace, locale)?;
    let front = crate::source::front_matter(article);
    let placeholders = workspace.registries.placeholders();
    let house = House {
        require: workspace.settings.require,
        missing,
        typography: workspace.settings.typography,
        placeholders: &placeholders,
        author: front
            .text("author")
            .and_then(|author| author_name(&workspace.resources.termbase, &article.locale, locale, author)),
        translator: workspace.settings.site.translators.get(locale).cloned(),
        tags: Some(&workspace.settings.tags),
    };
    let profile = workspace.resources.locales.profile(locale);
    let format = workspace.formats.of(&article.skeleton.extension);
    Ok(assemble(article, translation, format, profile, &words, &house))
}

/// The editions that a command does not build (`--locale`) but that its pages link to, as theirs link back: those whose
/// segment file is there, and good enough.
pub(super) fn not_selected(workspace: &Workspace, article: &Article, missing: Missing) -> Vec<Edition> {
    let settings = &workspace.settings;
    let others = settings.all_targets.iter().filter(|locale| !settings.targets.contains(locale));
    others
        .filter_map(|locale| {
            // What is wrong with it is reported where it is built.
            let stored = workspace.store.translation(article, locale).ok().filter(Stored::exists)?;
            edition(workspace, article, &stored.translation, missing).ok()?.ok()
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
fn edition_words(workspace: &Workspace, locale: &Locale) -> Result<Messages, DeskError> {
    Ok(Messages::new(locale, &workspace.resources.locales)?)
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

/// What was written of an edition.
pub(super) struct Written {
    /// The files, as people name them.
    pub(super) files: Vec<String>,
    /// What each of them now holds, and each picture that was copied.
    pub(super) contents: Vec<(String, Fingerprint)>,
    /// Whether a picture was missing.
    pub(super) lacks_pictures: bool,
}

impl Written {
    /// Writes a file of an edition, unless it holds these bytes.
    fn add(&mut self, workspace: &Workspace, path: &Path, bytes: &[u8]) -> Result<Fingerprint, DeskError> {
        write_if_changed(path, bytes)?;
        let (name, content) = (workspace.layout.name(path), Fingerprint::of([bytes]));
        self.files.push(name.clone());
        self.contents.push((name, content.clone()));
        Ok(content)
    }
}

/// Writes the text and the page of an edition and copies the pictures. `all` are all editions there are of the
/// article, so that pages can link to each other.
pub(super) fn write(
    workspace: &Workspace,
    article: &Article,
    edition: &Edition,
    all: &[&Edition],
    observer: &dyn Observer,
) -> Result<Written, DeskError> {
    let project_template = template(&workspace.layout)?;
    let project_template = project_template.as_ref().map(|(name, text)| (name.as_str(), text.as_str()));
    let words = edition_words(workspace, &edition.locale)?;
    let html = page(edition, all, &workspace.resources.locales, &words, &site(workspace), project_template)?;
    let mut written = Written { files: Vec::new(), contents: Vec::new(), lacks_pictures: false };
    for (extension, text) in [(article.skeleton.output_extension(), &edition.text), ("html", &html)] {
        let path = workspace.layout.edition(&edition.locale, &edition.slug, extension);
        written.add(workspace, &path, text.as_bytes())?;
    }
    for name in pictures(workspace, article, edition) {
        let from = workspace.layout.source().join(&name);
        if !from.is_file() {
            written.lacks_pictures = true;
            let problem = MissingPictureProblem { file: name };
            let finding = Finding::new(problem, Severity::Minor, Place::default());
            observer.notice(&Notice::MissingPicture(Box::new(finding)));
            continue;
        }
        let to = workspace.layout.edition_folder(&edition.locale).join(&name);
        let content = written.add(workspace, &to, &read_bytes(&from)?)?;
        written.contents.push((workspace.layout.name(&from), content));
    }
    Ok(written)
}

/// The pictures of an article that stand below `source/`: only those belong to it.
fn pictures(workspace: &Workspace, article: &Article, edition: &Edition) -> BTreeSet<String> {
    let format = workspace.formats.of(&article.skeleton.extension);
    let mut names: BTreeSet<String> = format.pictures(&article.skeleton.file).into_iter().collect();
    names.extend(edition.image.clone());
    let is_inside = |name: &String| {
        let mut parts = Path::new(name).components();
        parts.all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
    };
    names.retain(|name| !name.contains("://") && !name.is_empty() && is_inside(name));
    names
}
