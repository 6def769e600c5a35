//! The options of the driver.

use std::time::Duration;

use super::{Budget, Clock, DryRun, Patience, RejectionReason, Request, SystemClock};
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
        Self {
            ledger: None,
            article: "",
            today: "",
            on_progress: &QUIET,
            on_pause: &SILENT,
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
