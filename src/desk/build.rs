//! Building of editions: assembles them, writes their texts and pages, and copies their pictures.

use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
};

use super::{
    Author, DeskError, Loaded, Notice, Observer, Parallelism, Visited, Workspace,
    between::{compare_alone, compare_reviewed},
    contexts::Contexts,
    each::for_each_together,
    loose_pages::loose_findings,
    readiness::readiness,
    reviewed::{Reviewed, review_stored, review_translation},
};
use crate::{
    edition::{
        Edition, House, Missing, PictureSizes, RefusedSegment, Site, SlugEvent, assemble, page, slug_findings,
        slug_to_fix,
    },
    glossary::Termbase,
    model::{Article, Finding, Locale, Place, Readiness, SegmentId, Severity, State, Translation, Usage},
    project::{Fingerprint, ProjectError, inside, is_file, read_bytes, template, write_if_changed},
    source::{
        FrontMatter, FrontValue, MissingPictureProblem, RefusedPictureProblem,
        allowed::{is_live_svg, is_own},
        is_picture_file, picture_size,
    },
};

/// A segment whose target is below the state that an edition requires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BelowRequired {
    /// The segment's id.
    pub id: SegmentId,
    /// The target's review state; `None` if there is no target.
    pub state: Option<State>,
    /// Whether the source has changed since.
    pub stale: bool,
    /// The source sentence, with its code spans and addresses.
    pub source: String,
}

