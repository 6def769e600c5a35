//! Who translates?
//!
//! A [`Backend`] is handed requests and gives answers; it blocks, and knows nothing of files, retries or money. The
//! driver ([`drive()`]) stands around it: it makes batches, protects codes ([`protect()`]), asks the ledger first, retries,
//! bisects, and believes no draft that it has not inspected ([`inspect()`]). An engine that answers `200 OK` or exits
//! with 0 may still have lost half of the text; so every draft is looked at, segment by segment, and a bad one is asked
//! for again alone and then left out with its reason.
//!
//! Implementors: [`ReviewOnly`] (people only: the default), [`Lookup`] (memory, a speaker's own wording), [`Pseudo`],
//! [`CommandBackend`] (any program), [`LibreTranslate`](http::LibreTranslate).

mod command;
mod drive;
mod engine;
mod error;
mod handle;
pub mod http;
mod inspect;
mod lookup;
mod options;
mod pace;
mod protect;
mod pseudo;
mod reason;
mod round;
mod stop;
mod translator;
mod verbatim;

pub use command::{CommandBackend, Program};
pub use drive::{DriveOutcome, Rejection, drive};
pub use engine::{CallSettings, EngineFacts, EngineKind, EngineSettings, EngineTable, OpenError, Opened, Reach, Setup};
pub use error::{BackendError, Remedy};
pub use handle::EngineHandle;
pub use inspect::inspect;
pub use lookup::{Lookup, ReviewOnly};
pub use options::{Accept, DriveOptions};
pub use pace::{CallSlot, Clock, Pacing, Patience, Rates, SystemClock};
pub use protect::{PROTECTION, Protected, protect};
pub use pseudo::{Pseudo, pseudo};
pub use reason::RejectionReason;
pub use stop::Stop;
pub use translator::{Answer, Backend, Capabilities, Limits, Request};
pub use verbatim::verbatim;

/// Every kind that comes with tolmach, in the order in which people read them.
pub const BUILT_IN: &[EngineKind] = &[
    EngineKind::of::<lookup::MemorySettings>(),
    EngineKind::of::<lookup::ReviewSettings>(),
    EngineKind::of::<pseudo::PseudoSettings>(),
    EngineKind::of::<command::CommandSettings>(),
    EngineKind::of::<http::LibreTranslateSettings>(),
];
