//! The glossary as a whole: consistency, house choices, differences, candidates.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use tolmach::{
    glossary::{
        self, Choices, ConceptChangeKind, PhraseRules, Uses, apply, compare, extract, grammars, lint, load_chosen,
        phrase_rules, unused,
    },
    locale::{Locales, Override},
    model::{Concept, Message, Usage},
};

use super::{locale, summaries};
use crate::cases;

fn concepts(text: &str) -> Vec<Concept> {
    let read = glossary::read(&[("glossary/terms.toml".to_owned(), text.to_owned())]);
    assert_eq!(read.findings, vec![], "{text}");
    read.value
}

#[derive(Deserialize)]
struct Case {
    fact: String,
    file: String,
    findings: Vec<String>,
}

#[test]
fn an_inconsistent_glossary_is_reported_as_in_the_cases() {
    let targets = ["be", "ru", "uk"].map(locale);
    let grammars = grammars(Locales::embedded()).unwrap();
    for case in cases::toml::<Case>("glossary/exchange/lint.toml") {
        // The text of a case begins after a line break, so its first line is the second.
        let concepts = concepts(&format!("\n{}", case.file));
        let found = lint(&concepts, &locale("en"), &targets, &grammars, Locales::embedded());
        assert_eq!(summaries(&found), case.findings, "{}", case.fact);
    }
}

const THREE: &str = r#"
[[concept]]
id = "kyiv"
kind = "place"
terms.en = { preferred = "Kyiv", forbidden = ["Kiev"] }
terms.ru = { preferred = "Киев", admitted = "Кыив", forbidden = ["Кіев"] }

[[concept]]
id = "homel"
kind = "place"
terms.en = { preferred = "Homel" }
terms.ru = { preferred = "Гомель" }
"#;

#[test]
fn a_concept_that_no_article_needs_is_advice() {
    let concepts = concepts(THREE);
    let set = |numbers: &[usize]| numbers.iter().copied().collect::<BTreeSet<_>>();
    let uses = Uses {
        used: BTreeMap::from([(0, 2)]),
        due: BTreeMap::from([(locale("ru"), set(&[0])), (locale("be"), set(&[0]))]),
        translated: BTreeMap::from([(locale("ru"), BTreeMap::from([(1, 1)]))]),
    };
    assert_eq!(summaries(&unused(&concepts, &uses)), ["2 neutral never-translated kyiv", "8 neutral unused homel"]);
    let counts = [("ru", 0), ("ru", 1), ("be", 0), ("be", 1)].map(|(tag, concept)| uses.count(&locale(tag), concept));
    assert_eq!(counts, [2, 1, 2, 0], "uses in the articles count for every locale, those in editions for their own");
}

fn usages(concept: &Concept, tag: &str) -> Vec<String> {
    concept.terms[&locale(tag)].iter().map(|term| format!("{} {}", term.usage.as_str(), term.text)).collect()
}

#[test]
fn house_choices_take_precedence_over_the_files() {
    let mut list = concepts(THREE);
    let choices: Choices =
        toml::from_str("prefer = { kyiv = { en = \"Kiev\" } }\nforbid = { kyiv = { ru = [\"Кыив\"] } }").unwrap();
    assert_eq!(apply(&mut list, &choices, "tolmach.toml"), vec![]);
    assert_eq!(usages(&list[0], "en"), ["preferred Kiev", "admitted Kyiv"]);
    assert_eq!(usages(&list[0], "ru"), ["preferred Киев", "forbidden Кыив", "forbidden Кіев"]);
    let files = [("glossary/a.toml".to_owned(), THREE.to_owned())];
    let loaded = load_chosen(&files, &glossary::Grammars::new(), &choices, "tolmach.toml");
    let hits = loaded.value.find(&locale("en"), "Kiev and Kyiv");
    assert_eq!(hits.iter().map(|hit| hit.usage).collect::<Vec<_>>(), [Usage::Preferred, Usage::Admitted]);
}

