//! Which drafts are accepted; the cases are in `tests/cases/backend/inspect.jsonl`.

use serde::Deserialize;
use tolmach::backend::{RejectionReason, inspect, protect};

use super::{pair, text};
use crate::cases;

#[derive(Deserialize)]
struct Case {
    fact: String,
    source_lang: Option<String>,
    target: String,
    source: String,
    draft: String,
    verdict: String,
    prose: Option<String>,
}

#[test]
fn a_sound_draft_is_accepted_and_a_faulty_one_is_rejected_with_its_reason() {
    for case in cases::jsonl::<Case>("backend/inspect.jsonl") {
        let source = text(&case.source);
        let pair = pair(case.source_lang.as_deref().unwrap_or("en"), &case.target);
        let result = inspect(&pair, &source, &protect(&source), &case.draft);
        let verdict = result.as_ref().map_or_else(RejectionReason::id, |_| "ok");
        assert_eq!(verdict, case.verdict, "{}: {}: {result:?}", case.place(), case.fact);
        if let Some(prose) = &case.prose {
            assert_eq!(result.unwrap().prose, *prose, "{}: {}", case.place(), case.fact);
        }
    }
}

#[test]
fn every_reason_is_a_sentence_without_a_full_stop() {
    let source = text("The army ⟦1⟧stays⟦/1⟧ at home.");
    for draft in ["", "Армія застаецца.", "⟦1⟧Армія⟦/1⟧", "⟦1⟧*Армія⟦/1⟧ застаецца дома."]
    {
        let reason = inspect(&pair("en", "be"), &source, &protect(&source), draft).unwrap_err();
        assert!(!reason.to_string().is_empty() && !reason.to_string().ends_with('.'), "{reason}");
    }
}

#[test]
fn inspecting_a_long_draft_takes_linear_time() {
    let source = text(&"The army stays at home. ".repeat(20_000));
    let draft = "Армія застаецца дома. ".repeat(20_000);
    assert!(inspect(&pair("en", "be"), &source, &protect(&source), &draft).is_ok());
}