/// The outcome of building one edition.
#[derive(Debug)]
pub enum Built {
    /// The edition was written.
    Written {
        /// The files, as shown to users.
        files: Vec<String>,
        /// Findings about the edition.
        findings: Vec<Finding>,
        /// The article's name.
        slug: String,
        /// The locale.
        locale: Locale,
        /// What keeps it from being ready.
        readiness: Readiness,
    },
    /// Some segments are below the required state.
    Refused {
        /// The article's name.
        slug: String,
        /// The locale.
        locale: Locale,
        /// The segments below it.
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
    let contexts = Contexts::new(&workspace.resources);
    let built = for_each_together(
        workspace,
        slugs,
        Parallelism::Articles,
        observer,
        |loaded, locale| review_stored(workspace, &contexts, loaded, locale),
        |loaded, locales| {
            let of = |review: Reviewed| {
                let edition = judged_edition(workspace, &contexts, loaded, review, missing)?;
                fix_slug(workspace, &loaded.article, &edition, observer)?;
                Ok(edition)
            };
            let compared = compare_reviewed(workspace, &contexts, loaded, locales);
            compared.into_iter().map(|(locale, review)| (locale, review.and_then(of))).collect()
        },
        |loaded, locales| {
            let results = locales.into_iter().map(|(_, result)| result).collect();
            write_editions(workspace, &contexts, loaded, results, missing, observer)
        },
    )?;
    match loose_findings(workspace, slugs) {
        Ok(findings) => {
            for finding in findings {
                observer.notice(&Notice::LoosePage(Box::new(finding)));
            }
        }
        Err(error) => observer.failed(&error),
    }
    Ok(built)
}

fn write_editions(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    results: Vec<Result<Result<Edition, Vec<RefusedSegment>>, DeskError>>,
    missing: Missing,
    observer: &dyn Observer,
) -> Vec<Result<Built, DeskError>> {
    let (unselected, withheld) = match unselected_editions(workspace, contexts, loaded, missing) {
        Ok(unselected) => (unselected, None),
        Err(error) => {
            observer.failed(&error);
            (Vec::new(), Some(Err(error)))
        }
    };
    let assembled: Vec<&Edition> = results.iter().filter_map(|result| result.as_ref().ok()?.as_ref().ok()).collect();
    let all = sort_editions(workspace, assembled.into_iter().chain(&unselected));
    let locales = workspace.settings.targets.iter();
    let written = results.iter().zip(locales).map(|(result, locale)| match result {
        Ok(Ok(edition)) => {
            Some(write_edition(workspace, contexts, &loaded.article, edition, &all, observer).map(|written| {
                Built::Written {
                    files: written.files,
                    findings: edition.findings.clone(),
                    slug: loaded.article.slug.clone(),
                    locale: locale.clone(),
                    readiness: edition.readiness.clone(),
                }
            }))
        }
        Ok(Err(below)) => Some(Ok(refusal(&loaded.article, locale, below))),
        Err(_) => None,
    });
    let written: Vec<_> = written.collect();
    let outcome = written.into_iter().zip(results).filter_map(|(written, result)| match (written, result) {
        (Some(written), _) => Some(written.inspect_err(|error| observer.failed(error))),
        (None, Err(error)) => Some(Err(error)),
        (None, Ok(_)) => None,
    });
    outcome.chain(withheld).collect()
}

/// A refused edition with the segments that are below the required state.
pub(super) fn refusal(article: &Article, locale: &Locale, below: &[RefusedSegment]) -> Built {
    let below = below.iter().map(|below| {
        let RefusedSegment { id, state, stale, source, .. } = below;
        BelowRequired { id: *id, state: *state, stale: *stale, source: source.clone() }
    });
    Built::Refused { slug: article.slug.clone(), locale: locale.clone(), below: below.collect() }
}

/// Assembles the stored edition of an article, judged by its findings.
fn judged_edition(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    review: Reviewed,
    missing: Missing,
) -> Result<Result<Edition, Vec<RefusedSegment>>, DeskError> {
    let review = review.decisive()?;
    let translation = &review.stored.translation;
    let readiness = readiness(workspace, loaded, translation, &review.findings);
    let mut edition = assemble_edition(workspace, contexts, &loaded.article, translation, missing, &readiness)?;
    if let Ok(edition) = &mut edition {
        let profile = workspace.resources.locales.profile(&translation.locale);
        edition.findings.extend(slug_findings(&loaded.article, translation, profile));
    }
    Ok(edition)
}

/// Assembles the edition of an article in a locale.
pub(super) fn assemble_edition(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    article: &Article,
    translation: &Translation,
    missing: Missing,
    readiness: &Readiness,
) -> Result<Result<Edition, Vec<RefusedSegment>>, DeskError> {
    let locale = &translation.locale;
    let words = contexts.words(locale)?;
    let front = crate::source::front_matter(article);
    let placeholders = workspace.registries.placeholders();
    let house = House {
        require: workspace.settings.require,
        readiness: Some(readiness),
        missing,
        typography: workspace.settings.typography,
        heading_ids: workspace.settings.heading_ids,
        placeholders: &placeholders,
        author: front
            .text("author")
            .and_then(|author| translate_author(&workspace.resources.termbase, &article.locale, locale, author)),
        translator: translator_of(&front, locale).or_else(|| workspace.settings.site.translators.get(locale).cloned()),
        tags: Some(&workspace.settings.tags),
        embeds: &workspace.settings.site.embeds,
    };
    let profile = workspace.resources.locales.profile(locale);
    let format = workspace.formats.of(&article.skeleton.extension);
    Ok(assemble(article, translation, format, profile, &words, &house))
}

/// Fixes the slug of an edition whose page is about to be written, unless it is fixed or it is too early. Returns whether
/// the segment file was written.
pub(super) fn fix_slug(
    workspace: &Workspace,
    article: &Article,
    edition: &Result<Edition, Vec<RefusedSegment>>,
    observer: &dyn Observer,
) -> Result<bool, DeskError> {
    let Some(edition) = edition.as_ref().ok().filter(|edition| edition.missing.is_empty()) else { return Ok(false) };
    let stored = workspace.store.translation(article, &edition.locale)?;
    let profile = workspace.resources.locales.profile(&edition.locale);
    let Some(slug) = slug_to_fix(article, &stored.translation, profile, SlugEvent::Built) else { return Ok(false) };
    let translation = Translation { fixed_slug: Some(slug), ..stored.translation.clone() };
    Ok(workspace.save(article, &stored, &translation, Author::Tool, observer)?.written)
}

/// The translator whom the article itself names: one for all locales (`translator: NAME`), or one for each
/// (`translator: {be: NAME}`).
fn translator_of(front: &FrontMatter, locale: &Locale) -> Option<String> {
    let name = match front.get("translator")? {
        FrontValue::Map(names) => {
            let of = |tag: &str| names.iter().find(|(known, _)| known == tag).and_then(|(_, name)| name.as_str());
            of(&locale.to_string()).or_else(|| of(locale.language()))
        }
        name => name.as_str(),
    };
    name.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Assembles the editions that a command does not build (`--locale`) but that link to its pages and are linked from
/// them: those whose segment file exists and whose targets all have the required state. A segment file that cannot be used
/// is reported when that edition itself is built; one that the system withholds is an error.
pub(super) fn unselected_editions(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    missing: Missing,
) -> Result<Vec<Edition>, DeskError> {
    let settings = &workspace.settings;
    let unselected = settings.all_targets.iter().filter(|locale| !settings.targets.contains(locale));
    let mut editions = Vec::new();
    for locale in unselected {
        match workspace.store.translation(&loaded.article, locale) {
            Err(error) if error.is_of_system() => return Err(error),
            Ok(stored) if stored.exists() => {
                let translation = stored.translation.clone();
                let review = review_translation(workspace, contexts, loaded, stored, &translation);
                let review = compare_alone(workspace, contexts, loaded, &translation, review);
                editions.extend(judged_edition(workspace, contexts, loaded, review, missing).ok().and_then(Result::ok));
            }
            _ => {}
        }
    }
    Ok(editions)
}

/// Sorts editions by the project's order of locales, in which pages list each other.
pub(super) fn sort_editions<'a>(
    workspace: &Workspace,
    editions: impl Iterator<Item = &'a Edition>,
) -> Vec<&'a Edition> {
    let mut list: Vec<&Edition> = editions.collect();
    list.sort_by_key(|edition| workspace.settings.all_targets.iter().position(|locale| *locale == edition.locale));
    list
}

