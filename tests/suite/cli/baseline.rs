//! A gate set up in a project that has findings: old ones pass, a new one does not, also as the step of a workflow.

use std::{fmt::Write as _, fs, path::Path, process::Command};

use serde_json::Value;
use tempfile::TempDir;

use super::{folder, outcome, tolmach};
use crate::support::is_installed;

/// How many findings the project has.
const OLD: usize = 90;

/// A project of ninety sentences, each translated with another number.
fn project() -> TempDir {
    let folder = folder();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let article = (0..OLD).fold("---\ntitle: A lake\n---\n".to_owned(), |mut text, n| {
        let _ = writeln!(text, "The lake number {n}1 is here.\n");
        text
    });
    write("tolmach.toml", "targets = [\"be\"]\n");
    write("source/lake.md", &article);
    assert_eq!(run(folder.path(), &["translate", "-q"]).0, Some(0));
    let path = folder.path().join("locales/be/segments/lake.xlf");
    let mut text = fs::read_to_string(&path).unwrap();
    text =
        text.replace("<source>A lake</source>", "<source>A lake</source><target state=\"translated\">Возера</target>");
    for n in 0..OLD {
        let source = format!("<source>The lake number {n}1 is here.</source>");
        let target = format!("{source}<target state=\"translated\">Возера нумар {n}2 тут.</target>");
        text = text.replace(&source, &target);
    }
    fs::write(path, text).unwrap();
    folder
}

fn run(root: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    outcome(tolmach(root, arguments).output().unwrap())
}

fn edit(root: &Path, old: &str, new: &str) {
    let path = root.join("locales/be/segments/lake.xlf");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{old}");
    fs::write(path, text.replace(old, new)).unwrap();
}

#[test]
fn old_findings_pass_the_gate_and_a_new_one_does_not() {
    let folder = project();
    let root = folder.path();
    assert_eq!(run(root, &["check", "-q"]).0, Some(1));
    let (exit, said) = run(root, &["check", "--baseline", "old.json", "--update-baseline"]);
    assert_eq!((exit, said.contains("90 findings")), (Some(0), true), "{said}");
    let baseline = fs::read_to_string(root.join("old.json")).unwrap();
    let lines: Vec<&str> = baseline.lines().filter(|line| line.starts_with("    \"")).collect();
    assert!(lines.len() == OLD && lines.is_sorted(), "{baseline}");
    // Other lines, and another order of the same findings, are no new ones.
    edit(root, "<file ", "\n\n\n<file ");
    assert_eq!(run(root, &["check", "--baseline", "old.json", "-q"]), (Some(0), String::new()));
    edit(root, "Возера нумар 52 тут.", "Возера нумар 53 тут.");
    let output = tolmach(root, &["check", "--baseline", "old.json", "--format", "json"]).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &report["counts"]["major"]), (Some(1), &1.into()), "{report}");
    assert_eq!(report["findings"][0]["excerpt"], "53");
    // The same baseline is written again where nothing has changed.
    edit(root, "Возера нумар 53 тут.", "Возера нумар 52 тут.");
    assert_eq!(run(root, &["check", "--baseline", "old.json", "--update-baseline", "-q"]).0, Some(0));
    assert_eq!(fs::read_to_string(root.join("old.json")).unwrap(), baseline);
}

#[test]
fn a_baseline_hides_a_finding_up_to_its_severity_and_under_any_name_of_the_article() {
    let folder = project();
    let root = folder.path();
    assert_eq!(run(root, &["check", "--baseline", "old.json", "--update-baseline", "-q"]).0, Some(0));
    assert_eq!(run(root, &["mv", "lake", "lakes", "-q"]).0, Some(0));
    assert_eq!(run(root, &["check", "--baseline", "old.json", "-q"]), (Some(0), String::new()));
    let baseline = fs::read_to_string(root.join("old.json")).unwrap();
    fs::write(root.join("old.json"), baseline.replacen("\"major\"", "\"minor\"", 1)).unwrap();
    let output = tolmach(root, &["check", "--baseline", "old.json", "--format", "json"]).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &report["counts"]["major"]), (Some(1), &1.into()), "{report}");
}

