//! `tolmach guard`, which no help lists: stands guard over the program of an engine (see `backend::command::guard`).

use std::{env, ffi::OsString, io, path::Path};

use crate::{
    cli::{exit::Exit, output::write_stderr},
    desk,
};

/// The command's name.
pub(crate) const NAME: &str = "guard";

/// Waits until whoever started it is gone, then ends its own process group.
pub(crate) fn run() -> Exit {
    // The request to end goes to the whole group, and the guard must live to kill what is left of it.
    let _ = ctrlc::set_handler(|| {});
    match desk::stand_guard(&mut io::stdin().lock()) {
        Ok(()) => Exit::Clean,
        Err(error) => {
            write_stderr(&format!("error: {error}"));
            Exit::Usage
        }
    }
}

/// The command line that starts it; empty where this program's own file is not known.
pub(crate) fn command_line() -> Vec<OsString> {
    // On Linux this program is found even where an update has replaced its file.
    let itself = Path::new("/proc/self/exe");
    let is_there = cfg!(target_os = "linux") && itself.symlink_metadata().is_ok();
    let program = if is_there { Some(itself.into()) } else { env::current_exe().ok() };
    program.map_or_else(Vec::new, |program| vec![program.into_os_string(), NAME.into()])
}
