//! The merge of an edited bilingual file into our translation.
//!
//! An empty target deletes nothing: tools clear targets without asking anyone. What counts is whether a target is still
//! the one that was sent, whose digest is in the file. One that is counts as confirmed where its state has been raised,
//! or where the person who merges says so; to what state is raised is the person's word, not the file's.

use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Bilingual, BilingualError, BilingualUnit, Digest,
    digest::{digest, synthetic_id},
    error::check_locale,
    obsolete::ObsoleteTargets,
    refresh::{ArticleSentence, Sentences, stale_copy, successor_places},
    remarks::add_to_segment,
    same,
    space::{flowed, settled},
    unseen::{look, looks_alike},
};
use crate::model::{
    Approval, Args, Article, CodeKind, Finding, Obsolete, Origin, Place, Problem, Problems, Remark, Role, SegmentId,
    Severity, Side, State, Target, Text, Translation,
};

/// How a person's edits are accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The review state they get: Translated, or higher when a second person edited them.
    pub as_state: State,
    /// Who edited them.
    pub by: Option<String>,
    /// Today, `YYYY-MM-DD`; recorded with a state above Translated.
    pub date: String,
    /// Whether every target that came back unchanged is right, unless it is stale.
    pub accept_unchanged: bool,
    /// What the states in a file mean.
    pub states: ReturnedStates,
    /// The engines whose drafts are placeholders: nobody can confirm one.
    pub placeholders: Vec<String>,
}

/// What the states in a returned file mean.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ReturnedStates {
    /// A state above the one that was sent confirms a translation that came back unchanged.
    #[default]
    Raised,
    /// Nothing, for a tool that raises every state.
    Ignore,
}

/// The outcome for one returned segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MergeOutcome {
    /// It is what was sent, or what we already have.
    Untouched,
    /// A person edited it: accepted.
    Edited,
    /// A person left it as it was and said that it is right.
    Confirmed,
    /// It is a placeholder, which nobody can confirm: left as it was.
    Placeholder,
    /// Its sentence has changed since: kept as the successor's stale target.
    Stale,
    /// Two people's different targets for one segment: ours stays.
    Conflict,
    /// Its sentence was removed without a successor: kept as obsolete.
    Obsolete,
    /// The file names a segment that was never ours: kept as obsolete.
    Unknown,
}

/// Two people's different targets for one segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The segment.
    pub id: SegmentId,
    /// Role of its block.
    pub role: Role,
    /// The sentence.
    pub source: Text,
    /// Our target, which stays.
    pub ours: Target,
    /// The returned target.
    pub theirs: Target,
    /// The segment's remarks, theirs among them.
    pub remarks: Vec<Remark>,
    /// Line of the returned file, from 1.
    pub line: usize,
}

/// The result of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Our translation with the returned edits.
    pub translation: Translation,
    /// The outcome for each returned segment, in the file's order; a segment named by another tool is listed under the
    /// id it was matched to.
    pub outcomes: Vec<(SegmentId, MergeOutcome)>,
    /// For [`super::xliff::conflicts`].
    pub conflicts: Vec<Conflict>,
    /// Broken codes (`codes`) and unknown segments (`merge-unknown`).
    pub findings: Vec<Finding>,
    /// Number of remarks that we did not have.
    pub new_remarks: usize,
    /// Number of the article's segments that the file does not have.
    pub not_returned: usize,
}

/// How the codes of a returned text differ from the source's; codes are written as `<1>`, `</1>`, `<2/>`.
enum ReturnedCodesProblem {
    /// Some are missing, and there are others that the source does not have.
    Differ { missing: String, extra: String },
    /// Some are missing.
    Missing { missing: String },
    /// There are some that the source does not have, or has less often.
    Extra { extra: String },
    /// All are there, but a pair closes before it opens.
    Order,
}

impl Problem for ReturnedCodesProblem {
    fn rule(&self) -> &'static str {
        "codes"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Differ { .. } => "codes-returned-differ",
            Self::Missing { .. } => "codes-returned-missing",
            Self::Extra { .. } => "codes-returned-extra",
            Self::Order => "codes-returned-order",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Differ { missing, extra } => vec![("missing", missing.into()), ("extra", extra.into())],
            Self::Missing { missing } => vec![("missing", missing.into())],
            Self::Extra { extra } => vec![("extra", extra.into())],
            Self::Order => Args::new(),
        }
    }

    fn all() -> Vec<Self> {
        let (missing, extra) = (|| "<1>, </1>".to_owned(), || "<9/>".to_owned());
        vec![
            Self::Differ { missing: missing(), extra: extra() },
            Self::Missing { missing: missing() },
            Self::Extra { extra: extra() },
            Self::Order,
        ]
    }
}

