//! The backend trait, with its requests, answers, capabilities and limits.

use super::{BackendError, Pacing, Reach, RejectionReason, Stop, protect};
use crate::ledger::Price;
use crate::model::{Hint, Pair, Role, SegmentId, Target, Text};

/// One segment to translate, with its context and glossary hints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The segment.
    pub id: SegmentId,
    /// The role of its block.
    pub role: Role,
    /// Its prose and inline codes.
    pub source: Text,
    /// Prose before it in the article, as much as is useful; may be empty.
    pub before: String,
    /// Prose after it.
    pub after: String,
    /// The glossary's wordings for the terms in it.
    pub hints: Vec<Hint>,
}

impl Request {
    /// The text to send to an engine, with placeholders for its codes.
    #[must_use]
    pub fn protected_text(&self) -> String {
        protect(&self.source).text
    }
}

/// A backend's answer to one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// An engine's draft for [`Request::protected_text`], verbatim: the driver stores it, inspects it and restores the
    /// codes.
    Draft(String),
    /// A target that needs no inspection, because a person wrote it or tolmach produced it.
    Ready(Target),
    /// No answer; the next backend is asked.
    Silent,
    /// The backend failed on this segment: the driver asks once more, for it alone.
    Rejected {
        /// Why.
        reason: RejectionReason,
    },
}

/// What a backend can do for a pair of locales: declared, never assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts")]
pub struct Capabilities {
    /// Whether it translates this pair at all; if not, it is not asked.
    pub pair: bool,
    /// Whether its drafts cost something, so that questions and answers are recorded in the ledger.
    pub recorded: bool,
    /// Whether it receives the hints.
    pub hints: bool,
    /// Whether it receives the prose before and after.
    pub context: bool,
}

/// Limits of one call to a backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Maximum segments per call, at least 1.
    pub texts: usize,
    /// Maximum characters of protected text per call; a longer segment is never sent.
    pub characters: usize,
}

impl Limits {
    /// No limits: for backends inside this program.
    pub const NONE: Self = Self { texts: usize::MAX, characters: usize::MAX };
}

/// A provider of translations. Blocking; shared between threads.
pub trait Backend: Send + Sync {
    /// The product's name, as origins of drafts, reports and errors show it.
    fn name(&self) -> &str;

    /// Everything besides the text that its drafts depend on (endpoint's host, model, parameters); part of the key
    /// under which they are stored. Never contains an API key or password.
    fn identity(&self) -> String {
        self.name().to_owned()
    }

    /// Its capabilities for this pair.
    fn capabilities(&self, pair: &Pair) -> Capabilities;

    /// Its limits per call.
    fn limits(&self) -> Limits;

    /// The pacing of calls to it; `None` for a backend inside this program.
    fn pacing(&self) -> Option<&Pacing> {
        None
    }

    /// What it reaches beyond this program.
    fn reach(&self) -> Reach {
        Reach::Inside
    }

    /// Whether texts stay with the newsroom: on this machine, or with somebody whom the settings call local.
    fn is_local(&self) -> bool {
        self.reach() == Reach::Inside
    }

    /// Its price, where the settings give one.
    fn price(&self) -> Option<&Price> {
        None
    }

    /// The tokens that each text of a call takes, question and answer together, as far as they can be told beforehand;
    /// what the call takes besides counts with the first text. `None` for an engine that counts none.
    fn tokens(&self, _pair: &Pair, _batch: &[Request]) -> Option<Vec<usize>> {
        None
    }

    /// Why what it did is not recorded as the settings want it, once that is so.
    fn fault(&self) -> Option<BackendError> {
        None
    }

    /// Translates a batch within the limits in one call, and returns one answer per request, in order.
    ///
    /// Returns soon after `stop` is set, with what it has or with [`BackendError::Interrupted`].
    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError>;
}
