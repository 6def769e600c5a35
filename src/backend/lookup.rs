//! Backends that call no engine: human review, and lookup by a function.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    Answer, Backend, BackendError, Capabilities, EngineFacts, EngineSettings, Limits, Opened, Reach, Request, Setup,
    Stop,
};
use crate::model::{Pair, Target};

/// Settings of the memory: none.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MemorySettings {}

impl EngineSettings for MemorySettings {
    const FACTS: EngineFacts = EngineFacts {
        kind: "memory",
        help: "finished translations of this project, and every TMX file in memory/",
        reach: Reach::Inside,
        placeholder: false,
    };

    fn open(self, _: Setup<'_>) -> Result<Opened, BackendError> {
        Ok(Opened::Memory)
    }
}

/// Settings of human review: none.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewSettings {}

impl EngineSettings for ReviewSettings {
    const FACTS: EngineFacts = EngineFacts {
        kind: "review",
        help: "people alone, in the segment files under locales/<tag>/segments/",
        reach: Reach::Inside,
        placeholder: false,
    };

    fn open(self, _: Setup<'_>) -> Result<Opened, BackendError> {
        Ok(Opened::Backend(Box::new(ReviewOnly)))
    }
}

/// Human review only; never returns a draft. The default.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReviewOnly;

impl Backend for ReviewOnly {
    fn name(&self) -> &'static str {
        "review"
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        IN_PROCESS
    }

    fn limits(&self) -> Limits {
        Limits::NONE
    }

    fn translate(&self, _: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        Ok(batch.iter().map(|_| Answer::Silent).collect())
    }
}

/// Answers of a lookup function: a memory match, a speaker's original wording.
pub struct Lookup<F> {
    /// Name of the backend (`memory`, `original`).
    pub name: &'static str,
    /// Returns the finished target for a request, if there is one.
    pub lookup: F,
}

impl<F: Fn(&Pair, &Request) -> Option<Target> + Send + Sync> Backend for Lookup<F> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        IN_PROCESS
    }

    fn limits(&self) -> Limits {
        Limits::NONE
    }

    fn translate(&self, pair: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        Ok(batch.iter().map(|request| (self.lookup)(pair, request).map_or(Answer::Silent, Answer::Ready)).collect())
    }
}

/// Capabilities of backends inside this program: every pair, at no cost.
pub(super) const IN_PROCESS: Capabilities =
    Capabilities { recorded: false, hints: true, context: true, ..Capabilities::TEXT };
