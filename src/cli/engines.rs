//! Whom the settings mean by the names of backends.

use std::{sync::Arc, time::Duration};

use sha2::{Digest, Sha256};

use super::exit::{Exit, Failure};
use crate::{
    backend::{
        Backend, BackendError, Command, Program, Pseudo, Review,
        http::{Http, HttpSettings, LibreTranslate, Secret},
    },
    project::{
        Settings,
        settings::{Engine, EngineKind},
    },
};

/// Engines whose drafts only hold a place.
pub(crate) const PLACEHOLDERS: &[&str] = &["pseudo"];

/// One name of the chain.
pub(crate) enum Chosen {
    /// The project's memory: it is another one for each locale.
    Memory,
    /// Anyone else.
    Backend(Box<dyn Backend>),
}

impl From<BackendError> for Failure {
    fn from(error: BackendError) -> Self {
        let exit = match &error {
            BackendError::Interrupted => Exit::Interrupted,
            error if error.is_unfinished() => Exit::Unfinished,
            _ => Exit::Usage,
        };
        Self::from_error(&error, Some(error.hint().to_owned()), exit)
    }
}

/// The chain of backends that the settings name.
pub(crate) fn chosen(settings: &Settings) -> Result<Vec<Chosen>, Failure> {
    settings.backends.iter().map(|name| backend(name, settings)).collect()
}

fn backend(name: &str, settings: &Settings) -> Result<Chosen, Failure> {
    match name {
        "memory" => return Ok(Chosen::Memory),
        "review" => return Ok(Chosen::Backend(Box::new(Review))),
        "pseudo" => return Ok(Chosen::Backend(Box::new(Pseudo))),
        _ => {}
    }
    let Some(engine) = settings.engines.get(name) else {
        return Err(match name {
            "libretranslate" => Failure::usage(
                "the backend `libretranslate` has no address",
                "give `--endpoint http://127.0.0.1:5000`, or set TOLMACH_ENDPOINT",
            ),
            "command" => Failure::usage(
                "the backend `command` has no program",
                "give `--program 'PROGRAM ARGUMENT…'`, or set TOLMACH_PROGRAM",
            ),
            _ => Failure::usage(
                format!("there is no backend `{name}`"),
                format!("the backends are: {}", known(settings).join(", ")),
            ),
        });
    };
    Ok(Chosen::Backend(match engine.kind {
        EngineKind::Libretranslate => Box::new(libretranslate(name, engine, settings)?),
        EngineKind::Command => Box::new(command(name, engine)?),
    }))
}

fn libretranslate(name: &str, engine: &Engine, settings: &Settings) -> Result<LibreTranslate, Failure> {
    if settings.offline {
        return Err(Failure::usage(
            format!("the backend `{name}` needs the network, and `--offline` holds"),
            "leave `--offline` out, or choose another backend",
        ));
    }
    let Some(endpoint) = &engine.endpoint else {
        return Err(Failure::usage(
            format!("the backend `{name}` has no address"),
            "give `--endpoint http://127.0.0.1:5000`, or set TOLMACH_ENDPOINT",
        ));
    };
    let mut http = HttpSettings { proxy: engine.proxy.clone(), ..HttpSettings::default() };
    if let Some(seconds) = engine.timeout {
        http.total = Duration::from_secs(seconds);
    }
    let setting = |problem: String| BackendError::Setting { engine: name.to_owned(), problem };
    let transport = Http::new(http).map_err(|error| setting(error.to_string()))?;
    let key = engine.api_key.clone().map(Secret::new);
    let mut backend = LibreTranslate::new(endpoint, key, Arc::new(transport))?;
    backend.form = engine.form.unwrap_or(false);
    if backend.form || engine.batch == Some(false) {
        backend.limits.texts = 1;
    }
    Ok(backend)
}

fn command(name: &str, engine: &Engine) -> Result<Command, Failure> {
    let mut program = Program::new(engine.program.clone());
    program.version = version(&program.argv);
    if let Some(seconds) = engine.timeout {
        program.time_out = Duration::from_secs(seconds);
    }
    if engine.batch == Some(false) {
        program.limits.texts = 1;
    }
    Ok(Command::new(name, program)?)
}

/// What changes when a program is edited: a digest of those of its words that are files, `translate.py` among them.
fn version(argv: &[String]) -> String {
    let mut digest = Sha256::new();
    for bytes in argv.iter().filter_map(|word| std::fs::read(word).ok()) {
        digest.update(bytes);
    }
    let number = digest.finalize().iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{number:016x}")
}

/// Every name that could stand in `backends`.
pub(crate) fn known(settings: &Settings) -> Vec<String> {
    let mut names: Vec<String> =
        ["memory", "review", "pseudo", "command", "libretranslate"].map(str::to_owned).to_vec();
    names.extend(settings.engines.keys().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>());
    names
}
