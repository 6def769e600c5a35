//! Settling of conflicts: two people's targets for one segment, of which a person chooses one or writes a third.
//!
//! The text that gives way stays beside the segment as a remark with its author's name.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::{
    Author, DeskError, FindingWithText, Loaded, Observer, OpenConflicts, Workspace,
    approve::parse_segment_id,
    findings::locate,
    leftovers,
    merge::{article_of, locale_of, withhold},
};
use crate::{
    bilingual::{
        Bilingual, BilingualUnit, MergeOutcome, Policy, SentDigests, add_to_segment, digest, is_human,
        merge as merge_targets, same,
    },
    model::{CodeKind, Locale, Origin, Piece, Remark, SegmentId, State, Target, Text, Translation, extension_of},
    pipeline::Segmenters,
    project::{read_text, remove_read, replace, shown},
    source::refuse_conflict,
};

/// How often a file is read anew that somebody else saves again and again.
const MAX_TRIES: usize = 8;

/// What a remark that holds a text which gave way begins with.
const OTHER: &str = "Another translation: ";

/// Which text stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolution<'a> {
    /// That of the segment file.
    Ours,
    /// That of the conflict file.
    Theirs,
    /// That of this file: a conflict file that a person has edited, in its place or elsewhere. A segment without a text in it
    /// stays open.
    File(&'a Path),
}

/// The conflicts to settle, and how.
#[derive(Debug, Clone)]
pub struct ResolveRequest<'a> {
    /// Which text stays.
    pub resolution: Resolution<'a>,
    /// Ids of the segments to settle; all if empty.
    pub segments: Vec<String>,
    /// The state of a text that is taken over, and whose decision it is; ours keeps its own.
    pub policy: Policy,
}

/// What became of a conflict file.
#[derive(Debug)]
pub struct Resolved {
    /// The file's name.
    pub name: String,
    /// The number of segments that are settled.
    pub settled: usize,
    /// The number of segments that should have been settled and are not: somebody has saved yet another text meanwhile, or the
    /// conflict file has lost the text.
    pub open: usize,
    /// The number of texts that were taken over but not approved, since they have findings at the gate.
    pub withheld: usize,
    /// Whether the file is gone, since its last segment is settled.
    pub is_gone: bool,
    /// Findings about the texts that were taken over.
    pub findings: Vec<FindingWithText>,
}

/// Settles the conflicts of these articles, all if none is named, in the selected locales. A named segment that is in no
/// conflict is an error, reported after the rest is done.
pub fn resolve(
    workspace: &Workspace,
    slugs: &[String],
    request: &ResolveRequest<'_>,
    observer: &dyn Observer,
) -> Result<(Vec<Resolved>, Vec<DeskError>), DeskError> {
    let ids = request.segments.iter().map(|name| parse_segment_id(name)).collect::<Result<Vec<_>, _>>()?;
    let is_wanted = |id: &SegmentId| ids.is_empty() || ids.contains(id);
    let settled_texts = match request.resolution {
        Resolution::File(path) => Some(read_settled(workspace, path)?),
        Resolution::Ours | Resolution::Theirs => None,
    };
    let mut found = leftovers(workspace, slugs)?;
    let mut errors = std::mem::take(&mut found.errors);
    for error in &errors {
        observer.failed(error);
    }
    // The oldest file first: of several texts of others, the last one stays.
    found
        .conflicts
        .sort_by_key(|open| (open.locale.to_string(), open.slug.clone(), open.name.len(), open.name.clone()));
    let (mut resolved, mut seen) = (Vec::new(), BTreeSet::new());
    for open in &found.conflicts {
        if settled_texts.as_ref().is_some_and(|file| file.slug != open.slug || file.locale != open.locale) {
            continue;
        }
        let here: Vec<SegmentId> = open.segments.iter().filter(|id| is_wanted(id)).copied().collect();
        seen.extend(here.iter().copied());
        if here.is_empty() {
            continue;
        }
        match settle(workspace, open, &here, settled_texts.as_ref(), request, observer) {
            Ok(done) => resolved.push(done),
            Err(error) => {
                observer.failed(&error);
                errors.push(error);
            }
        }
    }
    let decided = settled_texts.as_ref().map(|file| file.texts.keys().filter(|id| is_wanted(id)).copied());
    if let Some(id) = ids.iter().copied().chain(decided.into_iter().flatten()).find(|id| !seen.contains(id)) {
        let error = DeskError::NoConflict { id: id.to_string() };
        observer.failed(&error);
        errors.push(error);
    }
    Ok((resolved, errors))
}

