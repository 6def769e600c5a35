//! How does everybody learn that the user wants to stop?

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// A flag that all its clones share: set once by a signal handler, looked at between calls.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks everybody to stop: nothing new is begun, what is in flight is waited for.
    pub fn set(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether it has been set.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
