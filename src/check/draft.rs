//! What speaks against a machine's draft, where the languages and the terms are known: each test of one sentence, the most
//! telling first.
//!
//! A rule for translations may have a doubt; here only what is certainly wrong counts, since the draft is refused.

use super::{
    Bitext, Check, Context, draft_language,
    forbidden_term::ForbiddenTerm,
    foreign_letters::ForeignLetters,
    numbers::{Strictness, check_numbers},
    untranslated::Untranslated,
};
use crate::model::{Finding, Severity, Text};

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
    },
}

/// Returns what is wrong with a draft, if anything is.
#[must_use]
pub fn draft_fault(context: &Context<'_>, source: &Text, draft: &Text) -> Option<DraftFault> {
    if let Some(words) = context.remarks.find(&source.prose, &draft.prose) {
        return Some(DraftFault::Chatter { words });
    }
    let bitext = Bitext::new(context, source, draft);
    if let Some(words) = draft_language::foreign_words(context, &bitext) {
        return Some(DraftFault::Language { words });
    }
    let mut findings: Vec<Finding> = Vec::new();
    check_numbers(context, &bitext, Strictness::Draft, &mut findings);
    let checks: [&dyn Check; 3] = [&ForbiddenTerm, &ForeignLetters, &Untranslated];
    for check in checks {
        check.segment(context, &bitext, &mut findings);
    }
    let refusal = findings.iter().find(|finding| finding.severity >= Severity::Major)?;
    Some(DraftFault::Rule { rule: refusal.rule() })
}
