//! Storage of articles and translations.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{DeskError, Registries};
use crate::{
    bilingual::{Author, BilingualError, BilingualFormat, Conflict, join, refresh},
    memory::drafts::{self, Draft},
    model::{Article, Finding, Locale, Pair, Position, SegmentId, Translation},
    project::{
        self, Fingerprint, Layout, ProjectError, exists, is_file, is_same_file, read_article, read_bytes,
        read_if_there, read_text, replace, waiver_files, write_atomic, write_through,
    },
    source::refuse_conflict,
};

/// How often a file is read anew that somebody else saves again and again.
const MAX_TRIES: usize = 8;

/// Notes for translators, by segment.
pub type SegmentNotes = BTreeMap<SegmentId, String>;

/// A store of articles and translations. Code above it knows neither paths nor file formats.
pub trait Store: Send + Sync {
    /// Returns the names of the articles, sorted.
    fn articles(&self) -> Result<Vec<String>, DeskError>;

    /// Returns an article's text.
    fn article(&self, slug: &str) -> Result<ArticleFile, DeskError>;

    /// Returns the fingerprint of everything stored of an article: its text and its translations in these locales.
    /// `None` if it cannot be determined; then cached results are not used.
    fn fingerprint(&self, _slug: &str, _locales: &[Locale]) -> Option<Fingerprint> {
        None
    }

    /// Returns the translation, carried over from the stored one to the article's current text.
    fn translation(&self, article: &Article, locale: &Locale) -> Result<Stored, DeskError>;

    /// Saves a translation that was made from `stored`; `author` says whose its new texts are. What somebody else has
    /// saved since is merged with it ([`join`]) and reported in [`Saved::meanwhile`]; where that is impossible, since the
    /// file cannot be read any more, nothing is written: [`DeskError::Changed`].
    fn save(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        notes: &SegmentNotes,
        author: Author,
    ) -> Result<Saved, DeskError>;

    /// Returns the content that the stored file would have with this translation, for an export.
    fn text(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        notes: &SegmentNotes,
    ) -> Result<String, DeskError>;

    /// Returns the first machine drafts.
    fn drafts(&self, slug: &str, locale: &Locale) -> Result<StoredDrafts, DeskError>;

    /// Whether there are first machine drafts.
    fn has_drafts(&self, slug: &str, locale: &Locale) -> Result<bool, DeskError>;

    /// Saves the first machine drafts.
    fn save_drafts(&self, slug: &str, pair: &Pair, drafts: &[Draft]) -> Result<(), DeskError>;

    /// Returns the file of an article's waivers in a locale.
    fn waivers(&self, _slug: &str, _locale: &Locale) -> Result<StoredWaivers, DeskError> {
        Ok(StoredWaivers::default())
    }

    /// Saves the waivers of an article in a locale, unless the file no longer holds what was `read`; returns whether it did.
    fn save_waivers(&self, _slug: &str, _locale: &Locale, _read: Option<&str>, _text: &str) -> Result<bool, DeskError> {
        Ok(false)
    }

    /// Saves the targets that a merge did not accept, and returns the file's name. An earlier conflict file that is not
    /// resolved yet stays, unless it is the very file that was merged.
    fn save_conflicts(
        &self,
        article: &Article,
        locale: &Locale,
        conflicts: &[Conflict],
        merged: &Path,
    ) -> Result<String, DeskError>;
}

/// The stored text of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleFile {
    /// The file's name, as shown to users and in findings.
    pub name: String,
    /// The file's text.
    pub text: String,
    /// The file's extension, which determines its format, without the dot.
    pub extension: String,
}

/// A translation as read from the store.
#[derive(Debug, Clone)]
pub struct Stored {
    /// The file's name, as shown to users and in findings.
    pub name: String,
    /// Its targets for the article's current text.
    pub translation: Translation,
    /// Findings about the file.
    pub findings: Vec<Finding>,
    /// The position of each target in the file.
    pub places: BTreeMap<SegmentId, Position>,
    /// The file's content when it was read; `None` if there was no file.
    original_text: Option<String>,
}

impl Stored {
    /// Creates a translation without findings and positions.
    #[must_use]
    pub fn new(name: String, translation: Translation, original_text: Option<String>) -> Self {
        Self { name, translation, findings: Vec::new(), places: BTreeMap::new(), original_text }
    }

    /// Whether the store has a file for it.
    #[must_use]
    pub const fn exists(&self) -> bool {
        self.original_text.is_some()
    }
}

/// The result of a save.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Whether anything was written.
    pub written: bool,
    /// The new position of each target.
    pub places: BTreeMap<SegmentId, Position>,
    /// What the store now holds: the translation with what somebody else saved meanwhile.
    pub translation: Translation,
    /// What came of the changes that somebody else saved meanwhile; `None` if there were none.
    pub meanwhile: Option<Meanwhile>,
}

/// What came of changes that somebody else saved while we worked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meanwhile {
    /// The segments in which our change gave way.
    pub yielded: Vec<SegmentId>,
    /// The segments with two people's texts: the saved one stays, and ours is `theirs` here. For
    /// [`Store::save_conflicts`], else it is lost.
    pub conflicts: Vec<Conflict>,
}

