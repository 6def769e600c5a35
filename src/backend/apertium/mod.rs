//! Apertium: a rule-based engine for kin languages, on this machine.
//!
//! The programs of a mode run one after the other, without a shell, each with all texts of a call, and are not believed:
//! with every exit code of 0 there must be as many texts as before. The engine does not answer the driver's requests by
//! itself, since what it needs besides a text is known only above: terms to put in place, words that it lacks.

mod context;
mod machine;
mod mode;
mod settings;
mod stream;

pub use context::{recased, retranslated, without_homographs};
pub use machine::{Apertium, RunProgram, run_mode};
pub use mode::{ApertiumMode, ModeError, PairFacts};
pub(super) use settings::ApertiumSettings;
pub use stream::{
    DraftPiece, StreamPart, escape, mended, parts, read_draft, with_lost_words, without_readings, without_syntax,
};
