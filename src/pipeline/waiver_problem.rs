//! What is wrong with a waiver: it has fallen, or there is nothing that it waives.

use super::JudgedPart;
use crate::model::{Args, Message, Problem};

/// A waiver does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaiverProblem {
    /// What the finding judged has changed.
    Fallen {
        /// The rule that it waives.
        rule: String,
        /// The part that has changed first.
        part: JudgedPart,
    },
    /// There is no such finding in the segment.
    Unused {
        /// The rule that it waives.
        rule: String,
    },
    /// The article has no such segment.
    SegmentGone {
        /// The rule that it waives.
        rule: String,
        /// The segment’s id.
        segment: String,
    },
    /// The policy lets nobody waive the rule.
    Refused {
        /// The rule that it waives.
        rule: String,
        /// The setting that says so.
        setting: String,
    },
    /// Its folder is that of a locale in which there is no text of the project.
    NotATarget {
        /// The locale.
        locale: String,
    },
    /// There is no such article.
    ArticleGone {
        /// The article.
        slug: String,
    },
}

impl Problem for WaiverProblem {
    fn rule(&self) -> &'static str {
        "waiver"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Fallen { part: JudgedPart::Source, .. } => "waiver-fell-source",
            Self::Fallen { part: JudgedPart::Target, .. } => "waiver-fell-target",
            Self::Fallen { part: JudgedPart::Terms, .. } => "waiver-fell-terms",
            Self::Fallen { part: JudgedPart::Editions, .. } => "waiver-fell-editions",
            Self::Unused { .. } => "waiver-unused",
            Self::SegmentGone { .. } => "waiver-segment-gone",
            Self::Refused { .. } => "waiver-refused",
            Self::NotATarget { .. } => "waiver-not-a-target",
            Self::ArticleGone { .. } => "waiver-article-gone",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Fallen { rule, .. } | Self::Unused { rule } => vec![("name", rule.into())],
            Self::SegmentGone { rule, segment } => vec![("name", rule.into()), ("segment", segment.into())],
            Self::Refused { rule, setting } => vec![("name", rule.into()), ("setting", setting.into())],
            Self::NotATarget { locale } => vec![("tag", locale.into())],
            Self::ArticleGone { slug } => vec![("name", slug.into())],
        }
    }

    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::Fallen { .. } => "hint-waive-again",
            Self::Unused { .. } | Self::SegmentGone { .. } | Self::Refused { .. } => "hint-remove-waiver",
            Self::NotATarget { .. } => "hint-add-target",
            Self::ArticleGone { .. } => "hint-remove-waivers",
        }))
    }

    fn all() -> Vec<Self> {
        let rule = || "numbers".to_owned();
        let parts = [JudgedPart::Source, JudgedPart::Target, JudgedPart::Terms, JudgedPart::Editions];
        let fallen = parts.into_iter().map(|part| Self::Fallen { rule: rule(), part });
        let others = [
            Self::Unused { rule: rule() },
            Self::SegmentGone { rule: rule(), segment: "0123456789ab".to_owned() },
            Self::Refused { rule: rule(), setting: "policy.final.never_waive".to_owned() },
            Self::NotATarget { locale: "pl".to_owned() },
            Self::ArticleGone { slug: "army".to_owned() },
        ];
        fallen.chain(others).collect()
    }
}
