//! Whether a draft is accepted, with what is put right in it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{
        Backend, DraftVerdict, DriveOptions, FormChange, RejectionReason, Request, batch::RequestGroup, inspect,
        protect,
    },
    state::{AcceptedGroup, Try},
};
use crate::model::{Pair, SegmentId, Target, Text};

/// A draft as it is accepted for a segment.
pub(super) struct AcceptedDraft {
    pub(super) id: SegmentId,
    pub(super) target: Target,
    pub(super) changes: Vec<FormChange>,
}

/// A draft with its codes restored for each request of the same wording, or why it cannot be used there. They have the same
/// placeholders, but these may stand for different links.
pub(super) struct Inspected(Vec<Result<Text, RejectionReason>>);

impl Inspected {
    /// Inspects a draft for requests of the same wording.
    pub(super) fn new(pair: &Pair, requests: &[&Request], draft: &str) -> Self {
        let inspect = |request: &&Request| inspect(pair, &request.source, &protect(&request.source), draft);
        Self(requests.iter().map(inspect).collect())
    }
}

/// Judges an inspected draft, and puts its forms right where they are certain: at once where nothing is wrong with it or the
/// engine could not be told what is, and otherwise at the last try. Fails with all that is wrong with it.
pub(super) fn judge(
    backend: &dyn Backend,
    pair: &Pair,
    options: &DriveOptions<'_>,
    requests: &[&Request],
    draft: &Inspected,
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
    for (request, text) in requests.iter().zip(&draft.0) {
        let text = text.clone().map_err(|reason| vec![reason])?;
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
    options: &DriveOptions<'_>,
    drafts: impl IntoIterator<Item = (&'a Request, &'a str, &'a Inspected)>,
) -> BTreeSet<SegmentId> {
    let Some(compare) = options.compare else { return BTreeSet::new() };
    let target = |(request, draft, inspected): (&'a Request, &str, &Inspected)| {
        let text = inspected.0.first().and_then(|text| text.as_ref().ok()).cloned();
        (request, Target::draft(text.unwrap_or_else(|| Text::plain(draft)), backend.name().to_owned()))
    };
    let drafts: Vec<(&Request, Target)> = drafts.into_iter().map(target).collect();
    if drafts.len() < 2 {
        return BTreeSet::new();
    }
    let pairs: Vec<(&Request, &Target)> = drafts.iter().map(|(request, target)| (*request, target)).collect();
    compare(&pairs).into_iter().map(|(id, _)| id).collect()
}

/// The requests of which the stored first drafts are in doubt beside those that came in the same call.
pub(super) fn doubtful_stored(
    backend: &dyn Backend,
    options: &DriveOptions<'_>,
    groups: &[RequestGroup<'_>],
    firsts: &[Option<(String, Inspected)>],
) -> BTreeSet<SegmentId> {
    let mut calls: BTreeMap<usize, Vec<(&Request, &str, &Inspected)>> = BTreeMap::new();
    for (group, first) in groups.iter().zip(firsts) {
        if let (Some(request), Some((first, inspected))) = (group.requests.first(), first) {
            calls.entry(group.call).or_default().push((request, first, inspected));
        }
    }
    calls.into_values().flat_map(|drafts| doubtful_drafts(backend, options, drafts)).collect()
}

/// The accepted drafts that are in doubt where all of them are compared, each with the reason.
pub(super) fn doubts(
    options: &DriveOptions<'_>,
    requests: &[&Request],
    accepted: &[AcceptedGroup<'_>],
    answers: &BTreeMap<SegmentId, Target>,
) -> BTreeMap<SegmentId, RejectionReason> {
    let Some(compare) = options.compare else { return BTreeMap::new() };
    let drafted: BTreeSet<SegmentId> =
        accepted.iter().flat_map(|accepted| &accepted.group.requests).map(|request| request.id).collect();
    // The order of the article, whatever the order in which the answers came.
    let drafts = requests.iter().filter(|request| drafted.contains(&request.id));
    let pairs: Vec<(&Request, &Target)> =
        drafts.filter_map(|request| Some((*request, answers.get(&request.id)?))).collect();
    compare(&pairs).into_iter().collect()
}
