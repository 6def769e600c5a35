//! Who translates?
//!
//! A [`Backend`] takes requests and returns answers. It blocks, and knows nothing of files, retries or money. The
//! driver ([`drive()`]) does the rest: it makes batches, protects inline codes ([`protect()`]), consults the ledger
//! first, retries, bisects, and accepts no draft without inspecting it ([`inspect()`]). An engine that answers `200 OK`
//! or exits with 0 may still have lost half of the text, so drafts are inspected segment by segment. A bad one is
//! requested once more by itself, with what was wrong; then forms of terms are put right where they are certain ([`Judge`]),
//! and what is still bad is rejected with its reason. Drafts that are sound one by one are compared with each
//! other ([`Compare`]).
//!
//! Implementors: [`ReviewOnly`] (human review only: the default), [`Lookup`] (memory, a speaker's original wording),
//! [`Pseudo`], [`CommandBackend`] (any program), [`Apertium`] (kin languages), and the engines behind a server in
//! [`http`].

pub mod apertium;
mod batch;
mod budget;
mod charge;
mod claims;
mod command;
mod drive;
mod dry_run;
mod engine;
mod error;
mod handle;
pub mod http;
mod inspect;
mod lean;
mod limits;
mod lookup;
mod options;
mod pace;
mod protect;
mod pseudo;
mod reach;
mod reason;
mod recording;
mod repetition;
mod round;
mod server;
mod stop;
mod translator;
mod verbatim;
mod wrapping;

pub use apertium::Apertium;
pub use budget::{Budget, BudgetLimit};
pub use charge::Charge;
pub use claims::Claims;
pub use command::{CommandBackend, Program, stand_guard};
pub use drive::{DriveOutcome, Rejection, drive};
pub use dry_run::{DryRun, PlannedRequest};
pub use engine::{CallSettings, EngineFacts, EngineKind, EngineSettings, EngineTable, OpenError, Opened, Setup};
pub use error::{BackendError, Remedy};
pub use handle::EngineHandle;
pub use http::{Prompt, PromptError};
pub use inspect::inspect;
pub use limits::{Limits, SizeUnit};
pub use lookup::{Lookup, ReviewOnly};
pub use options::{Compare, DraftVerdict, DriveOptions, FormChange, Judge, MendedDraft};
pub use pace::{CallSlot, Clock, Pacing, Patience, Rates, SystemClock};
pub use protect::{PROTECTION, Protected, protect};
pub use pseudo::{Pseudo, pseudo};
pub use reach::Reach;
pub use reason::RejectionReason;
pub use recording::{Replay, ReplayError};
pub use server::{BoundKey, KeyHome, ServerSettings};
pub use stop::Stop;
pub use translator::{Answer, Backend, Capabilities, Charged, EarlierDraft, Request, Sibling, Similar};
pub use verbatim::verbatim;

/// The built-in kinds of engines, in the order in which help lists them.
pub const BUILT_IN: &[EngineKind] = &[
    EngineKind::of::<lookup::MemorySettings>(),
    EngineKind::of::<lookup::ReviewSettings>(),
    EngineKind::of::<pseudo::PseudoSettings>(),
    EngineKind::of::<apertium::ApertiumSettings>(),
    EngineKind::of::<command::CommandSettings>(),
    EngineKind::of::<http::LibreTranslateSettings>(),
    EngineKind::of::<http::DeepLSettings>(),
    EngineKind::of::<http::GoogleSettings>(),
    EngineKind::of::<http::AzureSettings>(),
    EngineKind::of::<http::OpenAiSettings>(),
];
