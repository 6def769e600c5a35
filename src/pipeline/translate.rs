//! Filling in of missing targets, and of nothing else.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    backend::{Backend, BackendError, DriveOptions, FormChange, Rejection, Request, Sibling, Similar, Stop, drive},
    glossary::{Termbase, hints},
    model::{Article, Origin, Pair, Role, Segment, SegmentId, State, Target, Text, Translation, Unit, cut},
};

use super::originals::original_hints;

/// How much surrounding prose is sent to a backend, in bytes on either side.
const CONTEXT_BYTES: usize = 300;
/// The longest block that is sent whole as the context of its sentences, in bytes.
const PARAGRAPH_BYTES: usize = 1200;

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
    /// What an engine that can use it is told besides the text.
    pub background: Background<'a>,
    /// Targets that need no backend: a speaker's original wordings.
    pub settled: &'a BTreeMap<SegmentId, Target>,
    /// Engines whose drafts are placeholders, so that any other backend may replace them.
    pub placeholders: &'a [&'a str],
    /// Whether to replace existing machine drafts.
    pub redo: bool,
}

/// What an engine that can use it is told besides the text, its terms and its context.
#[derive(Clone, Copy)]
pub struct Background<'a> {
    /// The newsroom's wishes about style; may be empty.
    pub style: &'a str,
    /// The segments of another edition that people have reviewed.
    pub siblings: &'a BTreeMap<SegmentId, Sibling>,
    /// Finds earlier sentences that have much in common with a text, the closest first.
    pub similar: &'a (dyn Fn(&Text) -> Vec<Similar> + Sync),
}

impl Default for Background<'_> {
    fn default() -> Self {
        static NO_SIBLINGS: BTreeMap<SegmentId, Sibling> = BTreeMap::new();
        Self { style: "", siblings: &NO_SIBLINGS, similar: &|_| Vec::new() }
    }
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
    /// The forms of terms that were put right in new drafts.
    pub changes: BTreeMap<SegmentId, Vec<FormChange>>,
    /// The segments for which an engine was told less than there is to tell, with the number of hints left out.
    pub left_out: BTreeMap<SegmentId, usize>,
    /// The errors of backends that broke down and whose remaining segments went to the next one.
    pub passed_on: Vec<BackendError>,
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
    let requests = requests(job, &translation);
    let outcome = drive(job.backends, job.pair, &requests, options, stop);
    for request in &requests {
        if let Some(target) = outcome.answers.get(&request.id) {
            translation.targets.insert(request.id, target.clone());
            added.push(request.id);
        }
    }
    Translated {
        translation,
        added,
        requested: requests.len(),
        changes: outcome.changes,
        left_out: outcome.left_out,
        passed_on: outcome.passed_on,
        rejected: outcome.rejected,
        error: outcome.error,
    }
}

impl Translated {
    /// Nothing was to be done.
    #[must_use]
    pub const fn unchanged(translation: Translation) -> Self {
        Self {
            translation,
            added: Vec::new(),
            requested: 0,
            changes: BTreeMap::new(),
            left_out: BTreeMap::new(),
            passed_on: Vec::new(),
            rejected: Vec::new(),
            error: None,
        }
    }
}

/// The requests for all segments that need a target and are not settled, in reading order.
#[must_use]
pub fn requests(job: &Job<'_>, translation: &Translation) -> Vec<Request> {
    let mut seen = BTreeSet::new();
    job.article
        .translated()
        .filter(|(_, segment)| seen.insert(segment.id) && !job.settled.contains_key(&segment.id))
        .filter(|(_, segment)| needs_target(job, translation.targets.get(&segment.id)))
        .map(|(unit, segment)| build_request(job, unit, segment))
        .collect()
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
    let is_whole = unit.segments.len() < 2;
    let paragraph = if is_whole { "" } else { cut(prose, &(0..PARAGRAPH_BYTES.min(prose.len()))).trim() };
    Request {
        before: before.trim().to_owned(),
        after: after.trim().to_owned(),
        paragraph: paragraph.to_owned(),
        hints,
        memory: (job.background.similar)(&source),
        sibling: job.background.siblings.get(&segment.id).cloned(),
        style: job.background.style.to_owned(),
        length: wanted_length(&unit.role, &source),
        ..Request::new(segment.id, unit.role.clone(), source)
    }
}

/// The most characters that a translation should have where a page has little room: a fifth more than the source, since
/// English is short.
fn wanted_length(role: &Role, source: &Text) -> Option<usize> {
    let is_limited = matches!(role, Role::Title | Role::Heading | Role::Caption | Role::Alt | Role::LinkTitle);
    let length = source.prose.chars().count();
    is_limited.then(|| length + (length / 5).max(8))
}
