//! Classes that are open: the question about each, its choices, and the answer in the glossary's file.

use std::collections::BTreeMap;

use serde::Deserialize;
use tolmach::{
    glossary::{
        Grammar, Grammars, OpenClass, decline_term, normalized, open_class, open_class_advice, paradigm::Paradigms,
        read, set_class,
    },
    locale::Locales,
    model::{Concept, Locale},
};

use crate::cases;

#[derive(Deserialize)]
struct Case {
    fact: String,
    locale: Locale,
    kind: String,
    term: String,
    #[serde(default = "preferred")]
    usage: String,
    rules: String,
    question: Option<String>,
    choices: Vec<String>,
    yes: Option<String>,
}

fn preferred() -> String {
    "preferred".to_owned()
}

/// The grammar of a language with a project's own rules of guessing.
fn grammars(locale: &Locale, guesses: &str) -> Grammars {
    let over = format!("[guess]\nrules = [{guesses}]\n");
    let layers = Locales::embedded().layers(locale, "paradigms.toml");
    let rules = Paradigms::layered(layers.iter().map(|layer| layer.text).chain([over.as_str()])).unwrap();
    BTreeMap::from([(locale.clone(), Grammar::from(rules))])
}

fn concepts(text: &str) -> Vec<Concept> {
    let read = read(&[("a.toml".to_owned(), text.to_owned())]);
    assert_eq!(read.findings, [], "{text}");
    read.value
}

fn open(case: &Case) -> Option<OpenClass> {
    let (grammars, Case { locale, kind, usage, term, .. }) = (grammars(&case.locale, &case.rules), case);
    let file = format!("[[concept]]\nid = \"it\"\nkind = \"{kind}\"\nterms.{locale} = {{ {usage} = {term} }}\n");
    let concept = concepts(&file).remove(0);
    let term = &concept.terms[locale][0];
    let forms = decline_term(&grammars, locale, &concept, term).forms;
    open_class(&grammars, Locales::embedded(), &concept, locale, term, &forms)
}

#[test]
fn an_open_class_is_a_question_with_its_choices_as_in_the_cases() {
    for case in cases::toml::<Case>("glossary/open.toml") {
        let open = open(&case);
        let question = open.as_ref().map(|open| open.question.as_str().to_owned());
        assert_eq!(question, case.question, "{}", case.fact);
        let Some(open) = open else { continue };
        let choices: Vec<String> =
            open.choices.iter().map(|choice| format!("{}: {}", choice.class, choice.phrase)).collect();
        assert_eq!(choices, case.choices, "{}", case.fact);
        assert_eq!(open.answer(true).map(|choice| choice.class.clone()), case.yes, "{}", case.fact);
        let others = open.choices.iter().filter(|choice| !choice.is_yes).count();
        assert!(case.yes.is_none() || others == 1, "{}: yes and no", case.fact);
        assert_eq!((open.file.as_str(), open.line), ("a.toml", 4), "{}", case.fact);
    }
}

#[test]
fn a_dictionary_orders_the_choices_and_drops_none() {
    let case = |rules: &str| Case {
        fact: String::new(),
        locale: "ru".parse().unwrap(),
        kind: "noun".to_owned(),
        term: "\"спираль\"".to_owned(),
        usage: preferred(),
        rules: rules.to_owned(),
        question: None,
        choices: Vec::new(),
        yes: None,
    };
    let rules = "{ ends = \"спираль\", class = \"m f\" }";
    let order = |knows: &dyn Fn(&str) -> bool| {
        let mut open = open(&case(rules)).unwrap();
        open.order(knows);
        open.choices.iter().map(|choice| choice.class.clone()).collect::<Vec<_>>()
    };
    assert_eq!(order(&|word| ["спирали", "спиралью"].contains(&word)), ["f", "m"]);
    assert_eq!(order(&|_| false), ["m", "f"], "what no dictionary knows keeps the order of the rules");
    assert_eq!(order(&|_| true), ["m", "f"]);
}

#[test]
fn advice_names_the_line_to_write_and_counts_what_is_not_listed() {
    let case = cases::toml::<Case>("glossary/open.toml").into_iter().next().unwrap();
    let findings = open_class_advice(vec![open(&case).unwrap()], 9_999);
    let ids: Vec<&str> = findings.iter().map(tolmach::model::Finding::id).collect();
    assert_eq!(ids, ["glossary-lint-open-being", "glossary-lint-open-more"]);
    assert_eq!(findings[0].text("yes-line"), Some("class = \"ma\""));
    assert_eq!(findings[0].text("no-line"), Some("class = \"m\""));
    assert!(open_class_advice(Vec::new(), 0).is_empty());
}

#[derive(Deserialize)]
struct Writing {
    fact: String,
    file: String,
    after: Option<String>,
}

#[test]
fn a_class_is_written_beside_its_wording_and_every_other_byte_stays() {
    let be: Locale = "be".parse().unwrap();
    for case in cases::toml::<Writing>("glossary/set-class.toml") {
        for (file, after) in [
            (case.file.clone(), case.after.clone()),
            (case.file.replace('\n', "\r\n"), case.after.as_ref().map(|text| text.replace('\n', "\r\n"))),
            (format!("\u{feff}{}", case.file), case.after.as_ref().map(|text| format!("\u{feff}{text}"))),
        ] {
            assert_eq!(set_class(&file, "cartel", &be, "картэль", "ma"), after, "{}: {file:?}", case.fact);
        }
    }
}

proptest::proptest! {
    #![proptest_config(crate::support::config(128))]

    #[test]
    fn a_class_that_was_written_is_read_back(
        word in "[а-яіў' \"\\\\]{1,8}",
        style in 0..3_usize,
        class in "[a-zA-Z.= \"]{1,6}",
    ) {
        let literal = toml::Value::String(format!("я{word}я")).to_string();
        let term = match style {
            0 => literal,
            1 => format!("{{ text = {literal} }}"),
            _ => format!("[\"іншае\", {literal}]"),
        };
        let usage = if style == 2 { "admitted" } else { "preferred" };
        let file = format!("[[concept]]\nid = \"it\"\nterms.be = {{ {usage} = {term} }} # note\n");
        let (be, class): (Locale, String) = ("be".parse().unwrap(), format!("m{class}"));
        let before = concepts(&file);
        let wording = before[0].terms[&be].last().unwrap().text.clone();
        let written = set_class(&file, "it", &be, &wording, &class).unwrap();
        let mut expected = before;
        let last = expected[0].terms.get_mut(&be).unwrap().last_mut().unwrap();
        last.class = Some(class.trim().to_owned());
        proptest::prop_assert_eq!(normalized(&concepts(&written)[0]), normalized(&expected[0]));
        let is_kept = written.ends_with(" } # note\n");
        proptest::prop_assert!(is_kept, "{}", written);
    }
}
