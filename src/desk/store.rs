//! Where articles and translations live.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{DeskError, Registries};
use crate::{
    bilingual::{BilingualError, BilingualFormat, Conflict, refresh},
    memory::drafts::{self, Draft},
    model::{Article, Finding, Locale, Pair, Position, SegmentId, Translation},
    project::{
        self, Fingerprint, Layout, ProjectError, read_article, read_bytes, read_text, write_atomic, write_if_changed,
    },
    source::refuse_conflict,
};

/// What translators are told about each segment.
pub type SegmentNotes = BTreeMap<SegmentId, String>;

/// Articles and translations, wherever they are kept. Nothing above it knows a path or a file format.
pub trait Store: Send + Sync {
    /// The names of the articles, sorted.
    fn articles(&self) -> Result<Vec<String>, DeskError>;

    /// An article's text.
    fn article(&self, slug: &str) -> Result<ArticleFile, DeskError>;

    /// All that is kept of an article: its text and its translations in these locales. `None` where that cannot be told;
    /// then what was made of it before is not taken for still being right.
    fn fingerprint(&self, _slug: &str, _locales: &[Locale]) -> Option<Fingerprint> {
        None
    }

    /// The translation of an article as it now is, carried over from what is kept.
    fn translation(&self, article: &Article, locale: &Locale) -> Result<Stored, DeskError>;

    /// Keeps a translation. What somebody else saved since `stored` was read is not overwritten:
    /// [`DeskError::Changed`].
    fn save(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        notes: &SegmentNotes,
    ) -> Result<Saved, DeskError>;

    /// The kept file as it would be with this translation, for a hand-over.
    fn text(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        notes: &SegmentNotes,
    ) -> Result<String, DeskError>;

    /// What machines first said, and how people name its file; `None` where nothing is kept.
    fn drafts(&self, slug: &str, locale: &Locale) -> Result<(String, Option<Vec<Draft>>), DeskError>;

    /// Keeps what machines first said.
    fn save_drafts(&self, slug: &str, pair: &Pair, drafts: &[Draft]) -> Result<(), DeskError>;

    /// Keeps the targets that a merge did not take, and says under which name. An earlier file of conflicts that nobody
    /// has settled stays, unless it is the very file that was merged.
    fn save_conflicts(
        &self,
        article: &Article,
        locale: &Locale,
        conflicts: &[Conflict],
        merged: &Path,
    ) -> Result<String, DeskError>;
}

/// The text of an article as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleFile {
    /// Its file, as people and findings name it.
    pub name: String,
    /// What stands in it.
    pub text: String,
    /// The extension by which its format is known, without the stop.
    pub extension: String,
}

/// A translation as it was read.
#[derive(Debug, Clone)]
pub struct Stored {
    /// Its file, as people and findings name it.
    pub name: String,
    /// What it holds for the article as it now is.
    pub translation: Translation,
    /// What was wrong in it.
    pub findings: Vec<Finding>,
    /// Where each target stands in it.
    pub places: BTreeMap<SegmentId, Position>,
    /// What was there when it was read; `None` for nothing.
    seen: Option<String>,
}

impl Stored {
    /// A translation that no store has yet.
    #[must_use]
    pub fn new(name: String, translation: Translation, seen: Option<String>) -> Self {
        Self { name, translation, findings: Vec::new(), places: BTreeMap::new(), seen }
    }

    /// Whether anything is kept of it.
    #[must_use]
    pub const fn exists(&self) -> bool {
        self.seen.is_some()
    }
}

/// What saving did.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Whether anything was written.
    pub written: bool,
    /// Where each target stands now.
    pub places: BTreeMap<SegmentId, Position>,
}

/// The files of a project: `source/<slug>` with the extension of its format, `locales/<tag>/segments/<slug>.xlf` and
/// what stands beside them.
pub struct FileStore {
    layout: Layout,
    format: &'static dyn BilingualFormat,
    /// The extensions of articles.
    extensions: Vec<&'static str>,
}

impl FileStore {
    /// The files at a layout, segment files in the first bilingual format.
    pub fn new(layout: Layout, registries: &Registries) -> Result<Self, DeskError> {
        let format = registries.bilingual.first().copied();
        let format = format.ok_or(DeskError::UnknownFormat { name: "xliff".to_owned(), known: Vec::new() })?;
        let extensions = registries.sources.iter().map(|kind| kind.extension).collect();
        Ok(Self { layout, format, extensions })
    }

    fn path(&self, article: &Article, locale: &Locale) -> PathBuf {
        self.layout.segments(locale, &article.slug, self.format.extension())
    }

