//! Merges edited bilingual files into segment files.

use std::{collections::HashSet, path::Path};

use super::{
    Author, DeskError, FindingWithText, Loaded, Observer, Stored, Workspace, between::compare_alone,
    contexts::Contexts, findings::locate, readiness::with_findings, reviewed::review_translation,
};
use crate::{
    bilingual::{Bilingual, BilingualError, Merge, MergeOutcome, Policy, join, merge as merge_targets, refresh, same},
    model::{Article, Locale, SegmentId, State, Translation, extension_of},
    pipeline::Segmenters,
    project::{TranslationFileKind, is_same_file, read_xml, shown, translation_files},
    source::refuse_conflict,
};

/// How edits are merged.
#[derive(Debug, Clone)]
pub struct MergeOptions {
    /// The new state of edited segments; Translated if `None`.
    pub state: Option<State>,
    /// The name of the editor or approver.
    pub by: Option<String>,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
    /// Whether targets that came back unchanged are right.
    pub accept_unchanged: bool,
}

/// The result of merging one file.
#[derive(Debug)]
pub struct MergedFile {
    /// The merged file.
    pub name: String,
    /// The number of segments for each outcome.
    pub outcomes: Vec<(MergeOutcome, usize)>,
    /// The file with the targets that were not merged; `None` if there are none.
    pub conflicts: Option<String>,
    /// The number of targets that were accepted but not raised to the state asked for, because of findings at or above
    /// the gate.
    pub withheld: usize,
    /// The number of remarks that we did not have.
    pub new_remarks: usize,
    /// The number of the article's segments that the file lacks.
    pub not_returned: usize,
    /// Findings about the file.
    pub findings: Vec<FindingWithText>,
}

/// Turns options into a policy; fails if they would approve targets without a name.
pub fn merge_policy(workspace: &Workspace, options: MergeOptions) -> Result<Policy, DeskError> {
    let nameless = options.by.as_deref().is_none_or(|by| by.trim().is_empty());
    if options.state.is_some_and(|state| state > State::Translated) && nameless {
        return Err(DeskError::ApprovalWithoutName);
    }
    Ok(Policy {
        as_state: options.state.unwrap_or(State::Translated),
        by: options.by,
        date: options.today,
        accept_unchanged: options.accept_unchanged,
        states: workspace.settings.returned_states,
        placeholders: workspace.registries.placeholders().into_iter().map(str::to_owned).collect(),
    })
}

/// Merges one file into the segment file of its article and locale.
pub fn merge(
    workspace: &Workspace,
    path: &Path,
    policy: &Policy,
    observer: &dyn Observer,
) -> Result<MergedFile, DeskError> {
    merge_file(workspace, path, None, policy, observer)
}

/// Merges one file into the segment file of this article, whichever the file names: the article has another name now. A
/// segment file of the earlier name gives all that is in it, and not only what has been edited since.
pub fn merge_into(
    workspace: &Workspace,
    path: &Path,
    article: &str,
    policy: &Policy,
    observer: &dyn Observer,
) -> Result<MergedFile, DeskError> {
    merge_file(workspace, path, Some(article), policy, observer)
}

