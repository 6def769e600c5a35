//! What things are called in `locales/`: one name for one thing, and every language in its own words.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use tolmach::messages::Messages;

use super::{
    tag,
    wording::{messages, words},
};
use crate::cases;

#[derive(Deserialize)]
struct Naming {
    fact: String,
    english: Vec<String>,
    name: BTreeMap<String, Vec<String>>,
    never: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    except: Vec<String>,
}

/// The words of a message in small letters, without placeables and code.
fn lower(text: &str) -> Vec<String> {
    let text = words(text).to_lowercase();
    text.split(|c: char| !c.is_alphabetic() && !"’ʼ'-".contains(c)).map(str::to_owned).collect()
}

fn begins(text: &[String], with: &[String]) -> bool {
    text.iter().any(|word| with.iter().any(|stem| word.starts_with(stem)))
}

#[test]
fn one_thing_has_one_name_in_each_language() {
    let mut wrong = Vec::new();
    let english = messages("en");
    for case in cases::toml::<Naming>("locale/one-name.toml") {
        let mut said = 0;
        for locale in ["en", "be", "ru", "uk"] {
            for (id, message) in messages(locale).iter().filter(|(id, _)| !case.except.contains(id)) {
                let text = lower(&message.text);
                if case.never.get(locale).is_some_and(|stems| begins(&text, stems)) {
                    wrong.push(format!("{}: {}: {locale}: {id} has another name for it", case.place(), case.fact));
                }
                let is_meant = lower(&english[id].text).iter().any(|word| case.english.contains(word));
                said += usize::from(is_meant);
                if is_meant && case.name.get(locale).is_some_and(|stems| !begins(&text, stems)) {
                    wrong.push(format!("{}: {}: {locale}: {id} does not name it", case.place(), case.fact));
                }
            }
        }
        assert!(said > 0, "{}: no message speaks of it", case.place());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_english_stands_in_a_translated_message() {
    let names: BTreeSet<String> = cases::lines("locale/latin.txt").iter().map(|line| (**line).clone()).collect();
    let mut wrong = Vec::new();
    for locale in ["be", "ru", "uk"] {
        for (id, message) in messages(locale) {
            let text = words(&message.text);
            let latin = text.split(|c: char| !c.is_ascii_alphabetic() && c != '.').map(|word| word.trim_matches('.'));
            let latin: Vec<&str> = latin.filter(|word| !word.is_empty() && !names.contains(*word)).collect();
            if !latin.is_empty() {
                wrong.push(format!("{locale}: {id}: {latin:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_name_in_each_language() {
    for locale in ["en", "be", "ru", "uk"] {
        let all = messages(locale);
        let of = |prefix: &str| all.keys().filter_map(|id| id.strip_prefix(prefix)).collect::<BTreeSet<_>>();
        assert_eq!(of("report-rule-"), of("rule-"), "{locale}");
        let named: BTreeSet<&str> =
            all.iter().filter(|(id, _)| id.starts_with("report-rule-")).map(|(_, one)| one.text.trim()).collect();
        assert_eq!(named.len(), of("rule-").len(), "{locale}: two rules of one name");
    }
}

#[test]
fn what_a_parser_says_stands_in_code_marks() {
    let known: Vec<_> = tolmach::pipeline::problems().into_iter().flat_map(|problems| problems.samples).collect();
    for id in ["front-matter-syntax", "glossary-syntax", "glossary-bad-rules"] {
        let finding = known.iter().find(|finding| finding.id() == id).unwrap();
        for locale in ["be", "ru", "uk"] {
            let said = Messages::embedded(&tag(locale)).finding(finding);
            assert_eq!(said.matches('`').count(), 2, "{locale}: {said}");
            let prose: String = said.split('`').step_by(2).collect();
            let is_english = |word: &&str| word.bytes().any(|byte| byte.is_ascii_lowercase());
            assert_eq!(prose.split(' ').find(is_english), None, "{locale}: {said}");
        }
    }
}
