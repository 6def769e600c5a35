//! What a segment file says beyond article and translation, and for which reader.

use crate::model::Article;

/// What a segment file says beyond article and translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct XliffSettings {
    /// The article's file relative to the project, with `/`: the value of `original`.
    pub original: String,
    /// For whom the file is.
    pub profile: XliffProfile,
}

/// For which reader a file is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum XliffProfile {
    /// For any reader, and for git.
    #[default]
    Plain,
    /// For OmegaT 3.6, which shows only units that have a target, and that target as the source: every target is a copy
    /// of the source, and nothing obsolete is in the file. Drafts and earlier translations go beside it, as TMX.
    OmegaT,
}

impl XliffSettings {
    /// The settings of an article's segment file: `original` is `source/<slug>` with the extension of its file.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        Self {
            original: format!("source/{}.{}", article.slug, article.skeleton.extension_of_files()),
            profile: XliffProfile::Plain,
        }
    }

    /// The same for another reader.
    #[must_use]
    pub const fn with(mut self, profile: XliffProfile) -> Self {
        self.profile = profile;
        self
    }
}