/// A returned segment was never ours.
struct UnknownSegmentProblem {
    unit: String,
}

impl Problem for UnknownSegmentProblem {
    fn rule(&self) -> &'static str {
        "merge-unknown"
    }

    fn id(&self) -> &'static str {
        "merge-unknown"
    }

    fn args(&self) -> Args {
        vec![("unit", (&self.unit).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { unit: "3".to_owned() }]
    }
}

/// Returns every problem that merging can report.
pub(super) fn problems() -> [Problems; 2] {
    [Problems::of::<ReturnedCodesProblem>(), Problems::of::<UnknownSegmentProblem>()]
}

/// Merges a returned file into our translation of the article (as returned by [`super::refresh()`]). Merging the same
/// file again changes nothing.
///
/// A file for another locale or another article is an error.
pub fn merge(
    article: &Article,
    ours: &Translation,
    theirs: &Bilingual,
    policy: &Policy,
) -> Result<Merge, BilingualError> {
    check_locale(&article.locale, &theirs.source)?;
    if let Some(target) = &theirs.target {
        check_locale(&ours.locale, target)?;
    }
    let sentences = Sentences::of(article);
    let by_source: HashMap<Digest, SegmentId> =
        sentences.list.iter().rev().map(|sentence| (digest(&sentence.text()), sentence.id)).collect();
    let known_ids: HashSet<SegmentId> =
        ours.targets.keys().copied().chain(ours.obsolete.iter().map(|old| old.id)).collect();
    let is_known = |unit: &BilingualUnit| {
        unit.id.is_some_and(|id| sentences.has(id) || known_ids.contains(&id))
            || by_source.contains_key(&digest(&unit.source))
    };
    let matched = theirs.units.iter().filter(|unit| is_known(unit)).count();
    if theirs.slug() != article.slug && matched * 2 <= theirs.units.len().saturating_sub(1) {
        let (expected, found) = (article.slug.clone(), theirs.original.clone());
        return Err(BilingualError::WrongArticle { expected, found });
    }
    let mut by_look: HashMap<Vec<u32>, Vec<SegmentId>> = HashMap::new();
    for sentence in &sentences.list {
        by_look.entry(look(&sentence.text())).or_default().push(sentence.id);
    }
    // The sentence under its new id, where only what no reader sees has changed since; of several, the one of its number.
    let alike = |unit: &BilingualUnit| {
        let occurrence = unit.id.map_or(1, |id| id.occurrence);
        let place = usize::try_from(occurrence).ok()?.checked_sub(1)?;
        let id = by_look.get(&look(&unit.source))?.get(place).copied()?;
        sentences.get(id).filter(|sentence| looks_alike(&sentence.text(), &unit.source)).map(|_| id)
    };
    let segment = |unit: &BilingualUnit| match unit.id {
        Some(id) => Some(id).filter(|id| sentences.has(*id)).or_else(|| alike(unit)),
        None => by_source.get(&digest(&unit.source)).copied().or_else(|| alike(unit)),
    };
    let returned: HashSet<SegmentId> = theirs.units.iter().filter_map(segment).collect();
    let moved = if theirs.units.iter().all(|unit| segment(unit).is_some()) {
        HashMap::new()
    } else {
        successor_places(&sentences, theirs, |_| false)
    };
    let mut merger = Merger {
        policy,
        obsolete: ObsoleteTargets::of(ours.obsolete.clone()),
        merged: Merge {
            translation: Translation {
                obsolete: Vec::new(),
                // Only where our own file is gone: an address never follows a returned file.
                fixed_slug: ours.fixed_slug.clone().or_else(|| theirs.fixed_slug.clone()),
                ..ours.clone()
            },
            outcomes: Vec::new(),
            conflicts: Vec::new(),
            findings: Vec::new(),
            new_remarks: 0,
            not_returned: sentences.list.iter().filter(|s| s.is_translated() && !returned.contains(&s.id)).count(),
        },
    };
    for (index, unit) in theirs.units.iter().enumerate() {
        let (id, outcome) = if let Some(sentence) = segment(unit).and_then(|id| sentences.get(id)) {
            add_to_segment(&mut merger.merged.translation.remarks, sentence.id, &unit.remarks);
            (sentence.id, merger.merge_current(unit, sentence))
        } else {
            let successor = moved.get(&index).and_then(|place| sentences.list.get(*place));
            let outcome = merger.merge_removed(unit, successor);
            merger.merge_remarks_of_removed(unit, successor);
            (unit.id.unwrap_or_else(|| synthetic_id(&unit.source)), outcome)
        };
        merger.merged.outcomes.push((id, outcome));
    }
    for unit in &theirs.obsolete {
        if unit.edited {
            let outcome = merger.merge_obsolete(unit);
            merger.merged.outcomes.extend(unit.id.map(|id| (id, outcome)));
        }
        let is_current = |id: &SegmentId| sentences.has(*id);
        merger.merge_remarks_of_removed(unit, unit.id.filter(is_current).and_then(|id| sentences.get(id)));
    }
    merger.merged.translation.obsolete = merger.obsolete.into_list();
    merger.merged.new_remarks = count_remarks(&merger.merged.translation).saturating_sub(count_remarks(ours));
    let mut outcomes = merger.merged.outcomes.iter().map(|(_, outcome)| *outcome).peekable();
    if outcomes.peek().is_some() && outcomes.all(|outcome| outcome == MergeOutcome::Unknown) {
        // Nothing in it is ours: another text under our article's name.
        merger.merged.findings.iter_mut().for_each(|finding| finding.severity = Severity::Major);
    }
    Ok(merger.merged)
}

