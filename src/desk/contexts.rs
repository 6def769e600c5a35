//! What the editions of a locale share over a whole run, built on first use: the contexts of checks and the fixed texts.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use super::DeskError;
use crate::{
    check::{Context, Links},
    messages::Messages,
    model::{Locale, Pair},
    pipeline::language,
    project::Resources,
};

/// The contexts of checks and the fixed texts of editions over the same locales and glossary, each built on first use.
pub(super) struct Contexts<'a> {
    resources: &'a Resources,
    /// Few, so that looking through them costs less than a key of two locales.
    by_pair: Mutex<Vec<Arc<Context<'a>>>>,
    words: Mutex<HashMap<Locale, Arc<Messages>>>,
}

impl<'a> Contexts<'a> {
    /// Creates an empty set.
    pub(super) fn new(resources: &'a Resources) -> Self {
        Self { resources, by_pair: Mutex::default(), words: Mutex::default() }
    }

    /// Returns the context of a pair of locales.
    pub(super) fn get(&self, source: &Locale, target: &Locale) -> Arc<Context<'a>> {
        let mut by_pair = self.by_pair.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = by_pair.iter().find(|known| known.pair.source == *source && known.pair.target == *target) {
            return Arc::clone(known);
        }
        let pair = Pair { source: source.clone(), target: target.clone() };
        let profile = |locale: &Locale| language(self.resources.locales.profile(locale));
        let mut context = Context::new(pair, profile(source), profile(target), &self.resources.termbase);
        context.speller = self.resources.spellers.get(target).cloned();
        context.source_speller = self.resources.spellers.get(source).cloned();
        context.links = Links::new(&self.resources.links, target);
        let context = Arc::new(context);
        by_pair.push(Arc::clone(&context));
        context
    }

    /// Returns the fixed texts of a locale's editions.
    pub(super) fn words(&self, locale: &Locale) -> Result<Arc<Messages>, DeskError> {
        let mut words = self.words.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = words.get(locale) {
            return Ok(Arc::clone(known));
        }
        let loaded = Arc::new(Messages::new(locale, &self.resources.locales)?);
        words.insert(locale.clone(), Arc::clone(&loaded));
        Ok(loaded)
    }
}
