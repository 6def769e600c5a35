//! Profiles of engines, merged from settings files, flags and environment.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Overrides, text::SettingsText};
use crate::{
    backend::{EngineKind, EngineTable, KeyHome, Reach, http::Secret},
    project::{ProjectError, SettingsError},
};

/// An engine under a name of the newsroom's own: `[backend.NAME]`.
#[derive(Clone)]
pub struct EngineProfile {
    /// Its kind.
    pub kind: EngineKind,
    /// Its name.
    name: String,
    /// The text of its settings file.
    text: Arc<str>,
    /// Settings from flags and environment.
    overrides: Vec<(&'static str, DeValue<'static>)>,
    /// Whether its address comes from a project's file, and so with a clone.
    address_in_project: bool,
    /// The key that the user has given for this run.
    given_key: Option<Secret>,
    /// Where its own keys belong.
    key_home: KeyHome,
    /// File and line of its table; empty for one without a file.
    place: String,
}

impl EngineProfile {
    /// A profile named after its kind, without settings.
    #[must_use]
    pub fn new(kind: EngineKind) -> Self {
        let name = kind.facts.kind.to_owned();
        let (text, overrides, place) = (Arc::from(""), Vec::new(), String::new());
        let (given_key, key_home) = (None, KeyHome::Here);
        Self { kind, name, text, overrides, address_in_project: false, given_key, key_home, place }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The key that the user has given for this run, which belongs where it is sent.
    #[must_use]
    pub const fn given_key(&self) -> Option<&Secret> {
        self.given_key.as_ref()
    }

    /// Where its own keys belong, those of its settings and its variable: to its own address, and not to that of a flag.
    #[must_use]
    pub const fn key_home(&self) -> &KeyHome {
        &self.key_home
    }

    /// The server that a project's file names for it, if that is where its address comes from.
    #[must_use]
    pub fn server_of_project(&self) -> Option<String> {
        self.address_in_project.then(|| self.endpoint().unwrap_or_default())
    }

    fn endpoint(&self) -> Option<String> {
        self.table().get("endpoint").and_then(|value| value.get_ref().as_str()).map(str::to_owned)
    }

    /// Replaces its address. What keys it has stay with the one that it had.
    fn move_to(&mut self, endpoint: &str) {
        self.key_home = match self.endpoint() {
            // An address of the project's file is none that anybody has given a key for.
            Some(_) if self.address_in_project => KeyHome::Maker,
            Some(own) => KeyHome::Address(own),
            None => KeyHome::Maker,
        };
        self.set("endpoint", DeValue::String(Cow::Owned(endpoint.to_owned())));
        self.address_in_project = false;
    }

    /// Its parsed settings, overridden by those of flags and environment.
    #[must_use]
    pub fn table(&self) -> EngineTable<'_> {
        let document = DeTable::parse(&self.text).map(Spanned::into_inner).unwrap_or_default();
        let mut table = tables(&document)
            .and_then(|tables| tables.iter().find(|(name, _)| name.get_ref().as_ref() == self.name))
            .and_then(|(_, table)| table.get_ref().as_table().cloned())
            .unwrap_or_default();
        for (key, value) in &self.overrides {
            table.insert(Spanned::new(0..0, Cow::Borrowed(*key)), Spanned::new(0..0, value.clone()));
        }
        table
    }

    fn set(&mut self, key: &'static str, value: DeValue<'static>) {
        self.overrides.push((key, value));
    }
}

/// The `backend` table of a settings file.
fn tables<'t, 'i>(document: &'t DeTable<'i>) -> Option<&'t DeTable<'i>> {
    setting(document, "backend")?.as_table()
}

fn setting<'t, 'i>(document: &'t DeTable<'i>, name: &str) -> Option<&'t DeValue<'i>> {
    document.iter().find(|(key, _)| key.get_ref().as_ref() == name).map(|(_, value)| value.get_ref())
}

impl std::fmt::Debug for EngineProfile {
    /// Writes the kind and the names of its settings, since values may be keys.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let table = self.table();
        let keys = table.keys().map(Spanned::get_ref);
        out.debug_list().entry(&self.kind.facts.kind).entries(keys).finish()
    }
}

impl PartialEq for EngineProfile {
    fn eq(&self, other: &Self) -> bool {
        self.kind.facts == other.kind.facts && format!("{:?}", self.table()) == format!("{:?}", other.table())
    }
}

