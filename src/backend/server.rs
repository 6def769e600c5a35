//! Settings of servers: the address, the key and the origin that it belongs to.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, de};

use super::http::{Secret, is_loopback};

/// Settings of every server, in addition to those of its kind.
#[derive(Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ServerSettings {
    /// Address of the server; a project's file may name only one on this machine.
    pub endpoint: Option<String>,
    /// Key for the server; only in your own configuration. A variable, a file or a program keeps it out of there.
    pub api_key: Option<String>,
    /// File with the key and nothing else, which nobody but you may read; a relative path begins beside your own
    /// configuration. Only there.
    pub key_file: Option<PathBuf>,
    /// Program with its arguments that prints the key, run without a shell; only in your own configuration.
    #[serde(deserialize_with = "command")]
    pub key_command: Vec<String>,
    /// Address of a proxy; only in your own configuration.
    pub proxy: Option<String>,
}

impl ServerSettings {
    /// Whether the server is on this machine, and no proxy stands before it.
    #[must_use]
    pub fn is_on_this_machine(&self) -> bool {
        self.proxy.is_none() && self.endpoint.as_deref().is_some_and(is_loopback)
    }

    /// The first key that is not allowed in a project's file.
    pub(super) fn refused_in_project(&self) -> Option<&'static str> {
        let is_remote = self.endpoint.as_deref().is_some_and(|endpoint| !is_loopback(endpoint));
        let keys = [
            (self.api_key.is_some(), "api_key"),
            (self.key_file.is_some(), "key_file"),
            (!self.key_command.is_empty(), "key_command"),
            (self.proxy.is_some(), "proxy"),
            (is_remote, "endpoint"),
        ];
        keys.into_iter().find(|(refused, _)| *refused).map(|(_, key)| key)
    }
}

impl std::fmt::Debug for ServerSettings {
    /// Writes the address alone.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("ServerSettings").field("endpoint", &self.endpoint).finish_non_exhaustive()
    }
}

/// A program with its arguments.
fn command<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    let is_named = words.first().is_some_and(|program| !program.trim().is_empty());
    if is_named { Ok(words) } else { Err(de::Error::custom("`key_command` names no program")) }
}

/// A key with the origin for which it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundKey {
    /// The key.
    pub secret: Secret,
    /// Where it belongs.
    pub home: KeyHome,
}

/// Where a key belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyHome {
    /// The address that is in effect: both come from the same place, or from the user at this moment.
    Here,
    /// This address, which something else has replaced.
    Address(String),
    /// The address that the engine's maker gives it, which something else has replaced.
    Maker,
}
