//! `tolmach glossary forms --check` and `--write`: the lock file.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
        observed::Observed,
        output::visible,
    },
    desk::glossary::{FormsChange, FormsCheck, FormsWritten, Unsettled, check_forms, write_forms},
    model::{Finding, Locale, Message},
    project::Lock,
};

/// Fails if the lock has other forms than the rules make now, and lists them.
pub(super) fn check(app: &App, locales: &[Locale]) -> Result<Exit, Failure> {
    let checked = check_forms(&app.layout()?, locales, &Observed::new(app))?;
    let same = match checked.check {
        FormsCheck::Needless => true,
        FormsCheck::NoLock => {
            app.tell(&app.say("forms-no-lock", &[("file", checked.file.as_str().into())]));
            app.show_hint(&Message::new("forms-write-hint"));
            false
        }
        FormsCheck::Locked { changes, unsettled } => {
            show(app, &changes)?;
            tell_unsettled(app, unsettled);
            changes.is_empty()
        }
    };
    Ok(exit(&checked.findings).max(if same { Exit::Clean } else { Exit::Findings }))
}

/// Writes the lock; what people said of lines that stay is kept.
pub(super) fn write(app: &App) -> Result<Exit, Failure> {
    let layout = app.layout()?;
    let _held = app.held(&layout, Lock::take(&layout, "glossary forms --write")?);
    Ok(tell_written(app, &write_forms(&layout, &Observed::new(app))?))
}

/// Says whether the lock was written, and how many of its lines are not settled.
pub(super) fn tell_written(app: &App, written: &FormsWritten) -> Exit {
    let id = if written.written { "wrote" } else { "unchanged" };
    app.tell(&app.say(id, &[("file", written.file.as_str().into())]));
    tell_unsettled(app, written.unsettled);
    exit(&written.findings)
}

/// How a command ends that works on a glossary's files, in which this is wrong.
pub(super) const fn exit(findings: &[Finding]) -> Exit {
    if findings.is_empty() { Exit::Clean } else { Exit::Usage }
}

/// Lists what has changed.
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
        app.tell(&app.say("glossary-forms-same", &[]));
        return Ok(());
    }
    let count = changes.iter().map(|change| change.removed.len().max(change.added.len())).sum::<usize>();
    app.tell(&app.say("glossary-forms-changed", &[("count", count.into())]));
    app.show_hint(&Message::new("forms-write-hint"));
    Ok(())
}

fn tell_unsettled(app: &App, unsettled: Unsettled) {
    for (count, id) in [(unsettled.open, "forms-open"), (unsettled.wrong, "forms-wrong")] {
        if count > 0 {
            app.tell(&app.say(id, &[("count", count.into())]));
        }
    }
}
