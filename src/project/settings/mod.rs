//! Settings, resolved once: flag > environment > project's `tolmach.toml` > the user's configuration > default.
//!
//! No code below sees where a value came from; only [`Settings::rows`] shows it.

mod engine;
mod file;
mod gate;
mod known;
mod overrides;
mod policy;
mod program;
mod schema;
mod shape;
mod text;
mod user;
mod values;

use std::{
    collections::{BTreeMap, BTreeSet},
    num::NonZeroUsize,
};

pub use engine::EngineProfile;
pub use file::{FileSettings, Ignore, MergeSettings, Site, read_file};
pub use gate::{FailOn, parse_fail_on};
pub use known::{KnownNames, refuse_unknown_language};
pub use overrides::Overrides;
pub use policy::{PolicySettings, PolicyTable, RuleSeverity};
pub use program::{ProgramError, parse_program};
pub use schema::schema;
pub use user::user_file;

use super::{ProjectError, SettingsError};
pub use crate::edition::Missing;
use crate::{
    backend::EngineKind,
    bilingual::ReturnedStates,
    check::LinkTable,
    glossary::Choices,
    model::{Locale, Severity, State, StatePolicy},
};
use text::SettingsText;

/// All settings that a command may need.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The locale of articles that do not name one.
    pub source: Locale,
    /// The locales of the editions, in display order.
    pub targets: Vec<Locale>,
    /// The locales of all the project's editions, including those that a command leaves alone (`--locale`).
    pub all_targets: Vec<Locale>,
    /// Where the editions are published.
    pub site: Site,
    /// Names of the backends to ask, in order: the first answer counts.
    pub backends: Vec<String>,
    /// File and line where each of them is named; none for those from flag and environment.
    pub backend_places: BTreeMap<String, String>,
    /// Profiles of engines by name; each kind is also a profile of its own name.
    pub engines: BTreeMap<String, EngineProfile>,
    /// Front-matter keys that are translated in addition to title, standfirst, bio and description.
    pub front_matter: Vec<String>,
    /// Front-matter keys whose text stays as it is.
    pub front_matter_kept: Vec<String>,
    /// Translations of tags: tag → locale → wording.
    pub tags: BTreeMap<String, BTreeMap<Locale, String>>,
    /// The newsroom's choices among the glossary's wordings.
    pub glossary: Choices,
    /// Names of spelling dictionaries, by locale.
    pub spelling: BTreeMap<Locale, String>,
    /// Style instructions by locale, for engines that can be told.
    pub style: BTreeMap<Locale, String>,
    /// The counterparts of pages in other languages, by address and locale.
    pub links: LinkTable,
    /// The lowest state that a segment of an edition may be in.
    pub require: Option<State>,
    /// What an edition shows where a target is missing.
    pub missing: Missing,
    /// The lowest severity at which `check` and `run` exit 1; `None` is never.
    pub fail_on: Option<Severity>,
    /// The same of the settings files alone, without the command line and the environment: what a report of CI judges by
    /// where `--fail-on never` leaves the exit code to another step.
    pub own_gate: Option<Severity>,
    /// Whether the locale's typography is applied to editions.
    pub typography: bool,
    /// Whether the headings of text editions have the ids of the article's headings.
    pub heading_ids: bool,
    /// What the states in a file that comes back mean.
    pub returned_states: ReturnedStates,
    /// Which findings stop which state.
    pub policy: PolicySettings,
    /// Accepted findings, with the reasons.
    pub ignores: Vec<Ignore>,
    /// The line of each of them in the project's file.
    pub ignore_lines: Vec<usize>,
    /// Whether to keep off the network.
    pub offline: bool,
    /// Number of files and editions to process at a time.
    pub jobs: usize,
    /// The origin of each setting's value.
    pub provenance: BTreeMap<&'static str, String>,
}

impl Settings {
    /// The settings without those that no result depends on: their origins, the number of jobs, and offline mode.
    #[must_use]
    pub fn without_provenance(&self) -> Self {
        Self { provenance: BTreeMap::new(), ignore_lines: Vec::new(), jobs: 1, offline: false, ..self.clone() }
    }

