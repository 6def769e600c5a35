//! The options of the driver.

use std::time::Duration;

use super::{BackendError, Budget, Claims, Clock, DryRun, Patience, RejectionReason, Request, SystemClock};
use crate::{
    ledger::Ledger,
    model::{SegmentId, Target},
};

/// A judgement of a draft by somebody who knows the language and the glossary.
pub type Judge<'a> = dyn Fn(&Request, &Target) -> DraftVerdict + Sync + 'a;

/// What is made of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftVerdict {
    /// All reasons for rejecting it, the gravest first.
    pub faults: Vec<RejectionReason>,
    /// The draft with those forms of terms put right that are certain; `None` where there are none.
    pub mended: Option<MendedDraft>,
}

/// A draft in which forms were put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MendedDraft {
    /// The draft.
    pub target: Target,
    /// What was changed, in reading order.
    pub changes: Vec<FormChange>,
}

/// A wording that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormChange {
    /// What the draft had.
    pub from: String,
    /// What it has now.
    pub to: String,
}

/// A comparison of all drafts of an article, in its order; returns those in doubt, each with the reason.
pub type Compare<'a> = dyn Fn(&[(&Request, &Target)]) -> Vec<(SegmentId, RejectionReason)> + Sync + 'a;

/// The options of the driver.
#[derive(Clone, Copy)]
pub struct DriveOptions<'a> {
    /// Where questions and answers are recorded; without a ledger nothing is.
    pub ledger: Option<&'a dyn Ledger>,
    /// The article's name, as the ledger records it.
    pub article: &'a str,
    /// Today, `YYYY-MM-DD`, as the ledger records it.
    pub today: &'a str,
    /// Called after each step with (done, total): the requests answered or given up, of all. From any thread, in order.
    pub on_progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Called with the engine's name and the pause that it requests, before that is waited for. From any thread.
    pub on_pause: &'a (dyn Fn(&str, Duration) + Sync),
    /// Called with what stands in the way of a part of the work, as far as it is known before the first text is sent.
    pub on_trouble: &'a (dyn Fn(&BackendError) + Sync),
    /// Called with what stands in the way of a later backend: it matters only where that is asked.
    pub on_foreseen: &'a (dyn Fn(&BackendError) + Sync),
    /// Called before the first text is sent to an engine outside this program, and again before later ones; may wait for those
    /// who come first.
    pub before_sending: &'a (dyn Fn() + Sync),
    /// Called when no text waits any more to be sent.
    pub all_sent: &'a (dyn Fn() + Sync),
    /// The answers that others are asking for at the same time; `None` where nobody else asks.
    pub claims: Option<&'a Claims>,
    /// Maximum concurrent calls, at least 1.
    pub jobs: usize,
    /// The clock.
    pub clock: &'a dyn Clock,
    /// How long to keep asking a failing engine.
    pub patience: Patience,
    /// Whether to ask anew where the stored answers are unusable; otherwise they are final, and nothing is paid for
    /// twice.
    pub again: bool,
    /// What the run may spend; without a budget, any amount.
    pub budget: Option<&'a Budget>,
    /// Where to collect what would be sent: then nothing is, and only backends inside this program answer.
    pub plan: Option<&'a DryRun>,
    /// Whether the text is under embargo, and so goes only to backends that are local.
    pub embargo: bool,
    /// A further judgement of each draft.
    pub judge: Option<&'a Judge<'a>>,
    /// A comparison of the drafts that were accepted one by one.
    pub compare: Option<&'a Compare<'a>>,
}

impl Default for DriveOptions<'_> {
    /// No ledger, no progress, one call at a time, the real clock.
    fn default() -> Self {
        const QUIET: fn(usize, usize) = |_, _| {};
        const SILENT: fn(&str, Duration) = |_, _| {};
        const DEAF: fn(&BackendError) = |_| {};
        const AT_ONCE: fn() = || {};
        Self {
            ledger: None,
            article: "",
            today: "",
            on_progress: &QUIET,
            on_pause: &SILENT,
            on_trouble: &DEAF,
            on_foreseen: &DEAF,
            before_sending: &AT_ONCE,
            all_sent: &AT_ONCE,
            claims: None,
            jobs: 1,
            clock: &SystemClock,
            patience: Patience::default(),
            again: false,
            budget: None,
            plan: None,
            embargo: false,
            judge: None,
            compare: None,
        }
    }
}
