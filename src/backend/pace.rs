//! Pacing of calls to an engine: rates, slots, and patience with failures.

use std::{
    num::{NonZeroU32, NonZeroUsize},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, SystemTime},
};

use super::{BackendError, Stop};

/// A clock, so that tests need not wait in real time.
pub trait Clock: Send + Sync {
    /// The current time.
    fn now(&self) -> SystemTime;

    /// Sleeps for `time`, or until `stop` is set.
    fn sleep(&self, time: Duration, stop: &Stop);
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, time: Duration, stop: &Stop) {
        let mut remaining = time;
        while !remaining.is_zero() && !stop.is_set() {
            let slice = remaining.min(Duration::from_millis(50));
            thread::sleep(slice);
            remaining = remaining.saturating_sub(slice);
        }
    }
}

/// How long to keep asking an engine that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Maximum tries of a call whose failures certainly cost nothing (refused connection, 429, 5xx).
    pub tries: u32,
    /// Maximum tries of a call whose failures may have cost something, because the engine had the whole question.
    pub doubtful_tries: u32,
    /// Pause after the first failure, doubled after each further one.
    pub first_pause: Duration,
    /// The longest pause; an engine that requests a longer one is given up.
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
    /// The pause after failure number `failures` (from 1), or the one that the engine requests, if it is any; up to the longest.
    #[must_use]
    pub fn pause(&self, failures: u32, requested: Option<Duration>) -> Duration {
        let doubled = 2_u32.saturating_pow(failures.saturating_sub(1));
        let requested = requested.filter(|pause| !pause.is_zero());
        requested.unwrap_or_else(|| self.first_pause.saturating_mul(doubled)).min(self.longest_pause)
    }
}

/// Rate limits of an engine, over all locales and articles of a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rates {
    /// Maximum calls per minute.
    pub calls_per_minute: Option<NonZeroU32>,
    /// Maximum characters of protected text per minute.
    pub characters_per_minute: Option<NonZeroU32>,
    /// Maximum calls in flight.
    pub concurrency: Option<NonZeroUsize>,
    /// The longest pause that the engine may request, where it differs from that of all engines.
    pub longest_pause: Option<Duration>,
}

/// Paces all calls to one engine. A pause applies to the whole engine, not only to the call that met it, so all callers
/// in a run share one of these.
#[derive(Debug, Default)]
pub struct Pacing {
    rates: Rates,
    state: Mutex<PacingState>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct PacingState {
    not_before: Option<SystemTime>,
    in_flight: usize,
    /// The calls in flight, and those that are ready to go out.
    in_line: usize,
    given_up: Option<BackendError>,
}

/// The right to have one call in flight; released when dropped.
#[derive(Debug)]
pub struct CallSlot<'a>(&'a Pacing);

/// A place among the calls that are in flight or ready to go out; left when dropped.
#[derive(Debug)]
pub(super) struct LinePlace<'a>(&'a Pacing);

impl Drop for LinePlace<'_> {
    fn drop(&mut self) {
        self.0.state().in_line -= 1;
        self.0.freed.notify_all();
    }
}

impl Drop for CallSlot<'_> {
    fn drop(&mut self) {
        self.0.state().in_flight -= 1;
        self.0.freed.notify_all();
    }
}

impl Pacing {
    /// Pacing at these rates, with no pause pending.
    #[must_use]
    pub fn new(rates: Rates) -> Self {
        Self { rates, ..Self::default() }
    }

    /// Whether there is a limit of calls in flight.
    pub(super) const fn limits_calls(&self) -> bool {
        self.rates.concurrency.is_some()
    }

    /// Whether a call that is ready may have to wait for longer than others take, for its minute or the end of a pause: it is not
    /// made ready then.
    pub(super) fn has_to_wait(&self, clock: &dyn Clock) -> bool {
        let is_limited = self.rates.calls_per_minute.is_some() || self.rates.characters_per_minute.is_some();
        is_limited || self.state().not_before.is_some_and(|not_before| not_before > clock.now())
    }

    /// Waits until there is room for one call that is made ready while as many are in flight as may be; `None` once `stop` is set.
    /// One suffices to have the next at hand when a slot is free, and a process that dies leaves no more than its questions in
    /// doubt besides.
    pub(super) fn line_up(&self, stop: &Stop) -> Option<LinePlace<'_>> {
        let max = self.rates.concurrency.map_or(usize::MAX, |calls| calls.get().saturating_add(1));
        let mut state = self.await_room(stop, |state| state.in_line < max)?;
        state.in_line += 1;
        Some(LinePlace(self))
    }

    /// Waits until a call of `characters` may go out, and reserves a slot and its share of the minute; `None`
    /// once `stop` is set.
    pub fn wait(&self, clock: &dyn Clock, characters: usize, stop: &Stop) -> Option<CallSlot<'_>> {
        let slot = self.slot(stop)?;
        while !stop.is_set() {
            let pause = {
                let mut state = self.state();
                let now = clock.now();
                match state.not_before.and_then(|not_before| not_before.duration_since(now).ok()) {
                    Some(pause) if !pause.is_zero() => pause,
                    _ => {
                        state.not_before = Some(now + self.share(characters));
                        return Some(slot);
                    }
                }
            };
            clock.sleep(pause, stop);
        }
        None
    }

    /// Holds back all calls for `time`.
    pub fn pause(&self, clock: &dyn Clock, time: Duration) {
        let mut state = self.state();
        let until = clock.now() + time;
        state.not_before = Some(state.not_before.map_or(until, |not_before| not_before.max(until)));
    }

    /// The patience with this engine, given that with all engines.
    #[must_use]
    pub fn patience(&self, patience: Patience) -> Patience {
        Patience { longest_pause: self.rates.longest_pause.unwrap_or(patience.longest_pause), ..patience }
    }

    /// Ends all calls to the engine, with this error.
    pub fn give_up(&self, error: &BackendError) {
        self.state().given_up.get_or_insert_with(|| error.clone());
    }

    /// Why nothing more is asked of the engine, if that is so.
    #[must_use]
    pub fn given_up(&self) -> Option<BackendError> {
        self.state().given_up.clone()
    }

    /// Waits for a free slot.
    fn slot(&self, stop: &Stop) -> Option<CallSlot<'_>> {
        let max = self.rates.concurrency.map_or(usize::MAX, NonZeroUsize::get);
        let mut state = self.await_room(stop, |state| state.in_flight < max)?;
        state.in_flight += 1;
        Some(CallSlot(self))
    }

    /// Waits until there is room.
    fn await_room(&self, stop: &Stop, has_room: impl Fn(&PacingState) -> bool) -> Option<MutexGuard<'_, PacingState>> {
        let mut state = self.state();
        while !has_room(&state) {
            if stop.is_set() {
                return None;
            }
            // A stop wakes no waiting thread, so it is polled.
            let waited = self.freed.wait_timeout(state, Duration::from_millis(50));
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        Some(state)
    }

    fn state(&self) -> MutexGuard<'_, PacingState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The share of a minute that a call takes.
    fn share(&self, characters: usize) -> Duration {
        let minute = Duration::from_mins(1);
        let calls = self.rates.calls_per_minute.map_or(Duration::ZERO, |rate| minute / rate.get());
        let texts = self.rates.characters_per_minute.map_or(Duration::ZERO, |rate| {
            minute.saturating_mul(u32::try_from(characters).unwrap_or(u32::MAX)) / rate.get()
        });
        calls.max(texts)
    }
}
