//! `tolmach glossary forms`

use std::io::Write;

use serde_json::{Map, Value, json};

use super::{locked, table::table};
use crate::{
    cli::{
        app::App,
        args::{self, Format},
        exit::{Exit, Failure},
        output::visible,
    },
    glossary::{
        declined, locales_that_spell,
        lock::{case_name, gender_name, number_name},
        paradigm::Class,
        paradigm_in,
    },
    model::{Concept, Form, Kind, Locale, Number, Term},
    project::Glossary,
};

/// A paradigm to be shown.
struct Shown {
    lemma: String,
    locale: Locale,
    class: String,
    /// Whose word the class is: `written`, `preferred`, `guessed`, `given`, or `none` where no rule was asked.
    class_from: &'static str,
    concept: Option<String>,
    forms: Vec<Form>,
}

/// Prints paradigms, or compares them with the lock.
pub(super) fn run(app: &App, what: &args::Forms) -> Result<Exit, Failure> {
    if what.check {
        return locked::check(app, &what.locales);
    }
    if what.write {
        return locked::write(app);
    }
    if let Some(class) = &what.class {
        Class::parse(class).map_err(|error| Failure::usage(error.to_string(), error.hint()))?;
    }
    let glossary = Glossary::load(app.find_layout()?.as_ref())?;
    let mut exit = Exit::Clean;
    let mut shown = Vec::new();
    if what.words.is_empty() {
        exit = locked::show_findings(app, &glossary.findings);
        for (concept, locale, term) in wordings(&glossary).filter(|(_, locale, _)| wanted(what, locale)) {
            shown.push(of_glossary(app, &glossary, concept, locale, term, &mut exit));
        }
    }
    for word in &what.words {
        match of_word(app, &glossary, what, word.trim(), &mut exit) {
            Ok(found) => shown.extend(found),
            Err(failure) => {
                app.show_failure(&failure);
                exit = exit.max(failure.exit);
            }
        }
    }
    let mut out = app.out();
    if matches!(what.format, Format::Json | Format::Jsonl) {
        let paradigms: Vec<Value> = shown.iter().map(to_json).collect();
        writeln!(out, "{}", json!({ "version": 1, "paradigms": paradigms }))?;
    } else {
        for (at, paradigm) in shown.iter().enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            write!(out, "{}", to_text(app, paradigm))?;
        }
    }
    out.flush()?;
    Ok(exit)
}

fn wanted(what: &args::Forms, locale: &Locale) -> bool {
    what.locales.is_empty() || what.locales.contains(locale)
}

/// Every wording of the glossary.
fn wordings(glossary: &Glossary) -> impl Iterator<Item = (&Concept, &Locale, &Term)> {
    glossary.concepts.iter().flat_map(|concept| {
        concept.terms.iter().flat_map(move |(locale, terms)| terms.iter().map(move |term| (concept, locale, term)))
    })
}

fn of_glossary(
    app: &App,
    glossary: &Glossary,
    concept: &Concept,
    locale: &Locale,
    term: &Term,
    exit: &mut Exit,
) -> Shown {
    let made = declined(&glossary.grammars, locale, concept, term);
    if let Some(error) = &made.error {
        let place = format!("{}:{}", concept.file, term.line);
        app.show_failure(&Failure::usage(format!("{place}: {}: {error}", term.text), error.hint()));
        *exit = (*exit).max(Exit::Usage);
    }
    let (class, class_from) = made
        .paradigm
        .map_or_else(|| ("0".to_owned(), "none"), |paradigm| (paradigm.class.to_string(), paradigm.source.as_str()));
    Shown {
        lemma: term.text.clone(),
        locale: locale.clone(),
        class,
        class_from,
        concept: Some(concept.id.clone()),
        forms: made.forms,
    }
}

