//! The effective settings, of a project or without one.

use std::{io::ErrorKind, path::Path, thread::available_parallelism};

use super::{DeskError, Registries};
use crate::{
    model::Locale,
    pipeline::rules,
    project::{
        Layout, ProjectError, Settings, is_file, own_locales, read_text, refuse_markers,
        settings::{KnownNames, Overrides, refuse_unknown_language, user_file},
    },
};

/// Resolves the effective settings: `overrides` take precedence over the project's file, that over the user's file, and
/// that over the defaults. Every command gets them here, so a setting that one of them refuses is refused by all.
pub fn settings(
    layout: Option<&Layout>,
    overrides: &Overrides,
    registries: &Registries,
) -> Result<Settings, DeskError> {
    let project = layout.map(read_project_file).transpose()?;
    let user = match user_file() {
        Some(path) if is_user_file(&path)? => Some((path.display().to_string(), read_text(&path)?)),
        _ => None,
    };
    let [project, user] =
        [&project, &user].map(|file| file.as_ref().map(|(name, text)| (name.as_str(), text.as_str())));
    let cores = available_parallelism().map_or(1, usize::from);
    let own_locales = layout.map(own_locales).transpose()?.unwrap_or_default();
    let names = KnownNames { engines: &registries.engines, own_locales: &own_locales, rules: &rules };
    Ok(Settings::resolve(overrides, project, user, cores, &names)?)
}

/// Fails on a locale of a flag that names no language, in or outside a project.
pub fn refuse_unknown_locales<'l>(
    layout: Option<&Layout>,
    place: &str,
    locales: impl IntoIterator<Item = &'l Locale>,
) -> Result<(), DeskError> {
    let own = layout.map(own_locales).transpose()?.unwrap_or_default();
    let refused = locales.into_iter().find_map(|locale| refuse_unknown_language(locale, &own).err());
    refused.map_or(Ok(()), |error| Err(ProjectError::setting(place, error).into()))
}

/// Reads the project's settings file, as name and text.
fn read_project_file(layout: &Layout) -> Result<(String, String), DeskError> {
    let path = layout.settings();
    let (name, text) = (layout.name(&path), read_text(&path)?);
    refuse_markers(&name, &text)?;
    Ok((name, text))
}

/// Whether the user has a settings file. A service's account may have a file for its home (`/dev/null`), which holds
/// none.
fn is_user_file(path: &Path) -> Result<bool, ProjectError> {
    match is_file(path) {
        Err(ProjectError::Io { cause, .. }) if cause.kind() == ErrorKind::NotADirectory => Ok(false),
        found => found,
    }
}