/// Puts the profiles of a file over those of the files before it. Fails where a name has different kinds in two files,
/// and so would mean two engines.
pub(super) fn overlay(
    engines: &mut BTreeMap<String, EngineProfile>,
    file: &SettingsText<'_>,
    kinds: &[EngineKind],
) -> Result<(), ProjectError> {
    for (name, profile) in profiles(file, kinds)? {
        let kind = profile.kind.facts.kind;
        if let Some(other) = engines.get(&name).filter(|other| other.kind.facts.kind != kind) {
            let (there, at) = (other.kind.facts.kind, other.place.clone());
            let known = engines.keys().cloned().collect();
            let error = SettingsError::OtherKindThere { name, kind, there, at, known };
            return Err(ProjectError::setting(profile.place, error));
        }
        let mut profile = profile;
        // A project's table may change how the user's server is asked, and not which one it is: their key goes there.
        let own = engines.get(&name).filter(|_| file.in_project).and_then(EngineProfile::endpoint);
        if let Some(own) = own.filter(|_| profile.endpoint().is_none()) {
            profile.set("endpoint", DeValue::String(Cow::Owned(own)));
        }
        engines.insert(name, profile);
    }
    Ok(())
}

/// File and line of each name in a file's `backends`.
pub(super) fn chain_places(file: &SettingsText<'_>, chain: &[String]) -> BTreeMap<String, String> {
    let place = |number: usize| file.place_of(&["backends", &number.to_string()]);
    // Of a name that is there twice, the first place counts.
    chain.iter().enumerate().rev().map(|(number, name)| (name.clone(), place(number))).collect()
}

/// Reads the `[backend.NAME]` tables of a settings file.
///
/// Fails, with file and line, on an unknown kind, a setting that the kind does not take, a name that is another kind's,
/// and a setting that is not allowed in a project's file.
fn profiles(file: &SettingsText<'_>, kinds: &[EngineKind]) -> Result<BTreeMap<String, EngineProfile>, ProjectError> {
    let mut profiles = BTreeMap::new();
    // A file that is not TOML is reported by the reader of its other settings.
    let Ok(document) = DeTable::parse(file.text) else { return Ok(profiles) };
    let Some(tables) = tables(document.get_ref()) else { return Ok(profiles) };
    let text: Arc<str> = Arc::from(file.text);
    for (name, value) in tables {
        let name = name.get_ref().as_ref();
        let Some(table) = value.get_ref().as_table() else { continue };
        let kind = kind_of(file, name, table, value.span().start, kinds)?;
        let refused = kind.check(table).map_err(|error| wrong_setting(file, name, table, &kind, kinds, &error))?;
        if let Some(key) = refused.filter(|_| file.in_project) {
            let at = table.get(key).map_or(0, |value| value.span().start);
            return Err(ProjectError::setting(
                file.place(at),
                SettingsError::OnlyForUser { name: name.to_owned(), key },
            ));
        }
        let address_in_project = file.in_project && table.contains_key("endpoint");
        let (text, place) = (Arc::clone(&text), file.place(value.span().start));
        let profile =
            EngineProfile { name: name.to_owned(), text, address_in_project, place, ..EngineProfile::new(kind) };
        profiles.insert(name.to_owned(), profile);
    }
    Ok(profiles)
}

fn kind_of(
    file: &SettingsText<'_>,
    name: &str,
    table: &EngineTable<'_>,
    at: usize,
    kinds: &[EngineKind],
) -> Result<EngineKind, ProjectError> {
    let error = |at: usize, error: SettingsError| ProjectError::setting(file.place(at), error);
    let known = || kinds.iter().map(|kind| kind.facts.kind).collect::<Vec<_>>();
    let name = name.to_owned();
    let Some(value) = table.get("kind") else {
        return Err(error(at, SettingsError::NoKind { name, known: known() }));
    };
    let at = value.span().start;
    let Some(word) = value.get_ref().as_str() else {
        return Err(error(at, SettingsError::KindNotAWord { name, known: known() }));
    };
    let Some(kind) = kinds.iter().find(|known| known.facts.kind == word) else {
        return Err(error(at, SettingsError::UnknownKind { name, kind: word.to_owned(), known: known() }));
    };
    match kinds.iter().find(|kind| kind.facts.kind == name) {
        Some(other) if other.facts.kind != kind.facts.kind => {
            Err(error(at, SettingsError::NameOfKind { name, kind: kind.facts.kind, known: known() }))
        }
        _ => Ok(*kind),
    }
}

