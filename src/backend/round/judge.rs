//! Whether a draft is accepted, with what is put right in it.

use std::collections::BTreeSet;

use super::super::{
    Answer, Backend, DriveOptions, FormChange, RejectionReason, Request, batch::Batch, inspect, protect,
};
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
    let faults = |request: &Request, target: &Target| {
        let mut faults = options.accept.map_or_else(Vec::new, |accept| accept(request, target));
        // A term that is missing counts only where the engine is held to the terms.
        faults.retain(|fault| capabilities.terms || !matches!(fault, RejectionReason::Terms { .. }));
        faults
    };
    let mut accepted = Vec::new();
    for request in requests {
        // They have the same placeholders, but these may stand for different links.
        let protected = protect(&request.source);
        let text = inspect(pair, &request.source, &protected, draft).map_err(|reason| vec![reason])?;
        let target = Target::draft(text, backend.name().to_owned());
        let found = faults(request, &target);
        if !found.is_empty() && capabilities.hints && which == Try::First {
            return Err(found);
        }
        let (target, changes) = match options.mend.and_then(|mend| mend(request, &target)) {
            Some(mended) if faults(request, &mended.target).is_empty() => (mended.target, mended.changes),
            _ if found.is_empty() => (target, Vec::new()),
            _ => return Err(found),
        };
        accepted.push(AcceptedDraft { id: request.id, target, changes });
    }
    Ok(accepted)
}

/// The requests of a batch whose answers are in doubt beside each other: of those, too, that would be refused by themselves,
/// since a number that one sentence lacks may be that of its neighbour.
pub(super) fn doubtful_answers(
    backend: &dyn Backend,
    pair: &Pair,
    options: &DriveOptions<'_>,
    batch: &Batch<'_>,
    answers: &[Answer],
) -> BTreeSet<SegmentId> {
    let Some(compare) = options.compare.filter(|_| batch.groups.len() > 1) else { return BTreeSet::new() };
    let mut drafts: Vec<(&Request, Target)> = Vec::new();
    for (group, answer) in batch.groups.iter().zip(answers) {
        let (Some(request), Answer::Draft(draft)) = (group.requests.first(), answer) else { continue };
        let text = inspect(pair, &request.source, &protect(&request.source), draft);
        let text = text.unwrap_or_else(|_| Text::plain(draft.as_str()));
        drafts.push((request, Target::draft(text, backend.name().to_owned())));
    }
    let pairs: Vec<(&Request, &Target)> = drafts.iter().map(|(request, target)| (*request, target)).collect();
    compare(&pairs).into_iter().map(|(id, _)| id).collect()
}
