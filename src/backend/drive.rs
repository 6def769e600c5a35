//! In which order are the backends asked, and what came of it?

use std::collections::{BTreeMap, BTreeSet};

use super::{Backend, BackendError, Clock, Patience, RejectionReason, Request, Stop, SystemClock, round};
use crate::{
    ledger::Ledger,
    model::{Pair, SegmentId, Target},
};

/// A check of a whole draft that knows the language or the glossary: the reason where it must not be taken.
pub type Accept<'a> = dyn Fn(&Request, &Target) -> Result<(), RejectionReason> + Sync + 'a;

/// What the driver works with besides the backends.
#[derive(Clone, Copy)]
pub struct DriveOptions<'a> {
    /// Where questions and answers are kept; without one nothing is.
    pub ledger: Option<&'a dyn Ledger>,
    /// Told after each step how many of all requests are answered or given up: (done, total). From any thread, in order.
    pub on_progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Calls at the same time, at least 1.
    pub jobs: usize,
    /// The time.
    pub clock: &'a dyn Clock,
    /// How long one goes on asking.
    pub patience: Patience,
    /// Whether to ask anew where the stored answers cannot be used; else they are what they are, and nothing is paid
    /// for twice.
    pub again: bool,
    /// A further check of each draft.
    pub accept: Option<&'a Accept<'a>>,
}

impl Default for DriveOptions<'_> {
    /// No ledger, no progress, one call at a time, the real clock.
    fn default() -> Self {
        const QUIET: fn(usize, usize) = |_, _| {};
        Self {
            ledger: None,
            on_progress: &QUIET,
            jobs: 1,
            clock: &SystemClock,
            patience: Patience::default(),
            again: false,
            accept: None,
        }
    }
}

/// A segment for which a backend was asked in vain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The segment.
    pub id: SegmentId,
    /// The backend's name.
    pub backend: String,
    /// Why its draft was not taken.
    pub reason: RejectionReason,
}

/// What came of it. Every request is in exactly one of `answers`, `unanswered`, or (once or more) `rejected`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DriveOutcome {
    /// The targets; what is here stays, whatever `error` says.
    pub answers: BTreeMap<SegmentId, Target>,
    /// The segments that were asked for in vain, in the order of the requests.
    pub rejected: Vec<Rejection>,
    /// The segments for which no backend had an answer, or that were not come to because of `error`; in the order of
    /// the requests.
    pub unanswered: Vec<SegmentId>,
    /// What kept the work from being finished.
    pub error: Option<BackendError>,
}

/// Asks the backends one after the other; the first that has an answer for a segment gives it.
///
/// A backend that breaks down ends the work: the segments that it still owed are not handed to the next one, which the
/// user wants less. They are unanswered, and the next run asks for them.
#[must_use]
pub fn drive(
    backends: &[&dyn Backend],
    pair: &Pair,
    requests: &[Request],
    options: &DriveOptions<'_>,
    stop: &Stop,
) -> DriveOutcome {
    let mut outcome = DriveOutcome::default();
    let mut seen = BTreeSet::new();
    let mut open: Vec<&Request> = requests.iter().filter(|request| seen.insert(request.id)).collect();
    let asked = open.clone();
    let mut rejected: BTreeMap<SegmentId, Vec<Rejection>> = BTreeMap::new();
    let mut incapable = None;
    for backend in backends {
        open.retain(|request| !outcome.answers.contains_key(&request.id));
        if open.is_empty() {
            break;
        }
        if stop.is_set() {
            outcome.error = Some(BackendError::Interrupted);
            break;
        }
        if !backend.capabilities(pair).pair {
            incapable = Some(BackendError::Pair { engine: backend.name().to_owned(), pair: pair.clone() });
            continue;
        }
        tracing::debug!(engine = backend.name(), source = %pair.source, target = %pair.target, segments = open.len(), "asking");
        let before = round::Before { answered: outcome.answers.len(), total: asked.len() };
        let turn = round::turn(*backend, pair, &open, before, options, stop);
        outcome.answers.extend(turn.answers);
        for (id, reason) in turn.rejected {
            rejected.entry(id).or_default().push(Rejection { id, backend: backend.name().to_owned(), reason });
        }
        if turn.error.is_some() {
            outcome.error = turn.error;
            break;
        }
    }
    for request in asked {
        if outcome.answers.contains_key(&request.id) {
            continue;
        }
        match rejected.remove(&request.id) {
            Some(rejections) => outcome.rejected.extend(rejections),
            None => outcome.unanswered.push(request.id),
        }
    }
    if !outcome.unanswered.is_empty() && outcome.error.is_none() {
        outcome.error = incapable;
    }
    outcome
}
