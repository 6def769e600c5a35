//! Reading, playing and rewriting transcripts; `tests/README.md` explains their notation.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

use super::{TODAY, folder};
use crate::support::skip;

/// A part of a transcript, in order.
#[derive(Debug)]
enum Part {
    /// Text for readers, including fences without commands.
    Prose(String),
    /// A file to write before going on: its path and text.
    File(String, String),
    /// A command with its expected exit code and output.
    Step(Step),
}

#[derive(Debug)]
struct Step {
    /// The lines for the shell, as written.
    command: Vec<String>,
    exit: i32,
    lines: Vec<String>,
    /// Whether it is run in a copy of this project.
    here: bool,
}

/// Plays a transcript in an empty folder; fails where the output differs.
pub fn play(name: &str, text: &str) -> Result<(), Played> {
    let parts = read(name, text);
    for block in other_builds(text) {
        if block.ends_with("apertium") {
            skip(&format!("{name}: Apertium or a dictionary is not installed"));
        } else {
            println!("{name}: skipped, since it is for other builds: {block}");
        }
    }
    let folder = folder();
    let project = parts.iter().any(|part| matches!(part, Part::Step(step) if step.here)).then(this_project);
    let mut faults = Vec::new();
    let mut written = String::new();
    for part in &parts {
        match part {
            Part::Prose(line) => written.push_str(line),
            Part::File(path, content) => write(folder.path(), path, content),
            Part::Step(step) => {
                let command = step.command.join("\n");
                let place = project.as_ref().filter(|_| step.here).unwrap_or(&folder).path();
                let (exit, lines) = shown(&shell(&command, place, step.here, ""), place);
                if exit == step.exit && fits(&step.lines, &lines) {
                    write_step(&mut written, &step.command, exit, &step.lines);
                } else {
                    faults.push(format!(
                        "{name}: $ {command}\n--- expected: exit {}\n{}\n--- got: exit {exit}\n{}\n",
                        step.exit,
                        step.lines.join("\n"),
                        lines.join("\n")
                    ));
                    write_step(&mut written, &step.command, exit, &lines);
                }
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Played { faults: faults.join("\n"), written }) }
}

/// A transcript whose output differs.
pub struct Played {
    pub faults: String,
    /// The transcript with the actual output.
    pub written: String,
}

/// Every command line of a transcript.
pub fn commands(name: &str, text: &str) -> Vec<String> {
    let step = |part| match part {
        Part::Step(step) => Some(step.command.join("\n")),
        _ => None,
    };
    read(name, text).into_iter().filter_map(step).collect()
}

/// Every file that a transcript writes, with the last line of prose before it.
pub fn files(text: &str) -> Vec<(String, String)> {
    let (mut found, mut fences, mut before) = (Vec::new(), 0, String::new());
    for part in read("", text) {
        match part {
            Part::File(path, _) => found.push((path, before.clone())),
            Part::Prose(line) if line.starts_with("```") => fences += 1,
            Part::Prose(line) if fences % 2 == 0 && !line.trim().is_empty() => line.trim().clone_into(&mut before),
            _ => {}
        }
    }
    found
}

/// For each command of a transcript, the expected lines and those printed in another language.
pub fn translated(file: &str, text: &str, lang: &str) -> Vec<(Vec<String>, Vec<String>)> {
    let folder = folder();
    let mut all = Vec::new();
    for part in read(file, text) {
        match part {
            Part::Prose(_) => {}
            Part::File(path, content) => write(folder.path(), &path, &content),
            Part::Step(step) => {
                let output = shell(&step.command.join("\n"), folder.path(), false, lang);
                all.push((step.lines, shown(&output, folder.path()).1));
            }
        }
    }
    all
}

fn write(folder: &Path, path: &str, content: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// A copy of this project: its settings, article, glossary and translations.
fn this_project() -> TempDir {
    let (root, copy) = (Path::new(env!("CARGO_MANIFEST_DIR")), folder());
    for part in ["tolmach.toml", "source", "glossary"] {
        copy_all(&root.join(part), &copy.path().join(part));
    }
    for locale in ["be", "ru", "uk"] {
        let segments = format!("locales/{locale}/segments");
        copy_all(&root.join(&segments), &copy.path().join(&segments));
    }
    copy
}

/// Copies a file, or a folder with all that is in it.
pub fn copy_all(from: &Path, to: &Path) {
    if fs::metadata(from).unwrap().is_dir() {
        for entry in fs::read_dir(from).unwrap() {
            let name = entry.unwrap().file_name();
            copy_all(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    }
}

/// Runs a command in the shell, isolated from the environment of the machine's user; the system's dictionaries are there
/// in a copy of this project alone.
fn shell(command: &str, folder: &Path, here: bool, lang: &str) -> Output {
    let bin = Path::new(env!("CARGO_BIN_EXE_tolmach")).parent().unwrap();
    Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display()))
        .env("HOME", folder.join("home"))
        .env("DICPATH", if here { "/usr/share/hunspell".into() } else { folder.join("no-dictionaries") })
        .env("SOURCE_DATE_EPOCH", TODAY)
        .env("LANG", lang)
        .output()
        .unwrap()
}

/// Exit code and lines: standard output, then standard error with `! ` before each line.
fn shown(output: &Output, folder: &Path) -> (i32, Vec<String>) {
    let root = folder.to_string_lossy();
    let lines = |bytes: &[u8], mark: &str| -> Vec<String> {
        let text = String::from_utf8_lossy(bytes).replace(&*root, "[ROOT]");
        text.lines().map(|line| format!("{mark}{line}").trim_end().to_owned()).collect()
    };
    let mut all = lines(&output.stdout, "");
    all.extend(lines(&output.stderr, "! "));
    (output.status.code().unwrap_or(-1), all)
}

/// Whether lines are as expected: a line `...` stands for any lines, `[..]` for anything within a line.
fn fits(expected: &[String], actual: &[String]) -> bool {
    match (expected.split_first(), actual.split_first()) {
        (None, None) => true,
        (Some((hole, rest)), _) if hole == "..." => (0..=actual.len()).any(|from| fits(rest, &actual[from..])),
        (Some((pattern, rest)), Some((line, left))) => line_fits(pattern, line) && fits(rest, left),
        _ => false,
    }
}

fn line_fits(pattern: &str, line: &str) -> bool {
    let Some((before, behind)) = pattern.split_once("[..]") else { return pattern == line };
    let Some(rest) = line.strip_prefix(before) else { return false };
    if behind.is_empty() {
        return true;
    }
    rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| line_fits(behind, &rest[at..]))
}

/// The parts of a transcript; malformed blocks are reported under `name`.
fn read(name: &str, text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = text.lines().zip(1..);
    while let Some((line, number)) = lines.next() {
        parts.push(Part::Prose(format!("{line}\n")));
        let fence: String = line.chars().take_while(|c| *c == '`').collect();
        if fence.len() < 3 {
            continue;
        }
        let info = line[fence.len()..].trim();
        let inside: Vec<&str> = lines.by_ref().map(|(line, _)| line).take_while(|line| *line != fence).collect();
        if is_console(info) && is_for_this_build(info).unwrap_or_else(|problem| panic!("{name}:{number}: {problem}")) {
            let report = |(at, problem)| panic!("{name}:{}: {problem}", number + 1 + at);
            let here = info.contains(" here ");
            let steps: Vec<Step> = steps(&inside).unwrap_or_else(report);
            parts.extend(steps.into_iter().map(|step| Part::Step(Step { here, ..step })));
        } else {
            let content: String = inside.iter().flat_map(|line| [line, "\n"]).collect();
            if let Some((_, path)) = info.split_once(' ').filter(|_| !is_console(info)) {
                parts.push(Part::File(path.to_owned(), content.clone()));
            }
            parts.push(Part::Prose(content));
        }
        parts.push(Part::Prose(format!("{fence}\n")));
    }
    parts
}

/// Whether a fence holds commands: `console`, or `console with FEATURE` or `console without FEATURE` for some builds,
/// `console with apertium` for machines that have it; `console here …` in a copy of this project.
fn is_console(info: &str) -> bool {
    info.split(' ').next() == Some("console")
}

/// Whether the machine has Apertium for the pairs of this project, and the dictionaries for their cognates.
pub fn has_apertium() -> bool {
    let modes = ["rus-bel", "rus-ukr"].map(|mode| format!("/usr/share/apertium/modes/{mode}.mode"));
    let dictionaries = ["be_BY", "uk_UA"].map(|name| format!("/usr/share/hunspell/{name}.dic"));
    modes.iter().chain(&dictionaries).all(|path| fs::metadata(path).is_ok())
}

/// Whether the commands of a fence are meant for this build's features.
fn is_for_this_build(info: &str) -> Result<bool, String> {
    match info.split(' ').collect::<Vec<_>>().as_slice() {
        ["console"] => Ok(true),
        ["console", "with", "http"] => Ok(cfg!(feature = "http")),
        ["console", "without", "http"] => Ok(!cfg!(feature = "http")),
        ["console", "with", "apertium"] | ["console", "here", "with", "apertium"] => Ok(has_apertium()),
        _ => Err(format!(
            "`{info}`: a block is for builds `with http` or `without http`, or for machines `with apertium`"
        )),
    }
}

/// The fences whose commands are meant for other builds.
fn other_builds(text: &str) -> impl Iterator<Item = &str> {
    let fences = text.lines().filter_map(|line| line.strip_prefix("```"));
    fences.filter(|info| is_console(info) && is_for_this_build(info) == Ok(false))
}

/// The steps of a block; an error has the index of the malformed line.
fn steps(lines: &[&str]) -> Result<Vec<Step>, (usize, String)> {
    let mut steps: Vec<Step> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(command) = line.strip_prefix("$ ") {
            steps.push(Step { command: vec![command.to_owned()], exit: 0, lines: Vec::new(), here: false });
            continue;
        }
        let Some(step) = steps.last_mut() else {
            return Err((at, "a block of commands begins with `$ `".to_owned()));
        };
        if let Some(more) = line.strip_prefix("> ").filter(|_| step.lines.is_empty()) {
            step.command.push(more.to_owned());
        } else if let Some(exit) = line.strip_prefix("? ").filter(|_| step.lines.is_empty()) {
            step.exit = exit.parse().map_err(|_| (at, format!("`{exit}` is no exit code")))?;
        } else {
            step.lines.push((*line).to_owned());
        }
    }
    Ok(steps)
}

