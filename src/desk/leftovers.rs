//! Files of translations that wait for a person: those of no article, and conflicts that nobody has settled.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use super::{
    DeskError, Loaded, Workspace,
    loose_pages::{LoosePage, loose_pages},
    rename::holds_no_work,
};
use crate::{
    bilingual::{Bilingual, Digest, digest, is_human, refresh},
    memory::{MemoryPair, finished},
    model::{Article, Finding, Locale, Place, SegmentId, Severity},
    pipeline::{OpenConflictProblem, OrphanedFileProblem, Segmenters, WaiverProblem, accepts},
    project::{TranslationFile, TranslationFileKind, read_if_there, read_text, translation_files},
    source::refuse_conflict,
};

/// Files of translations that wait for a person.
#[derive(Debug, Default)]
pub struct Leftovers {
    /// Files whose article does not exist.
    pub orphans: Vec<Orphan>,
    /// Conflict files of articles.
    pub conflicts: Vec<OpenConflicts>,
    /// Files of waivers whose article does not exist, or of a locale that the project has no texts in.
    pub waivers: Vec<LooseWaivers>,
    /// Pages that no build makes any more.
    pub pages: Vec<LoosePage>,
    /// Errors for files that could not be read.
    pub errors: Vec<DeskError>,
}

/// A file of translations whose article does not exist.
#[derive(Debug, Clone)]
pub struct Orphan {
    /// The file's name, as shown to users.
    pub name: String,
    /// Its locale.
    pub locale: Locale,
    /// The name of the article that is gone.
    pub slug: String,
    /// The number of its segments with a target or remark by a person.
    pub persons: usize,
    /// The article that now has its sentences, if there is one: at least half of them, and more than any other.
    pub article: Option<String>,
    /// Whether that article has translations by people in a file of its own, so that a rename alone would not do.
    pub is_taken: bool,
    /// The file's content.
    file: Bilingual,
}

/// A file of waivers whose article does not exist, or of a locale that the project has no texts in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LooseWaivers {
    /// The file's name, as shown to users.
    pub name: String,
    /// Its locale.
    pub locale: Locale,
    /// The name of its article.
    pub slug: String,
    /// Whether the project has texts in its locale.
    pub is_of_target: bool,
}

/// A file of conflicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenConflicts {
    /// The file's name, as shown to users.
    pub name: String,
    /// Its path.
    pub path: PathBuf,
    /// Its locale.
    pub locale: Locale,
    /// Its article.
    pub slug: String,
    /// The segments in conflict.
    pub segments: Vec<SegmentId>,
}

