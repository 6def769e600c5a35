//! The files of each locale, and the profiles merged from them.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use super::{
    Profile, ProfileError, embedded, embedded_files,
    profile::{merge, read},
    unused::MAX_OPPOSITES,
};
use crate::model::Locale;

/// The folder that applies to every locale.
const ROOT: &str = "root";

/// All locales: the embedded files and a project's overrides.
#[derive(Debug, Clone, Default)]
pub struct Locales {
    overrides: Vec<Override>,
    profiles: BTreeMap<String, Profile>,
}

/// A project's own file for a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// The locale; a file for all locales is not supported.
    pub locale: Locale,
    /// Its path for error messages, ending in its name: `locales/be/profile.toml`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Override {
    fn is_named(&self, name: &str) -> bool {
        self.path.rsplit(['/', '\\']).next() == Some(name)
    }
}

/// One of the files of a locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layer<'a> {
    /// Its path for error messages.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

static EMBEDDED: LazyLock<Locales> =
    // The test suite reads every embedded profile, so a failure here cannot be released.
    LazyLock::new(|| Locales::read(Vec::new(), None).unwrap_or_default());

static EMPTY: LazyLock<Profile> = LazyLock::new(Profile::default);

impl Locales {
    /// The embedded locales.
    #[must_use]
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// The embedded locales with a project's overrides.
    ///
    /// Only files named `profile.toml` are read here; the others are kept for [`Locales::layers`]. Fails on the first
    /// profile that is not valid TOML, has an unknown key or a value of the wrong type.
    pub fn with(overrides: Vec<Override>) -> Result<Self, ProfileError> {
        Self::read(overrides, Some(Self::embedded()))
    }

    /// Reads the profiles; those that no override concerns are taken from `known`.
    fn read(overrides: Vec<Override>, known: Option<&Self>) -> Result<Self, ProfileError> {
        let mut locales = Self { overrides, profiles: BTreeMap::new() };
        let mut tags: Vec<String> = embedded_files()
            .filter(|(path, _)| path.ends_with("/profile.toml"))
            .filter_map(|(path, _)| path.split('/').next())
            .map(str::to_owned)
            .chain(locales.overrides.iter().map(|file| file.locale.to_string()))
            .collect();
        tags.sort_unstable();
        tags.dedup();
        for tag in tags {
            let chain = if tag == ROOT { vec![ROOT.to_owned()] } else { chain(&tag) };
            let mut own = locales.overrides.iter().filter(|file| chain.contains(&file.locale.to_string()));
            let known = known.filter(|_| !own.any(|file| file.is_named("profile.toml")));
            if let Some(profile) = known.and_then(|known| known.profiles.get(&tag)) {
                locales.profiles.insert(tag, profile.clone());
                continue;
            }
            let mut table = toml::Table::new();
            let mut last = ROOT;
            for layer in locales.layers_of(&chain, "profile.toml") {
                merge(&mut table, &read(layer.path, layer.text)?);
                last = layer.path;
            }
            let profile = Profile::deserialize(table).map_err(|error| ProfileError {
                file: last.to_owned(),
                line: 1,
                message: error.message().to_owned(),
            })?;
            if profile.opposites.len() > MAX_OPPOSITES {
                let count = profile.opposites.len();
                let message = format!(
                    "`opposites` has {count} kinds with those of the layers below, and may have {MAX_OPPOSITES}"
                );
                return Err(ProfileError { file: last.to_owned(), line: 1, message });
            }
            locales.profiles.insert(tag, profile);
        }
        Ok(locales)
    }

    /// The profile of a locale, or of the nearest one above it: be-tarask, be, root.
    #[must_use]
    pub fn profile(&self, locale: &Locale) -> &Profile {
        let known = chain(&locale.to_string()).iter().rev().find_map(|tag| self.profiles.get(tag));
        known.unwrap_or(&EMPTY)
    }

    /// Whether the locale or its language has a profile.
    #[must_use]
    pub fn is_known(&self, locale: &Locale) -> bool {
        self.profiles.contains_key(&locale.to_string()) || self.profiles.contains_key(locale.language())
    }

    /// The tags that have a profile, sorted, without `root`.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.profiles.keys().map(String::as_str).filter(|tag| *tag != ROOT)
    }

    /// The files of this name (`segmentation.toml`) that apply to a locale, from general to specific; within one locale
    /// the project's own follows the embedded one.
    #[must_use]
    pub fn layers(&self, locale: &Locale, name: &str) -> Vec<Layer<'_>> {
        self.layers_of(&chain(&locale.to_string()), name)
    }

    fn layers_of(&self, chain: &[String], name: &str) -> Vec<Layer<'_>> {
        let mut layers = Vec::new();
        for tag in chain {
            if let Some((path, text)) = embedded_layer(tag, name) {
                layers.push(Layer { path, text });
            }
            let overrides = self.overrides.iter().filter(|file| file.locale.to_string() == *tag);
            let named = overrides.filter(|file| file.is_named(name));
            layers.extend(named.map(|file| Layer { path: &file.path, text: &file.text }));
        }
        layers
    }
}

fn embedded_layer(tag: &str, name: &str) -> Option<(&'static str, &'static str)> {
    let path = format!("{tag}/{name}");
    let text = embedded(&path)?;
    embedded_files().find(|(known, _)| *known == path).map(|(path, _)| (path, text))
}

/// The tags that apply to a tag, from root to itself: root, be, be-tarask; root, be, be-tarask, be-BY, be-BY-tarask. A
/// shorter tag drops subtags at the end (RFC 4647, lookup), and a variant applies without the region too.
fn chain(tag: &str) -> Vec<String> {
    let mut chain = vec![ROOT.to_owned()];
    let subtags: Vec<&str> = tag.split('-').collect();
    let is_variant = |subtag: &&str| subtag.len() >= 5 || subtag.starts_with(|first: char| first.is_ascii_digit());
    let variants: Vec<&str> = subtags.iter().skip(1).copied().filter(is_variant).collect();
    let mut built = String::new();
    for (index, subtag) in subtags.iter().enumerate() {
        if index > 0 {
            built.push('-');
        }
        built.push_str(subtag);
        if index + variants.len() == subtags.len() - 1 && index > 0 && !variants.is_empty() {
            // Before the variants join the region, they apply without it.
            chain.push(format!("{}-{}", subtags.first().unwrap_or(&ROOT), variants.join("-")));
        }
        chain.push(built.clone());
    }
    chain
}
