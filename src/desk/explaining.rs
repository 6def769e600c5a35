//! Stand-ins for an engine and the ledger, with which a run says what it would ask, and asks and records nothing.

use std::sync::{Mutex, PoisonError};

use crate::{
    backend::{Answer, Backend, BackendError, Capabilities, Limits, Request, Stop},
    ledger::{Bill, Journal, Key, Ledger, LedgerError, LedgerRequest},
    model::Pair,
};

/// What has been explained so far.
#[derive(Debug, Default)]
pub(super) struct Explained(Mutex<(String, Vec<String>)>);

impl Explained {
    /// The engine's name and the requests.
    pub(super) fn into_parts(self) -> (String, Vec<String>) {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, engine: &str, request: String) {
        let mut explained = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        engine.clone_into(&mut explained.0);
        explained.1.push(request);
    }
}

/// An engine that says what it would be asked, and asks nothing.
pub(super) struct Explaining<'a> {
    engine: &'a dyn Backend,
    explained: &'a Explained,
}

impl<'a> Explaining<'a> {
    /// The first engine of a chain that would be asked for this pair, with its place.
    pub(super) fn first_of(
        backends: &[&'a dyn Backend],
        pair: &Pair,
        explained: &'a Explained,
    ) -> Option<(usize, Self)> {
        let is_asked = |backend: &dyn Backend| {
            let capabilities = backend.capabilities(pair);
            capabilities.pair && capabilities.recorded
        };
        let (at, engine) = backends.iter().enumerate().find(|(_, backend)| is_asked(**backend))?;
        Some((at, Self { engine: *engine, explained }))
    }
}

impl Backend for Explaining<'_> {
    fn name(&self) -> &str {
        self.engine.name()
    }

    fn identity(&self) -> String {
        self.engine.identity()
    }

    fn capabilities(&self, pair: &Pair) -> Capabilities {
        self.engine.capabilities(pair)
    }

    fn limits(&self) -> Limits {
        self.engine.limits()
    }

    fn size(&self, request: &Request) -> usize {
        self.engine.size(request)
    }

    fn translate(&self, pair: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        if let Some(request) = self.engine.explain(pair, batch) {
            self.explained.add(self.engine.name(), request);
        }
        Ok(batch.iter().map(|_| Answer::Silent).collect())
    }
}

/// A ledger that answers, and into which nothing is written.
pub(super) struct ReadOnly<'a>(pub(super) Option<&'a Journal>);

impl Ledger for ReadOnly<'_> {
    fn answer(&self, key: &Key) -> Option<String> {
        self.0.and_then(|journal| journal.answer(key))
    }

    fn record_requests(&self, _: &[LedgerRequest]) -> Result<(), LedgerError> {
        Ok(())
    }

    fn record_answers(&self, _: &[(Key, String)]) -> Result<(), LedgerError> {
        Ok(())
    }

    fn record_refusals(&self, _: &[Key]) -> Result<(), LedgerError> {
        Ok(())
    }

    fn in_doubt(&self) -> Vec<LedgerRequest> {
        Vec::new()
    }

    fn bill(&self) -> Vec<Bill> {
        Vec::new()
    }
}
