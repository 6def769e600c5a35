//! The flag that tells all workers that the user wants to stop, and how urgently.

use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU8, Ordering},
    },
    time::Duration,
};

/// A flag shared by all its clones: set by a signal handler, checked by the workers. It also counts the programs that
/// run, so that whoever ends this process can wait until they are gone.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<StopState>);

#[derive(Debug, Default)]
struct StopState {
    level: AtomicU8,
    programs: Mutex<usize>,
    ended: Condvar,
}

/// Nothing new is begun, calls in flight are awaited.
const STOPPING: u8 = 1;
/// Calls in flight are broken off, and programs ended.
const ENDING: u8 = 2;

/// A running program; it counts as ended when this is dropped.
pub(super) struct Counted<'a>(&'a StopState);

impl Stop {
    /// Requests a stop: nothing new is begun, calls in flight are awaited.
    pub fn set(&self) {
        self.0.level.fetch_max(STOPPING, Ordering::SeqCst);
    }

    /// Requests the end at once: calls in flight are broken off, and programs are ended with their process groups.
    pub fn end(&self) {
        self.0.level.fetch_max(ENDING, Ordering::SeqCst);
    }

    /// Whether a stop or the end has been requested.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.0.level.load(Ordering::SeqCst) >= STOPPING
    }

    /// Whether the end has been requested.
    #[must_use]
    pub fn is_ending(&self) -> bool {
        self.0.level.load(Ordering::SeqCst) >= ENDING
    }

    /// Waits until no program of an engine runs any more; returns whether that was so within `limit`.
    #[must_use]
    pub fn await_programs(&self, limit: Duration) -> bool {
        let waited = self.0.ended.wait_timeout_while(self.0.programs(), limit, |programs| *programs > 0);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    /// Counts a program that is about to run.
    pub(super) fn count_program(&self) -> Counted<'_> {
        *self.0.programs() += 1;
        Counted(&self.0)
    }
}

impl StopState {
    fn programs(&self) -> MutexGuard<'_, usize> {
        self.programs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        *self.0.programs() -= 1;
        self.0.ended.notify_all();
    }
}
