//! Mistakes planted in one of the editions of this repository: each is found there, and no other edition is blamed.

use std::{fs, path::Path};

use serde_json::Value;
use tempfile::TempDir;

use super::{
    folder,
    older::{copy, output_of},
};

/// What is planted, in which edition, for which text, whether the other editions are a witness, and whether the mirror says so.
const PLANTS: &[(&str, &str, &str, &str, bool)] = &[
    ("a number", "uk", "З травня 2021 року", "З травня 2012 року", true),
    ("a day", "uk", "12 березня начальник", "21 березня начальник", true),
    ("a month", "be", "21 лютага Пуцін", "21 чэрвеня Пуцін", true),
    ("a person of the glossary", "uk", "21 лютого Путін", "21 лютого Лукашенко", true),
    (
        "quotation marks",
        "be",
        "«сваімі сіламі дзяржаўную мяжу ад Брэста да Мазыра»",
        "сваімі сіламі дзяржаўную мяжу ад Брэста да Мазыра",
        true,
    ),
    ("a link", "be", "<g id=\"1\" ctype=\"x-link\">інтэрв’ю</g>", "інтэрв’ю", true),
    ("a sentence", "uk", "Від навчань 10–20 лютого до інтервʼю 17 березня: шість дат цієї історії.", "", false),
];

/// A copy of this repository's project.
fn own_project() -> TempDir {
    let folder = folder();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(root.join("tolmach.toml"), folder.path().join("tolmach.toml")).unwrap();
    for part in ["source", "glossary", "locales/be/segments", "locales/ru/segments", "locales/uk/segments"] {
        copy(&root.join(part), &folder.path().join(part));
    }
    folder
}

/// The rule, edition and segment of every finding.
fn findings(folder: &Path) -> Vec<(String, String, String)> {
    let (_, out, error) = output_of(folder, &["check", "--format", "jsonl"]);
    let read = |line: &str| {
        let value: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{line} {error}"));
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        (text("rule"), text("locale"), text("segment"))
    };
    out.lines().map(read).collect()
}

#[test]
fn a_mistake_in_one_edition_is_found_there_and_no_other_is_blamed() {
    let folder = own_project();
    assert_eq!(findings(folder.path()), []);
    let article = "minsk-keeps-its-army-at-home.xlf";
    for (what, locale, from, to, is_mirrored) in PLANTS {
        let path = folder.path().join("locales").join(locale).join("segments").join(article);
        let good = fs::read_to_string(&path).unwrap();
        // The target, not a source or a note.
        let bad = good.replacen(from, to, 1);
        assert_ne!(good, bad, "{what}: {from}");
        fs::write(&path, bad).unwrap();
        let found = findings(folder.path());
        assert!(!found.is_empty(), "{what} is not found");
        assert!(found.iter().all(|(_, edition, _)| edition == locale), "{what}: {found:?}");
        let segments: Vec<&str> = found.iter().map(|(_, _, segment)| segment.as_str()).collect();
        assert!(segments.iter().all(|segment| *segment == segments[0]), "{what}: {found:?}");
        assert_eq!(found.iter().any(|(rule, ..)| rule == "mirror"), *is_mirrored, "{what}: {found:?}");
        fs::write(&path, good).unwrap();
    }
}
