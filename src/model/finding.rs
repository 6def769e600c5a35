//! Something to say about content: a problem, its place, perhaps a fix. The wording is made at render time.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Arg, Args, FilePosition, Locale, Message, Problem, SegmentId};

/// How much a finding matters (MQM); ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Advice.
    Neutral,
    /// A small flaw.
    Minor,
    /// Readers would stumble or be misinformed.
    Major,
    /// The edition is broken.
    Critical,
}

impl Severity {
    /// The name used on the command line and in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Critical => "critical",
        }
    }
}

/// Something to say about content (ITS localization quality issue).
///
/// It is made of a [`Problem`] and in no other way, so that its rule, message and arguments belong together. Stored as
/// JSON, it is read back with nothing lost, unless it names a rule, message or argument that is not known any more:
/// then that is an error (see `pipeline::problems`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub(super) rule: &'static str,
    pub(super) id: &'static str,
    pub(super) args: Args,
    pub(super) hint: Option<Message>,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// Id of the glossary's concept that it is about.
    pub concept: Option<String>,
    /// The replacement, where there is one.
    pub fix: Option<Fix>,
    /// Other possible replacements for the same span, the best first.
    pub alternatives: Vec<String>,
}

/// Where a finding is: as much of it as is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Path of the file, relative to the project, with `/`.
    pub file: Option<String>,
    /// Line in that file, from 1.
    pub line: Option<usize>,
    /// Column in that line, in characters from 1.
    pub column: Option<usize>,
    /// Where the segment stands in the article's file.
    pub source: Option<FilePosition>,
    /// The locale concerned.
    pub locale: Option<Locale>,
    /// The segment concerned.
    pub segment: Option<SegmentId>,
    /// Which side of the segment `span` counts in.
    pub side: Side,
    /// Bytes of that side's prose; empty at 0 when the whole is meant.
    pub span: Range<usize>,
}

/// A side of a bilingual pair.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The translation.
    #[default]
    Target,
    /// The article.
    Source,
}

/// A replacement for the finding's span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fix {
    /// What is to stand at the finding's span.
    pub replacement: String,
    /// Whether it may be applied unread.
    pub certain: bool,
}

/// What a reader gives that goes on after a bad line: the value, and what was wrong on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<T> {
    /// What could be read.
    pub value: T,
    /// What was wrong.
    pub findings: Vec<Finding>,
}

impl Finding {
    /// A problem at a place, without fix.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a problem is made for its finding")]
    pub fn new(problem: impl Problem, severity: Severity, place: Place) -> Self {
        let (rule, id, args, hint) = (problem.rule(), problem.id(), problem.args(), problem.hint());
        let (concept, fix, alternatives) = (None, None, Vec::new());
        Self { rule, id, args, hint, severity, place, concept, fix, alternatives }
    }

    /// Stable id of the rule (`forbidden-term`).
    #[must_use]
    pub const fn rule(&self) -> &'static str {
        self.rule
    }

    /// Which problem it is: the id of its message behind `finding-`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The arguments of its message.
    #[must_use]
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }

    /// The words of one argument; `None` where there are none of that name.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(known, _)| *known == name).and_then(|(_, arg)| arg.text())
    }

    /// What to do about it, where there is more to say than the fix.
    #[must_use]
    pub const fn hint(&self) -> Option<&Message> {
        self.hint.as_ref()
    }

    /// The same finding, about a concept of the glossary.
    #[must_use]
    pub fn about(mut self, concept: &str) -> Self {
        self.concept = Some(concept.to_owned());
        self
    }

    /// The same finding with a fix that may be applied unread.
    #[must_use]
    pub fn fix(mut self, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { replacement: replacement.into(), certain: true });
        self
    }

    /// The same finding with a fix that a person has to look at.
    #[must_use]
    pub fn guess(mut self, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { replacement: replacement.into(), certain: false });
        self
    }

    /// Whether it has a fix that may be applied unread.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.fix.as_ref().is_some_and(|fix| fix.certain)
    }
}
