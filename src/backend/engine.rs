//! Kinds of engines: what each is called, what it reaches, which settings it takes and how it is opened.
//!
//! A kind is one settings type in the file of its backend ([`EngineSettings`]) and one line in [`BUILT_IN`](super::BUILT_IN). Nothing
//! else repeats its name: help, errors, the settings schema and the documentation are made from the list.

use std::{
    num::{NonZeroU32, NonZeroUsize},
    path::Path,
    time::Duration,
};

use schemars::{JsonSchema, Schema, schema_for};
use serde::{Deserialize, de::DeserializeOwned};
use toml::{
    Spanned,
    de::{DeTable, DeValue, ValueDeserializer},
};

use super::{Backend, BackendError, Limits, Rates};

/// What is fixed about a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EngineFacts {
    /// Its name in settings and on the command line.
    pub kind: &'static str,
    /// What it is, in English: a line of the help and of the documentation.
    pub help: &'static str,
    /// What it reaches beyond this program.
    pub reach: Reach,
    /// Whether its drafts only hold a place: text in no language, which is never published.
    pub placeholder: bool,
}

/// What an engine reaches beyond this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Nothing: it answers from what this program holds.
    Inside,
    /// Another program on this machine: takes `--program`.
    Program,
    /// A server: takes `--endpoint` and a key, and is not asked with `--offline`.
    Server,
}

/// Settings that every engine outside this program takes, beside those of its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CallSettings {
    /// Longest time that one request may take, in seconds (default: 120 for a server, 600 for a program).
    pub timeout: Option<u64>,
    /// Whether one request carries several texts (default: `true`).
    pub batch: Option<bool>,
    /// Most requests a minute, over all articles and locales of a run (default: no limit).
    pub requests_per_minute: Option<NonZeroU32>,
    /// Most characters a minute, over all articles and locales of a run (default: no limit).
    pub characters_per_minute: Option<NonZeroU32>,
    /// Most requests in flight at a time, over all articles and locales of a run (default: `jobs`, which is also the
    /// most).
    pub concurrency: Option<NonZeroUsize>,
}

impl CallSettings {
    /// The rates of an engine in a run that works on so many things at a time.
    #[must_use]
    pub fn rates(&self, jobs: usize) -> Rates {
        let jobs = NonZeroUsize::new(jobs).unwrap_or(NonZeroUsize::MIN);
        Rates {
            calls_per_minute: self.requests_per_minute,
            characters_per_minute: self.characters_per_minute,
            concurrency: Some(self.concurrency.map_or(jobs, |own| own.min(jobs))),
        }
    }

    /// The longest time for one request, where it is set.
    #[must_use]
    pub fn time_out(&self) -> Option<Duration> {
        self.timeout.map(Duration::from_secs)
    }

    /// Limits with one text a call, where batches are switched off.
    #[must_use]
    pub fn limits(&self, limits: Limits) -> Limits {
        if self.batch == Some(false) { Limits { texts: 1, ..limits } } else { limits }
    }
}

/// What a kind gets to open an engine with, beside its own settings.
#[derive(Clone, Copy)]
pub struct Setup<'a> {
    /// The name of the profile.
    pub name: &'a str,
    /// The settings that all engines share.
    pub calls: &'a CallSettings,
    /// Reads a file of this machine; `None` where it cannot be read.
    pub read_file: &'a dyn Fn(&Path) -> Option<Vec<u8>>,
}

/// An opened engine.
pub enum Opened {
    /// The project's memory, which is another one for each article and locale.
    Memory,
    /// Anything that answers by itself.
    Backend(Box<dyn Backend>),
}

/// The settings of a kind, as a table `[backend.NAME]` holds them (without `kind` and the shared ones).
///
/// Derive `Deserialize` with `deny_unknown_fields`; the doc comments of the fields become the documentation.
pub trait EngineSettings: DeserializeOwned + JsonSchema {
    /// What is fixed about the kind.
    const FACTS: EngineFacts;

    /// Opens an engine. Fails where a setting is missing or cannot be used.
    fn open(self, setup: Setup<'_>) -> Result<Opened, BackendError>;

    /// The first key that may not stand in a project's file, which comes with a clone: it may neither run programs, nor
    /// carry keys, nor send text anywhere but to this machine.
    fn refused_in_project(&self) -> Option<&'static str> {
        None
    }
}

/// Why a profile cannot be opened.
#[derive(Debug, Clone, thiserror::Error)]
pub enum OpenError {
    /// Its settings have the wrong names or types.
    #[error("{}", .0.message().trim_end_matches('.'))]
    Settings(toml::de::Error),
    /// The engine refuses them.
    #[error(transparent)]
    Backend(#[from] BackendError),
}

/// A table of settings as it was parsed, with the places of its values.
pub type EngineTable<'i> = DeTable<'i>;

/// A kind of engine as a value, so that a list of them can be extended.
#[derive(Clone, Copy)]
pub struct EngineKind {
    /// What is fixed about it.
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
            check: |table| own::<S>(table).map(|settings| settings.refused_in_project()),
            open: |table, setup| Ok(own::<S>(table).map_err(OpenError::Settings)?.open(setup)?),
        }
    }

    /// The JSON Schema of its own settings.
    #[must_use]
    pub fn schema(&self) -> Schema {
        (self.schema)()
    }

    /// The names of all settings that a profile of this kind takes.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let mut keys = properties(&self.schema());
        if self.facts.reach != Reach::Inside {
            keys.extend(properties(&schema_for!(CallSettings)));
        }
        keys
    }

    /// Whether settings have the right names and types: the first key that may not stand in a project's file. The
    /// error's span counts in the file that the table was parsed from.
    pub fn check(&self, table: &EngineTable<'_>) -> Result<Option<&'static str>, toml::de::Error> {
        let (own, calls) = self.parted(table);
        deserialize::<CallSettings>(calls)?;
        (self.check)(own)
    }

    /// The settings of a profile that all engines share.
    pub fn calls(&self, table: &EngineTable<'_>) -> Result<CallSettings, OpenError> {
        deserialize(self.parted(table).1).map_err(OpenError::Settings)
    }

    /// Opens an engine of this kind.
    pub fn open(&self, table: &EngineTable<'_>, setup: Setup<'_>) -> Result<Opened, OpenError> {
        (self.open)(self.parted(table).0, setup)
    }

    /// A profile's table as the kind's own settings and the shared ones.
    fn parted<'i>(&self, table: &EngineTable<'i>) -> (EngineTable<'i>, EngineTable<'i>) {
        let shared =
            if self.facts.reach == Reach::Inside { Vec::new() } else { properties(&schema_for!(CallSettings)) };
        let (mut own, mut calls) = (EngineTable::new(), EngineTable::new());
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let part = if shared.iter().any(|known| known == name) { &mut calls } else { &mut own };
            if name != "kind" {
                part.insert(key.clone(), value.clone());
            }
        }
        (own, calls)
    }
}

fn own<S: EngineSettings>(table: EngineTable<'_>) -> Result<S, toml::de::Error> {
    deserialize(table)
}

fn deserialize<T: DeserializeOwned>(table: EngineTable<'_>) -> Result<T, toml::de::Error> {
    T::deserialize(ValueDeserializer::from(Spanned::new(0..0, DeValue::Table(table))))
}

/// The names in a schema's `properties`.
fn properties(schema: &Schema) -> Vec<String> {
    let properties = schema.get("properties").and_then(|properties| properties.as_object());
    properties.map(|properties| properties.keys().cloned().collect()).unwrap_or_default()
}
