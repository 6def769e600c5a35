//! A rule and the code that applies it.

use super::{Bitext, Context, Whole};
use crate::model::{Finding, Problems, Severity};

/// A rule's name and how much its findings matter as a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable id (`forbidden-term`); `rule-forbidden-term` explains it.
    pub id: &'static str,
    /// Severity of its findings, where nothing special holds.
    pub severity: Severity,
}

/// The code that applies a rule. An implementor overrides one level.
pub trait Check: Sync {
    /// The rule.
    fn rule(&self) -> Rule;

    /// What it can report.
    fn problems(&self) -> Problems;

    /// What is wrong in a sentence and its translation.
    fn segment(&self, _context: &Context<'_>, _bitext: &Bitext<'_>, _out: &mut Vec<Finding>) {}

    /// What is wrong in an article and its translation: what is wrong in each of its segments.
    fn article(&self, context: &Context<'_>, whole: &Whole<'_>, out: &mut Vec<Finding>) {
        for bitext in &whole.bitexts {
            self.segment(context, bitext, out);
        }
    }
}
