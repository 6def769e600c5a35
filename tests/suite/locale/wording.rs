//! The texts in `locales/`: completeness, letters and punctuation.

use std::collections::{BTreeMap, BTreeSet};

use tolmach::{
    locale::{Profile, alternations, embedded, embedded_files, foreign_letters, typography},
    messages::{Messages, Value},
};

use super::{profile, tag};
use crate::{
    cases,
    support::{skip, unknown_to_speller},
};

const LANGUAGES: [&str; 4] = ["en", "be", "ru", "uk"];

pub(super) struct Message {
    pub(super) text: String,
    variables: BTreeSet<String>,
}

/// The messages of a locale by id. A message begins at the margin; its other lines are indented or close a brace.
pub(super) fn messages(locale: &str) -> BTreeMap<String, Message> {
    let mut found: BTreeMap<String, Message> = BTreeMap::new();
    let files = embedded_files().filter_map(|(path, _)| path.strip_prefix("en/")?.strip_suffix(".ftl"));
    for file in files {
        let text = embedded(&format!("{locale}/{file}.ftl")).unwrap();
        let mut id = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
            let words = match line.split_once(" =").filter(|_| begins) {
                Some((name, words)) => {
                    name.clone_into(&mut id);
                    let message = Message { text: String::new(), variables: BTreeSet::new() };
                    assert!(found.insert(id.clone(), message).is_none(), "{locale}: {id} is defined twice");
                    words
                }
                None => line,
            };
            if let Some(message) = found.get_mut(&id) {
                message.text.push_str(words);
                message.text.push('\n');
                let variables = words.split('$').skip(1);
                let name = |rest: &str| {
                    rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap().to_owned()
                };
                message.variables.extend(variables.map(name));
            }
        }
    }
    found
}

/// The words of a message without placeables and literals.
pub(super) fn words(text: &str) -> String {
    let mut out = String::new();
    let mut literal = false;
    for line in text.lines() {
        let line = line.trim_start().trim_start_matches('*');
        let line = match line.split_once(']') {
            Some((key, rest)) if key.starts_with('[') && key.len() > 1 => rest,
            _ => line,
        };
        let mut depth = 0;
        for letter in line.chars() {
            match letter {
                '`' => literal = !literal,
                '{' => {
                    depth += 1;
                    out.push('0');
                }
                '}' => depth = (depth - 1).max(0),
                _ if depth <= 0 && !literal => out.push(letter),
                _ => {}
            }
        }
        out.push('\n');
    }
    out
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let english = messages("en");
    for locale in LANGUAGES {
        let ours = messages(locale);
        let ids = |messages: &BTreeMap<String, Message>| messages.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&ours), ids(&english), "{locale}");
        for (id, message) in &ours {
            assert_eq!(message.variables, english[id].variables, "{locale}: {id}");
        }
    }
}

#[test]
fn every_message_renders_completely() {
    for locale in LANGUAGES {
        let voice = Messages::embedded(&tag(locale));
        for (id, message) in messages(locale) {
            for count in [0, 1, 2, 5, 21, 111] {
                let args: Vec<(&str, Value<'_>)> = message
                    .variables
                    .iter()
                    .map(|name| {
                        (name.as_str(), if name == "count" { Value::Count(count) } else { Value::Text("NAME") })
                    })
                    .collect();
                assert!(voice.has(&id));
                let rendered = voice.say(&id, &args);
                assert!(!rendered.is_empty() && rendered != id, "{locale}: {id}");
                // Text in code is not translated.
                let prose = rendered.split('`').step_by(2).collect::<String>();
                assert!(
                    !prose.contains(['{', '}', '$', '\u{fdd0}', '\u{fdd1}', '\u{2068}']),
                    "{locale}: {id}: {rendered}"
                );
                assert!(!rendered.contains("  ") && rendered == rendered.trim(), "{locale}: {id}: {rendered}");
            }
        }
    }
}

#[test]
fn every_rule_that_has_a_message_is_explained_in_a_sentence() {
    for locale in LANGUAGES {
        let ours = messages(locale);
        let rules =
            |prefix: &str| ours.keys().filter_map(|id| id.strip_prefix(prefix)).map(str::to_owned).collect::<Vec<_>>();
        // A rule has one message, or one per problem.
        let (problems, explained) = (rules("finding-"), rules("rule-"));
        let of = |problem: &str, rule: &str| {
            problem.strip_prefix(rule).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        for problem in &problems {
            assert!(explained.iter().any(|rule| of(problem, rule)), "{locale}: {problem} belongs to no rule");
        }
        for rule in &explained {
            assert!(problems.iter().any(|problem| of(problem, rule)), "{locale}: {rule} has no problem");
        }
        for (id, message) in &ours {
            let text = message.text.trim();
            if id.starts_with("rule-") {
                assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "{locale}: {id}");
            } else if id.starts_with("finding-") {
                assert!(!text.ends_with('.'), "{locale}: {id}");
            }
        }
    }
}

#[test]
fn slavic_languages_have_three_plural_forms() {
    for locale in ["be", "ru", "uk"] {
        for (id, message) in messages(locale) {
            let counts = |what: &str| message.text.matches(what).count();
            if message.text.contains("{ $count ->") {
                assert_eq!((counts("[one]"), counts("[few]"), counts("*[many]")), (1, 1, 1), "{locale}: {id}");
            }
        }
    }
}

#[test]
fn our_texts_follow_our_own_rules() {
    for locale in ["be", "ru", "uk"] {
        let profile = profile(locale);
        for (id, message) in messages(locale) {
            for line in words(&message.text).lines() {
                let foreign: Vec<&str> = foreign_letters(profile, line).into_iter().map(|span| &line[span]).collect();
                assert!(foreign.is_empty(), "{locale}: {id}: {foreign:?} in {line}");
                assert_eq!(typography(profile, line), [], "{locale}: {id}: {line}");
                assert_eq!(
                    alternations(&profile.alternation, &profile.alphabet.vowels, line),
                    [],
                    "{locale}: {id}: {line}"
                );
            }
        }
    }
}

#[test]
fn names_of_languages_and_months_use_the_letters_of_the_language() {
    for locale in ["be", "ru", "uk"] {
        let Profile { names, dates, number_words, clock, .. } = profile(locale);
        let months = &dates.months;
        let lists = [&months.nominative, &months.genitive, &months.dative, &months.locative, &months.instrumental];
        let words =
            lists.into_iter().flatten().chain(number_words.values().flatten()).chain(&clock.am).chain(&clock.pm);
        for word in words.chain(names.get(locale)) {
            assert!(foreign_letters(profile(locale), word).is_empty(), "{locale}: {word}");
        }
    }
}

#[test]
fn spell_checkers_know_our_words() {
    for case in cases::cells("locale/unlisted.txt", ": ") {
        let [locale, unlisted] = &*case;
        let unlisted: BTreeSet<&str> = unlisted.split(' ').collect();
        let dictionary = match locale.as_str() {
            "be" => "be_BY",
            "ru" => "ru_RU",
            _ => "uk_UA",
        };
        let texts = messages(locale);
        let texts = texts.values().map(|message| words(&message.text).replace(['ʼ', '’'], "'"));
        let all: BTreeSet<String> =
            texts.flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
        let Some(unknown) = unknown_to_speller(dictionary, &all) else {
            skip(&format!("hunspell with {dictionary} is not installed"));
            continue;
        };
        let unknown: Vec<_> =
            unknown.into_iter().filter(|word| !word.is_ascii() && !unlisted.contains(word.as_str())).collect();
        assert!(unknown.is_empty(), "{locale}: {unknown:?}");
    }
}
