//! Files written by a newer version: refused by name and never rewritten, while everything else goes on.

use std::fs;

use tempfile::TempDir;

use super::{
    older::{changed, files, output_of, project},
    shell,
};
use crate::support::is_installed;

/// The old project with one of its files marked as written by a newer version.
fn marked(file: &str, known: &str, newer: &str) -> TempDir {
    let folder = project();
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(known), "{file}");
    fs::write(path, text.replace(known, newer)).unwrap();
    folder
}

fn read(folder: &TempDir, file: &str) -> Vec<u8> {
    fs::read(folder.path().join(file)).unwrap()
}

/// The error that a command must report once.
fn refusal(place: &str, found: &str, known: &str) -> String {
    format!("{place} a newer tolmach wrote this (`{found}`; this version knows `{known}`)")
}

/// Asserts that each command refuses the file by name, once, and leaves it unchanged.
fn assert_refused(folder: &TempDir, file: &str, error: &str, commands: &[&[&str]]) {
    let before = read(folder, file);
    for command in commands {
        let (exit, out, talk) = output_of(folder.path(), command);
        assert_eq!(exit, 2, "{command:?}\n{out}{talk}");
        assert_eq!(talk.matches(error).count(), 1, "{command:?}\n{talk}");
        assert!(talk.contains("hint: use the newer tolmach"), "{command:?}\n{talk}");
        assert_eq!(read(folder, file), before, "{command:?}");
    }
}

