//! `tolmach glossary review`: a person says of each new form whether it is right.

use std::io::{BufRead, Write};

use super::{locked, table::table};
use crate::{
    cli::{
        app::App,
        args,
        clock::today,
        exit::{Exit, Failure},
        output::visible,
    },
    glossary::lock::{Cell, FormsLock, Key, Mark, Wording},
    model::Form,
    project::{Lock, write_if_changed},
};

/// What a person answers.
enum Answer {
    Said(Mark),
    Skip,
    Quit,
}

/// Walks through the wordings that have forms without a mark; the lock is written after every answer.
pub(super) fn run(app: &App, what: &args::Review) -> Result<Exit, Failure> {
    let layout = locked::layout(app)?;
    let _held = Lock::take(&layout, "glossary review")?;
    let (now, exit) = locked::made_now(app, &layout)?;
    let mut lock = match locked::read(&layout)? {
        Some(old) => now.with_marks_of(&old),
        None => now,
    };
    let reviewer = what.by.as_ref().map(|name| format!("{} {}", name.trim(), today()));
    let wanted = |key: &Key| what.locales.is_empty() || what.locales.contains(&key.locale);
    let open: Vec<Key> = lock
        .wordings
        .iter()
        .filter(|(key, wording)| wanted(key) && wording.is_open())
        .map(|(key, _)| key.clone())
        .collect();
    let mut input = std::io::stdin().lock();
    for (at, key) in open.iter().enumerate() {
        let answer = if what.accept_all {
            Answer::Said(Mark::Reviewed)
        } else {
            show(app, &lock, key, at + 1, open.len())?;
            ask(app, &mut input)?
        };
        match answer {
            Answer::Quit => break,
            Answer::Skip => {}
            Answer::Said(mark) => {
                if let Some(wording) = lock.wordings.get_mut(key) {
                    wording.answer(mark, reviewer.as_deref());
                }
                if !what.accept_all {
                    write_if_changed(&layout.forms_lock(), lock.to_text().as_bytes())?;
                }
                if mark == Mark::Wrong {
                    app.show_hint(&app.say("review-wrong-hint", &[]));
                }
            }
        }
    }
    locked::save(app, &layout, &lock)?;
    locked::tell_open(app, &lock);
    Ok(exit)
}

/// Prints a wording with the forms that are new.
fn show(app: &App, lock: &FormsLock, key: &Key, at: usize, count: usize) -> Result<(), Failure> {
    let Some(wording) = lock.wordings.get(key) else { return Ok(()) };
    let mut out = app.out();
    let from = app.say(&format!("class-from-{}", wording.source), &[]);
    let place = format!("{at}/{count}");
    writeln!(
        out,
        "\n{place}  {}  {}  {}  ({from})  [{}]",
        key.locale,
        visible(&key.lemma),
        visible(&wording.class),
        visible(&key.concept)
    )?;
    write!(out, "{}", table(app, &forms(wording, |mark| mark == Mark::New), "  "))?;
    let seen = forms(wording, |mark| mark != Mark::New);
    if !seen.is_empty() {
        writeln!(out, "  {}", app.say("review-seen", &[]))?;
        write!(out, "{}", table(app, &seen, "    "))?;
    }
    out.flush()?;
    Ok(())
}

fn forms(wording: &Wording, wanted: impl Fn(Mark) -> bool) -> Vec<Form> {
    let cells = wording.cells.iter().filter(|(_, marked)| wanted(marked.mark));
    cells
        .flat_map(|(cell, marked)| {
            let Cell { number, case, gender } = *cell;
            marked.forms.iter().map(move |text| Form { text: text.clone(), number, case, gender })
        })
        .collect()
}

/// Asks until there is an answer; the end of the input is one.
fn ask(app: &App, input: &mut impl BufRead) -> Result<Answer, Failure> {
    loop {
        let mut out = app.out();
        write!(out, "{} [y/n/s/q] ", app.say("review-question", &[]))?;
        out.flush()?;
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            writeln!(out)?;
            out.flush()?;
            return Ok(Answer::Quit);
        }
        match String::from_utf8_lossy(&line).trim().to_lowercase().as_str() {
            "y" | "yes" | "т" | "так" | "д" | "да" => return Ok(Answer::Said(Mark::Reviewed)),
            "n" | "no" | "н" | "не" | "нет" | "ні" => return Ok(Answer::Said(Mark::Wrong)),
            "s" | "skip" | "" => return Ok(Answer::Skip),
            "q" | "quit" => return Ok(Answer::Quit),
            _ => {
                writeln!(out, "{}", app.say("review-answers", &[]))?;
                out.flush()?;
            }
        }
    }
}
