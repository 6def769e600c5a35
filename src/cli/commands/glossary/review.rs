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
            ClassAnswer, OpenWording, ReviewAnswer, ReviewOptions, WrittenClass, accept_forms, review_forms,
            settle_classes, write_classes, write_forms,
        },
        refuse_unknown_locales,
    },
    messages::Value,
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
        report_classes(app, &write_classes(&layout, &options, &classes)?);
        return Ok(report_written(app, &write_forms(&layout, &observer)?));
    }
    let mut questions = Questions::new(app);
    let settled =
        settle_classes(
            &layout,
            &options,
            |open| {
                if what.accept_all { Ok(ClassAnswer::Skip) } else { questions.ask(open) }
            },
        )?;
    report_classes(app, &settled.written);
    if !settled.has_quit {
        print_remarks(app, settled.remarks);
    }
    let written = if what.accept_all {
        accept_forms(&layout, &options, &observer)?
    } else {
        let mut input = std::io::stdin().lock();
        review_forms(&layout, &options, &observer, |wording| -> Result<_, Failure> {
            if settled.has_quit {
                return Ok(ReviewAnswer::Quit);
            }
            show(app, wording)?;
            ask(app, &mut input)
        })?
    };
    Ok(report_written(app, &written))
}

/// Reports the classes that were written into glossary files.
fn report_classes(app: &App, written: &[WrittenClass]) {
    for WrittenClass { locale, wording, class, file } in written {
        let locale = locale.to_string();
        let args = [("locale", &locale), ("name", wording), ("class", class), ("file", file)];
        let args = args.map(|(name, text)| (name, Value::Text(text.as_str())));
        app.notify(&app.say("class-written", &args));
    }
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
        match Typed::read(input)? {
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
