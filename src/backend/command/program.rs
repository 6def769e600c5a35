//! A program to run, with the limits of its time and output.

use std::{ffi::OsString, time::Duration};

use crate::backend::Limits;

/// The program to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The program and its arguments, passed on unchanged.
    pub argv: Vec<String>,
    /// Changes with the program (a digest of its file, a version); part of the key under which its answers are stored.
    /// May be empty.
    pub version: String,
    /// The command line of the guard, a program of the host's own that calls [`stand_guard`](crate::backend::stand_guard)
    /// with its standard input: it leads the program's process group, and ends the group however this process dies. Empty
    /// for none: then a process that is killed leaves the program behind.
    pub guard: Vec<OsString>,
    /// Maximum time for one batch.
    pub timeout: Duration,
    /// Maximum time to wait for a batch in flight once the user has stopped.
    pub drain: Duration,
    /// Maximum bytes of its output for one batch.
    pub output: usize,
    /// Limits of one batch.
    pub limits: Limits,
}

impl Program {
    /// A program with the usual limits: 64 segments and 10 minutes per batch, 8 MiB of output.
    #[must_use]
    pub const fn new(argv: Vec<String>) -> Self {
        Self {
            argv,
            version: String::new(),
            guard: Vec::new(),
            timeout: Duration::from_mins(10),
            drain: Duration::from_secs(30),
            output: 8 * 1024 * 1024,
            limits: Limits { texts: 64, ..Limits::NONE },
        }
    }
}
