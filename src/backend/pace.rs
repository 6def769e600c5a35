//! How fast may an engine be asked, and how patiently?

use std::{
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, SystemTime},
};

use super::{Limits, Stop};

/// The time, so that tests need not wait for it.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> SystemTime;

    /// Waits, at most until `stop` is set.
    fn sleep(&self, time: Duration, stop: &Stop);
}

/// The real time.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, time: Duration, stop: &Stop) {
        let mut left = time;
        while !left.is_zero() && !stop.is_set() {
            let slice = left.min(Duration::from_millis(50));
            thread::sleep(slice);
            left = left.saturating_sub(slice);
        }
    }
}

/// How long one goes on asking an engine that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Tries of one call whose failures certainly cost nothing (refused connection, 429, 5xx).
    pub tries: u32,
    /// Tries of one call whose failures may have cost something, because the engine had the whole question.
    pub doubtful_tries: u32,
    /// Pause after the first failure, doubled after each further one.
    pub first_pause: Duration,
    /// The longest pause; also caps what an engine asks for.
    pub longest_pause: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            tries: 4,
            doubtful_tries: 2,
            first_pause: Duration::from_millis(500),
            longest_pause: Duration::from_mins(1),
        }
    }
}

impl Patience {
    /// The pause after failure number `failures` (from 1), or what the engine asks for where it does.
    #[must_use]
    pub fn pause(&self, failures: u32, asked_for: Option<Duration>) -> Duration {
        let doubled = 2_u32.saturating_pow(failures.saturating_sub(1));
        asked_for.unwrap_or_else(|| self.first_pause.saturating_mul(doubled)).min(self.longest_pause)
    }
}

/// Holds all calls to one engine back: pauses concern the whole engine, not the call that met them.
pub(super) struct Pacer<'a> {
    clock: &'a dyn Clock,
    limits: Limits,
    not_before: Mutex<SystemTime>,
}

impl<'a> Pacer<'a> {
    pub(super) fn new(clock: &'a dyn Clock, limits: Limits) -> Self {
        Self { clock, limits, not_before: Mutex::new(SystemTime::UNIX_EPOCH) }
    }

    /// Waits until a call of so many characters may go out (or `stop` is set), and reserves its share of the minute.
    pub(super) fn wait(&self, characters: usize, stop: &Stop) {
        while !stop.is_set() {
            let pause = {
                let mut not_before = self.not_before.lock().unwrap_or_else(PoisonError::into_inner);
                let now = self.clock.now();
                match not_before.duration_since(now) {
                    Ok(pause) if !pause.is_zero() => pause,
                    _ => {
                        *not_before = now + self.share(characters);
                        return;
                    }
                }
            };
            self.clock.sleep(pause, stop);
        }
    }

    /// Lets nothing out for so long.
    pub(super) fn pause(&self, time: Duration) {
        let mut not_before = self.not_before.lock().unwrap_or_else(PoisonError::into_inner);
        *not_before = (*not_before).max(self.clock.now() + time);
    }

    /// How much of a minute a call takes.
    fn share(&self, characters: usize) -> Duration {
        let minute = Duration::from_mins(1);
        let calls = self.limits.calls_per_minute.map_or(Duration::ZERO, |rate| minute / rate.max(1));
        let texts = self.limits.characters_per_minute.map_or(Duration::ZERO, |rate| {
            minute.saturating_mul(u32::try_from(characters).unwrap_or(u32::MAX)) / rate.max(1)
        });
        calls.max(texts)
    }
}
