//! The path of the user's own settings.

use std::path::PathBuf;

use etcetera::BaseStrategy;

/// The user's own settings file, whether or not it exists; `None` where the user has no home folder.
///
/// Linux and macOS: `$XDG_CONFIG_HOME/tolmach/config.toml`, or `~/.config/tolmach/config.toml` where the variable is
/// absent or not absolute (XDG Base Directory Specification, which command-line programs follow on macOS, too).
/// Windows: `%APPDATA%\tolmach\config.toml`.
#[must_use]
pub fn user_file() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.config_dir().join("tolmach").join("config.toml"))
}
