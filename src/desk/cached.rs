//! Cached results of articles, reused until an input changes, and the loop that uses them.
//!
//! The inputs of a result: the program, the settings, the project's locales and glossary (all in the base fingerprint),
//! and everything the store has of the article in every locale. A result is stored only if these are the same before
//! and after the work.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    CacheTrouble, DeskError, Loaded, Notice, Observer, Parallelism, Visited, Workspace,
    each::{VisitedLocales, for_each_together},
};
use crate::{
    model::Locale,
    project::{Cache, CacheFault, Fingerprint},
};

/// The result of an article that can be cached.
pub(super) trait Cacheable: Sized + Send {
    /// The form in which it is cached.
    type Entry: Serialize + DeserializeOwned;

    /// Returns the cache entry; `None` if the work would do or report something the next time too.
    fn to_entry(&self) -> Option<Self::Entry>;

    /// Restores the result; `None` if the files it wrote to the project are no longer there.
    fn from_entry(entry: Self::Entry, workspace: &Workspace) -> Option<Self>;
}

/// The cached results of one command.
pub(super) struct ResultCache<'a> {
    workspace: &'a Workspace,
    observer: &'a dyn Observer,
    /// The entries, and the fingerprint shared by all results of the command; `None` if caching is off.
    entries: Option<(Cache, Fingerprint)>,
    /// Whether a fault has been reported.
    is_reported: AtomicBool,
    /// Whether writing is off: entries of another version are left alone, and a folder that failed once fails again.
    is_read_only: AtomicBool,
}

impl<'a> ResultCache<'a> {
    /// Opens the cached results of a command; `more` lists the inputs of its results besides settings, locales and
    /// glossary.
    pub(super) fn open(
        workspace: &'a Workspace,
        command: &str,
        more: impl IntoIterator<Item = String>,
        observer: &'a dyn Observer,
    ) -> Self {
        let base = if workspace.caches { base_fingerprint(workspace, more) } else { None };
        let entries = base.map(|base| (Cache::new(&workspace.layout, command), base));
        Self { workspace, observer, entries, is_reported: AtomicBool::new(false), is_read_only: AtomicBool::new(false) }
    }

    /// A cache that stores and returns nothing.
    pub(super) const fn disabled(workspace: &'a Workspace, observer: &'a dyn Observer) -> Self {
        Self {
            workspace,
            observer,
            entries: None,
            is_reported: AtomicBool::new(false),
            is_read_only: AtomicBool::new(false),
        }
    }

    /// Returns the current fingerprint of an article's inputs; `None` if it cannot be determined.
    fn key(&self, slug: &str) -> Option<Fingerprint> {
        let (_, base) = self.entries.as_ref()?;
        let content = self.workspace.store.fingerprint(slug, &self.workspace.settings.all_targets)?;
        Some(Fingerprint::of([base.as_str(), slug, content.as_str()]))
    }

    fn get<R: Cacheable>(&self, slug: &str, key: &Fingerprint) -> Result<Option<R>, CacheFault> {
        let Some((cache, _)) = self.entries.as_ref() else { return Ok(None) };
        Ok(cache.get(slug, key)?.and_then(|entry| R::from_entry(entry, self.workspace)))
    }

    fn put<R: Cacheable>(&self, slug: &str, key: &Fingerprint, result: &R) {
        let Some((cache, _)) = self.entries.as_ref() else { return };
        let Some(entry) = result.to_entry() else { return };
        if !self.is_read_only.load(Ordering::Relaxed) && self.key(slug).as_ref() == Some(key) {
            cache.put(slug, key, &entry).unwrap_or_else(|fault| self.report_fault(slug, fault));
        }
    }

    /// Reports the first fault only: the work goes on without the cache, and later faults are of the same kind.
    fn report_fault(&self, slug: &str, fault: CacheFault) {
        let Some((cache, _)) = self.entries.as_ref() else { return };
        if !matches!(fault, CacheFault::Damaged) {
            self.is_read_only.store(true, Ordering::Relaxed);
        }
        if self.is_reported.swap(true, Ordering::Relaxed) {
            return;
        }
        let trouble = match fault {
            CacheFault::Damaged => CacheTrouble::Damaged,
            CacheFault::OtherVersion => CacheTrouble::OtherVersion,
            CacheFault::Unreachable(error) => CacheTrouble::Unreachable(error.to_string()),
        };
        let file = self.workspace.layout.name(&cache.file(slug));
        self.observer.notice(&Notice::Cache { file, trouble });
    }
}

/// Returns the fingerprint shared by all results of a command; `None` if it cannot be determined.
fn base_fingerprint(workspace: &Workspace, more: impl IntoIterator<Item = String>) -> Option<Fingerprint> {
    let program = Fingerprint::of_program()?;
    let settings = format!("{:?}", workspace.settings.without_provenance());
    let registries = format!("{:?}", workspace.registries.names());
    let parts =
        [program.as_str().to_owned(), settings, registries, workspace.resources.fingerprint.as_str().to_owned()];
    Some(Fingerprint::of(parts.into_iter().chain(more)))
}

/// Visits the articles of a selection like [`for_each_together`], except those with a cached result that is still valid.
pub(super) fn for_each_cached<T: Send, V: Send, R: Cacheable>(
    cache: &ResultCache<'_>,
    slugs: &[String],
    parallelism: Parallelism<'_>,
    visit: impl Fn(&Loaded, &Locale) -> Result<T, DeskError> + Sync,
    together: impl Fn(&Loaded, VisitedLocales<T>) -> VisitedLocales<V> + Sync,
    finish: impl Fn(&Loaded, VisitedLocales<V>) -> R,
) -> Result<Visited<R>, DeskError> {
    let (workspace, observer) = (cache.workspace, cache.observer);
    let look_up = |slug: &String| {
        let key = cache.key(slug);
        let result = key.as_ref().map_or(Ok(None), |key| cache.get::<R>(slug, key));
        (key, result)
    };
    let lookups: Vec<_> = slugs.par_iter().map(look_up).collect();
    // Reported in the order of the articles: the threads meet faults in any order.
    let hit_or_report = |(slug, (key, result)): (&String, (_, Result<Option<R>, CacheFault>))| {
        let hit = result.unwrap_or_else(|fault| {
            cache.report_fault(slug, fault);
            None
        });
        (key, hit)
    };
    let lookups: Vec<(Option<Fingerprint>, Option<R>)> = slugs.iter().zip(lookups).map(hit_or_report).collect();
    let uncached = slugs.iter().zip(&lookups).filter(|(_, (_, hit))| hit.is_none()).map(|(slug, _)| slug.clone());
    let uncached: Vec<String> = uncached.collect();
    tracing::info!(articles = slugs.len(), unchanged = slugs.len() - uncached.len(), "looked for what is unchanged");
    let mut visited = for_each_together(workspace, &uncached, parallelism, observer, visit, together, finish)?
        .articles
        .into_iter()
        .peekable();
    let mut articles = Vec::with_capacity(slugs.len());
    for (slug, (key, hit)) in slugs.iter().zip(lookups) {
        if let Some(hit) = hit {
            articles.push((slug.clone(), Ok(hit)));
        } else if let Some((slug, result)) = visited.next_if(|(visited, _)| visited == slug) {
            if let (Some(key), Ok(result)) = (key, &result) {
                cache.put(&slug, &key, result);
            }
            articles.push((slug, result));
        }
    }
    Ok(Visited { articles })
}
