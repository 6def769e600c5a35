//! The command line as a user sees it: transcripts in `tests/cases/cli/` and in the documentation, and cases that a
//! transcript cannot show.

#[cfg(unix)]
mod baseline;
#[cfg(feature = "http")]
mod engines;
mod environment;
mod files;
mod filters;
mod formats;
#[cfg(feature = "http")]
mod keys;
mod mirror;
mod newer;
mod older;
#[cfg(unix)]
mod programs;
#[cfg(unix)]
pub mod questions;
mod returned;
mod terminal;
pub mod transcript;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use rayon::prelude::*;
use tempfile::TempDir;

use crate::{
    errors::is_name,
    support::{is_installed, skip},
};

/// The day of all transcripts: 24 March 2022, in seconds since 1970.
pub const TODAY: &str = "1648080000";

/// An empty folder, deleted after the test.
pub fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A project with this chain of backends and one article of a title and four sentences.
pub fn project(backends: &[&str]) -> TempDir {
    let folder = folder();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("tolmach.toml", &format!("targets = [\"be\"]\nbackends = {backends:?}\n"));
    write("source/army.md", "---\ntitle: The army stays\n---\nOne came. Two came.\n\nThree came. Four came.\n");
    folder
}

/// The program in a folder, isolated from the environment of the machine's user.
pub fn tolmach(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tolmach"));
    command.args(arguments).current_dir(folder).env_clear();
    command
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .env("HOME", folder.join("home"))
        .env("DICPATH", folder.join("no-dictionaries"))
        .env("SOURCE_DATE_EPOCH", TODAY);
    command
}

/// Exit code and standard error.
pub fn outcome(output: Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// Whether there is a shell to play transcripts.
fn shell() -> bool {
    let there = Command::new("sh").args(["-c", "exit 0"]).output().is_ok();
    if !there {
        skip("sh is not installed");
    }
    there
}

/// Path and text of every transcript in a folder of the repository.
fn transcripts(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(&path).unwrap())).collect()
}

/// Path and text of the README and every page of the documentation, which are transcripts too.
fn documents() -> Vec<(PathBuf, String)> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = (readme.clone(), fs::read_to_string(readme).unwrap());
    std::iter::once(readme).chain(transcripts("docs")).collect()
}

/// Plays the transcripts whose path contains `TOLMACH_TRANSCRIPT`; returns the differences between expected and actual
/// output.
fn play(transcripts: &[(PathBuf, String)]) -> Vec<String> {
    let wanted = env::var("TOLMACH_TRANSCRIPT").unwrap_or_default();
    let rewrite = env::var_os("TOLMACH_TRANSCRIPTS_AGAIN").is_some();
    let name =
        |path: &Path| path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_string_lossy().replace('\\', "/");
    let wanted = transcripts.par_iter().filter(|(path, _)| name(path).contains(&wanted));
    let faults = wanted.filter_map(|(path, text)| {
        let played = transcript::play(&name(path), text).err()?;
        if rewrite {
            fs::write(path, played.written).unwrap();
        }
        Some(played.faults)
    });
    faults.collect()
}

#[test]
fn the_command_line_prints_what_its_transcripts_show() {
    if shell() {
        let faults = play(&transcripts("tests/cases/cli"));
        assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    }
}

#[test]
fn the_command_line_prints_what_transcripts_in_the_documentation_show() {
    if !shell() {
        return;
    }
    let needs_python = |(path, text): &(PathBuf, String)| {
        transcript::commands(&path.to_string_lossy(), text).iter().any(|line| line.contains("python3"))
    };
    let mut documents = documents();
    if documents.iter().any(needs_python) && !is_installed("python3", &["--version"]) {
        documents.retain(|document| !needs_python(document));
    }
    let faults = play(&documents);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Transcripts of errors.
const ERROR_TRANSCRIPTS: [&str; 8] = [
    "bad-backends.md",
    "bad-engines.md",
    "bad-files.md",
    "bad-settings.md",
    "bad-stores.md",
    "check.md",
    "import-and-roundtrip.md",
    "translate-and-approve.md",
];

#[test]
fn a_hint_has_no_english_word_where_the_user_speaks_another_language() {
    if !shell() {
        return;
    }
    let played: Vec<(PathBuf, String, &str, &str)> = transcripts("tests/cases/cli")
        .into_iter()
        .filter(|(path, _)| ERROR_TRANSCRIPTS.iter().any(|name| path.ends_with(name)))
        .flat_map(|(path, text)| {
            [("be_BY.UTF-8", "падказка"), ("ru_RU.UTF-8", "подсказка"), ("uk_UA.UTF-8", "підказка")]
                .map(|(lang, word)| (path.clone(), text.clone(), lang, word))
        })
        .collect();
    assert_eq!(played.len(), 3 * ERROR_TRANSCRIPTS.len());
    let faults: Vec<String> = played
        .par_iter()
        .flat_map_iter(|(path, text, lang, word)| {
            transcript::translated(&path.to_string_lossy(), text, lang).into_iter().flat_map(
                move |(expected, printed)| {
                    let english: Vec<&String> = expected.iter().filter(|line| line.starts_with("! hint: ")).collect();
                    let ours = printed.iter().filter_map(|line| line.strip_prefix(&format!("! {word}: ")));
                    let ours: Vec<&str> = ours.collect();
                    let lost =
                        (english.len() > ours.len()).then(|| format!("{lang}: {english:?} are printed as {printed:?}"));
                    let foreign =
                        ours.iter().filter(|hint| has_english_words(hint)).map(|hint| format!("{lang}: {hint}"));
                    lost.into_iter().chain(foreign).collect::<Vec<_>>()
                },
            )
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a hint has words in Latin letters other than code, names of formats and a list of names after a colon.
fn has_english_words(hint: &str) -> bool {
    let is_list = |list: &str| list.split(", ").all(|name| !name.contains(' '));
    let prose: String = hint.split('`').step_by(2).collect();
    let prose = prose.rsplit_once(": ").filter(|(_, list)| is_list(list)).map_or(prose.as_str(), |(words, _)| words);
    let mut words = prose.split([' ', ',', ';', ':', '(', ')']);
    words.any(|word| word.contains(|c: char| c.is_ascii_alphabetic()) && !is_name(word))
}

#[test]
fn a_page_of_the_documentation_names_a_file_before_it_shows_it() {
    let mut faults = Vec::new();
    for (path, text) in documents() {
        for (shown, before) in transcript::files(&text) {
            let name = shown.rsplit('/').next().unwrap_or_default();
            if !before.contains(name) {
                faults.push(format!("{}: {shown} comes after “{before}”", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_command_is_in_a_transcript() {
    let help = Command::new(env!("CARGO_BIN_EXE_tolmach")).arg("--help").env_clear().output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let (_, list) = help.split_once("Commands:\n").unwrap();
    let names = list.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.strip_prefix("  "));
    let names = names.filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_whitespace().next());
    let transcripts = transcripts("tests/cases/cli");
    let commands = |(path, text): &(PathBuf, String)| transcript::commands(&path.to_string_lossy(), text);
    let shown: Vec<String> = transcripts.iter().flat_map(commands).collect();
    let is_shown = |name: &str| {
        shown.iter().any(|line| line.contains("tolmach") && line.split_whitespace().any(|word| word == name))
    };
    let missing: Vec<&str> = names.filter(|name| *name != "help" && !is_shown(name)).collect();
    assert!(missing.is_empty(), "no transcript shows {missing:?}");
}
