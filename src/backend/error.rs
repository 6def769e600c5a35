//! Errors of backends, and the remedy for each.

use std::time::Duration;

use super::{BudgetLimit, SizeUnit};
use crate::{
    ledger::LedgerError,
    model::{Hinted, Locale, Message, Pair, did_you_mean},
};

/// What to do after a failed call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Ask the same question again after a pause.
    Retry {
        /// The pause that the engine requests.
        after: Option<Duration>,
        /// Whether the engine had the whole question, and so may have worked (and charged) for it.
        in_doubt: bool,
    },
    /// Ask again in halves, down to single segments.
    Split,
    /// Ask again segment by segment.
    Singly,
    /// The quota is spent: ask nothing more.
    Quota,
    /// Access is denied: ask nothing more.
    Auth,
    /// No retry can succeed: ask nothing more.
    Fatal,
}

/// Why a backend failed. Never contains a key or password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "`engine` is the product's name, `detail` and `cause` are what the other side said")]
pub enum BackendError {
    /// No connection was established.
    #[error("`{engine}` cannot be reached at `{host}`: {cause}")]
    Away { engine: String, host: String, cause: String },
    /// The connection broke before the answer was complete.
    #[error("`{engine}` broke off: {cause}")]
    Broken { engine: String, cause: String },
    /// No complete answer arrived in time.
    #[error("`{engine}` did not answer within {} s", .within.as_secs_f32())]
    Late { engine: String, within: Duration },
    /// Too many calls in too short a time.
    #[error("`{engine}` asks to slow down{}{}{detail}", wait(", and to wait", *.after), if .detail.is_empty() { "" } else { ": " })]
    Busy { engine: String, after: Option<Duration>, detail: String },
    /// The engine failed.
    #[error("`{engine}` failed (status {status}{}): {detail}", wait(", asks to wait", *.after))]
    Server { engine: String, status: u16, after: Option<Duration>, detail: String },
    /// The engine rejects such a request altogether.
    #[error("`{engine}` refused the request (status {status}): {detail}")]
    Refused { engine: String, status: u16, detail: String },
    /// The engine denies access.
    #[error("`{engine}` denied access (status {status}): {detail}")]
    Auth { engine: String, status: u16, detail: String },
    /// The account's quota is spent.
    #[error("no quota is left at `{engine}`: {detail}")]
    Quota { engine: String, detail: String },
    /// The question is too big for the engine.
    #[error("the request is too big for `{engine}`: {detail}")]
    TooBig { engine: String, detail: String },
    /// Texts are longer than the engine takes.
    #[error("`{engine}` takes no more than {limit} {unit} at once; longer in `{article}`: {}", .segments.join(", "))]
    TooLong { engine: String, article: String, segments: Vec<String>, limit: usize, unit: SizeUnit },
    /// The number of answers differs from that of questions.
    #[error("`{engine}` gave {got} answers to {asked} questions")]
    Count { engine: String, asked: usize, got: usize },
    /// The answer cannot be read.
    #[error("the answer of `{engine}` cannot be read: {detail}")]
    Nonsense { engine: String, detail: String },
    /// The answer is bigger than any plausible one.
    #[error("the answer of `{engine}` is bigger than {limit} bytes")]
    Flood { engine: String, limit: usize },
    /// The answer ends where the tokens of an answer ended.
    #[error("the answer of `{engine}` was cut off at its limit of tokens")]
    CutOff { engine: String },
    /// The model, or the filter before it, does not want to translate this.
    #[error("`{engine}` declined: {detail}")]
    Declined { engine: String, detail: String },
    /// A program gave no usable answer.
    #[error("the program `{engine}` {status}{}{stderr}", if .stderr.is_empty() { "" } else { ": " })]
    Program {
        engine: String,
        /// How it ended, as a verb phrase: `exited with status 3 without an answer`.
        status: String,
        /// The last lines of its error output.
        stderr: String,
        /// Whether it was killed in the middle of its work.
        in_doubt: bool,
    },
    /// A program could not be started.
    #[error("the program `{engine}` cannot be started: {cause}")]
    NotStarted { engine: String, cause: String },
    /// The backend does not translate this pair.
    #[error("`{engine}` does not translate from `{}` to `{}`", .pair.source, .pair.target)]
    Pair { engine: String, pair: Pair },
    /// The backend cannot be set up this way.
    #[error("`{engine}` cannot be set up: {problem}")]
    Setting { engine: String, problem: String },
    /// A server without the key that it needs; `variable` may hold it.
    #[error("the backend `{engine}` has no key")]
    NoKey { engine: String, variable: String },
    /// A key that was given for another origin than that of the server.
    #[error("the key of `{engine}` belongs to `{home}`, and is not sent to `{server}`")]
    ForeignKey { engine: String, home: String, server: String },
    /// A chat without a model.
    #[error("the backend `{engine}` has no model")]
    NoModel { engine: String },
    /// The server does not have the model; `known` are some of those that it has, if it tells.
    #[error("`{engine}` has no model `{model}`")]
    UnknownModel { engine: String, model: String, known: Vec<String> },
    /// A server without an address.
    #[error("the backend `{engine}` has no address")]
    NoEndpoint { engine: String },
    /// A program backend without a program.
    #[error("the backend `{engine}` has no program")]
    NoProgram { engine: String },
    /// A program or its data is not installed.
    #[error("`{engine}` needs {missing}, and this machine does not have it")]
    NotInstalled { engine: String, missing: String, packages: Vec<String> },
    /// It needs the network, and the user disallows it.
    #[error("the backend `{engine}` needs the network, but `--offline` is set")]
    Offline { engine: String },
    /// It needs the network, and this program was built without it.
    #[error("the backend `{engine}` needs the network, but this tolmach was built without the feature `http`")]
    NotBuilt { engine: String },
    /// What the run may spend is spent.
    #[error("nothing more is sent to `{engine}`, since {limit} would be exceeded")]
    Budget { engine: String, limit: BudgetLimit },
    /// The text may not leave the newsroom, and the backend is elsewhere.
    #[error("`{article}` is under embargo, so nothing of it is sent to `{engine}`")]
    Embargo { engine: String, article: String },
    /// There is a limit of cost, and nobody knows what the backend costs.
    #[error("`{engine}` has no price, so `--max-cost` cannot be kept")]
    NoPrice { engine: String },
    /// There is a limit of cost, and the prices are in several currencies.
    #[error("the prices of the backends are in several currencies ({}), so `--max-cost` cannot be kept", .currencies.join(", "))]
    Currencies { currencies: Vec<String> },
    /// The traffic cannot be recorded.
    #[error("the traffic with `{engine}` cannot be recorded: {cause}")]
    NotRecorded { engine: String, cause: String },
    /// A recording has no answer to this.
    #[error("the recording of `{engine}` has no answer to this request")]
    Unrecorded { engine: String },
    /// There is no recording, or it cannot be played.
    #[error("the recording of `{engine}` cannot be played: {file}: {cause}")]
    NoRecording { engine: String, file: String, cause: String },
    /// The question cannot be recorded.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The user interrupted it.
    #[error("interrupted")]
    Interrupted,
}

