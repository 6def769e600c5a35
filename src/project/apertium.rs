//! The Apertium that is installed on this machine.

use std::{env, fs, path::PathBuf};

/// Why a mode of Apertium cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoMode {
    /// There is no program `apertium` on `PATH`.
    Program,
    /// The installed Apertium has no such mode.
    Mode,
}

/// Reads a mode of the Apertium whose program is first on `PATH`: its data is in `share/` beside the `bin/` that holds the
/// program, links followed.
///
/// The name must be plain: it may come from a project's file, and must lead to no other folder.
pub fn apertium_mode(name: &str) -> Result<String, NoMode> {
    let path = env::var_os("PATH").unwrap_or_default();
    let found: Vec<PathBuf> = env::split_paths(&path)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join("apertium"))
        .filter(|program| fs::metadata(program).is_ok_and(|found| found.is_file()))
        .take(1)
        .collect();
    let program = found.first().ok_or(NoMode::Program)?;
    let is_plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let modes = [Some(program.clone()), fs::canonicalize(program).ok()].into_iter().flatten().filter_map(|program| {
        let prefix = program.parent()?.parent()?.to_owned();
        Some(prefix.join("share/apertium/modes").join(format!("{name}.mode")))
    });
    let mut texts = modes.filter(|_| is_plain).filter_map(|path| fs::read_to_string(path).ok());
    texts.next().ok_or(NoMode::Mode)
}
