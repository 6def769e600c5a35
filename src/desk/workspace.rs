//! An opened project: its settings, locales, glossary, store and formats.

use std::borrow::Cow;

use super::{
    ArticleFile, Author, DeskError, FileStore, Notice, Observer, Registries, Saved, SourceFormats, Store, Stored,
};
use crate::{
    bilingual::BilingualFormat,
    edition::{SlugEvent, slug_to_fix},
    glossary::contradictions,
    model::{Article, Finding, Locale, Pair, Severity, Translation},
    pipeline::{Accepted, Segmenters, note, original_hints, prepare},
    project::{Layout, Lock, ProjectError, Resources, Settings},
    source::refuse_conflict,
};

/// An opened project.
pub struct Workspace {
    /// The paths of its files.
    pub layout: Layout,
    /// The effective settings.
    pub settings: Settings,
    /// Locales and glossary.
    pub resources: Resources,
    /// The store of its articles and translations.
    pub store: Box<dyn Store>,
    /// The formats of its articles.
    pub formats: SourceFormats,
    /// The engines and formats that can be chosen by name.
    pub registries: Registries,
    /// Whether results are cached in `.tolmach/cache/` and reused while their inputs are unchanged.
    pub caches: bool,
}

/// An article as read from the store.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The article.
    pub article: Article,
    /// The file's name, as shown to users and in findings.
    pub name: String,
    /// Findings in the article's file.
    pub findings: Vec<Finding>,
}

/// How much of the glossary a command needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terms {
    /// All of it: every term with its forms.
    Declined,
    /// Nothing: the command reads the glossary's files itself or does not use terms, so that a large glossary is not
    /// inflected needlessly.
    Unread,
}

impl Workspace {
    /// Opens the project at a layout.
    pub fn open(layout: Layout, settings: Settings, registries: Registries, terms: Terms) -> Result<Self, DeskError> {
        registries.check()?;
        let mut resources = match terms {
            Terms::Declined => Resources::load_chosen(Some(&layout), &settings.glossary)?,
            Terms::Unread => Resources::without_glossary(&layout)?,
        };
        resources.keep_indexes(&layout, &settings.glossary);
        if terms == Terms::Declined {
            resources.open_dictionaries(&settings.spelling)?;
        }
        resources.links.clone_from(&settings.links);
        let formats = SourceFormats::open(&registries, &resources.locales, Some(&settings));
        let store = Box::new(FileStore::new(layout.clone(), &registries)?);
        Ok(Self { layout, settings, resources, store, formats, registries, caches: true })
    }

    /// Neither uses nor writes what is cached in `.tolmach/cache/`.
    #[must_use]
    pub fn without_cache(mut self) -> Self {
        self.caches = false;
        self.resources.termbase.index_store = None;
        self
    }

