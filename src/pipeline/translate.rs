//! What is missing is asked for, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    backend::{Backend, BackendError, DriveOptions, Rejection, Request, Stop, drive},
    glossary::{Termbase, hints},
    model::{Article, Origin, Pair, Segment, SegmentId, State, Target, Translation, Unit, cut},
};

use super::originals::original_hints;

/// How much prose of the neighbourhood a backend is told, in bytes on either side.
const CONTEXT: usize = 300;

/// A translation to be made.
pub struct Job<'a> {
    /// The article.
    pub article: &'a Article,
    /// From which language to which.
    pub pair: &'a Pair,
    /// The glossary, for hints.
    pub termbase: &'a Termbase,
    /// Who is asked, in order.
    pub backends: &'a [&'a dyn Backend],
    /// Targets that are settled without asking anyone: a speaker's original wordings.
    pub settled: &'a BTreeMap<SegmentId, Target>,
    /// Engines whose drafts only hold a place, so that any other backend may replace them.
    pub placeholders: &'a [&'a str],
    /// Whether to ask anew where a machine's draft stands.
    pub redo: bool,
}

/// What came of a job.
#[derive(Debug, Clone)]
pub struct Translated {
    /// The translation with what was added.
    pub translation: Translation,
    /// The segments that were given a target now, in reading order.
    pub added: Vec<SegmentId>,
    /// How many segments were asked for.
    pub asked: usize,
    /// Drafts that were refused.
    pub rejected: Vec<Rejection>,
    /// What stood in the way, where something did; all that was answered before is in the translation.
    pub error: Option<BackendError>,
}

/// Asks the backends for every segment that needs a target. A target that a person wrote is never asked for again, not
/// even a stale one: its old wording waits for a person. A stale draft of a machine is.
#[must_use]
pub fn translate(job: &Job<'_>, mut translation: Translation, options: &DriveOptions<'_>, stop: &Stop) -> Translated {
    let mut added = Vec::new();
    for (id, target) in job.settled {
        if is_open(job, translation.targets.get(id)) {
            translation.targets.insert(*id, target.clone());
            added.push(*id);
        }
    }
    let mut seen = BTreeSet::new();
    let requests: Vec<Request> = job
        .article
        .translated()
        .filter(|(_, segment)| seen.insert(segment.id) && !added.contains(&segment.id))
        .filter(|(_, segment)| is_open(job, translation.targets.get(&segment.id)))
        .map(|(unit, segment)| request(job, unit, segment))
        .collect();
    let outcome = drive(job.backends, job.pair, &requests, options, stop);
    for request in &requests {
        if let Some(target) = outcome.answers.get(&request.id) {
            translation.targets.insert(request.id, target.clone());
            added.push(request.id);
        }
    }
    Translated { translation, added, asked: requests.len(), rejected: outcome.rejected, error: outcome.error }
}

/// Whether an article may have a segment that needs a target: without one, or with a machine's. Where there is none, a
/// translation is as it would come out of [`translate`], and nothing has to be opened for it.
#[must_use]
pub fn may_be_open(article: &Article, translation: &Translation) -> bool {
    article.translated().any(|(_, segment)| {
        let target = translation.targets.get(&segment.id);
        target.is_none_or(|target| matches!(target.origin, Origin::Machine { .. }))
    })
}

/// Whether a segment with this target is to be asked for.
fn is_open(job: &Job<'_>, target: Option<&Target>) -> bool {
    let Some(target) = target else { return true };
    let Origin::Machine { engine } = &target.origin else { return false };
    // Whoever approved a draft made it a person's, and its wording waits when the sentence has changed since.
    if target.state > State::Initial || target.approval.is_some() {
        return false;
    }
    // Nobody has written a stale draft, so nothing is lost when its new sentence is asked for.
    if target.is_stale() {
        return true;
    }
    let is_placeholder = job.placeholders.contains(&engine.as_str());
    let someone_else = job.backends.iter().any(|backend| !job.placeholders.contains(&backend.name()));
    job.redo || (is_placeholder && someone_else)
}

fn request(job: &Job<'_>, unit: &Unit, segment: &Segment) -> Request {
    let source = unit.text_of(segment);
    let mut hints = hints(job.termbase, job.pair, &source.prose);
    hints.extend(original_hints(unit, &segment.span, &job.pair.target));
    let prose = &unit.text.prose;
    let before = cut(prose, &(segment.span.start.saturating_sub(CONTEXT)..segment.span.start));
    let after = cut(prose, &(segment.span.end..segment.span.end.saturating_add(CONTEXT).min(prose.len())));
    Request {
        id: segment.id,
        role: unit.role.clone(),
        source,
        before: before.trim().to_owned(),
        after: after.trim().to_owned(),
        hints,
    }
}
