//! Fixes: certain ones into the segment files, the others shown for a person to choose.

use std::{collections::HashMap, ops::Range};

use super::{DeskError, Lanes, Loaded, Observer, Stored, Workspace, contexts::Contexts, findings::placed, for_each};
use crate::{
    locale::{Edit, apply_to_text},
    model::{Finding, SegmentId, Side, State, Text, Translation, cut},
    pipeline::review,
};

/// What was fixed, and what could be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fixed {
    /// How many fixes were, or would be, applied.
    pub certain: usize,
    /// How many are left to a person.
    pub offered: usize,
    /// Each sentence with a fix, in reading order.
    pub hunks: Vec<Hunk>,
}

/// One sentence before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk {
    /// What is done about it.
    pub kind: HunkKind,
    /// Where it stands: file and line.
    pub location: String,
    /// The rules that were broken.
    pub rules: Vec<&'static str>,
    /// The sentence as it was.
    pub old: String,
    /// The sentence as it is or could be.
    pub new: String,
    /// Where several replacements are possible, each list of them, the best first.
    pub choices: Vec<Vec<String>>,
}

/// What is done about a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HunkKind {
    /// The fix is certain, and applied.
    Certain,
    /// The fix is certain and applied, and the sentence lost its approval: whoever gave it has not seen this one.
    Lowered,
    /// A person must choose.
    Offered,
}

/// So many times a text that was put right is looked at again: one fix can bring another to light.
const ROUNDS: usize = 8;

/// Applies the certain fixes to the segment files, unless `dry`; gives all fixes. What cannot be read is left to the
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
        Lanes::Articles,
        &super::Unobserved,
        |loaded, locale| {
            let Ok(stored) = workspace.store.translation(&loaded.article, locale) else { return Ok(Fixed::default()) };
            fix_translation(workspace, &contexts, loaded, &stored, dry)
        },
        |_, locales| locales,
    )?;
    let (mut fixed, mut errors) = (Fixed::default(), Vec::new());
    for (_, result) in visited.articles.into_iter().filter_map(|(_, locales)| locales.ok()).flatten() {
        match result {
            Ok(found) => {
                fixed.certain += found.certain;
                fixed.offered += found.offered;
                fixed.hunks.extend(found.hunks);
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
) -> Result<Fixed, DeskError> {
    let (article, locale) = (&loaded.article, &stored.translation.locale);
    let context = contexts.get(&article.locale, locale);
    let (accepted, placeholders) = (workspace.accepted(), workspace.registries.placeholders());
    let look = |translation: &Translation| {
        let mut findings = review(&context, article, translation, &placeholders, &accepted).findings;
        findings.retain(|finding| finding.place.side == Side::Target && replacement(finding).is_some());
        let mut by_segment: HashMap<SegmentId, Vec<Finding>> = HashMap::new();
        for noted in placed(loaded, locale, stored, translation, findings) {
            if let Some(id) = noted.finding.place.segment {
                by_segment.entry(id).or_default().push(noted.finding);
            }
        }
        by_segment
    };
    let mut fixed = Fixed::default();
    let mut translation = stored.translation.clone();
    let mut settled: HashMap<SegmentId, Vec<Finding>> = HashMap::new();
    let mut open = look(&translation);
    for _ in 0..ROUNDS {
        let mut again = false;
        for (id, found) in &open {
            let Some(target) = translation.targets.get_mut(id) else { continue };
            let certain = certain(found, &target.text);
            let edits = edits(&certain);
            if !edits.is_empty() {
                target.text = apply_to_text(&target.text, &edits);
                fixed.certain += edits.len();
                settled.entry(*id).or_default().extend(certain.into_iter().cloned());
                again = true;
            }
        }
        if !again {
            break;
        }
        open = look(&translation);
    }
    for (_, segment) in article.segments() {
        let Some(target) = translation.targets.get_mut(&segment.id) else { continue };
        if let (Some(done), Some(old)) = (settled.get(&segment.id), stored.translation.targets.get(&segment.id)) {
            let lowered = target.state > State::Translated;
            let kind = if lowered { HunkKind::Lowered } else { HunkKind::Certain };
            fixed.hunks.extend(hunk(&done.iter().collect::<Vec<_>>(), &old.text, &target.text, kind));
            target.state = target.state.min(State::Translated);
            target.approval = target.approval.take().filter(|_| !lowered);
        }
        if let Some(offered) = open.get(&segment.id) {
            let offered: Vec<&Finding> = offered.iter().collect();
            let edits = edits(&offered);
            let new = apply_to_text(&target.text, &edits);
            fixed.hunks.extend(hunk(&offered, &target.text, &new, HunkKind::Offered));
            fixed.offered += edits.len();
        }
    }
    if !settled.is_empty() && !dry {
        workspace.store.save(article, stored, &translation, &workspace.notes(article, locale))?;
    }
    Ok(fixed)
}

/// One sentence before and after, with its place and the rules.
fn hunk(findings: &[&Finding], old: &Text, new: &Text, kind: HunkKind) -> Option<Hunk> {
    let place = &findings.first()?.place;
    let line = place.line.map(|line| format!(":{line}")).unwrap_or_default();
    let mut rules: Vec<&'static str> = findings.iter().map(|finding| finding.rule()).collect();
    rules.dedup();
    let several = findings.iter().filter(|finding| finding.alternatives.len() > 1);
    Some(Hunk {
        kind,
        location: format!("{}{line}", place.file.as_deref().unwrap_or_default()),
        rules,
        old: old.prose.clone(),
        new: new.prose.clone(),
        choices: several.map(|finding| finding.alternatives.clone()).collect(),
    })
}

/// Of the findings about a text those whose fix may be taken without a person's look. A fix inside a word that is
/// doubted as a whole waits, unless it makes one of the words that are offered for it.
fn certain<'a>(found: &'a [Finding], text: &Text) -> Vec<&'a Finding> {
    let doubted: Vec<&Finding> = found.iter().filter(|finding| !finding.is_certain()).collect();
    let waits = |fix: &Finding| {
        let around = doubted.iter().filter(|doubt| holds(&doubt.place.span, &fix.place.span));
        let mut around = around.peekable();
        around.peek().is_some() && !around.any(|doubt| leads_to(fix, doubt, text))
    };
    found.iter().filter(|finding| finding.is_certain() && !waits(finding)).collect()
}

const fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end && inner.start < inner.end
}

/// Whether a fix inside a doubted word makes one of the words that are offered for that.
fn leads_to(fix: &Finding, doubt: &Finding, text: &Text) -> bool {
    let (outer, inner) = (&doubt.place.span, &fix.place.span);
    let Some(replacement) = replacement(fix) else { return false };
    let part = |span: Range<usize>| cut(&text.prose, &span);
    let made = [part(outer.start..inner.start), replacement, part(inner.end..outer.end)].concat();
    let offered = doubt.fix.iter().map(|fix| &fix.replacement).chain(&doubt.alternatives);
    offered.into_iter().any(|offered| *offered == made)
}

/// What a finding would put in its place: the fix, or the best of several.
fn replacement(finding: &Finding) -> Option<&str> {
    let fix = finding.fix.as_ref().map(|fix| fix.replacement.as_str());
    fix.or_else(|| finding.alternatives.first().map(String::as_str))
}

/// The replacements in the order of the text; of two that overlap, as when one word has two faults, the longer.
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
