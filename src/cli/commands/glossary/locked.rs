//! `tolmach glossary forms --check` and `--write`: the lock file.

use std::io::Write;

use serde_json::{Value, json};

use crate::{
    cli::{
        app::App,
        args::PlainFormat,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::{Printed, field},
    },
    desk::glossary::{FormsChange, FormsCheck, FormsChecked, FormsWritten, Unsettled, check_forms, write_forms},
    model::{Finding, Locale, Message},
    project::Lock,
    report::visible,
};

/// Fails if the forms in the lock file differ from those that the rules produce now, and lists the differences.
pub(super) fn check(app: &App, locales: &[Locale], format: PlainFormat) -> Result<Exit, Failure> {
    let checked = check_forms(&app.layout()?, locales, &TerminalObserver::new(app))?;
    if format == PlainFormat::Json {
        app.print(&format!("{}\n", to_json(&checked)), Printed::Json)?;
        return Ok(exit(&checked.findings).max(if is_current(&checked.check) { Exit::Clean } else { Exit::Findings }));
    }
    let is_current = is_current(&checked.check);
    match checked.check {
        FormsCheck::Needless => {}
        FormsCheck::NoLock => {
            app.notify(&app.say("forms-no-lock", &[("file", checked.file.as_str().into())]));
            app.show_hint(&Message::new("forms-write-hint"));
        }
        FormsCheck::Locked { changes, unsettled } => {
            show(app, &changes)?;
            report_unsettled(app, unsettled);
        }
    }
    Ok(exit(&checked.findings).max(if is_current { Exit::Clean } else { Exit::Findings }))
}

/// Whether the lock file holds what the rules make now.
const fn is_current(check: &FormsCheck) -> bool {
    match check {
        FormsCheck::Needless => true,
        FormsCheck::NoLock => false,
        FormsCheck::Locked { changes, .. } => changes.is_empty(),
    }
}

/// The comparison for programs: `lock` is `null` where there is no lock file.
fn to_json(checked: &FormsChecked) -> Value {
    let change = |change: &FormsChange| {
        json!({
            "locale": change.key.locale.to_string(), "concept": change.key.concept, "lemma": change.key.lemma,
            "removed": change.removed, "added": change.added,
        })
    };
    let (changes, unsettled): (&[FormsChange], _) = match &checked.check {
        FormsCheck::Locked { changes, unsettled } => (changes, Some(*unsettled)),
        FormsCheck::Needless | FormsCheck::NoLock => (&[], None),
    };
    json!({
        "version": 1, "current": is_current(&checked.check), "lock": unsettled.map(|_| checked.file.as_str()),
        "changes": changes.iter().map(change).collect::<Vec<_>>(),
        "open": unsettled.map(|lines| lines.open), "wrong": unsettled.map(|lines| lines.wrong),
    })
}

/// Writes the lock file; review marks of unchanged lines are kept.
pub(super) fn write(app: &App) -> Result<Exit, Failure> {
    let layout = app.layout()?;
    let _lock = app.warn_if_unheld(&layout, Lock::take(&layout, "glossary forms --write")?);
    Ok(report_written(app, &write_forms(&layout, &TerminalObserver::new(app))?))
}

/// Reports whether the lock file was written, and how many of its lines are unsettled.
pub(super) fn report_written(app: &App, written: &FormsWritten) -> Exit {
    let id = if written.written { "wrote" } else { "unchanged" };
    app.notify(&app.say(id, &[("file", written.file.as_str().into())]));
    report_unsettled(app, written.unsettled);
    exit(&written.findings)
}

/// The exit of a command on glossary files that have these findings.
pub(super) const fn exit(findings: &[Finding]) -> Exit {
    if findings.is_empty() { Exit::Clean } else { Exit::Usage }
}

/// Lists the changes.
fn show(app: &App, changes: &[FormsChange]) -> Result<(), Failure> {
    let mut out = app.out();
    for change in changes {
        let key = &change.key;
        writeln!(out, "{} {} {}", key.locale, field(&key.concept), field(&key.lemma))?;
        for (sign, lines) in [('-', &change.removed), ('+', &change.added)] {
            for line in lines {
                writeln!(out, "  {sign} {}", visible(line))?;
            }
        }
    }
    out.flush()?;
    if changes.is_empty() {
        app.notify(&app.say("glossary-forms-same", &[]));
        return Ok(());
    }
    let count = changes.iter().map(|change| change.removed.len().max(change.added.len())).sum::<usize>();
    app.notify(&app.say("glossary-forms-changed", &[("count", count.into())]));
    app.show_hint(&Message::new("forms-write-hint"));
    Ok(())
}

fn report_unsettled(app: &App, unsettled: Unsettled) {
    for (count, id) in [(unsettled.open, "forms-open"), (unsettled.wrong, "forms-wrong")] {
        if count > 0 {
            app.notify(&app.say(id, &[("count", count.into())]));
        }
    }
}
