//! What is accepted and what is certain where a class is open.

use tolmach::{
    glossary::{
        Grammar, Grammars, Termbase, hints,
        lock::{FormsLock, ReviewMark, generate},
        paradigm::{Paradigms, plausible},
        read,
    },
    model::{Case, Form, Kind, Locale, Pair},
};

use std::collections::BTreeSet;

/// A being or a thing, a noun that may not change at all, and a plural that may have either of two endings.
const RULES: &str = r#"
letters = "abcdefghijklmnopqrstuvwxyz"
[sets]
V = "aeiouy"
[table.m]
s = { n = "=", g = "a", d = "u", a = "*" }
p = { n = "y", g = "full?ov zero?_", d = "am", a = "*" }
[[mark]]
ask = "zero full"
rules = [{ ends = "t", is = "zero full" }]
[select]
noun = [{ if = "m", ends = "n k t", table = "m" }]
[guess]
rules = [
  { ends = "k", class = "m ma" },
  { ends = "t", class = "m" },
  { ends = "on", more = true, class = "m.S" },
  { ends = "n", class = "0" },
]
"#;

fn forms(word: &str) -> Vec<Form> {
    let concepts = concepts(word, "");
    concepts.terms(&locale(), 0)[0].forms.clone()
}

fn locale() -> Locale {
    "pl".parse().unwrap()
}

fn grammars() -> Grammars {
    let grammar = Grammar::from(Paradigms::parse(RULES).unwrap());
    [(locale(), grammar)].into()
}

fn glossary(word: &str, more: &str) -> Vec<(String, String)> {
    let text = format!(
        "[[concept]]\nid = \"a\"\nterms.en = {{ preferred = \"thing\" }}\nterms.pl = {{ preferred = {{ text = \"{word}\" {more} }} }}\n"
    );
    vec![("glossary/a.toml".to_owned(), text)]
}

fn concepts(word: &str, more: &str) -> Termbase {
    let read = read(&glossary(word, more));
    assert_eq!(read.findings, []);
    Termbase::new(read.value, &grammars())
}

fn texts(forms: &[Form], certain: bool) -> BTreeSet<&str> {
    forms.iter().filter(|form| form.certain == certain).map(|form| form.text.as_str()).collect()
}

#[test]
fn a_form_is_certain_where_every_plausible_class_has_it_in_its_case() {
    let forms = forms("baktek");
    let in_cell = |text: &str, case: &str| {
        let found =
            forms.iter().find(|form| form.text == text && form.case.is_some_and(|known| known.as_str() == case));
        found.map(|form| form.certain)
    };
    assert_eq!(in_cell("bakteka", "genitive"), Some(true));
    // A being is declined with the genitive, a thing with the nominative.
    assert_eq!((in_cell("bakteka", "accusative"), in_cell("baktek", "accusative")), (Some(false), Some(false)));
}

#[test]
fn both_answers_to_an_open_question_are_accepted_and_neither_is_certain() {
    let forms = forms("bat");
    assert!(texts(&forms, false).is_superset(&["batov"].into()), "{forms:?}");
    assert!(texts(&forms, true).is_superset(&["bata", "batu", "batam"].into()), "{forms:?}");
}

#[test]
fn a_word_that_may_not_change_is_accepted_unchanged_in_every_case() {
    let forms = forms("balon");
    let unchanged = forms.iter().filter(|form| form.text == "balon" && form.case.is_some()).count();
    assert_eq!(unchanged, 4, "{forms:?}");
    assert_eq!(texts(&forms, false), ["balon", "balona", "balonu"].into());
}

#[test]
fn a_word_that_no_rule_knows_is_not_known_to_stay_as_it_is() {
    let rules = Paradigms::parse(RULES).unwrap();
    let plausible = plausible(&rules, "solo", Kind::Noun).unwrap();
    assert_eq!(plausible.len(), 1);
    assert!(plausible[0].class.is_invariable() && plausible[0].forms.iter().all(|form| !form.certain));
}

#[test]
fn a_written_class_and_a_written_form_are_certain() {
    let with_class = concepts("baktek", ", class = \"ma\"");
    assert_eq!(texts(&with_class.terms(&locale(), 0)[0].forms, false), BTreeSet::new());
    let form = ", forms = [{ text = \"baktekha\", number = \"singular\", case = \"accusative\" }]";
    let with_form = concepts("baktek", form);
    let forms = &with_form.terms(&locale(), 0)[0].forms;
    assert!(texts(forms, true).contains("baktekha") && !texts(forms, true).contains("baktekata"), "{forms:?}");
}

#[test]
fn a_form_that_a_person_wrote_is_certain_where_the_guess_is_not() {
    let termbase = concepts("bat", ", forms = [\"batov\"]");
    assert!(termbase.find(&locale(), "batov").iter().all(|hit| hit.certain));
    let pair = Pair { source: "en".parse().unwrap(), target: locale() };
    assert!(hints(&termbase, &pair, "A thing.").remove(0).forms.contains(&"batov".to_owned()));
}

#[test]
fn an_engine_is_given_the_wording_itself_also_where_no_form_is_certain() {
    let termbase = concepts("solo", "");
    let pair = Pair { source: "en".parse().unwrap(), target: locale() };
    assert_eq!(hints(&termbase, &pair, "A thing.").remove(0).forms, ["solo"]);
}

#[test]
fn a_reviewed_form_is_certain_and_a_rejected_one_is_not() {
    let concepts = read(&glossary("baktek", "")).value;
    let mut lock: FormsLock = generate(&concepts, &grammars()).value;
    for wording in lock.wordings.values_mut() {
        for (cell, marked) in &mut wording.cells {
            let case = cell.case.map(Case::as_str);
            marked.mark = match case {
                Some("accusative") => ReviewMark::Reviewed,
                Some("dative") => ReviewMark::Wrong,
                _ => ReviewMark::New,
            };
        }
    }
    let termbase = Termbase::new(concepts, &grammars()).reviewed(lock.to_text());
    let forms = &termbase.terms(&locale(), 0)[0].forms;
    for form in forms {
        let certain = form.case.is_none_or(|case| case.as_str() != "dative");
        assert_eq!(form.certain, certain, "{form:?}");
    }
}

#[test]
fn a_review_settles_the_forms_of_a_refused_wording_of_which_no_question_is_asked() {
    let refused = glossary("baktek", "").remove(0).1.replace("preferred = { text", "forbidden = { text");
    for (text, waiting) in [(refused, false), (glossary("baktek", "").remove(0).1, true)] {
        let concepts = read(&[("glossary/a.toml".to_owned(), text)]).value;
        let mut lock: FormsLock = generate(&concepts, &grammars()).value;
        for wording in lock.wordings.values_mut() {
            wording.mark_remaining(ReviewMark::Reviewed, None);
        }
        assert_eq!(lock.count(ReviewMark::New) > 0, waiting, "{}", lock.to_text());
    }
}

#[test]
fn an_uncertain_form_is_found_and_never_suggested() {
    let termbase = concepts("bat", "");
    let hits = termbase.find(&locale(), "Bata, bat, batov.");
    assert_eq!(hits.iter().map(|hit| hit.certain).collect::<Vec<_>>(), [true, true, false]);
    let pair = Pair { source: "en".parse().unwrap(), target: locale() };
    let hint = hints(&termbase, &pair, "A thing.").remove(0);
    assert!(hint.forms.contains(&"bata".to_owned()) && !hint.forms.contains(&"batov".to_owned()), "{hint:?}");
}
