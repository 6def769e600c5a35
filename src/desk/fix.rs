//! Fixes: certain ones are applied to the segment files, others are shown for a person to choose.

use std::{collections::HashMap, ops::Range};

use super::{
    Author, DeskError, Loaded, Observer, Parallelism, Stored, Workspace, contexts::Contexts, findings::locate,
    for_each, waivers::SideWaivers,
};
use crate::{
    locale::{Edit, apply_to_text},
    model::{Finding, SegmentId, Side, State, Text, Translation, cut},
    pipeline::review,
};

/// Applied and possible fixes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fixed {
    /// The number of certain fixes, applied unless it was a dry run.
    pub certain: usize,
    /// The number of fixes left to a person.
    pub offered: usize,
    /// The sentences with a fix, in reading order.
    pub hunks: Vec<Hunk>,
}

/// A sentence before and after its fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk {
    /// What happens to the sentence.
    pub kind: HunkKind,
    /// File and line.
    pub location: String,
    /// The rules it breaks.
    pub rules: Vec<&'static str>,
    /// The old sentence.
    pub old: String,
    /// The sentence with the fixes.
    pub new: String,
    /// For each finding with several possible replacements, all of them, the best first.
    pub choices: Vec<Vec<String>>,
}

/// What happens to a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HunkKind {
    /// The fix is certain and is applied.
    Certain,
    /// The fix is certain and is applied, and the sentence loses its approval: the approver has not seen the new text.
    Lowered,
    /// A person must choose.
    Offered,
}

/// The maximum number of passes over a text: one fix can reveal another.
const MAX_PASSES: usize = 8;

/// Applies the certain fixes to the segment files, unless `dry`, and returns all fixes. Read errors are left to the
/// check that follows.
pub fn fix(
    workspace: &Workspace,
    slugs: &[String],
    dry: bool,
    observer: &dyn Observer,
) -> Result<(Fixed, Vec<DeskError>), DeskError> {
    let contexts = Contexts::new(&workspace.resources);
    let visited = for_each(
        workspace,
        slugs,
        Parallelism::Articles,
        &super::Unobserved,
        |loaded, locale| {
            let Ok(stored) = workspace.store.translation(&loaded.article, locale) else { return Ok(Fixed::default()) };
            fix_translation(workspace, &contexts, loaded, &stored, dry, observer)
        },
        |_, locales| locales,
    )?;
    let (mut fixed, mut errors) = (Fixed::default(), Vec::new());
    for (_, result) in visited.articles.into_iter().filter_map(|(_, locales)| locales.ok()).flatten() {
        match result {
            Ok(in_edition) => {
                fixed.certain += in_edition.certain;
                fixed.offered += in_edition.offered;
                fixed.hunks.extend(in_edition.hunks);
            }
            Err(error) => {
                observer.failed(&error);
                errors.push(error);
            }
        }
    }
    Ok((fixed, errors))
}

fn fix_translation(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    stored: &Stored,
    dry: bool,
    observer: &dyn Observer,
) -> Result<Fixed, DeskError> {
    let (article, locale) = (&loaded.article, &stored.translation.locale);
    let context = contexts.get(&article.locale, locale);
    let (accepted, placeholders) = (workspace.accepted(), workspace.registries.placeholders());
    // A fix would make the waivers of its segment fall, and the next one change what they cover.
    let (waivers, faults) = SideWaivers::load(workspace, loaded, locale);
    if !faults.is_empty() {
        return Ok(Fixed::default());
    }
    let find_fixes = |translation: &Translation| {
        let findings = review(&context, article, translation, &placeholders, &accepted).findings;
        let (mut findings, _) = waivers.clone().part(workspace, loaded, translation, findings);
        findings.retain(|finding| finding.place.side == Side::Target && replacement(finding).is_some());
        let mut by_segment: HashMap<SegmentId, Vec<Finding>> = HashMap::new();
        for located in locate(loaded, locale, stored, translation, findings) {
            if let Some(id) = located.finding.place.segment {
                by_segment.entry(id).or_default().push(located.finding);
            }
        }
        by_segment
    };
    let mut translation = stored.translation.clone();
    let mut applied: HashMap<SegmentId, Vec<Finding>> = HashMap::new();
    let mut counts: HashMap<SegmentId, usize> = HashMap::new();
    let mut pending = find_fixes(&translation);
    for _ in 0..MAX_PASSES {
        let mut has_changed = false;
        for (id, findings) in pending.iter().filter(|(id, _)| !waivers.target.concern(**id)) {
            let Some(target) = translation.targets.get_mut(id) else { continue };
            let certain_fixes = certain_fixes(findings, &target.text);
            let edits = edits(&certain_fixes);
            if !edits.is_empty() {
                target.text = apply_to_text(&target.text, &edits);
                *counts.entry(*id).or_default() += edits.len();
                applied.entry(*id).or_default().extend(certain_fixes.into_iter().cloned());
                has_changed = true;
            }
        }
        if !has_changed {
            break;
        }
        pending = find_fixes(&translation);
    }
    lower_states(&mut translation, &applied);
    let mut yielded = Vec::new();
    if !applied.is_empty() && !dry {
        let saved = workspace.save(article, stored, &translation, Author::Tool, observer)?;
        yielded = saved.meanwhile.map(|meanwhile| meanwhile.yielded).unwrap_or_default();
    }
    let mut fixed = Fixed::default();
    // What came meanwhile was not looked at: the check that follows does.
    for (_, segment) in article.segments().filter(|(_, segment)| !yielded.contains(&segment.id)) {
        let Some(target) = translation.targets.get(&segment.id) else { continue };
        fixed.certain += counts.get(&segment.id).copied().unwrap_or_default();
        if let (Some(findings), Some(old)) = (applied.get(&segment.id), stored.translation.targets.get(&segment.id)) {
            let kind = if old.state > State::Translated { HunkKind::Lowered } else { HunkKind::Certain };
            fixed.hunks.extend(hunk(&findings.iter().collect::<Vec<_>>(), &old.text, &target.text, kind));
        }
        if let Some(offered) = pending.get(&segment.id) {
            let offered: Vec<&Finding> = offered.iter().collect();
            let edits = edits(&offered);
            let new = apply_to_text(&target.text, &edits);
            fixed.hunks.extend(hunk(&offered, &target.text, &new, HunkKind::Offered));
            fixed.offered += edits.len();
        }
    }
    Ok(fixed)
}

