//! `tolmach check --fix`: certain fixes into the segment files, the others as a diff.

use std::{collections::BTreeMap, fmt::Write};

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
    model::{Article, Finding, Locale, Side, State, Text},
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

fn article(
    app: &App,
    workspace: &Workspace,
    article: &Article,
    locale: &Locale,
    dry: bool,
    account: &mut Account,
) -> Result<(), Failure> {
    let Ok(mut file) = read_segments(workspace, article, locale) else { return Ok(()) };
    let context = context(workspace, &article.locale, locale);
    let mut findings = review(&context, article, &file.translation, PLACEHOLDERS, &accepted(workspace)).findings;
    findings.retain(|finding| finding.place.side == Side::Target && replacement(finding).is_some());
    placed(workspace, article, locale, file.text.as_deref(), &mut findings);
    let mut by_segment: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
    for finding in &findings {
        by_segment.entry(finding.place.segment).or_default().push(finding);
    }
    let mut changed = false;
    for (id, found) in by_segment {
        let Some(target) = id.and_then(|id| file.translation.targets.get_mut(&id)) else { continue };
        let (certain, offered): (Vec<&Finding>, Vec<&Finding>) = found.into_iter().partition(|one| is_certain(one));
        let edits = edits(&certain);
        if !edits.is_empty() {
            let text = apply_to_text(&target.text, &edits);
            let lowered = target.state > State::Translated;
            hunk(app, &certain, &target.text, &text, if lowered { "fix-lowered" } else { "fix-certain" }, account);
            account.certain += edits.len();
            // Whoever approved the sentence has not seen this one.
            target.state = target.state.min(State::Translated);
            target.approval = target.approval.take().filter(|_| !lowered);
            target.text = text;
            changed = true;
            continue;
        }
        let edits = self::edits(&offered);
        let text = apply_to_text(&target.text, &edits);
        hunk(app, &offered, &target.text, &text, "fix-guess", account);
        account.offered += edits.len();
    }
    if changed && !dry {
        let translation = file.translation.clone();
        save_segments(workspace, article, &file, &translation)?;
    }
    Ok(())
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
