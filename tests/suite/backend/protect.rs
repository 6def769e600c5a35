//! Codes on the way to an engine and back.

use proptest::prelude::*;
use tolmach::{
    backend::{RejectionReason, protect, verbatim},
    model::{Code, CodeKind, CodeName, Text},
};

use super::text;

fn restored(source: &str, draft: &str) -> Result<Text, RejectionReason> {
    protect(&text(source)).restore(draft)
}

#[test]
fn codes_are_sent_as_numbered_placeholders() {
    assert_eq!(protect(&text("Read ⟦1⟧the law⟦/1⟧ now⟦2⟧")).text, "Read ⟦1⟧the law⟦/1⟧ now⟦2⟧");
}

#[test]
fn a_bracket_of_the_text_itself_is_not_a_placeholder() {
    let source = Text::plain("Write ⟦1⟧ here");
    let protected = protect(&source);
    assert_eq!(protected.text, "Write ⟦[⟧1⟧ here");
    assert_eq!(protected.restore(&protected.text), Ok(source));
}

#[test]
fn half_a_pair_may_stand_alone_when_its_partner_is_in_the_next_sentence() {
    let mut source = text("Read ⟦1⟧the law⟦/1⟧");
    source.codes.pop();
    assert_eq!(protect(&source).text, "Read ⟦1⟧the law");
    assert!(protect(&source).restore("Чытайце ⟦1⟧закон").is_ok());
    assert!(protect(&source).restore("Чытайце закон").is_err());
}

#[test]
fn codes_come_back_with_the_markup_of_the_source() {
    let read = restored("Read ⟦1⟧the law⟦/1⟧ now", "Цяпер чытайце ⟦1⟧закон⟦/1⟧").unwrap();
    assert_eq!(read.prose, "Цяпер чытайце закон");
    assert_eq!(
        read.codes.iter().map(|(at, code)| (*at, code.markup.as_str())).collect::<Vec<_>>(),
        [("Цяпер чытайце ".len(), "<1>"), (read.prose.len(), "</1>"),]
    );
}

#[test]
fn pairs_may_change_places_but_not_cross() {
    let source = "⟦1⟧one⟦/1⟧ and ⟦2⟧two⟦/2⟧";
    assert!(restored(source, "⟦2⟧два⟦/2⟧ і ⟦1⟧адзін⟦/1⟧").is_ok());
    assert!(restored(source, "⟦1⟧адзін ⟦2⟧і⟦/1⟧ два⟦/2⟧").is_err());
    assert!(restored(source, "⟦/1⟧адзін⟦1⟧ і ⟦2⟧два⟦/2⟧").is_err());
}

#[test]
fn a_lost_repeated_or_invented_code_is_rejected_by_name() {
    let source = "See ⟦1⟧this⟦/1⟧⟦2⟧";
    for (draft, mark) in [
        ("Гл. ⟦1⟧гэта⟦/1⟧", "⟦2⟧"),
        ("Гл. ⟦1⟧гэта⟦2⟧", "⟦/1⟧"),
        ("Гл. ⟦1⟧гэта⟦/1⟧⟦2⟧⟦2⟧", "⟦2⟧"),
        ("Гл. ⟦1⟧гэта⟦/1⟧⟦2⟧⟦3⟧", "⟦3⟧"),
        ("Гл. ⟦1⟧гэта⟦/1⟧⟦два⟧", "⟦два⟧"),
    ] {
        assert_eq!(restored(source, draft), Err(RejectionReason::Codes { mark: mark.to_owned() }), "{draft}");
    }
    assert!(matches!(restored(source, "Гл. ⟦1⟧гэта⟦/1⟧⟦2"), Err(RejectionReason::Marks { .. })));
}

#[test]
fn spaces_added_inside_a_pair_move_outside() {
    let read = restored("Read ⟦1⟧the law⟦/1⟧, now", "Чытайце⟦ 1 ⟧ закон ⟦ /1 ⟧, цяпер").unwrap();
    assert_eq!(protect(&read).text, "Чытайце ⟦1⟧закон⟦/1⟧, цяпер");
    let read = restored("⟦1⟧Law⟦/1⟧ and order", "⟦1⟧ Закон ⟦/1⟧і парадак").unwrap();
    assert_eq!(protect(&read).text, "⟦1⟧Закон⟦/1⟧ і парадак");
}

#[test]
fn addresses_are_found_without_the_punctuation_around_them() {
    for (text, addresses) in [
        (
            "See https://example.org/a_(b), or (www.example.org/x).",
            vec!["https://example.org/a_(b)", "www.example.org/x"],
        ),
        ("Пішыце на desk@example.org!", vec!["desk@example.org"]),
        ("Гл. «https://be.example.org/вікі/Мінск».", vec!["https://be.example.org/вікі/Мінск"]),
        ("@handle, a@b, http:// and 5 @ 3", vec![]),
        ("<mailto:desk@example.org>;", vec!["mailto:desk@example.org"]),
    ] {
        let found: Vec<&str> = verbatim(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, addresses, "{text}");
    }
}

fn any_text() -> impl Strategy<Value = Text> {
    let kind = prop_oneof![Just(CodeKind::Open), Just(CodeKind::Close), Just(CodeKind::Single)];
    let codes = prop::collection::vec((0_usize..40, 1_u32..5, kind), 0..8);
    let prose = prop_oneof!["[ a-zўі⟦⟧0-9/\\[.]{0,30}", any::<String>()];
    (prose, codes).prop_map(|(prose, codes)| {
        let place = |at: usize| prose.char_indices().map(|(at, _)| at).nth(at).unwrap_or(prose.len());
        let code = |id, kind| Code { id, kind, name: CodeName::Emphasis, markup: format!("{id}{kind:?}") };
        let mut codes: Vec<_> = codes.into_iter().map(|(at, id, kind)| (place(at), code(id, kind))).collect();
        codes.sort_by_key(|(at, _)| *at);
        Text { prose, codes }
    })
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn restoring_undoes_protecting(source in any_text()) {
        let protected = protect(&source);
        prop_assert_eq!(protected.restore(&protected.text), Ok(source));
    }

    #[test]
    fn no_draft_makes_restoring_panic(source in any_text(), draft in "[ аб⟦⟧/0-9\\[]{0,30}") {
        if let Ok(text) = protect(&source).restore(&draft) {
            prop_assert_eq!(text.code_keys(), source.code_keys());
        }
    }

    #[test]
    fn addresses_never_overlap_and_are_part_of_the_text(text in "(https?://|www\\.|[a-zа-я@.,()\\[\\] ]|«|mailto:){0,30}") {
        let mut from = 0;
        for span in verbatim(&text) {
            prop_assert!(from <= span.start && span.start < span.end && text.get(span.clone()).is_some());
            from = span.end;
        }
    }
}
