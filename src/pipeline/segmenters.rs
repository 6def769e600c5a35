//! Segmenters by locale, and the step from a file's text to a segmented article.

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

use crate::{
    locale::Locales,
    model::{Article, Locale, Parsed},
    segment::{Rules, SegmentError, Segmenter, segment},
    source::SourceFormat,
};

/// The segmenters of all locales, each built on first use.
#[derive(Debug)]
pub struct Segmenters<'a> {
    locales: &'a Locales,
    by_locale: RwLock<HashMap<Locale, Arc<Segmenter>>>,
}

impl<'a> Segmenters<'a> {
    /// Creates segmenters with the rules of these locales.
    #[must_use]
    pub fn new(locales: &'a Locales) -> Self {
        Self { locales, by_locale: RwLock::new(HashMap::new()) }
    }

    /// Returns the segmenter of a locale; an unknown language gets the root's rules.
    pub fn get(&self, locale: &Locale) -> Result<Arc<Segmenter>, SegmentError> {
        if let Ok(by_locale) = self.by_locale.read()
            && let Some(segmenter) = by_locale.get(locale)
        {
            return Ok(Arc::clone(segmenter));
        }
        let layers = self.locales.layers(locale, "segmentation.toml");
        let rules = Rules::layered(layers.iter().map(|layer| layer.text))?;
        let segmenter = Arc::new(Segmenter::new(&rules));
        if let Ok(mut by_locale) = self.by_locale.write() {
            by_locale.insert(locale.clone(), Arc::clone(&segmenter));
        }
        Ok(segmenter)
    }
}

/// Parses a file's text and splits it into segments.
pub fn prepare(
    slug: &str,
    file: String,
    format: &dyn SourceFormat,
    segmenters: &Segmenters<'_>,
) -> Result<Parsed<Article>, SegmentError> {
    let parsed = format.parse(slug, file);
    let segmenter = segmenters.get(&parsed.value.locale)?;
    Ok(Parsed { value: segment(parsed.value, &segmenter), findings: parsed.findings })
}
