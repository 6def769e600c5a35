//! Pseudo-translation, which shows what is not translatable yet.

use proptest::prelude::*;
use tolmach::{
    backend::{DriveOptions, Pseudo, Stop, drive, pseudo},
    model::{Origin, State, Text},
};

use super::{id, pair, request, text};

#[test]
fn every_segment_is_visibly_changed() {
    for source in ["The army stays at home.", "2022", "Армия", "x", ""] {
        let prose = pseudo(&Text::plain(source)).prose;
        assert!(prose.starts_with('⟪') && prose.ends_with('⟫') && prose != source, "{prose}");
    }
    assert_eq!(pseudo(&Text::plain("Text")).prose, "⟪Ŧḗẋŧ⟫");
}

#[test]
fn figures_and_addresses_stay_and_the_text_grows_by_a_third() {
    let source = "In 2022 write to desk@example.org, or see https://example.org/a for more.";
    let prose = pseudo(&Text::plain(source)).prose;
    for unchanged in ["2022", "desk@example.org", "https://example.org/a"] {
        assert!(prose.contains(unchanged), "{prose}");
    }
    let (old, new) = (source.chars().count(), prose.chars().count());
    assert!((125..=135).contains(&(new * 100 / old)), "{old} {new}");
}

#[test]
fn codes_stay_around_their_words() {
    let target = pseudo(&text("⟦1⟧Read⟦/1⟧ the law⟦2⟧"));
    assert_eq!(tolmach::backend::protect(&target).text, "⟪⟦1⟧Ŗḗàđ⟦/1⟧ ŧħḗ łàŵ⟦2⟧ öñ⟫");
}

#[test]
fn an_unpaired_code_before_the_words_stays_before_them() {
    assert_eq!(tolmach::backend::protect(&pseudo(&text("⟦1⟧Read"))).text, "⟦1⟧⟪Ŗḗàđ⟫");
}

#[test]
fn a_pseudo_target_is_a_machines_draft() {
    let requests = [request(1, "The army stays at home.")];
    let outcome = drive(&[&Pseudo], &pair("en", "be"), &requests, &DriveOptions::default(), &Stop::default());
    let target = &outcome.answers[&id(1)];
    assert_eq!((target.state, &target.origin), (State::Initial, &Origin::Machine { engine: "pseudo".to_owned() }));
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn pseudo_text_keeps_all_codes_on_character_boundaries(prose in "\\PC{0,60}", at in 0_usize..60) {
        let mut source = Text::plain(prose);
        let code = text("⟦1⟧").codes.remove(0).1;
        let place = source.prose.char_indices().map(|(at, _)| at).nth(at).unwrap_or(source.prose.len());
        source.codes.push((place, code));
        let target = pseudo(&source);
        prop_assert_eq!(target.code_keys(), source.code_keys());
        prop_assert!(target.codes.iter().all(|(at, _)| target.prose.is_char_boundary(*at)));
        prop_assert_eq!(&pseudo(&source), &target);
    }
}
