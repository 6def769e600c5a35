//! `tolmach check`

use std::{io::BufReader, path::Path};

use serde_json::{Value, json};

use crate::{
    cli::{
        app::App,
        args::{Format, Gate, Selection},
        exit::{Exit, Failure},
        lines::{answer_lines, locale_field, text},
        observed::Observed,
        output::visible,
        worded::{gate, rendered, severities, worded},
    },
    desk::{self, Hunk, HunkKind, PairChecker, PairFinding},
    model::{Locale, LocaleError, Side},
};

/// Checks translations against article, glossary and locale.
pub(crate) fn run(
    app: &App,
    selection: &Selection,
    wanted: Gate,
    format: Format,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, Some(wanted)))?;
    let slugs = workspace.slugs(&selection.slugs)?;
    let whole = selection.slugs.is_empty() && selection.locales.is_empty();
    let checked = desk::check(&workspace, &slugs, whole, &Observed::new(app))?;
    let exit = Exit::after(&checked.errors);
    let list = worded(app, checked.findings);
    app.deliver(&rendered(app, format, &list)?, output)?;
    if list.is_empty() && exit == Exit::Clean {
        app.tell(&app.say("summary-no-findings", &[]));
    }
    Ok(exit.max(gate(&workspace, severities(&list))))
}

/// Applies certain fixes to the segment files, unless `dry`, and shows all as a diff: on standard error, since the
/// findings that are left follow on standard output.
pub(crate) fn fix(app: &App, selection: &Selection, dry: bool) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let _lock = if dry { None } else { Some(workspace.lock("check --fix")?) };
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

/// Answers `{"id","source","target","locale"}` lines with `{"id","findings"}` lines.
pub(crate) fn filter(app: &App) -> Result<Exit, Failure> {
    let desk = app.desk()?;
    let checker = PairChecker::new(&desk);
    answer_lines(BufReader::new(std::io::stdin().lock()), app.out(), |request| {
        let tag = locale_field(request)?.ok_or("`locale` is missing")?;
        let locale: Locale = tag.parse().map_err(|error: LocaleError| error.to_string())?;
        let markdown = match request.get("markup").and_then(Value::as_str) {
            None | Some("plain") => false,
            Some("markdown") => true,
            Some(other) => return Err(format!("`markup` is `{other}`, not `plain` or `markdown`")),
        };
        let findings = checker.check(&locale, text(request, "source")?, text(request, "target")?, markdown);
        Ok(json!({ "findings": findings.iter().map(|finding| answer(app, finding)).collect::<Vec<_>>() }))
    })
}

/// A finding as JSON; offsets are those of the text that was given.
fn answer(app: &App, found: &PairFinding) -> Value {
    let PairFinding { finding, span, holds_markup } = found;
    // What is wrong in the source has no place and no fix in the target.
    let is_source = finding.place.side == Side::Source;
    let (place, fix) = if is_source { (0..0, None) } else { (span.clone(), finding.fix.as_ref()) };
    // Words put where markup stands would take it away: a person must say where it belongs.
    let (fix, mut fixes) = match fix {
        Some(fix) if *holds_markup => (None, vec![fix.replacement.clone()]),
        fix => (fix.map(|fix| fix.replacement.clone()), Vec::new()),
    };
    fixes.extend(finding.alternatives.iter().cloned());
    let certain = fix.is_some() && finding.is_certain();
    let mut answer = json!({
        "rule": finding.rule(),
        "severity": finding.severity.as_str(),
        "start": place.start,
        "end": place.end,
        "reason": app.words.finding(finding),
        "fix": fix,
        "certain": certain,
    });
    if is_source {
        answer["source_start"] = json!(span.start);
        answer["source_end"] = json!(span.end);
    }
    if !fixes.is_empty() {
        answer["fixes"] = json!(fixes);
    }
    answer
}