    /// Returns the format of segment files.
    pub(super) fn segment_format(&self) -> Result<&'static dyn BilingualFormat, DeskError> {
        let format = self.registries.bilingual.first().copied();
        format.ok_or_else(|| DeskError::UnknownFormat { name: "xliff".to_owned(), known: Vec::new() })
    }

    /// Takes the project's lock for a command that writes.
    pub fn lock(&self, command: &str) -> Result<Lock, DeskError> {
        Ok(Lock::take(&self.layout, command)?)
    }

    /// Returns the articles of these names, or all if none is named.
    pub fn slugs(&self, requested: &[String]) -> Result<Vec<String>, DeskError> {
        let known = self.store.articles()?;
        if let Some(slug) = requested.iter().find(|slug| !known.contains(slug)) {
            return Err(ProjectError::NoArticle { slug: slug.clone(), known }.into());
        }
        Ok(if requested.is_empty() { known } else { requested.to_vec() })
    }

    /// Returns the target locales; an error if the project has none.
    pub fn targets(&self) -> Result<&[Locale], DeskError> {
        if self.settings.targets.is_empty() { Err(DeskError::NoTargets) } else { Ok(&self.settings.targets) }
    }

    /// Findings in the glossary that concern the source and the targets. `glossary lint` looks at every locale.
    #[must_use]
    pub fn glossary_findings(&self) -> Vec<Finding> {
        let locales = || std::iter::once(&self.settings.source).chain(&self.settings.targets);
        let mut findings = self.resources.findings(locales());
        let contradictions = contradictions(&self.resources.termbase.concepts, &self.settings.source);
        let is_ours = |finding: &Finding| locales().any(|locale| finding.place.locale.as_ref() == Some(locale));
        findings.extend(contradictions.into_iter().filter(is_ours));
        findings
    }

    /// Whether findings of this severity fail the gate.
    #[must_use]
    pub fn fails(&self, severity: Severity) -> bool {
        self.settings.fail_on.is_some_and(|gate| severity >= gate)
    }

    /// Reads and segments an article.
    pub fn load(&self, segmenters: &Segmenters<'_>, slug: &str) -> Result<Loaded, DeskError> {
        let ArticleFile { name, text, extension } = self.store.article(slug)?;
        refuse_conflict(&text).map_err(DeskError::source(name.as_str()))?;
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return Err(DeskError::EmptyArticle { name });
        }
        let mut parsed = prepare(slug, text, self.formats.of(&extension), segmenters)?;
        parsed.value.skeleton.extension = extension;
        tracing::debug!(article = slug, units = parsed.value.units.len(), "read");
        let mut findings = parsed.findings;
        for finding in &mut findings {
            finding.place.file = Some(name.clone());
        }
        Ok(Loaded { article: parsed.value, name, findings })
    }

    /// Saves a translation that was made from `stored` ([`Store::save`]), and reports what somebody else saved meanwhile. An
    /// approved title fixes the edition's slug.
    pub(super) fn save(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        author: Author,
        observer: &dyn Observer,
    ) -> Result<Saved, DeskError> {
        let notes = self.notes(article, &translation.locale);
        let profile = self.resources.locales.profile(&translation.locale);
        let mut translation = Cow::Borrowed(translation);
        if let Some(slug) = slug_to_fix(article, &translation, profile, SlugEvent::Saved) {
            translation.to_mut().fixed_slug = Some(slug);
        }
        let saved = self.store.save(article, stored, &translation, &notes, author)?;
        if let Some(meanwhile) = &saved.meanwhile {
            let (file, yielded) = (stored.name.clone(), meanwhile.yielded.len());
            observer.notice(&Notice::SavedMeanwhile { file, yielded });
        }
        Ok(saved)
    }

    /// Returns the settings' exceptions for accepted findings.
    #[must_use]
    pub fn accepted(&self) -> Vec<Accepted> {
        let accepted = self.settings.ignores.iter().map(|ignore| Accepted {
            rule: ignore.rule.clone(),
            article: ignore.article.clone(),
            locale: ignore.locale.clone(),
            segment: ignore.segment.clone(),
            text: ignore.text.clone(),
            is_void: !ignore.has_reason(),
        });
        accepted.collect()
    }

    /// Returns the note of each segment: the terms in it, and a speaker's original words.
    pub(super) fn notes(&self, article: &Article, locale: &Locale) -> super::SegmentNotes {
        let pair = Pair { source: article.locale.clone(), target: locale.clone() };
        let notes = article.translated().map(|(unit, segment)| {
            let mut lines = note(&self.resources.termbase, &pair, &unit.text_of(segment).prose);
            for hint in original_hints(unit, &segment.span, locale) {
                lines.push(format!("“{}” = {}", hint.source, hint.target));
            }
            (segment.id, lines.join("\n"))
        });
        notes.filter(|(_, note)| !note.is_empty()).collect()
    }
}

/// Loads every article of a project; fails if one cannot be read.
pub(super) fn load_all(workspace: &Workspace) -> Result<Vec<Loaded>, DeskError> {
    let segmenters = Segmenters::new(&workspace.resources.locales);
    workspace.store.articles()?.iter().map(|slug| workspace.load(&segmenters, slug)).collect()
}
