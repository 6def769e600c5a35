//! `tolmach glossary forms --check` and `--write`: the lock file.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
        output::visible,
    },
    glossary::lock::{FormsLock, Mark, made},
    model::{Finding, Locale},
    project::{Glossary, Layout, Lock, ProjectError, find_root, read_text, write_if_changed},
};

/// Fails if the lock has other forms than the rules make now, and lists them.
pub(super) fn check(app: &App, locales: &[Locale]) -> Result<Exit, Failure> {
    let layout = layout(app)?;
    let (now, mut exit) = made_now(app, &layout)?;
    let name = layout.name(&layout.forms_lock());
    let Some(lock) = read(&layout)? else {
        if now.wordings.is_empty() {
            return Ok(exit);
        }
        app.tell(&app.say("forms-no-lock", &[("file", name.as_str().into())]));
        app.show_hint("tolmach glossary forms --write");
        return Ok(exit.max(Exit::Findings));
    };
    let mut changes = lock.changes(&now);
    changes.retain(|change| locales.is_empty() || locales.contains(&change.key.locale));
    let mut out = app.out();
    for change in &changes {
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
    } else {
        let count = changes.iter().map(|change| change.removed.len().max(change.added.len())).sum::<usize>();
        app.tell(&app.say("glossary-forms-changed", &[("count", count.into())]));
        app.show_hint("tolmach glossary forms --write");
        exit = exit.max(Exit::Findings);
    }
    tell_open(app, &lock);
    Ok(exit)
}

/// Writes the lock; what people said of lines that stay is kept.
pub(super) fn write(app: &App) -> Result<Exit, Failure> {
    let layout = layout(app)?;
    let _held = Lock::take(&layout, "glossary forms --write")?;
    let (now, exit) = made_now(app, &layout)?;
    let lock = match read(&layout)? {
        Some(old) => now.with_marks_of(&old),
        None => now,
    };
    save(app, &layout, &lock)?;
    tell_open(app, &lock);
    Ok(exit)
}

/// The project, which a lock needs.
pub(super) fn layout(app: &App) -> Result<Layout, Failure> {
    match app.find_layout()? {
        Some(layout) => Ok(layout),
        None => Ok(Layout { root: find_root(std::path::Path::new("."))? }),
    }
}

/// What the rules make of the glossary now; what is wrong with it is said.
pub(super) fn made_now(app: &App, layout: &Layout) -> Result<(FormsLock, Exit), Failure> {
    let Glossary { grammars, concepts, mut findings } = Glossary::load(Some(layout))?;
    let mut made = made(&concepts, &grammars);
    findings.append(&mut made.findings);
    let exit = show_findings(app, &findings);
    Ok((made.value, exit))
}

/// Says what is wrong in the glossary.
pub(super) fn show_findings(app: &App, findings: &[Finding]) -> Exit {
    for finding in findings {
        let file = finding.place.file.clone().unwrap_or_default();
        let line = finding.place.line.map(|line| format!(":{line}")).unwrap_or_default();
        let hint = app.words.hint(finding);
        app.show_failure(&Failure {
            hint,
            ..Failure::usage(format!("{file}{line}: {}", app.words.finding(finding)), "")
        });
    }
    if findings.is_empty() { Exit::Clean } else { Exit::Usage }
}

/// The lock; `None` where there is none yet.
pub(super) fn read(layout: &Layout) -> Result<Option<FormsLock>, Failure> {
    let path = layout.forms_lock();
    if !path.exists() {
        return Ok(None);
    }
    let lock = FormsLock::parse(&read_text(&path)?).map_err(|error| ProjectError::Resource {
        message: format!("{}: {error}", layout.name(&path)),
        hint: error.hint().to_owned(),
    })?;
    Ok(Some(lock))
}

/// Writes the lock as a whole or not at all, and says so.
pub(super) fn save(app: &App, layout: &Layout, lock: &FormsLock) -> Result<(), Failure> {
    let path = layout.forms_lock();
    let wrote = write_if_changed(&path, lock.to_text().as_bytes())?;
    let name = layout.name(&path);
    app.tell(&app.say(if wrote { "wrote" } else { "unchanged" }, &[("file", name.as_str().into())]));
    Ok(())
}

/// Says how many lines wait for a person, and how many were found wrong.
pub(super) fn tell_open(app: &App, lock: &FormsLock) {
    for (mark, id) in [(Mark::New, "forms-open"), (Mark::Wrong, "forms-wrong")] {
        let count = lock.count(mark);
        if count > 0 {
            app.tell(&app.say(id, &[("count", count.into())]));
        }
    }
}
