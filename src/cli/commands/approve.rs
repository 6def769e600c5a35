//! `tolmach approve`.

use std::{collections::BTreeSet, io::Write};

use crate::{
    cli::{
        app::App,
        args::Selection,
        clock::today,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::field,
    },
    desk::{self, ApprovalRequest},
    model::{Despite, Message, State},
};

/// Raises the state of segments.
pub(crate) fn run(
    app: &App,
    selection: &Selection,
    segments: &[String],
    state: State,
    by: &str,
    despite: BTreeSet<Despite>,
) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let _lock = app.lock(&workspace, "approve")?;
    let request = ApprovalRequest { segments: segments.to_vec(), state, by: by.to_owned(), today: today(), despite };
    let slugs = workspace.slugs(&selection.slugs)?;
    let (files, errors) = desk::approve(&workspace, &slugs, &request, &TerminalObserver::new(app))?;
    let mut exit = Exit::after(&errors);
    let mut out = app.out();
    let mut hints = BTreeSet::new();
    for file in files {
        if !file.changed.is_empty() {
            exit = exit.max(Exit::Unfinished);
        }
        for (hint, list) in [
            ("approve-hint-drafts", &file.approved.drafts),
            ("approve-hint-findings", &file.approved.with_findings),
            ("approve-hint-placeholders", &file.approved.placeholders),
        ] {
            hints.extend((!list.is_empty()).then_some(hint));
        }
        let word = app.say(&format!("state-{}", state.as_str()), &[]);
        let args = [("count", file.approved.raised.len().into()), ("state", word.as_str().into())];
        writeln!(out, "{}: {}", field(&file.name), app.say("approve-raised", &args))?;
        for (id, list) in [
            ("approve-already", &file.approved.already),
            ("approve-left-missing", &file.approved.missing),
            ("approve-left-stale", &file.approved.stale),
            ("approve-left-changed", &file.changed),
            ("approve-left-placeholder", &file.approved.placeholders),
            ("approve-left-draft", &file.approved.drafts),
            ("approve-left-finding", &file.approved.with_findings),
        ] {
            if !list.is_empty() {
                writeln!(out, "  {}", app.say(id, &[("count", list.len().into())]))?;
            }
        }
    }
    out.flush()?;
    for hint in hints {
        app.show_hint(&Message::new(hint));
        exit = exit.max(Exit::Findings);
    }
    Ok(exit)
}
