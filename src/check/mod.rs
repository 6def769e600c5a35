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
mod originals;
mod quantity;
mod quotation;
mod roman;
mod rule;
mod source_term;
mod stale;
mod suggestion;
mod term_case;
mod term_consistency;
mod term_quotes;
mod terminology;
mod untranslated;

use std::collections::{HashMap, HashSet};

use crate::model::{Article, Finding, Problems, SegmentId, Text, Translation};

pub use context::{Bitext, Context, Whole};
pub use language::Language;
pub use rule::{Check, Rule};
pub use term_consistency::{CheckedEdition, across};

/// All rules, the worst first.
pub const CHECKS: &[&dyn Check] = &[
    &codes::Codes,
    &missing::MissingTarget,
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

/// All that the rules can report.
#[must_use]
pub fn problems() -> Vec<Problems> {
    CHECKS.iter().map(|check| check.problems()).collect()
}

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
    drop_duplicates(&mut findings);
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
    drop_duplicates(&mut findings);
    let order: HashMap<SegmentId, usize> =
        article.segments().enumerate().map(|(number, (_, segment))| (segment.id, number)).collect();
    findings.sort_by_key(|finding| {
        let number = finding.place.segment.and_then(|id| order.get(&id).copied());
        (number.unwrap_or(usize::MAX), finding.place.side as u8, finding.place.span.start)
    });
    findings
}

/// Drops what is said of a term that is not there, where another finding marks what stands for it.
fn drop_duplicates(findings: &mut Vec<Finding>) {
    let is_lack = |finding: &Finding| finding.rule() == terminology::RULE.id;
    if !findings.iter().any(is_lack) {
        return;
    }
    let concept = |finding: &Finding| finding.concept.clone().map(|id| (finding.place.segment, id));
    let marked: HashSet<_> =
        findings.iter().filter(|finding| STANDS_FOR_A_TERM.contains(&finding.rule())).filter_map(concept).collect();
    findings.retain(|finding| !is_lack(finding) || concept(finding).is_none_or(|key| !marked.contains(&key)));
}