    /// Resolves the layers. `user` and `project` are the names, as errors show them, and texts of the two files;
    /// `names` are the other names that settings may use.
    ///
    /// This is the one place where settings are checked. Fails, with file and line, on what no setting can be.
    pub fn resolve(
        overrides: &Overrides,
        project: Option<(&str, &str)>,
        user: Option<(&str, &str)>,
        cores: usize,
        names: &KnownNames<'_>,
    ) -> Result<Self, ProjectError> {
        let kinds = names.engines;
        let (mut engines, mut places, mut ignore_lines) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        let mut read = |file: Option<(&str, &str)>, in_project: bool| -> Result<FileSettings, ProjectError> {
            let Some((name, text)) = file else { return Ok(FileSettings::default()) };
            let file = SettingsText { name, text, in_project };
            shape::refuse_unknown(&file, names)?;
            engine::overlay(&mut engines, &file, kinds)?;
            let settings = read_file(name, text)?;
            values::refuse_unusable(&file, &settings, names)?;
            if in_project {
                let line = |number: usize| file.line_of(&["ignore", &number.to_string(), "rule"]);
                ignore_lines = (0..settings.ignore.len()).map(line).collect();
            }
            let chain = settings.backends.as_deref().unwrap_or_default();
            places.insert(name.to_owned(), engine::chain_places(&file, chain));
            Ok(settings)
        };
        let (user_file, project_file) = (read(user, false)?, read(project, true)?);
        let user_name = user.map_or_else(String::new, |(name, _)| name.to_owned());
        let project_name = project.map_or_else(String::new, |(name, _)| name.to_owned());
        let user = user_file;

        let mut provenance = BTreeMap::new();
        let mut set_origin = |key: &'static str, flag: bool, in_project: bool, in_user: bool| {
            let origin = if flag {
                "flag or environment".to_owned()
            } else if in_project {
                project_name.clone()
            } else if in_user {
                user_name.clone()
            } else {
                "default".to_owned()
            };
            provenance.insert(key, origin);
        };
        macro_rules! pick {
            ($key:literal, $flag:expr, $field:ident, $default:expr) => {{
                let flag = $flag;
                set_origin($key, flag.is_some(), project_file.$field.is_some(), user.$field.is_some());
                flag.or(project_file.$field.clone()).or(user.$field.clone()).unwrap_or_else(|| $default)
            }};
        }
        let all_targets = pick!("targets", None, targets, Vec::new());
        let targets = if overrides.targets.is_empty() {
            all_targets.clone()
        } else {
            set_origin("targets", true, false, false);
            for locale in &overrides.targets {
                names.refuse_unknown(locale).map_err(|error| ProjectError::setting("--locale", error))?;
                if !all_targets.is_empty() && !all_targets.contains(locale) {
                    return Err(ProjectError::setting(
                        "--locale",
                        SettingsError::NotATarget { locale: locale.clone(), known: all_targets },
                    ));
                }
            }
            overrides.targets.clone()
        };
        let backends =
            pick!("backends", non_empty(&overrides.backends), backends, vec!["memory".to_owned(), "review".to_owned()]);
        engine::apply_overrides(&mut engines, &backends, overrides, kinds)?;
        let site = Site {
            name: project_file.site.name.or(user.site.name),
            base_url: project_file.site.base_url.or(user.site.base_url),
            path: project_file.site.path.or(user.site.path),
            original: project_file.site.original.or(user.site.original),
            translators: if project_file.site.translators.is_empty() {
                user.site.translators
            } else {
                project_file.site.translators
            },
            embeds: if project_file.site.embeds.is_empty() { user.site.embeds } else { project_file.site.embeds },
        };
        let own_gate = project_file.fail_on.or(user.fail_on).unwrap_or(FailOn(Some(Severity::Major))).0;
        let mut settings = Self {
            own_gate,
            source: pick!("source", None, source, english()),
            targets,
            all_targets,
            backends,
            backend_places: BTreeMap::new(),
            engines,
            front_matter: pick!("front_matter", None, front_matter, Vec::new()),
            front_matter_kept: pick!("front_matter_kept", None, front_matter_kept, Vec::new()),
            tags: project_file.tags,
            glossary: project_file.glossary,
            spelling: project_file.spelling,
            style: if project_file.style.is_empty() { user.style } else { project_file.style },
            links: project_file.links,
            require: {
                set_origin(
                    "require",
                    overrides.require.is_some(),
                    project_file.require.is_some(),
                    user.require.is_some(),
                );
                overrides.require.or(project_file.require).or(user.require)
            },
            missing: pick!("missing", overrides.missing, missing, Missing::Error),
            fail_on: pick!("fail_on", overrides.fail_on.map(FailOn), fail_on, FailOn(Some(Severity::Major))).0,
            typography: pick!("typography", None, typography, true),
            heading_ids: pick!("heading_ids", None, heading_ids, false),
            returned_states: {
                let (project, user) = (project_file.merge.states, user.merge.states);
                set_origin("merge.states", false, project.is_some(), user.is_some());
                project.or(user).unwrap_or_default()
            },
            policy: project_file.policy.or(user.policy),
            ignores: project_file.ignore,
            ignore_lines,
            offline: pick!("offline", overrides.offline.then_some(true), offline, false),
            jobs: pick!("jobs", overrides.jobs, jobs, NonZeroUsize::new(cores).unwrap_or(NonZeroUsize::MIN)).get(),
            site,
            provenance,
        };
        let backend_places = settings.provenance.get("backends").and_then(|file| places.remove(file));
        settings.backend_places = backend_places.unwrap_or_default();
        let is_known = |name: &String| {
            settings.engines.contains_key(name) || kinds.iter().any(|kind| kind.facts.kind == name.as_str())
        };
        if let Some(name) = settings.backends.iter().find(|name| !is_known(name)) {
            return Err(settings.unknown_backend(name, kinds));
        }
        Ok(settings)
    }

    /// What keeps a segment from a state. A state without a policy of its own, as `translated`, has the gate alone.
    #[must_use]
    pub fn policy_of(&self, state: State) -> StatePolicy {
        let table = match state {
            State::Initial | State::Translated => None,
            State::Reviewed => Some(&self.policy.reviewed),
            State::Final => Some(&self.policy.last),
        };
        let fail_on = table.and_then(|table| table.fail_on).map_or(self.fail_on, |FailOn(gate)| gate);
        let severities = table.into_iter().flat_map(|table| &table.severity);
        let severities = severities.map(|(rule, RuleSeverity(severity))| (rule.clone(), *severity)).collect();
        StatePolicy { fail_on, severities }
    }

    /// The error of a name in the chain that is no backend, with the file and line that name it.
    #[must_use]
    pub fn unknown_backend(&self, name: &str, kinds: &[EngineKind]) -> ProjectError {
        let mut known: Vec<String> = kinds.iter().map(|kind| kind.facts.kind.to_owned()).collect();
        known.extend(self.engines.keys().cloned());
        let mut seen = BTreeSet::new();
        known.retain(|name| seen.insert(name.clone()));
        let place = self.backend_places.get(name).map_or("--backend", String::as_str);
        ProjectError::setting(place, SettingsError::UnknownBackend { name: name.to_owned(), known })
    }

    /// Each setting as key, value and origin, for `--show-settings`; no secrets.
    #[must_use]
    pub fn rows(&self) -> Vec<(&'static str, String, String)> {
        let state = |state: Option<State>| state.map_or("none", State::as_str).to_owned();
        let values = [
            ("source", self.source.to_string()),
            ("targets", list(&self.targets)),
            ("backends", self.backends.join(", ")),
            ("front_matter", self.front_matter.join(", ")),
            ("front_matter_kept", self.front_matter_kept.join(", ")),
            ("require", state(self.require)),
            ("missing", format!("{:?}", self.missing).to_lowercase()),
            ("fail_on", self.fail_on.map_or("never", Severity::as_str).to_owned()),
            ("typography", self.typography.to_string()),
            ("heading_ids", self.heading_ids.to_string()),
            ("merge.states", format!("{:?}", self.returned_states).to_lowercase()),
            ("offline", self.offline.to_string()),
            ("jobs", self.jobs.to_string()),
        ];
        let origin = |key| self.provenance.get(key).cloned().unwrap_or_default();
        let mut rows: Vec<_> = values.into_iter().map(|(key, value)| (key, value, origin(key))).collect();
        let site = [
            ("site.name", &self.site.name),
            ("site.base_url", &self.site.base_url),
            ("site.path", &self.site.path),
            ("site.original", &self.site.original),
        ];
        for (key, value) in site {
            rows.push((key, value.clone().unwrap_or_default(), String::new()));
        }
        rows.push(("site.embeds", self.site.embeds.join(", "), String::new()));
        let chosen =
            self.glossary.prefer.iter().flat_map(|(id, by)| by.iter().map(move |(l, text)| format!("{id}.{l}={text}")));
        rows.push(("glossary.prefer", chosen.collect::<Vec<_>>().join(", "), String::new()));
        let refused = self
            .glossary
            .forbid
            .iter()
            .flat_map(|(id, by)| by.iter().map(move |(l, list)| format!("{id}.{l}={}", list.join("|"))));
        rows.push(("glossary.forbid", refused.collect::<Vec<_>>().join(", "), String::new()));
        let quotations = format!("{:?}", self.glossary.quotations).to_lowercase();
        rows.push(("glossary.quotations", quotations, String::new()));
        let style = self.style.iter().map(|(locale, wish)| format!("{locale}={wish}"));
        rows.push(("style", style.collect::<Vec<_>>().join(", "), String::new()));
        let spelling = self.spelling.iter().map(|(locale, name)| format!("{locale}={name}"));
        for ((_, table), key) in self.policy.tables().into_iter().zip(["policy.reviewed", "policy.final"]) {
            rows.push((key, table.shown(), String::new()));
        }
        rows.push(("spelling", spelling.collect::<Vec<_>>().join(", "), String::new()));
        rows
    }
}

fn english() -> Locale {
    match "en".parse() {
        Ok(locale) => locale,
        Err(_) => unreachable!("`en` is a language tag"),
    }
}

fn non_empty(list: &[String]) -> Option<Vec<String>> {
    (!list.is_empty()).then(|| list.to_vec())
}

fn list(locales: &[Locale]) -> String {
    locales.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