/// The texts on which a person has decided.
struct SettledTexts {
    slug: String,
    locale: Locale,
    texts: BTreeMap<SegmentId, Text>,
}

fn read_settled(workspace: &Workspace, path: &Path) -> Result<SettledTexts, DeskError> {
    let name = shown(path);
    let text = read_text(path)?;
    refuse_conflict(&text).map_err(DeskError::source(name.as_str()))?;
    let format = workspace.registries.format_of(extension_of(path).as_deref(), &text);
    let format = format.ok_or_else(|| DeskError::UnknownFormat { name: name.clone(), known: Vec::new() })?;
    let file = format.read(&text).map_err(DeskError::bilingual(name.as_str()))?.value;
    let (slug, locale) = (article_of(workspace, &file, &name)?, locale_of(workspace, &file, &name)?);
    let texts = file.units.iter().filter_map(|unit| Some((segment_of(unit)?, unit.target.as_ref()?.text.clone())));
    Ok(SettledTexts { slug, locale, texts: texts.collect() })
}

/// Settles segments of one conflict file.
fn settle(
    workspace: &Workspace,
    open: &OpenConflicts,
    ids: &[SegmentId],
    settled_texts: Option<&SettledTexts>,
    request: &ResolveRequest<'_>,
    observer: &dyn Observer,
) -> Result<Resolved, DeskError> {
    let format = workspace.segment_format()?;
    let loaded: Loaded = workspace.load(&Segmenters::new(&workspace.resources.locales), &open.slug)?;
    let article = &loaded.article;
    let ours = workspace.store.translation(article, &open.locale)?;
    let text = read_text(&open.path)?;
    let file = format.read(&text).map_err(DeskError::bilingual(open.name.as_str()))?.value;
    let authors = format.authors(&text).map_err(DeskError::bilingual(open.name.as_str()))?;
    let (mut chosen, mut without_text): (Vec<(BilingualUnit, Text)>, BTreeSet<SegmentId>) = Default::default();
    let Bilingual { original, source, units, .. } = file;
    let target = Some(open.locale.clone());
    let mut theirs = Bilingual { original, source, target, units: Vec::new(), obsolete: Vec::new(), fixed_slug: None };
    for unit in units {
        let Some(id) = segment_of(&unit).filter(|id| ids.contains(id)) else { continue };
        let Some(their_text) = unit.target.as_ref().map(|target| target.text.clone()) else {
            without_text.insert(id);
            continue;
        };
        let current = ours.translation.targets.get(&id);
        let settled_text = match (request.resolution, settled_texts) {
            (Resolution::Ours, _) => None,
            (Resolution::Theirs, _) => Some(their_text.clone()),
            (Resolution::File(_), file) => match file.and_then(|file| file.texts.get(&id)) {
                // Nobody has decided on it yet.
                None => continue,
                settled_text => settled_text.cloned(),
            },
        };
        let mut decided = BilingualUnit { id: Some(id), ..unit.clone() };
        let stays = settled_text.as_ref().or(current.map(|current| &current.text));
        if stays.is_none_or(|stays| !same(stays, &their_text)) {
            decided.remarks.push(other_translation(&their_text, authors.get(&unit.name).cloned()));
        }
        decided.target = settled_text.map(|text| Target::human(text, None));
        decided.edited = true;
        if let Some(current) = current {
            // Whoever decides has seen ours.
            let ours = Some(digest(&current.text));
            let source = unit.sent.map_or_else(|| digest(&unit.source), |sent| sent.source);
            decided.sent = Some(SentDigests { source, target: ours, ours });
        }
        chosen.push((unit, their_text));
        theirs.units.push(decided);
    }
    let mut merged = merge_targets(article, &ours.translation, &theirs, &request.policy)
        .map_err(DeskError::bilingual(open.name.as_str()))?;
    let conflicts = merged.outcomes.iter().filter(|(_, outcome)| *outcome == MergeOutcome::Conflict);
    let mut still_open: BTreeSet<SegmentId> = conflicts.map(|(id, _)| *id).chain(without_text).collect();
    for (unit, their_text) in &chosen {
        let Some(id) = segment_of(unit) else { continue };
        if let Some(author) = authors.get(&unit.name) {
            name_author(&mut merged.translation, id, their_text, author);
        }
        keep_ours(&ours.translation, &mut merged.translation, id);
    }
    let approves = request.policy.as_state > State::Translated;
    let withheld =
        if approves { withhold(workspace, &loaded, &ours, &mut merged, request.policy.as_state)? } else { 0 };
    let saved = workspace.save(article, &ours, &merged.translation, Author::Person, observer)?;
    let meanwhile = saved.meanwhile.map(|meanwhile| meanwhile.conflicts).unwrap_or_default();
    still_open.extend(meanwhile.iter().map(|conflict| conflict.id));
    if matches!(request.resolution, Resolution::File(_)) && !meanwhile.is_empty() {
        // Never in place of the file that is being settled: it holds the segments that are still open.
        workspace.store.save_conflicts(article, &open.locale, &meanwhile, Path::new(""))?;
    }
    chosen.retain(|(unit, _)| segment_of(unit).is_some_and(|id| !still_open.contains(&id)));
    let is_gone = take_out(workspace, open, &chosen)?;
    let findings = locate(&loaded, &open.locale, &ours, &merged.translation, merged.findings);
    Ok(Resolved { name: open.name.clone(), settled: chosen.len(), open: still_open.len(), withheld, is_gone, findings })
}

