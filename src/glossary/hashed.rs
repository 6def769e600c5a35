//! Maps whose keys are hashes already.

use std::hash::Hasher;

/// Passes a key through as its own hash. Keys are states of an automaton in the making; two that collide are merely
/// kept both.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct IdentityHasher(u64);

impl Hasher for IdentityHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| mix(sum, u64::from(*byte)));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Mixes a number into a hash.
pub(super) const fn mix(sum: u64, next: u64) -> u64 {
    (sum ^ next).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
}
