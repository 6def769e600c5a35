//! `tolmach check --fix`: certain fixes into the segment files, the others as a diff.

use std::{collections::HashMap, fmt::Write, ops::Range};

use crate::{
    check::is_certain,
    cli::{
        app::{App, Workspace},
        args::Selection,
        engines::PLACEHOLDERS,
        exit::Failure,
        output::visible,
        worded::{accepted, context, placed},
        work::{load, read_segments, save_segments},
    },
    locale::{Edit, apply_to_text},
    model::{Article, Finding, Locale, SegmentId, Side, State, Text, Translation, cut},
    pipeline::{Segmenters, review},
};

/// What was done, and what could be.
#[derive(Debug, Default)]
struct Account {
    /// How many fixes were, or would be, taken over.
    certain: usize,
    /// How many are left to a person.
    offered: usize,
    diff: String,
}

/// Takes the certain fixes over into the segment files, unless `dry`; gives all fixes as a diff for people.
pub(super) fn run(app: &App, workspace: &Workspace, selection: &Selection, dry: bool) -> Result<String, Failure> {
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let mut account = Account::default();
    for slug in workspace.slugs(selection)? {
        // What cannot be read is told by the check that follows.
        let Ok(loaded) = load(workspace, &segmenters, &slug) else { continue };
        for locale in workspace.targets()? {
            article(app, workspace, &loaded.article, locale, dry, &mut account)?;
        }
    }
    let word = if dry { "fix-would" } else { "fix-done" };
    app.tell(&app.say(word, &[("count", account.certain.into())]));
    if account.offered > 0 {
        app.tell(&app.say("fix-offered", &[("count", account.offered.into())]));
    }
    Ok(account.diff)
}

/// So many times a text that was put right is looked at again: one fix can bring another to light.
const ROUNDS: usize = 8;

fn article(
    app: &App,
    workspace: &Workspace,
    article: &Article,
    locale: &Locale,
    dry: bool,
    account: &mut Account,
) -> Result<(), Failure> {
    let Ok(file) = read_segments(workspace, article, locale) else { return Ok(()) };
    let context = context(workspace, &article.locale, locale);
    let accepted = accepted(workspace);
    let look = |translation: &Translation| {
        let mut findings = review(&context, article, translation, PLACEHOLDERS, &accepted).findings;
        findings.retain(|finding| finding.place.side == Side::Target && replacement(finding).is_some());
        placed(workspace, article, locale, file.text.as_deref(), &mut findings);
        let mut by_segment: HashMap<SegmentId, Vec<Finding>> = HashMap::new();
        for finding in findings {
            if let Some(id) = finding.place.segment {
                by_segment.entry(id).or_default().push(finding);
            }
        }
        by_segment
    };
    let mut translation = file.translation.clone();
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
                account.certain += edits.len();
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
        if let (Some(done), Some(old)) = (settled.get(&segment.id), file.translation.targets.get(&segment.id)) {
            let lowered = target.state > State::Translated;
            let word = if lowered { "fix-lowered" } else { "fix-certain" };
            hunk(app, &done.iter().collect::<Vec<_>>(), &old.text, &target.text, word, account);
            // Whoever approved the sentence has not seen this one.
            target.state = target.state.min(State::Translated);
            target.approval = target.approval.take().filter(|_| !lowered);
        }
        if let Some(offered) = open.get(&segment.id) {
            let offered: Vec<&Finding> = offered.iter().collect();
            let edits = edits(&offered);
            hunk(app, &offered, &target.text, &apply_to_text(&target.text, &edits), "fix-guess", account);
            account.offered += edits.len();
        }
    }
    if !settled.is_empty() && !dry {
        save_segments(workspace, article, &file, &translation)?;
    }
    Ok(())
}

/// Of the findings about a text those whose fix may be taken without a person's look. A fix inside a word that is
/// doubted as a whole waits, unless it makes one of the words that are offered for it.
fn certain<'a>(found: &'a [Finding], text: &Text) -> Vec<&'a Finding> {
    let doubted: Vec<&Finding> = found.iter().filter(|finding| !is_certain(finding)).collect();
    let waits = |fix: &Finding| {
        let around = doubted.iter().filter(|doubt| holds(&doubt.place.span, &fix.place.span));
        let mut around = around.peekable();
        around.peek().is_some() && !around.any(|doubt| leads_to(fix, doubt, text))
    };
    found.iter().filter(|finding| is_certain(finding) && !waits(finding)).collect()
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

/// One sentence before and after, with its place and the rules.
fn hunk(app: &App, findings: &[&Finding], old: &Text, new: &Text, word: &str, account: &mut Account) {
    let Some(first) = findings.first() else { return };
    let file = first.place.file.as_deref().unwrap_or_default();
    let line = first.place.line.map(|line| format!(":{line}")).unwrap_or_default();
    let mut rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
    rules.dedup();
    let said = app.say(word, &[]);
    let out = &mut account.diff;
    // Writing to a string cannot fail.
    let _ = writeln!(out, "@@ {}{line} @@ {} ({said})", visible(file), rules.join(", "));
    let _ = writeln!(out, "-{}\n+{}", visible(&old.prose), visible(&new.prose));
    for finding in findings.iter().filter(|finding| finding.alternatives.len() > 1) {
        let _ = writeln!(out, "? {}", visible(&finding.alternatives.join(" | ")));
    }
}
