//! `tolmach glossary review`: a person accepts or rejects the new forms.

use std::io::{BufRead, Write};

use super::{locked::report_written, table::table};
use crate::{
    cli::{
        app::App,
        args,
        clock::today,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::field,
    },
    desk::glossary::{OpenWording, ReviewAnswer, ReviewOptions, accept_forms, review_forms},
    model::Message,
    project::Lock,
};

/// Walks through the wordings that have unreviewed forms, or accepts them all.
pub(super) fn run(app: &App, what: args::GlossaryReview) -> Result<Exit, Failure> {
    let layout = app.layout()?;
    let _lock = app.warn_if_unheld(&layout, Lock::take(&layout, "glossary review")?);
    let options = ReviewOptions { locales: what.locales, by: what.by, today: today() };
    let observer = TerminalObserver::new(app);
    let written = if what.accept_all {
        accept_forms(&layout, &options, &observer)?
    } else {
        let mut input = std::io::stdin().lock();
        review_forms(&layout, &options, &observer, |wording| -> Result<_, Failure> {
            show(app, wording)?;
            ask(app, &mut input)
        })?
    };
    Ok(report_written(app, &written))
}

/// Prints a wording with its new forms.
fn show(app: &App, wording: &OpenWording) -> Result<(), Failure> {
    let OpenWording { number, count, locale, .. } = wording;
    let [lemma, class, concept] = [&wording.lemma, &wording.class, &wording.concept].map(|text| field(text));
    let from = app.say(&format!("class-from-{}", wording.class_from), &[]);
    let mut out = app.out();
    writeln!(out, "\n{number}/{count}  {locale}  {lemma}  {class}  ({from})  [{concept}]")?;
    write!(out, "{}", table(app, &wording.new, "  "))?;
    if !wording.seen.is_empty() {
        writeln!(out, "  {}", app.say("review-seen", &[]))?;
        write!(out, "{}", table(app, &wording.seen, "    "))?;
    }
    Ok(out.flush()?)
}

/// Asks until there is an answer; the end of the input quits.
fn ask(app: &App, input: &mut impl BufRead) -> Result<ReviewAnswer, Failure> {
    loop {
        let mut out = app.out();
        write!(out, "{} [y/n/s/q] ", app.say("review-question", &[]))?;
        out.flush()?;
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            writeln!(out)?;
            out.flush()?;
            return Ok(ReviewAnswer::Quit);
        }
        match String::from_utf8_lossy(&line).trim().to_lowercase().as_str() {
            "y" | "yes" | "т" | "так" | "д" | "да" => return Ok(ReviewAnswer::Right),
            "n" | "no" | "н" | "не" | "нет" | "ні" => {
                app.show_hint(&Message::new("review-wrong-hint"));
                return Ok(ReviewAnswer::Wrong);
            }
            "s" | "skip" | "" => return Ok(ReviewAnswer::Skip),
            "q" | "quit" => return Ok(ReviewAnswer::Quit),
            _ => {
                writeln!(out, "{}", app.say("review-answers", &[]))?;
                out.flush()?;
            }
        }
    }
}
