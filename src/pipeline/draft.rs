//! What speaks against a machine's draft, where the languages and the glossary are known.

use crate::{
    backend::RejectionReason,
    check::{Context, DraftFault, draft_fault},
    model::Text,
};

/// Checks a draft by what is known of its languages and terms; fails with the reason to refuse it.
pub fn check_draft(context: &Context<'_>, source: &Text, draft: &Text) -> Result<(), RejectionReason> {
    match draft_fault(context, source, draft) {
        None => Ok(()),
        Some(DraftFault::Chatter { words }) => Err(RejectionReason::Chatter { words }),
        Some(DraftFault::Language { words }) => Err(RejectionReason::Language { words }),
        Some(DraftFault::Rule { rule }) => Err(RejectionReason::Rule { rule: rule.to_owned() }),
    }
}