/// Translates an author's name by the glossary: the preferred term of the concept whose source term it is.
fn translate_author(termbase: &Termbase, source: &Locale, target: &Locale, author: &str) -> Option<String> {
    let hits = termbase.find(source, author);
    let hit = hits.iter().find(|hit| hit.span == (0..author.len()))?;
    let preferred = termbase.terms(target, hit.concept).iter().find(|term| term.usage == Usage::Preferred)?;
    Some(preferred.text.clone())
}

/// The site on which the editions are published.
fn site_of(workspace: &Workspace) -> Site {
    let site = &workspace.settings.site;
    Site {
        name: site.name.clone(),
        base_url: site.base_url.clone(),
        path: site.path.clone(),
        original: site.original.clone(),
        embeds: site.embeds.clone(),
    }
}

/// The files written for an edition.
#[derive(Default)]
pub(super) struct Written {
    /// The files, as shown to users.
    pub(super) files: Vec<String>,
    /// Fingerprints of these files and of the pictures copied.
    pub(super) contents: Vec<(String, Fingerprint)>,
    /// Whether a picture was missing.
    pub(super) has_missing_pictures: bool,
}

impl Written {
    /// Writes a file of an edition, unless it already has this content.
    fn add(&mut self, workspace: &Workspace, path: &Path, bytes: &[u8]) -> Result<Fingerprint, DeskError> {
        write_if_changed(path, bytes)?;
        let (name, content) = (workspace.layout.name(path), Fingerprint::of([bytes]));
        self.files.push(name.clone());
        self.contents.push((name, content.clone()));
        Ok(content)
    }
}

