//! All problems that can be reported about content: the list of all enums of problems, and the pipeline's own.

use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, de};

use super::WaiverProblem;
use crate::{
    backend::RejectionReason,
    bilingual, check, edition, glossary, memory,
    model::{Args, Finding, KnownProblems, Problem, Problems, StoredFinding},
    source,
};

/// A draft was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRejectedProblem {
    /// The engine's product name.
    pub engine: String,
    /// The reason.
    pub reason: RejectionReason,
}

impl Problem for DraftRejectedProblem {
    fn rule(&self) -> &'static str {
        "draft-rejected"
    }

    fn id(&self) -> &'static str {
        "draft-rejected"
    }

    fn args(&self) -> Args {
        vec![("engine", (&self.engine).into()), ("reason", self.reason.message().into())]
    }

    fn all() -> Vec<Self> {
        RejectionReason::all().into_iter().map(|reason| Self { engine: "Apertium".to_owned(), reason }).collect()
    }
}

/// An exception in the settings does nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IgnoreProblem {
    /// It matches no finding.
    Unused {
        /// The rule of the exception.
        rule: String,
    },
    /// It does not say why it is there, and so excepts nothing.
    NoReason {
        /// The rule of the exception.
        rule: String,
    },
}

impl Problem for IgnoreProblem {
    fn rule(&self) -> &'static str {
        "ignore-unused"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Unused { .. } => "ignore-unused",
            Self::NoReason { .. } => "ignore-unused-no-reason",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Unused { rule } | Self::NoReason { rule } => vec![("name", rule.into())],
        }
    }

    fn all() -> Vec<Self> {
        let rule = "numbers".to_owned();
        vec![Self::Unused { rule: rule.clone() }, Self::NoReason { rule }]
    }
}

/// A file of translations belongs to no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrphanedFileProblem {
    /// No article has its sentences.
    Alone {
        /// The article that is gone.
        slug: String,
    },
    /// An article of another name has its sentences.
    Renamed {
        /// The article that is gone.
        slug: String,
        /// The article that has its sentences.
        article: String,
        /// The command that gives the file to that article.
        command: String,
    },
}

impl Problem for OrphanedFileProblem {
    fn rule(&self) -> &'static str {
        "orphaned-file"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Alone { .. } => "orphaned-file",
            Self::Renamed { .. } => "orphaned-file-renamed",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Alone { slug } => vec![("name", slug.into())],
            Self::Renamed { slug, article, command } => {
                vec![("name", slug.into()), ("article", article.into()), ("command", command.into())]
            }
        }
    }

    fn all() -> Vec<Self> {
        let (slug, article, command) = ("army".to_owned(), "forces".to_owned(), "tolmach mv army forces".to_owned());
        vec![Self::Alone { slug: slug.clone() }, Self::Renamed { slug, article, command }]
    }
}

/// A generated page that no build makes any more, and that would still be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrphanedPageProblem {
    /// Its article does not exist.
    ArticleGone {
        /// The article that is gone.
        slug: String,
    },
    /// The project has no texts in its locale.
    NotATarget {
        /// The locale.
        locale: String,
    },
}

impl Problem for OrphanedPageProblem {
    fn rule(&self) -> &'static str {
        "orphaned-page"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::ArticleGone { .. } => "orphaned-page",
            Self::NotATarget { .. } => "orphaned-page-locale",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::ArticleGone { slug } => vec![("name", slug.into())],
            Self::NotATarget { locale } => vec![("tag", locale.into())],
        }
    }

    fn all() -> Vec<Self> {
        vec![Self::ArticleGone { slug: "army".to_owned() }, Self::NotATarget { locale: "pl".to_owned() }]
    }
}

/// Two people's targets for one segment wait for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenConflictProblem {
    /// The number of segments.
    pub count: usize,
    /// The article.
    pub slug: String,
}

impl Problem for OpenConflictProblem {
    fn rule(&self) -> &'static str {
        "open-conflict"
    }

    fn id(&self) -> &'static str {
        "open-conflict"
    }

    fn args(&self) -> Args {
        vec![("count", self.count.into()), ("name", (&self.slug).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { count: 2, slug: "army".to_owned() }]
    }
}

/// Returns all problems that can be reported, one entry for each enum of problems.
#[must_use]
pub fn problems() -> Vec<Problems> {
    let pipeline_problems = [
        Problems::of::<DraftRejectedProblem>(),
        Problems::of::<IgnoreProblem>(),
        Problems::of::<OrphanedFileProblem>(),
        Problems::of::<OrphanedPageProblem>(),
        Problems::of::<OpenConflictProblem>(),
        Problems::of::<WaiverProblem>(),
    ];
    let folder_problems = [
        check::problems(),
        glossary::problems(),
        source::problems(),
        bilingual::problems(),
        memory::problems(),
        edition::problems(),
    ];
    folder_problems.into_iter().flatten().chain(pipeline_problems).collect()
}

/// Returns the rules of all problems that can be reported, sorted.
#[must_use]
pub fn rules() -> Vec<&'static str> {
    let mut rules: Vec<&str> =
        problems().iter().flat_map(|problems| problems.samples.iter().map(Finding::rule).collect::<Vec<_>>()).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// The problems that a stored finding may name.
static KNOWN: LazyLock<KnownProblems> = LazyLock::new(|| KnownProblems::new(problems()));

/// Fails on a rule, message or argument that is not in [`problems`]: another version has stored it. This impl is here
/// because all problems are known only here.
impl<'de> Deserialize<'de> for Finding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        KNOWN.restore(StoredFinding::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}
