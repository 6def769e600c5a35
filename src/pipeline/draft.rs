//! What speaks against a machine's draft where the languages and the glossary are known, and what can be put right in it.

use crate::{
    backend::{FormChange, MendedDraft, RejectionReason},
    check::{Context, DraftFault, certain_forms, draft_faults},
    locale::{Edit, apply_to_text},
    model::{Target, Text, cut},
};

/// Checks a draft by what is known of its languages and terms; returns the reasons to refuse it, the gravest first.
#[must_use]
pub fn check_draft(context: &Context<'_>, source: &Text, draft: &Text) -> Vec<RejectionReason> {
    let reason = |fault| match fault {
        DraftFault::Chatter { words } => RejectionReason::Chatter { words },
        DraftFault::Language { words } => RejectionReason::Language { words },
        DraftFault::Rule { rule, words } => RejectionReason::Rule { rule: rule.to_owned(), words },
        DraftFault::Terms { missing } => RejectionReason::Terms { missing },
    };
    draft_faults(context, source, draft).into_iter().map(reason).collect()
}

/// Puts the forms of terms right that are certainly wrong, where it is as certain what is right; `None` where there are none.
#[must_use]
pub fn mend_draft(context: &Context<'_>, source: &Text, draft: &Target) -> Option<MendedDraft> {
    let forms = certain_forms(context, source, &draft.text);
    if forms.is_empty() {
        return None;
    }
    let change =
        |(span, to): &(_, String)| FormChange { from: cut(&draft.text.prose, span).to_owned(), to: to.clone() };
    let changes = forms.iter().map(change).collect();
    let edits: Vec<Edit> = forms.into_iter().map(|(span, replacement)| Edit { span, replacement }).collect();
    let target = Target { text: apply_to_text(&draft.text, &edits), ..draft.clone() };
    Some(MendedDraft { target, changes })
}