fn merge_file(
    workspace: &Workspace,
    path: &Path,
    article: Option<&str>,
    policy: &Policy,
    observer: &dyn Observer,
) -> Result<MergedFile, DeskError> {
    let name = shown(path);
    let text = read_xml(path)?;
    refuse_conflict(&text).map_err(DeskError::source(name.as_str()))?;
    let format = workspace.registries.format_of(extension_of(path).as_deref(), &text);
    let format = format.ok_or_else(|| DeskError::UnknownFormat { name: name.clone(), known: Vec::new() })?;
    let parsed = format.read(&text).map_err(DeskError::bilingual(name.as_str()))?;
    let mut theirs = parsed.value;
    let slug = match article {
        Some(article) => workspace.slugs(&[article.to_owned()])?.concat(),
        None => article_of(workspace, &theirs, &name)?,
    };
    let locale = locale_of(workspace, &theirs, &name)?;
    theirs.target = Some(locale.clone());
    let loaded: Loaded = workspace.load(&Segmenters::new(&workspace.resources.locales), &slug)?;
    let article = &loaded.article;
    let ours = workspace.store.translation(article, &locale)?;
    let mut merged = if is_orphan(workspace, path)? {
        adopt(article, &ours.translation, &theirs)
    } else {
        // Of another name, but this article's.
        theirs.original = format!("source/{slug}.{}", article.skeleton.output_extension());
        merge_targets(article, &ours.translation, &theirs, policy).map_err(DeskError::bilingual(name.as_str()))?
    };
    let withheld = if policy.as_state > State::Translated {
        withhold(workspace, &loaded, &ours, &mut merged, policy.as_state)?
    } else {
        0
    };
    let saved = workspace.save(article, &ours, &merged.translation, Author::Person, observer)?;
    for mut conflict in saved.meanwhile.map(|meanwhile| meanwhile.conflicts).unwrap_or_default() {
        conflict.line = theirs.places().get(&conflict.id).map_or(0, |place| place.line);
        let outcomes = merged.outcomes.iter_mut().filter(|(id, _)| *id == conflict.id);
        outcomes.for_each(|(_, outcome)| *outcome = MergeOutcome::Conflict);
        merged.conflicts.push(conflict);
    }
    let mut conflicts = None;
    if !merged.conflicts.is_empty() {
        conflicts = Some(workspace.store.save_conflicts(article, &locale, &merged.conflicts, path)?);
    }
    let all = [
        MergeOutcome::Untouched,
        MergeOutcome::Edited,
        MergeOutcome::Confirmed,
        MergeOutcome::Placeholder,
        MergeOutcome::Stale,
        MergeOutcome::Conflict,
        MergeOutcome::Obsolete,
        MergeOutcome::Unknown,
    ];
    let count = |outcome: MergeOutcome| merged.outcomes.iter().filter(|(_, other)| *other == outcome).count();
    let outcomes = all.into_iter().map(|outcome| (outcome, count(outcome))).filter(|(_, count)| *count > 0).collect();

    // The findings are about the merged file, not about our segment file.
    let mut findings = parsed.findings;
    findings.extend(merged.findings);
    for finding in &mut findings {
        finding.place.file = Some(name.clone());
    }
    let mut theirs_stored = ours;
    (theirs_stored.name, theirs_stored.places) = (name.clone(), theirs.places());
    let findings = locate(&loaded, &locale, &theirs_stored, &merged.translation, findings);
    let (new_remarks, not_returned) = (merged.new_remarks, merged.not_returned);
    Ok(MergedFile { name, outcomes, conflicts, withheld, new_remarks, not_returned, findings })
}

/// Takes the approval back from targets with findings at or above the gate; their words stay merged. Returns how many.
pub(super) fn withhold(
    workspace: &Workspace,
    loaded: &Loaded,
    ours: &Stored,
    merged: &mut Merge,
    state: State,
) -> Result<usize, DeskError> {
    let contexts = Contexts::new(&workspace.resources);
    let review = review_translation(workspace, &contexts, loaded, ours.clone(), &merged.translation);
    let review = compare_alone(workspace, &contexts, loaded, &merged.translation, review).decisive()?;
    let with_findings = with_findings(workspace, &review.findings, state);
    let is_accepted = |outcome: MergeOutcome| matches!(outcome, MergeOutcome::Edited | MergeOutcome::Confirmed);
    let accepted = merged.outcomes.iter().filter(|(id, outcome)| is_accepted(*outcome) && with_findings.contains(id));
    let mut withheld = 0;
    for (id, _) in accepted {
        let Some(target) = merged.translation.targets.get_mut(id) else { continue };
        let before = ours.translation.targets.get(id);
        let before = before.filter(|before| same(&before.text, &target.text) && !before.is_stale());
        target.state = before.map_or(State::Initial, |before| before.state).max(State::Translated);
        target.approval = before.and_then(|before| before.approval.clone());
        withheld += 1;
    }
    Ok(withheld)
}

