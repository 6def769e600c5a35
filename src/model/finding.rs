//! Findings about content: a problem, its place, perhaps a fix. The wording is chosen at render time.

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
    /// All of them, the least first.
    pub const ALL: [Self; 4] = [Self::Neutral, Self::Minor, Self::Major, Self::Critical];

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

/// A problem found in content (ITS localization quality issue).
///
/// Created only from a [`Problem`], so that its rule, message and arguments belong together. Stored as JSON, it is read
/// back without loss, unless it names a rule, message or argument that is no longer known: that is an error (see
/// `pipeline::problems`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub(super) rule: &'static str,
    pub(super) id: &'static str,
    pub(super) args: Args,
    pub(super) hint: Option<Message>,
    /// How much it matters.
    pub severity: Severity,
    /// Its place.
    pub place: Place,
    /// Id of the glossary concept it is about.
    pub concept: Option<String>,
    /// The replacement, if there is one.
    pub fix: Option<Fix>,
    /// Other possible replacements for the same span, best first.
    pub alternatives: Vec<String>,
    /// What it judged, if it is about a segment: a digest each of the sentence, of its translation, and of the glossary's
    /// entries that are found in either, joined by hyphens.
    pub digest: Option<String>,
}

/// The place of a finding, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Path of the file, relative to the project, with `/`.
    pub file: Option<String>,
    /// Line in that file, from 1.
    pub line: Option<usize>,
    /// Column in that line, in characters from 1.
    pub column: Option<usize>,
    /// Position of the segment in the article's file.
    pub source: Option<FilePosition>,
    /// The locale concerned.
    pub locale: Option<Locale>,
    /// The segment concerned.
    pub segment: Option<SegmentId>,
    /// The side of the segment that `span` refers to.
    pub side: Side,
    /// Byte span in that side's prose; empty at 0 for the whole of it.
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
    /// The text to put at the finding's span.
    pub replacement: String,
    /// Whether it may be applied without review.
    pub certain: bool,
}

/// The result of a reader that continues after a bad line: the value and the problems on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<T> {
    /// What could be read.
    pub value: T,
    /// The problems found.
    pub findings: Vec<Finding>,
}

impl Finding {
    /// Creates a finding for a problem at a place, without a fix.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a problem is made for its finding")]
    pub fn new(problem: impl Problem, severity: Severity, place: Place) -> Self {
        let (rule, id, args, hint) = (problem.rule(), problem.id(), problem.args(), problem.hint());
        let (concept, fix, alternatives, digest) = (None, None, Vec::new(), None);
        Self { rule, id, args, hint, severity, place, concept, fix, alternatives, digest }
    }

    /// Returns the stable id of the rule (`forbidden-term`).
    #[must_use]
    pub const fn rule(&self) -> &'static str {
        self.rule
    }

    /// Returns the id of the problem: the id of its message after `finding-`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Returns the arguments of its message.
    #[must_use]
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }

    /// Returns the text of an argument; `None` if no text argument has that name.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(known, _)| *known == name).and_then(|(_, arg)| arg.text())
    }

    /// Returns what to do about it, if there is more to say than the fix.
    #[must_use]
    pub const fn hint(&self) -> Option<&Message> {
        self.hint.as_ref()
    }

    /// Returns the finding as one about a concept of the glossary.
    #[must_use]
    pub fn about(mut self, concept: &str) -> Self {
        self.concept = Some(concept.to_owned());
        self
    }

    /// Returns the finding with a fix that may be applied without review.
    #[must_use]
    pub fn fix(mut self, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { replacement: replacement.into(), certain: true });
        self
    }

    /// Returns the finding with a fix that a person must review.
    #[must_use]
    pub fn guess(mut self, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { replacement: replacement.into(), certain: false });
        self
    }

    /// Whether it has a fix that may be applied without review.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.fix.as_ref().is_some_and(|fix| fix.certain)
    }
}
