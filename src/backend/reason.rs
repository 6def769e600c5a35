//! Reasons for rejecting a draft.

use super::SizeUnit;
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
    #[error("{size} {unit} are more than the engine accepts at once ({limit})")]
    TooLong {
        /// Size of the segment.
        size: usize,
        /// Limit of the engine.
        limit: usize,
        /// The unit of both.
        unit: SizeUnit,
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
    /// The draft says the same sentence twice.
    #[error("the draft says the same twice: `{words}`")]
    Twice {
        /// What it says twice.
        words: String,
    },
    /// The draft is in a wrapper: JSON, Markdown, tags, quotation marks.
    #[error("the draft is wrapped in marks that the source does not have: `{mark}`")]
    Wrapped {
        /// The mark.
        mark: String,
    },
    /// The draft has characters that nobody sees and that change how the others are read.
    #[error("the draft contains an invisible character: {mark}")]
    Invisible {
        /// The character's number, `U+202E`.
        mark: String,
    },
    /// The draft is in another language than that of the edition.
    #[error("the draft is in another language: `{words}`")]
    Language {
        /// Its first words.
        words: String,
    },
    /// The drafts of several sentences seem to have changed places.
    #[error("the draft seems to belong to another sentence: the answers came in another order than the questions")]
    Order,
    /// Sentences that have nothing in common got the same draft.
    #[error("the same draft came for {count} different sentences")]
    Same {
        /// How many.
        count: usize,
    },
    /// The draft contains the engine's key.
    #[error("the draft contains the key of the engine")]
    Key,
    /// A check that knows the language or the glossary rejects the draft.
    #[error("the draft breaks the rule `{rule}`{}", Self::quoted(words))]
    Rule {
        /// Id of the rule.
        rule: String,
        /// The words that break it; empty where there are none.
        words: String,
    },
    /// By such a check, the draft lacks something of the source.
    #[error("the draft breaks the rule `{rule}`: it lacks `{words}`")]
    Lost {
        /// Id of the rule.
        rule: String,
        /// The words of the source.
        words: String,
    },
    /// The draft lacks wordings of the glossary.
    #[error("the draft lacks terms: {}", Self::listed(missing))]
    Terms {
        /// The words of the source, each with the wording that the glossary has for it.
        missing: Vec<(String, String)>,
    },
}

impl RejectionReason {
    fn quoted(words: &str) -> String {
        if words.is_empty() { String::new() } else { format!(": `{words}`") }
    }

    fn listed(missing: &[(String, String)]) -> String {
        let missing: Vec<String> = missing.iter().map(|(term, wanted)| format!("{term} → {wanted}")).collect();
        missing.join(", ")
    }

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
            Self::Twice { .. } => "twice",
            Self::Wrapped { .. } => "wrapped",
            Self::Invisible { .. } => "invisible",
            Self::Language { .. } => "language",
            Self::Order => "order",
            Self::Same { .. } => "same",
            Self::Key => "key",
            Self::Rule { .. } | Self::Lost { .. } => "rule",
            Self::Terms { .. } => "terms",
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
            Self::Twice { .. } => "rejected-twice",
            Self::Wrapped { .. } => "rejected-wrapped",
            Self::Invisible { .. } => "rejected-invisible",
            Self::Language { .. } => "rejected-language",
            Self::Order => "rejected-order",
            Self::Same { .. } => "rejected-same",
            Self::Key => "rejected-key",
            Self::Rule { words, .. } if words.is_empty() => "rejected-rule",
            Self::Rule { .. } => "rejected-rule-words",
            Self::Lost { .. } => "rejected-rule-lost",
            Self::Terms { .. } => "rejected-terms",
        });
        match self {
            Self::Missing
            | Self::Repeated
            | Self::Empty
            | Self::Unchanged
            | Self::Paragraph
            | Self::Echo
            | Self::Order
            | Self::Key => message,
            Self::Failed { detail } => message.with("detail", detail),
            Self::TooLong { size, limit, unit } => {
                message.with("size", *size).with("limit", *limit).with("unit", unit.as_str())
            }
            Self::Codes { mark } | Self::Marks { mark } | Self::Wrapped { mark } | Self::Invisible { mark } => {
                message.with("mark", mark)
            }
            Self::Addresses { address } => message.with("address", address),
            Self::Length { source_length, draft } => message.with("source", *source_length).with("draft", *draft),
            Self::Chatter { words } | Self::Loop { words } | Self::Twice { words } | Self::Language { words } => {
                message.with("words", words)
            }
            Self::Same { count } => message.with("count", *count),
            Self::Rule { rule, words } if words.is_empty() => message.with("rule", rule),
            Self::Rule { rule, words } | Self::Lost { rule, words } => message.with("rule", rule).with("words", words),
            Self::Terms { missing } => message.with("missing", Self::listed(missing)),
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
            Self::TooLong { size: 5012, limit: 5000, unit: SizeUnit::Characters },
            Self::TooLong { size: 5012, limit: 5000, unit: SizeUnit::Bytes },
            Self::TooLong { size: 5012, limit: 5000, unit: SizeUnit::Tokens },
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
            Self::Twice { words: words() },
            Self::Wrapped { mark: "{".to_owned() },
            Self::Invisible { mark: "U+202E".to_owned() },
            Self::Language { words: words() },
            Self::Order,
            Self::Same { count: 5 },
            Self::Key,
            Self::Rule { rule: "forbidden-term".to_owned(), words: "Hamburg".to_owned() },
            Self::Rule { rule: "numbers".to_owned(), words: String::new() },
            Self::Lost { rule: "numbers".to_owned(), words: "12".to_owned() },
            Self::Terms { missing: vec![("Homel".to_owned(), "Hamburg".to_owned())] },
        ]
    }
}
