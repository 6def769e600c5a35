//! Which answers somebody is waiting for: what two articles ask at the same time is asked once.

use std::{
    collections::HashSet,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use super::Stop;
use crate::ledger::Key;

/// The keys of the answers that are being asked for, in all articles and locales of a run.
#[derive(Debug, Default)]
pub struct Claims {
    held: Mutex<HashSet<Key>>,
    released: Condvar,
}

/// Keys that nobody else asks for meanwhile; released when this is dropped.
pub(super) struct Claimed<'a> {
    claims: &'a Claims,
    keys: Vec<Key>,
}

impl Claims {
    /// Claims those of the keys that nobody holds. Whoever waits for the others must hold none.
    pub(super) fn claim<'k>(&self, keys: impl Iterator<Item = &'k Key>) -> Claimed<'_> {
        let mut held = self.held();
        let keys = keys.filter(|key| held.insert((*key).clone())).cloned().collect();
        Claimed { claims: self, keys }
    }

    /// Waits until nobody holds one of these keys any more; returns whether that is so, and not the user has stopped.
    pub(super) fn await_release(&self, keys: &[&Key], stop: &Stop) -> bool {
        let mut held = self.held();
        while !stop.is_set() {
            if !keys.iter().all(|key| held.contains(*key)) {
                return true;
            }
            // A stop wakes no waiting thread, so it is polled.
            let waited = self.released.wait_timeout(held, Duration::from_millis(50));
            held = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        false
    }

    fn held(&self) -> MutexGuard<'_, HashSet<Key>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Claimed<'_> {
    /// The keys, to look them up.
    pub(super) fn keys(&self) -> HashSet<Key> {
        self.keys.iter().cloned().collect()
    }
}

impl Drop for Claimed<'_> {
    fn drop(&mut self) {
        let mut held = self.claims.held();
        for key in &self.keys {
            held.remove(key);
        }
        self.claims.released.notify_all();
    }
}

/// How a piece of work came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InTurns {
    /// All of it was worked on, or the work itself gave it up.
    Done,
    /// The user has stopped while it waited for others.
    Stopped,
}

/// Works on what nobody else asks for meanwhile; then on what others have asked for, once they have their answers. `work`
/// returns whether to go on.
pub(super) fn in_turns<T>(
    claims: Option<&Claims>,
    stop: &Stop,
    mut open: Vec<T>,
    key: impl Fn(&T) -> Option<&Key>,
    mut work: impl FnMut(Vec<T>) -> bool,
) -> InTurns {
    let Some(claims) = claims else {
        work(open);
        return InTurns::Done;
    };
    loop {
        let claimed = claims.claim(open.iter().filter_map(&key));
        let keys = claimed.keys();
        let (mine, others): (Vec<T>, Vec<T>) =
            open.into_iter().partition(|one| key(one).is_none_or(|key| keys.contains(key)));
        let goes_on = work(mine);
        drop(claimed);
        if others.is_empty() || !goes_on {
            return InTurns::Done;
        }
        let held: Vec<&Key> = others.iter().filter_map(&key).collect();
        if !claims.await_release(&held, stop) {
            return InTurns::Stopped;
        }
        open = others;
    }
}
