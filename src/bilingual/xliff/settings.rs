//! What a segment file holds beyond article and translation, and for which tool.

use crate::model::Article;

/// What a segment file holds beyond article and translation, and for which tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct XliffSettings {
    /// Path of the article's file relative to the project, with `/`: the value of `original`.
    pub original: String,
    /// The tool that the file is for.
    pub profile: XliffProfile,
}

/// The tool that a file is written for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum XliffProfile {
    /// Any tool, and git.
    #[default]
    Plain,
    /// OmegaT 3.6, which shows only units with a target, and that target as the source: every target is a copy of the
    /// source, and obsolete units are left out. Drafts and earlier translations go into a TMX file beside it.
    OmegaT,
}

impl XliffSettings {
    /// Returns the settings of an article's segment file: `original` is `source/<slug>` with the extension of its file.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        Self {
            original: format!("source/{}.{}", article.slug, article.skeleton.output_extension()),
            profile: XliffProfile::Plain,
        }
    }

    /// Returns the same settings for another tool.
    #[must_use]
    pub const fn with(mut self, profile: XliffProfile) -> Self {
        self.profile = profile;
        self
    }
}
