//! `tolmach glossary forms --check` and `--write`: the lock file.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::visible,
    },
    desk::glossary::{FormsChange, FormsCheck, FormsWritten, Unsettled, check_forms, write_forms},
    model::{Finding, Locale, Message},
    project::Lock,
};

/// Fails if the forms in the lock file differ from those that the rules produce now, and lists the differences.
pub(super) fn check(app: &App, locales: &[Locale]) -> Result<Exit, Failure> {
    let checked = check_forms(&app.layout()?, locales, &TerminalObserver::new(app))?;
    let is_current = match checked.check {
        FormsCheck::Needless => true,
        FormsCheck::NoLock => {
            app.notify(&app.say("forms-no-lock", &[("file", checked.file.as_str().into())]));
            app.show_hint(&Message::new("forms-write-hint"));
            false
        }
        FormsCheck::Locked { changes, unsettled } => {
            show(app, &changes)?;
            report_unsettled(app, unsettled);
            changes.is_empty()
        }
    };
    Ok(exit(&checked.findings).max(if is_current { Exit::Clean } else { Exit::Findings }))
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
        writeln!(out, "{} {} {}", key.locale, visible(&key.concept), visible(&key.lemma))?;
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
