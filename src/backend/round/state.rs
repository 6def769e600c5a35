//! What the workers of a turn share, and what comes of it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::super::{
    BackendError, FormChange, RejectionReason,
    batch::{Batch, RequestGroup},
};
use crate::model::{SegmentId, Target};

/// Consecutive suspects after which the engine itself is given up: before it has ever worked, and after.
const MAX_SUSPECTS: (usize, usize) = (3, 5);
/// Consecutive timeouts after which an engine is given up, whether or not it has worked before.
const MAX_TIMEOUTS: u32 = 3;

/// Progress of the earlier backends.
#[derive(Clone, Copy)]
pub(in crate::backend) struct PriorProgress {
    pub(in crate::backend) answered: usize,
    pub(in crate::backend) total: usize,
}

/// The result of a backend's turn.
#[derive(Default)]
pub(in crate::backend) struct Turn {
    pub(in crate::backend) answers: BTreeMap<SegmentId, Target>,
    /// What was put right in the answers.
    pub(in crate::backend) changes: BTreeMap<SegmentId, Vec<FormChange>>,
    pub(in crate::backend) rejected: BTreeMap<SegmentId, RejectionReason>,
    pub(in crate::backend) error: Option<BackendError>,
    /// What would have been asked, had it not only been planned.
    pub(in crate::backend) planned: BTreeSet<SegmentId>,
    /// The segments for which the engine was told less than there is to tell, with the number of hints left out.
    pub(in crate::backend) left_out: BTreeMap<SegmentId, usize>,
}

/// Which draft of a text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Try {
    /// The first, after which the engine can be asked once more.
    First,
    /// The last.
    Last,
}

/// A group whose draft was accepted by itself.
pub(super) struct AcceptedGroup<'a> {
    pub(super) group: RequestGroup<'a>,
    pub(super) taken: Try,
}

/// State shared by the workers.
#[derive(Default)]
pub(super) struct SharedState<'a> {
    pub(super) queue: VecDeque<Batch<'a>>,
    /// The batches of the queue that are not yet written down to be sent.
    unsent: usize,
    pub(super) accepted: Vec<AcceptedGroup<'a>>,
    pub(super) turn: Turn,
    /// Single groups whose calls failed since the last successful call: is the fault theirs or the engine's?
    pub(super) suspects: Vec<(Vec<SegmentId>, RejectionReason, BackendError)>,
    /// Consecutive calls that timed out; each takes long, so few are allowed.
    pub(super) timeouts: u32,
    pub(super) has_worked: bool,
    /// Whether it is known what stands in the way of the backend.
    pub(super) is_prepared: bool,
    /// Whether the engine is sent nothing but texts, since it has refused what is said about them.
    pub(super) is_bare: bool,
}

impl<'a> SharedState<'a> {
    /// Begins with a queue.
    pub(super) fn fill(&mut self, queue: VecDeque<Batch<'a>>) {
        self.unsent = queue.len();
        self.queue = queue;
    }

    /// Counts a batch of the queue that is sent; returns whether it is the last.
    pub(super) const fn sends_last(&mut self) -> bool {
        self.unsent = self.unsent.saturating_sub(1);
        self.unsent == 0
    }

    /// Adds a group whose call failed; too many in a row mean that the engine fails at everything.
    pub(super) fn suspect(&mut self, ids: Vec<SegmentId>, failed: RejectionReason, error: BackendError) {
        self.suspects.push((ids, failed, error.clone()));
        let max = if self.has_worked { MAX_SUSPECTS.1 } else { MAX_SUSPECTS.0 };
        if self.suspects.len() >= max {
            self.turn.error.get_or_insert(error);
        }
    }

    /// Counts consecutive calls that timed out; returns whether there are too many.
    pub(super) const fn counts_timeouts(&mut self, error: &BackendError) -> bool {
        self.timeouts = if error.is_timeout() { self.timeouts + 1 } else { 0 };
        self.timeouts >= MAX_TIMEOUTS
    }

    /// Takes back the accepted drafts that are in doubt, where `is_taken` agrees.
    pub(super) fn take_doubtful(
        &mut self,
        doubts: &BTreeMap<SegmentId, RejectionReason>,
        is_taken: impl Fn(&AcceptedGroup<'a>, &RejectionReason) -> bool,
    ) -> Vec<(RequestGroup<'a>, RejectionReason)> {
        if doubts.is_empty() {
            return Vec::new();
        }
        let (mut doubtful, mut kept) = (Vec::new(), Vec::new());
        for group in self.accepted.drain(..) {
            let reason = group.group.requests.iter().find_map(|request| doubts.get(&request.id));
            match reason.filter(|reason| is_taken(&group, reason)) {
                Some(reason) => {
                    for request in &group.group.requests {
                        self.turn.answers.remove(&request.id);
                        self.turn.changes.remove(&request.id);
                    }
                    doubtful.push((group.group, reason.clone()));
                }
                None => kept.push(group),
            }
        }
        self.accepted = kept;
        doubtful
    }

    /// Rejects the suspects: the engine works, so the failures were their own fault.
    pub(super) fn reject_suspects(&mut self) {
        for (ids, reason, _) in self.suspects.drain(..) {
            self.turn.rejected.extend(ids.into_iter().map(|id| (id, reason.clone())));
        }
    }

    /// Decides about the remaining suspects: if no call ever succeeded, the engine is at fault.
    pub(super) fn finish(mut self) -> Turn {
        if self.turn.error.is_none() {
            if self.has_worked {
                self.reject_suspects();
            } else {
                self.turn.error = self.suspects.pop().map(|(_, _, error)| error);
            }
        }
        self.turn
    }
}
