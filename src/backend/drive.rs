//! The order in which backends are asked, and the combined outcome.

use std::collections::{BTreeMap, BTreeSet};

use super::{Backend, BackendError, DriveOptions, FormChange, RejectionReason, Request, Stop, round};
use crate::model::{Pair, SegmentId, Target};

/// A segment that a backend failed to translate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The segment.
    pub id: SegmentId,
    /// The backend's name.
    pub backend: String,
    /// Why its draft was rejected.
    pub reason: RejectionReason,
}

/// The outcome of [`drive`]. Every request is in exactly one of `answers`, `unanswered`, or (once or more) `rejected`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DriveOutcome {
    /// The targets; valid whatever `error` says.
    pub answers: BTreeMap<SegmentId, Target>,
    /// The forms of terms that were put right in answers.
    pub changes: BTreeMap<SegmentId, Vec<FormChange>>,
    /// The segments for which an engine was told less than there is to tell, since it takes no more, with the number of hints
    /// that were left out.
    pub left_out: BTreeMap<SegmentId, usize>,
    /// The errors of backends that broke down and whose remaining segments went to the next one.
    pub passed_on: Vec<BackendError>,
    /// The segments that backends failed to translate, in the order of the requests.
    pub rejected: Vec<Rejection>,
    /// The segments for which no backend had an answer, or that were not reached because of `error`; in the order of
    /// the requests.
    pub unanswered: Vec<SegmentId>,
    /// Why the work is unfinished.
    pub error: Option<BackendError>,
}

/// Asks the backends one after the other; the first that has an answer for a segment provides it.
///
/// A backend that breaks down ends the work: its remaining segments are not passed to the next one, which the user
/// prefers less, unless the settings say so ([`Backend::passes_on`]). They stay unanswered, and the next run asks for them.
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
    let unique = open.clone();
    let mut rejected: BTreeMap<SegmentId, Vec<Rejection>> = BTreeMap::new();
    let mut incapable = None;
    let mut withheld = None;
    let mut planned = BTreeSet::new();
    let is_allowed =
        |backend: &&dyn Backend| backend.capabilities(pair).pair && (backend.is_local() || !options.embargo);
    let has_next = |place: usize| backends.iter().skip(place + 1).any(is_allowed);
    for (place, backend) in backends.iter().enumerate() {
        open.retain(|request| !outcome.answers.contains_key(&request.id) && !planned.contains(&request.id));
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
        if options.embargo && !backend.is_local() {
            withheld.get_or_insert_with(|| BackendError::Embargo {
                engine: backend.name().to_owned(),
                article: options.article.to_owned(),
            });
            continue;
        }
        tracing::debug!(engine = backend.name(), source = %pair.source, target = %pair.target, segments = open.len(), "asking");
        let prior = round::PriorProgress { answered: outcome.answers.len(), total: unique.len() };
        let later: Vec<&dyn Backend> =
            backends.iter().skip(place + 1).filter(|next| is_allowed(next)).copied().collect();
        let turn = round::turn(*backend, &later, pair, &open, prior, options, stop);
        outcome.answers.extend(turn.answers);
        outcome.changes.extend(turn.changes);
        outcome.left_out.extend(turn.left_out);
        planned.extend(turn.planned);
        for (id, reason) in turn.rejected {
            rejected.entry(id).or_default().push(Rejection { id, backend: backend.name().to_owned(), reason });
        }
        match turn.error {
            None => {}
            // What the other side itself has said; the next one is asked, as where it is known beforehand.
            Some(BackendError::Pair { .. }) => incapable = turn.error,
            Some(error) if backend.passes_on() && error.is_of_engine() && has_next(place) => {
                outcome.passed_on.push(error);
            }
            error => {
                outcome.error = error;
                break;
            }
        }
    }
    for request in unique {
        if outcome.answers.contains_key(&request.id) {
            continue;
        }
        match rejected.remove(&request.id) {
            Some(rejections) => outcome.rejected.extend(rejections),
            None => outcome.unanswered.push(request.id),
        }
    }
    if !outcome.unanswered.is_empty() && outcome.error.is_none() {
        outcome.error = withheld.or_else(|| outcome.passed_on.pop()).or(incapable);
        // While others may still wait to send.
        outcome.error.iter().for_each(options.on_trouble);
    }
    outcome
}