impl BackendError {
    /// The remedy for it.
    #[must_use]
    pub const fn remedy(&self) -> Remedy {
        match self {
            Self::Away { .. } => Remedy::Retry { after: None, in_doubt: false },
            Self::Broken { .. } | Self::Late { .. } => Remedy::Retry { after: None, in_doubt: true },
            Self::Busy { after, .. } => Remedy::Retry { after: *after, in_doubt: false },
            Self::Server { status, after, .. } => Remedy::Retry { after: *after, in_doubt: is_of_gateway(*status) },
            Self::TooBig { .. }
            | Self::Count { .. }
            | Self::Nonsense { .. }
            | Self::Flood { .. }
            | Self::CutOff { .. }
            | Self::Declined { .. } => Remedy::Split,
            Self::Program { .. } => Remedy::Singly,
            Self::Quota { .. } => Remedy::Quota,
            Self::Auth { .. } | Self::NoKey { .. } | Self::ForeignKey { .. } => Remedy::Auth,
            Self::Refused { .. }
            | Self::TooLong { .. }
            | Self::NotStarted { .. }
            | Self::Pair { .. }
            | Self::Setting { .. }
            | Self::NoModel { .. }
            | Self::UnknownModel { .. }
            | Self::NoEndpoint { .. }
            | Self::NoProgram { .. }
            | Self::NotInstalled { .. }
            | Self::Offline { .. }
            | Self::NotBuilt { .. }
            | Self::Budget { .. }
            | Self::Embargo { .. }
            | Self::NoPrice { .. }
            | Self::Currencies { .. }
            | Self::NotRecorded { .. }
            | Self::Unrecorded { .. }
            | Self::NoRecording { .. }
            | Self::Ledger(_)
            | Self::Interrupted => Remedy::Fatal,
        }
    }