fn count_remarks(translation: &Translation) -> usize {
    let obsolete = translation.obsolete.iter().map(|old| old.remarks.len());
    translation.remarks.values().map(Vec::len).chain(obsolete).sum()
}

/// A merge in progress.
struct Merger<'p> {
    policy: &'p Policy,
    obsolete: ObsoleteTargets,
    merged: Merge,
}

impl Merger<'_> {
    /// Merges a segment that the article still has.
    fn merge_current(&mut self, unit: &BilingualUnit, sentence: &ArticleSentence<'_>) -> MergeOutcome {
        let ours = self.merged.translation.targets.get(&sentence.id);
        let (edited, confirmed) = (is_edit(unit, ours, self.policy), self.is_confirmed(unit, ours));
        let Some(theirs) = unit.target.as_ref().filter(|_| edited || confirmed) else { return MergeOutcome::Untouched };
        let source = sentence.text();
        if unit.sent.is_some_and(|sent| sent.source != digest(&source)) && !looks_alike(&unit.source, &source) {
            // The same id, but not the sentence that the translator saw.
            return self.merge_removed(unit, Some(sentence));
        }
        if self.is_placeholder(theirs, ours) {
            return MergeOutcome::Placeholder;
        }
        let written_for =
            Some(flowed(&unit.source)).filter(|old| !same(old, &source) && looks_alike(old, &source)).map(Box::new);
        if confirmed {
            return self.confirm(sentence, theirs, written_for);
        }
        let edited = Target { written_for, ..self.human_target(theirs, ours, &source) };
        match ours {
            Some(ours) if same(&ours.text, &theirs.text) => {
                let is_settled = ours.state >= self.policy.as_state && ours.stale.is_none();
                if is_settled {
                    return MergeOutcome::Untouched;
                }
            }
            Some(ours) if ours_changed(ours, unit) && is_our_earlier_target(theirs, unit) => {
                return MergeOutcome::Untouched;
            }
            Some(ours) if is_human(ours) && ours.stale.is_none() && ours_changed(ours, unit) => {
                let ours = ours.clone();
                return self.conflict(unit, sentence.id, ours, edited);
            }
            Some(ours) if is_human(ours) && ours_changed(ours, unit) => {
                // A person's stale target gives way to a person's target for this very sentence, but is kept.
                let (source, target) = (ours.stale.clone().unwrap_or_default(), ours.clone());
                let (id, role, remarks) = (synthetic_id(&source), unit.role.clone(), Vec::new());
                let entry = Obsolete { id, role, source, target, remarks };
                self.obsolete.add(entry);
            }
            _ => {}
        }
        self.check_codes(unit, sentence.id, &sentence.text(), &edited.text);
        self.merged.translation.targets.insert(sentence.id, edited);
        MergeOutcome::Edited
    }

    /// Accepts a target as it was sent; unless ours has changed since.
    fn confirm(
        &mut self,
        sentence: &ArticleSentence<'_>,
        theirs: &Target,
        written_for: Option<Box<Text>>,
    ) -> MergeOutcome {
        let (id, source) = (sentence.id, &sentence.text());
        let ours = self.merged.translation.targets.get(&id);
        let target = match ours {
            Some(ours) if !same(&ours.text, &theirs.text) => return MergeOutcome::Untouched,
            Some(ours) if ours.state >= self.policy.as_state && ours.stale.is_none() => return MergeOutcome::Untouched,
            Some(ours) => Target { text: ours.text.clone(), ..self.human_target(theirs, Some(ours), source) },
            None => self.human_target(theirs, None, source),
        };
        self.merged.translation.targets.insert(id, Target { written_for, ..target });
        MergeOutcome::Confirmed
    }

    /// Whether a person has said that the target which we sent is right.
    fn is_confirmed(&self, unit: &BilingualUnit, ours: Option<&Target>) -> bool {
        let Some(theirs) = unit.target.as_ref().filter(|_| !is_edit(unit, ours, self.policy)) else { return false };
        if unit.sent.is_none_or(|sent| sent.target != sent.ours) && same(&theirs.text, &unit.source) {
            // A copy of the source, for tools that show no empty target.
            return false;
        }
        // What the file cannot tell of its sending, ours tells if it is still the same.
        let is_as_sent = |ours: &&Target| {
            ours.stale.is_none()
                && same(&ours.text, &theirs.text)
                && (unit.sent.is_none() || ours.origin == theirs.origin && ours.approval == theirs.approval)
        };
        let sent_state = ours.filter(is_as_sent).map(|ours| ours.state).or(unit.sent_state);
        let is_raised =
            self.policy.states == ReturnedStates::Raised && sent_state.is_some_and(|sent| unit.marked > sent);
        let is_stale = theirs.stale.is_some() || ours.is_some_and(Target::is_stale);
        is_raised || self.policy.accept_unchanged && !is_stale
    }

    /// Whether a returned target is a placeholder that nobody has edited.
    fn is_placeholder(&self, theirs: &Target, ours: Option<&Target>) -> bool {
        let engines: Vec<&str> = self.policy.placeholders.iter().map(String::as_str).collect();
        theirs.is_drafted_by(&engines)
            || ours.is_some_and(|ours| ours.is_drafted_by(&engines) && same(&ours.text, &theirs.text))
    }

    /// Merges a segment that the article no longer has; `successor` is the one that took its place.
    fn merge_removed(&mut self, unit: &BilingualUnit, successor: Option<&ArticleSentence<'_>>) -> MergeOutcome {
        let Some(theirs) = &unit.target else { return MergeOutcome::Untouched };
        let source = flowed(&unit.source);
        let id = unit.id.unwrap_or_else(|| synthetic_id(&unit.source));
        let successor = successor.map(|sentence| sentence.id);
        // Our target may not have been carried over to the article yet.
        let before = if successor == Some(id) { None } else { self.merged.translation.targets.remove(&id) };
        let current = successor.and_then(|id| self.merged.translation.targets.get(&id)).cloned();
        let old = self.obsolete.newest(id).map(|old| old.target.clone());
        let is_theirs =
            |target: &Option<Target>| target.as_ref().is_some_and(|target| same(&target.text, &theirs.text));
        let last = before.as_ref().or(old.as_ref()).or(current.as_ref());
        let (confirmed, have_any) = (self.is_confirmed(unit, last), last.is_some());
        let is_draft = |target: &Option<Target>| target.as_ref().is_some_and(|target| !is_human(target));
        if before.is_none() && (is_theirs(&current) && !(confirmed && is_draft(&current)) || is_theirs(&old)) {
            return MergeOutcome::Untouched;
        }
        let edit = confirmed || is_edit(unit, last, self.policy);
        if edit && self.is_placeholder(theirs, last) {
            return MergeOutcome::Placeholder;
        }
        let target = match before {
            Some(before) if edit => {
                if is_human(&before) && ours_changed(&before, unit) {
                    self.add_obsolete(unit, id, before);
                }
                self.human_target(theirs, None, &source)
            }
            Some(before) => before,
            None if edit => self.human_target(theirs, None, &source),
            // What we sent: ours has changed since, or it was a draft.
            None if have_any || !is_human(theirs) => return MergeOutcome::Untouched,
            None => Target { text: settled(theirs.text.clone(), &source), ..theirs.clone() },
        };
        self.check_codes(unit, successor.unwrap_or(id), &source, &target.text);
        let stale = stale_copy(&target, &source);
        let (Some(place), Some(ours)) = (successor, current.as_ref()) else {
            return match successor {
                Some(place) => self.insert_stale(place, stale),
                None => self.add_obsolete(unit, id, target),
            };
        };
        let same_source = ours.stale.as_ref().is_some_and(|old| same(old, &unit.source));
        match (is_human(ours), same_source) {
            (false, _) if ours.state == State::Initial => self.insert_stale(place, stale),
            (true, true) if ours_changed(ours, unit) => self.conflict(unit, place, ours.clone(), stale),
            (_, true) => self.insert_stale(place, stale),
            // The target there translates the new sentence, or another old one.
            _ => self.add_obsolete(unit, id, target),
        }
    }

    /// Adds the remarks of a segment that the article no longer has to its successor's, or keeps them with what is
    /// obsolete.
    fn merge_remarks_of_removed(&mut self, unit: &BilingualUnit, successor: Option<&ArticleSentence<'_>>) {
        if unit.remarks.is_empty() {
            return;
        }
        let remarks = &mut self.merged.translation.remarks;
        if let Some(sentence) = successor {
            return add_to_segment(remarks, sentence.id, &unit.remarks);
        }
        let id = unit.id.unwrap_or_else(|| synthetic_id(&unit.source));
        self.obsolete.add_remarks(id, &unit.role, &unit.source, &unit.remarks);
    }

    fn insert_stale(&mut self, successor: SegmentId, stale: Target) -> MergeOutcome {
        self.merged.translation.targets.insert(successor, stale);
        MergeOutcome::Stale
    }

    /// Adds a target whose sentence was removed without a successor to the obsolete ones.
    fn add_obsolete(&mut self, unit: &BilingualUnit, id: SegmentId, target: Target) -> MergeOutcome {
        let (role, source, remarks) = (unit.role.clone(), flowed(&unit.source), Vec::new());
        let entry = Obsolete { id, role, source, target, remarks };
        let sent = unit.sent.and_then(|sent| sent.ours);
        self.obsolete.replace(entry, sent);
        if unit.id.is_some() {
            return MergeOutcome::Obsolete;
        }
        let place = Place { line: Some(unit.line), ..Place::default() };
        let problem = UnknownSegmentProblem { unit: unit.name.clone() };
        self.merged.findings.push(Finding::new(problem, Severity::Minor, place));
        MergeOutcome::Unknown
    }

    /// Merges an edited unit of the obsolete group.
    fn merge_obsolete(&mut self, unit: &BilingualUnit) -> MergeOutcome {
        let (Some(theirs), Some(id)) = (&unit.target, unit.id) else { return MergeOutcome::Untouched };
        if self.obsolete.has(id, &theirs.text) {
            return MergeOutcome::Untouched;
        }
        let edited = self.human_target(theirs, None, &flowed(&unit.source));
        self.add_obsolete(unit, id, edited)
    }

    /// Returns a person's edit as our target.
    fn human_target(&self, theirs: &Target, ours: Option<&Target>, source: &Text) -> Target {
        let Policy { as_state, by, date, .. } = self.policy;
        let same_words = ours.filter(|ours| same(&ours.text, &theirs.text));
        let by = by.clone().or_else(|| match same_words.map(|ours| &ours.origin) {
            Some(Origin::Human { by }) => by.clone(),
            _ => None,
        });
        let state = same_words.map_or(State::Initial, |ours| ours.state).max(*as_state).max(State::Translated);
        let approval = by
            .clone()
            .filter(|_| *as_state > State::Translated)
            .map(|by| Approval::new(by, date.clone()))
            .or_else(|| same_words.and_then(|ours| ours.approval.clone()));
        Target { state, approval, ..Target::human(settled(theirs.text.clone(), source), by) }
    }

    fn conflict(&mut self, unit: &BilingualUnit, id: SegmentId, ours: Target, theirs: Target) -> MergeOutcome {
        let (role, source) = (unit.role.clone(), flowed(&unit.source));
        let remarks = self.merged.translation.remarks.get(&id).cloned().unwrap_or_default();
        self.merged.conflicts.push(Conflict { id, role, source, ours, theirs, remarks, line: unit.line });
        MergeOutcome::Conflict
    }

    /// Reports codes that an editor lost, duplicated or crossed; the text is accepted all the same.
    fn check_codes(&mut self, unit: &BilingualUnit, id: SegmentId, source: &Text, target: &Text) {
        let (expected, actual) = (source.code_keys(), target.code_keys());
        if expected == actual && is_in_order(target) == is_in_order(source) {
            return;
        }
        let (missing, extra) = (code_difference(&expected, &actual), code_difference(&actual, &expected));
        let problem = match (missing.is_empty(), extra.is_empty()) {
            (false, false) => ReturnedCodesProblem::Differ { missing, extra },
            (false, true) => ReturnedCodesProblem::Missing { missing },
            (true, false) => ReturnedCodesProblem::Extra { extra },
            (true, true) => ReturnedCodesProblem::Order,
        };
        let place = Place { line: Some(unit.line), segment: Some(id), side: Side::Target, ..Place::default() };
        self.merged.findings.push(Finding::new(problem, Severity::Critical, place));
    }
}

