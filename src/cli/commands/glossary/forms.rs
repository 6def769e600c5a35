//! `tolmach glossary forms`.

use serde_json::{Map, Value, json};

use super::{locked, table::table};
use crate::{
    cli::{
        app::App,
        args::{self, PlainFormat},
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::{Printed, field},
        worded::print_remarks,
    },
    desk::glossary::{ClassFrom, FormsOptions, WordForms, forms},
    model::{Case, Form, Gender, Number},
};

/// Prints paradigms, or compares them with the lock file.
pub(super) fn run(app: &App, what: args::Forms) -> Result<Exit, Failure> {
    if what.check {
        return locked::check(app, &what.locales, what.format);
    }
    if what.write {
        return locked::write(app);
    }
    let options = FormsOptions { words: what.words, locales: what.locales, class: what.class, kind: what.kind };
    let paradigms = forms(app.find_layout()?.as_ref(), &options, &TerminalObserver::new(app))?;
    if what.format == PlainFormat::Json {
        let list: Vec<Value> = paradigms.words.iter().map(to_json).collect();
        app.print(&format!("{}\n", json!({ "version": 1, "paradigms": list })), Printed::Json)?;
    } else {
        let texts: Vec<String> = paradigms.words.iter().map(|word| to_text(app, word)).collect();
        app.print(&texts.join("\n"), app.text())?;
    }
    print_remarks(app, paradigms.remarks);
    Ok(locked::exit(&paradigms.findings).max(Exit::after(&paradigms.errors)))
}

fn to_json(word: &WordForms) -> Value {
    let mut forms: Vec<Value> = Vec::new();
    let is_indeclinable = word.class_from != ClassFrom::Nowhere && word.forms.iter().all(|form| form.case.is_none());
    for form in &word.forms {
        if is_indeclinable && form.text == word.lemma {
            // An indeclinable word is the same in every case.
            let cases = Case::ALL.into_iter().filter(|case| *case != Case::Vocative);
            let number = Some(Number::Singular);
            forms.extend(cases.map(|case| entry(&Form { number, case: Some(case), ..form.clone() })));
        } else {
            forms.push(entry(form));
        }
    }
    let mut value = json!({
        "lemma": word.lemma, "locale": word.locale.to_string(), "class": word.classes.first(), "classes": word.classes,
        "class_from": word.class_from.as_str(), "forms": forms,
    });
    if let (Some(concept), Some(object)) = (&word.concept, value.as_object_mut()) {
        object.insert("concept".to_owned(), concept.as_str().into());
    }
    value
}

fn entry(form: &Form) -> Value {
    let mut entry = Map::new();
    entry.insert("form".to_owned(), form.text.as_str().into());
    let number = form.number.map(Number::as_str);
    for (key, value) in
        [("number", number), ("case", form.case.map(Case::as_str)), ("gender", form.gender.map(Gender::as_str))]
    {
        if let Some(value) = value {
            entry.insert(key.to_owned(), value.into());
        }
    }
    entry.insert("certain".to_owned(), form.certain.into());
    Value::Object(entry)
}

fn to_text(app: &App, word: &WordForms) -> String {
    let from = app.say(&format!("class-from-{}", word.class_from.as_str()), &[]);
    let concept = word.concept.as_ref().map(|id| format!("  [{}]", field(id))).unwrap_or_default();
    let has_class = word.class_from != ClassFrom::Nowhere;
    let class = if has_class { format!("  {}", field(&word.classes.join(" / "))) } else { String::new() };
    let heading = format!("{}  {}{class}  ({from}){concept}\n", word.locale, field(&word.lemma));
    if has_class && word.forms.len() == 1 {
        return format!("{heading}  {}\n", app.say("forms-stay", &[]));
    }
    heading + &table(app, &word.forms, "  ")
}