    /// Whether the engine had the whole question, and its time ran out.
    pub(super) const fn is_timeout(&self) -> bool {
        matches!(self, Self::Late { .. } | Self::Program { in_doubt: true, .. })
    }

    /// Whether it holds for the engine altogether, whatever it is asked.
    pub(super) const fn holds_for_engine(&self) -> bool {
        matches!(
            self,
            Self::Away { .. }
                | Self::Busy { .. }
                | Self::Auth { .. }
                | Self::Quota { .. }
                | Self::UnknownModel { .. }
                | Self::NotStarted { .. }
        ) || self.is_timeout()
    }

    /// Whether the backend broke down: another one may still do the work. What holds for the whole run, such as a limit of
    /// cost, a ledger that cannot be written and an interruption, is no breakdown, and no more is a gap in a recording.
    pub(super) const fn is_of_engine(&self) -> bool {
        !matches!(
            self,
            Self::Budget { .. }
                | Self::Embargo { .. }
                | Self::NotRecorded { .. }
                | Self::Unrecorded { .. }
                | Self::NoRecording { .. }
                | Self::Ledger(_)
                | Self::Interrupted
        )
    }

    /// Whether it is the engine's answer to the text: asked again, it would only say so again, and charge for it.
    pub(super) const fn is_answer(&self) -> bool {
        matches!(self, Self::Declined { .. } | Self::CutOff { .. })
    }

    /// Whether a smaller question might succeed where retries have not helped.
    pub(super) const fn may_succeed_smaller(&self) -> bool {
        matches!(self, Self::Broken { .. } | Self::Late { .. } | Self::Server { .. })
    }

    /// Whether the engine may have done the work all the same: it had the question, and there is no answer.
    #[must_use]
    pub const fn is_in_doubt(&self) -> bool {
        if let Self::Server { status, .. } = self {
            return is_of_gateway(*status);
        }
        matches!(
            self,
            Self::Broken { .. }
                | Self::Late { .. }
                | Self::Count { .. }
                | Self::Nonsense { .. }
                | Self::Flood { .. }
                | Self::CutOff { .. }
                | Self::Declined { .. }
                | Self::Program { in_doubt: true, .. }
                | Self::Interrupted
        )
    }

    /// Whether an external cause left work undone (exit code 3), as opposed to a wrong setting (2) and the user's own
    /// interruption (130).
    #[must_use]
    pub const fn is_unfinished(&self) -> bool {
        !matches!(
            self,
            Self::Setting { .. }
                | Self::NoPrice { .. }
                | Self::Currencies { .. }
                | Self::NoRecording { .. }
                | Self::NoKey { .. }
                | Self::ForeignKey { .. }
                | Self::NoModel { .. }
                | Self::UnknownModel { .. }
                | Self::NoEndpoint { .. }
                | Self::NoProgram { .. }
                | Self::Offline { .. }
                | Self::NotBuilt { .. }
                | Self::Interrupted
        )
    }

