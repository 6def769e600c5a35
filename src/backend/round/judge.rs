//! Whether a draft is accepted, with what is put right in it.

use std::collections::BTreeSet;

use super::super::{Backend, DraftVerdict, DriveOptions, FormChange, RejectionReason, Request, inspect, protect};
use crate::model::{Pair, SegmentId, Target, Text};

/// Which draft of a text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Try {
    /// The first, after which the engine can be asked once more.
    First,
    /// The last.
    Last,
}

/// A draft as it is accepted for a segment.
pub(super) struct AcceptedDraft {
    pub(super) id: SegmentId,
    pub(super) target: Target,
    pub(super) changes: Vec<FormChange>,
}

/// Inspects a draft for requests of the same wording, and puts its forms right where they are certain: at once where nothing is
/// wrong with it or the engine could not be told what is, and otherwise at the last try. Fails with all that is wrong with it.
pub(super) fn judge(
    backend: &dyn Backend,
    pair: &Pair,
    options: &DriveOptions<'_>,
    requests: &[&Request],
    draft: &str,
    which: Try,
) -> Result<Vec<AcceptedDraft>, Vec<RejectionReason>> {
    let capabilities = backend.capabilities(pair);
    let verdict = |request: &Request, target: &Target| {
        let mut verdict = options.judge.map_or_else(DraftVerdict::default, |judge| judge(request, target));
        // A term that is missing counts only where the engine is held to the terms.
        verdict.faults.retain(|fault| capabilities.terms || !matches!(fault, RejectionReason::Terms { .. }));
        verdict
    };
    let mut accepted = Vec::new();
    for request in requests {
        // They have the same placeholders, but these may stand for different links.
        let protected = protect(&request.source);
        let text = inspect(pair, &request.source, &protected, draft).map_err(|reason| vec![reason])?;
        let target = Target::draft(text, backend.name().to_owned());
        let DraftVerdict { faults, mended } = verdict(request, &target);
        if !faults.is_empty() && capabilities.hints && which == Try::First {
            return Err(faults);
        }
        let (target, changes) = match mended {
            Some(mended) if verdict(request, &mended.target).faults.is_empty() => (mended.target, mended.changes),
            _ if faults.is_empty() => (target, Vec::new()),
            _ => return Err(faults),
        };
        accepted.push(AcceptedDraft { id: request.id, target, changes });
    }
    Ok(accepted)
}

/// The requests of a call whose drafts are in doubt beside each other: of those, too, that would be refused by themselves,
/// since a number that one sentence lacks may be that of its neighbour.
pub(super) fn doubtful_drafts<'a>(
    backend: &dyn Backend,
    pair: &Pair,
    options: &DriveOptions<'_>,
    drafts: impl IntoIterator<Item = (&'a Request, &'a str)>,
) -> BTreeSet<SegmentId> {
    let Some(compare) = options.compare else { return BTreeSet::new() };
    let inspected = |(request, draft): (&'a Request, &str)| {
        let text = inspect(pair, &request.source, &protect(&request.source), draft);
        (request, Target::draft(text.unwrap_or_else(|_| Text::plain(draft)), backend.name().to_owned()))
    };
    let drafts: Vec<(&Request, Target)> = drafts.into_iter().map(inspected).collect();
    if drafts.len() < 2 {
        return BTreeSet::new();
    }
    let pairs: Vec<(&Request, &Target)> = drafts.iter().map(|(request, target)| (*request, target)).collect();
    compare(&pairs).into_iter().map(|(id, _)| id).collect()
}
