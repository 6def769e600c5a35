//! Resources for work with or without a project.

use super::{DeskError, Registries, SourceFormats};
use crate::{
    model::Locale,
    project::{Layout, Resources, Settings},
};

/// Locales, glossary and source formats: those of a project, or the built-in ones.
pub struct Desk {
    /// Locales and glossary.
    pub resources: Resources,
    /// The formats of articles.
    pub formats: SourceFormats,
    /// The language of articles.
    pub source: Locale,
}

impl Desk {
    /// Opens the desk of a project; without one, uses what is built in.
    pub fn open(project: Option<(&Layout, &Settings)>, registries: &Registries) -> Result<Self, DeskError> {
        let glossary_choices = project.map(|(_, settings)| settings.glossary.clone()).unwrap_or_default();
        let mut resources = Resources::load_chosen(project.map(|(layout, _)| layout), &glossary_choices)?;
        if let Some((layout, settings)) = project {
            resources.keep_indexes(layout, &glossary_choices);
            resources.open_dictionaries(&settings.spelling)?;
            resources.links.clone_from(&settings.links);
        }
        let settings = project.map(|(_, settings)| settings);
        let formats = SourceFormats::open(registries, &resources.locales, settings);
        let source = settings.map_or_else(Locale::english, |settings| settings.source.clone());
        Ok(Self { resources, formats, source })
    }
    /// Neither uses nor writes what is cached in `.tolmach/cache/`.
    #[must_use]
    pub fn without_cache(mut self) -> Self {
        self.resources.termbase.index_store = None;
        self
    }
}
