//! The source formats of a project, opened with its settings and chosen by file extension.

use std::path::Path;

use super::Registries;
use crate::{
    locale::Locales,
    model::Locale,
    project::Settings,
    source::{MARKDOWN, SourceFormat, SourceKind, SourceSettings},
};

/// The opened source formats.
pub struct SourceFormats {
    markdown: Box<dyn SourceFormat>,
    kinds: Vec<(SourceKind, Box<dyn SourceFormat>)>,
}

impl SourceFormats {
    /// Opens the formats with a project's settings, or with the defaults.
    pub(super) fn open(registries: &Registries, locales: &Locales, settings: Option<&Settings>) -> Self {
        let tags = locales.tags().filter_map(|tag| tag.parse::<Locale>().ok());
        let image_words = tags.map(|locale| {
            let words = locales.profile(&locale).image_words.clone();
            (locale, words)
        });
        let settings = SourceSettings {
            locale: settings.map_or_else(Locale::english, |settings| settings.source.clone()),
            translated: settings.map(|settings| settings.front_matter.clone()).unwrap_or_default(),
            kept: settings.map(|settings| settings.front_matter_kept.clone()).unwrap_or_default(),
            image_words: image_words.collect(),
            embeds: settings.map(|settings| settings.site.embeds.clone()).unwrap_or_default(),
        };
        let kinds = registries.sources.iter().map(|kind| (*kind, kind.open(settings.clone())));
        Self { kinds: kinds.collect(), markdown: MARKDOWN.open(settings) }
    }

    /// Returns the format for an extension (`md`), in any case; Markdown if none is registered.
    #[must_use]
    pub fn of(&self, extension: &str) -> &dyn SourceFormat {
        let registered = self.kinds.iter().find(|(kind, _)| kind.extension.eq_ignore_ascii_case(extension));
        registered.map_or(self.markdown.as_ref(), |(_, format)| format.as_ref())
    }

    /// Returns the format of a file by its name.
    #[must_use]
    pub fn of_file(&self, path: &Path) -> &dyn SourceFormat {
        self.of(&path.extension().unwrap_or_default().to_string_lossy())
    }

    /// Returns Markdown, whatever is registered.
    #[must_use]
    pub fn markdown(&self) -> &dyn SourceFormat {
        self.markdown.as_ref()
    }

    /// Returns the registered extensions.
    #[must_use]
    pub fn extensions(&self) -> Vec<&'static str> {
        self.kinds.iter().map(|(kind, _)| kind.extension).collect()
    }
}
