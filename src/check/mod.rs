//! What can be wrong? One rule is one file.
//!
//! A rule says at one level what it finds: in a pair of texts ([`Check::segment`]), or in an article and its
//! translation ([`Check::article`]). All rules share one look at the words of each pair ([`Bitext`]).

mod codes;
mod compound;
mod context;
mod deprecated_term;
mod evidence;
mod forbidden_term;
mod foreign_letters;
mod language;
mod missing;
mod misspelt_term;
mod nearness;
mod numbers;
mod original_wording;
mod quantity;
mod quotation;
mod roman;
mod source_term;
mod stale;
mod suggestion;
mod term_case;
mod term_consistency;
mod term_quotes;
mod terminology;
mod untranslated;

use std::collections::{HashMap, HashSet};

use crate::model::{Article, Finding, SegmentId, Severity, Text, Translation};

pub use context::{Bitext, Context, Whole};
pub use language::Language;
pub use term_consistency::{Choice, across};

/// A rule's name and how much its findings matter as a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable id (`forbidden-term`); its message is `finding-forbidden-term`.
    pub id: &'static str,
    /// Severity of its findings, where nothing special holds.
    pub severity: Severity,
}

/// The code that applies a rule. An implementor overrides one level.
pub trait Check: Sync {
    /// The rule.
    fn rule(&self) -> Rule;

    /// Whether a finding's fix may be taken without a person's look.
    fn is_certain(&self, _finding: &Finding) -> bool {
        true
    }

    /// What is wrong in a sentence and its translation.
    fn segment(&self, _context: &Context<'_>, _bitext: &Bitext<'_>, _out: &mut Vec<Finding>) {}

    /// What is wrong in an article and its translation: what is wrong in each of its segments.
    fn article(&self, context: &Context<'_>, whole: &Whole<'_>, out: &mut Vec<Finding>) {
        for bitext in &whole.bitexts {
            self.segment(context, bitext, out);
        }
    }
}

/// All rules, the worst first.
pub const CHECKS: &[&dyn Check] = &[
    &codes::Codes,
    &missing::Missing,
    &stale::Stale,
    &untranslated::Untranslated,
    &numbers::Numbers,
    &forbidden_term::ForbiddenTerm,
    &foreign_letters::ForeignLetters,
    &terminology::Terminology,
    &source_term::SourceTerm,
    &misspelt_term::MisspeltTerm,
    &term_case::TermCase,
    &term_quotes::TermQuotes,
    &deprecated_term::DeprecatedTerm,
    &original_wording::OriginalWording,
    &term_consistency::TermConsistency,
];

/// The rules whose findings mark a wording that stands where the right one should.
const STANDS_FOR_A_TERM: [&str; 4] =
    [misspelt_term::RULE.id, term_case::RULE.id, forbidden_term::RULE.id, deprecated_term::RULE.id];

/// What is wrong in a sentence and its translation, by where it stands.
#[must_use]
pub fn check_segment(context: &Context<'_>, source: &Text, target: &Text) -> Vec<Finding> {
    let bitext = Bitext::new(context, source, target);
    let mut findings = Vec::new();
    for check in CHECKS {
        check.segment(context, &bitext, &mut findings);
    }
    leave_doubles(&mut findings);
    findings.sort_by_key(|finding| (finding.place.side as u8, finding.place.span.start));
    findings
}

/// What is wrong in an article and its translation, in reading order.
#[must_use]
pub fn check_article(context: &Context<'_>, article: &Article, translation: &Translation) -> Vec<Finding> {
    let sources = context::source_texts(article);
    let whole = Whole::new(context, article, translation, &sources);
    let mut findings = Vec::new();
    for check in CHECKS {
        check.article(context, &whole, &mut findings);
    }
    leave_doubles(&mut findings);
    let order: HashMap<SegmentId, usize> =
        article.segments().enumerate().map(|(number, (_, segment))| (segment.id, number)).collect();
    findings.sort_by_key(|finding| {
        let number = finding.place.segment.and_then(|id| order.get(&id).copied());
        (number.unwrap_or(usize::MAX), finding.place.side as u8, finding.place.span.start)
    });
    findings
}

/// Takes away what is said of a term that is not there, where another finding marks what stands for it.
fn leave_doubles(findings: &mut Vec<Finding>) {
    if !findings.iter().any(|finding| finding.rule == terminology::RULE.id) {
        return;
    }
    let concept = |finding: &Finding| {
        let named = finding.args.iter().find(|(name, _)| *name == "concept");
        named.map(|(_, id)| (finding.place.segment, id.clone()))
    };
    let marked: HashSet<_> =
        findings.iter().filter(|finding| STANDS_FOR_A_TERM.contains(&finding.rule)).filter_map(concept).collect();
    findings.retain(|finding| {
        finding.rule != terminology::RULE.id || concept(finding).is_none_or(|key| !marked.contains(&key))
    });
}

/// Whether a finding has a fix that may be taken without a person's look.
#[must_use]
pub fn is_certain(finding: &Finding) -> bool {
    let check = CHECKS.iter().find(|check| check.rule().id == finding.rule);
    finding.fix.is_some() && check.is_some_and(|check| check.is_certain(finding))
}
