//! What can be done with or without a project.

use super::{DeskError, Registries, SourceFormats};
use crate::{
    model::Locale,
    project::{Layout, Resources, Settings},
};

/// Locales, glossary and source format: those of a project, or those that come with tolmach.
pub struct Desk {
    /// Locales and glossary.
    pub resources: Resources,
    /// How articles are written.
    pub formats: SourceFormats,
    /// The language of articles.
    pub source: Locale,
}

impl Desk {
    /// The desk of a project, or of nobody's.
    pub fn open(project: Option<(&Layout, &Settings)>, registries: &Registries) -> Result<Self, DeskError> {
        let choices = project.map(|(_, settings)| settings.glossary.clone()).unwrap_or_default();
        let resources = Resources::load_chosen(project.map(|(layout, _)| layout), &choices)?;
        let settings = project.map(|(_, settings)| settings);
        let formats = SourceFormats::open(registries, &resources.locales, settings);
        let source = settings.map_or_else(Locale::english, |settings| settings.source.clone());
        Ok(Self { resources, formats, source })
    }
}
