//! `tolmach glossary add`

use crate::{
    cli::{
        app::App,
        args::GlossaryAdd,
        exit::{Exit, Failure},
        usage::UsageError,
    },
    desk::glossary::{NewConcept, add},
    messages::Value,
    model::{Kind, Locale, LocaleError},
};

/// Adds a concept to a glossary file and says how many forms its wordings have.
pub(super) fn run(app: &App, what: GlossaryAdd) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides())?;
    let _lock = app.lock(&workspace, "glossary add")?;
    let added = add(&workspace, &concept(what)?)?;
    for wording in &added.wordings {
        let locale = wording.locale.to_string();
        let args = [("locale", Value::Text(&locale)), ("name", Value::Text(&wording.text))];
        app.tell(&app.say("glossary-forms-made", &[args.as_slice(), &[("count", wording.forms.into())]].concat()));
    }
    let args = [("name", Value::Text(&added.id)), ("file", Value::Text(&added.file))];
    app.tell(&app.say("glossary-added", &args));
    Ok(Exit::Clean)
}

/// The concept that the options describe.
fn concept(what: GlossaryAdd) -> Result<NewConcept, Failure> {
    let known = Kind::ALL.map(Kind::as_str);
    let kind = Kind::of(&what.kind).ok_or_else(|| UsageError::UnknownKind { given: what.kind, known: known.into() })?;
    Ok(NewConcept {
        id: what.id,
        kind,
        definition: what.definition,
        note: what.note,
        terms: parted(&what.terms)?,
        classes: parted(&what.classes)?,
        deprecated: parted(&what.deprecated)?,
        forbidden: parted(&what.forbidden)?,
        file: what.file,
    })
}

/// Each `be=Гомель` as locale and text.
fn parted(given: &[String]) -> Result<Vec<(Locale, String)>, Failure> {
    let part = |given: &String| {
        let parts = given.split_once('=').map(|(tag, text)| (tag.trim(), text.trim()));
        let Some((tag, text)) = parts.filter(|(_, text)| !text.is_empty()) else {
            return Err(UsageError::NotLocaleAndText { given: given.clone() }.into());
        };
        let locale = tag.parse().map_err(|error: LocaleError| Failure::of(&error))?;
        Ok((locale, text.to_owned()))
    };
    given.iter().map(part).collect()
}
