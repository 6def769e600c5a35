//! `tolmach glossary add`

use std::collections::BTreeMap;

use super::exchange::{append, own};
use crate::{
    cli::{
        app::App,
        args::GlossaryAdd,
        exit::{Exit, Failure},
    },
    glossary::{self, forms_of, kind_named, paradigm_of},
    messages::Value,
    model::{Concept, Locale, Term, Usage},
};

/// Adds a concept to a glossary file and says how many forms its wordings have.
pub(super) fn run(app: &App, what: &GlossaryAdd) -> Result<Exit, Failure> {
    let workspace = app.open_without_glossary(&app.overrides())?;
    let _lock = workspace.lock("glossary add")?;
    let concept = concept(what)?;
    if let Some(there) = own(&workspace)?.iter().find(|known| known.id == concept.id) {
        return Err(Failure::usage(
            format!("the concept `{}` stands already at {}:{}", there.id, there.file, there.line),
            "change it there, or give another id",
        ));
    }
    let mut counts = Vec::new();
    for (locale, terms) in &concept.terms {
        for term in terms {
            let paradigm = paradigm_of(&workspace.resources.grammars, locale, &concept, term)
                .map_err(|error| Failure::from_error(&error, Some(error.hint().to_owned()), Exit::Usage))?;
            counts.push((locale.to_string(), term.text.clone(), forms_of(term, paradigm.as_ref()).len()));
        }
    }
    if what.file.is_empty() || what.file.contains(['/', '\\', '.']) {
        return Err(Failure::usage(
            format!("`{}` is not the name of a glossary file", what.file),
            "write the name alone: `people` is glossary/people.toml",
        ));
    }
    let path = workspace.layout.glossary().join(&what.file).with_extension("toml");
    append(&path, &glossary::write(std::slice::from_ref(&concept), &workspace.settings.source))?;
    for (locale, text, count) in counts {
        let args = [("locale", Value::Text(&locale)), ("name", Value::Text(&text)), ("count", count.into())];
        app.tell(&app.say("glossary-forms-made", &args));
    }
    let file = workspace.layout.name(&path);
    app.tell(&app.say("glossary-added", &[("name", Value::Text(&concept.id)), ("file", Value::Text(&file))]));
    Ok(Exit::Clean)
}

/// The concept that the options describe.
fn concept(what: &GlossaryAdd) -> Result<Concept, Failure> {
    let kind = kind_named(&what.kind)
        .map_err(|known| Failure::usage(format!("unknown kind `{}`", what.kind), format!("one of {known}")))?;
    let id = what.id.trim().to_owned();
    if id.is_empty() {
        return Err(Failure::usage("`--id` is empty", "give a name such as `homel`"));
    }
    let mut terms: BTreeMap<Locale, Vec<Term>> = BTreeMap::new();
    for (list, usage) in
        [(&what.terms, Usage::Preferred), (&what.deprecated, Usage::Deprecated), (&what.forbidden, Usage::Forbidden)]
    {
        for given in list {
            let (locale, text) = parted(given)?;
            let known = terms.entry(locale).or_default();
            let usage = if usage == Usage::Preferred && !known.is_empty() { Usage::Admitted } else { usage };
            known.push(Term::new(text, usage));
        }
    }
    for given in &what.classes {
        let (locale, class) = parted(given)?;
        let preferred = terms.get_mut(&locale).and_then(|terms| terms.first_mut());
        let Some(term) = preferred.filter(|term| term.usage == Usage::Preferred) else {
            let hint = format!("give its wording: `--term {locale}=…`");
            return Err(Failure::usage(format!("`--class {given}` has no wording to go with"), hint));
        };
        term.class = Some(class);
    }
    let (definition, note) = (what.definition.clone(), what.note.clone());
    let (links, file) = (Vec::new(), String::new());
    Ok(Concept {
        id,
        kind,
        definition,
        domain: None,
        note,
        since: None,
        until: None,
        links,
        replaced_by: None,
        terms,
        file,
        line: 0,
    })
}

/// `be=Гомель` as locale and text.
fn parted(given: &str) -> Result<(Locale, String), Failure> {
    let parts = given.split_once('=').map(|(tag, text)| (tag.trim(), text.trim()));
    let Some((tag, text)) = parts.filter(|(_, text)| !text.is_empty()) else {
        return Err(Failure::usage(format!("`{given}` is not LOCALE=TEXT"), "write it as in `be=Гомель`"));
    };
    let locale = tag.parse().map_err(|error: crate::model::LocaleError| {
        Failure::from_error(&error, Some(error.hint().to_owned()), Exit::Usage)
    })?;
    Ok((locale, text.to_owned()))
}
