//! The engines of a run, opened once for all its articles and locales.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use url::form_urlencoded;

use super::{DeskError, Registries};
use crate::{
    backend::{Apertium, Backend, BackendError, EngineHandle, Opened, Prompt, Rates, Reach, Replay, Setup, Stop},
    ledger::BillingUnit,
    locale::Locales,
    model::Pair,
    project::{
        Layout, LineFile, Settings, create_lines, file_version, key_of, prompt_template, read_if_there,
        settings::EngineProfile,
    },
};

/// An opened entry of the chain.
pub(super) enum ChainLink {
    /// The project's memory, which differs by article and locale.
    Memory,
    /// Apertium, whose questions are made of another edition.
    Apertium(Apertium),
    /// An engine with its pacing.
    Engine {
        /// The only handle for its requests.
        handle: Box<EngineHandle>,
        /// Whether its requests are recorded in the ledger.
        recorded: bool,
    },
}

/// What becomes of a run's traffic with its engines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Traffic<'a> {
    /// It goes to the engines and is not kept, but for the ledger.
    #[default]
    Live,
    /// It is recorded in this folder, too.
    Record(&'a Path),
    /// It is played from this folder, and no engine is opened.
    Replay(&'a Path),
}

/// Opens the backends of the chain that the settings name.
pub(super) fn open_chain(
    settings: &Settings,
    registries: &Registries,
    layout: Option<&Layout>,
    locales: &Locales,
    traffic: Traffic<'_>,
    stop: &Stop,
) -> Result<Vec<ChainLink>, DeskError> {
    let prompt = open_prompt(settings, layout, locales)?;
    settings.backends.iter().map(|name| open_link(name, settings, registries, traffic, &prompt, stop)).collect()
}

/// Checks that the chain of the settings can be opened.
pub fn check_chain(
    settings: &Settings,
    registries: &Registries,
    layout: Option<&Layout>,
    locales: &Locales,
) -> Result<(), DeskError> {
    open_chain(settings, registries, layout, locales, Traffic::Live, &Stop::default()).map(|_| ())
}

/// The prompt for models: the project's, the user's or the built-in one, with the names of the project's languages.
fn open_prompt(settings: &Settings, layout: Option<&Layout>, locales: &Locales) -> Result<Prompt, DeskError> {
    let prompt = match prompt_template(layout)? {
        Some((name, text)) => Prompt::new(&name, &text)?,
        None => Prompt::default(),
    };
    let tags = std::iter::once(&settings.source).chain(&settings.all_targets).chain(&settings.targets);
    let named = tags.filter_map(|locale| Some((locale.to_string(), locales.profile(locale).names.get("en")?.clone())));
    Ok(prompt.with_names(named.collect()))
}

fn open_link(
    name: &str,
    settings: &Settings,
    registries: &Registries,
    traffic: Traffic<'_>,
    prompt: &Prompt,
    stop: &Stop,
) -> Result<ChainLink, DeskError> {
    let built_in =
        || registries.engines.iter().find(|kind| kind.facts.kind == name).map(|kind| EngineProfile::new(*kind));
    let Some(profile) = settings.engines.get(name).cloned().or_else(built_in) else {
        return Err(settings.unknown_backend(name, &registries.engines).into());
    };
    let (kind, reach) = (profile.kind, profile.kind.facts.reach);
    let table = profile.table();
    let calls = kind.calls(&table).map_err(|error| DeskError::from_opening(name, error))?;
    let passes_on = calls.fallback.unwrap_or_default();
    if let (Traffic::Replay(folder), true) = (traffic, matches!(reach, Reach::Program | Reach::Server)) {
        let handle = EngineHandle::new(Box::new(replay(name, folder)?), Rates::default()).passing_on(passes_on);
        return Ok(ChainLink::Engine { handle: Box::new(handle), recorded: false });
    }
    if reach == Reach::Server && settings.offline {
        return Err(BackendError::Offline { engine: name.to_owned() }.into());
    }
    let server = kind.server(&table).map_err(|error| DeskError::from_opening(name, error))?;
    let key = if reach == Reach::Server { key_of(&profile, &server, stop) } else { Ok(None) };
    // Whatever a program says that was ended in the middle.
    let key =
        key.map_err(|error| if stop.is_set() { BackendError::Interrupted.into() } else { DeskError::from(error) })?;
    let setup = Setup {
        name,
        calls: &calls,
        server: &server,
        key: key.as_ref(),
        prompt,
        file_version: &file_version,
        guard: &registries.guard,
    };
    match kind.open(&table, setup).map_err(|error| DeskError::from_opening(name, error))? {
        Opened::Memory => Ok(ChainLink::Memory),
        Opened::Apertium(apertium) => Ok(ChainLink::Apertium(apertium)),
        Opened::Backend(backend) => {
            let any = Pair { source: settings.source.clone(), target: settings.source.clone() };
            if calls.price.as_ref().is_some_and(|price| price.per == BillingUnit::Tokens)
                && backend.tokens(&any, &[]).is_none()
            {
                let problem = "it counts no tokens, so it has no price per token".to_owned();
                return Err(BackendError::Setting { engine: name.to_owned(), problem }.into());
            }
            let rates = if reach == Reach::Inside { Rates::default() } else { calls.rates(settings.jobs) };
            // A program may send on what it is given; of a server's address it is known where texts go.
            let is_local = calls.local.unwrap_or_else(|| reach == Reach::Server && server.is_on_this_machine());
            let handle = EngineHandle::new(backend, rates).reaching(reach, is_local).priced(calls.price);
            let mut handle = handle.passing_on(passes_on);
            if let (Traffic::Record(folder), true) = (traffic, reach != Reach::Inside) {
                handle = record(name, handle, folder);
            }
            Ok(ChainLink::Engine { handle: Box::new(handle), recorded: reach != Reach::Inside })
        }
    }
}

/// Records the traffic with an engine in a file of this folder, which is made with the first call.
fn record(name: &str, handle: EngineHandle, folder: &Path) -> EngineHandle {
    let path = recording(name, folder);
    let mut opened: Option<LineFile> = None;
    handle.recorded(move |line| {
        let mut lines = match opened.take() {
            Some(lines) => lines,
            None => create_lines(&path).map_err(|cause| cause.to_string())?,
        };
        let appended = lines.append(line).map_err(|cause| cause.to_string());
        opened = Some(lines);
        appended
    })
}

/// The recording of a backend in this folder.
fn replay(name: &str, folder: &Path) -> Result<Replay, DeskError> {
    let path = recording(name, folder);
    let error =
        |cause: String| BackendError::NoRecording { engine: name.to_owned(), file: path.display().to_string(), cause };
    let text = match read_if_there(&path).map_err(|cause| error(cause.to_string()))? {
        Some(bytes) => String::from_utf8(bytes).map_err(|cause| error(cause.to_string()))?,
        None => return Err(error("there is no such file".to_owned()).into()),
    };
    Ok(Replay::read(&text).map_err(|cause| error(cause.to_string()))?)
}

/// The file with the recording of a backend; its name may be anything, and must not lead elsewhere.
fn recording(name: &str, folder: &Path) -> PathBuf {
    let safe: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
    folder.join(format!("{safe}.jsonl"))
}

/// Checks that the cost of all engines can be added up: each has a price or is local, and all are in one currency.
pub(super) fn check_prices(chain: &[ChainLink]) -> Result<(), BackendError> {
    let mut currencies = BTreeSet::new();
    for link in chain {
        let ChainLink::Engine { handle, .. } = link else { continue };
        match handle.price() {
            Some(price) => _ = currencies.insert(price.currency.clone()),
            None if handle.is_local() => {}
            None => return Err(BackendError::NoPrice { engine: handle.name().to_owned() }),
        }
    }
    if currencies.len() > 1 {
        return Err(BackendError::Currencies { currencies: currencies.into_iter().collect() });
    }
    Ok(())
}
