//! The order in which articles ask engines where several are worked on at a time: the texts of one wait until those of the article
//! before are sent, so that the engines are never idle and the first article is the first to be finished.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::{backend::Stop, model::Locale};

/// The order of a run. An article that nobody has begun here is never held back.
#[derive(Debug)]
pub struct Order<'a> {
    /// Set when the user wants to stop.
    pub(super) stop: &'a Stop,
    /// The number of articles that are worked on at a time, at least 1.
    pub(super) width: usize,
    state: Mutex<OrderState>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct OrderState {
    numbers: HashMap<String, usize>,
    /// How far each locale of the articles is that are worked on, by the article's number.
    lanes: BTreeMap<usize, BTreeMap<Locale, LaneState>>,
}

/// How far an article is in a locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum LaneState {
    /// It may still find something that stands in its way.
    Coming,
    /// It has texts to send.
    Ready,
    /// No text of it waits to be sent.
    Passed,
}

/// An article in a locale; it has passed, at the latest, when this is dropped.
pub(super) struct Lane<'a> {
    order: &'a Order<'a>,
    slug: &'a str,
    locale: &'a Locale,
}

impl<'a> Order<'a> {
    /// An order of so many articles at a time.
    #[must_use]
    pub fn new(stop: &'a Stop, width: usize) -> Self {
        Self { stop, width: width.max(1), state: Mutex::default(), changed: Condvar::new() }
    }

    /// Begins an article; all before it must have begun.
    pub(super) fn begin(&self, number: usize, slug: &str, locales: &[Locale]) {
        let mut state = self.state();
        state.numbers.insert(slug.to_owned(), number);
        state.lanes.insert(number, locales.iter().map(|locale| (locale.clone(), LaneState::Coming)).collect());
    }

    /// Ends an article.
    pub(super) fn end(&self, number: usize, slug: &str) {
        let mut state = self.state();
        state.numbers.remove(slug);
        state.lanes.remove(&number);
        self.changed.notify_all();
    }

    /// The place of an article in a locale.
    pub(super) const fn lane(&'a self, slug: &'a str, locale: &'a Locale) -> Lane<'a> {
        Lane { order: self, slug, locale }
    }

    fn state(&self) -> MutexGuard<'_, OrderState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OrderState {
    /// Marks how far an article is in a locale, unless it is further already.
    fn reach(&mut self, slug: &str, locale: &Locale, reached: LaneState) {
        let lanes = self.numbers.get(slug).and_then(|number| self.lanes.get_mut(number));
        if let Some(lane) = lanes.and_then(|lanes| lanes.get_mut(locale)) {
            *lane = reached.max(*lane);
        }
    }

    /// Whether an article may send its texts in a locale: what stands in the way of its other locales is known, and the articles
    /// before it have sent theirs.
    fn may_send(&self, slug: &str, locale: &Locale) -> bool {
        let Some(number) = self.numbers.get(slug) else { return true };
        let own = self.lanes.get(number);
        own.and_then(|lanes| lanes.get(locale)) == Some(&LaneState::Passed)
            || own.is_none_or(|lanes| lanes.values().all(|lane| *lane > LaneState::Coming))
                && self
                    .lanes
                    .range(..number)
                    .all(|(_, lanes)| lanes.get(locale).is_none_or(|lane| *lane == LaneState::Passed))
    }
}

impl Lane<'_> {
    /// Waits until the texts may be sent, or the user stops.
    pub(super) fn await_turn(&self) {
        let mut state = self.order.state();
        state.reach(self.slug, self.locale, LaneState::Ready);
        self.order.changed.notify_all();
        while !self.order.stop.is_set() && !state.may_send(self.slug, self.locale) {
            // A stop wakes no waiting thread, so it is polled.
            let waited = self.order.changed.wait_timeout(state, Duration::from_millis(50));
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Lets the next article send its texts.
    pub(super) fn pass(&self) {
        self.order.state().reach(self.slug, self.locale, LaneState::Passed);
        self.order.changed.notify_all();
    }
}

impl Drop for Lane<'_> {
    fn drop(&mut self) {
        self.pass();
    }
}
