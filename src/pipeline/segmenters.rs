//! From a file's text to a segmented article.

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

/// The segmenters of all locales, each made when it is first asked for.
#[derive(Debug)]
pub struct Segmenters<'a> {
    locales: &'a Locales,
    made: RwLock<HashMap<Locale, Arc<Segmenter>>>,
}

impl<'a> Segmenters<'a> {
    /// Segmenters by the rules that these locales hold.
    #[must_use]
    pub fn new(locales: &'a Locales) -> Self {
        Self { locales, made: RwLock::new(HashMap::new()) }
    }

    /// The segmenter of a locale; a language of which nothing is known gets the root's rules.
    pub fn get(&self, locale: &Locale) -> Result<Arc<Segmenter>, SegmentError> {
        if let Ok(made) = self.made.read()
            && let Some(segmenter) = made.get(locale)
        {
            return Ok(Arc::clone(segmenter));
        }
        let layers = self.locales.layers(locale, "segmentation.toml");
        let rules = Rules::layered(layers.iter().map(|layer| layer.text))?;
        let segmenter = Arc::new(Segmenter::new(&rules));
        if let Ok(mut made) = self.made.write() {
            made.insert(locale.clone(), Arc::clone(&segmenter));
        }
        Ok(segmenter)
    }
}

/// Reads a file and parts it into sentences.
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
