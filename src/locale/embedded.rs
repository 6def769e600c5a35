//! The files of `locales/` embedded in the binary.

/// Path below `locales/` and text, sorted by path; written by `build.rs`.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The text of an embedded file by its path below `locales/` (`be/profile.toml`).
#[must_use]
pub fn embedded(path: &str) -> Option<&'static str> {
    let at = FILES.binary_search_by_key(&path, |(name, _)| name).ok()?;
    FILES.get(at).map(|(_, text)| *text)
}

/// Every embedded file as path below `locales/` and text, sorted by path.
pub fn embedded_files() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied()
}
