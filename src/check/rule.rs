//! A rule and the code that applies it.

use super::{Bitext, CheckedArticle, Context};
use crate::model::{Finding, Problems, Severity};

/// A rule's id and default severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable id (`forbidden-term`); `rule-forbidden-term` explains it.
    pub id: &'static str,
    /// Severity of its findings, unless the check decides otherwise.
    pub severity: Severity,
}

/// The code that applies a rule. Implementors override `segment`, `article` or both.
pub trait Check: Sync {
    /// The rule.
    fn rule(&self) -> Rule;

    /// Problems that it can report.
    fn problems(&self) -> Problems;

    /// Checks a sentence and its translation.
    fn segment(&self, _context: &Context<'_>, _bitext: &Bitext<'_>, _out: &mut Vec<Finding>) {}

    /// Checks an article and its translation: by default, each of its segments.
    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        for bitext in &checked.bitexts {
            self.segment(context, bitext, out);
        }
    }
}
