//! The contexts of checks: one for each pair of locales, built on first use and shared by a whole run.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    check::Context,
    model::{Locale, Pair},
    pipeline::language,
    project::Resources,
};

/// The contexts of checks over the same locales and glossary, each built on first use.
pub(super) struct Contexts<'a> {
    resources: &'a Resources,
    by_pair: Mutex<HashMap<Pair, Arc<Context<'a>>>>,
}

impl<'a> Contexts<'a> {
    /// Creates an empty set.
    pub(super) fn new(resources: &'a Resources) -> Self {
        Self { resources, by_pair: Mutex::default() }
    }

    /// Returns the context of a pair of locales.
    pub(super) fn get(&self, source: &Locale, target: &Locale) -> Arc<Context<'a>> {
        let pair = Pair { source: source.clone(), target: target.clone() };
        let profile = |locale: &Locale| language(self.resources.locales.profile(locale));
        let mut by_pair = self.by_pair.lock().unwrap_or_else(PoisonError::into_inner);
        let context = by_pair.entry(pair.clone()).or_insert_with(|| {
            Arc::new(Context::new(pair, profile(source), profile(target), &self.resources.termbase))
        });
        Arc::clone(context)
    }
}
