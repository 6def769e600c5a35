//! Settings from flags and environment.

use std::num::NonZeroUsize;

use super::Missing;
use crate::model::{Locale, Severity, State};

/// Settings from flags and environment; each one that is set takes precedence over the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a separate flag")]
pub struct Overrides {
    /// `--locale` / `TOLMACH_LOCALE`: only these targets.
    pub targets: Vec<Locale>,
    /// `--backend` / `TOLMACH_BACKEND`.
    pub backends: Vec<String>,
    /// `--endpoint` / `TOLMACH_ENDPOINT`: address of the one server in the chain.
    pub endpoint: Option<String>,
    /// Whether the address was given as a flag.
    pub endpoint_is_flag: bool,
    /// `--model` / `TOLMACH_MODEL`: model of the one server in the chain.
    pub model: Option<String>,
    /// Whether the model was given as a flag.
    pub model_is_flag: bool,
    /// `TOLMACH_API_KEY`: key of the one server in the chain; never a flag, so that it is in no process list.
    pub api_key: Option<String>,
    /// `--program` / `TOLMACH_PROGRAM`: program and arguments of the one program in the chain.
    pub program: Vec<String>,
    /// Whether the program was given as a flag.
    pub program_is_flag: bool,
    /// `--from` / `TOLMACH_FROM`: the locale whose edition the one engine for kin languages translates.
    pub from: Option<Locale>,
    /// Whether that locale was given as a flag.
    pub from_is_flag: bool,
    /// `--require` / `TOLMACH_REQUIRE`.
    pub require: Option<State>,
    /// `--allow-missing`.
    pub missing: Option<Missing>,
    /// `--fail-on` / `TOLMACH_FAIL_ON`.
    pub fail_on: Option<Option<Severity>>,
    /// `--offline` / `TOLMACH_OFFLINE`.
    pub offline: bool,
    /// `--jobs` / `TOLMACH_JOBS`.
    pub jobs: Option<NonZeroUsize>,
}
