//! A run's traffic with an engine: recorded as lines of JSON, and played again without the engine.
//!
//! Recorded is what goes to an engine and what comes back, before it becomes a request of some protocol: so there is no
//! key in it, and it is the same for a server and for a program.
//!
//! ```text
//! {"recording":1,"engine":"libretranslate","texts":32,"size":4000,"unit":"characters"}
//! {"source":"en","target":"be","hints":false,"context":false,"texts":[{"text":"…"}],"sizes":[9],"answers":[{"draft":"…"}]}
//! {"source":"en","target":"be","hints":false,"context":false,"texts":[{"text":"…"}],"sizes":[9],"error":{"id":"busy","detail":"…"}}
//! ```

mod line;
mod record;
mod replay;

pub(super) use record::Recording;
pub use replay::{Replay, ReplayError};
