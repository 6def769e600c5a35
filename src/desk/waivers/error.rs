//! What is wrong with a file of waivers.

use crate::model::{Hinted, Message, did_you_mean};

/// What is wrong with a file of waivers, or with one of its entries. `key` is the key in question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum WaiverError {
    /// The file is not TOML.
    #[error("{message}")]
    NotToml { message: String },
    /// `waiver` is something else than a list of tables.
    #[error("`waiver` is no list of `[[waiver]]` tables")]
    NotTables,
    /// A key that no waiver has.
    #[error("unknown key `{key}`")]
    UnknownKey { key: String, known: Vec<&'static str> },
    /// A waiver lacks one of its keys.
    #[error("a waiver without `{key}`")]
    Missing { key: &'static str },
    /// A value without words.
    #[error("`{key}` is empty")]
    Empty { key: &'static str },
    /// A value that is no text.
    #[error("`{key}` is no text in quotation marks")]
    NotText { key: &'static str },
    /// A rule that no finding has.
    #[error("no rule is called `{rule}`")]
    UnknownRule { rule: String, known: Vec<&'static str> },
    /// What should be a segment's id is none.
    #[error("`{id}` is not a segment's id")]
    NotASegment { id: String },
    /// What should be a severity is none.
    #[error("`{severity}` is no severity")]
    NotASeverity { severity: String, known: Vec<&'static str> },
    /// What should be a number of findings is none.
    #[error("`count` is no number of findings")]
    NotACount,
    /// What should be a day is none.
    #[error("`{day}` is no day")]
    NotADay { day: String },
    /// What should be the digest of what was judged is none.
    #[error("`{digest}` is not a digest of what a finding judged")]
    NotADigest { digest: String },
    /// The file leaves no place for another waiver.
    #[error("no waiver can be added to this file")]
    NoPlace,
}

impl Hinted for WaiverError {
    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::NotToml { .. } | Self::NotTables | Self::NoPlace => Message::new("hint-waiver-file"),
            Self::UnknownKey { key, known } => {
                did_you_mean(key, known, Message::new("hint-known").with("known", known.join(", ")))
            }
            Self::Missing { key: "reason" } | Self::Empty { key: "reason" } => Message::new("hint-waiver-reason"),
            Self::Missing { .. }
            | Self::Empty { .. }
            | Self::NotText { .. }
            | Self::NotACount
            | Self::NotADay { .. } => Message::new("hint-waiver-keys"),
            Self::NotASeverity { severity, known } => {
                did_you_mean(severity, known, Message::new("hint-known").with("known", known.join(", ")))
            }
            Self::UnknownRule { rule, known } => {
                did_you_mean(rule, known, Message::new("hint-rules").with("known", known.join(", ")))
            }
            Self::NotASegment { .. } => Message::new("hint-segments"),
            Self::NotADigest { .. } => Message::new("hint-waiver-digest"),
        })
    }

    fn all() -> Vec<Self> {
        let word = || "mine".to_owned();
        vec![
            Self::NotToml { message: word() },
            Self::NotTables,
            Self::UnknownKey { key: word(), known: vec!["rule", "reason"] },
            Self::UnknownKey { key: "reson".to_owned(), known: vec!["rule", "reason"] },
            Self::Missing { key: "reason" },
            Self::Missing { key: "digest" },
            Self::Empty { key: "by" },
            Self::NotText { key: "by" },
            Self::UnknownRule { rule: word(), known: vec!["codes", "missing"] },
            Self::NotASegment { id: word() },
            Self::NotASeverity { severity: word(), known: vec!["minor", "major"] },
            Self::NotACount,
            Self::NotADay { day: word() },
            Self::NotADigest { digest: word() },
            Self::NoPlace,
        ]
    }
}