#[test]
fn a_choice_that_the_glossary_lacks_is_reported_with_the_available_ones() {
    let mut list = concepts(THREE);
    let choices: Choices = toml::from_str(
        "prefer = { kiev = { en = \"Kiev\" }, kyiv = { en = \"Kyjiv\" } }\nforbid = { kyiv = { ru = [\"Киев\"] } }",
    )
    .unwrap();
    let found = apply(&mut list, &choices, "tolmach.toml");
    assert_eq!(
        summaries(&found),
        ["0 major unknown-concept kiev", "0 major unknown-wording Kyjiv", "0 major choice-refused Киев"]
    );
    assert_eq!(found[1].hint(), Some(&Message::new("hint-one-of").with("known", "Kyiv, Kiev")));
    assert_eq!(list, concepts(THREE));
}

#[test]
fn changes_are_listed_by_concept_and_wording() {
    let new = THREE
        .replace("forbidden = [\"Kiev\"]", "admitted = \"Kiev\", forbidden = [\"Kyjiv\"]")
        .replace("homel", "gomel");
    let changes = compare(&concepts(THREE), &concepts(&new));
    let shown: Vec<String> = changes
        .iter()
        .flat_map(|change| {
            let name = |usage: Option<Usage>| usage.map_or("-", Usage::as_str);
            let head = format!("{} {}", change.kind.as_str(), change.concept);
            let wordings = change.wordings.iter().map(move |w| format!("{} {} {}", w.text, name(w.old), name(w.new)));
            std::iter::once(head).chain(wordings).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(shown, ["added gomel", "removed homel", "changed kyiv", "Kiev forbidden admitted", "Kyjiv - forbidden"]);
    assert_eq!(changes[0].kind, ConceptChangeKind::Added);
    assert_eq!(compare(&concepts(THREE), &concepts(&format!("# a remark\n{THREE}"))), vec![]);
}

fn candidates(sentences: &[&str], existing: &[&str], min: usize) -> Vec<String> {
    let rules = phrase_rules(Locales::embedded(), &locale("en")).unwrap();
    assert!(rules.stop.contains("the"), "English has its list");
    let sentences: Vec<_> = sentences
        .iter()
        .map(|text| {
            let mut spans: Vec<_> =
                existing.iter().flat_map(|word| text.match_indices(word).map(|(at, _)| at..at + word.len())).collect();
            spans.sort_by_key(|span| span.start);
            ((*text).to_owned(), spans)
        })
        .collect();
    let shown = extract(&sentences, &rules, min);
    shown.iter().map(|one| format!("{}{} {}", if one.name { "name " } else { "" }, one.text, one.count)).collect()
}

#[test]
fn repeated_names_and_phrases_are_candidates() {
    let sentences = [
        "The rapid reaction force met Vladimir Makei.",
        "Makei praised the rapid reaction force of Belarus.",
        "Snow met Makei’s plane; rapid reaction is slow.",
        "In March it said: “Winter makes snow.”",
    ];
    assert_eq!(candidates(&sentences, &["Belarus"], 2), ["rapid reaction 3", "name Makei 2", "rapid reaction force 2"]);
    let names = candidates(&sentences, &["Belarus"], 1);
    assert!(names.contains(&"name Vladimir Makei 1".to_owned()), "{names:?}");
    assert!(!names.iter().any(|name| name.contains("Belarus")), "{names:?}");
}

#[test]
fn the_first_word_of_a_sentence_is_a_name_only_where_it_is_one_elsewhere() {
    assert_eq!(candidates(&["Soldiers marched.", "Soldiers sang."], &[], 1), ["Soldiers marched 1", "Soldiers sang 1"]);
    assert_eq!(candidates(&["Minsk waits.", "He left Minsk."], &[], 2), ["name Minsk 2"]);
}

#[test]
fn a_language_without_a_list_has_no_stop_words() {
    assert_eq!(phrase_rules(Locales::embedded(), &locale("pl")).unwrap(), PhraseRules::default());
    let path = "locales/en/terms.toml".to_owned();
    let broken = Override { locale: locale("en"), path, text: "stop = [\"the\"]\nendngs = []\n".to_owned() };
    let error = phrase_rules(&Locales::with(vec![broken]).unwrap(), &locale("en")).unwrap_err();
    assert!(error.to_string().starts_with("locales/en/terms.toml:2: unknown field `endngs`"), "{error}");
}