/// The paradigms of a word: those of the glossary, else one for each locale that spells it.
fn of_word(
    app: &App,
    glossary: &Glossary,
    what: &args::Forms,
    word: &str,
    exit: &mut Exit,
) -> Result<Vec<Shown>, Failure> {
    let known: Vec<_> = wordings(glossary)
        .filter(|(_, locale, term)| term.text == word && wanted(what, locale))
        .filter(|(concept, ..)| what.kind.is_none_or(|kind| kind == concept.kind))
        .collect();
    let mut shown: Vec<Shown> = Vec::new();
    if what.class.is_none() {
        for (concept, locale, term) in &known {
            let one = of_glossary(app, glossary, concept, locale, term, exit);
            if !shown.iter().any(|other| (&other.locale, &other.forms) == (&one.locale, &one.forms)) {
                shown.push(one);
            }
        }
    }
    // Locales that are asked for and have no such wording get what the rules make of it.
    let mut locales: Vec<Locale> = what.locales.clone();
    if locales.is_empty() && shown.is_empty() {
        locales = known.iter().map(|(_, locale, _)| (*locale).clone()).collect();
        if locales.is_empty() {
            locales = locales_that_spell(&glossary.grammars, word);
        }
    }
    locales.retain(|locale| shown.iter().all(|paradigm| paradigm.locale != *locale));
    locales.dedup();
    if locales.is_empty() && shown.is_empty() {
        return Err(Failure::usage(
            format!("no locale with rules of declension has all the letters of `{word}`"),
            "name one with `--locale`, and look for letters of another alphabet",
        ));
    }
    let kind = what.kind.or_else(|| known.first().map(|(concept, ..)| concept.kind)).unwrap_or(Kind::Term);
    let mut failures = Vec::new();
    for locale in &locales {
        let class_from = if what.class.is_some() { "given" } else { "guessed" };
        match paradigm_in(&glossary.grammars, locale, word, kind, what.class.as_deref()) {
            Ok(Some(paradigm)) => shown.push(Shown {
                lemma: word.to_owned(),
                locale: locale.clone(),
                class: paradigm.class.to_string(),
                class_from,
                concept: None,
                forms: paradigm.forms,
            }),
            Ok(None) => failures.push(Failure::usage(
                format!("{locale}: {word}: no rules of declension are known for this locale"),
                format!("write them into `locales/{locale}/paradigms.toml`, or list the forms in the glossary"),
            )),
            Err(error) => failures.push(Failure::usage(format!("{locale}: {word}: {error}"), error.hint())),
        }
    }
    // A class that no one asked of every locale may fit only some of them.
    if !what.locales.is_empty() || shown.is_empty() {
        for failure in failures {
            app.show_failure(&failure);
            *exit = (*exit).max(failure.exit);
        }
    }
    Ok(shown)
}

fn to_json(paradigm: &Shown) -> Value {
    let entry = |text: &str, number: Option<&str>, case: Option<&str>, gender: Option<&str>| {
        let mut entry = Map::new();
        entry.insert("form".to_owned(), text.into());
        for (key, value) in [("number", number), ("case", case), ("gender", gender)] {
            if let Some(value) = value {
                entry.insert(key.to_owned(), value.into());
            }
        }
        Value::Object(entry)
    };
    let mut forms: Vec<Value> = Vec::new();
    let stays = paradigm.class_from != "none" && paradigm.forms.iter().all(|form| form.case.is_none());
    for form in &paradigm.forms {
        if stays && form.text == paradigm.lemma {
            // What does not decline stands in every case as it is.
            let cases = crate::model::Case::ALL.iter().filter(|case| **case != crate::model::Case::Vocative);
            let number = Some(number_name(Number::Singular));
            forms.extend(cases.map(|case| entry(&form.text, number, Some(case_name(*case)), None)));
        } else {
            let (number, case) = (form.number.map(number_name), form.case.map(case_name));
            forms.push(entry(&form.text, number, case, form.gender.map(gender_name)));
        }
    }
    let mut value = json!({
        "lemma": paradigm.lemma, "locale": paradigm.locale.to_string(), "class": paradigm.class,
        "class_from": paradigm.class_from, "forms": forms,
    });
    if let (Some(concept), Some(object)) = (&paradigm.concept, value.as_object_mut()) {
        object.insert("concept".to_owned(), concept.as_str().into());
    }
    value
}

fn to_text(app: &App, paradigm: &Shown) -> String {
    let from = app.say(&format!("class-from-{}", paradigm.class_from), &[]);
    let concept = paradigm.concept.as_ref().map(|id| format!("  [{}]", visible(id))).unwrap_or_default();
    let class = if paradigm.class_from == "none" { String::new() } else { format!("  {}", visible(&paradigm.class)) };
    let heading = format!("{}  {}{class}  ({from}){concept}\n", paradigm.locale, visible(&paradigm.lemma));
    let stays = paradigm.class_from != "none" && paradigm.forms.len() == 1;
    if stays {
        return format!("{heading}  {}\n", app.say("forms-stay", &[]));
    }
    heading + &table(app, &paradigm.forms, "  ")
}
