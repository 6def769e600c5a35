//! What speaks against a machine's draft, where the languages and the terms are known: each test of one sentence, the most
//! telling first.
//!
//! A rule for translations may have a doubt; here only what is certainly wrong counts, since the draft is refused.

use std::ops::Range;

use super::{
    Bitext, Check, Context,
    damaged::DamagedText,
    deprecated_term::DeprecatedTerm,
    draft_language,
    forbidden_term::ForbiddenTerm,
    foreign_letters::ForeignLetters,
    machine_traces::MachineTraces,
    misspelt_term::MisspeltTerm,
    numbers::{Strictness, check_numbers},
    terminology::missing_terms_of,
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
    /// By a rule, it lacks something of the source.
    Lost {
        /// The rule's id.
        rule: &'static str,
        /// The words of the source.
        words: String,
    },
    /// It lacks wordings of the glossary.
    Terms {
        /// The ids of the concepts.
        missing: Vec<String>,
    },
}

/// What is wrong with a draft, and what can be put right in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftReview {
    /// All faults, the gravest first; of what is no translation at all, nothing more than that.
    pub faults: Vec<DraftFault>,
    /// The places where a form of a refused term is certainly wrong and it is as certain what is right, in order, each with
    /// the right one; none of them overlaps another, nor what a person has to judge.
    pub certain_forms: Vec<(Range<usize>, String)>,
}

/// Reviews a draft of a source.
#[must_use]
pub fn review_draft(context: &Context<'_>, source: &Text, draft: &Text) -> DraftReview {
    let nothing_more = |fault| DraftReview { faults: vec![fault], certain_forms: Vec::new() };
    let bitext = Bitext::new(context, source, draft);
    if let Some(words) = context.remarks.find(&source.prose, &draft.prose, bitext.words(Side::Target)) {
        return nothing_more(DraftFault::Chatter { words });
    }
    if let Some(words) = draft_language::foreign_words(context, &bitext) {
        return nothing_more(DraftFault::Language { words });
    }
    let of_terms = findings(&[&ForbiddenTerm, &DeprecatedTerm, &MisspeltTerm], context, &bitext);
    let certain_forms = certain_forms(&of_terms);
    let mut found: Vec<Finding> = Vec::new();
    check_numbers(context, &bitext, Strictness::Draft, &mut found);
    found.extend(of_terms);
    found.extend(findings(&[&ForeignLetters, &Untranslated, &DamagedText, &MachineTraces], context, &bitext));
    found.retain(|finding| finding.severity >= Severity::Major);
    let mut faults: Vec<DraftFault> = found.iter().flat_map(|finding| faults(finding, draft)).collect();
    let missing = missing_terms_of(context, &bitext);
    faults.extend((!missing.is_empty()).then_some(DraftFault::Terms { missing }));
    DraftReview { faults, certain_forms }
}

fn findings(checks: &[&dyn Check], context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in checks {
        check.segment(context, bitext, &mut findings);
    }
    findings
}

/// The faults of which a finding speaks: the words of the draft that break the rule, and what they should have said.
fn faults(finding: &Finding, draft: &Text) -> Vec<DraftFault> {
    let (rule, span) = (finding.rule(), &finding.place.span);
    let is_marked = finding.place.side == Side::Target && !span.is_empty();
    let words = if is_marked { clip(cut(&draft.prose, span), 60) } else { String::new() };
    let expected = finding.text("expected").map(|expected| clip(expected, 60));
    let lost = expected.map(|words| DraftFault::Lost { rule, words });
    if words.is_empty() && lost.is_some() {
        return lost.into_iter().collect();
    }
    [Some(DraftFault::Rule { rule, words }), lost].into_iter().flatten().collect()
}

fn certain_forms(findings: &[Finding]) -> Vec<(Range<usize>, String)> {
    let mut findings: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.place.side == Side::Target && !finding.place.span.is_empty())
        .collect();
    findings.sort_by_key(|finding| (finding.place.span.start, finding.place.span.end));
    let mut forms = Vec::new();
    // How far the findings before reach.
    let mut end = 0;
    for (at, finding) in findings.iter().enumerate() {
        let span = &finding.place.span;
        let next = findings.get(at + 1).map_or(usize::MAX, |next| next.place.span.start);
        let is_alone = end <= span.start && span.end <= next;
        if let Some(fix) = finding.fix.as_ref().filter(|fix| fix.certain && is_alone) {
            forms.push((span.clone(), fix.replacement.clone()));
        }
        end = end.max(span.end);
    }
    forms
}
