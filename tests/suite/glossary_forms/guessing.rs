//! Guessing the class from wording and kind: right forms are accepted, wrong ones are not.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
    sync::LazyLock,
};

use tolmach::{
    glossary::paradigm::{Class, Paradigms, decline},
    locale::Locales,
    model::{Case, Form, Kind, Locale, Number},
};

use crate::{
    cases::{self, Located},
    paradigm::reviewed_words,
    support::guess,
};

const LOCALES: [&str; 3] = ["be", "ru", "uk"];

static RULES: LazyLock<BTreeMap<&'static str, Paradigms>> = LazyLock::new(|| {
    let rules = |tag: &'static str| {
        let layers = Locales::embedded().layers(&tag.parse::<Locale>().unwrap(), "paradigms.toml");
        (tag, Paradigms::layered(layers.iter().map(|layer| layer.text)).unwrap())
    };
    ["be", "ru", "uk"].into_iter().map(rules).collect()
});

/// Wordings of a language to guess from: kind, class, wording, genitive, instrumental.
fn guessed_words(tag: &str) -> Vec<Located<[String; 5]>> {
    let head = ["kind", "class", "wording", "genitive", "instrumental"];
    cases::headed(&format!("glossary/guessed-{tag}.tsv"), head)
}

/// The forms of every row of the reviewed cases, with their wording and locale.
pub fn reviewed() -> Vec<(&'static str, String, Vec<Form>)> {
    let mut all = Vec::new();
    for tag in LOCALES {
        let mut add = |place: &dyn Display, class: &str, word: &str| {
            let likeliest = class.split(" / ").next().unwrap();
            let forms = decline(&RULES[tag], word, &Class::parse(likeliest).unwrap());
            all.push((tag, word.to_owned(), forms.unwrap_or_else(|error| panic!("{place}: {error}"))));
        };
        for row in guessed_words(tag) {
            add(&row.place(), &row[1], &row[2]);
        }
        for row in reviewed_words(tag) {
            add(&row.place(), &row[1], &row[2]);
        }
    }
    all
}

fn texts(forms: &[Form]) -> BTreeSet<String> {
    forms.iter().map(|form| form.text.clone()).collect()
}

/// The forms of a case, in the plural where there is no singular.
fn cell(forms: &[Form], case: Case) -> String {
    let in_number = |number| -> Vec<&str> {
        let matching = forms.iter().filter(|form| form.number == Some(number) && form.case == Some(case));
        let mut texts: Vec<&str> = Vec::new();
        for form in matching.filter(|form| form.gender.is_none_or(|gender| gender == tolmach::model::Gender::Masculine))
        {
            if !texts.contains(&form.text.as_str()) {
                texts.push(&form.text);
            }
        }
        texts
    };
    let singular = Some(in_number(Number::Singular)).filter(|cell| !cell.is_empty());
    singular.unwrap_or_else(|| in_number(Number::Plural)).join("/")
}

#[test]
fn names_and_terms_are_declined_by_wording_and_kind_alone() {
    let mut wrong = Vec::new();
    for tag in LOCALES {
        for row in guessed_words(tag) {
            let ([kind, class, wording, genitive, instrumental], line) = (&*row, row.place());
            let guessed = guess(&RULES[tag], wording, Kind::of(kind).unwrap());
            let named: Vec<Class> = class.split(" / ").map(|class| Class::parse(class).unwrap()).collect();
            let right = decline(&RULES[tag], wording, &named[0]).unwrap();
            let never_changes = right.iter().all(|form| form.case.is_none());
            for (case, expected) in [(Case::Genitive, genitive), (Case::Instrumental, instrumental)] {
                let made = if never_changes { wording.clone() } else { cell(&right, case) };
                if made != *expected {
                    wrong.push(format!("{line}: {wording}: {made}, not {expected}"));
                }
            }
            let all = |classes: &[Class]| -> BTreeSet<String> {
                classes.iter().flat_map(|class| texts(&decline(&RULES[tag], wording, class).unwrap())).collect()
            };
            let likeliest = decline(&RULES[tag], wording, &guessed[0]).unwrap();
            if texts(&likeliest) != texts(&right) || all(&guessed) != all(&named) {
                let guessed: Vec<String> = guessed.iter().map(ToString::to_string).collect();
                wrong.push(format!("{line}: {wording}: {}, not {class}", guessed.join(" / ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_plausible_class_makes_the_forms_of_another_reading() {
    let head = ["locale", "kind", "wording", "never", "reason"];
    let mut wrong = Vec::new();
    for row in cases::headed("glossary/guessed-never.tsv", head) {
        let [tag, kind, wording, never, reason] = &*row;
        let rules = &RULES[tag.as_str()];
        let kind = Kind::of(kind).unwrap_or_else(|| panic!("{}: no kind {kind}", row.place()));
        for class in guess(rules, wording, kind) {
            let forms = decline(rules, wording, &class).unwrap();
            let made = texts(&forms);
            wrong.extend(
                never
                    .split('/')
                    .filter(|form| made.contains(*form))
                    .map(|form| format!("{}: {form} by {class}, but {reason}", row.place())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The kind that a glossary would give a row whose kind is not named.
fn kind_of(name: &str, word: &str) -> Kind {
    match Kind::of(name) {
        Some(kind) => kind,
        None if word.starts_with(char::is_uppercase) => Kind::Person,
        None => Kind::Noun,
    }
}

#[test]
fn at_least_ninety_five_of_a_hundred_right_forms_are_accepted_without_a_class() {
    for tag in LOCALES {
        let (mut right, mut accepted, mut wrong, mut total) = (0, 0, 0, 0);
        for row in reviewed_words(tag) {
            let [name, class, word, ..] = &*row;
            let reviewed = decline(&RULES[tag], word, &Class::parse(class).unwrap()).unwrap();
            let guessed = guess(&RULES[tag], word, kind_of(name, word));
            // A surname alone may name a family, so it has a plural, which a reviewed man has not.
            let numbers: BTreeSet<Option<Number>> = reviewed.iter().map(|form| form.number).collect();
            let guessed: Vec<Form> = guessed
                .iter()
                .flat_map(|class| decline(&RULES[tag], word, class).unwrap())
                .filter(|form| form.number.is_none() || numbers.contains(&form.number))
                .collect();
            let (reviewed, guessed) = (texts(&reviewed), texts(&guessed));
            right += reviewed.len();
            accepted += reviewed.intersection(&guessed).count();
            total += guessed.len();
            if guessed != reviewed {
                println!("{tag} {word}: {:?}", guessed.symmetric_difference(&reviewed).collect::<Vec<_>>());
            }
            wrong += guessed.difference(&reviewed).count();
        }
        println!("{tag}: {accepted} of {right} right forms accepted, {wrong} of {total} forms made are not right");
        assert!(accepted * 100 >= right * 95, "{tag}: {accepted} of {right}");
        assert!(wrong * 100 <= total * 3, "{tag}: {wrong} of {total}");
    }
}
