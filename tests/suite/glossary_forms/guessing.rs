//! With nothing but the wording and its kind: are the right forms accepted, and no wrong one?

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use tolmach::{
    glossary::paradigm::{Class, Paradigms, decline, guess},
    locale::Locales,
    model::{Case, Form, Kind, Locale, Number},
};

const GUESSED: [(&str, &str); 3] = [
    ("be", include_str!("../../cases/glossary/guessed-be.tsv")),
    ("ru", include_str!("../../cases/glossary/guessed-ru.tsv")),
    ("uk", include_str!("../../cases/glossary/guessed-uk.tsv")),
];

const PARADIGMS: [(&str, &str); 3] = [
    ("be", include_str!("../../cases/glossary/paradigms-be.tsv")),
    ("ru", include_str!("../../cases/glossary/paradigms-ru.tsv")),
    ("uk", include_str!("../../cases/glossary/paradigms-uk.tsv")),
];

static RULES: LazyLock<BTreeMap<&'static str, Paradigms>> = LazyLock::new(|| {
    let rules = |tag: &'static str| {
        let layers = Locales::embedded().layers(&tag.parse::<Locale>().unwrap(), "paradigms.toml");
        (tag, Paradigms::layered(layers.iter().map(|layer| layer.text)).unwrap())
    };
    ["be", "ru", "uk"].into_iter().map(rules).collect()
});

/// Rows with their line, without remarks and the head.
pub fn rows(table: &'static str) -> impl Iterator<Item = (usize, Vec<&'static str>)> {
    let lines = table.lines().enumerate().map(|(at, line)| (at + 1, line));
    let rows = lines.filter(|(_, line)| !line.starts_with('#') && !line.is_empty()).skip(1);
    rows.map(|(at, line)| (at, line.split('\t').collect()))
}

/// The forms of every row of the reviewed cases, with their class and locale.
pub fn reviewed() -> impl Iterator<Item = (&'static str, &'static str, Vec<Form>)> {
    let tables = GUESSED.into_iter().chain(PARADIGMS);
    tables.flat_map(|(tag, table)| {
        rows(table).map(move |(line, row)| {
            let forms = decline(&RULES[tag], row[2], &Class::parse(row[1]).unwrap());
            (tag, row[2], forms.unwrap_or_else(|error| panic!("{tag}:{line}: {error}")))
        })
    })
}

fn texts(forms: &[Form]) -> BTreeSet<&str> {
    forms.iter().map(|form| form.text.as_str()).collect()
}

/// What stands in a case, of the plural where there is no singular.
fn cell(forms: &[Form], case: Case) -> String {
    let in_number = |number| -> Vec<&str> {
        let own = forms.iter().filter(|form| form.number == Some(number) && form.case == Some(case));
        let mut texts: Vec<&str> = Vec::new();
        for form in own.filter(|form| form.gender.is_none_or(|gender| gender == tolmach::model::Gender::Masculine)) {
            if !texts.contains(&form.text.as_str()) {
                texts.push(&form.text);
            }
        }
        texts
    };
    let found = Some(in_number(Number::Singular)).filter(|cell| !cell.is_empty());
    found.unwrap_or_else(|| in_number(Number::Plural)).join("/")
}

#[test]
fn names_and_terms_have_their_forms_by_wording_and_kind_alone() {
    for (tag, table) in GUESSED {
        let mut wrong = Vec::new();
        for (line, row) in rows(table) {
            let [kind, class, wording, genitive, instrumental] = row[..] else { panic!("{tag}:{line}: {row:?}") };
            let guessed = guess(&RULES[tag], wording, Kind::of(kind).unwrap());
            let forms = decline(&RULES[tag], wording, &guessed).unwrap();
            let right = decline(&RULES[tag], wording, &Class::parse(class).unwrap()).unwrap();
            if right.iter().all(|form| form.case.is_none()) {
                assert_eq!((genitive, instrumental), (wording, wording), "{tag}:{line}");
            } else {
                assert_eq!(cell(&right, Case::Genitive), genitive, "{tag}:{line}: {wording}");
                assert_eq!(cell(&right, Case::Instrumental), instrumental, "{tag}:{line}: {wording}");
            }
            if texts(&forms) != texts(&right) {
                wrong.push(format!("{tag}:{line}: {wording}: {guessed}, not {class}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// The kind that a glossary would give a row whose class is not to be guessed.
fn kind_of(row: &[&str]) -> Kind {
    match Kind::of(row[0]) {
        Some(kind) => kind,
        None if row[2].starts_with(char::is_uppercase) => Kind::Person,
        None => Kind::Noun,
    }
}

#[test]
fn at_least_ninety_five_of_a_hundred_right_forms_are_accepted_without_a_class() {
    for (tag, table) in PARADIGMS {
        let (mut right, mut accepted, mut wrong, mut made) = (0, 0, 0, 0);
        for (_, row) in rows(table) {
            let reviewed = decline(&RULES[tag], row[2], &Class::parse(row[1]).unwrap()).unwrap();
            let guessed = decline(&RULES[tag], row[2], &guess(&RULES[tag], row[2], kind_of(&row))).unwrap();
            let (reviewed, guessed) = (texts(&reviewed), texts(&guessed));
            right += reviewed.len();
            accepted += reviewed.intersection(&guessed).count();
            made += guessed.len();
            if guessed != reviewed {
                println!("{tag} {}: {:?}", row[2], guessed.symmetric_difference(&reviewed).collect::<Vec<_>>());
            }
            wrong += guessed.difference(&reviewed).count();
        }
        println!("{tag}: {accepted} of {right} right forms accepted, {wrong} of {made} forms made are not right");
        assert!(accepted * 100 >= right * 95, "{tag}: {accepted} of {right}");
        assert!(wrong * 100 <= made * 3, "{tag}: {wrong} of {made}");
    }
}
