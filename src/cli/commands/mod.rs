//! The commands, one file each.

pub(super) mod approve;
pub(super) mod build;
pub(super) mod check;
pub(super) mod diff;
pub(super) mod doctor;
pub(super) mod dry_run;
pub(super) mod explain;
pub(super) mod export;
pub(super) mod filter;
pub(super) mod fix;
pub(super) mod glossary;
pub(super) mod guard;
pub(super) mod import;
pub(super) mod init;
pub(super) mod ledger;
pub(super) mod merge;
pub(super) mod mv;
pub(super) mod quotes;
pub(super) mod resolve;
pub(super) mod roundtrip;
pub(super) mod run;
pub(super) mod score;
pub(super) mod segment;
pub(super) mod settings;
pub(super) mod shell;
pub(super) mod status;
pub(super) mod translate;
pub(super) mod waive;

use std::time::Duration;

use super::{app::App, exit::Exit, output::write_stderr};
use crate::desk::Stop;

/// How long the programs of engines, asked to end, are waited for: they have a second, and are then killed.
const MAX_END: Duration = Duration::from_secs(3);

/// A flag that Ctrl-C or a termination signal sets. A second signal ends the programs of engines with their process
/// groups, and then this process, with exit code 130.
fn stop_on_signal(app: &App) -> Stop {
    let stop = Stop::default();
    let handler = stop.clone();
    let waits = (!app.global.quiet).then(|| app.say("interrupt-waits", &[]));
    let at_once = app.say("interrupt-at-once", &[]);
    // An existing handler, as in a test process, is kept.
    let _ = ctrlc::set_handler(move || {
        if !handler.is_set() {
            handler.set();
            if let Some(line) = &waits {
                write_stderr(line);
            }
            return;
        }
        handler.end();
        write_stderr(&at_once);
        // What is left of them after that is their guards' to end.
        let _ = handler.await_programs(MAX_END);
        #[expect(clippy::exit, reason = "the second signal waits for no worker")]
        std::process::exit(i32::from(Exit::Interrupted as u8));
    });
    stop
}