/// Returns the segment of a unit in a conflict file, where a second one of the same segment is named `ID.2`.
fn segment_of(unit: &BilingualUnit) -> Option<SegmentId> {
    unit.id.or_else(|| unit.name.split_once('.')?.0.parse().ok())
}

/// Gives a text that was taken over the name of its author, unless somebody else has been named.
fn name_author(translation: &mut Translation, id: SegmentId, text: &Text, author: &str) {
    if let Some(target) = translation.targets.get_mut(&id).filter(|target| same(&target.text, text))
        && let Origin::Human { by: by @ None } = &mut target.origin
    {
        *by = Some(author.to_owned());
    }
}

/// Keeps our text as a remark, if a person wrote it and it gave way.
fn keep_ours(before: &Translation, after: &mut Translation, id: SegmentId) {
    let Some(ours) = before.targets.get(&id).filter(|ours| is_human(ours)) else { return };
    if after.targets.get(&id).is_some_and(|target| same(&target.text, &ours.text)) {
        return;
    }
    let author = match &ours.origin {
        Origin::Human { by: Some(by) } => Some(by.clone()),
        _ => ours.approval.as_ref().map(|approval| approval.by.clone()),
    };
    add_to_segment(&mut after.remarks, id, &[other_translation(&ours.text, author)]);
}

/// Returns a text as a remark by its author; codes are written as `<1>`, `</1>`, `<2/>`.
fn other_translation(text: &Text, by: Option<String>) -> Remark {
    let pieces = text.pieces().map(|piece| match piece {
        Piece::Prose(prose) => prose.to_owned(),
        Piece::Code(code) => match code.kind {
            CodeKind::Open => format!("<{}>", code.id),
            CodeKind::Close => format!("</{}>", code.id),
            CodeKind::Single => format!("<{}/>", code.id),
        },
    });
    let words = pieces.fold(OTHER.to_owned(), |words, piece| words + &piece);
    // Under our own name it would count as our note, which is written anew each time.
    Remark { by: by.filter(|by| by != "tolmach"), text: words }
}

/// Takes settled units out of a conflict file, unless somebody has changed them meanwhile; returns whether the file is gone.
fn take_out(workspace: &Workspace, open: &OpenConflicts, settled: &[(BilingualUnit, Text)]) -> Result<bool, DeskError> {
    let format = workspace.segment_format()?;
    for _ in 0..MAX_TRIES {
        let text = read_text(&open.path)?;
        let file = format.read(&text).map_err(DeskError::bilingual(open.name.as_str()))?.value;
        let is_settled = |unit: &BilingualUnit| {
            let is_unit = |(known, text): &(BilingualUnit, Text)| {
                known.name == unit.name && unit.target.as_ref().is_some_and(|target| same(&target.text, text))
            };
            settled.iter().any(is_unit)
        };
        let names: BTreeSet<String> =
            file.units.iter().filter(|unit| is_settled(unit)).map(|unit| unit.name.clone()).collect();
        let is_done = match format.without(&text, &names).map_err(DeskError::bilingual(open.name.as_str()))? {
            Some(rest) if rest == text => return Ok(false),
            Some(rest) => replace(&open.path, Some(text.as_bytes()), rest.as_bytes())?.then_some(false),
            None => remove_read(&open.path, text.as_bytes())?.then_some(true),
        };
        if let Some(is_gone) = is_done {
            return Ok(is_gone);
        }
    }
    Err(DeskError::Changed { name: open.name.clone() })
}
