//! Who may be asked for drafts, and where such a thing may be written down.

use std::collections::BTreeMap;

use serde::Deserialize;
use url::{Host, Url};

use super::Overrides;
use crate::project::ProjectError;

/// The built-in name of the engine that endpoint and key of flags and environment belong to.
const LIBRETRANSLATE: &str = "libretranslate";

/// A backend under a name of the newsroom's own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Engine {
    /// Which kind of backend it is.
    pub kind: EngineKind,
    /// Address of a server.
    #[serde(default)]
    pub endpoint: Option<String>,
    /// Key for the server; only in the user's configuration.
    #[serde(default)]
    pub api_key: Option<String>,
    /// Program and arguments; only in the user's configuration.
    #[serde(default)]
    pub program: Vec<String>,
    /// Seconds that one request may take.
    #[serde(default)]
    pub timeout: Option<u64>,
    /// Whether several texts go into one request.
    #[serde(default)]
    pub batch: Option<bool>,
    /// Whether the request is a form instead of JSON.
    #[serde(default)]
    pub form: Option<bool>,
    /// Address of a proxy.
    #[serde(default)]
    pub proxy: Option<String>,
}

/// The kinds of backend that take settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EngineKind {
    /// A LibreTranslate server.
    Libretranslate,
    /// A program that speaks JSON lines.
    Command,
}

impl Engine {
    /// An engine with nothing but its kind.
    #[must_use]
    pub const fn new(kind: EngineKind) -> Self {
        Self {
            kind,
            endpoint: None,
            api_key: None,
            program: Vec::new(),
            timeout: None,
            batch: None,
            form: None,
            proxy: None,
        }
    }

    /// A project's file comes with a clone, so it may neither run programs, nor carry keys, nor send text anywhere but to
    /// this machine.
    pub(super) fn refuse_in_project(&self, name: &str, file: &str) -> Result<(), ProjectError> {
        let refused = if !self.program.is_empty() {
            Some("program")
        } else if self.api_key.is_some() {
            Some("api_key")
        } else if self.proxy.is_some() {
            Some("proxy")
        } else if self.endpoint.as_deref().is_some_and(|endpoint| !is_loopback(endpoint)) {
            Some("endpoint")
        } else {
            None
        };
        refused.map_or(Ok(()), |key| {
            Err(ProjectError::Settings {
                place: file.to_owned(),
                message: format!("`backend.{name}.{key}` may not stand in a project's file"),
                hint: "programs, keys, proxies and servers elsewhere come from a flag, the environment or your own \
                       configuration (`tolmach doctor` shows where that is)"
                    .to_owned(),
            })
        })
    }
}

/// Flags and environment settle the two engines that have built-in names.
///
/// Fails where a key would go to the server that a project's file names: that file comes with a clone.
pub(super) fn apply_overrides(
    engines: &mut BTreeMap<String, Engine>,
    overrides: &Overrides,
    in_project: &BTreeMap<String, Engine>,
) -> Result<(), ProjectError> {
    if overrides.endpoint.is_some() || overrides.api_key.is_some() {
        let engine =
            engines.entry(LIBRETRANSLATE.to_owned()).or_insert_with(|| Engine::new(EngineKind::Libretranslate));
        let named = in_project.get(LIBRETRANSLATE).and_then(|own| own.endpoint.as_deref());
        if let (Some(named), None, Some(_)) = (named, &overrides.endpoint, &overrides.api_key) {
            return Err(ProjectError::Settings {
                place: "--api-key".to_owned(),
                message: format!("the key is not sent to `{named}`, which the project's file names"),
                hint: "name the server yourself with --endpoint or TOLMACH_ENDPOINT".to_owned(),
            });
        }
        engine.endpoint = overrides.endpoint.clone().or_else(|| engine.endpoint.take());
        engine.api_key = overrides.api_key.clone().or_else(|| engine.api_key.take());
    }
    if !overrides.program.is_empty() {
        let engine = engines.entry("command".to_owned()).or_insert_with(|| Engine::new(EngineKind::Command));
        engine.program.clone_from(&overrides.program);
    }
    Ok(())
}

fn is_loopback(endpoint: &str) -> bool {
    Url::parse(endpoint).is_ok_and(|url| match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    })
}
