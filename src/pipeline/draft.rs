//! What speaks against a machine's draft where the languages and the glossary are known, and what can be put right in it.

use crate::{
    backend::{DraftVerdict, FormChange, MendedDraft, RejectionReason, Request},
    check::{Context, DraftFault, DraftReview, review_draft},
    locale::{Edit, apply_to_text},
    model::{Hint, Target, cut},
};

/// Judges a draft by what is known of its languages and terms. Of the terms, only those count that the request names: nobody
/// can be held to others.
#[must_use]
pub fn judge_draft(context: &Context<'_>, request: &Request, draft: &Target) -> DraftVerdict {
    let DraftReview { faults, certain_forms } = review_draft(context, &request.source, &draft.text);
    let reason = |fault| match fault {
        DraftFault::Chatter { words } => Some(RejectionReason::Chatter { words }),
        DraftFault::Language { words } => Some(RejectionReason::Language { words }),
        DraftFault::Rule { rule, words } => Some(RejectionReason::Rule { rule: rule.to_owned(), words }),
        DraftFault::Lost { rule, words } => Some(RejectionReason::Lost { rule: rule.to_owned(), words }),
        DraftFault::Terms { missing } => {
            let is_missing = |hint: &&Hint| missing.contains(&hint.concept);
            let hints = request.hints.iter().filter(is_missing);
            let missing: Vec<_> = hints.map(|hint| (hint.source.clone(), hint.target.clone())).collect();
            (!missing.is_empty()).then_some(RejectionReason::Terms { missing })
        }
    };
    let mended = (!certain_forms.is_empty()).then(|| {
        let change =
            |(span, to): &(_, String)| FormChange { from: cut(&draft.text.prose, span).to_owned(), to: to.clone() };
        let changes = certain_forms.iter().map(change).collect();
        let edits: Vec<Edit> =
            certain_forms.into_iter().map(|(span, replacement)| Edit { span, replacement }).collect();
        MendedDraft { target: Target { text: apply_to_text(&draft.text, &edits), ..draft.clone() }, changes }
    });
    DraftVerdict { faults: faults.into_iter().filter_map(reason).collect(), mended }
}
