//! Typography applied to text with inline codes.

use proptest::prelude::*;
use serde::Deserialize;
use tolmach::{
    locale::{Edit, alternations, apply, apply_to_text, typography},
    model::{Code, CodeKind, CodeName, Text},
};

use super::profile;
use crate::cases;

#[derive(Deserialize)]
struct Case {
    fact: String,
    locale: Option<String>,
    before: String,
    after: Option<String>,
}

#[test]
fn typography_is_applied_as_in_the_cases() {
    for case in cases::toml::<Case>("locale/typography.toml") {
        let locale = case.locale.as_deref().unwrap();
        let edits = typography(profile(locale), &case.before);
        let after = case.after.as_ref().unwrap_or(&case.before);
        assert_eq!(apply(&case.before, &edits), *after, "{locale}: {}", case.fact);
        assert_eq!(typography(profile(locale), after), [], "{locale}, again: {}", case.fact);
    }
}

/// The edits where a language requires the other letter.
fn advised(locale: &str, prose: &str) -> Vec<Edit> {
    let profile = profile(locale);
    alternations(&profile.alternation, &profile.alphabet.vowels, prose)
}

#[test]
fn alternations_are_applied_as_in_the_cases() {
    for case in cases::toml::<Case>("locale/alternations.toml") {
        let edits = advised("be", &case.before);
        let after = case.after.as_ref().unwrap_or(&case.before);
        assert_eq!(apply(&case.before, &edits), *after, "{}", case.fact);
        assert_eq!(advised("ru", &case.before), [], "only Belarusian has alternations");
    }
}

fn code(id: u32, kind: CodeKind) -> Code {
    Code { id, kind, name: CodeName::Strong, markup: "**".to_owned() }
}

/// A text with `<1>`, `</1>` and `<1/>` for its codes.
fn show(text: &Text) -> String {
    text.pieces()
        .map(|piece| match piece {
            tolmach::model::Piece::Prose(prose) => prose.to_owned(),
            tolmach::model::Piece::Code(code) => match code.kind {
                CodeKind::Open => format!("<{}>", code.id),
                CodeKind::Close => format!("</{}>", code.id),
                CodeKind::Single => format!("<{}/>", code.id),
            },
        })
        .collect()
}

#[test]
fn codes_keep_their_places_between_words() {
    let prose = "№5 - \"так\" і 7%".to_owned();
    let at = |piece: &str| prose.find(piece).unwrap();
    let codes = vec![
        (at("5"), code(1, CodeKind::Open)),
        (at("5") + 1, code(1, CodeKind::Close)),
        (at("\"так"), code(2, CodeKind::Open)),
        (at("так"), code(3, CodeKind::Single)),
        (at(" і"), code(2, CodeKind::Close)),
        (at("7"), code(4, CodeKind::Open)),
        (at("%"), code(4, CodeKind::Close)),
    ];
    let text = Text { prose, codes };
    let set = apply_to_text(&text, &typography(profile("be"), &text.prose));
    assert_eq!(show(&set).replace('\u{a0}', "⍽"), "№⍽<1>5</1>⍽— <2>«<3/>так»</2> і <4>7</4>⍽%");
}

#[test]
fn an_edit_out_of_order_is_dropped() {
    let edit = |from, to, with: &str| Edit { span: from..to, replacement: with.to_owned() };
    assert_eq!(apply("абв", &[edit(2, 4, "х"), edit(0, 2, "у"), edit(4, 99, "z")]), "ахв");
}

#[test]
fn a_word_with_an_apostrophe_is_not_a_unit() {
    for text in ["5 м’яких цацак", "5 мʼяких цацак", "5 м'яких цацак"] {
        assert_eq!(apply(text, &typography(profile("be"), text)), "5 м’яких цацак");
    }
    let metres = "5 м ад мяжы";
    assert_eq!(apply(metres, &typography(profile("be"), metres)), "5\u{a0}м ад мяжы");
}

/// Texts of characters that typography changes, and of some that it does not.
fn tricky() -> impl Strategy<Value = String> {
    let chars = "абўЎАРґ\"\"\"«»„“”‘’ʼ'---–—   \u{a0}\u{202f}№§%.,!?()0123456789кмг№aZ\u{301}\n";
    let chars: Vec<char> = chars.chars().collect();
    prop::collection::vec(prop::sample::select(chars), 0..40).prop_map(|chars| chars.into_iter().collect())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() && !"'’ʼ".contains(*c)).collect()
}

proptest! {
    #![proptest_config(crate::support::config(2000))]

    #[test]
    fn typography_twice_is_typography_once_and_changes_no_letter(prose in tricky()) {
        for locale in ["be", "ru", "uk", "en", "fr"] {
            let once = apply(&prose, &typography(profile(locale), &prose));
            let twice = apply(&once, &typography(profile(locale), &once));
            prop_assert_eq!(&once, &twice, "{}", locale);
            prop_assert_eq!(letters(&prose), letters(&once));
        }
    }

    #[test]
    fn edits_are_in_order_and_never_touch(prose in tricky()) {
        for edits in [typography(profile("uk"), &prose), advised("be", &prose)] {
            let mut end = 0;
            for edit in edits {
                prop_assert!(edit.span.start >= end && prose.is_char_boundary(edit.span.start));
                prop_assert!(prose.is_char_boundary(edit.span.end));
                end = edit.span.end;
            }
        }
    }

    #[test]
    fn codes_stay_ascending_on_boundaries_and_keep_their_order(prose in tricky(), places in prop::collection::vec(0..60usize, 0..6)) {
        let mut places: Vec<usize> = places.into_iter().map(|at| prose.floor_char_boundary(at)).collect();
        places.sort_unstable();
        let kinds = [CodeKind::Open, CodeKind::Close, CodeKind::Single];
        let codes = places.iter().zip(1..).zip(kinds.into_iter().cycle()).map(|((at, id), kind)| (*at, code(id, kind)));
        let text = Text { prose: prose.clone(), codes: codes.collect() };
        let set = apply_to_text(&text, &typography(profile("be"), &prose));
        let ids = |text: &Text| text.codes.iter().map(|(_, code)| code.id).collect::<Vec<_>>();
        prop_assert_eq!(ids(&text), ids(&set));
        prop_assert!(set.codes.is_sorted_by_key(|(at, _)| *at));
        prop_assert!(set.codes.iter().all(|(at, _)| set.prose.is_char_boundary(*at)));
        let words = |text: &Text| show(text).chars().filter(|c| c.is_alphanumeric() && !"ʼ".contains(*c)).collect::<String>();
        prop_assert_eq!(words(&text), words(&set));
    }
}
