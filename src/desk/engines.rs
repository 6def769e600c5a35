//! The engines of a run, opened once for all its articles and locales.

use super::{DeskError, Registries};
use crate::{
    backend::{BackendError, EngineHandle, Opened, Reach, Setup},
    project::{Settings, file_version, settings::EngineProfile},
};

/// An opened entry of the chain.
pub(super) enum ChainLink {
    /// The project's memory, which differs by article and locale.
    Memory,
    /// An engine with its pacing.
    Engine {
        /// The only handle for its requests.
        handle: EngineHandle,
        /// Whether its requests are recorded in the ledger.
        recorded: bool,
    },
}

/// Opens the backends of the chain that the settings name.
pub(super) fn open_chain(settings: &Settings, registries: &Registries) -> Result<Vec<ChainLink>, DeskError> {
    settings.backends.iter().map(|name| open_link(name, settings, registries)).collect()
}

/// Checks that the chain of the settings can be opened.
pub fn check_chain(settings: &Settings, registries: &Registries) -> Result<(), DeskError> {
    open_chain(settings, registries).map(|_| ())
}

fn open_link(name: &str, settings: &Settings, registries: &Registries) -> Result<ChainLink, DeskError> {
    let built_in =
        || registries.engines.iter().find(|kind| kind.facts.kind == name).map(|kind| EngineProfile::new(*kind));
    let Some(profile) = settings.engines.get(name).cloned().or_else(built_in) else {
        return Err(settings.unknown_backend(name, &registries.engines).into());
    };
    let (kind, reach) = (profile.kind, profile.kind.facts.reach);
    if reach == Reach::Server && settings.offline {
        return Err(BackendError::Offline { engine: name.to_owned() }.into());
    }
    let table = profile.table();
    let calls = kind.calls(&table).map_err(|error| DeskError::from_opening(name, error))?;
    let setup = Setup { name, calls: &calls, file_version: &file_version, guard: &registries.guard };
    match kind.open(&table, setup).map_err(|error| DeskError::from_opening(name, error))? {
        Opened::Memory => Ok(ChainLink::Memory),
        Opened::Backend(backend) => {
            let rates =
                if reach == Reach::Inside { crate::backend::Rates::default() } else { calls.rates(settings.jobs) };
            Ok(ChainLink::Engine { handle: EngineHandle::new(backend, rates), recorded: reach != Reach::Inside })
        }
    }
}
