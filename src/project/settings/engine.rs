//! Profiles of engines, and where their settings may be written down.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::Overrides;
use crate::{
    backend::{EngineKind, EngineTable, Reach},
    project::ProjectError,
};

/// An engine under a name of the newsroom's own: `[backend.NAME]`.
#[derive(Clone)]
pub struct EngineProfile {
    /// Its kind.
    pub kind: EngineKind,
    /// Its name.
    name: String,
    /// The settings file that it stands in.
    text: Arc<str>,
    /// What flags and environment say.
    overrides: Vec<(&'static str, DeValue<'static>)>,
    /// Whether its address is one that a project's file names: that file comes with a clone.
    address_in_project: bool,
    /// File and line of its table; nothing for one that stands in no file.
    place: String,
}

impl EngineProfile {
    /// A profile with nothing but its kind, whose name it has.
    #[must_use]
    pub fn new(kind: EngineKind) -> Self {
        let name = kind.facts.kind.to_owned();
        let (text, overrides, place) = (Arc::from(""), Vec::new(), String::new());
        Self { kind, name, text, overrides, address_in_project: false, place }
    }

    /// Its settings as they were parsed, with those of flags and environment over them.
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
    /// The kind and the names of its settings: values may be keys.
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

/// One settings file: its name to show, its text, and whether it is the project's.
pub(super) struct SettingsText<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) in_project: bool,
}

/// Lays the profiles of a file over those of the files before it. A name that means another kind here than there would be
/// two engines to whoever reads either file.
pub(super) fn lay_over(
    engines: &mut BTreeMap<String, EngineProfile>,
    file: &SettingsText<'_>,
    kinds: &[EngineKind],
) -> Result<(), ProjectError> {
    for (name, profile) in profiles(file, kinds)? {
        let kind = profile.kind.facts.kind;
        if let Some(other) = engines.get(&name).filter(|other| other.kind.facts.kind != kind) {
            let (there, at) = (other.kind.facts.kind, &other.place);
            return Err(ProjectError::Settings {
                place: profile.place,
                message: format!("`backend.{name}` is of kind `{kind}` here and of kind `{there}` at {at}"),
                hint: format!("give one of them another name; the names are: {}", list(engines.keys())),
            });
        }
        engines.insert(name, profile);
    }
    Ok(())
}

/// Where a file's `backends` names each, as file and line.
pub(super) fn chain_places(file: &SettingsText<'_>) -> BTreeMap<String, String> {
    let Ok(document) = DeTable::parse(file.text) else { return BTreeMap::new() };
    let names = setting(document.get_ref(), "backends").and_then(DeValue::as_array);
    let names = names.into_iter().flat_map(|array| array.iter());
    names.filter_map(|name| Some((name.get_ref().as_str()?.to_owned(), file.place(name.span().start)))).collect()
}

fn list<'a>(names: impl Iterator<Item = &'a String>) -> String {
    names.map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Reads the `[backend.NAME]` tables of a settings file.
///
/// An unknown kind, a setting that the kind does not take, a name that means another kind already, and what may not
/// stand in a project's file are errors with file and line.
fn profiles(file: &SettingsText<'_>, kinds: &[EngineKind]) -> Result<BTreeMap<String, EngineProfile>, ProjectError> {
    let mut profiles = BTreeMap::new();
    // A file that is no TOML at all is reported by the reader of its other settings.
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
            return Err(ProjectError::Settings {
                place: file.place(at),
                message: format!("`backend.{name}.{key}` may not stand in a project's file"),
                hint: "programs, keys, proxies and servers elsewhere come from a flag, the environment or your own \
                       configuration (`tolmach doctor` shows where that is)"
                    .to_owned(),
            });
        }
        let address_in_project = file.in_project && table.contains_key("endpoint");
        let (name, text, overrides) = (name.to_owned(), Arc::clone(&text), Vec::new());
        let place = file.place(value.span().start);
        let profile = EngineProfile { kind, name: name.clone(), text, overrides, address_in_project, place };
        profiles.insert(name, profile);
    }
    Ok(profiles)
}

impl SettingsText<'_> {
    fn place(&self, at: usize) -> String {
        format!("{}:{}", self.name, super::file::line_of(self.text, at))
    }
}

