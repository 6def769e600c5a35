//! One settings file as it is written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, de::IgnoredAny};

use super::{FailOn, Missing, Site};
use crate::{
    glossary::Choices,
    model::{Locale, State, cut},
    project::ProjectError,
};

/// What `tolmach.toml` or the user's `config.toml` may hold.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "tolmach.toml", description = "Settings of a tolmach project, or of its user.")]
pub struct FileSettings {
    /// Locale of articles that do not name one (default: `en`).
    pub source: Option<Locale>,
    /// Locales of the editions, in the order in which they are shown.
    pub targets: Option<Vec<Locale>>,
    /// Where the editions are published.
    pub site: Site,
    /// Backends to ask for a translation, in order: the first that has an answer gives it (default: `memory`,
    /// `review`). Each is a kind or the name of a `[backend.NAME]` table.
    pub backends: Option<Vec<String>>,
    /// Backends by a name of your own. Programs, keys, proxies and servers elsewhere only in your own configuration.
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub backend: Option<IgnoredAny>,
    /// Front-matter keys that are translated beside title, standfirst and bio.
    pub front_matter: Option<Vec<String>>,
    /// Translations of tags: tag, locale, wording.
    pub tags: BTreeMap<String, BTreeMap<Locale, String>>,
    /// Least state of a segment in an edition.
    pub require: Option<State>,
    /// What stands in an edition for a missing target (default: `error`, which refuses the edition).
    pub missing: Option<Missing>,
    /// Severity from which on `check` and `run` exit 1 (default: `major`).
    pub fail_on: Option<FailOn>,
    /// Whether editions get the typography of their locale (default: yes).
    pub typography: Option<bool>,
    /// Whether the network is left alone (default: no).
    pub offline: Option<bool>,
    /// Files and editions worked on side by side, and requests in flight to one engine (default: the cores).
    pub jobs: Option<usize>,
    /// The house's choices among the glossary's wordings.
    pub glossary: Choices,
    /// Findings that the newsroom has looked at and accepts.
    pub ignore: Vec<Ignore>,
}

/// Findings that a newsroom has looked at and accepts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ignore {
    /// Id of the rule.
    pub rule: String,
    /// Only in this locale.
    pub locale: Option<Locale>,
    /// Only in the segment with this id.
    pub segment: Option<String>,
    /// Only where the marked text is this.
    pub text: Option<String>,
    /// Why the findings are accepted.
    pub reason: String,
}

/// Reads one settings file; an error names file and line and lists the keys that are known.
pub fn read_file(name: &str, text: &str) -> Result<FileSettings, ProjectError> {
    toml::from_str(text).map_err(|error| {
        let span = error.span().unwrap_or_default();
        let (message, hint) = match error.message().trim_end_matches('.') {
            // The crate leaves out which.
            "duplicate key" => (
                format!("`{}` stands here for the second time", cut(text, &span)),
                "keep one of the two, or give one of them another name",
            ),
            message => {
                (message.to_owned(), "`tolmach init` in an empty folder writes a commented example of this file")
            }
        };
        let place = format!("{name}:{}", line_of(text, span.start));
        ProjectError::Settings { place, message, hint: hint.to_owned() }
    })
}

/// The line of a byte offset, from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    1 + cut(text, &(0..at)).matches('\n').count()
}
