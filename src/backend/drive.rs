//! In which order are the backends asked, and what came of it?

use std::collections::{BTreeMap, BTreeSet};

use super::{Backend, BackendError, DriveOptions, RejectionReason, Request, Stop, round};
use crate::model::{Pair, SegmentId, Target};

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
