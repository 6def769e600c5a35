//! Mistakes planted in one of the editions of this repository: each is found there, and no other edition is blamed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use serde_json::Value;
use tempfile::TempDir;

use super::{
    folder,
    older::{copy, output_of},
};
use crate::cases;

/// A mistake in an edition.
#[derive(Default, Deserialize)]
struct Plant {
    fact: String,
    edition: String,
    from: String,
    to: String,
    /// Whether the other editions are a witness.
    #[serde(default)]
    mirrored: bool,
    /// What the other editions say of it.
    #[serde(default)]
    said: Vec<String>,
}

/// The target of the sentence in which another day is planted, in another edition.
const BELARUSIAN: &str =
    "12 сакавіка начальнік Генеральнага штаба Віктар Гулевіч абвясціў, што батальённых груп, як і раней, будзе пяць.";

/// The name of the article's segment files.
const ARTICLE: &str = "minsk-keeps-its-army-at-home.xlf";

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

/// The segment file of an edition, with a mistake.
fn planted(folder: &Path, plant: &Plant) -> (PathBuf, String) {
    let path = folder.join("locales").join(&plant.edition).join("segments").join(ARTICLE);
    let good = fs::read_to_string(&path).unwrap();
    // The target, not a source or a note.
    let bad = good.replacen(&plant.from, &plant.to, 1);
    assert!(good != bad, "{}: {}", plant.fact, plant.from);
    fs::write(&path, bad).unwrap();
    (path, good)
}

#[test]
fn a_mistake_in_one_edition_is_found_there_and_no_other_is_blamed() {
    let folder = own_project();
    assert_eq!(findings(folder.path()), []);
    for plant in cases::toml::<Plant>("check/mirror.toml") {
        let what = format!("{}: {}", plant.place(), plant.fact);
        let (path, good) = planted(folder.path(), &plant);
        let found = findings(folder.path());
        assert!(!found.is_empty(), "{what} is not found");
        assert!(found.iter().all(|(_, edition, _)| *edition == plant.edition), "{what}: {found:?}");
        let segments: Vec<&str> = found.iter().map(|(_, _, segment)| segment.as_str()).collect();
        assert!(segments.iter().all(|segment| *segment == segments[0]), "{what}: {found:?}");
        assert_eq!(found.iter().any(|(rule, ..)| rule == "mirror"), plant.mirrored, "{what}: {found:?}");
        fs::write(&path, good).unwrap();
    }
}

#[test]
fn a_name_that_one_edition_alone_has_is_told_there_by_what_it_does() {
    let folder = own_project();
    for plant in cases::toml::<Plant>("check/added-names.toml") {
        let what = format!("{}: {}", plant.place(), plant.fact);
        let (path, good) = planted(folder.path(), &plant);
        let (_, out, error) = output_of(folder.path(), &["check", "--format", "jsonl"]);
        let read = |line: &str| -> Value { serde_json::from_str(line).unwrap_or_else(|_| panic!("{line} {error}")) };
        let said: Vec<String> = out
            .lines()
            .map(read)
            .filter(|finding| finding["rule"] == "mirror")
            .map(|finding| {
                let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
                format!("{} {} {}", text("severity"), text("locale"), text("excerpt"))
            })
            .collect();
        assert_eq!(said, plant.said, "{what}");
        fs::write(&path, good).unwrap();
    }
}

#[test]
fn every_command_says_what_the_editions_say_of_each_other() {
    let folder = own_project();
    let folder = folder.path();
    let plants = cases::toml::<Plant>("check/mirror.toml");
    let plant = plants.iter().find(|plant| plant.fact == "another day").unwrap();
    let rules = |edition: &str| {
        let report = folder.join("editions").join(edition).join("minsk-keeps-its-army-at-home.report.json");
        let report: Value = serde_json::from_str(&fs::read_to_string(report).unwrap()).unwrap();
        report.to_string().matches("\"mirror\"").count()
    };
    let draft = |edition: &str| {
        let (_, out, _) = output_of(folder, &["status", "--format", "json"]);
        let status: Value = serde_json::from_str(&out).unwrap();
        let one = status["editions"].as_array().unwrap().iter().find(|one| one["locale"] == edition).unwrap();
        !one["ready"].as_bool().unwrap()
    };
    assert_eq!(output_of(folder, &["run"]).0, 0);
    assert_eq!((rules("uk"), draft("uk")), (0, false));
    let (path, good) = planted(folder, plant);
    // The second time from the cache, and a selection changes nothing.
    for arguments in [&["run"][..], &["run"], &["run", "--locale", "uk"], &["check"], &["check", "--locale", "uk"]] {
        assert_eq!(output_of(folder, arguments).0, 1, "{arguments:?}");
    }
    assert!(rules("uk") > 0 && draft("uk") && !draft("be"));
    // Two editions cannot outvote each other: what a third one has decides, though this one has not changed.
    let third = planted(
        folder,
        &Plant { edition: "be".to_owned(), from: BELARUSIAN.to_owned(), to: String::new(), ..Plant::default() },
    );
    output_of(folder, &["run"]);
    assert_eq!(rules("uk"), 0);
    fs::write(third.0, third.1).unwrap();
    output_of(folder, &["run"]);
    assert!(rules("uk") > 0);
    fs::write(path, good).unwrap();
    assert_eq!(output_of(folder, &["run"]).0, 0);
    assert_eq!((rules("uk"), draft("uk")), (0, false));
}
