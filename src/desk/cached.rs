//! Results by article that are kept while all that they were made of stays the same, and the loop that takes them.
//!
//! What an article's result is made of: the program, the settings, the project's locales and glossary (all in the base),
//! and what the store has of the article in every locale. A result is kept only where this is the same before and after
//! the work.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

use super::{CacheTrouble, DeskError, Lanes, Loaded, Notice, Observer, Visited, Workspace, for_each};
use crate::{
    model::Locale,
    project::{Cache, CacheFault, Fingerprint},
};

/// A result of an article that can be kept.
pub(super) trait Keepable: Sized + Send {
    /// What is kept of it.
    type Kept: Serialize + DeserializeOwned;

    /// What is to be kept; `None` where the work would do or say something the next time too.
    fn keep(&self) -> Option<Self::Kept>;

    /// The result again; `None` where what it left in the project is no longer there.
    fn take(kept: Self::Kept, workspace: &Workspace) -> Option<Self>;
}

/// The kept results of one command.
pub(super) struct Cached<'a> {
    workspace: &'a Workspace,
    observer: &'a dyn Observer,
    /// The entries, and what all results of the command are made of; `None` where nothing is kept.
    entries: Option<(Cache, Fingerprint)>,
    /// Whether a fault was reported.
    is_told: AtomicBool,
    /// Whether nothing is to be written: another version's entries are left alone, and a folder that refused once
    /// refuses again.
    is_closed: AtomicBool,
}

impl<'a> Cached<'a> {
    /// The kept results of a command; `more` is what its results are made of besides settings, locales and glossary.
    pub(super) fn open(
        workspace: &'a Workspace,
        command: &str,
        more: impl IntoIterator<Item = String>,
        observer: &'a dyn Observer,
    ) -> Self {
        let base = if workspace.caches { base(workspace, more) } else { None };
        let entries = base.map(|base| (Cache::new(&workspace.layout, command), base));
        Self { workspace, observer, entries, is_told: AtomicBool::new(false), is_closed: AtomicBool::new(false) }
    }

    /// Nothing kept, nothing taken.
    pub(super) const fn none(workspace: &'a Workspace, observer: &'a dyn Observer) -> Self {
        Self { workspace, observer, entries: None, is_told: AtomicBool::new(false), is_closed: AtomicBool::new(false) }
    }

    /// What the result of an article is made of as the project now is; `None` where that cannot be told.
    fn key(&self, slug: &str) -> Option<Fingerprint> {
        let (_, base) = self.entries.as_ref()?;
        let content = self.workspace.store.fingerprint(slug, &self.workspace.settings.all_targets)?;
        Some(Fingerprint::of([base.as_str(), slug, content.as_str()]))
    }

    fn get<R: Keepable>(&self, slug: &str, key: &Fingerprint) -> Option<R> {
        let (cache, _) = self.entries.as_ref()?;
        let kept = cache.get(slug, key).unwrap_or_else(|fault| {
            self.tell(cache, slug, fault);
            None
        });
        kept.and_then(|kept| R::take(kept, self.workspace))
    }

    fn put<R: Keepable>(&self, slug: &str, key: &Fingerprint, result: &R) {
        let Some((cache, _)) = self.entries.as_ref() else { return };
        let Some(kept) = result.keep() else { return };
        if !self.is_closed.load(Ordering::Relaxed) && self.key(slug).as_ref() == Some(key) {
            cache.put(slug, key, &kept).unwrap_or_else(|fault| self.tell(cache, slug, fault));
        }
    }

    /// Reports the first fault; the work goes on without the cache, and the other faults are of the same kind.
    fn tell(&self, cache: &Cache, slug: &str, fault: CacheFault) {
        if !matches!(fault, CacheFault::Damaged) {
            self.is_closed.store(true, Ordering::Relaxed);
        }
        if self.is_told.swap(true, Ordering::Relaxed) {
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

/// What all results of a command are made of; `None` where that cannot be told.
fn base(workspace: &Workspace, more: impl IntoIterator<Item = String>) -> Option<Fingerprint> {
    let program = Fingerprint::of_program()?;
    let settings = format!("{:?}", workspace.settings.without_provenance());
    let registered = format!("{:?}", workspace.registries.names());
    let known =
        [program.as_str().to_owned(), settings, registered, workspace.resources.fingerprint.as_str().to_owned()];
    Some(Fingerprint::of(known.into_iter().chain(more)))
}

/// Visits the articles of a selection as [`for_each`] does, but for those whose result is kept and still holds.
pub(super) fn for_each_cached<T: Send, R: Keepable>(
    cached: &Cached<'_>,
    slugs: &[String],
    lanes: Lanes<'_>,
    visit: impl Fn(&Loaded, &Locale) -> Result<T, DeskError> + Sync,
    finish: impl Fn(&Loaded, Vec<(Locale, Result<T, DeskError>)>) -> R,
) -> Result<Visited<R>, DeskError> {
    let (workspace, observer) = (cached.workspace, cached.observer);
    let look = |slug: &String| {
        let key = cached.key(slug);
        let kept = key.as_ref().and_then(|key| cached.get::<R>(slug, key));
        (key, kept)
    };
    let looked: Vec<(Option<Fingerprint>, Option<R>)> = slugs.par_iter().map(look).collect();
    let open = slugs.iter().zip(&looked).filter(|(_, (_, kept))| kept.is_none()).map(|(slug, _)| slug.clone());
    let open: Vec<String> = open.collect();
    tracing::info!(articles = slugs.len(), unchanged = slugs.len() - open.len(), "looked for what is unchanged");
    let mut made = for_each(workspace, &open, lanes, observer, visit, finish)?.articles.into_iter().peekable();
    let mut articles = Vec::with_capacity(slugs.len());
    for (slug, (key, kept)) in slugs.iter().zip(looked) {
        if let Some(kept) = kept {
            articles.push((slug.clone(), Ok(kept)));
        } else if let Some((slug, result)) = made.next_if(|(made, _)| made == slug) {
            if let (Some(key), Ok(result)) = (key, &result) {
                cached.put(&slug, &key, result);
            }
            articles.push((slug, result));
        }
    }
    Ok(Visited { articles })
}