    /// The file of an article.
    fn file(&self, slug: &str) -> Result<PathBuf, DeskError> {
        // As nearly every file is named; the folder is read for one that is not (`army.MD`), or is not there.
        let usual = self.extensions.iter().map(|extension| self.layout.article(slug, extension));
        if let Some(path) = usual.into_iter().find(|path| path.is_file()) {
            return Ok(path);
        }
        let articles = project::articles(&self.layout, &self.extensions)?;
        let known = || articles.iter().map(|(slug, _)| slug.clone()).collect();
        let found = articles.iter().find(|(known, _)| known == slug).map(|(_, path)| path.clone());
        found.ok_or_else(|| ProjectError::NoArticle { slug: slug.to_owned(), known: known() }.into())
    }

    /// The text of a file; `None` where there is none.
    fn read(path: &Path) -> Result<Option<String>, DeskError> {
        // A link to nowhere is not nothing.
        if path.symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
            return Ok(None);
        }
        Ok(Some(read_text(path)?))
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
            let is_absent = path.symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound);
            parts.push(locale.to_string().into_bytes());
            parts.extend(if is_absent { None } else { Some(read_bytes(&path).ok()?) });
        }
        Some(Fingerprint::of(parts))
    }

    fn translation(&self, article: &Article, locale: &Locale) -> Result<Stored, DeskError> {
        let path = self.path(article, locale);
        let name = self.layout.name(&path);
        let Some(text) = Self::read(&path)? else {
            return Ok(Stored::new(name, Translation::empty(locale.clone()), None));
        };
        refuse_conflict(&text).map_err(DeskError::source(name.as_str()))?;
        let parsed = self.format.read(&text).map_err(DeskError::bilingual(name.as_str()))?;
        let file = &parsed.value;
        let wrong = |error| Err(DeskError::Bilingual { name: name.clone(), error });
        if let Some(found) = file.target.as_ref().filter(|found| *found != locale) {
            let (expected, found) = (locale.to_string(), found.to_string());
            return wrong(BilingualError::WrongLocale { expected, found });
        }
        if file.slug() != article.slug {
            let (expected, found) = (article.slug.clone(), file.original.clone());
            return wrong(BilingualError::WrongArticle { expected, found });
        }
        let (translation, places) = (refresh(article, locale, file), file.places());
        let mut findings = parsed.findings;
        for finding in &mut findings {
            finding.place.file = Some(name.clone());
            finding.place.locale = Some(locale.clone());
        }
        Ok(Stored { name, translation, findings, places, seen: Some(text) })
    }

    fn save(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        notes: &SegmentNotes,
    ) -> Result<Saved, DeskError> {
        let text = self.text(article, stored, translation, notes)?;
        if stored.seen.as_ref() == Some(&text) {
            return Ok(Saved { written: false, places: stored.places.clone() });
        }
        let path = self.path(article, &translation.locale);
        if Self::read(&path)? != stored.seen {
            return Err(DeskError::Changed { name: stored.name.clone() });
        }
        write_atomic(&path, text.as_bytes())?;
        tracing::debug!(file = %stored.name, "saved");
        let file = self.format.read(&text).map_err(DeskError::bilingual(stored.name.as_str()))?.value;
        Ok(Saved { written: true, places: file.places() })
    }

    fn text(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        notes: &SegmentNotes,
    ) -> Result<String, DeskError> {
        let note = |id: SegmentId| notes.get(&id).cloned();
        match &stored.seen {
            Some(existing) => self
                .format
                .update(existing, article, translation, &note)
                .map_err(DeskError::bilingual(stored.name.as_str())),
            None => Ok(self.format.write(article, translation, &note)),
        }
    }

    fn drafts(&self, slug: &str, locale: &Locale) -> Result<(String, Option<Vec<Draft>>), DeskError> {
        let path = self.layout.drafts(locale, slug);
        let name = self.layout.name(&path);
        let Some(text) = Self::read(&path)? else { return Ok((name, None)) };
        let read = drafts::read(&text).map_err(|error| DeskError::Memory { name: name.clone(), error })?;
        Ok((name, Some(read.value)))
    }

    fn save_drafts(&self, slug: &str, pair: &Pair, drafts: &[Draft]) -> Result<(), DeskError> {
        let text = drafts::write(drafts, &pair.source, &pair.target);
        write_if_changed(&self.layout.drafts(&pair.target, slug), text.as_bytes())?;
        Ok(())
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
        let mut free = path.clone();
        let mut number = 2;
        while free != merged && Self::read(&free)?.is_some_and(|there| there != text) {
            free = path.with_extension(format!("{number}.{}", self.format.extension()));
            number += 1;
        }
        write_atomic(&free, text.as_bytes())?;
        Ok(self.layout.name(&path))
    }
}
