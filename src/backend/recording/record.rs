//! Recording.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::line::{Head, RecordedCall};
use crate::{
    backend::{Answer, Backend, BackendError, Capabilities, Limits, Request, Stop},
    model::Pair,
};

/// Appends a line to a recording.
type Append = dyn FnMut(&str) -> Result<(), String> + Send;

/// An engine whose calls are recorded.
pub struct Recorder {
    backend: Box<dyn Backend>,
    state: Mutex<RecorderState>,
}

struct RecorderState {
    append: Box<Append>,
    /// Why a line could not be appended.
    fault: Option<String>,
}

impl Recorder {
    /// Records the calls to a backend by `append`, which gets each line without its end. Fails where the first line cannot be
    /// appended.
    pub fn new(
        backend: Box<dyn Backend>,
        append: impl FnMut(&str) -> Result<(), String> + Send + 'static,
    ) -> Result<Self, BackendError> {
        let recorder = Self { state: Mutex::new(RecorderState { append: Box::new(append), fault: None }), backend };
        let head = serde_json::to_string(&Head::of(&*recorder.backend)).unwrap_or_default();
        recorder.append(&head);
        recorder.check().map(|()| recorder)
    }

    fn state(&self) -> MutexGuard<'_, RecorderState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn append(&self, line: &str) {
        let mut state = self.state();
        if state.fault.is_none() {
            state.fault = (state.append)(line).err();
        }
    }

    /// Fails where a line could not be appended: what cannot be recorded is not asked.
    fn check(&self) -> Result<(), BackendError> {
        match &self.state().fault {
            Some(cause) => {
                Err(BackendError::NotRecorded { engine: self.backend.name().to_owned(), cause: cause.clone() })
            }
            None => Ok(()),
        }
    }
}

impl Backend for Recorder {
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
        self.backend.prepare(pair, stop)
    }

    fn explain(&self, pair: &Pair, batch: &[Request]) -> Option<String> {
        self.backend.explain(pair, batch)
    }

    fn tokens(&self, pair: &Pair, batch: &[Request]) -> Option<Vec<usize>> {
        self.backend.tokens(pair, batch)
    }

    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        self.check()?;
        let result = self.backend.translate(pair, batch, stop);
        if result != Err(BackendError::Interrupted) {
            let call = RecordedCall::of(pair, self.backend.capabilities(pair), batch, &result);
            self.append(&serde_json::to_string(&call).unwrap_or_default());
        }
        // An answer is paid for, and kept whether or not it could be recorded.
        result
    }

    fn fault(&self) -> Option<BackendError> {
        self.check().err()
    }
}
