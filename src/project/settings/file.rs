//! One settings file as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Engine, FailOn, Missing, Site};
use crate::{
    glossary::Choices,
    model::{Locale, State},
    project::ProjectError,
};

/// What `tolmach.toml` or the user's `config.toml` may hold.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FileSettings {
    /// See [`super::Settings::source`]; the same holds for the fields of the same names.
    pub source: Option<Locale>,
    /// Locales of the editions.
    pub targets: Option<Vec<Locale>>,
    /// Where the editions are published.
    pub site: Site,
    /// Backends to ask, in order.
    pub backends: Option<Vec<String>>,
    /// Backends by name.
    pub backend: BTreeMap<String, Engine>,
    /// Further front-matter keys to translate.
    pub front_matter: Option<Vec<String>>,
    /// Translations of tags.
    pub tags: BTreeMap<String, BTreeMap<Locale, String>>,
    /// Least state in an edition.
    pub require: Option<State>,
    /// What stands for a missing target.
    pub missing: Option<Missing>,
    /// The gate.
    pub fail_on: Option<FailOn>,
    /// Whether typography is applied.
    pub typography: Option<bool>,
    /// Whether the network is shut.
    pub offline: Option<bool>,
    /// Editions side by side.
    pub jobs: Option<usize>,
    /// The house's choices among the glossary's wordings.
    pub glossary: Choices,
    /// Findings not to be shown.
    pub ignore: Vec<Ignore>,
}

/// Findings that a newsroom has looked at and accepts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ignore {
    /// The rule.
    pub rule: String,
    /// Only in this locale.
    pub locale: Option<Locale>,
    /// Only in this segment.
    pub segment: Option<String>,
    /// Only where the marked text is this.
    pub text: Option<String>,
    /// Why.
    pub reason: String,
}

/// Reads one settings file; an error names file and line and lists the keys that are known.
pub fn read_file(name: &str, text: &str) -> Result<FileSettings, ProjectError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| 1 + crate::model::cut(text, &(0..span.start)).matches('\n').count());
        ProjectError::Settings {
            place: format!("{name}:{line}"),
            message: error.message().trim_end_matches('.').to_owned(),
            hint: "`tolmach init` in an empty folder writes a commented example of this file".to_owned(),
        }
    })
}
