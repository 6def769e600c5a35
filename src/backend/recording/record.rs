//! Recording.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::line::{Head, RecordedCall};
use crate::{
    backend::{Answer, Backend, BackendError, Request},
    model::Pair,
};

/// Appends a line to a recording.
type Append = dyn FnMut(&str) -> Result<(), String> + Send;

/// A recording in the making.
pub(in crate::backend) struct Recording {
    engine: String,
    state: Mutex<RecordingState>,
}

struct RecordingState {
    append: Box<Append>,
    /// Why a line could not be appended.
    fault: Option<String>,
}

impl Recording {
    /// Begins the recording of a backend with its first line. `append` gets each line without its end; fails where it does.
    pub(in crate::backend) fn begin(
        backend: &dyn Backend,
        append: impl FnMut(&str) -> Result<(), String> + Send + 'static,
    ) -> Result<Self, BackendError> {
        let state = Mutex::new(RecordingState { append: Box::new(append), fault: None });
        let recording = Self { engine: backend.name().to_owned(), state };
        recording.append(&serde_json::to_string(&Head::of(backend)).unwrap_or_default());
        recording.check().map(|()| recording)
    }

    /// Fails where a line could not be appended: what cannot be recorded is not asked.
    pub(in crate::backend) fn check(&self) -> Result<(), BackendError> {
        match &self.state().fault {
            Some(cause) => Err(BackendError::NotRecorded { engine: self.engine.clone(), cause: cause.clone() }),
            None => Ok(()),
        }
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
            let call = RecordedCall::of(pair, backend.capabilities(pair), batch, result);
            self.append(&serde_json::to_string(&call).unwrap_or_default());
        }
    }

    fn append(&self, line: &str) {
        let mut state = self.state();
        if state.fault.is_none() {
            state.fault = (state.append)(line).err();
        }
    }

    fn state(&self) -> MutexGuard<'_, RecordingState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
