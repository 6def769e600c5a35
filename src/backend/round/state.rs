//! What the workers of a turn share, and what comes of it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{
    super::{
        BackendError, FormChange, RejectionReason,
        batch::{Batch, RequestGroup},
    },
    judge::Try,
};
use crate::model::{SegmentId, Target};

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
    pub(super) accepted: Vec<AcceptedGroup<'a>>,
    pub(super) turn: Turn,
    /// Single groups whose calls failed since the last successful call: is the fault theirs or the engine's?
    pub(super) suspects: Vec<(Vec<SegmentId>, RejectionReason, BackendError)>,
    /// Consecutive calls that timed out; each takes long, so few are allowed.
    pub(super) timeouts: u32,
    pub(super) has_worked: bool,
}

impl SharedState<'_> {
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
