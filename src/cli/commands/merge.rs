//! `tolmach merge`.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, MergeArgs},
        clock::today,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::field,
        worded::{gate_exit, render, severities, worded},
    },
    desk::{self, MergeOptions, MergeOutcome, MergedFile, Workspace},
    model::Message,
};

/// Merges segment files that were edited elsewhere.
pub(crate) fn run(app: &App, arguments: &MergeArgs) -> Result<Exit, Failure> {
    let MergeArgs { files, state, by, accept_unchanged, article, .. } = arguments;
    let workspace = app.open(&app.overrides())?;
    let _lock = app.lock(&workspace, "merge")?;
    let (state, by, accept_unchanged) = (*state, by.clone(), *accept_unchanged);
    let policy = desk::merge_policy(&workspace, MergeOptions { state, by, today: today(), accept_unchanged })?;
    let observer = TerminalObserver::new(app);
    let mut exit = Exit::Clean;
    for path in files {
        let merged = match article {
            Some(article) => desk::merge_into(&workspace, path, article, &policy, &observer),
            None => desk::merge(&workspace, path, &policy, &observer),
        };
        match merged {
            Ok(merged) => exit = exit.max(show(app, &workspace, merged)?),
            Err(error) => exit = exit.max(app.report(&error.into())),
        }
    }
    Ok(exit)
}

fn show(app: &App, workspace: &Workspace, merged: MergedFile) -> Result<Exit, Failure> {
    let name = &field(&merged.name);
    let mut out = app.out();
    for (outcome, count) in &merged.outcomes {
        let id = match outcome {
            MergeOutcome::Untouched => "merge-untouched",
            MergeOutcome::Edited => "merge-edited",
            MergeOutcome::Confirmed => "merge-confirmed",
            MergeOutcome::Placeholder => "merge-placeholder",
            MergeOutcome::Stale => "merge-stale",
            MergeOutcome::Conflict => "merge-conflict",
            MergeOutcome::Obsolete => "merge-obsolete",
            MergeOutcome::Unknown => "merge-unknown",
        };
        let file = merged.conflicts.as_deref().unwrap_or_default();
        writeln!(out, "{name}: {}", app.say(id, &[("count", (*count).into()), ("file", file.into())]))?;
    }
    if merged.withheld > 0 {
        writeln!(out, "{name}: {}", app.say("merge-withheld", &[("count", merged.withheld.into())]))?;
    }
    if merged.new_remarks > 0 {
        writeln!(out, "{name}: {}", app.say("merge-remarks", &[("count", merged.new_remarks.into())]))?;
    }
    if merged.not_returned > 0 {
        writeln!(out, "{name}: {}", app.say("merge-not-returned", &[("count", merged.not_returned.into())]))?;
    }
    out.flush()?;
    let has_placeholders = merged.outcomes.iter().any(|(outcome, _)| *outcome == MergeOutcome::Placeholder);
    if has_placeholders {
        app.show_hint(&Message::new("approve-hint-placeholders"));
    }
    if merged.withheld > 0 {
        app.show_hint(&Message::new("approve-hint-findings"));
    }
    let list = worded(app, merged.findings);
    app.print(&render(app, CheckFormat::Full, &list), app.text())?;
    let exit = gate_exit(workspace, severities(&list));
    let is_whole = merged.conflicts.is_none() && merged.withheld == 0 && !has_placeholders;
    Ok(if is_whole { exit } else { exit.max(Exit::Findings) })
}
