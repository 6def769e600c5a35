//! The layers of a profile: how one is read, and laid over another.

use super::{Profile, ProfileError, unused::unused_entry};

/// Reads one layer and validates it; `file` is for the error.
pub(super) fn read(file: &str, text: &str) -> Result<toml::Table, ProfileError> {
    // Each layer must be valid by itself, so that the error can name its line.
    let profile = toml::from_str::<Profile>(text).map_err(|error| profile_error(file, text, &error))?;
    if let Some((at, message)) = unused_entry(text, profile.opposites.len()) {
        return Err(ProfileError { file: file.to_owned(), line: line_at(text, at), message });
    }
    parse(file, text)
}

/// Reads one layer that is known to be valid.
pub(super) fn parse(file: &str, text: &str) -> Result<toml::Table, ProfileError> {
    toml::from_str(text).map_err(|error| profile_error(file, text, &error))
}

fn profile_error(file: &str, text: &str, error: &toml::de::Error) -> ProfileError {
    ProfileError {
        file: file.to_owned(),
        line: line_at(text, error.span().map_or(0, |span| span.start)),
        message: error.message().lines().collect::<Vec<_>>().join(" "),
    }
}

/// Merges `upper` into `lower`: tables are merged, everything else is replaced.
pub(super) fn merge(lower: &mut toml::Table, upper: &toml::Table) {
    for (key, value) in upper {
        match (lower.get_mut(key), value) {
            (Some(toml::Value::Table(old)), toml::Value::Table(new)) => merge(old, new),
            _ => {
                lower.insert(key.clone(), value.clone());
            }
        }
    }
}

fn line_at(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}
