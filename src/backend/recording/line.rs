//! The lines of a recording.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{
    backend::{Answer, Backend, BackendError, Capabilities, EarlierDraft, Limits, RejectionReason, Request, SizeUnit},
    model::Pair,
};

/// The form of recordings that this version writes and knows.
pub(super) const FORM: u32 = 1;

/// The first line: what the engine is.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) recording: u32,
    pub(super) engine: String,
    texts: usize,
    size: usize,
    unit: SizeUnit,
}

impl Head {
    pub(super) fn of(backend: &dyn Backend) -> Self {
        let Limits { texts, size, unit } = backend.limits();
        Self { recording: FORM, engine: backend.name().to_owned(), texts, size, unit }
    }

    pub(super) const fn limits(&self) -> Limits {
        Limits { texts: self.texts, size: self.size, unit: self.unit }
    }
}

/// A text as the engine got it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct SentText {
    pub(super) text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    before: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    after: String,
    /// Source and target of the terms in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    terms: Vec<(String, String)>,
    /// What else the engine got, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    background: Vec<(String, String)>,
}

impl SentText {
    /// The text with what an engine of these capabilities gets besides.
    pub(super) fn of(request: &Request, capabilities: Capabilities) -> Self {
        let context = |text: &str| if capabilities.context { text.to_owned() } else { String::new() };
        let hints = if capabilities.hints { request.hints.as_slice() } else { &[] };
        Self {
            text: request.protected_text(),
            background: if capabilities.background { background(request) } else { Vec::new() },
            before: context(&request.before),
            after: context(&request.after),
            terms: hints.iter().map(|hint| (hint.source.clone(), hint.target.clone())).collect(),
        }
    }
}

/// The background of a request.
fn background(request: &Request) -> Vec<(String, String)> {
    request.background().into_iter().map(|(name, part)| (name.to_owned(), part)).collect()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// An answer to one text.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum RecordedAnswer {
    Draft(String),
    Silent,
    Missing,
    Repeated,
    Key,
    Failed(String),
}

impl RecordedAnswer {
    pub(super) fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Draft(draft) => Self::Draft(draft.clone()),
            Answer::Ready(target) => Self::Draft(target.text.prose.clone()),
            Answer::Silent => Self::Silent,
            Answer::Rejected { reason: RejectionReason::Missing } => Self::Missing,
            Answer::Rejected { reason: RejectionReason::Repeated } => Self::Repeated,
            Answer::Rejected { reason: RejectionReason::Key } => Self::Key,
            Answer::Rejected { reason: RejectionReason::Failed { detail } } => Self::Failed(detail.clone()),
            Answer::Rejected { reason } => Self::Failed(reason.to_string()),
        }
    }

    pub(super) fn answer(self) -> Answer {
        let rejected = |reason| Answer::Rejected { reason };
        match self {
            Self::Draft(draft) => Answer::Draft(draft),
            Self::Silent => Answer::Silent,
            Self::Missing => rejected(RejectionReason::Missing),
            Self::Repeated => rejected(RejectionReason::Repeated),
            Self::Key => rejected(RejectionReason::Key),
            Self::Failed(detail) => rejected(RejectionReason::Failed { detail }),
        }
    }
}

/// Why a call failed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct RecordedError {
    id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    detail: String,
    /// The host, or how a program ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    host: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    /// The pause that the engine requested, or the time that it was given, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    milliseconds: Option<u64>,
    /// A number of bytes or of answers, or whether a program may have done the work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
}

impl RecordedError {
    pub(super) fn of(error: &BackendError) -> Self {
        let milliseconds = |time: &Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let own = Self { id: error.id().to_owned(), ..Self::default() };
        let detail = |detail: &String| detail.clone();
        match error {
            BackendError::Away { host, cause, .. } => Self { host: Some(host.clone()), detail: detail(cause), ..own },
            BackendError::Broken { cause, .. } => Self { detail: detail(cause), ..own },
            BackendError::Late { within, .. } => Self { milliseconds: Some(milliseconds(within)), ..own },
            BackendError::Busy { after, detail: text, .. } => {
                Self { milliseconds: after.as_ref().map(milliseconds), detail: detail(text), ..own }
            }
            BackendError::Server { status, after, detail: text, .. } => Self {
                status: Some(*status),
                milliseconds: after.as_ref().map(milliseconds),
                detail: detail(text),
                ..own
            },
            BackendError::Refused { status, detail: text, .. } | BackendError::Auth { status, detail: text, .. } => {
                Self { status: Some(*status), detail: detail(text), ..own }
            }
            BackendError::Quota { detail: text, .. }
            | BackendError::TooBig { detail: text, .. }
            | BackendError::Nonsense { detail: text, .. }
            | BackendError::Declined { detail: text, .. } => Self { detail: detail(text), ..own },
            BackendError::Count { got, .. } => Self { count: Some(*got), ..own },
            BackendError::Flood { limit, .. } => Self { count: Some(*limit), ..own },
            BackendError::Program { status, stderr, in_doubt, .. } => {
                Self { host: Some(status.clone()), detail: detail(stderr), count: Some(usize::from(*in_doubt)), ..own }
            }
            other => Self { detail: other.to_string(), ..own },
        }
    }

