//! `--format`: what the help of a command offers, the command gives.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write as _,
    path::Path,
    process::{Output, Stdio},
};

use super::{folder, tolmach};

/// Each command that has `--format`, with what else it needs. `{}` in it is the format.
const COMMANDS: [(&str, &[&str]); 18] = [
    ("import", &["page.html", "--slug", "page", "--force"]),
    ("check", &[]),
    ("status", &[]),
    ("segment", &["source/army.md"]),
    ("ledger", &[]),
    ("translate", &["--dry-run", "--backend", "command", "--program", "true"]),
    ("score", &[]),
    ("quotes", &[]),
    ("diff source", &["source/army.md", "source/day.md"]),
    ("diff draft", &["army", "--locale", "be"]),
    ("diff edition", &["source/army.md", "source/day.md"]),
    ("glossary find", &["army"]),
    ("glossary forms", &["Гомель", "--locale", "be"]),
    ("glossary import", &["old.{}", "--locale", "be"]),
    ("glossary export", &["--locale", "be"]),
    ("glossary lint", &[]),
    ("glossary diff", &["old", "glossary"]),
    ("glossary extract", &["--min", "1"]),
];

/// Options that turn a command into another one, where a format may be refused but not ignored.
const MODES: [(&str, &[&str]); 5] = [
    ("check", &["--stdin"]),
    ("segment", &["--stdin"]),
    ("glossary find", &["--stdin"]),
    ("glossary forms", &["--check"]),
    ("glossary forms", &["--write"]),
];

fn run(root: &Path, command: &str, arguments: &[&str], input: &str) -> Output {
    let all: Vec<&str> = command.split(' ').chain(arguments.iter().copied()).collect();
    let mut child =
        tolmach(root, &all).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that refuses its arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The help of a command.
fn help(root: &Path, command: &str) -> String {
    let words: Vec<&str> = command.split(' ').filter(|word| !word.is_empty()).chain(["-h"]).collect();
    out(&tolmach(root, &words).output().unwrap())
}

/// Every command and subcommand, from the help.
fn commands(root: &Path) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut at = 0;
    while let Some(parent) = found.get(at).cloned() {
        let help = help(root, &parent);
        let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
        let names = lines.filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
        let names = names.filter_map(|line| line.split(' ').next()).filter(|name| *name != "help");
        found.extend(names.map(|name| format!("{parent} {name}").trim().to_owned()));
        at += 1;
    }
    found
}

/// The formats that the help of a command offers; none where it has no `--format`.
fn formats(root: &Path, command: &str) -> Vec<String> {
    let help = help(root, command).split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((_, option)) = help.split_once(" --format <") else { return Vec::new() };
    let (_, values) = option.split_once("[possible values: ").unwrap();
    values.split(']').next().unwrap().split(", ").map(str::to_owned).collect()
}

/// A project in which every command has something to show.
fn project() -> tempfile::TempDir {
    let folder = folder();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let concept =
        "[[concept]]\nid = \"army\"\nterms.en = { preferred = \"army\" }\nterms.be = { preferred = \"войска\" }\n";
    write("tolmach.toml", "targets = [\"be\"]\nbackends = [\"pseudo\"]\n");
    write("source/army.md", "---\ntitle: The army stays\n---\nThe army came. Aleksandr Hrynko came.\n");
    write("source/day.md", "---\ntitle: The army goes\n---\nThe army came on 5 May.\n");
    write("glossary/words.toml", concept);
    write("old/words.toml", &concept.replace("войска", "вайсковец"));
    write(
        "page.html",
        "<title>Page</title><nav>Home</nav><h1>Page</h1><p>The first paragraph is here, as it has to be.</p>",
    );
    let translated = run(folder.path(), "translate", &["-b", "pseudo"], "");
    assert_eq!(translated.status.code(), Some(0), "{translated:?}");
    // A wording that the old glossary had and the new one has not.
    let path = folder.path().join("locales/be/segments/army.xlf");
    let segments = fs::read_to_string(&path).unwrap();
    let (before, target) = segments.split_once("<target").unwrap();
    let (tag, (_, after)) =
        target.split_once('>').map(|(tag, rest)| (tag, rest.split_once("</target>").unwrap())).unwrap();
    fs::write(&path, format!("{before}<target{tag}>Вайсковец стаіць</target>{after}")).unwrap();
    for format in ["tbx", "csv", "tsv", "omegat"] {
        let exported = run(folder.path(), "glossary export", &["--format", format, "--locale", "be"], "");
        fs::write(folder.path().join(format!("old.{format}")), exported.stdout).unwrap();
    }
    folder
}

#[test]
fn every_format_that_the_help_of_a_command_offers_is_given() {
    let folder = project();
    let root = folder.path();
    let mut needs: BTreeMap<&str, &[&str]> = COMMANDS.into();
    for command in commands(root) {
        let formats = formats(root, &command);
        if formats.is_empty() {
            continue;
        }
        let more =
            needs.remove(command.as_str()).unwrap_or_else(|| panic!("`{command}` has a format: say how to run it"));
        let mut given = BTreeSet::new();
        for format in &formats {
            let more: Vec<String> = more.iter().map(|one| one.replace("{}", format)).collect();
            let arguments: Vec<&str> = more.iter().map(String::as_str).chain(["--format", format]).collect();
            let output = run(root, &command, &arguments, "");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.code().is_some_and(|code| code < 2), "{command} --format {format}: {said}");
            // What it reads in a format, it shows in no format.
            assert!(
                given.insert(out(&output)) || command == "glossary import",
                "{command} --format {format} is ignored"
            );
        }
    }
    assert!(needs.is_empty(), "no such commands with a format: {needs:?}");
}

#[test]
fn a_format_that_an_option_cannot_give_is_refused_and_not_ignored() {
    let folder = project();
    let root = folder.path();
    let input = "{\"id\":1,\"locale\":\"be\",\"source\":\"The army.\",\"target\":\"The army.\",\"text\":\"The army. It came.\"}\n";
    for (command, mode) in MODES {
        let mut given = BTreeSet::new();
        let mut refused = 0;
        let offered = formats(root, command);
        for format in &offered {
            let arguments: Vec<&str> = mode.iter().copied().chain(["--format", format]).collect();
            let output = run(root, command, &arguments, input);
            if output.status.code() == Some(2) {
                let said = String::from_utf8_lossy(&output.stderr);
                assert!(said.contains("--stdin") || said.contains("--format"), "{command} {mode:?}: {said}");
                refused += 1;
            } else {
                assert!(output.status.code().is_some_and(|code| code < 2), "{command} {mode:?} {format}");
                given.insert(out(&output));
            }
        }
        assert_eq!(given.len() + refused, offered.len(), "{command} {mode:?} ignores a format");
        let plain = run(root, command, mode, input);
        assert!(plain.status.code().is_some_and(|code| code < 2), "{command} {mode:?}");
    }
}
