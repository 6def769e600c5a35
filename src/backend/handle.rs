//! A backend with its pacing: one handle per engine and run, shared by all articles and locales.

use super::{
    Answer, Backend, BackendError, Capabilities, Charged, Limits, Pacing, Rates, Reach, Request, Stop,
    recording::Recording,
};
use crate::{ledger::Price, model::Pair};

/// An engine within a run. All calls through one handle share its rates, slots and pauses.
pub struct EngineHandle {
    backend: Box<dyn Backend>,
    pacing: Pacing,
    reach: Reach,
    is_local: bool,
    price: Option<Price>,
    passes_on: bool,
    recording: Option<Recording>,
}

impl EngineHandle {
    /// A handle to a backend, limited to these rates.
    #[must_use]
    pub fn new(backend: Box<dyn Backend>, rates: Rates) -> Self {
        let pacing = Pacing::new(rates);
        let (reach, price, recording) = (Reach::Inside, None, None);
        Self { backend, pacing, reach, is_local: true, price, passes_on: false, recording }
    }

    /// The handle to an engine that reaches this beyond the program; `is_local` says that texts stay with the newsroom
    /// all the same.
    #[must_use]
    pub fn reaching(self, reach: Reach, is_local: bool) -> Self {
        Self { reach, is_local: is_local || reach == Reach::Inside, ..self }
    }

    /// The handle to an engine whose calls are recorded by `append`, which gets each line without its end.
    #[must_use]
    pub fn recorded(self, append: impl FnMut(&str) -> Result<(), String> + Send + 'static) -> Self {
        Self { recording: Some(Recording::new(append)), ..self }
    }

    /// Fails where a call could not be recorded.
    pub fn check_recording(&self) -> Result<(), BackendError> {
        self.recording.as_ref().map_or(Ok(()), |recording| recording.check(&*self.backend))
    }

    /// The handle to an engine with this price.
    #[must_use]
    pub fn priced(self, price: Option<Price>) -> Self {
        Self { price, ..self }
    }

    /// The handle to an engine whose remaining texts go to the next one where it breaks down.
    #[must_use]
    pub fn passing_on(self, passes_on: bool) -> Self {
        Self { passes_on, ..self }
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

    fn size(&self, request: &Request) -> usize {
        self.backend.size(request)
    }

    fn prepare(&self, pair: &Pair, stop: &Stop) -> Result<(), BackendError> {
        if let Some(recording) = &self.recording {
            recording.begin(&*self.backend)?;
        }
        self.backend.prepare(pair, stop)
    }

    /// Without a recording, which is made of what is asked.
    fn foresee(&self, pair: &Pair, stop: &Stop) -> Result<(), BackendError> {
        self.backend.foresee(pair, stop)
    }

    fn explain(&self, pair: &Pair, batch: &[Request]) -> Option<String> {
        self.backend.explain(pair, batch)
    }

    fn pacing(&self) -> Option<&Pacing> {
        Some(&self.pacing)
    }

    fn reach(&self) -> Reach {
        self.reach
    }

    fn is_local(&self) -> bool {
        self.is_local
    }

    fn price(&self) -> Option<&Price> {
        self.price.as_ref()
    }

    fn passes_on(&self) -> bool {
        self.passes_on
    }

    fn tokens(&self, pair: &Pair, batch: &[Request]) -> Option<Vec<usize>> {
        self.backend.tokens(pair, batch)
    }

    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        self.translate_charged(pair, batch, stop).0
    }

    fn translate_charged(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Charged {
        let Some(recording) = &self.recording else { return self.backend.translate_charged(pair, batch, stop) };
        if let Err(error) = recording.begin(&*self.backend) {
            return (Err(error), None);
        }
        let (result, charge) = self.backend.translate_charged(pair, batch, stop);
        recording.add(&*self.backend, pair, batch, &result);
        // An answer is paid for, and kept whether or not it could be recorded.
        (result, charge)
    }
}
