//! `tolmach check --fix`.

use crate::{
    cli::{
        app::App,
        args::Selection,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::field,
    },
    desk::{self, Hunk, HunkKind},
};

/// Applies certain fixes to the segment files, unless `dry_run`, and shows all fixes as a diff: on standard error, since
/// the remaining findings follow on standard output.
pub(crate) fn run(app: &App, selection: &Selection, dry_run: bool) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let _lock = if dry_run { None } else { Some(app.lock(&workspace, "check --fix")?) };
    let (fixed, errors) =
        desk::fix(&workspace, &workspace.slugs(&selection.slugs)?, dry_run, &TerminalObserver::new(app))?;
    let id = if dry_run { "fix-would" } else { "fix-done" };
    app.notify(&app.say(id, &[("count", fixed.certain.into())]));
    if fixed.offered > 0 {
        app.notify(&app.say("fix-offered", &[("count", fixed.offered.into())]));
    }
    for hunk in &fixed.hunks {
        show_hunk(app, hunk);
    }
    Ok(Exit::after(&errors))
}

fn show_hunk(app: &App, hunk: &Hunk) {
    let id = match hunk.kind {
        HunkKind::Certain => "fix-certain",
        HunkKind::Lowered => "fix-lowered",
        HunkKind::Offered => "fix-guess",
    };
    let kind = app.say(id, &[]);
    app.notify(&format!("@@ {} @@ {} ({kind})", field(&hunk.location), hunk.rules.join(", ")));
    for (sign, text) in [('-', &hunk.old), ('+', &hunk.new)] {
        app.notify(&format!("{sign}{}", field(text)));
    }
    for choice in &hunk.choices {
        app.notify(&format!("? {}", field(&choice.join(" | "))));
    }
}
