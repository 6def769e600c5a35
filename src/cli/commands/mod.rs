//! One file for each command.

pub(super) mod approve;
pub(super) mod build;
pub(super) mod check;
pub(super) mod diff;
pub(super) mod doctor;
pub(super) mod explain;
pub(super) mod export;
pub(super) mod filter;
pub(super) mod fix;
pub(super) mod glossary;
pub(super) mod import;
pub(super) mod init;
pub(super) mod ledger;
pub(super) mod merge;
pub(super) mod roundtrip;
pub(super) mod run;
pub(super) mod segment;
pub(super) mod settings;
pub(super) mod shell;
pub(super) mod status;
pub(super) mod translate;

use crate::desk::Stop;

/// A flag that Ctrl-C and a termination signal set; the second time ends the process at once.
fn stop_on_signal() -> Stop {
    let stop = Stop::default();
    let handler = stop.clone();
    // A handler that is there already, as in a test's process, is as good.
    let _ = ctrlc::set_handler(move || {
        if handler.is_set() {
            std::process::abort();
        }
        handler.set();
    });
    stop
}
