//! Approvals: what raises a state, what is left, and what never becomes one.

use std::collections::BTreeSet;

use tolmach::{
    bilingual::{ApprovalScope, ApprovalTerms, Approved, Merge, MergeOutcome, Policy, approve, merge, refresh},
    model::{Article, Despite, SegmentId, State, Target, Text, Translation},
};

use super::{
    merging::{by_editor, outcome, policy, policy_of},
    support::*,
    xliff::{ARTICLE, rich},
};

const NONE: BTreeSet<SegmentId> = BTreeSet::new();

fn approved(
    translation: &mut Translation,
    scope: ApprovalScope<'_>,
    state: State,
    despite: &[Despite],
    with_findings: &BTreeSet<SegmentId>,
) -> Approved {
    let despite: BTreeSet<Despite> = despite.iter().copied().collect();
    let (by, date, placeholders) = ("Рэвізор", "2022-04-01", &["accents"][..]);
    approve(translation, scope, &ApprovalTerms { state, by, date, despite: &despite, placeholders, with_findings })
}

fn placeholder(words: &str) -> Target {
    Target::draft(Text::plain(words), "accents".to_owned())
}

#[test]
fn an_approval_raises_and_never_lowers() {
    let article = article(ARTICLE);
    let mut ours = rich(&article);
    let approval = approved(&mut ours, ApprovalScope::All, State::Reviewed, &[Despite::Drafts], &NONE);
    assert_eq!((approval.raised.len(), approval.already.len()), (2, 1));
    assert_eq!(approval.stale, [id(&article, "He never")], "a stale target only by name");
    assert_eq!(ours.targets[&id(&article, "Two")].state, State::Final);
    let named = [id(&article, "He never"), id(&article, "Front")];
    let approval = approved(&mut ours, ApprovalScope::Only(&named), State::Final, &[], &NONE);
    assert_eq!((approval.raised, approval.missing), (vec![named[0]], vec![named[1]]));
    assert!(!ours.targets[&named[0]].is_stale());
}

#[test]
fn a_draft_and_a_segment_with_findings_are_approved_only_on_the_approvers_word_which_is_recorded() {
    let article = article("paragraph: One. | Two. | Three.");
    let [one, two, three] = ["One", "Two", "Three"].map(|words| id(&article, words));
    let before = translation(&article, &[("One", draft("Адзін.")), ("Two", human("Два.")), ("Three", human("Тры."))]);
    let with_findings = BTreeSet::from([two]);
    let all: [(&[Despite], Vec<SegmentId>); 4] = [
        (&[], vec![three]),
        (&[Despite::Drafts], vec![one, three]),
        (&[Despite::Findings], vec![two, three]),
        (&[Despite::Drafts, Despite::Findings], vec![one, two, three]),
    ];
    for (despite, raised) in all {
        for scope in [ApprovalScope::All, ApprovalScope::Only(&[one, two, three])] {
            let mut ours = before.clone();
            let mut outcome = approved(&mut ours, scope, State::Final, despite, &with_findings);
            for list in [&mut outcome.raised, &mut outcome.drafts, &mut outcome.with_findings] {
                list.sort();
            }
            let mut raised = raised.clone();
            raised.sort();
            assert_eq!(outcome.raised, raised, "{despite:?}");
            assert_eq!(outcome.drafts, if raised.contains(&one) { vec![] } else { vec![one] });
            assert_eq!(outcome.with_findings, if raised.contains(&two) { vec![] } else { vec![two] });
            for (id, reason) in [(one, Some(Despite::Drafts)), (two, Some(Despite::Findings)), (three, None)] {
                let recorded = ours.targets[&id].approval.as_ref().map(|approval| approval.despite.clone());
                let expected = raised.contains(&id).then(|| reason.into_iter().collect::<BTreeSet<_>>());
                assert_eq!(recorded, expected);
            }
            let read_back = read(&write(&article, &ours)).translation(&locale("be"));
            assert_eq!(read_back.targets, ours.targets, "it is in the file");
        }
    }
}

#[test]
fn a_draft_that_was_approved_unread_stays_a_draft_until_a_person_edits_or_confirms_it() {
    let article = article("paragraph: One.");
    let one = id(&article, "One");
    let mut ours = translation(&article, &[("One", draft("Адзін."))]);
    approved(&mut ours, ApprovalScope::All, State::Reviewed, &[Despite::Drafts], &NONE);
    let file = write(&article, &ours);
    assert!(file.contains("approved-despite=drafts"), "{file}");
    let again = approved(&mut ours, ApprovalScope::All, State::Final, &[], &NONE);
    assert_eq!((again.raised, again.drafts), (vec![], vec![one]));
    let edited = read(&file.replace("Адзін.", "Адна."));
    let mut ours = refresh(&article, &locale("be"), &edited);
    assert_eq!(ours.targets[&one].approval, None);
    assert!(!write(&article, &ours).contains("approved-despite"));
    let again = approved(&mut ours, ApprovalScope::All, State::Final, &[], &NONE);
    assert_eq!(again.raised, [one]);
}

