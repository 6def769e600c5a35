//! The backend trait, with its requests, answers, capabilities and limits.

use serde::{Deserialize, Serialize};

use super::{BackendError, Charge, Limits, Pacing, Reach, RejectionReason, Stop, protect};
use crate::{
    ledger::Price,
    model::{Hint, Locale, Pair, Role, SegmentId, Target, Text},
};

/// One segment to translate, with everything that is known about it; an engine sends of it what it can use.
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
    /// The prose of its whole block, for engines that take one context for all texts of a call; empty for a block of one
    /// sentence.
    pub paragraph: String,
    /// The glossary's wordings for the terms in it.
    pub hints: Vec<Hint>,
    /// Earlier sentences that have much in common with it, the closest first.
    pub memory: Vec<Similar>,
    /// The same segment in another edition, as people have reviewed it.
    pub sibling: Option<Sibling>,
    /// The newsroom's wishes about style; may be empty.
    pub style: String,
    /// The most characters that the translation should have, where its place on the page is limited.
    pub length: Option<usize>,
    /// Its earlier draft, where that was unusable.
    pub earlier: Option<EarlierDraft>,
}

/// A draft that could not be used, as engines are told of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierDraft {
    /// As the engine gave it, with placeholders; `None` where there is none, or where it belongs to another text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What is wrong with it, for the engine.
    pub faults: Vec<String>,
}

impl EarlierDraft {
    /// A draft with its faults.
    #[must_use]
    pub(super) fn new(text: String, faults: &[RejectionReason]) -> Self {
        Self { text: Some(text), faults: faults.iter().map(ToString::to_string).collect() }
    }

    /// That there was none that could be shown, and why.
    #[must_use]
    pub(super) fn without_text(reason: &RejectionReason) -> Self {
        Self { text: None, faults: vec![reason.to_string()] }
    }
}

/// An earlier sentence with its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// The sentence.
    pub source: String,
    /// Its translation.
    pub target: String,
}

/// A segment in another edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sibling {
    /// The edition's locale.
    pub locale: Locale,
    /// The translation there, without codes.
    pub text: String,
}

impl Request {
    /// A request with nothing but the text.
    #[must_use]
    pub const fn new(id: SegmentId, role: Role, source: Text) -> Self {
        Self {
            id,
            role,
            source,
            before: String::new(),
            after: String::new(),
            paragraph: String::new(),
            hints: Vec::new(),
            memory: Vec::new(),
            sibling: None,
            style: String::new(),
            length: None,
            earlier: None,
        }
    }

    /// What is known besides terms and context, each part with its name; without those that are empty.
    #[must_use]
    pub fn background(&self) -> Vec<(&'static str, String)> {
        let mut parts = vec![("role", self.role.as_str().to_owned())];
        for similar in &self.memory {
            parts.extend([("memory", similar.source.clone()), ("memory", similar.target.clone())]);
        }
        if let Some(sibling) = &self.sibling {
            parts.extend([("sibling", sibling.locale.to_string()), ("sibling", sibling.text.clone())]);
        }
        parts.push(("style", self.style.clone()));
        parts.push(("length", self.length.map(|length| length.to_string()).unwrap_or_default()));
        parts.retain(|(_, part)| !part.is_empty());
        parts
    }

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

/// What came of a call, with what the other side says that it has counted for it; `None` where it says nothing. It may have
/// counted also what cannot be used.
pub type Charged = (Result<Vec<Answer>, BackendError>, Option<Charge>);

/// What a backend can do for a pair of locales: declared, never assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "eight independent facts")]
pub struct Capabilities {
    /// Whether it translates this pair at all; if not, it is not asked.
    pub pair: bool,
    /// Whether its drafts cost something, so that questions and answers are recorded in the ledger.
    pub recorded: bool,
    /// Whether it receives the hints.
    pub hints: bool,
    /// Whether a draft that lacks a wording of the glossary counts against it: it is told what it missed, and its draft is refused
    /// where it misses it again.
    pub terms: bool,
    /// Whether it receives the prose before and after.
    pub context: bool,
    /// Whether it receives the prose of the block instead, one for all texts of a call: only sentences with the same one
    /// go together.
    pub shared_context: bool,
    /// Whether it receives the [background](Request::background).
    pub background: bool,
    /// Whether it is told that a call is the same as one before, so that it may answer without working for it again. Its
    /// calls are made up alike, whatever of them has been answered already.
    pub idempotent: bool,
}

impl Capabilities {
    /// Of an engine that costs something and receives the text alone.
    pub const TEXT: Self = Self {
        pair: true,
        recorded: true,
        hints: false,
        terms: false,
        context: false,
        shared_context: false,
        background: false,
        idempotent: false,
    };
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

    /// The size of a request in the unit of its limits.
    fn size(&self, request: &Request) -> usize {
        self.limits().unit.of(&request.protected_text())
    }

    /// Finds out, before the first text of a run is sent, whether the other side can translate the pair with these settings:
    /// once, and without anything of the text. Fails only where no request could succeed; what the other side does not tell
    /// is left to the requests.
    fn prepare(&self, pair: &Pair, stop: &Stop) -> Result<(), BackendError> {
        let _ = (pair, stop);
        Ok(())
    }

    /// The same for one that comes later in the chain and may never be asked: so that what stands in its way is said before
    /// anything is sent to another.
    fn foresee(&self, pair: &Pair, stop: &Stop) -> Result<(), BackendError> {
        self.prepare(pair, stop)
    }

    /// The request for a batch as a person can read it, without any key or password; `None` for a backend inside this
    /// program.
    fn explain(&self, pair: &Pair, batch: &[Request]) -> Option<String> {
        let _ = (pair, batch);
        None
    }

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

    /// Whether the next backend is asked for the rest where this one breaks down.
    fn passes_on(&self) -> bool {
        false
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

    /// Translates a batch within the limits in one call, and returns one answer per request, in order.
    ///
    /// Returns soon after `stop` is set, with what it has or with [`BackendError::Interrupted`].
    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError>;

    /// The same, with what the other side says that it has counted for it.
    fn translate_charged(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Charged {
        (self.translate(pair, batch, stop), None)
    }
}