    /// Stable id (`no-endpoint`).
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Away { .. } => "away",
            Self::Broken { .. } => "broken",
            Self::Late { .. } => "late",
            Self::Busy { .. } => "busy",
            Self::Server { .. } => "server",
            Self::Refused { .. } => "refused",
            Self::Auth { .. } => "auth",
            Self::Quota { .. } => "quota",
            Self::TooBig { .. } => "too-big",
            Self::TooLong { .. } => "too-long",
            Self::Count { .. } => "count",
            Self::Nonsense { .. } => "nonsense",
            Self::Flood { .. } => "flood",
            Self::CutOff { .. } => "cut-off",
            Self::Declined { .. } => "declined",
            Self::Program { .. } => "program",
            Self::NotStarted { .. } => "not-started",
            Self::Pair { .. } => "pair",
            Self::Setting { .. } => "setting",
            Self::NoKey { .. } => "no-key",
            Self::ForeignKey { .. } => "foreign-key",
            Self::NoModel { .. } => "no-model",
            Self::UnknownModel { .. } => "unknown-model",
            Self::NoEndpoint { .. } => "no-endpoint",
            Self::NoProgram { .. } => "no-program",
            Self::NotInstalled { .. } => "not-installed",
            Self::Offline { .. } => "offline",
            Self::NotBuilt { .. } => "not-built",
            Self::Budget { .. } => "budget",
            Self::Embargo { .. } => "embargo",
            Self::NoPrice { .. } => "no-price",
            Self::Currencies { .. } => "currencies",
            Self::NotRecorded { .. } => "not-recorded",
            Self::Unrecorded { .. } => "unrecorded",
            Self::NoRecording { .. } => "no-recording",
            Self::Ledger(_) => "ledger",
            Self::Interrupted => "interrupted",
        }
    }
}

/// Whether a status says that a server in between has lost the one behind it, which may work on (RFC 9110, sections 15.5.9,
/// 15.6.3 and 15.6.5; 520 to 524 are those of a content network).
const fn is_of_gateway(status: u16) -> bool {
    matches!(status, 408 | 502 | 504 | 520..=524)
}

/// The pause that an engine requests, after these words.
fn wait(words: &str, after: Option<Duration>) -> String {
    after.map_or_else(String::new, |after| format!("{words} {} s", after.as_secs_f64().ceil()))
}

