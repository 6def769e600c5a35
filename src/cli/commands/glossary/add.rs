//! `tolmach glossary add`.

use super::ask::Questions;
use crate::{
    cli::{
        app::App,
        args::GlossaryAdd,
        exit::{Exit, Failure},
        usage::UsageError,
        worded::{gate_exit, print_remarks},
    },
    desk::{
        glossary::{NewConcept, add},
        refuse_unknown_locales,
    },
    messages::Value,
    model::{Kind, Locale, LocaleError, Severity},
};

/// Adds a concept to a glossary file and reports how many forms its wordings have.
pub(super) fn run(app: &App, what: GlossaryAdd) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides())?;
    let _lock = app.lock(&workspace, "glossary add")?;
    let concept = concept(what)?;
    let wordings = concept.terms.iter().chain(&concept.deprecated).chain(&concept.forbidden);
    let locales = wordings.chain(&concept.classes).map(|(locale, _)| locale);
    refuse_unknown_locales(Some(&workspace.layout), "--term", locales)?;
    let mut questions = Questions::new(app);
    let added = add(&workspace, &concept, |open| questions.ask(open))?;
    for wording in &added.wordings {
        let locale = wording.locale.to_string();
        let args = [("locale", Value::Text(&locale)), ("name", Value::Text(&wording.text))];
        app.notify(&app.say("glossary-forms-made", &[args.as_slice(), &[("count", wording.forms.into())]].concat()));
    }
    let args = [("name", Value::Text(&added.id)), ("file", Value::Text(&added.file))];
    app.notify(&app.say("glossary-added", &args));
    // The concept is written; a class that is open is no reason for a script to stop.
    let severities =
        added.remarks.iter().map(|finding| finding.severity).filter(|severity| *severity > Severity::Neutral);
    let severities: Vec<Severity> = severities.collect();
    print_remarks(app, added.remarks);
    Ok(gate_exit(&workspace, severities))
}

/// The concept that the options describe.
fn concept(what: GlossaryAdd) -> Result<NewConcept, Failure> {
    let known = Kind::ALL.map(Kind::as_str);
    let kind = Kind::of(&what.kind).ok_or_else(|| UsageError::UnknownKind { input: what.kind, known: known.into() })?;
    Ok(NewConcept {
        id: what.id,
        kind,
        definition: what.definition,
        note: what.note,
        terms: locale_texts(&what.terms)?,
        classes: locale_texts(&what.classes)?,
        deprecated: locale_texts(&what.deprecated)?,
        forbidden: locale_texts(&what.forbidden)?,
        file: what.file,
    })
}

/// Parses each `be=Гомель` into locale and text.
pub(super) fn locale_texts(options: &[String]) -> Result<Vec<(Locale, String)>, Failure> {
    let parse = |option: &String| {
        let parts = option.split_once('=').map(|(tag, text)| (tag.trim(), text.trim()));
        let Some((tag, text)) = parts.filter(|(_, text)| !text.is_empty()) else {
            return Err(UsageError::NotLocaleAndText { input: option.clone() }.into());
        };
        let locale = tag.parse().map_err(|error: LocaleError| Failure::of(&error))?;
        Ok((locale, text.to_owned()))
    };
    options.iter().map(parse).collect()
}