/// Lists the codes of `from` that `others` lacks, as shown in messages.
fn code_difference(from: &[(u32, CodeKind)], others: &[(u32, CodeKind)]) -> String {
    let mut rest: HashMap<(u32, CodeKind), usize> = HashMap::new();
    for key in others {
        *rest.entry(*key).or_default() += 1;
    }
    let lacking = from.iter().filter(|key| match rest.get_mut(key) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    let names = lacking.map(|(id, kind)| match kind {
        CodeKind::Open => format!("<{id}>"),
        CodeKind::Close => format!("</{id}>"),
        CodeKind::Single => format!("<{id}/>"),
    });
    names.collect::<Vec<_>>().join(", ")
}

/// Whether every pair opens before it closes.
fn is_in_order(text: &Text) -> bool {
    let mut open: HashMap<u32, i32> = HashMap::new();
    text.codes.iter().all(|(_, code)| {
        let count = open.entry(code.id).or_default();
        match code.kind {
            CodeKind::Open => *count += 1,
            CodeKind::Close => *count -= 1,
            CodeKind::Single => {}
        }
        *count >= 0
    })
}

/// Whether a person has changed a returned target. `ours` stands in for the sent target when the file has no record of
/// it.
fn is_edit(unit: &BilingualUnit, ours: Option<&Target>, policy: &Policy) -> bool {
    let Some(theirs) = &unit.target else { return false };
    let is_marked = unit.marked > State::Initial && policy.states == ReturnedStates::Raised;
    let is_copy = || same(&theirs.text, &unit.source) && !is_marked;
    match (unit.sent, ours) {
        (Some(sent), _) => match sent.target {
            Some(target) => target != digest(&theirs.text),
            None => !is_copy(),
        },
        (None, Some(ours)) => !same(&ours.text, &theirs.text) && !is_copy(),
        (None, None) => !is_copy(),
    }
}

/// Whether our target has changed since the file was sent.
fn ours_changed(ours: &Target, unit: &BilingualUnit) -> bool {
    unit.sent.is_none_or(|sent| sent.ours != Some(digest(&ours.text)))
}

/// Whether the returned target is the one we had when the file was sent: a tool has filled it in from our own memory.
fn is_our_earlier_target(theirs: &Target, unit: &BilingualUnit) -> bool {
    unit.sent.is_some_and(|sent| sent.ours == Some(digest(&theirs.text)))
}

/// Whether a person wrote or confirmed it.
#[must_use]
pub fn is_human(target: &Target) -> bool {
    matches!(target.origin, Origin::Human { .. }) || target.approval.is_some()
}
