//! The settings of Apertium.

use std::{num::NonZeroU64, time::Duration};

use schemars::JsonSchema;
use serde::Deserialize;

use super::Apertium;
use crate::{
    backend::{BackendError, EngineFacts, EngineSettings, Opened, Program, Reach, Setup},
    model::Locale,
};

/// Settings of Apertium.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::backend) struct ApertiumSettings {
    /// The locale whose edition is translated: its reviewed and final segments (default: the language of the article).
    from: Option<Locale>,
    /// Timeout of one program and one call, in seconds (default: 600).
    timeout: Option<NonZeroU64>,
}

impl EngineSettings for ApertiumSettings {
    const FACTS: EngineFacts = EngineFacts {
        kind: "apertium",
        help: "drafts from the edition in a kin language (--from), by the Apertium of this machine",
        reach: Reach::Machine,
        placeholder: false,
    };

    fn open(self, setup: Setup<'_>) -> Result<Opened, BackendError> {
        let timeout =
            self.timeout.map_or(Program::new(Vec::new()).timeout, |seconds| Duration::from_secs(seconds.get()));
        let (name, guard) = (setup.name.to_owned(), setup.guard.to_vec());
        Ok(Opened::Apertium(Apertium { name, from: self.from, timeout, guard }))
    }
}
