//! A program to run, and how long it may run and how much it may say.

use std::time::Duration;

use crate::backend::Limits;

/// The program to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The program and its arguments, handed over as they are.
    pub argv: Vec<String>,
    /// What changes when the program does (a digest of its file, a version): part of the name under which its answers
    /// are stored. May be empty.
    pub version: String,
    /// The longest time for one batch.
    pub time_out: Duration,
    /// The longest time to wait for a batch in flight once the user has stopped.
    pub drain: Duration,
    /// The most bytes of its output for one batch.
    pub output: usize,
    /// How much it is given at once.
    pub limits: Limits,
}

impl Program {
    /// A program with the usual limits: 64 segments and 10 minutes a batch, 8 MiB of output.
    #[must_use]
    pub const fn new(argv: Vec<String>) -> Self {
        Self {
            argv,
            version: String::new(),
            time_out: Duration::from_mins(10),
            drain: Duration::from_secs(30),
            output: 8 * 1024 * 1024,
            limits: Limits { texts: 64, ..Limits::NONE },
        }
    }
}
