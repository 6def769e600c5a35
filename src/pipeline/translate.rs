//! Filling in of missing targets, and of nothing else.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    backend::{Backend, BackendError, DriveOptions, Rejection, Request, Stop, drive},
    glossary::{Termbase, hints},
    model::{Article, Origin, Pair, Segment, SegmentId, State, Target, Translation, Unit, cut},
};

use super::originals::original_hints;

/// How much surrounding prose is sent to a backend, in bytes on either side.
const CONTEXT_BYTES: usize = 300;

/// A translation job.
pub struct Job<'a> {
    /// The article.
    pub article: &'a Article,
    /// The source and target locales.
    pub pair: &'a Pair,
    /// The glossary, for hints.
    pub termbase: &'a Termbase,
    /// The backends, in the order in which they are tried.
    pub backends: &'a [&'a dyn Backend],
    /// Targets that need no backend: a speaker's original wordings.
    pub settled: &'a BTreeMap<SegmentId, Target>,
    /// Engines whose drafts are placeholders, so that any other backend may replace them.
    pub placeholders: &'a [&'a str],
    /// Whether to replace existing machine drafts.
    pub redo: bool,
}

/// The result of a job.
#[derive(Debug, Clone)]
pub struct Translated {
    /// The translation with the new targets.
    pub translation: Translation,
    /// The segments that got a target in this job, in reading order.
    pub added: Vec<SegmentId>,
    /// The number of segments requested.
    pub requested: usize,
    /// The refused drafts.
    pub rejected: Vec<Rejection>,
    /// The error that ended the job early, if any; all answers before it are in the translation.
    pub error: Option<BackendError>,
}

/// Requests a draft from the backends for every segment that needs a target. A target written by a person is never
/// requested again, not even a stale one: its old text waits for a person. A stale machine draft is requested again.
#[must_use]
pub fn translate(job: &Job<'_>, mut translation: Translation, options: &DriveOptions<'_>, stop: &Stop) -> Translated {
    let mut added = Vec::new();
    for (id, target) in job.settled {
        if needs_target(job, translation.targets.get(id)) {
            translation.targets.insert(*id, target.clone());
            added.push(*id);
        }
    }
    let mut seen = BTreeSet::new();
    let requests: Vec<Request> = job
        .article
        .translated()
        .filter(|(_, segment)| seen.insert(segment.id) && !added.contains(&segment.id))
        .filter(|(_, segment)| needs_target(job, translation.targets.get(&segment.id)))
        .map(|(unit, segment)| build_request(job, unit, segment))
        .collect();
    let outcome = drive(job.backends, job.pair, &requests, options, stop);
    for request in &requests {
        if let Some(target) = outcome.answers.get(&request.id) {
            translation.targets.insert(request.id, target.clone());
            added.push(request.id);
        }
    }
    Translated { translation, added, requested: requests.len(), rejected: outcome.rejected, error: outcome.error }
}

/// Whether an article may have a segment that needs a target: one without a target, or with a machine's. If there is
/// none, [`translate`] would return the translation unchanged, and nothing has to be opened for it.
#[must_use]
pub fn may_need_targets(article: &Article, translation: &Translation) -> bool {
    article.translated().any(|(_, segment)| {
        let target = translation.targets.get(&segment.id);
        target.is_none_or(|target| matches!(target.origin, Origin::Machine { .. }))
    })
}

/// Whether a segment with this target must be requested.
fn needs_target(job: &Job<'_>, target: Option<&Target>) -> bool {
    let Some(target) = target else { return true };
    let Origin::Machine { engine } = &target.origin else { return false };
    // An approved draft counts as a person's: its text waits if the sentence has changed since.
    if target.state > State::Initial || target.approval.is_some() {
        return false;
    }
    // No person wrote a stale draft, so nothing is lost by requesting the new sentence.
    if target.is_stale() {
        return true;
    }
    let is_placeholder = job.placeholders.contains(&engine.as_str());
    let has_real_backend = job.backends.iter().any(|backend| !job.placeholders.contains(&backend.name()));
    job.redo || (is_placeholder && has_real_backend)
}

fn build_request(job: &Job<'_>, unit: &Unit, segment: &Segment) -> Request {
    let source = unit.text_of(segment);
    let mut hints = hints(job.termbase, job.pair, &source.prose);
    hints.extend(original_hints(unit, &segment.span, &job.pair.target));
    let prose = &unit.text.prose;
    let before = cut(prose, &(segment.span.start.saturating_sub(CONTEXT_BYTES)..segment.span.start));
    let after = cut(prose, &(segment.span.end..segment.span.end.saturating_add(CONTEXT_BYTES).min(prose.len())));
    Request {
        id: segment.id,
        role: unit.role.clone(),
        source,
        before: before.trim().to_owned(),
        after: after.trim().to_owned(),
        hints,
    }
}