fn engine(rest: &[&'static str]) -> Vec<&'static str> {
    [rest, &["--program", "sh engine.sh"]].concat()
}

const SEGMENTS: &str = "locales/be/segments/library.xlf";

#[test]
fn a_segment_file_of_a_newer_version_is_refused_by_every_command_that_needs_it() {
    let folder = marked(SEGMENTS, "tolmach:1", "tolmach:2");
    fs::write(folder.path().join("page.html"), "<h1>A new page</h1><p>The page has a paragraph of its own.</p>")
        .unwrap();
    let error = refusal(&format!("{SEGMENTS}: line 9:"), "tolmach:2", "tolmach:1");
    let commands: [&[&str]; 9] = [
        &["status"],
        &["check"],
        &["check", "--fix"],
        &["translate", "-b", "review"],
        &["run", "-b", "memory,review"],
        &["build", "--allow-missing", "mark"],
        &["approve", "library", "--as", "final", "--by", "Desk"],
        &["export", "-o", "editions/out"],
        &["diff", "draft", "library", "-l", "be"],
    ];
    assert_refused(&folder, SEGMENTS, &error, &commands);
    // Commands that read it in passing, and commands that do not read it.
    let before = read(&folder, SEGMENTS);
    for command in
        [&["translate", "tram", "-b", "memory"][..], &["import", "page.html"], &["glossary", "forms", "--write"]]
    {
        assert_eq!(output_of(folder.path(), command).0, 0, "{command:?}");
        assert_eq!(read(&folder, SEGMENTS), before, "{command:?}");
    }
}

#[test]
fn one_unit_of_a_newer_version_is_enough() {
    let folder = marked(SEGMENTS, "tolmach:1; source=5a8e0047e34eca50", "tolmach:12; more=1; source=5a8e0047e34eca50");
    let error = refusal(&format!("{SEGMENTS}: line 81:"), "tolmach:12", "tolmach:1");
    assert_refused(&folder, SEGMENTS, &error, &[&["check"], &["translate", "-b", "review"]]);
}

#[test]
fn other_articles_and_locales_are_processed_beside_a_segment_file_of_a_newer_version() {
    let folder = marked(SEGMENTS, "tolmach:1", "tolmach:2");
    let rows = |out: &str| {
        out.lines().filter(|line| ["bridge", "library", "tram"].iter().any(|slug| line.starts_with(slug))).count()
    };
    assert_eq!(rows(&output_of(folder.path(), &["status"]).1), 8);
    let (_, out, _) = output_of(folder.path(), &["run", "-b", "pseudo"]);
    assert_eq!(rows(&out), 8);
    let built = |locale: &str, slug: &str| folder.path().join(format!("editions/{locale}/{slug}.html")).is_file();
    for (locale, slug) in [("be", "bridge"), ("be", "tram"), ("ru", "library"), ("uk", "library"), ("uk", "tram")] {
        assert!(built(locale, slug), "{locale} {slug}");
    }
    assert!(!built("be", "library"));
    let filled = fs::read_to_string(folder.path().join("locales/ru/segments/library.xlf")).unwrap();
    assert!(!filled.contains("needs-translation"), "{filled}");
}

#[test]
fn a_returned_file_of_a_newer_version_is_not_merged_and_replaces_nothing() {
    let folder = project();
    assert_eq!(output_of(folder.path(), &["export", "library", "-o", "editions/out"]).0, 0);
    let returned = "editions/out/be/library.xlf";
    let text = fs::read_to_string(folder.path().join(returned)).unwrap();
    fs::write(folder.path().join(returned), text.replace("tolmach:1", "tolmach:2")).unwrap();
    let before = files(folder.path());
    let error = refusal(&format!("{returned}: line 9:"), "tolmach:2", "tolmach:1");
    assert_refused(
        &folder,
        returned,
        &error,
        &[&["merge", returned], &["merge", returned, "editions/out/uk/library.xlf"]],
    );
    assert_eq!(changed(&before, folder.path()), Vec::<String>::new());

    // The reverse: our file is of the newer version.
    fs::write(folder.path().join(returned), &text).unwrap();
    fs::write(folder.path().join(SEGMENTS), text.replace("tolmach:1", "tolmach:2")).unwrap();
    let error = refusal(&format!("{SEGMENTS}: line 9:"), "tolmach:2", "tolmach:1");
    assert_refused(&folder, SEGMENTS, &error, &[&["merge", returned]]);
}

#[test]
fn a_conflict_file_of_a_newer_version_is_neither_merged_nor_overwritten() {
    let file = "locales/be/segments/library.conflict.xlf";
    let folder = marked(file, "tolmach:1", "tolmach:2");
    let error = refusal(&format!("{file}: line 9:"), "tolmach:2", "tolmach:1");
    assert_refused(&folder, file, &error, &[&["merge", file]]);
    // A new conflict goes into a separate file.
    let before = files(folder.path());
    let theirs = String::from_utf8(before[SEGMENTS].clone()).unwrap().replace("Кавярня не працуе", "Кавярню зачынілі");
    fs::write(folder.path().join("theirs.xlf"), theirs).unwrap();
    let ours = String::from_utf8(before[SEGMENTS].clone()).unwrap().replace("Кавярня не працуе", "Кавярня на рамонце");
    fs::write(folder.path().join(SEGMENTS), ours).unwrap();
    assert_eq!(output_of(folder.path(), &["merge", "theirs.xlf"]).0, 1);
    assert_eq!(read(&folder, file), before[file]);
    assert!(folder.path().join("locales/be/segments/library.conflict.2.xlf").is_file());
}

#[test]
fn a_ledger_of_a_newer_version_is_not_written_to_and_nothing_is_requested_without_it() {
    if !shell() || !is_installed("awk", &["BEGIN { exit 0 }"]) {
        return;
    }
    let ledger = ".tolmach/ledger.jsonl";
    let folder = marked(
        ledger,
        "{\"asked\":\"2777f6b0127925f3f318e2ea0e677901\"",
        "{\"ledger\":2}\n{\"asked\":\"2777f6b0127925f3f318e2ea0e677901\"",
    );
    let line = 1 + String::from_utf8(read(&folder, ledger))
        .unwrap()
        .lines()
        .position(|line| line == "{\"ledger\":2}")
        .unwrap();
    let error = refusal(&format!("{ledger}:{line}:"), "{\"ledger\":2}", "{\"ledger\":1}");
    let commands = [engine(&["translate", "-b", "command"]), engine(&["run"]), engine(&["translate", "tram"])];
    let commands: Vec<&[&str]> = commands.iter().map(Vec::as_slice).collect();
    assert_refused(&folder, ledger, &error, &commands);
    assert!(!folder.path().join("asked").exists());
    assert!(folder.path().join("editions/uk/library.report.html").is_file(), "work that needs no engine is done");
    // Where nothing has to be requested, the ledger is not needed.
    for command in [
        &["translate", "-b", "memory,review"][..],
        &engine(&["translate", "bridge", "-l", "be,uk"]),
        &["status"],
        &["check"],
    ] {
        let (exit, _, talk) = output_of(folder.path(), command);
        assert_eq!(exit, 0, "{command:?}\n{talk}");
    }
}

#[test]
fn first_drafts_of_a_newer_version_are_not_rewritten_and_paid_answers_are_kept() {
    if !shell() || !is_installed("awk", &["BEGIN { exit 0 }"]) {
        return;
    }
    let file = "locales/uk/drafts/tram.tmx";
    let folder = marked(file, "o-tmf=\"tolmach\"", "o-tmf=\"tolmach 2\"");
    let error = refusal(&format!("{file}: line 3:"), "tolmach 2", "tolmach");
    assert_refused(&folder, file, &error, &[&["diff", "draft", "tram", "-l", "uk"]]);
    let table = folder.path().join("engine.tsv");
    let known = fs::read_to_string(&table).unwrap();
    let sentence = "Trams run until one in the morning.";
    fs::write(&table, format!("{known}uk\t{sentence}\tТрамваї ходять до першої ночі.\n")).unwrap();
    assert_refused(&folder, file, &error, &[&engine(&["translate", "tram", "bridge", "-l", "uk", "-b", "command"])]);
    let requests = || fs::read_to_string(folder.path().join("asked")).unwrap();
    assert!(requests().contains(sentence));
    // Once the file can be read, the answer comes from the ledger.
    let text = String::from_utf8(read(&folder, file)).unwrap();
    fs::write(folder.path().join(file), text.replace("tolmach 2", "tolmach")).unwrap();
    let before = requests();
    assert_eq!(output_of(folder.path(), &engine(&["translate", "tram", "-l", "uk", "-b", "command"])).0, 0);
    assert_eq!(requests(), before);
    assert!(String::from_utf8(read(&folder, file)).unwrap().contains("Трамваї ходять до першої ночі."));
}

#[test]
fn a_lock_of_forms_of_a_newer_version_is_neither_compared_nor_rewritten() {
    let file = "glossary/forms.lock";
    let folder = marked(file, "tolmach forms 1\n", "tolmach forms 2\n");
    let error = refusal(&format!("{file}: line 1:"), "tolmach forms 2", "tolmach forms 1");
    let commands: [&[&str]; 3] = [
        &["glossary", "forms", "--check"],
        &["glossary", "forms", "--write"],
        &["glossary", "review", "--accept-all", "--by", "Desk"],
    ];
    assert_refused(&folder, file, &error, &commands);
    assert_eq!(output_of(folder.path(), &["check"]).0, 0, "a command that does not read it goes on");
}

#[test]
fn a_mark_that_is_not_a_version_belongs_to_another_tool() {
    let folder = marked(SEGMENTS, "tolmach:1; source=5a8e0047e34eca50", "tolmach:draft; source=5a8e0047e34eca50");
    assert_eq!(output_of(folder.path(), &["check"]).0, 0);
}