fn kind_of(
    file: &SettingsText<'_>,
    name: &str,
    table: &EngineTable<'_>,
    at: usize,
    kinds: &[EngineKind],
) -> Result<EngineKind, ProjectError> {
    let error =
        |at: usize, message: String, hint: String| ProjectError::Settings { place: file.place(at), message, hint };
    let known = || kinds.iter().map(|kind| kind.facts.kind).collect::<Vec<_>>().join(", ");
    let Some(value) = table.get("kind") else {
        return Err(error(
            at,
            format!("`backend.{name}` does not say its `kind`"),
            format!("the kinds are: {}", known()),
        ));
    };
    let at = value.span().start;
    let Some(wanted) = value.get_ref().as_str() else {
        let message = format!("the `kind` of `backend.{name}` is no word in quotation marks");
        return Err(error(at, message, format!("the kinds are: {}", known())));
    };
    let Some(kind) = kinds.iter().find(|kind| kind.facts.kind == wanted) else {
        let message = format!("`backend.{name}` has the unknown kind `{wanted}`");
        return Err(error(at, message, format!("the kinds are: {}", known())));
    };
    match kinds.iter().find(|kind| kind.facts.kind == name) {
        Some(other) if other.facts.kind != kind.facts.kind => Err(error(
            at,
            format!("`backend.{name}` is of kind `{wanted}`, but `{name}` is a kind of its own"),
            format!("give the backend another name; the kinds are: {}", known()),
        )),
        _ => Ok(*kind),
    }
}

/// A setting with a wrong name or type, with whose setting it is instead.
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
    let own = kind.facts.kind;
    let hint = if known.is_empty() {
        format!("the kind `{own}` takes no settings")
    } else {
        format!("the settings of the kind `{own}` are: {}", known.join(", "))
    };
    let Some((key, _)) = unknown else {
        let place = file.place(error.span().map_or(0, |span| span.start));
        let message = format!("`backend.{name}`: {}", error.message().trim_end_matches('.'));
        return ProjectError::Settings { place, message, hint };
    };
    let (at, key) = (key.span().start, key.get_ref().as_ref());
    let owners: Vec<String> = kinds
        .iter()
        .filter(|other| other.keys().iter().any(|known| known == key))
        .map(|other| format!("`{}`", other.facts.kind))
        .collect();
    let message = if owners.is_empty() {
        format!("`backend.{name}` has the unknown setting `{key}`")
    } else {
        format!("`backend.{name}` is of kind `{own}`, and `{key}` is a setting of {}", owners.join(", "))
    };
    ProjectError::Settings { place: file.place(at), message, hint }
}

/// Lays the settings of flags and environment over the one profile of the chain that they can belong to.
///
/// Fails where two could be meant, where a flag has none to belong to, and where a key would go to the server that a
/// project's file names.
pub(super) fn apply_overrides(
    profiles: &mut BTreeMap<String, EngineProfile>,
    chain: &[String],
    overrides: &Overrides,
    kinds: &[EngineKind],
) -> Result<(), ProjectError> {
    let text = |text: &String| DeValue::String(Cow::Owned(text.clone()));
    if let Some(endpoint) = &overrides.endpoint {
        let flag =
            Flag { name: "--endpoint", what: "an address", reach: Reach::Server, given: overrides.endpoint_is_flag };
        if let Some(profile) = flag.profile(profiles, chain, kinds)? {
            profile.set("endpoint", text(endpoint));
            profile.address_in_project = false;
        }
    }
    if let Some(key) = &overrides.api_key {
        let flag = Flag { name: "TOLMACH_API_KEY", what: "a key", reach: Reach::Server, given: false };
        if let Some(profile) = flag.profile(profiles, chain, kinds)? {
            if profile.address_in_project {
                let table = profile.table();
                let named = table.get("endpoint").and_then(|value| value.get_ref().as_str()).unwrap_or_default();
                return Err(ProjectError::Settings {
                    place: flag.name.to_owned(),
                    message: format!("the key is not sent to `{named}`, which the project's file names"),
                    hint: "name the server yourself with --endpoint or TOLMACH_ENDPOINT".to_owned(),
                });
            }
            profile.set("api_key", text(key));
        }
    }
    if !overrides.program.is_empty() {
        let given = overrides.program_is_flag;
        let flag = Flag { name: "--program", what: "a program", reach: Reach::Program, given };
        if let Some(profile) = flag.profile(profiles, chain, kinds)? {
            let words = overrides.program.iter().map(|word| Spanned::new(0..0, text(word))).collect();
            profile.set("program", DeValue::Array(words));
        }
    }
    Ok(())
}

/// A setting from outside of the files.
struct Flag {
    name: &'static str,
    what: &'static str,
    /// Which engines take it.
    reach: Reach,
    /// Whether the user gave it for this very command, so that it must belong to something.
    given: bool,
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
        let refused = |message: String, hint: &str| {
            Err(ProjectError::Settings { place: self.name.to_owned(), message, hint: hint.to_owned() })
        };
        match takers.as_slice() {
            [(name, kind)] => Ok(Some(profiles.entry(name.clone()).or_insert_with(|| EngineProfile::new(*kind)))),
            [] if self.given => refused(
                format!("no backend of the chain takes {}", self.what),
                "name one with `--backend`; `tolmach doctor` lists them",
            ),
            [] => Ok(None),
            takers => {
                let names: Vec<&str> = takers.iter().map(|(name, _)| name.as_str()).collect();
                refused(
                    format!("{} could belong to `{}`", self.what, names.join("` or `")),
                    "name one of them with `--backend`, or write the settings of each into your own configuration",
                )
            }
        }
    }
}
