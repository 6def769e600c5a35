//! The contents of a settings file.

use std::{collections::BTreeMap, num::NonZeroUsize};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::IgnoredAny};

use super::{Missing, gate::FailOn, policy::PolicySettings, text::line_of};
use crate::{
    bilingual::ReturnedStates,
    check::LinkTable,
    glossary::Choices,
    model::{Locale, State, cut},
    project::{ProjectError, SettingsError},
};

/// The contents of `tolmach.toml` or of the user's `config.toml`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "tolmach.toml", description = "Settings of a tolmach project, or of its user.")]
pub struct FileSettings {
    /// Locale of articles whose front matter has no `lang` (default: `en`).
    pub source: Option<Locale>,
    /// Locales of the editions, in the order in which tables and pages list them.
    pub targets: Option<Vec<Locale>>,
    /// Where the editions are published: makes canonical links, `hreflang` and Open Graph.
    pub site: Site,
    /// Backends to ask for a translation, in order; the first answer counts (default: `memory`, `review`). Each is a
    /// kind or the name of a `[backend.NAME]` table.
    pub backends: Option<Vec<String>>,
    /// A backend under a name of your own. Programs, keys, proxies and servers on other machines are accepted only in
    /// your own configuration, never in a project's file.
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub backend: Option<IgnoredAny>,
    /// Front-matter keys that are translated in addition to `title`, `standfirst`, `bio` and `description`. A dot leads
    /// to a key within a value, also through the items of a list: `seo.summary`, `gallery.caption`.
    pub front_matter: Option<Vec<String>>,
    /// Front-matter keys that readers do not see: their text stays as it is, and `left-in-source` does not report it.
    pub front_matter_kept: Option<Vec<String>>,
    /// Translations of tags: tag, locale, wording. Tags are never machine translated; one without a wording stays.
    pub tags: BTreeMap<String, BTreeMap<Locale, String>>,
    /// Lowest state that a segment of an edition may be in (default: any); `build` and `run` refuse anything less.
    /// An edition is ready when every segment is in it (`reviewed` where it is not set, and `translated` at least) and no
    /// finding is at or above `fail_on`, or stops it by `[policy]`.
    pub require: Option<State>,
    /// What an edition shows where a translation is missing (default: `error`).
    pub missing: Option<Missing>,
    /// Severity at or above which a finding makes `check`, `run` and `glossary lint` exit 1 (default: `major`).
    pub fail_on: Option<FailOn>,
    /// Whether the locale's typography is applied to editions: quotation marks, dashes, no-break spaces (default:
    /// `true`).
    pub typography: Option<bool>,
    /// Whether the headings of the text editions have the ids of the article's headings (`## Працяг {#more-text}`), as
    /// generators like Hugo read them; those of the pages always have them (default: `false`).
    pub heading_ids: Option<bool>,
    /// Whether to keep off the network (default: `false`).
    pub offline: Option<bool>,
    /// Number of files and editions to process at a time, and maximum requests in flight to one engine (default: the
    /// number of cores).
    pub jobs: Option<NonZeroUsize>,
    /// The newsroom's own choices among the glossary's wordings.
    pub glossary: Choices,
    /// Spelling dictionaries by locale, in hunspell's format and installed on every machine that checks the project:
    /// `be = "be_BY"`. The rule `spelling` reports the words that they do not have.
    pub spelling: BTreeMap<Locale, String>,
    /// Style instructions by locale, for engines that can be told: `be = "Without bureaucratic words; the reader is addressed
    /// as вы."`. A model gets them word for word.
    pub style: BTreeMap<Locale, String>,
    /// Counterparts of pages in other languages: address, locale, address (`"https://a.example/x" = { be =
    /// "https://a.example/be/x" }`). An address with a slash at its end stands for all pages below it. Where an article links
    /// to such a page, the rules `codes` and `addresses` accept the article's address and the locale's, and no other.
    pub links: LinkTable,
    /// How files that come back from translators are merged.
    pub merge: MergeSettings,
    /// Which findings stop which state.
    pub policy: PolicySettings,
    /// Findings that the newsroom has looked at and accepts; each entry gives its reason, and one that matches nothing
    /// is reported.
    pub ignore: Vec<Ignore>,
}

/// How files that come back from translators are merged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MergeSettings {
    /// What the states in such a file mean (default: `raised`).
    pub states: Option<ReturnedStates>,
}

/// Findings that the newsroom has looked at and accepted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ignore {
    /// Id of the rule (`numbers`).
    pub rule: String,
    /// Only in the article of this name.
    pub article: Option<String>,
    /// Only in this locale.
    pub locale: Option<Locale>,
    /// Only in the segment with this id.
    pub segment: Option<String>,
    /// Only where the words that the finding marks are these.
    pub text: Option<String>,
    /// Why the findings are accepted; without a reason they are not.
    #[serde(default)]
    pub reason: String,
}

impl Ignore {
    /// Whether somebody has said why it is there.
    #[must_use]
    pub fn has_reason(&self) -> bool {
        !self.reason.trim().is_empty()
    }
}

/// Where the editions are published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Site {
    /// Name of the newsroom, for the page's header and Open Graph.
    pub name: Option<String>,
    /// Absolute address to which the path is added (`https://news.example`).
    pub base_url: Option<String>,
    /// Path of an edition, with `{locale}` and `{slug}` for the edition's own.
    pub path: Option<String>,
    /// Address at which the article was first published, with `{slug}` for its name; an `original` in its front matter
    /// takes precedence.
    pub original: Option<String>,
    /// The translator named on the editions of each locale.
    pub translators: BTreeMap<Locale, String>,
    /// Addresses whose frames, sound and video a page may show (`https://player.example/embed/`); an article's other
    /// frames are left out.
    pub embeds: Vec<String>,
}

/// Reads a settings file; an error names file and line and lists the known keys.
pub fn read_file(name: &str, text: &str) -> Result<FileSettings, ProjectError> {
    toml::from_str(text).map_err(|error| {
        let span = error.span().unwrap_or_default();
        let place = format!("{name}:{}", line_of(text, span.start));
        let error = match error.message().trim_end_matches('.') {
            // The crate does not name the key.
            "duplicate key" => SettingsError::Twice { key: cut(text, &span).to_owned() },
            message => SettingsError::File { message: message.to_owned() },
        };
        ProjectError::setting(place, error)
    })
}
