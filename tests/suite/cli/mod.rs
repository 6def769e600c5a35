//! The command line as a user meets it: transcripts under `tests/cases/cli/`, and what a transcript cannot show.

mod engines;
mod environment;
mod newer;
mod older;
mod transcript;

use std::{env, fs, path::Path, process::Command};

use rayon::prelude::*;
use tempfile::TempDir;

use crate::support::step_aside;

/// The day on which all transcripts play: 24 March 2022, in seconds since 1970.
pub const TODAY: &str = "1648080000";

/// An empty folder that is gone after the test.
pub fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Whether there is a shell to play transcripts with.
fn shell() -> bool {
    let there = Command::new("sh").args(["-c", "exit 0"]).output().is_ok();
    if !there {
        step_aside("sh is not installed");
    }
    there
}

/// Name and text of every transcript.
fn transcripts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/cli");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths.iter().map(|path| (path.to_string_lossy().into_owned(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn the_command_line_says_what_its_transcripts_show() {
    if !shell() {
        return;
    }
    let wanted = env::var("TOLMACH_TRANSCRIPT").unwrap_or_default();
    let again = env::var_os("TOLMACH_TRANSCRIPTS_AGAIN").is_some();
    let faults: Vec<String> = transcripts()
        .par_iter()
        .filter(|(path, _)| path.contains(&wanted))
        .filter_map(|(path, text)| {
            let name = Path::new(path).file_name()?.to_string_lossy();
            let played = transcript::play(&name, text).err()?;
            if again {
                fs::write(path, played.written).unwrap();
            }
            Some(played.faults)
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_command_stands_in_a_transcript() {
    let help = Command::new(env!("CARGO_BIN_EXE_tolmach")).arg("--help").env_clear().output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let (_, list) = help.split_once("Commands:\n").unwrap();
    let names = list.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.strip_prefix("  "));
    let names = names.filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_whitespace().next());
    let shown: Vec<String> = transcripts().iter().flat_map(|(_, text)| transcript::commands(text)).collect();
    let is_shown = |name: &str| {
        shown.iter().any(|line| line.contains("tolmach") && line.split_whitespace().any(|word| word == name))
    };
    let missing: Vec<&str> = names.filter(|name| *name != "help" && !is_shown(name)).collect();
    assert!(missing.is_empty(), "no transcript shows {missing:?}");
}
