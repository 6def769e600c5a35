//! This repository's own segment files in real translation tools: each sees every segment, and what it writes back is
//! merged by the command without loss.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde::Deserialize;
use tempfile::TempDir;
use tolmach::{
    bilingual::{Bilingual, BilingualUnit},
    memory::tmx::{self, Tmx, TmxUnit},
    model::{Role, State, Text},
};

use super::support::{locale, read};
use crate::support::is_installed;

const LOCALES: [&str; 3] = ["be", "ru", "uk"];
const SLUG: &str = "minsk-keeps-its-army-at-home";

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}

/// A working copy of this repository's project.
struct Project(TempDir);

impl Project {
    fn new() -> Self {
        let dir = TempDir::new().unwrap();
        fs::create_dir(dir.path().join("project")).unwrap();
        for name in ["tolmach.toml", "source", "glossary", "locales"] {
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name), &dir.path().join("project").join(name));
        }
        Self(dir)
    }

    /// A file or folder beside the project.
    fn beside(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The segment file of a locale.
    fn segments(&self, tag: &str) -> PathBuf {
        self.beside("project").join(format!("locales/{tag}/segments/{SLUG}.xlf"))
    }

    fn text(&self, tag: &str) -> String {
        fs::read_to_string(self.segments(tag)).unwrap()
    }

    fn tolmach(&self, arguments: &[&str]) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        let output = command.arg("-C").arg(self.beside("project")).args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    fn merge(&self, file: &Path) {
        self.tolmach(&["merge", file.to_str().unwrap()]);
    }
}

/// A sentence without codes that occurs once in the article, for a person to edit.
fn editable_sentence(file: &Bilingual) -> &BilingualUnit {
    let mut twice = HashSet::new();
    let mut seen = HashSet::new();
    twice.extend(file.units.iter().map(|unit| &unit.source.prose).filter(|prose| !seen.insert(*prose)));
    let fits = |unit: &&BilingualUnit| {
        let target = unit.target.as_ref().is_some_and(|target| target.text.codes.is_empty());
        unit.role == Role::Paragraph && unit.source.codes.is_empty() && target && !twice.contains(&unit.source.prose)
    };
    file.units.iter().find(fits).unwrap()
}

/// The target as a person edits it.
fn edited(unit: &BilingualUnit) -> String {
    format!("{} (!)", unit.target.as_ref().unwrap().text.prose)
}

/// Asserts that only one target is the person's: every other unit, and every byte outside the edited one, is unchanged.
fn assert_only_one_is_edited(before: &str, after: &str) {
    let (old, new) = (read(before), read(after));
    let edited_unit = editable_sentence(&old);
    assert_eq!(old.units.len(), new.units.len());
    for (old, new) in old.units.iter().zip(&new.units) {
        let mut expected = BilingualUnit { line: new.line, ..old.clone() };
        if old.id == edited_unit.id {
            let target = new.target.as_ref().unwrap();
            assert_eq!((&target.text, target.state), (&Text::plain(edited(edited_unit)), State::Translated));
            assert_eq!(new.note, old.note);
            expected = new.clone();
        }
        assert_eq!(*new, expected);
    }
    assert_eq!(new.obsolete, old.obsolete);
    let name = format!("<trans-unit id=\"{}\"", edited_unit.name);
    let around = |text: &str| {
        let (head, tail) = text.split_once(&name).unwrap();
        (head.to_owned(), tail.split_once("</trans-unit>").unwrap().1.to_owned())
    };
    assert_eq!(around(before), around(after));
}

/// The segments that OmegaT counts in a file of its project.
fn omegat_counted(statistics: &str, file: &str) -> usize {
    let line = statistics.lines().find(|line| line.starts_with(file)).unwrap_or_else(|| panic!("{file}: {statistics}"));
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn omegat_returns_the_shipped_segments() {
    if !is_installed("which", &["omegat"]) {
        return;
    }
    let project = Project::new();
    let folder = project.beside("omegat");
    project.tolmach(&["export", "--profile", "omegat", "-o", folder.to_str().unwrap()]);
    for tag in LOCALES {
        let folder = folder.join(tag);
        let before = project.text(tag);
        let ours = read(&before);
        let edited_unit = editable_sentence(&ours);
        // The shipped file itself: OmegaT shows its targets as sources but must not damage them.
        fs::copy(project.segments(tag), folder.join("source/shipped.xlf")).unwrap();
        let unit = TmxUnit {
            id: None,
            properties: Vec::new(),
            date: None,
            by: None,
            variants: vec![(locale("en"), edited_unit.source.clone()), (locale(tag), Text::plain(edited(edited_unit)))],
        };
        let memory = tmx::write(&Tmx { source: Some(locale("en")), units: vec![unit] });
        for name in ["omegat", "target", "dictionary"] {
            fs::create_dir_all(folder.join(name)).unwrap();
        }
        fs::write(folder.join("omegat/project_save.tmx"), memory).unwrap();
        let output = Command::new("omegat")
            .arg(&folder)
            .arg("--mode=console-translate")
            .arg(format!("--config-dir={}", project.beside("config").display()))
            .env("HOME", project.0.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");

        let statistics = fs::read_to_string(folder.join("omegat/project_stats.txt")).unwrap();
        let shown = ours.units.iter().filter(|unit| unit.target.is_some()).count();
        assert_eq!(omegat_counted(&statistics, &format!("{SLUG}.xlf")), ours.units.len(), "{statistics}");
        assert_eq!(omegat_counted(&statistics, "shipped.xlf"), shown, "{statistics}");

        project.merge(&folder.join("target/shipped.xlf"));
        assert_eq!(project.text(tag), before, "{tag}: nothing was edited there");
        project.merge(&folder.join(format!("target/{SLUG}.xlf")));
        assert_only_one_is_edited(&before, &project.text(tag));
    }
}

/// A unit as Translate Toolkit sees it.
#[derive(Debug, Deserialize)]
struct Seen {
    id: String,
    source: String,
    target: String,
    note: String,
}

#[test]
fn translate_toolkit_returns_the_shipped_segments() {
    if !is_installed("python3", &["-c", "import translate.storage.xliff"]) {
        return;
    }
    let project = Project::new();
    let script = crate::cases::path("formats/translate-toolkit/touch.py");
    for tag in LOCALES {
        let before = project.text(tag);
        let ours = read(&before);
        let edited_unit = editable_sentence(&ours);
        let back = project.beside(&format!("{tag}.xlf"));
        let output = Command::new("python3")
            .arg(&script)
            .args([&project.segments(tag), &back])
            .args([&edited_unit.name, &edited(edited_unit)])
            .env("PYTHONUTF8", "1")
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let seen = String::from_utf8(output.stdout).unwrap();
        let seen: Vec<Seen> = seen.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(seen.len(), ours.units.len() + ours.obsolete.len());
        for (unit, seen) in ours.units.iter().zip(&seen) {
            let target = unit.target.as_ref().map_or("", |target| &target.text.prose);
            assert_eq!((&*seen.id, &*seen.source, &*seen.target), (&*unit.name, &*unit.source.prose, target));
            assert!(seen.note.contains(unit.note.as_deref().unwrap_or_default()), "{seen:?}");
        }

        project.merge(&back);
        assert_only_one_is_edited(&before, &project.text(tag));
    }
}
