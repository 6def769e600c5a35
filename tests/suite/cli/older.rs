//! A project made by version 0.1.0 (`cases/project-0.1/`): nothing of it is lost, and untouched files keep every byte.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use tempfile::TempDir;
use tolmach::{
    bilingual::{BilingualUnit, xliff},
    memory::drafts,
    model::{Origin, Position, State, Target},
};

use super::{folder, shell, tolmach};
use crate::support::is_installed;

/// A copy of the project.
pub(super) fn project() -> TempDir {
    let folder = folder();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/project-0.1"), folder.path());
    folder
}

pub(super) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Exit code, standard output and standard error of a command.
pub(super) fn output_of(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = tolmach(folder, arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// Path and bytes of every file except editions and the lock.
pub(super) fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open: Vec<PathBuf> = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            if !["editions/", ".tolmach/cache/"].iter().any(|folder| name.starts_with(folder))
                && name != ".tolmach/lock"
            {
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

/// The names of files that have changed.
pub(super) fn changed(before: &BTreeMap<String, Vec<u8>>, root: &Path) -> Vec<String> {
    let now = files(root);
    let names = before.keys().chain(now.keys().filter(|name| !before.contains_key(*name)));
    names.filter(|name| before.get(*name) != now.get(*name)).cloned().collect()
}

/// The segment files, without the conflict file.
fn segment_files(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&String, &Vec<u8>)> {
    files.iter().filter(|(name, _)| name.contains("/segments/") && !name.contains("conflict"))
}

/// The units of a segment file that have a target, and the obsolete ones.
fn units(bytes: &[u8]) -> (Vec<BilingualUnit>, Vec<BilingualUnit>) {
    let file = xliff::read(std::str::from_utf8(bytes).unwrap()).unwrap();
    assert!(file.findings.is_empty());
    let with_target = file.value.units.into_iter().filter(|unit| unit.target.is_some());
    (with_target.collect(), file.value.obsolete)
}

/// Units without the positions, which may change.
fn without_positions(units: &[BilingualUnit]) -> Vec<BilingualUnit> {
    let without_position =
        |unit: &BilingualUnit| BilingualUnit { line: 0, target_at: Position { line: 0, column: 0 }, ..unit.clone() };
    units.iter().map(without_position).collect()
}

/// The requests that the engine has received so far.
fn requests(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join("asked")).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

const ENGINE: [&str; 2] = ["--program", "sh engine.sh"];

/// Whether the project's engine can be run here.
fn has_engine() -> bool {
    shell() && is_installed("awk", &["BEGIN { exit 0 }"])
}

#[test]
fn an_old_project_has_segments_in_every_state() {
    let folder = project();
    let be = fs::read(folder.path().join("locales/be/segments/library.xlf")).unwrap();
    let (units, obsolete) = units(&be);
    assert!(units.iter().any(|unit| !unit.remarks.is_empty()));
    let targets: Vec<_> = units.into_iter().filter_map(|unit| unit.target).collect();
    for state in [State::Translated, State::Reviewed, State::Final] {
        assert!(targets.iter().any(|target| target.state == state && !target.is_stale()), "{state:?}");
    }
    assert!(targets.iter().any(Target::is_stale));
    assert_eq!(obsolete.len(), 1);
}

#[test]
fn an_old_project_has_the_status_that_its_own_version_reported() {
    let folder = project();
    let now: Value = serde_json::from_str(&output_of(folder.path(), &["status", "--format", "json"]).1).unwrap();
    let then: Value = serde_json::from_slice(&fs::read(folder.path().join("status.json")).unwrap()).unwrap();
    let rows = |status: &Value| status["editions"].as_array().unwrap().clone();
    assert_eq!(rows(&now).len(), rows(&then).len());
    for (now, then) in rows(&now).iter().zip(rows(&then)) {
        for (key, value) in then.as_object().unwrap() {
            assert_eq!(now.get(key), Some(value), "{}: {key}", then["slug"]);
        }
    }
}

#[test]
fn read_only_commands_leave_every_file_of_an_old_project_unchanged() {
    let folder = project();
    let before = files(folder.path());
    let commands: [(&[&str], i32); 7] = [
        (&["status"], 0),
        (&["check"], 0),
        (&["check", "--fail-on", "major"], 1),
        (&["glossary", "forms", "--check"], 0),
        (&["glossary", "lint"], 0),
        (&["diff", "draft", "bridge", "-l", "uk"], 0),
        (&["export", "-o", "editions/out"], 0),
    ];
    for (command, exit) in commands {
        let (code, out, talk) = output_of(folder.path(), command);
        assert_eq!(code, exit, "{command:?}\n{out}{talk}");
        assert_eq!(changed(&before, folder.path()), Vec::<String>::new(), "{command:?}");
    }
    for (name, bytes) in segment_files(&before) {
        let handed_over = name.replacen("locales/", "editions/out/", 1).replace("/segments/", "/");
        assert_eq!(&fs::read(folder.path().join(&handed_over)).unwrap(), bytes, "{handed_over}");
    }
}

#[test]
fn a_build_of_an_old_project_fixes_addresses_and_leaves_all_else_unchanged() {
    let folder = project();
    let before = files(folder.path());
    let (exit, out, talk) = output_of(folder.path(), &["build", "--allow-missing", "mark"]);
    assert_eq!(exit, 0, "{out}{talk}");
    let after = files(folder.path());
    let fixed = changed(&before, folder.path());
    assert!(!fixed.is_empty(), "{out}{talk}");
    for name in fixed {
        let [was, now] = [&before, &after].map(|files| String::from_utf8(files[&name].clone()).unwrap());
        let (head, rest) = now.split_once("; slug=").unwrap_or_else(|| panic!("{name}: {now}"));
        let (slug, rest) = rest.split_once('"').unwrap();
        assert!(slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{slug}");
        assert_eq!(format!("{head}\"{rest}"), was, "{name}");
    }
}

#[test]
fn a_run_keeps_the_content_of_an_old_project_and_changes_only_files_that_it_adds_to() {
    if !has_engine() {
        return;
    }
    let folder = project();
    let before = files(folder.path());
    let (exit, out, talk) = output_of(folder.path(), &[&["run"][..], &ENGINE].concat());
    // Drafts of the engine are refused, so something is left to do.
    assert_eq!(exit, 3, "{out}{talk}");
    let after = files(folder.path());
    let pseudo = Origin::Machine { engine: "pseudo".to_owned() };
    // The engine fills in missing translations and replaces placeholders of `pseudo`.
    let new = ["asked", "locales/be/drafts/tram.tmx", "locales/ru/drafts/tram.tmx"];
    // The titles of two editions are settled: their slugs are fixed.
    let grown = [
        ".tolmach/ledger.jsonl",
        "locales/be/segments/library.xlf",
        "locales/be/segments/tram.xlf",
        "locales/ru/segments/tram.xlf",
        "locales/uk/segments/bridge.xlf",
    ];
    assert_eq!(changed(&before, folder.path()), [&grown[..], &new].concat(), "{out}{talk}");
    for (name, was) in segment_files(&before) {
        let ((old, obsolete), (now, obsolete_now)) = (units(was), units(&after[name]));
        let is_kept = |unit: &&BilingualUnit| unit.target.as_ref().is_none_or(|target| target.origin != pseudo);
        let now = without_positions(&now);
        for unit in without_positions(&old.iter().filter(is_kept).cloned().collect::<Vec<_>>()) {
            assert!(now.contains(&unit), "{name}: {unit:?}");
        }
        assert_eq!(without_positions(&obsolete), without_positions(&obsolete_now), "{name}");
    }
    let ledger = ".tolmach/ledger.jsonl";
    assert!(after[ledger].starts_with(&before[ledger]), "the ledger is only appended to");
}

#[test]
fn the_answers_in_an_old_ledger_are_not_requested_again() {
    if !has_engine() {
        return;
    }
    let folder = project();
    let before = files(folder.path());
    let removed = ["be", "uk"].map(|locale| format!("locales/{locale}/segments/bridge.xlf"));
    for file in &removed {
        fs::remove_file(folder.path().join(file)).unwrap();
    }
    let (exit, out, talk) =
        output_of(folder.path(), &[&["translate", "bridge", "-l", "be,uk", "-b", "command"][..], &ENGINE].concat());
    assert_eq!(exit, 0, "{out}{talk}");
    assert_eq!(requests(folder.path()), Vec::<String>::new());
    assert_eq!(
        changed(&before, folder.path()),
        [removed[1].clone()],
        "what people made of the drafts is gone with the file"
    );
    let texts = |bytes: &[u8]| units(bytes).0.into_iter().map(|unit| unit.target.unwrap().text).collect::<Vec<_>>();
    let drafts = drafts::read(std::str::from_utf8(&before["locales/uk/drafts/bridge.tmx"]).unwrap()).unwrap().value;
    let first: Vec<_> = drafts.into_iter().map(|draft| draft.target).collect();
    assert_eq!(texts(&files(folder.path())[&removed[1]]), first);
}

#[test]
fn a_doubtful_request_of_an_old_ledger_is_reported_and_sent_again() {
    if !has_engine() {
        return;
    }
    let folder = project();
    let (exit, out, talk) =
        output_of(folder.path(), &[&["translate", "bridge", "-l", "ru", "-b", "command"][..], &ENGINE].concat());
    assert_eq!(exit, 3, "{out}{talk}");
    assert!(talk.contains("1 request was sent but never answered"), "{talk}");
    let requests = requests(folder.path());
    assert!(!requests.is_empty() && requests.iter().all(|line| line.contains("d93d10c949a8")), "{requests:?}");
}

#[test]
fn an_old_conflict_is_settled_and_an_old_sentence_returns_with_its_translation() {
    let folder = project();
    let file = "locales/be/segments/library.xlf";
    let read = || fs::read_to_string(folder.path().join(file)).unwrap();
    let before = read();
    let (exit, out, talk) =
        output_of(folder.path(), &["merge", "locales/be/segments/library.conflict.xlf", "--by", "Second desk"]);
    assert_eq!(exit, 0, "{out}{talk}");
    let after = read();
    let differs = |line: &&str| !after.lines().any(|other| other == *line);
    let obsolete: Vec<&str> = before.lines().filter(differs).collect();
    assert_eq!(obsolete.len(), 3, "the target, its unit's own data, and the title's: its slug is fixed: {obsolete:?}");
    assert!(after.contains("<target state=\"translated\">Кавярня пакуль зачыненая.</target>"), "{after}");

    let article = folder.path().join("source/library.md");
    let text = fs::read_to_string(&article).unwrap();
    fs::write(&article, text.replace("a year for it.", "a year for it. Tickets are not needed.")).unwrap();
    let (exit, out, talk) = output_of(folder.path(), &["translate", "library", "-l", "be", "-b", "review"]);
    assert_eq!(exit, 0, "{out}{talk}");
    let (units, obsolete) = units(read().as_bytes());
    let restored =
        units.iter().find(|unit| unit.source.prose == "Tickets are not needed.").unwrap().target.clone().unwrap();
    assert_eq!((restored.text.prose.as_str(), restored.state), ("Квіткі не патрэбныя.", State::Reviewed));
    assert_eq!(restored.approval.unwrap().by, "Second desk");
    assert!(obsolete.is_empty());
}

#[test]
fn approving_and_fixing_an_old_project_changes_only_what_is_approved_and_fixed() {
    let folder = project();
    let before = files(folder.path());
    let (exit, _, talk) = output_of(folder.path(), &["check", "--fix"]);
    assert_eq!((exit, changed(&before, folder.path())), (0, Vec::new()), "{talk}");
    let command = ["approve", "library", "-l", "uk", "--segment", "5a46b672cc8c", "--as", "final", "--by", "City desk"];
    assert_eq!(output_of(folder.path(), &command).0, 0);
    assert_eq!(changed(&before, folder.path()), ["locales/uk/segments/library.xlf"]);
    let lines = |bytes: &[u8]| String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (
        lines(&before["locales/uk/segments/library.xlf"]),
        lines(&files(folder.path())["locales/uk/segments/library.xlf"]),
    );
    assert_eq!(old.len(), new.len());
    assert_eq!(old.iter().zip(&new).filter(|(old, new)| old != new).count(), 2);
}

#[test]
fn reviews_of_forms_in_an_old_lock_stay() {
    let folder = project();
    let before = files(folder.path());
    for command in
        [&["glossary", "forms", "--write"][..], &["glossary", "review", "-l", "be", "--accept-all", "--by", "Desk"]]
    {
        assert_eq!(output_of(folder.path(), command).0, 0);
        assert_eq!(changed(&before, folder.path()), Vec::<String>::new(), "{command:?}");
    }
}
