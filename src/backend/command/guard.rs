//! The guard of a program: a process of our own that leads the program's process group, and ends the group when we die.
//!
//! Its standard input is a pipe whose other end only this process holds, and never writes to. However this process
//! dies, the system closes that end; the guard reads the end of its input, asks the group to end, and kills what is
//! left a moment later, itself included. The program's own input, outputs and exit status do not pass through it.

use std::{
    ffi::OsString,
    io,
    process::{Child, Command},
    time::Duration,
};

/// How long a process group that was asked to end has to do so before it is killed.
pub(super) const END_GRACE: Duration = Duration::from_secs(1);

/// A running guard; dropping it ends it, and nothing else.
pub(super) struct Guard(Child);

impl Guard {
    /// Starts a guard by its command line; `None` where there is none, and where the system has no process groups.
    pub(super) fn start(command: &[OsString]) -> io::Result<Option<Self>> {
        #[cfg(unix)]
        if let Some((name, arguments)) = command.split_first() {
            use std::{os::unix::process::CommandExt, process::Stdio};
            let mut guard = Command::new(name);
            // Neither our outputs nor our folder may seem in use once we are gone.
            guard.arg0("tolmach").args(arguments).current_dir("/").process_group(0);
            guard.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
            return guard.spawn().map(|child| Some(Self(child)));
        }
        let _ = command;
        Ok(None)
    }

    /// The process that leads the group.
    #[cfg(unix)]
    pub(super) const fn leader(&self) -> &Child {
        &self.0
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Lets a program be started in the guard's group; without a guard it leads a group of its own.
pub(super) fn join_group(command: &mut Command, guard: Option<&Guard>) {
    #[cfg(unix)]
    {
        // A process id is positive.
        let group = guard.map_or(0, |guard| i32::try_from(guard.0.id()).unwrap_or(0));
        std::os::unix::process::CommandExt::process_group(command, group);
    }
    #[cfg(not(unix))]
    let _ = (command, guard);
}

/// Is the guard: waits for the end of its input, then ends the process group that this process leads, itself included.
/// Whoever calls this lives through a request to end, which goes to the whole group. Fails where this process leads no
/// group.
pub fn stand_guard(input: &mut dyn io::Read) -> io::Result<()> {
    #[cfg(unix)]
    {
        use rustix::process::{Signal, getpgrp, getpid, kill_process_group};
        let group = getpgrp();
        if group != getpid() {
            return Err(io::Error::other("this process leads no process group, so it can guard none"));
        }
        io::copy(input, &mut io::sink())?;
        kill_process_group(group, Signal::TERM)?;
        std::thread::sleep(END_GRACE);
        kill_process_group(group, Signal::KILL)?;
        Ok(())
    }
    #[cfg(not(unix))]
    {
        let _ = input;
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
}