/// Looks for the files of translations that wait for a person. `slugs` are the articles to look at, all if it is empty; an
/// orphan belongs to a selection if one of its articles has the orphan's sentences.
pub fn leftovers(workspace: &Workspace, slugs: &[String]) -> Result<Leftovers, DeskError> {
    let (known, format) = (workspace.store.articles()?, workspace.segment_format()?);
    let settings = &workspace.settings;
    let is_every_article = known.iter().all(|slug| slugs.contains(slug)) || slugs.is_empty();
    let is_every_locale = settings.targets.len() == settings.all_targets.len();
    let is_selected = |locale: &Locale| is_every_locale || settings.targets.contains(locale);
    let is_of_project = |locale: &Locale| *locale == settings.source || settings.all_targets.contains(locale);
    let mut found = Leftovers::default();
    let (files, errors) = translation_files(&workspace.layout, format.extension(), &known)?;
    // That of a target is reported by whoever looks for its translations.
    let is_reported = |locale: &Locale| !known.is_empty() && settings.targets.contains(locale);
    let errors = errors.into_iter().filter(|(locale, _)| is_selected(locale) && !is_reported(locale));
    found.errors.extend(errors.map(|(_, error)| DeskError::from(error)));
    match loose_pages(workspace, slugs) {
        Ok(pages) => found.pages = pages,
        Err(error) => found.errors.push(error),
    }
    for file in files {
        let is_known = known.contains(&file.slug);
        let is_wanted = match file.kind {
            TranslationFileKind::Segments => !is_known,
            TranslationFileKind::Conflict => !is_known || is_every_article || slugs.contains(&file.slug),
            TranslationFileKind::Waivers => is_every_article && !(is_known && is_of_project(&file.locale)),
            TranslationFileKind::Drafts => false,
        };
        if !is_wanted || !is_selected(&file.locale) {
            continue;
        }
        let name = workspace.layout.name(&file.path);
        if file.kind == TranslationFileKind::Waivers {
            let is_of_target = is_of_project(&file.locale);
            found.waivers.push(LooseWaivers { name, locale: file.locale, slug: file.slug, is_of_target });
            continue;
        }
        match read(workspace, &file, &name) {
            Err(error) => found.errors.push(error),
            Ok(bilingual) if is_known => {
                let segments: Vec<SegmentId> = bilingual.units.iter().filter_map(|unit| unit.id).collect();
                let TranslationFile { path, locale, slug, .. } = file;
                found.conflicts.push(OpenConflicts { name, path, locale, slug, segments });
            }
            Ok(bilingual) => {
                let units = bilingual.units.iter().chain(&bilingual.obsolete);
                let has_work = |target| is_human(target);
                let persons =
                    units.filter(|unit| unit.target.as_ref().is_some_and(has_work) || !unit.remarks.is_empty()).count();
                let TranslationFile { locale, slug, .. } = file;
                found.orphans.push(Orphan {
                    name,
                    locale,
                    slug,
                    persons,
                    article: None,
                    is_taken: false,
                    file: bilingual,
                });
            }
        }
    }
    if !found.orphans.is_empty() {
        find_articles(workspace, &known, &mut found.orphans)?;
        found.orphans.retain(|orphan| {
            is_every_article || orphan.article.as_ref().is_some_and(|article| slugs.contains(article))
        });
    }
    Ok(found)
}

/// The segments of an article and locale that are in a file of conflicts, whether or not the locale is a target.
pub(super) fn conflicts_of(
    workspace: &Workspace,
    slug: &str,
    locale: &Locale,
) -> Result<BTreeSet<SegmentId>, DeskError> {
    let (known, format) = (workspace.store.articles()?, workspace.segment_format()?);
    let (files, errors) = translation_files(&workspace.layout, format.extension(), &known)?;
    if let Some((_, error)) = errors.into_iter().find(|(of, _)| of == locale) {
        return Err(error.into());
    }
    let is_wanted = |file: &&TranslationFile| {
        file.kind == TranslationFileKind::Conflict && file.locale == *locale && file.slug == slug
    };
    let mut disputed = BTreeSet::new();
    for file in files.iter().filter(is_wanted) {
        let read = read(workspace, file, &workspace.layout.name(&file.path))?;
        disputed.extend(read.units.iter().filter_map(|unit| unit.id));
    }
    Ok(disputed)
}

fn read(workspace: &Workspace, file: &TranslationFile, name: &str) -> Result<Bilingual, DeskError> {
    let text = read_text(&file.path)?;
    refuse_conflict(&text).map_err(DeskError::source(name))?;
    let parsed = workspace.segment_format()?.read(&text).map_err(DeskError::bilingual(name))?;
    Ok(parsed.value)
}

/// Finds the article that has the sentences of each orphan. An article that cannot be read has none.
fn find_articles(workspace: &Workspace, known: &[String], orphans: &mut [Orphan]) -> Result<(), DeskError> {
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let articles = known.iter().filter_map(|slug| workspace.load(&segmenters, slug).ok());
    let sentences: Vec<(String, BTreeSet<Digest>)> =
        articles.map(|Loaded { article, .. }| (article.slug.clone(), digests(&article))).collect();
    for orphan in orphans {
        let own: BTreeSet<Digest> = orphan.file.units.iter().map(|unit| digest(&unit.source)).collect();
        let shared = |sentences: &BTreeSet<Digest>| own.intersection(sentences).count();
        let best =
            sentences.iter().map(|(slug, sentences)| (shared(sentences), slug)).rev().max_by_key(|(count, _)| *count);
        let Some((_, slug)) = best.filter(|(count, _)| *count > 0 && count * 2 >= own.len()) else { continue };
        orphan.article = Some(slug.clone());
        let format = workspace.segment_format()?;
        let path = workspace.layout.segments(&orphan.locale, slug, format.extension());
        if let Some(bytes) = read_if_there(&path)? {
            // One that cannot be read is reported by whoever needs it.
            orphan.is_taken = !holds_no_work(format, &workspace.layout.name(&path), &bytes).unwrap_or(false);
        }
    }
    Ok(())
}

