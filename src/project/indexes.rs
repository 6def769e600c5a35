//! The indexes of the glossary's terms in `.tolmach/cache/glossary/`, one file for each locale.
//!
//! Declining the terms of a large glossary takes seconds, reading its index a tenth of one.

use super::{Cache, CacheFault, Fingerprint, Layout};
use crate::{glossary::IndexStore, model::Locale};

/// The stored indexes of a project's glossary.
#[derive(Debug)]
pub(super) struct StoredIndexes {
    cache: Cache,
    /// The fingerprint of program, glossary, rules and choices.
    inputs: Fingerprint,
    /// The names of all locales that may have an index.
    names: Vec<String>,
}

impl StoredIndexes {
    /// The indexes of a project; `None` where the running program has no fingerprint.
    pub(super) fn new(layout: &Layout, inputs: [&str; 2], locales: impl Iterator<Item = Locale>) -> Option<Self> {
        let program = Fingerprint::of_program()?;
        let inputs = Fingerprint::of([program.as_str()].into_iter().chain(inputs));
        let names = locales.map(|locale| locale.to_string()).collect();
        Some(Self { cache: Cache::of_terms(layout), inputs, names })
    }

    fn key(&self, name: &str) -> Fingerprint {
        Fingerprint::of([self.inputs.as_str(), name])
    }

    /// What is wrong with a stored index costs only time, so it is no more than a line of the log.
    fn log(&self, name: &str, fault: &CacheFault) {
        let file = self.cache.file(name);
        match fault {
            CacheFault::Damaged => tracing::info!(file = %file.display(), "the stored index of terms is damaged"),
            CacheFault::OtherVersion => {
                tracing::info!(file = %file.display(), "another version has stored the index of terms");
            }
            CacheFault::Unreachable(error) => tracing::info!(%error, "the index of terms cannot be stored"),
        }
    }
}

impl IndexStore for StoredIndexes {
    fn get(&self, locale: &Locale) -> Option<Vec<u8>> {
        let name = locale.to_string();
        let index = self.cache.get_bytes(&name, &self.key(&name));
        let index = index.unwrap_or_else(|fault| {
            self.log(&name, &fault);
            None
        });
        tracing::debug!(locale = name, found = index.is_some(), "looked for the stored index of terms");
        index
    }

    fn put(&self, locale: &Locale, index: &[u8]) {
        let name = locale.to_string();
        if matches!(self.cache.get_bytes(&name, &self.key(&name)), Err(CacheFault::OtherVersion)) {
            // What a newer version has stored is left to it.
            return;
        }
        match self.cache.put_bytes(&name, &self.key(&name), index) {
            Ok(()) => self.cache.keep_only(&self.names),
            Err(fault) => self.log(&name, &fault),
        }
    }
}