/// The error of a setting with a wrong name or type; names the kinds that do take it.
fn wrong_setting(
    file: &SettingsText<'_>,
    name: &str,
    table: &EngineTable<'_>,
    kind: &EngineKind,
    kinds: &[EngineKind],
    error: &toml::de::Error,
) -> ProjectError {
    let known = kind.keys();
    let unknown = table.iter().find(|(key, _)| {
        let key = key.get_ref().as_ref();
        key != "kind" && !known.iter().any(|known| known == key)
    });
    let (name, kind) = (name.to_owned(), kind.facts.kind);
    let Some((key, _)) = unknown else {
        let place = file.place(error.span().map_or(0, |span| span.start));
        let message = error.message().trim_end_matches('.').to_owned();
        return ProjectError::setting(place, SettingsError::Value { name, message, kind, known });
    };
    let (place, key) = (file.place(key.span().start), key.get_ref().as_ref().to_owned());
    let owners: Vec<&str> =
        kinds.iter().filter(|other| other.keys().contains(&key)).map(|other| other.facts.kind).collect();
    let error = if owners.is_empty() {
        SettingsError::UnknownSetting { name, key, kind, known }
    } else {
        SettingsError::SettingOfOthers { name, key, kind, owners, known }
    };
    ProjectError::setting(place, error)
}

/// Applies the settings of flags and environment to the one profile of the chain that takes them.
///
/// Fails where several profiles take one, where none takes a flag, and where a key would be sent to a server named in a
/// project's file.
pub(super) fn apply_overrides(
    profiles: &mut BTreeMap<String, EngineProfile>,
    chain: &[String],
    overrides: &Overrides,
    kinds: &[EngineKind],
) -> Result<(), ProjectError> {
    let text = |text: &String| DeValue::String(Cow::Owned(text.clone()));
    if let Some(endpoint) = &overrides.endpoint {
        let flag =
            Flag { name: "--endpoint", what: "an address", reach: Reach::Server, required: overrides.endpoint_is_flag };
        if let Some(profile) = flag.profile(profiles, chain, kinds)? {
            profile.move_to(endpoint);
        }
    }
    if let Some(model) = &overrides.model {
        let flag = Flag { name: "--model", what: "a model", reach: Reach::Server, required: overrides.model_is_flag };
        if let Some(profile) = flag.profile(profiles, chain, kinds)? {
            if profile.kind.keys().iter().any(|key| key == "model") {
                profile.set("model", text(model));
            } else if flag.required {
                return Err(ProjectError::setting(flag.name, SettingsError::NoTaker { what: flag.what }));
            }
        }
    }
    if let Some(key) = &overrides.api_key {
        // Who names backends for this run means the key for one of them.
        let required = !overrides.backends.is_empty();
        let flag = Flag { name: "TOLMACH_API_KEY", what: "a key", reach: Reach::Server, required };
        if let Some(profile) = flag.profile(profiles, chain, kinds)? {
            if let Some(server) = profile.server_of_project() {
                return Err(ProjectError::setting(flag.name, SettingsError::KeyForProjectServer { server }));
            }
            profile.given_key = Some(Secret::new(key.clone()));
        }
    }
    if let Some(from) = &overrides.from {
        let required = overrides.from_is_flag;
        let flag = Flag { name: "--from", what: "an edition to translate", reach: Reach::Machine, required };
        if let Some(profile) = flag.profile(profiles, chain, kinds)? {
            profile.set("from", text(&from.to_string()));
        }
    }
    if !overrides.program.is_empty() {
        let required = overrides.program_is_flag;
        let flag = Flag { name: "--program", what: "a program", reach: Reach::Program, required };
        if let Some(profile) = flag.profile(profiles, chain, kinds)? {
            let words = overrides.program.iter().map(|word| Spanned::new(0..0, text(word))).collect();
            profile.set("program", DeValue::Array(words));
        }
    }
    Ok(())
}

/// A setting from a flag or the environment.
struct Flag {
    name: &'static str,
    what: &'static str,
    /// The engines that take it.
    reach: Reach,
    /// Whether some profile must take it, as for a flag.
    required: bool,
}

impl Flag {
    /// The one profile of the chain that takes it.
    fn profile<'p>(
        &self,
        profiles: &'p mut BTreeMap<String, EngineProfile>,
        chain: &[String],
        kinds: &[EngineKind],
    ) -> Result<Option<&'p mut EngineProfile>, ProjectError> {
        let kind = |name: &str| kinds.iter().find(|kind| kind.facts.kind == name).copied();
        let kind = |name: &String| profiles.get(name).map(|profile| profile.kind).or_else(|| kind(name));
        let takers: Vec<(String, EngineKind)> = chain
            .iter()
            .filter_map(|name| Some((name.clone(), kind(name).filter(|kind| kind.facts.reach == self.reach)?)))
            .collect();
        let fail = |error| Err(ProjectError::setting(self.name, error));
        match takers.as_slice() {
            [(name, kind)] => Ok(Some(profiles.entry(name.clone()).or_insert_with(|| EngineProfile::new(*kind)))),
            [] if self.required => fail(SettingsError::NoTaker { what: self.what }),
            [] => Ok(None),
            takers => {
                let takers = takers.iter().map(|(name, _)| name.clone()).collect();
                fail(SettingsError::SeveralTakers { what: self.what, takers })
            }
        }
    }
}
