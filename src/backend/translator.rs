//! A translator that can be asked: what it is handed, what it gives, how much it takes.

use super::{BackendError, Pacing, RejectionReason, Stop, protect};
use crate::model::{Hint, Pair, Role, SegmentId, Target, Text};

/// One segment to translate, with what helps to translate it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The segment.
    pub id: SegmentId,
    /// What its block is.
    pub role: Role,
    /// Its words and codes.
    pub source: Text,
    /// Prose before it in the article, as much as seems useful; may be empty.
    pub before: String,
    /// Prose behind it.
    pub after: String,
    /// The glossary's wordings for the terms in it.
    pub hints: Vec<Hint>,
}

impl Request {
    /// The text as it is sent to an engine, its codes as placeholders.
    #[must_use]
    pub fn words(&self) -> String {
        protect(&self.source).text
    }
}

/// What a backend has to say to one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// An engine's words for [`Request::words`], as it gave them: the driver stores them, inspects them and puts the
    /// codes back.
    Draft(String),
    /// A target that needs no inspection, because a person wrote it or we made it ourselves.
    Ready(Target),
    /// It has no answer; the next backend is asked.
    Silent,
    /// It was asked and could not: the driver asks once more for this segment alone.
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
    /// Whether its drafts cost something, so that what it was asked and what it answered is kept in the ledger.
    pub recorded: bool,
    /// Whether it is told the hints.
    pub hints: bool,
    /// Whether it is told what stands before and behind.
    pub context: bool,
}

/// How much a backend takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Segments in one call, at least 1.
    pub texts: usize,
    /// Characters of protected text in one call; a segment that is longer by itself is not sent at all.
    pub characters: usize,
}

impl Limits {
    /// No limits: for what runs inside this program.
    pub const NONE: Self = Self { texts: usize::MAX, characters: usize::MAX };
}

/// A translator that can be asked. Blocking; shared between threads.
pub trait Backend: Send + Sync {
    /// The product's name: stands in the origin of drafts, in reports and in errors.
    fn name(&self) -> &str;

    /// Everything besides the text that its drafts depend on (endpoint's host, model, parameters), for the name under
    /// which they are stored. Never a key or password.
    fn identity(&self) -> String {
        self.name().to_owned()
    }

    /// What it can do for this pair.
    fn capabilities(&self, pair: &Pair) -> Capabilities;

    /// How much it takes.
    fn limits(&self) -> Limits;

    /// What holds calls to it back; `None` for what runs inside this program.
    fn pacing(&self) -> Option<&Pacing> {
        None
    }

    /// Translates a batch that keeps the limits, in one call: as many answers as requests, in their order.
    ///
    /// Returns soon after `stop` is set, with what it has or with [`BackendError::Interrupted`].
    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError>;
}