/// Writes the text and the page of an edition and copies its pictures. `all` holds every edition of the article, so
/// that pages can link to each other.
pub(super) fn write_edition(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    article: &Article,
    edition: &Edition,
    all: &[&Edition],
    observer: &dyn Observer,
) -> Result<Written, DeskError> {
    let project_template = template(&workspace.layout)?;
    let project_template = project_template.as_ref().map(|(name, text)| (name.as_str(), text.as_str()));
    let words = contexts.words(&edition.locale)?;
    let mut sizes = PictureSizes::new();
    let mut copied = Written::default();
    for name in pictures(workspace, article, edition) {
        match picture(workspace, &name)? {
            NamedPicture::Usable { source, bytes } => {
                let edition_path = workspace.layout.edition_folder(&edition.locale).join(&name);
                let content = copied.add(workspace, &edition_path, &bytes)?;
                copied.contents.push((workspace.layout.name(&source), content));
                sizes.extend(picture_size(&bytes).map(|size| (name, size)));
            }
            NamedPicture::Reported(finding) => {
                copied.has_missing_pictures = true;
                observer.notice(&Notice::Picture(finding));
            }
        }
    }
    let (locales, site) = (&workspace.resources.locales, site_of(workspace));
    let html = page(edition, all, locales, &words, &site, &sizes, project_template)?;
    let mut written = Written { has_missing_pictures: copied.has_missing_pictures, ..Written::default() };
    for (extension, text) in [(article.skeleton.output_extension(), &edition.text), ("html", &html)] {
        let path = workspace.layout.edition(&edition.locale, &edition.slug, extension);
        written.add(workspace, &path, text.as_bytes())?;
    }
    written.files.append(&mut copied.files);
    written.contents.append(&mut copied.contents);
    Ok(written)
}

/// A picture that an article names.
enum NamedPicture {
    /// It is copied beside the edition.
    Usable { source: PathBuf, bytes: Vec<u8> },
    /// It does not exist, or is not to be published.
    Reported(Box<Finding>),
}

/// Reads a picture, unless it is missing, of no picture's type, outside `source/`, or a drawing that runs something.
fn picture(workspace: &Workspace, name: &str) -> Result<NamedPicture, DeskError> {
    let layout = &workspace.layout;
    let file = || name.to_owned();
    let refused = |problem: RefusedPictureProblem| {
        NamedPicture::Reported(Box::new(Finding::new(problem, Severity::Minor, Place::default())))
    };
    if !is_picture_file(name) {
        return Ok(refused(RefusedPictureProblem::NoPicture { file: file() }));
    }
    if Path::new(name).components().any(|part| part == Component::ParentDir) {
        return Ok(refused(RefusedPictureProblem::Outside { file: file() }));
    }
    let source = layout.source().join(name);
    if !is_file(&source)? {
        let problem = MissingPictureProblem { file: file() };
        return Ok(NamedPicture::Reported(Box::new(Finding::new(problem, Severity::Minor, Place::default()))));
    }
    let resolved = match inside(layout, &layout.source(), &source) {
        Err(ProjectError::LeadsOut { .. }) => return Ok(refused(RefusedPictureProblem::Outside { file: file() })),
        resolved => resolved?,
    };
    if !is_picture_file(&resolved.to_string_lossy()) {
        return Ok(refused(RefusedPictureProblem::NoPicture { file: file() }));
    }
    let bytes = read_bytes(&resolved)?;
    let is_drawing = Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("svg"));
    if is_drawing && is_live_svg(&bytes) {
        return Ok(refused(RefusedPictureProblem::Live { file: file() }));
    }
    Ok(NamedPicture::Usable { source, bytes })
}

/// Returns the article's pictures with relative addresses; only those belong to it.
fn pictures(workspace: &Workspace, article: &Article, edition: &Edition) -> BTreeSet<String> {
    if edition.withdrawn {
        return BTreeSet::new();
    }
    let format = workspace.formats.of(&article.skeleton.extension);
    let mut names: BTreeSet<String> = format.pictures(&article.skeleton.file).into_iter().collect();
    names.extend(edition.image.clone());
    names.extend(edition.social_image.clone());
    let is_rooted = |name: &str| name.starts_with(['/', '\\']);
    names.retain(|name| !name.is_empty() && is_own(name) && !is_rooted(name));
    names
}
