//! `tolmach glossary review`: a person settles open classes, and accepts or rejects the new forms.

use std::io::{BufRead, Write};

use super::{
    add::locale_texts,
    ask::{Questions, Typed},
    locked::report_written,
    table::table,
};
use crate::{
    cli::{
        app::App,
        args,
        clock::today,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::field,
        worded::print_remarks,
    },
    desk::{
        glossary::{
            OpenClass, OpenWording, ReviewAnswer, ReviewOptions, accept_forms, review_forms, settle_classes,
            write_classes, write_forms,
        },
        refuse_unknown_locales,
    },
    model::Message,
    project::Lock,
};

/// Walks through the wordings whose class is open and those that have unreviewed forms, or accepts all forms.
pub(super) fn run(app: &App, what: args::GlossaryReview) -> Result<Exit, Failure> {
    let layout = app.layout()?;
    let _lock = app.warn_if_unheld(&layout, Lock::take(&layout, "glossary review")?);
    let options = ReviewOptions { locales: what.locales, concepts: what.concepts, by: what.by, today: today() };
    let observer = TerminalObserver::new(app);
    if !what.classes.is_empty() {
        let classes = locale_texts(&what.classes)?;
        refuse_unknown_locales(Some(&layout), "--class", classes.iter().map(|(locale, _)| locale))?;
        write_classes(&layout, &options, &classes, &observer)?;
        return Ok(report_written(app, &write_forms(&layout, &observer)?));
    }
    let mut questions = Questions::new(app);
    let asks = questions.is_terminal && !what.accept_all;
    let ask_class = asks.then_some(|open: &OpenClass| questions.ask(open));
    let settled = settle_classes(&layout, &options, &observer, ask_class)?;
    if !settled.has_quit {
        print_remarks(app, settled.remarks);
    }
    let written = if what.accept_all {
        accept_forms(&layout, &options, &observer)?
    } else if asks && !settled.has_quit {
        let mut input = std::io::stdin().lock();
        review_forms(&layout, &options, &observer, |wording| -> Result<_, Failure> {
            show(app, wording)?;
            ask(app, &mut input)
        })?
    } else {
        write_forms(&layout, &observer)?
    };
    let exit = report_written(app, &written).max(Exit::after(&settled.errors));
    if !asks && !what.accept_all && written.unsettled.open > 0 {
        app.show_hint(&Message::new("review-terminal-hint"));
    }
    Ok(exit)
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
        match Typed::read(app, input)? {
            Typed::Yes => return Ok(ReviewAnswer::Right),
            Typed::No => {
                app.show_hint(&Message::new("review-wrong-hint"));
                return Ok(ReviewAnswer::Wrong);
            }
            Typed::Skip => return Ok(ReviewAnswer::Skip),
            Typed::Quit => return Ok(ReviewAnswer::Quit),
            Typed::End => {
                writeln!(out)?;
                out.flush()?;
                return Ok(ReviewAnswer::Quit);
            }
            Typed::Number(_) | Typed::Other => {
                writeln!(out, "{}", app.say("review-answers", &[]))?;
                out.flush()?;
            }
        }
    }
}
