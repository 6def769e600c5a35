//! Real translation tools open our files, and what they write back is merged without loss.

use std::{fs, path::Path, process::Command};

use tempfile::TempDir;
use tolmach::{
    bilingual::{
        Merge, MergeOutcome, Policy, ReturnedStates, merge,
        xliff::{self, XliffProfile, XliffSettings},
    },
    memory::{Memory, Pairs, tmx},
    model::{Article, Leverage, Origin, State, Translation},
};

use super::{
    support::*,
    xliff::{ARTICLE, rich},
};
use crate::{cases, support::is_installed};

fn merge_returned(article: &Article, ours: &Translation, path: &Path) -> Merge {
    let policy = Policy {
        as_state: State::Translated,
        by: None,
        date: "2022-03-22".to_owned(),
        accept_unchanged: false,
        states: ReturnedStates::Raised,
        placeholders: Vec::new(),
    };
    merge(article, ours, &read(&fs::read_to_string(path).unwrap()), &policy).unwrap()
}

fn edited(article: &Article, merge: &Merge) -> Vec<String> {
    let edited =
        merge.outcomes.iter().filter(|(_, outcome)| *outcome != MergeOutcome::Untouched).map(|(id, outcome)| {
            let (unit, segment) = article.segments().find(|(_, segment)| segment.id == *id).unwrap();
            format!("{outcome:?} {}", unit.text_of(segment).prose)
        });
    edited.collect()
}

#[test]
fn omegat_shows_every_segment_and_its_work_is_merged() {
    if !is_installed("which", &["omegat"]) {
        return;
    }
    let dir = TempDir::new().unwrap();
    let project = dir.path().join("project");
    for folder in ["source", "target", "tm", "glossary", "dictionary", "omegat"] {
        fs::create_dir_all(project.join(folder)).unwrap();
    }
    let article = article(ARTICLE);
    let ours = rich(&article);
    let plain = XliffSettings::of(&article);
    let file = xliff::write(&article, &ours, &|_| None, &plain.clone().with(XliffProfile::OmegaT));
    fs::write(project.join("source/minsk.xlf"), file).unwrap();
    // The file for other tools: OmegaT shows its targets as sources but must not damage them.
    fs::write(project.join("source/plain.xlf"), xliff::write(&article, &ours, &|_| None, &plain)).unwrap();
    fs::write(project.join("omegat.project"), cases::text("formats/omegat/omegat.project")).unwrap();
    fs::write(project.join("omegat/project_save.tmx"), cases::text("formats/omegat/project_save.tmx")).unwrap();
    let output = Command::new("omegat")
        .arg(&project)
        .arg("--mode=console-translate")
        .arg(format!("--config-dir={}", dir.path().join("config").display()))
        .env("HOME", dir.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");

    let statistics = fs::read_to_string(project.join("omegat/project_stats.txt")).unwrap();
    let counted = statistics.lines().find(|line| line.starts_with("minsk.xlf")).unwrap();
    assert_eq!(counted.split_whitespace().nth(1), Some("5"), "{statistics}");

    let merge = merge_returned(&article, &ours, &project.join("target/minsk.xlf"));
    assert_eq!(
        edited(&article, &merge),
        ["Edited Minsk keeps its army at home", "Edited Lukashenka says no to Putin."]
    );
    let mut expected = ours.clone();
    let title = human("Мінск <не пускае> войска");
    assert_eq!(merge.conflicts.len(), 0);
    expected.targets.insert(id(&article, "Minsk"), title);
    expected.targets.insert(id(&article, "Lukashenka"), human("Лукашэнка кажа Пуціну *не* & «не»."));
    assert_eq!(merge.translation, expected);

    let untouched = merge_returned(&article, &ours, &project.join("target/plain.xlf"));
    assert_eq!(untouched.translation, ours);

    // Both of its memories, its own and the one for other tools, answer with codes in their places.
    for name in ["omegat/project_save.tmx", "project-level2.tmx"] {
        let memory = tmx::read(&fs::read_to_string(project.join(name)).unwrap()).unwrap();
        assert_eq!(memory.findings, Vec::new(), "{name}");
        let memory = Pairs::new(memory.value.pairs(&locale("en"), &locale("be")));
        let found = memory.lookup(&text("Lukashenka says *no* to Putin."), None, None).unwrap();
        assert_eq!(
            (found.leverage, found.target),
            (Leverage::Exact, text("Лукашэнка кажа Пуціну *не* & «не».")),
            "{name}"
        );
    }
}

#[test]
fn omegat_opens_a_project_that_was_exported_for_it() {
    if !is_installed("which", &["omegat"]) {
        return;
    }
    let dir = TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("tolmach.toml", "targets = [\"be\"]\nbackends = [\"review\"]\n");
    write("source/minsk.md", "---\ntitle: Minsk\n---\nLukashenka says *no* to Putin.\n");
    let tolmach = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
        let output = command.args(arguments).current_dir(dir.path()).env("HOME", dir.path()).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    tolmach(&["translate"]);
    tolmach(&["export", "--profile", "omegat", "--output", "out"]);
    assert!(dir.path().join("out/be/omegat").is_dir());
    write("out/be/omegat/project_save.tmx", &cases::text("formats/omegat/project_save.tmx"));
    let output = Command::new("omegat")
        .arg(dir.path().join("out/be"))
        .arg("--mode=console-translate")
        .arg(format!("--config-dir={}", dir.path().join("config").display()))
        .env("HOME", dir.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let output = tolmach(&["merge", "out/be/target/minsk.xlf"]);
    assert!(output.contains("1 edit merged"), "{output}");
}

#[test]
fn translate_toolkit_shows_every_segment_and_its_work_is_merged() {
    if !is_installed("python3", &["-c", "import translate.storage.xliff"]) {
        return;
    }
    let dir = TempDir::new().unwrap();
    let (sent, returned) = (dir.path().join("minsk.xlf"), dir.path().join("back.xlf"));
    let article = article(ARTICLE);
    let ours = rich(&article);
    let file = write(&article, &ours);
    fs::write(&sent, &file).unwrap();
    let script = cases::path("formats/translate-toolkit/edit.py");
    let output =
        Command::new("python3").arg(script).args([&sent, &returned]).env("PYTHONIOENCODING", "utf-8").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let seen = String::from_utf8(output.stdout).unwrap();
    let expected = read(&file);
    for unit in expected.units.iter().chain(&expected.obsolete) {
        let target = unit.target.as_ref().map_or("", |target| &target.text.prose);
        let translatable = if expected.obsolete.contains(unit) { "False" } else { "True" };
        let line = [&unit.source.prose, target, translatable].join("\t");
        assert!(seen.contains(&line), "{line}\n{seen}");
    }

    let merge = merge_returned(&article, &ours, &returned);
    // Restoring the words of the source is an edit like any other: the engine's draft is gone.
    assert_eq!(edited(&article, &merge), ["Edited Lukashenka says no to Putin.", "Edited Front matter & more."]);
    let mut expected = ours.clone();
    expected.targets.insert(id(&article, "Lukashenka"), human("Lukashenka says *no* to Putin."));
    expected.targets.insert(id(&article, "Front"), human("Шапка & <больш>"));
    expected.remarks.insert(id(&article, "Front"), vec![remark("translator", "Праверана")]);
    assert_eq!(merge.translation, expected);
    assert!(matches!(merge.translation.targets[&id(&article, "Front")].origin, Origin::Human { .. }));
}
