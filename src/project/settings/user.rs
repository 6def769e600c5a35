//! The place of the user's own settings.

use std::path::PathBuf;

use etcetera::BaseStrategy;

/// The user's own settings file, whether it is there or not; `None` where the user has no home.
///
/// Linux and macOS: `$XDG_CONFIG_HOME/tolmach/config.toml`, or `~/.config/tolmach/config.toml` where the variable is absent
/// or not absolute (XDG base directory specification; on macOS, too, command-line programs keep to it). Windows:
/// `%APPDATA%\tolmach\config.toml`.
#[must_use]
pub fn user_file() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.config_dir().join("tolmach").join("config.toml"))
}
