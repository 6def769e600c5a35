//! The commands, one file each.

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

/// A flag that Ctrl-C or a termination signal sets; a second signal ends the process at once.
fn stop_on_signal() -> Stop {
    let stop = Stop::default();
    let handler = stop.clone();
    // An existing handler, as in a test process, is kept.
    let _ = ctrlc::set_handler(move || {
        if handler.is_set() {
            std::process::abort();
        }
        handler.set();
    });
    stop
}
