//! Raises the review state of targets.

use crate::model::{Approval, SegmentId, State, Target, Translation};

/// The targets to approve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApprovalScope<'a> {
    /// All targets that are not stale.
    All,
    /// These targets, stale ones too: whoever names one has looked at it.
    Only(&'a [SegmentId]),
}

/// The outcome of an approval.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Approved {
    /// Targets raised to the state.
    pub raised: Vec<SegmentId>,
    /// Targets already at or above the state.
    pub already: Vec<SegmentId>,
    /// Targets skipped because their source has changed since.
    pub stale: Vec<SegmentId>,
    /// Named segments without a target.
    pub missing: Vec<SegmentId>,
}

/// Raises targets to `state`; never lowers one. A named stale target becomes the translation of its current sentence.
/// `date` is today, `YYYY-MM-DD`.
pub fn approve(
    translation: &mut Translation,
    scope: ApprovalScope<'_>,
    state: State,
    by: &str,
    date: &str,
) -> Approved {
    let mut approved = Approved::default();
    let mut raise = |id: SegmentId, target: &mut Target| {
        if target.state >= state && target.stale.is_none() {
            approved.already.push(id);
            return;
        }
        target.state = target.state.max(state);
        (target.stale, target.earlier_state) = (None, None);
        target.approval = Some(Approval { by: by.to_owned(), date: date.to_owned() });
        approved.raised.push(id);
    };
    match scope {
        ApprovalScope::Only(ids) => {
            for id in ids {
                match translation.targets.get_mut(id).filter(|target| !target.text.is_empty()) {
                    Some(target) => raise(*id, target),
                    None => approved.missing.push(*id),
                }
            }
        }
        ApprovalScope::All => {
            let mut stale_ids = Vec::new();
            for (id, target) in translation.targets.iter_mut().filter(|(_, target)| !target.text.is_empty()) {
                if target.stale.is_some() { stale_ids.push(*id) } else { raise(*id, target) }
            }
            approved.stale = stale_ids;
        }
    }
    approved
}