/// Takes the approval from the targets that were fixed: nobody has read their new text.
fn lower_states(translation: &mut Translation, applied: &HashMap<SegmentId, Vec<Finding>>) {
    for id in applied.keys() {
        if let Some(target) = translation.targets.get_mut(id).filter(|target| target.state > State::Translated) {
            target.state = State::Translated;
            target.approval = None;
        }
    }
}

/// Builds the hunk of a sentence from its findings.
fn hunk(findings: &[&Finding], old: &Text, new: &Text, kind: HunkKind) -> Option<Hunk> {
    let place = &findings.first()?.place;
    let line = place.line.map(|line| format!(":{line}")).unwrap_or_default();
    let mut rules: Vec<&'static str> = findings.iter().map(|finding| finding.rule()).collect();
    rules.dedup();
    let ambiguous = findings.iter().filter(|finding| finding.alternatives.len() > 1);
    Some(Hunk {
        kind,
        location: format!("{}{line}", place.file.as_deref().unwrap_or_default()),
        rules,
        old: old.prose.clone(),
        new: new.prose.clone(),
        choices: ambiguous.map(|finding| finding.alternatives.clone()).collect(),
    })
}

/// Returns the findings whose fix may be applied without review. A fix inside a word that is doubted as a whole waits,
/// unless its result is one of the replacements offered for that word.
fn certain_fixes<'a>(findings: &'a [Finding], text: &Text) -> Vec<&'a Finding> {
    let doubted: Vec<&Finding> = findings.iter().filter(|finding| !finding.is_certain()).collect();
    let must_wait = |fix: &Finding| {
        let surrounding = doubted.iter().filter(|doubt| contains(&doubt.place.span, &fix.place.span));
        let mut surrounding = surrounding.peekable();
        surrounding.peek().is_some() && !surrounding.any(|doubt| is_offered_for(fix, doubt, text))
    };
    findings.iter().filter(|finding| finding.is_certain() && !must_wait(finding)).collect()
}

const fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end && inner.start < inner.end
}

/// Whether a fix inside a doubted word results in one of the replacements offered for that word.
fn is_offered_for(fix: &Finding, doubt: &Finding, text: &Text) -> bool {
    let (outer, inner) = (&doubt.place.span, &fix.place.span);
    let Some(replacement) = replacement(fix) else { return false };
    let part = |span: Range<usize>| cut(&text.prose, &span);
    let result = [part(outer.start..inner.start), replacement, part(inner.end..outer.end)].concat();
    let offered = doubt.fix.iter().map(|fix| &fix.replacement).chain(&doubt.alternatives);
    offered.into_iter().any(|offered| *offered == result)
}

/// Returns the replacement for a finding's span: the fix, or the best alternative.
fn replacement(finding: &Finding) -> Option<&str> {
    let fix = finding.fix.as_ref().map(|fix| fix.replacement.as_str());
    fix.or_else(|| finding.alternatives.first().map(String::as_str))
}

/// Returns the replacements in the order of the text; of two that overlap, as when a word has two errors, the longer.
fn edits(findings: &[&Finding]) -> Vec<Edit> {
    let edit = |finding: &&Finding| {
        Some(Edit { span: finding.place.span.clone(), replacement: replacement(finding)?.to_owned() })
    };
    let mut all: Vec<Edit> = findings.iter().filter_map(edit).collect();
    all.sort_by_key(|edit| (edit.span.start, std::cmp::Reverse(edit.span.end)));
    let mut edits: Vec<Edit> = Vec::new();
    for edit in all {
        match edits.last_mut() {
            Some(last) if edit.span.start < last.span.end => {
                if edit.span.len() > last.span.len() {
                    *last = edit;
                }
            }
            _ => edits.push(edit),
        }
    }
    edits
}
