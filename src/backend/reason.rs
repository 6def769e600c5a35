//! Reasons for rejecting a draft.

use crate::model::Message;

/// Why a segment has no target although a backend was asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
pub enum RejectionReason {
    /// The engine answered other segments, but not this one.
    #[error("no answer came for this segment")]
    Missing,
    /// The engine answered this segment more than once.
    #[error("more than one answer came for this segment")]
    Repeated,
    /// The engine reported that it could not translate the segment.
    #[error("the engine could not translate it: {detail}")]
    Failed {
        /// Its message.
        detail: String,
    },
    /// The segment exceeds the engine's limit for one call.
    #[error("{characters} characters are more than the engine accepts at once ({limit})")]
    TooLong {
        /// Length of the segment.
        characters: usize,
        /// Limit of the engine.
        limit: usize,
    },
    /// The draft is empty.
    #[error("the draft is empty")]
    Empty,
    /// The draft equals the source.
    #[error("the draft repeats the source unchanged")]
    Unchanged,
    /// A placeholder is missing, duplicated or unknown, or pairs cross.
    #[error("the inline codes were changed: {mark}")]
    Codes {
        /// The first wrong placeholder.
        mark: String,
    },
    /// Web or e-mail addresses differ from the source's.
    #[error("the address `{address}` was changed")]
    Addresses {
        /// The first lost or added address.
        address: String,
    },
    /// The draft is far shorter or longer than the source.
    #[error("the draft has {draft} characters, the source {source_length}")]
    Length {
        /// Characters of the source.
        source_length: usize,
        /// Characters of the draft.
        draft: usize,
    },
    /// The draft has more lines than the source.
    #[error("the draft adds a paragraph")]
    Paragraph,
    /// Marks that engines leave in a draft: `*` before unknown words, entities, `⟦`.
    #[error("the draft contains a mark of the engine: `{mark}`")]
    Marks {
        /// The first mark.
        mark: String,
    },
    /// The engine comments on the translation, or refuses.
    #[error("the engine talks instead of translating: `{words}`")]
    Chatter {
        /// Its words.
        words: String,
    },
    /// The draft contains the source or the question.
    #[error("the draft repeats the request")]
    Echo,
    /// The draft repeats itself over and over.
    #[error("the draft repeats itself: `{words}`")]
    Loop {
        /// The repeated words.
        words: String,
    },
    /// A check that knows the language or the glossary rejects the draft.
    #[error("the draft breaks the rule `{rule}`")]
    Rule {
        /// Id of the rule.
        rule: String,
    },
}

impl RejectionReason {
    /// Stable id (`codes`).
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Repeated => "repeated",
            Self::Failed { .. } => "failed",
            Self::TooLong { .. } => "too-long",
            Self::Empty => "empty",
            Self::Unchanged => "unchanged",
            Self::Codes { .. } => "codes",
            Self::Addresses { .. } => "addresses",
            Self::Length { .. } => "length",
            Self::Paragraph => "paragraph",
            Self::Marks { .. } => "marks",
            Self::Chatter { .. } => "chatter",
            Self::Echo => "echo",
            Self::Loop { .. } => "loop",
            Self::Rule { .. } => "rule",
        }
    }

    /// The message for people, from `findings.ftl`.
    #[must_use]
    pub fn message(&self) -> Message {
        let message = Message::new(match self {
            Self::Missing => "rejected-missing",
            Self::Repeated => "rejected-repeated",
            Self::Failed { .. } => "rejected-failed",
            Self::TooLong { .. } => "rejected-too-long",
            Self::Empty => "rejected-empty",
            Self::Unchanged => "rejected-unchanged",
            Self::Codes { .. } => "rejected-codes",
            Self::Addresses { .. } => "rejected-addresses",
            Self::Length { .. } => "rejected-length",
            Self::Paragraph => "rejected-paragraph",
            Self::Marks { .. } => "rejected-marks",
            Self::Chatter { .. } => "rejected-chatter",
            Self::Echo => "rejected-echo",
            Self::Loop { .. } => "rejected-loop",
            Self::Rule { .. } => "rejected-rule",
        });
        match self {
            Self::Missing | Self::Repeated | Self::Empty | Self::Unchanged | Self::Paragraph | Self::Echo => message,
            Self::Failed { detail } => message.with("detail", detail),
            Self::TooLong { characters, limit } => message.with("characters", *characters).with("limit", *limit),
            Self::Codes { mark } | Self::Marks { mark } => message.with("mark", mark),
            Self::Addresses { address } => message.with("address", address),
            Self::Length { source_length, draft } => message.with("source", *source_length).with("draft", *draft),
            Self::Chatter { words } | Self::Loop { words } => message.with("words", words),
            Self::Rule { rule } => message.with("rule", rule),
        }
    }

    /// One value of each variant.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let words = || "sure, here is the translation".to_owned();
        vec![
            Self::Missing,
            Self::Repeated,
            Self::Failed { detail: "no such word".to_owned() },
            Self::TooLong { characters: 5012, limit: 5000 },
            Self::Empty,
            Self::Unchanged,
            Self::Codes { mark: "⟦1⟧".to_owned() },
            Self::Addresses { address: "https://example.org".to_owned() },
            Self::Length { source_length: 100, draft: 1000 },
            Self::Paragraph,
            Self::Marks { mark: "*".to_owned() },
            Self::Chatter { words: words() },
            Self::Echo,
            Self::Loop { words: words() },
            Self::Rule { rule: "numbers".to_owned() },
        ]
    }
}