#[test]
fn a_report_judges_by_the_gate_of_the_project_and_says_what_failed() {
    let folder = project();
    let root = folder.path();
    let shown = |arguments: &[&str]| {
        let output = tolmach(root, arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let junit = ["check", "--fail-on", "never", "--format", "junit", "-o", "-"];
    let (exit, text) = shown(&junit);
    assert_eq!((exit, text.matches("<failure ").count()), (Some(0), OLD), "{text}");
    let (_, text) = shown(&["check", "--fail-on", "critical", "--format", "junit"]);
    assert_eq!(text.matches("<failure ").count(), 0, "{text}");
    for option in [["--baseline", "none.json"], ["--since", "v1"]] {
        let (exit, text) = shown(&[&["check", "--format", "sarif"][..], &option].concat());
        let sarif: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((exit, &sarif["runs"][0]["invocations"][0]["executionSuccessful"]), (Some(2), &false.into()));
    }
    assert!(!root.join("-").exists());
}

#[test]
fn before_the_first_commit_everything_has_changed() {
    if !is_installed("git", &["--version"]) {
        return;
    }
    let folder = project();
    let root = folder.path();
    assert!(Command::new("git").args(["init", "-q"]).current_dir(root).status().unwrap().success());
    let staged = Command::new("git").args(["add", "."]).current_dir(root).status().unwrap();
    assert!(staged.success());
    let output = tolmach(root, &["check", "--changed", "--format", "json"]).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &report["counts"]["major"]), (Some(1), &OLD.into()), "{report}");
}

/// The script of one of the action's steps.
fn script(step: &str) -> String {
    let action = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/actions/tolmach/action.yml");
    let text = fs::read_to_string(action).unwrap();
    let (_, rest) = text.split_once(&format!("    - name: {step}\n")).unwrap();
    let (_, script) = rest.split_once("run: |\n").unwrap();
    script.lines().map_while(|line| line.strip_prefix("        ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_step_of_the_action_fails_for_a_new_error_and_shows_it() {
    if !is_installed("bash", &["--version"]) {
        return;
    }
    let folder = project();
    let root = folder.path();
    let bin = Path::new(env!("CARGO_BIN_EXE_tolmach")).parent().unwrap();
    let step = |arguments: &str, fail_on: &str| {
        let mut bash = Command::new("bash");
        // As GitHub runs the scripts of `shell: bash`.
        bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script("check")]).current_dir(root).env_clear();
        let path = format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display());
        let more = [("ARGUMENTS", arguments), ("FAIL_ON", fail_on), ("SARIF", "report.sarif")];
        bash.envs(more).env("PATH", path).env("HOME", root.join("home")).env("TOLMACH_PROJECT", ".");
        let output = bash.env("GITHUB_STEP_SUMMARY", root.join("summary.md")).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (exit, shown) = step("", "");
    assert_eq!((exit, shown.matches("::error ").count()), (Some(1), 10), "{shown}");
    let summary = fs::read_to_string(root.join("summary.md")).unwrap();
    assert_eq!(summary.matches("Возера нумар").count(), OLD, "the summary has all findings");
    assert_eq!(run(root, &["check", "--baseline", "old.json", "--update-baseline", "-q"]).0, Some(0));
    assert_eq!(step("--baseline old.json", ""), (Some(0), String::new()));
    edit(root, "Возера нумар 52 тут.", "Возера нумар 53 тут.");
    let (exit, shown) = step("--baseline old.json", "");
    assert!(exit == Some(1) && shown.starts_with("::error file=locales/be/segments/lake.xlf,line="), "{shown}");
    let sarif: Value = serde_json::from_slice(&fs::read(root.join("report.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    assert_eq!(step("--baseline old.json", "critical").0, Some(0));
    // Words on several lines, a gate among them, and what cannot be read.
    assert_eq!(step("--baseline\nold.json\n--fail-on critical\n", "").0, Some(0));
    assert_eq!(step("--baseline\nnone.json\n", "never").0, Some(2));
}
