//! The Apertium that is installed on this machine.

use std::{env, fs, io::ErrorKind, path::PathBuf};

/// A mode of the Apertium of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstalledMode {
    /// The text of its file.
    pub text: String,
    /// The folder with its programs.
    pub programs: PathBuf,
}

/// Why a mode of Apertium cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoMode {
    /// There is no program `apertium` on `PATH`.
    Program,
    /// The installed Apertium has no such mode.
    Mode,
    /// It has one, and the system withholds it.
    Withheld {
        /// Its file.
        path: PathBuf,
        /// The system's error message.
        cause: String,
    },
}

/// Reads a mode of the Apertium whose program is first on `PATH`: its data is in `share/` beside the `bin/` that holds the
/// program, links followed.
///
/// The name must be plain: it may come from a project's file, and must lead to no other folder.
pub fn apertium_mode(name: &str) -> Result<InstalledMode, NoMode> {
    let path = env::var_os("PATH").unwrap_or_default();
    let is_program = |program: &PathBuf| fs::metadata(program).is_ok_and(|found| found.is_file());
    let mut folders = env::split_paths(&path).filter(|folder| folder.is_absolute());
    let programs = folders.find(|folder| is_program(&folder.join("apertium"))).ok_or(NoMode::Program)?;
    let is_plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let program = programs.join("apertium");
    for program in [Some(program.clone()), fs::canonicalize(program).ok()].into_iter().flatten().filter(|_| is_plain) {
        let Some(prefix) = program.parent().and_then(|bin| bin.parent()) else { continue };
        let path = prefix.join("share/apertium/modes").join(format!("{name}.mode"));
        match fs::read_to_string(&path) {
            Ok(text) => return Ok(InstalledMode { text, programs }),
            Err(cause) if matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            Err(cause) => return Err(NoMode::Withheld { path, cause: cause.to_string() }),
        }
    }
    Err(NoMode::Mode)
}
