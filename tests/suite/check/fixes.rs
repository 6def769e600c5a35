//! What certain fixes do to any text, and how much is said of a text with many mistakes.

use std::sync::LazyLock;

use proptest::prelude::*;
use tolmach::{
    check::{Context, check_segment},
    glossary::Termbase,
    locale::{Edit, apply},
    model::{Finding, Text},
};

use super::context;

const SOURCE: &str = "It was a long day (a cold one).";

static TERMBASE: LazyLock<Termbase> = LazyLock::new(Termbase::default);

/// The contexts of the three languages, built once for all cases.
static CONTEXTS: LazyLock<Vec<(&str, Context<'static>)>> =
    LazyLock::new(|| ["be", "ru", "uk"].into_iter().map(|tag| (tag, context(&TERMBASE, tag))).collect());

fn findings(context: &Context<'_>, target: &str) -> Vec<Finding> {
    check_segment(context, &Text::plain(SOURCE), &Text::plain(target))
}

/// The text with its certain fixes, without those that overlap another.
fn fixed(context: &Context<'_>, target: &str) -> String {
    let mut edits: Vec<Edit> = findings(context, target)
        .iter()
        .filter(|finding| finding.is_certain())
        .filter_map(|finding| {
            let replacement = finding.fix.as_ref()?.replacement.clone();
            Some(Edit { span: finding.place.span.clone(), replacement })
        })
        .collect();
    edits.sort_by_key(|edit| (edit.span.start, std::cmp::Reverse(edit.span.end)));
    apply(target, &edits)
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn certain_fixes_come_to_an_end(
        target in "(\\PC|[а-яў]{1,4}|ў|у | - | -- |  | ,|,|\\.\\.|\\(|&laquo;|&amp;|\\\\\"|Р°|Рљ|\u{200b}|\u{ad}|\u{306}|\u{308}|['’ʼ`]я|ья|I |a | ){0,16}",
    ) {
        for (tag, context) in CONTEXTS.iter() {
            let mut text = target.clone();
            for _ in 0..8 {
                text = fixed(context, &text);
            }
            prop_assert_eq!(fixed(context, &text), text, "{} from {:?}", tag, target);
        }
    }
}

#[test]
fn many_mistakes_of_a_kind_share_a_finding() {
    let mistakes = [
        "\u{200b}а ",
        "\u{fffd}а ",
        "РљР°Рљ а ",
        "а ,б",
        "а  б",
        "а,б",
        "(",
        "слово слово ",
        "об`єкт ",
        "обєкт ",
        "у ў",
        "а - б ",
        "и\u{306}",
        "COH а ",
        "а1б ",
        "А.Дзень ",
        "&laquo; ",
    ];
    for mistake in mistakes {
        for (tag, context) in CONTEXTS.iter() {
            let text = mistake.repeat(400);
            let found = findings(context, &text);
            let length: usize =
                found.iter().map(|finding| 100 + finding.fix.as_ref().map_or(0, |fix| fix.replacement.len())).sum();
            let own = |finding: &&Finding| finding.rule() != "foreign-letters";
            assert!(found.iter().filter(own).count() < 60, "{mistake} ({tag}): {} findings", found.len());
            assert!(length < 20 * text.len() + 10_000, "{mistake} ({tag}): an answer of {length} bytes");
        }
    }
}

#[test]
fn what_may_be_right_is_not_changed_unread() {
    let texts = [
        ("It was -5.", "be", "Было - 5 градусаў."),
        ("Take x - y.", "be", "Вазьміце x - y."),
        ("All day - all night.", "uk", "Цілий день - цілу ніч."),
        ("-", "be", "ГЭТА УНТЭР ТУТ."),
        ("The form [ x ] is here.", "ru", "Анкета [ x ] здесь."),
        ("See https://a.example/?n=10000, 10,000.", "uk", "Див. https://a.example/?n=10000, 10\u{a0}000."),
        ("See https://a.example/x.", "be", "Гл. https://be.a.example/Вёска,Мінская."),
        ("At 2 : 1 :)", "be", "Пры ліку 2 : 1 :)"),
        ("One  \r\ntwo.", "be", "Адзін  \r\nдва."),
        ("The folder “D:\\x”.", "be", "Папка «D:\\дакументы\\»."),
    ];
    for (source, tag, target) in texts {
        let context = context(&TERMBASE, tag);
        let certain: Vec<String> = check_segment(&context, &Text::plain(source), &Text::plain(target))
            .iter()
            .filter(|finding| finding.is_certain() && finding.fix.is_some())
            .map(|finding| format!("{} {:?}", finding.rule(), finding.fix))
            .collect();
        assert!(certain.is_empty(), "{target}: {certain:?}");
    }
}
