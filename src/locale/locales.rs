//! The files of each locale, and the profiles merged from them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{LazyLock, OnceLock},
};

use serde::Deserialize;

use super::{
    Profile, ProfileError, embedded, embedded_files,
    layer::{merge, parse, read},
    unused::MAX_OPPOSITES,
};
use crate::model::Locale;

/// The folder that applies to every locale.
const ROOT: &str = "root";

/// All locales: the embedded files and a project's overrides.
#[derive(Debug, Clone, Default)]
pub struct Locales {
    overrides: Vec<Override>,
    /// The profiles that overrides concern; all others are the embedded ones.
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
    fn name(&self) -> &str {
        self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path)
    }

    fn is_named(&self, name: &str) -> bool {
        self.name() == name
    }

    /// Whether this is a copy of the embedded file.
    fn is_embedded(&self) -> bool {
        embedded(&format!("{}/{}", self.locale, self.name())) == Some(self.text.as_str())
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

static EMBEDDED: Locales = Locales { overrides: Vec::new(), profiles: BTreeMap::new() };

/// The embedded profiles by tag, each read when it is first asked for: a command needs few of them.
static PROFILES: LazyLock<BTreeMap<&str, OnceLock<Profile>>> =
    LazyLock::new(|| embedded_tags().map(|tag| (tag, OnceLock::new())).collect());

static EMPTY: LazyLock<Profile> = LazyLock::new(Profile::default);

impl Locales {
    /// The embedded locales.
    #[must_use]
    pub const fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// The embedded locales with a project's overrides.
    ///
    /// Only files named `profile.toml` are read here; the others are kept for [`Locales::layers`]. Fails on the first
    /// profile that is not valid TOML, has an unknown key or a value of the wrong type.
    pub fn with(mut overrides: Vec<Override>) -> Result<Self, ProfileError> {
        // A copy of an embedded file says nothing new.
        overrides.retain(|file| !file.is_embedded());
        let mut locales = Self { overrides, profiles: BTreeMap::new() };
        let tags_of = |files: &mut dyn Iterator<Item = &Override>| -> BTreeSet<String> {
            files.map(|file| file.locale.to_string()).collect()
        };
        let changed = tags_of(&mut locales.overrides.iter().filter(|file| file.is_named("profile.toml")));
        let own = tags_of(&mut locales.overrides.iter());
        let is_affected =
            |tag: &&str| !PROFILES.contains_key(tag) || chain(tag).iter().any(|layer| changed.contains(layer));
        let tags: BTreeSet<String> = embedded_tags().map(str::to_owned).chain(own).collect();
        for tag in tags.iter().map(String::as_str).filter(is_affected) {
            let profile = read_profile(&locales, tag)?;
            locales.profiles.insert(tag.to_owned(), profile);
        }
        Ok(locales)
    }

    /// The profile of a locale, or of the nearest one above it: be-tarask, be, root.
    #[must_use]
    pub fn profile(&self, locale: &Locale) -> &Profile {
        let known = |tag: &String| self.profiles.get(tag).or_else(|| embedded_profile(tag));
        chain(&locale.to_string()).iter().rev().find_map(known).unwrap_or(&EMPTY)
    }

    /// Whether the project has files of its own with one of these names that apply to a locale.
    #[must_use]
    pub fn has_own(&self, locale: &Locale, names: &[&str]) -> bool {
        let chain = chain(&locale.to_string());
        let own = self.overrides.iter().filter(|file| names.contains(&file.name()));
        own.map(|file| file.locale.to_string()).any(|tag| chain.contains(&tag))
    }

    /// Whether the locale or its language has a profile.
    #[must_use]
    pub fn is_known(&self, locale: &Locale) -> bool {
        let has = |tag: &str| self.profiles.contains_key(tag) || PROFILES.contains_key(tag);
        has(&locale.to_string()) || has(locale.language())
    }

    /// The tags that have a profile, sorted, without `root`.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        let mut tags: BTreeSet<&str> = self.profiles.keys().map(String::as_str).collect();
        for tag in embedded_tags() {
            tags.insert(tag);
        }
        tags.into_iter().filter(|tag| *tag != ROOT)
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

/// The tags of the embedded profiles, `root` among them.
fn embedded_tags() -> impl Iterator<Item = &'static str> {
    embedded_files().filter_map(|(path, _)| path.strip_suffix("/profile.toml"))
}

/// An embedded profile. The test suite reads each of them, so a failure here cannot be released.
fn embedded_profile(tag: &str) -> Option<&'static Profile> {
    let profile = PROFILES.get(tag)?;
    Some(profile.get_or_init(|| read_profile(&EMBEDDED, tag).unwrap_or_default()))
}

/// Merges a profile from the layers of its tag.
fn read_profile(locales: &Locales, tag: &str) -> Result<Profile, ProfileError> {
    let chain = if tag == ROOT { vec![ROOT.to_owned()] } else { chain(tag) };
    let mut table = toml::Table::new();
    let mut last = ROOT;
    for layer in locales.layers_of(&chain, "profile.toml") {
        // The test suite has read each of ours by itself.
        let is_ours = embedded(layer.path) == Some(layer.text);
        merge(&mut table, &if is_ours { parse(layer.path, layer.text) } else { read(layer.path, layer.text) }?);
        last = layer.path;
    }
    let error = |message: String| ProfileError { file: last.to_owned(), line: 1, message };
    let profile = Profile::deserialize(table).map_err(|fault| error(fault.message().to_owned()))?;
    if profile.opposites.len() > MAX_OPPOSITES {
        let count = profile.opposites.len();
        return Err(error(format!(
            "`opposites` has {count} kinds with those of the layers below, and may have {MAX_OPPOSITES}"
        )));
    }
    Ok(profile)
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