/// Whether a file is a segment file of this project whose article does not exist.
fn is_orphan(workspace: &Workspace, path: &Path) -> Result<bool, DeskError> {
    let (known, format) = (workspace.store.articles()?, workspace.segment_format()?);
    let (files, _) = translation_files(&workspace.layout, format.extension(), &known)?;
    let orphans = files.iter().filter(|file| file.kind == TranslationFileKind::Segments && !known.contains(&file.slug));
    Ok(orphans.into_iter().any(|file| is_same_file(&file.path, path)))
}

/// Joins the translations of a segment file of an earlier name with ours: both are the project's own, and neither was sent
/// to anybody.
fn adopt(article: &Article, ours: &Translation, theirs: &Bilingual) -> Merge {
    let (base, adopted) = (Translation::empty(ours.locale.clone()), refresh(article, &ours.locale, theirs));
    let joined = join(article, &base, &adopted, ours, Author::Person);
    let outcome = |id: &SegmentId| {
        if joined.conflicts.iter().any(|conflict| conflict.id == *id) {
            MergeOutcome::Conflict
        } else if joined.translation.targets.get(id) == ours.targets.get(id) {
            MergeOutcome::Untouched
        } else {
            MergeOutcome::Edited
        }
    };
    let remarks = |translation: &Translation| translation.remarks.values().map(Vec::len).sum::<usize>();
    Merge {
        outcomes: adopted.targets.keys().map(|id| (*id, outcome(id))).collect(),
        new_remarks: remarks(&joined.translation).saturating_sub(remarks(ours)),
        not_returned: 0,
        findings: Vec::new(),
        conflicts: joined.conflicts,
        translation: joined.translation,
    }
}

/// Returns the article that a file names.
pub(super) fn article_of(workspace: &Workspace, theirs: &Bilingual, name: &str) -> Result<String, DeskError> {
    let known = workspace.store.articles()?;
    // A conflict file or a tool may append to the name.
    let original_slug = theirs.slug();
    if let Some(slug) = known.iter().find(|slug| *slug == original_slug) {
        return Ok(slug.clone());
    }
    if let Some(slug) = article_with_ids(workspace, theirs, &known) {
        return Ok(slug);
    }
    let error = BilingualError::WrongArticle { expected: known.join("`, `"), found: theirs.original.clone() };
    Err(DeskError::Bilingual { name: name.to_owned(), error })
}

/// Returns the one article that has most of a file's segments: a tool may have renamed the file inside.
fn article_with_ids(workspace: &Workspace, theirs: &Bilingual, known: &[String]) -> Option<String> {
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let ids: Vec<SegmentId> = theirs.units.iter().filter_map(|unit| unit.id).collect();
    let has_most = |slug: &&String| {
        let Ok(loaded) = workspace.load(&segmenters, slug) else { return false };
        let own: HashSet<SegmentId> = loaded.article.segments().map(|(_, segment)| segment.id).collect();
        2 * ids.iter().filter(|id| own.contains(id)).count() > theirs.units.len()
    };
    let mut candidates = known.iter().filter(has_most);
    candidates.next().filter(|_| candidates.next().is_none()).cloned()
}

/// Returns the locale that a file names, whatever the tool has made of it.
pub(super) fn locale_of(workspace: &Workspace, theirs: &Bilingual, name: &str) -> Result<Locale, DeskError> {
    let targets = workspace.targets()?;
    let declared = match &theirs.target {
        Some(locale) if targets.contains(locale) => return Ok(locale.clone()),
        declared => declared,
    };
    if let (None, [only]) = (declared, targets) {
        return Ok(only.clone());
    }
    // Some tools turn `be` into `be-BY`.
    let has_same_language =
        |locale: &&Locale| declared.as_ref().is_some_and(|declared| declared.language() == locale.language());
    let mut candidates = targets.iter().filter(has_same_language);
    if let (Some(locale), None) = (candidates.next(), candidates.next()) {
        return Ok(locale.clone());
    }
    let expected = targets.iter().map(ToString::to_string).collect::<Vec<_>>().join("`, `");
    let found = declared.as_ref().map_or_else(|| "?".to_owned(), ToString::to_string);
    Err(DeskError::Bilingual { name: name.to_owned(), error: BilingualError::WrongLocale { expected, found } })
}
