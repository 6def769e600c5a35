//! `tolmach check --fix`

use crate::{
    cli::{
        app::App,
        args::Selection,
        exit::{Exit, Failure},
        observed::Observed,
        output::visible,
    },
    desk::{self, Hunk, HunkKind},
};

/// Applies certain fixes to the segment files, unless `dry`, and shows all as a diff: on standard error, since the
/// findings that are left follow on standard output.
pub(crate) fn run(app: &App, selection: &Selection, dry: bool) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let _lock = if dry { None } else { Some(app.lock(&workspace, "check --fix")?) };
    let (fixed, errors) = desk::fix(&workspace, &workspace.slugs(&selection.slugs)?, dry, &Observed::new(app))?;
    let word = if dry { "fix-would" } else { "fix-done" };
    app.tell(&app.say(word, &[("count", fixed.certain.into())]));
    if fixed.offered > 0 {
        app.tell(&app.say("fix-offered", &[("count", fixed.offered.into())]));
    }
    for hunk in &fixed.hunks {
        show_hunk(app, hunk);
    }
    Ok(Exit::after(&errors))
}

fn show_hunk(app: &App, hunk: &Hunk) {
    let word = match hunk.kind {
        HunkKind::Certain => "fix-certain",
        HunkKind::Lowered => "fix-lowered",
        HunkKind::Offered => "fix-guess",
    };
    let said = app.say(word, &[]);
    app.tell(&format!("@@ {} @@ {} ({said})", visible(&hunk.location), hunk.rules.join(", ")));
    for (sign, text) in [('-', &hunk.old), ('+', &hunk.new)] {
        app.tell(&format!("{sign}{}", visible(text)));
    }
    for choice in &hunk.choices {
        app.tell(&format!("? {}", visible(&choice.join(" | "))));
    }
}
