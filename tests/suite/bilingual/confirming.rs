//! Targets that came back unchanged, and what says that they are right.

use tolmach::{
    bilingual::{
        MergeOutcome, Policy, ReturnedStates, refresh,
        xliff::{self, XliffProfile, XliffSettings},
    },
    model::{Leverage, Origin, State, Target},
};

use super::{
    merging::{by_editor, merge_returned, merge_with, outcome, policy, policy_of},
    support::*,
    xliff::{ARTICLE, rich},
};

#[test]
fn a_draft_whose_state_was_raised_is_confirmed_as_it_is() {
    let article = article("paragraph: One. | Two.");
    let ours = translation(&article, &[("One", draft("Адзін.")), ("Two", draft("Два."))]);
    let sent = write(&article, &ours);
    let unit = format!("<trans-unit id=\"{}\"", id(&article, "One"));
    let draft_state = "state=\"needs-review-translation\" state-qualifier=\"mt-suggestion\">Адзін";
    let approved = sent.replace(&unit, &format!("{unit} approved=\"yes\""));
    for returned in [
        sent.replace(draft_state, "state=\"translated\">Адзін"),
        sent.replace(draft_state, "state=\"final\">Адзін"),
        approved.clone(),
        approved.replace(draft_state, ">Адзін"),
    ] {
        assert_ne!(returned, sent);
        let merge = merge_returned(&article, &ours, &returned);
        assert_eq!(outcome(&article, &merge, "One"), MergeOutcome::Confirmed, "{returned}");
        assert_eq!(outcome(&article, &merge, "Two"), MergeOutcome::Untouched, "{returned}");
        let expected = translation(&article, &[("One", by_editor("Адзін.")), ("Two", draft("Два."))]);
        assert_eq!(merge.translation, expected);
        let again = merge_returned(&article, &merge.translation, &returned);
        assert_eq!((again.translation, again.outcomes[0].1), (expected, MergeOutcome::Untouched));

        let raising = policy_of("Рэвізор", State::Reviewed);
        for before in [&ours, &merge.translation] {
            let reviewed = merge_with(&article, before, &read(&returned), &raising);
            let target = &reviewed.translation.targets[&id(&article, "One")];
            assert_eq!((target.state, target.approval.as_ref().unwrap().by.as_str()), (State::Reviewed, "Рэвізор"));
        }
        let ignoring = Policy { states: ReturnedStates::Ignore, ..policy() };
        let ignored = merge_with(&article, &ours, &read(&returned), &ignoring);
        assert_eq!(ignored.translation, ours, "{returned}");
    }
}

#[test]
fn a_state_that_is_the_one_we_sent_confirms_nothing() {
    let article = article(ARTICLE);
    let mut ours = rich(&article);
    ours.targets.insert(
        id(&article, "Front"),
        Target {
            state: State::Translated, origin: Origin::Memory { leverage: Leverage::InContext }, ..human("Шапка")
        },
    );
    let sent = read(&write(&article, &ours));
    for as_state in [State::Translated, State::Reviewed, State::Final] {
        let merged = merge_with(&article, &ours, &sent, &policy_of("Рэвізор", as_state));
        assert_eq!(merged.translation, ours, "{as_state:?}");
    }
    // Nor does it where ours has gone on: a draft made anew, or a state that a person has lowered.
    let later = translation(&article, &[("Minsk", draft("Менск дома"))]);
    let raised = read(&write(&article, &ours).replace("needs-review-translation", "translated"));
    let merged = merge_with(&article, &later, &raised, &policy()).translation;
    assert_eq!(merged.targets[&id(&article, "Minsk")], draft("Менск дома"));
}

#[test]
fn accept_unchanged_confirms_drafts_but_neither_stale_targets_nor_copies_of_the_source() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let accepting = Policy { accept_unchanged: true, ..policy() };
    let merge = |file: &str| merge_with(&article, &ours, &read(file), &accepting);
    let merged = merge(&write(&article, &ours));
    assert_eq!(outcome(&article, &merged, "Lukashenka"), MergeOutcome::Confirmed);
    let mut expected = ours.clone();
    expected.targets.insert(id(&article, "Lukashenka"), by_editor("Лукашэнка кажа *не* Пуціну."));
    assert_eq!(merged.translation, expected);
    let settings = XliffSettings::of(&article).with(XliffProfile::OmegaT);
    let copies = xliff::write(&article, &ours, &|_| None, &settings);
    assert_eq!(merge(&copies).translation, ours, "OmegaT leaves copies and states as they are");
    assert_eq!(merge(&copies.replace("needs-translation", "translated")).translation, ours);
}

#[test]
fn a_stale_target_whose_state_was_raised_translates_the_new_sentence() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let returned = write(&article, &ours).replace("needs-adaptation", "translated");
    let merge = merge_returned(&article, &ours, &returned);
    assert_eq!(outcome(&article, &merge, "He never"), MergeOutcome::Confirmed);
    let target = &merge.translation.targets[&id(&article, "He never")];
    assert_eq!((target.state, &target.stale), (State::Translated, &None));
    assert_eq!(merge_returned(&article, &merge.translation, &returned).translation, merge.translation);
}

#[test]
fn a_draft_confirmed_for_a_sentence_that_has_changed_since_is_a_persons_and_stale() {
    let before = article("paragraph: He will not go. | The army stays.");
    let after = article("paragraph: He will go. | The army stays.");
    let sent = translation(&before, &[("He", draft("Ён не паедзе."))]);
    let file = write(&before, &sent);
    let ours = refresh(&after, &locale("be"), &read(&file));
    let returned = file.replace("needs-review-translation", "translated");
    let merge = merge_returned(&after, &ours, &returned);
    let target = &merge.translation.targets[&id(&after, "He")];
    assert_eq!((&target.origin, target.state), (&Origin::Human { by: policy().by }, State::Initial));
    assert_eq!(merge.outcomes[0].1, MergeOutcome::Stale);
    assert_eq!(merge_returned(&after, &merge.translation, &returned).translation, merge.translation);
}

#[test]
fn a_draft_approved_in_the_segment_file_itself_is_confirmed_though_its_state_was_left() {
    let article = article("paragraph: One.");
    let ours = translation(&article, &[("One", draft("Адзін."))]);
    let file = write(&article, &ours).replace("<trans-unit ", "<trans-unit approved=\"yes\" ");
    let now = refresh(&article, &locale("be"), &read(&file));
    assert_eq!(now.targets[&id(&article, "One")].state, State::Translated);
    let saved = update(&file, &article, &now);
    assert_eq!(refresh(&article, &locale("be"), &read(&saved)), now);
}