/// The first machine drafts of an article in a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredDrafts {
    /// The file's name, as shown to users.
    pub name: String,
    /// The drafts; `None` if there is no file.
    pub drafts: Option<Vec<Draft>>,
    /// Findings about the file.
    pub findings: Vec<Finding>,
}

/// A file of waivers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredWaivers {
    /// The file's name, as shown to users.
    pub name: String,
    /// Its text; `None` if there is no file.
    pub text: Option<String>,
}

/// The files of a project: `source/<slug>` with the extension of its format, `locales/<tag>/segments/<slug>.xlf` and
/// the files beside it.
pub struct FileStore {
    layout: Layout,
    format: &'static dyn BilingualFormat,
    /// The file extensions of articles.
    extensions: Vec<&'static str>,
    /// The engines whose drafts are placeholders.
    placeholders: Vec<&'static str>,
}

impl FileStore {
    /// Creates a store for a layout; segment files use the first bilingual format.
    pub fn new(layout: Layout, registries: &Registries) -> Result<Self, DeskError> {
        let format = registries.bilingual.first().copied();
        let format = format.ok_or(DeskError::UnknownFormat { name: "xliff".to_owned(), known: Vec::new() })?;
        let extensions = registries.sources.iter().map(|kind| kind.extension).collect();
        Ok(Self { layout, format, extensions, placeholders: registries.placeholders() })
    }

    fn path(&self, article: &Article, locale: &Locale) -> PathBuf {
        self.layout.segments(locale, &article.slug, self.format.extension())
    }

    /// Returns the path of an article's file.
    fn file(&self, slug: &str) -> Result<PathBuf, DeskError> {
        // Nearly every file has one of these names; the folder is read for one that does not (`army.MD`), or does not
        // exist.
        let candidates = self.extensions.iter().map(|extension| self.layout.article(slug, extension));
        for path in candidates {
            if is_file(&path)? {
                return Ok(path);
            }
        }
        let articles = project::articles(&self.layout, &self.extensions)?;
        let known_slugs = || articles.iter().map(|(slug, _)| slug.clone()).collect();
        let path = articles.iter().find(|(known, _)| known == slug).map(|(_, path)| path.clone());
        path.ok_or_else(|| ProjectError::NoArticle { slug: slug.to_owned(), known: known_slugs() }.into())
    }

    /// Reads a file; `None` if it does not exist.
    fn read(path: &Path) -> Result<Option<String>, DeskError> {
        Ok(if exists(path)? { Some(read_text(path)?) } else { None })
    }

    /// Reads the content of a segment file.
    fn parse(
        &self,
        article: &Article,
        locale: &Locale,
        name: String,
        text: Option<String>,
    ) -> Result<Stored, DeskError> {
        let Some(text) = text else {
            return Ok(Stored::new(name, Translation::empty(locale.clone()), None));
        };
        refuse_conflict(&text).map_err(DeskError::source(name.as_str()))?;
        let parsed = self.format.read(&text).map_err(DeskError::bilingual(name.as_str()))?;
        let file = &parsed.value;
        let mismatch = |error| Err(DeskError::Bilingual { name: name.clone(), error });
        if let Some(found) = file.target.as_ref().filter(|found| *found != locale) {
            let (expected, found) = (locale.to_string(), found.to_string());
            return mismatch(BilingualError::WrongLocale { expected, found });
        }
        if file.slug() != article.slug {
            let (expected, found) = (article.slug.clone(), file.original.clone());
            return mismatch(BilingualError::WrongArticle { expected, found });
        }
        let mut translation = refresh(article, locale, file);
        let places = file.places_of(&translation);
        // A tool may have raised its state.
        for target in translation.targets.values_mut() {
            target.withdraw_placeholder(&self.placeholders);
        }
        let mut findings = parsed.findings;
        for finding in &mut findings {
            finding.place.file = Some(name.clone());
            finding.place.locale = Some(locale.clone());
        }
        Ok(Stored { name, translation, findings, places, original_text: Some(text) })
    }
}

impl Store for FileStore {
    fn articles(&self) -> Result<Vec<String>, DeskError> {
        let articles = project::articles(&self.layout, &self.extensions)?;
        Ok(articles.into_iter().map(|(slug, _)| slug).collect())
    }

    fn article(&self, slug: &str) -> Result<ArticleFile, DeskError> {
        let path = self.file(slug)?;
        let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        Ok(ArticleFile { name: self.layout.name(&path), text: read_article(&self.layout, &path)?, extension })
    }

    fn fingerprint(&self, slug: &str, locales: &[Locale]) -> Option<Fingerprint> {
        let path = self.file(slug).ok()?;
        let mut parts = vec![self.layout.name(&path).into_bytes(), read_bytes(&path).ok()?];
        for locale in locales {
            let path = self.layout.segments(locale, slug, self.format.extension());
            parts.push(locale.to_string().into_bytes());
            parts.extend(read_if_there(&path).ok()?);
            // A record of drafts that is gone is written again.
            parts.push(vec![u8::from(exists(&self.layout.drafts(locale, slug)).ok()?)]);
        }
        for path in waiver_files(&self.layout, slug).ok()? {
            parts.extend([self.layout.name(&path).into_bytes(), read_bytes(&path).ok()?]);
        }
        Some(Fingerprint::of(parts))
    }

