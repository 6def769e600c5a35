//! A backend with its pacing: one handle per engine and run, shared by all articles and locales.

use super::{Answer, Backend, BackendError, Capabilities, Limits, Pacing, Rates, Request, Stop};
use crate::model::Pair;

/// An engine within a run. All calls through one handle share its rates, slots and pauses.
pub struct EngineHandle {
    backend: Box<dyn Backend>,
    pacing: Pacing,
}

impl EngineHandle {
    /// A handle to a backend, limited to these rates.
    #[must_use]
    pub fn new(backend: Box<dyn Backend>, rates: Rates) -> Self {
        Self { backend, pacing: Pacing::new(rates) }
    }
}

impl Backend for EngineHandle {
    fn name(&self) -> &str {
        self.backend.name()
    }

    fn identity(&self) -> String {
        self.backend.identity()
    }

    fn capabilities(&self, pair: &Pair) -> Capabilities {
        self.backend.capabilities(pair)
    }

    fn limits(&self) -> Limits {
        self.backend.limits()
    }

    fn pacing(&self) -> Option<&Pacing> {
        Some(&self.pacing)
    }

    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        self.backend.translate(pair, batch, stop)
    }
}
