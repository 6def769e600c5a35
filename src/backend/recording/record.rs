//! Recording.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::line::{Head, RecordedCall};
use crate::{
    backend::{Answer, Backend, BackendError, Request},
    model::Pair,
};

/// Appends a line to a recording.
type Append = dyn FnMut(&str) -> Result<(), String> + Send;

/// A recording in the making, which begins with the first call.
pub(in crate::backend) struct Recording {
    state: Mutex<RecordingState>,
}

struct RecordingState {
    append: Box<Append>,
    has_begun: bool,
    /// Why a line could not be appended.
    fault: Option<String>,
}

impl Recording {
    /// A recording into which nothing has been written. `append` gets each line without its end.
    pub(in crate::backend) fn new(append: impl FnMut(&str) -> Result<(), String> + Send + 'static) -> Self {
        Self { state: Mutex::new(RecordingState { append: Box::new(append), has_begun: false, fault: None }) }
    }

    /// Writes the first line, if it is not there yet. Fails where a line could not be appended: what cannot be recorded is
    /// not asked.
    pub(in crate::backend) fn begin(&self, backend: &dyn Backend) -> Result<(), BackendError> {
        let mut state = self.state();
        if !state.has_begun {
            state.has_begun = true;
            state.append(&serde_json::to_string(&Head::of(backend)).unwrap_or_default());
        }
        state.fault(backend)
    }

    /// Fails where a line could not be appended.
    pub(in crate::backend) fn check(&self, backend: &dyn Backend) -> Result<(), BackendError> {
        self.state().fault(backend)
    }

    /// Adds a call and what came of it. Interrupted, it has come to nothing.
    pub(in crate::backend) fn add(
        &self,
        backend: &dyn Backend,
        pair: &Pair,
        batch: &[Request],
        result: &Result<Vec<Answer>, BackendError>,
    ) {
        if *result != Err(BackendError::Interrupted) {
            let call = RecordedCall::of(backend, pair, batch, result);
            self.state().append(&serde_json::to_string(&call).unwrap_or_default());
        }
    }

    fn state(&self) -> MutexGuard<'_, RecordingState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl RecordingState {
    fn fault(&self, backend: &dyn Backend) -> Result<(), BackendError> {
        match &self.fault {
            Some(cause) => Err(BackendError::NotRecorded { engine: backend.name().to_owned(), cause: cause.clone() }),
            None => Ok(()),
        }
    }

    fn append(&mut self, line: &str) {
        if self.fault.is_none() {
            self.fault = (self.append)(line).err();
        }
    }
}