fn write_step(out: &mut String, command: &[String], exit: i32, lines: &[String]) {
    for (index, line) in command.iter().enumerate() {
        out.extend([if index == 0 { "$ " } else { "> " }, line, "\n"]);
    }
    if exit != 0 {
        out.extend(["? ", &exit.to_string(), "\n"]);
    }
    for line in lines {
        out.extend([line, "\n"]);
    }
}

#[test]
fn a_block_for_other_builds_is_skipped_and_kept_unchanged() {
    let (ours, other) = if cfg!(feature = "http") { ("with", "without") } else { ("without", "with") };
    let text = format!("```console {ours} http\n$ echo a\na\n```\n```console {other} http\n$ echo b\nc\n```\n");
    assert_eq!((commands("a.md", &text), other_builds(&text).count()), (vec!["echo a".to_owned()], 1));
    let prose: String = read("a.md", &text)
        .iter()
        .filter_map(|part| match part {
            Part::Prose(line) => Some(line.as_str()),
            _ => None,
        })
        .collect();
    assert!(prose.ends_with(&format!("```console {other} http\n$ echo b\nc\n```\n")), "{prose}");
}

#[test]
fn a_block_that_cannot_be_played_is_reported_by_file_and_line() {
    for (text, problem) in [
        ("```console\n\n$ echo a\n```\n", "a.md:2: a block of commands begins with `$ `"),
        ("text\n```console\n$ echo a\n? two\n```\n", "a.md:4: `two` is no exit code"),
        (
            "\n```console http\n```\n",
            "a.md:2: `console http`: a block is for builds `with http` or `without http`, or for machines `with apertium`",
        ),
    ] {
        let panic = std::panic::catch_unwind(|| read("a.md", text)).unwrap_err();
        assert_eq!(panic.downcast_ref::<String>().map(String::as_str), Some(problem));
    }
}

#[test]
fn a_hole_stands_for_what_changes_between_runs() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    for (expected, actual, wanted) in [
        ("a\nb", "a\nb", true),
        ("a", "a\nb", false),
        ("a\n...", "a\nb\nc", true),
        ("...\nc", "a\nb\nc", true),
        ("...\nb", "a\nb\nc", false),
        ("took [..] s", "took 0.3 s", true),
        ("took [..] s", "took 0.3 ms, ", false),
        ("[..]: [..]", "а: б", true),
    ] {
        assert_eq!(fits(&lines(expected), &lines(actual)), wanted, "{expected:?} {actual:?}");
    }
}
