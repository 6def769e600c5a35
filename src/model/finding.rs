//! Something to say about content: place, arguments, perhaps a fix. The wording is made at render time.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{FilePosition, Locale, SegmentId};

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable id of the rule (`forbidden-term`); also the id of its Fluent message (`finding-forbidden-term`).
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// Arguments of the message, by name.
    pub args: Vec<(&'static str, String)>,
    /// The certain replacement, where there is one.
    pub fix: Option<Fix>,
    /// Other possible replacements for the same span, the best first.
    pub alternatives: Vec<String>,
}

/// Where a finding is: as much of it as is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Side {
    /// The translation.
    #[default]
    Target,
    /// The article.
    Source,
}

/// A replacement for the finding's span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What is to stand at the finding's span.
    pub replacement: String,
}

/// What a reader gives that goes on after a bad line: the value, and what was wrong on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<T> {
    /// What could be read.
    pub value: T,
    /// What was wrong.
    pub findings: Vec<Finding>,
}

impl<T> Parsed<T> {
    /// A value about which there is nothing to say.
    pub const fn clean(value: T) -> Self {
        Self { value, findings: Vec::new() }
    }
}

impl Finding {
    /// A finding of `rule` at a place, without arguments or fix.
    #[must_use]
    pub const fn new(rule: &'static str, severity: Severity, place: Place) -> Self {
        Self { rule, severity, place, args: Vec::new(), fix: None, alternatives: Vec::new() }
    }

    /// The same finding with one more argument for its message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The same finding with a certain fix.
    #[must_use]
    pub fn fix(mut self, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { replacement: replacement.into() });
        self
    }
}
