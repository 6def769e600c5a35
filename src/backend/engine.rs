//! Kinds of engines: the name, reach, settings and constructor of each.
//!
//! A kind is one settings type in its backend's file ([`EngineSettings`]) and one line in
//! [`BUILT_IN`](super::BUILT_IN). Help, errors, the settings schema and the documentation are generated from the
//! list; only the help of `--backend` and a new project's settings name the kinds again.

use std::{
    ffi::OsString,
    num::{NonZeroU32, NonZeroU64, NonZeroUsize},
    path::Path,
    time::Duration,
};

use schemars::{JsonSchema, Schema, schema_for};
use serde::{Deserialize, de::DeserializeOwned};
use toml::{
    Spanned,
    de::{DeTable, DeValue, ValueDeserializer},
};

use super::{Apertium, Backend, BackendError, BoundKey, Limits, Prompt, Rates, Reach, ServerSettings};
use crate::ledger::Price;

/// Constant facts of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EngineFacts {
    /// Its name in settings and on the command line.
    pub kind: &'static str,
    /// A one-line description in English, for the help and the documentation.
    pub help: &'static str,
    /// What it reaches beyond this program.
    pub reach: Reach,
    /// Whether its drafts only fill the place of a translation: text in no language, never published.
    pub placeholder: bool,
}

/// Settings of every engine outside this program, in addition to those of its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CallSettings {
    /// Timeout of one request, in seconds (default: 120 for a server, 600 for a program).
    pub timeout: Option<NonZeroU64>,
    /// Whether one request carries several texts (default: `true`).
    pub batch: Option<bool>,
    /// Maximum requests per minute, over all articles and locales of a run (default: no limit).
    pub requests_per_minute: Option<NonZeroU32>,
    /// Maximum characters per minute, over all articles and locales of a run (default: no limit).
    pub characters_per_minute: Option<NonZeroU32>,
    /// Maximum requests in flight, over all articles and locales of a run (default: `jobs`, which is also the upper
    /// limit).
    pub concurrency: Option<NonZeroUsize>,
    /// The longest pause, in seconds, that the server may request (`Retry-After`); one that requests a longer pause is
    /// given up at once (default: 60).
    pub longest_pause: Option<u64>,
    /// Whether the next backend of the list is asked for the rest where this one breaks down (default: `false`, so that the
    /// rest stays without a draft until the next run).
    pub fallback: Option<bool>,
    /// What it costs, for `--dry-run` and `--max-cost`; only in your own configuration (default: unknown).
    pub price: Option<Price>,
    /// Whether texts may be sent to it that nobody outside may see yet, those of articles with `embargo: true`; only in
    /// your own configuration (default: `true` for a server on this machine).
    pub local: Option<bool>,
}

impl CallSettings {
    /// The rates of an engine in a run with this many jobs.
    #[must_use]
    pub fn rates(&self, jobs: usize) -> Rates {
        let jobs = NonZeroUsize::new(jobs).unwrap_or(NonZeroUsize::MIN);
        Rates {
            calls_per_minute: self.requests_per_minute,
            characters_per_minute: self.characters_per_minute,
            concurrency: Some(self.concurrency.map_or(jobs, |limit| limit.min(jobs))),
            longest_pause: self.longest_pause.map(Duration::from_secs),
        }
    }

    /// The timeout of one request, where it is set.
    #[must_use]
    pub fn timeout(&self) -> Option<Duration> {
        self.timeout.map(|seconds| Duration::from_secs(seconds.get()))
    }

    /// The first key that is not allowed in a project's file: what the user may spend and who may see a text is not for a
    /// clone to say.
    fn refused_in_project(&self) -> Option<&'static str> {
        let keys = [(self.price.is_some(), "price"), (self.local.is_some(), "local")];
        keys.into_iter().find(|(refused, _)| *refused).map(|(_, key)| key)
    }

    /// The given limits, with one text per call where batches are off.
    #[must_use]
    pub fn limits(&self, limits: Limits) -> Limits {
        if self.batch == Some(false) { Limits { texts: 1, ..limits } } else { limits }
    }
}

/// Inputs for opening an engine, in addition to the kind's own settings.
#[derive(Clone, Copy)]
pub struct Setup<'a> {
    /// The name of the profile.
    pub name: &'a str,
    /// The settings that all engines share.
    pub calls: &'a CallSettings,
    /// The settings that all servers share.
    pub server: &'a ServerSettings,
    /// The key, where the user has given one.
    pub key: Option<&'a BoundKey>,
    /// The prompt for models, as the template of the project or of the user words it.
    pub prompt: &'a Prompt,
    /// What identifies the content of a file on this machine; `None` where there is none or nothing that can be read.
    pub file_version: &'a dyn Fn(&Path) -> Option<Vec<u8>>,
    /// The command line of the guard of programs (see [`Program`](super::Program)); empty for none.
    pub guard: &'a [OsString],
}

/// An opened engine.
pub enum Opened {
    /// The project's memory, which differs for each article and locale.
    Memory,
    /// Apertium, whose questions are made of an edition and the glossary.
    Apertium(Apertium),
    /// A backend that answers by itself.
    Backend(Box<dyn Backend>),
}

/// The settings of a kind, as in a table `[backend.NAME]` (without `kind` and the shared settings).
///
/// Derive `Deserialize` with `deny_unknown_fields`; the doc comments of the fields become the documentation.
pub trait EngineSettings: DeserializeOwned + JsonSchema {
    /// Constant facts of the kind.
    const FACTS: EngineFacts;

