//! The settings that hold in a project, or without one.

use std::thread::available_parallelism;

use super::{DeskError, Registries};
use crate::project::{
    Layout, Settings, read_text, refuse_markers,
    settings::{Overrides, user_file},
};

/// The settings that hold: what `overrides` say, over the project's file, over the user's own, over what comes with
/// tolmach.
pub fn settings(
    layout: Option<&Layout>,
    overrides: &Overrides,
    registries: &Registries,
) -> Result<Settings, DeskError> {
    let project = layout.map(project_text).transpose()?;
    let user = match user_file() {
        Some(path) if path.is_file() => Some((path.display().to_string(), read_text(&path)?)),
        _ => None,
    };
    let [project, user] =
        [&project, &user].map(|file| file.as_ref().map(|(name, text)| (name.as_str(), text.as_str())));
    let cores = available_parallelism().map_or(1, usize::from);
    Ok(Settings::resolve(overrides, project, user, cores, &registries.engines)?)
}

/// The project's settings file, as name and text.
fn project_text(layout: &Layout) -> Result<(String, String), DeskError> {
    let path = layout.settings();
    let (name, text) = (layout.name(&path), read_text(&path)?);
    refuse_markers(&name, &text)?;
    Ok((name, text))
}
