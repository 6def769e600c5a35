//! Raises the review state of targets.

use std::collections::BTreeSet;

use crate::model::{Approval, Despite, SegmentId, State, Target, Translation};

/// The targets to approve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApprovalScope<'a> {
    /// All targets that are not stale.
    All,
    /// These targets, stale ones too: whoever names one has looked at it.
    Only(&'a [SegmentId]),
}

/// Who approves to which state, and in spite of what.
#[derive(Debug, Clone, Copy)]
pub struct ApprovalTerms<'a> {
    /// The new state.
    pub state: State,
    /// The approver's name.
    pub by: &'a str,
    /// Today, `YYYY-MM-DD`.
    pub date: &'a str,
    /// What the approver accepts; recorded with each approval to which it applies.
    pub despite: &'a BTreeSet<Despite>,
    /// The engines whose drafts are placeholders, which nobody can approve.
    pub placeholders: &'a [&'a str],
    /// The segments with a finding at or above the gate.
    pub with_findings: &'a BTreeSet<SegmentId>,
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
    /// Targets left because their text is a placeholder.
    pub placeholders: Vec<SegmentId>,
    /// Machine drafts left because nobody has edited or confirmed them.
    pub drafts: Vec<SegmentId>,
    /// Targets left because of a finding at or above the gate.
    pub with_findings: Vec<SegmentId>,
}

/// Raises targets to a state; never lowers one. A named stale target becomes the translation of its current sentence.
/// A placeholder is never raised; a draft that nobody edited, or a target with a finding, only where the terms accept
/// it.
pub fn approve(translation: &mut Translation, scope: ApprovalScope<'_>, terms: &ApprovalTerms<'_>) -> Approved {
    let mut approved = Approved::default();
    let mut raise = |id: SegmentId, target: &mut Target| {
        if target.is_drafted_by(terms.placeholders) {
            target.withdraw_placeholder(terms.placeholders);
            approved.placeholders.push(id);
            return;
        }
        if target.state >= terms.state && target.stale.is_none() {
            approved.already.push(id);
            return;
        }
        let mut despite = BTreeSet::new();
        for (applies, what, left) in [
            (target.is_draft(), Despite::Drafts, &mut approved.drafts),
            (terms.with_findings.contains(&id), Despite::Findings, &mut approved.with_findings),
        ] {
            if applies && !terms.despite.contains(&what) {
                left.push(id);
                return;
            }
            despite.extend(applies.then_some(what));
        }
        target.state = target.state.max(terms.state);
        (target.stale, target.written_for, target.earlier_state) = (None, None, None);
        target.approval = Some(Approval { by: terms.by.to_owned(), date: terms.date.to_owned(), despite });
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