    fn translation(&self, article: &Article, locale: &Locale) -> Result<Stored, DeskError> {
        let path = self.path(article, locale);
        self.parse(article, locale, self.layout.name(&path), Self::read(&path)?)
    }

    fn save(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        notes: &SegmentNotes,
        author: Author,
    ) -> Result<Saved, DeskError> {
        let path = self.path(article, &translation.locale);
        let changed = || DeskError::Changed { name: stored.name.clone() };
        let (ours, mut translation) = (translation, translation.clone());
        let (mut basis, mut on_disk, mut meanwhile) = (stored.clone(), stored.original_text.clone(), None);
        for _ in 0..MAX_TRIES {
            let text = self.text(article, &basis, &translation, notes)?;
            if on_disk.as_ref() == Some(&text) {
                return Ok(Saved { written: false, places: basis.places, translation, meanwhile });
            }
            if replace(&path, on_disk.as_deref().map(str::as_bytes), text.as_bytes())? {
                tracing::debug!(file = %stored.name, merged = meanwhile.is_some(), "saved");
                let file = self.format.read(&text).map_err(DeskError::bilingual(stored.name.as_str()))?.value;
                return Ok(Saved { written: true, places: file.places(), translation, meanwhile });
            }
            on_disk = Self::read(&path)?;
            if on_disk.is_none() {
                // Deleted, or about to be put back by an editor: it is written with all that was in it.
                (basis, translation, meanwhile) = (stored.clone(), ours.clone(), None);
                continue;
            }
            basis = self.parse(article, &ours.locale, stored.name.clone(), on_disk.clone()).map_err(|_| changed())?;
            let joined = join(article, &stored.translation, ours, &basis.translation, author);
            translation = joined.translation;
            meanwhile = Some(Meanwhile { yielded: joined.yielded, conflicts: joined.conflicts });
        }
        Err(changed())
    }

    fn text(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        notes: &SegmentNotes,
    ) -> Result<String, DeskError> {
        let note = |id: SegmentId| notes.get(&id).cloned();
        match &stored.original_text {
            Some(existing) => self
                .format
                .update(existing, article, translation, &note)
                .map_err(DeskError::bilingual(stored.name.as_str())),
            None => Ok(self.format.write(article, translation, &note)),
        }
    }

    fn drafts(&self, slug: &str, locale: &Locale) -> Result<StoredDrafts, DeskError> {
        let path = self.layout.drafts(locale, slug);
        let name = self.layout.name(&path);
        let Some(text) = Self::read(&path)? else { return Ok(StoredDrafts { name, ..StoredDrafts::default() }) };
        let parsed = drafts::read(&text).map_err(|error| DeskError::Memory { name: name.clone(), error })?;
        let mut findings = parsed.findings;
        for finding in &mut findings {
            finding.place.file = Some(name.clone());
        }
        Ok(StoredDrafts { name, drafts: Some(parsed.value), findings })
    }

    fn has_drafts(&self, slug: &str, locale: &Locale) -> Result<bool, DeskError> {
        Ok(exists(&self.layout.drafts(locale, slug))?)
    }

    fn save_drafts(&self, slug: &str, pair: &Pair, drafts: &[Draft]) -> Result<(), DeskError> {
        let text = drafts::write(drafts, &pair.source, &pair.target);
        write_through(&self.layout.drafts(&pair.target, slug), text.as_bytes())?;
        Ok(())
    }

    fn waivers(&self, slug: &str, locale: &Locale) -> Result<StoredWaivers, DeskError> {
        let path = self.layout.waivers(locale, slug);
        let (name, text) = (self.layout.name(&path), Self::read(&path)?);
        text.iter().try_for_each(|text| refuse_conflict(text).map_err(DeskError::source(name.as_str())))?;
        Ok(StoredWaivers { name, text })
    }

    fn save_waivers(&self, slug: &str, locale: &Locale, read: Option<&str>, text: &str) -> Result<bool, DeskError> {
        Ok(replace(&self.layout.waivers(locale, slug), read.map(str::as_bytes), text.as_bytes())?)
    }

    fn save_conflicts(
        &self,
        article: &Article,
        locale: &Locale,
        conflicts: &[Conflict],
        merged: &Path,
    ) -> Result<String, DeskError> {
        let text = self.format.conflicts(article, locale, conflicts);
        let path = self.layout.conflict(locale, &article.slug, self.format.extension());
        let mut free_path = path.clone();
        let mut number = 2;
        while !is_same_file(&free_path, merged) && Self::read(&free_path)?.is_some_and(|existing| existing != text) {
            free_path = path.with_extension(format!("{number}.{}", self.format.extension()));
            number += 1;
        }
        write_atomic(&free_path, text.as_bytes())?;
        Ok(self.layout.name(&free_path))
    }
}