impl Hinted for BackendError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::Away { .. } => "hint-backend-away",
            Self::Broken { .. } | Self::Late { .. } => "hint-backend-late",
            Self::Busy { .. } => "hint-backend-busy",
            Self::Server { .. } => "hint-backend-server",
            Self::Refused { .. } => "hint-backend-refused",
            Self::Auth { .. } => "hint-backend-auth",
            Self::Quota { .. } => "hint-backend-quota",
            Self::TooBig { .. } => "hint-backend-too-big",
            Self::Count { .. } | Self::Nonsense { .. } | Self::Flood { .. } => "hint-backend-nonsense",
            Self::CutOff { .. } => "hint-backend-cut-off",
            Self::Declined { .. } => "hint-backend-declined",
            Self::NoKey { variable, .. } => {
                return Some(Message::new("hint-backend-no-key").with("variable", variable));
            }
            Self::ForeignKey { .. } => "hint-backend-foreign-key",
            Self::NoModel { .. } => "hint-backend-no-model",
            Self::UnknownModel { model, known, .. } => {
                let otherwise = match known.as_slice() {
                    [] => Message::new("hint-backend-model"),
                    known => Message::new("hint-backend-models").with("known", known.join(", ")),
                };
                return Some(did_you_mean(model, known, otherwise));
            }
            Self::Program { .. } => "hint-backend-program",
            Self::NotStarted { .. } => "hint-backend-not-started",
            Self::Pair { .. } => "hint-backend-pair",
            Self::TooLong { .. } => "hint-backend-too-long",
            Self::Setting { .. } => "hint-backend-settings",
            Self::NoEndpoint { .. } => "hint-backend-no-endpoint",
            Self::NoProgram { .. } => "hint-backend-no-program",
            Self::NotInstalled { packages, .. } => {
                return Some(Message::new("hint-backend-not-installed").with("packages", packages.join(" ")));
            }
            Self::Offline { .. } => "hint-backend-offline",
            Self::NotBuilt { .. } => "hint-backend-not-built",
            Self::Budget { .. } => "hint-backend-budget",
            Self::Embargo { .. } => "hint-backend-embargo",
            Self::NoPrice { .. } => "hint-backend-no-price",
            Self::Currencies { .. } => "hint-backend-currencies",
            Self::NotRecorded { .. } => "hint-backend-not-recorded",
            Self::Unrecorded { .. } | Self::NoRecording { .. } => "hint-backend-unrecorded",
            Self::Ledger(error) => return error.hint(),
            Self::Interrupted => "hint-interrupted",
        }))
    }

    fn all() -> Vec<Self> {
        let word = || "Apertium".to_owned();
        let (engine, detail, cause) = (word, word, word);
        let pair = Pair { source: Locale::english(), target: Locale::undetermined() };
        let mut all = vec![
            Self::Away { engine: engine(), host: word(), cause: cause() },
            Self::Broken { engine: engine(), cause: cause() },
            Self::Busy { engine: engine(), after: None, detail: detail() },
            Self::Server { engine: engine(), status: 500, after: None, detail: detail() },
            Self::Refused { engine: engine(), status: 400, detail: detail() },
            Self::Auth { engine: engine(), status: 403, detail: detail() },
            Self::Quota { engine: engine(), detail: detail() },
            Self::TooBig { engine: engine(), detail: detail() },
            Self::TooLong {
                engine: engine(),
                article: word(),
                segments: vec![word()],
                limit: 1,
                unit: SizeUnit::Characters,
            },
            Self::Nonsense { engine: engine(), detail: detail() },
            Self::Program { engine: engine(), status: word(), stderr: word(), in_doubt: false },
            Self::NotStarted { engine: engine(), cause: cause() },
            Self::Pair { engine: engine(), pair },
            Self::Setting { engine: engine(), problem: detail() },
            Self::CutOff { engine: engine() },
            Self::Declined { engine: engine(), detail: detail() },
            Self::NoKey { engine: engine(), variable: word() },
            Self::ForeignKey { engine: engine(), home: word(), server: word() },
            Self::NoModel { engine: engine() },
            Self::UnknownModel { engine: engine(), model: word(), known: Vec::new() },
            Self::UnknownModel { engine: engine(), model: word(), known: vec!["gemma".to_owned()] },
            Self::UnknownModel { engine: engine(), model: word(), known: vec![word()] },
            Self::NoEndpoint { engine: engine() },
            Self::NoProgram { engine: engine() },
            Self::NotInstalled { engine: engine(), missing: word(), packages: vec![word()] },
            Self::Offline { engine: engine() },
            Self::NotBuilt { engine: engine() },
            Self::Budget { engine: engine(), limit: BudgetLimit::Characters(1) },
            Self::Embargo { engine: engine(), article: word() },
            Self::NoPrice { engine: engine() },
            Self::Currencies { currencies: vec![detail()] },
            Self::NotRecorded { engine: engine(), cause: cause() },
            Self::Unrecorded { engine: engine() },
            Self::NoRecording { engine: engine(), file: word(), cause: cause() },
            Self::Interrupted,
        ];
        all.extend(LedgerError::all().into_iter().map(Self::Ledger));
        all
    }
}