    /// The error again; one that says nothing of the engine, such as an interruption, is a broken connection.
    pub(super) fn error(self, engine: &str, pair: &Pair, asked: usize) -> BackendError {
        let engine = engine.to_owned();
        let time = self.milliseconds.map(Duration::from_millis);
        let Self { detail, .. } = self;
        let (status, count) = (self.status.unwrap_or_default(), self.count.unwrap_or_default());
        match self.id.as_str() {
            "away" => BackendError::Away { engine, host: self.host.unwrap_or_default(), cause: detail },
            "late" => BackendError::Late { engine, within: time.unwrap_or_default() },
            "busy" => BackendError::Busy { engine, after: time, detail },
            "server" => BackendError::Server { engine, status, after: time, detail },
            "refused" => BackendError::Refused { engine, status, detail },
            "auth" => BackendError::Auth { engine, status, detail },
            "quota" => BackendError::Quota { engine, detail },
            "too-big" => BackendError::TooBig { engine, detail },
            "nonsense" => BackendError::Nonsense { engine, detail },
            "count" => BackendError::Count { engine, asked, got: count },
            "flood" => BackendError::Flood { engine, limit: count },
            "cut-off" => BackendError::CutOff { engine },
            "declined" => BackendError::Declined { engine, detail },
            "pair" => BackendError::Pair { engine, pair: pair.clone() },
            "program" => BackendError::Program {
                engine,
                status: self.host.unwrap_or_default(),
                stderr: detail,
                in_doubt: count > 0,
            },
            _ => BackendError::Broken { engine, cause: detail },
        }
    }
}

/// A call: what was sent, and what came of it.
#[derive(Debug, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "five independent facts")]
pub(super) struct RecordedCall {
    pub(super) source: String,
    pub(super) target: String,
    hints: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    terms: bool,
    context: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    shared_context: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    background: bool,
    pub(super) texts: Vec<SentText>,
    /// The size of each text in the unit of the engine's limits.
    pub(super) sizes: Vec<usize>,
    /// What was said of the first answers, where the texts are asked for a second time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    again: Vec<EarlierDraft>,
    #[serde(flatten)]
    pub(super) outcome: RecordedOutcome,
}

/// What came of a call.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum RecordedOutcome {
    Answers(Vec<RecordedAnswer>),
    Error(RecordedError),
}

impl RecordedCall {
    /// The capabilities of the engine for the pair of the call; nothing is billed for a recording.
    pub(super) const fn capabilities(&self) -> Capabilities {
        Capabilities {
            recorded: false,
            hints: self.hints,
            terms: self.terms,
            context: self.context,
            shared_context: self.shared_context,
            background: self.background,
            ..Capabilities::TEXT
        }
    }

    pub(super) fn of(
        backend: &dyn Backend,
        pair: &Pair,
        batch: &[Request],
        result: &Result<Vec<Answer>, BackendError>,
    ) -> Self {
        let capabilities = backend.capabilities(pair);
        Self {
            source: pair.source.to_string(),
            target: pair.target.to_string(),
            hints: capabilities.hints,
            terms: capabilities.terms,
            context: capabilities.context,
            shared_context: capabilities.shared_context,
            background: capabilities.background,
            texts: batch.iter().map(|request| SentText::of(request, capabilities)).collect(),
            sizes: batch.iter().map(|request| backend.size(&Request { earlier: None, ..request.clone() })).collect(),
            again: batch.iter().filter_map(|request| request.earlier.clone()).collect(),
            outcome: match result {
                Ok(answers) => RecordedOutcome::Answers(answers.iter().map(RecordedAnswer::of).collect()),
                Err(error) => RecordedOutcome::Error(RecordedError::of(error)),
            },
        }
    }
}
