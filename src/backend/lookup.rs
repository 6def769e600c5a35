//! Backends that ask no engine: people's files only, and what a function already knows.

use super::{Answer, Backend, BackendError, Capabilities, Limits, Request, Stop};
use crate::model::{Pair, Target};

/// Nobody but people: it never has an answer. The default.
#[derive(Debug, Clone, Copy, Default)]
pub struct Review;

impl Backend for Review {
    fn name(&self) -> &'static str {
        "review"
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        OURS
    }

    fn limits(&self) -> Limits {
        Limits::NONE
    }

    fn translate(&self, _: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        Ok(batch.iter().map(|_| Answer::Silent).collect())
    }
}

/// What a function knows by itself: a memory's match, a speaker's own wording.
pub struct Lookup<F> {
    /// Name of the backend (`memory`, `original`).
    pub name: &'static str,
    /// The target for a request, finished, where there is one.
    pub lookup: F,
}

impl<F: Fn(&Pair, &Request) -> Option<Target> + Send + Sync> Backend for Lookup<F> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        OURS
    }

    fn limits(&self) -> Limits {
        Limits::NONE
    }

    fn translate(&self, pair: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        Ok(batch.iter().map(|request| (self.lookup)(pair, request).map_or(Answer::Silent, Answer::Ready)).collect())
    }
}

/// What backends inside this program can do: every pair, at no cost.
pub(super) const OURS: Capabilities = Capabilities { pair: true, recorded: false, hints: true, context: true };
