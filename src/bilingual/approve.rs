//! Raises the state of targets.

use crate::model::{Approval, SegmentId, State, Target, Translation};

/// Which targets are approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which<'a> {
    /// All that are not stale.
    All,
    /// These, stale ones too: who names one has looked at it.
    Only(&'a [SegmentId]),
}

/// What an approval did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Approved {
    /// Raised to the state.
    pub raised: Vec<SegmentId>,
    /// Already there or above.
    pub already: Vec<SegmentId>,
    /// Left out because their source has changed since.
    pub stale: Vec<SegmentId>,
    /// Named, but without a target.
    pub missing: Vec<SegmentId>,
}

/// Raises targets to `state`, never lowers one. A stale target that is named becomes the translation of the sentence it
/// stands beside. `date` is today, `YYYY-MM-DD`.
pub fn approve(translation: &mut Translation, which: Which<'_>, state: State, by: &str, date: &str) -> Approved {
    let mut approved = Approved::default();
    let mut raise = |id: SegmentId, target: &mut Target| {
        if target.state >= state && target.stale.is_none() {
            approved.already.push(id);
            return;
        }
        target.state = target.state.max(state);
        target.stale = None;
        target.approval = Some(Approval { by: by.to_owned(), date: date.to_owned() });
        approved.raised.push(id);
    };
    match which {
        Which::Only(ids) => {
            for id in ids {
                match translation.targets.get_mut(id).filter(|target| !target.text.is_empty()) {
                    Some(target) => raise(*id, target),
                    None => approved.missing.push(*id),
                }
            }
        }
        Which::All => {
            let mut outdated = Vec::new();
            for (id, target) in translation.targets.iter_mut().filter(|(_, target)| !target.text.is_empty()) {
                if target.stale.is_some() { outdated.push(*id) } else { raise(*id, target) }
            }
            approved.stale = outdated;
        }
    }
    approved
}