    /// Opens an engine. Fails where a setting is missing or unusable.
    fn open(self, setup: Setup<'_>) -> Result<Opened, BackendError>;

    /// The first key that is not allowed in a project's file. That file comes with a clone, so it must not run
    /// programs, carry API keys, or send text anywhere but to this machine.
    fn refused_in_project(&self) -> Option<&'static str> {
        None
    }
}

/// Why a profile cannot be opened.
#[derive(Debug, Clone, thiserror::Error)]
pub enum OpenError {
    /// A setting has a wrong name or type.
    #[error("{}", .0.message().trim_end_matches('.'))]
    Settings(toml::de::Error),
    /// The engine rejects the settings.
    #[error(transparent)]
    Backend(#[from] BackendError),
}

/// A parsed table of settings, with the positions of its values.
pub type EngineTable<'i> = DeTable<'i>;

/// A kind of engine as a value, so that a list of them can be extended.
#[derive(Clone, Copy)]
pub struct EngineKind {
    /// Constant facts of it.
    pub facts: EngineFacts,
    schema: fn() -> Schema,
    check: fn(EngineTable<'_>) -> Result<Option<&'static str>, toml::de::Error>,
    open: fn(EngineTable<'_>, Setup<'_>) -> Result<Opened, OpenError>,
}

impl EngineKind {
    /// The kind with these settings.
    #[must_use]
    pub const fn of<S: EngineSettings>() -> Self {
        Self {
            facts: S::FACTS,
            schema: || schema_for!(S),
            check: |table| deserialize::<S>(table).map(|settings| settings.refused_in_project()),
            open: |table, setup| Ok(deserialize::<S>(table).map_err(OpenError::Settings)?.open(setup)?),
        }
    }

    /// The JSON Schema of its settings, without the shared ones.
    #[must_use]
    pub fn schema(&self) -> Schema {
        (self.schema)()
    }

    /// The JSON Schemas of the settings that it shares with other kinds.
    #[must_use]
    pub fn shared_schemas(&self) -> Vec<Schema> {
        match self.facts.reach {
            Reach::Inside | Reach::Machine => Vec::new(),
            Reach::Program => vec![schema_for!(CallSettings)],
            Reach::Server => vec![schema_for!(ServerSettings), schema_for!(CallSettings)],
        }
    }

    /// The names of all settings that a profile of this kind takes.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let mut keys = properties(&self.schema());
        keys.extend(self.shared_schemas().iter().flat_map(properties));
        keys
    }

    /// Checks the names and types of settings, and returns the first key that is not allowed in a project's file. An
    /// error's span refers to the file that the table was parsed from.
    pub fn check(&self, table: &EngineTable<'_>) -> Result<Option<&'static str>, toml::de::Error> {
        let TableParts { own, server, calls } = self.split(table);
        let calls = deserialize::<CallSettings>(calls)?.refused_in_project();
        let server = deserialize::<ServerSettings>(server)?.refused_in_project();
        Ok((self.check)(own)?.or(server).or(calls))
    }

    /// The settings of a profile that all engines share.
    pub fn calls(&self, table: &EngineTable<'_>) -> Result<CallSettings, OpenError> {
        deserialize(self.split(table).calls).map_err(OpenError::Settings)
    }

    /// The settings of a profile that all servers share.
    pub fn server(&self, table: &EngineTable<'_>) -> Result<ServerSettings, OpenError> {
        deserialize(self.split(table).server).map_err(OpenError::Settings)
    }

    /// Opens an engine of this kind.
    pub fn open(&self, table: &EngineTable<'_>, setup: Setup<'_>) -> Result<Opened, OpenError> {
        (self.open)(self.split(table).own, setup)
    }

    /// Splits a profile's table into the kind's own settings and the shared ones.
    fn split<'i>(&self, table: &EngineTable<'i>) -> TableParts<'i> {
        let names = |schema: Schema, holds: bool| if holds { properties(&schema) } else { Vec::new() };
        let of_server = names(schema_for!(ServerSettings), self.facts.reach == Reach::Server);
        let of_calls = names(schema_for!(CallSettings), matches!(self.facts.reach, Reach::Program | Reach::Server));
        let mut parts = TableParts { own: EngineTable::new(), server: EngineTable::new(), calls: EngineTable::new() };
        for (key, value) in table {
            let is_in = |known: &[String]| known.iter().any(|known| known == key.get_ref().as_ref());
            let part = match key.get_ref().as_ref() {
                "kind" => continue,
                _ if is_in(&of_server) => &mut parts.server,
                _ if is_in(&of_calls) => &mut parts.calls,
                _ => &mut parts.own,
            };
            part.insert(key.clone(), value.clone());
        }
        parts
    }
}

/// A profile's table by whose settings they are.
struct TableParts<'i> {
    own: EngineTable<'i>,
    server: EngineTable<'i>,
    calls: EngineTable<'i>,
}

fn deserialize<T: DeserializeOwned>(table: EngineTable<'_>) -> Result<T, toml::de::Error> {
    T::deserialize(ValueDeserializer::from(Spanned::new(0..0, DeValue::Table(table))))
}

/// The names in a schema's `properties`.
fn properties(schema: &Schema) -> Vec<String> {
    let properties = schema.get("properties").and_then(|properties| properties.as_object());
    properties.map(|properties| properties.keys().cloned().collect()).unwrap_or_default()
}