#[test]
fn an_approval_leaves_the_file_of_a_stale_segment_and_returns_with_its_sentence() {
    let before = article("paragraph: Nobody has asked the army to march.");
    let mut ours = translation(&before, &[("Nobody", draft("Ніхто не прасіў."))]);
    approved(&mut ours, ApprovalScope::All, State::Final, &[Despite::Drafts], &NONE);
    let file = write(&before, &ours);
    let after = article("paragraph: Nobody has asked the army to march on.");
    let stale = refresh(&after, &locale("be"), &read(&file));
    let stale_file = write(&after, &stale);
    assert!(!stale_file.contains("approved-") && stale_file.contains("was-despite=drafts"), "{stale_file}");
    let returned = refresh(&before, &locale("be"), &read(&stale_file));
    assert_eq!(returned.targets, ours.targets);
}

#[test]
fn nobody_approves_a_placeholder() {
    let article = article("paragraph: One. | Two.");
    let one = id(&article, "One");
    let before = translation(&article, &[("One", placeholder("[Óñé.]")), ("Two", human("Два."))]);
    let mut stale = before.clone();
    let target = stale.targets.get_mut(&one).unwrap();
    (target.stale, target.earlier_state) = (Some(Text::plain("Old one.")), Some(State::Final));
    for translation in [&before, &stale] {
        for scope in [ApprovalScope::All, ApprovalScope::Only(&[one])] {
            let mut ours = translation.clone();
            let outcome = approved(&mut ours, scope, State::Final, &[Despite::Drafts, Despite::Findings], &NONE);
            let is_all_of_stale = translation == &stale && scope == ApprovalScope::All;
            assert_eq!(outcome.placeholders, if is_all_of_stale { vec![] } else { vec![one] });
            assert_eq!((ours.targets[&one].state, &ours.targets[&one].approval), (State::Initial, &None));
        }
    }
}

fn merged(article: &Article, ours: &Translation, returned: &str, policy: &Policy) -> Merge {
    let placeholders = vec!["accents".to_owned()];
    merge(article, ours, &read(returned), &Policy { placeholders, ..policy.clone() }).unwrap()
}

#[test]
fn a_placeholder_that_comes_back_is_left_however_a_tool_has_marked_it() {
    let article = article("paragraph: One. | Two.");
    let ours = translation(&article, &[("One", placeholder("[Óñé.]")), ("Two", placeholder("[Ťŵó.]"))]);
    let sent = write(&article, &ours);
    let raised = |state: &str| {
        let state = format!("<target state=\"{state}\"");
        sent.replace("<target state=\"needs-review-translation\" state-qualifier=\"mt-suggestion\"", &state)
    };
    let without_ours = without_attribute(&sent, "extradata=\"");
    let accepting = Policy { accept_unchanged: true, ..policy_of("Рэвізор", State::Final) };
    for (returned, policy) in [
        (raised("translated"), policy()),
        (raised("signed-off"), policy_of("Рэвізор", State::Reviewed)),
        (raised("final"), policy_of("Рэвізор", State::Final)),
        (sent.replace("<trans-unit ", "<trans-unit approved=\"yes\" "), policy_of("Рэвізор", State::Final)),
        (sent.clone(), accepting.clone()),
        (without_ours, accepting),
    ] {
        let result = merged(&article, &ours, &returned, &policy);
        assert_eq!(result.translation, ours, "{returned}");
        assert_eq!(outcome(&article, &result, "One"), MergeOutcome::Placeholder);
    }
    // In a file for OmegaT, a placeholder comes back as a match that the translator took over.
    let new = raised("translated").replace("[Óñé.]", "Адзін.");
    let result = merged(&article, &ours, &new, &policy());
    assert_eq!(outcome(&article, &result, "One"), MergeOutcome::Edited, "an edited text is a person's");
    assert_eq!(result.translation.targets[&id(&article, "One")], by_editor("Адзін."));
}

/// The text without an attribute, wherever it stands.
fn without_attribute(text: &str, attribute: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(attribute) {
        out.push_str(before);
        rest = after.split_once('"').unwrap().1;
    }
    out + rest
}