fn digests(article: &Article) -> BTreeSet<Digest> {
    article.segments().map(|(unit, segment)| digest(&unit.text_of(segment))).collect()
}

impl Orphan {
    /// Returns the command that gives the translations to the article that has their sentences.
    #[must_use]
    pub fn command(&self) -> Option<String> {
        let article = self.article.as_ref()?;
        Some(if self.is_taken {
            format!("tolmach merge --article {article} {}", self.name)
        } else {
            format!("tolmach mv {} {article}", self.slug)
        })
    }

    /// Returns the finished translations for an article that has the orphan's sentences, as a memory.
    pub(super) fn pairs(&self, article: &Article) -> Vec<MemoryPair> {
        finished(article, &refresh(article, &self.locale, &self.file))
    }

    fn finding(&self) -> Finding {
        let (slug, article, command) = (self.slug.clone(), self.article.clone(), self.command());
        let problem = match article.zip(command) {
            Some((article, command)) => OrphanedFileProblem::Renamed { slug, article, command },
            None => OrphanedFileProblem::Alone { slug },
        };
        let is_missed = self.persons > 0 && self.article.is_some();
        let severity = if is_missed { Severity::Major } else { Severity::Minor };
        Finding::new(problem, severity, self.place())
    }

    fn place(&self) -> Place {
        Place { file: Some(self.name.clone()), locale: Some(self.locale.clone()), ..Place::default() }
    }
}

impl OpenConflicts {
    fn finding(&self) -> Finding {
        let place = Place { file: Some(self.name.clone()), locale: Some(self.locale.clone()), ..Place::default() };
        let problem = OpenConflictProblem { count: self.segments.len(), slug: self.slug.clone() };
        Finding::new(problem, Severity::Major, place)
    }
}

impl LooseWaivers {
    fn finding(&self) -> Finding {
        let place = Place { file: Some(self.name.clone()), locale: Some(self.locale.clone()), ..Place::default() };
        let problem = if self.is_of_target {
            WaiverProblem::ArticleGone { slug: self.slug.clone() }
        } else {
            WaiverProblem::NotATarget { locale: self.locale.to_string() }
        };
        Finding::new(problem, Severity::Minor, place)
    }
}

impl Leftovers {
    /// Returns them as findings, without those that the settings except; and for each exception the number of findings that
    /// it covered.
    #[must_use]
    pub fn findings(&self, workspace: &Workspace) -> (Vec<Finding>, Vec<usize>) {
        let accepted = workspace.accepted();
        let mut counts = vec![0; accepted.len()];
        let orphans = self.orphans.iter().map(|orphan| (&orphan.slug, orphan.finding()));
        let conflicts = self.conflicts.iter().map(|conflicts| (&conflicts.slug, conflicts.finding()));
        let waivers = self.waivers.iter().map(|waivers| (&waivers.slug, waivers.finding()));
        let pages = self.pages.iter().map(|page| (&page.slug, page.finding()));
        let findings = orphans
            .chain(conflicts)
            .chain(waivers)
            .chain(pages)
            .filter(|(slug, finding)| !accepts(&accepted, &mut counts, Some(slug), finding, None))
            .map(|(_, finding)| finding)
            .collect();
        (findings, counts)
    }

    /// Returns the orphans by the articles that have their sentences.
    pub(super) fn by_article(&self) -> BTreeMap<(&str, &Locale), Vec<&Orphan>> {
        let mut by_article: BTreeMap<(&str, &Locale), Vec<&Orphan>> = BTreeMap::new();
        for orphan in &self.orphans {
            if let Some(article) = &orphan.article {
                by_article.entry((article, &orphan.locale)).or_default().push(orphan);
            }
        }
        by_article
    }
}
