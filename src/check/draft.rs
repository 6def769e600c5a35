//! What speaks against a machine's draft, where the languages and the terms are known: each test of one sentence, the most
//! telling first.
//!
//! A rule for translations may have a doubt; here only what is certainly wrong counts, since the draft is refused.

use std::ops::Range;

use super::{
    Bitext, Check, Context,
    deprecated_term::DeprecatedTerm,
    draft_language,
    forbidden_term::ForbiddenTerm,
    foreign_letters::ForeignLetters,
    misspelt_term::MisspeltTerm,
    numbers::{Strictness, check_numbers},
    term_case::TermCase,
    terminology::missing_wordings,
    untranslated::Untranslated,
};
use crate::model::{Finding, Severity, Side, Text, clip, cut};

/// Why a draft cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftFault {
    /// The engine comments on the translation, or refuses.
    Chatter {
        /// Its words.
        words: String,
    },
    /// It is in another language than that of the edition.
    Language {
        /// Its first words, or the foreign ones.
        words: String,
    },
    /// It breaks a rule.
    Rule {
        /// The rule's id.
        rule: &'static str,
        /// The words that break it; empty where there are none.
        words: String,
    },
    /// It lacks wordings of the glossary.
    Terms {
        /// The words of the source, each with the wording that the glossary has for it.
        missing: Vec<(String, String)>,
    },
}

/// Returns all that is wrong with a draft, the gravest first; of what is no translation at all, nothing more than that.
#[must_use]
pub fn draft_faults(context: &Context<'_>, source: &Text, draft: &Text) -> Vec<DraftFault> {
    if let Some(words) = context.remarks.find(&source.prose, &draft.prose) {
        return vec![DraftFault::Chatter { words }];
    }
    let bitext = Bitext::new(context, source, draft);
    if let Some(words) = draft_language::foreign_words(context, &bitext) {
        return vec![DraftFault::Language { words }];
    }
    let mut findings: Vec<Finding> = Vec::new();
    check_numbers(context, &bitext, Strictness::Draft, &mut findings);
    let checks: [&dyn Check; 3] = [&ForbiddenTerm, &ForeignLetters, &Untranslated];
    for check in checks {
        check.segment(context, &bitext, &mut findings);
    }
    findings.retain(|finding| finding.severity >= Severity::Major);
    let fault = |finding: &Finding| {
        let marked = (finding.place.side == Side::Target).then(|| cut(&draft.prose, &finding.place.span));
        DraftFault::Rule { rule: finding.rule(), words: clip(marked.unwrap_or_default(), 60) }
    };
    let mut faults: Vec<DraftFault> = findings.iter().map(fault).collect();
    let missing = missing_wordings(context, &bitext);
    faults.extend((!missing.is_empty()).then_some(DraftFault::Terms { missing }));
    faults
}

/// The places in a draft where a form of a term is certainly wrong and it is as certain what is right, in order, each with
/// the right one; none of them overlaps another, nor what a person has to judge.
#[must_use]
pub fn certain_forms(context: &Context<'_>, source: &Text, draft: &Text) -> Vec<(Range<usize>, String)> {
    let bitext = Bitext::new(context, source, draft);
    let mut findings: Vec<Finding> = Vec::new();
    let checks: [&dyn Check; 4] = [&ForbiddenTerm, &DeprecatedTerm, &MisspeltTerm, &TermCase];
    for check in checks {
        check.segment(context, &bitext, &mut findings);
    }
    findings.retain(|finding| finding.place.side == Side::Target && !finding.place.span.is_empty());
    findings.sort_by_key(|finding| (finding.place.span.start, finding.place.span.end));
    let overlaps = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    let is_alone = |at: usize, span: &Range<usize>| {
        let before = at.checked_sub(1).and_then(|before| findings.get(before));
        let neighbours = before.into_iter().chain(findings.get(at + 1));
        !neighbours.into_iter().any(|other| overlaps(span, &other.place.span))
    };
    let certain = findings.iter().enumerate().filter_map(|(at, finding)| {
        let span = &finding.place.span;
        let fix = finding.fix.as_ref().filter(|fix| fix.certain && is_alone(at, span))?;
        Some((span.clone(), fix.replacement.clone()))
    });
    certain.collect()
}
