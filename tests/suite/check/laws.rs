//! Properties that hold for any text.

use proptest::prelude::*;
use tolmach::{
    check::{Bitext, Context, check_segment, check_segments},
    glossary::Termbase,
    model::{Side, Text},
};

use super::{TERMS, context, termbase};
use crate::support::try_property;

/// Tries a law on texts of each language. What is known of a language is made once, which takes longer than a text.
fn hold<T: Strategy>(
    termbase: &Termbase,
    texts: &T,
    law: impl Fn(&Context<'_>, &T::Value) -> Result<(), TestCaseError>,
) {
    let contexts = ["be", "ru", "uk"].map(|tag| context(termbase, tag));
    let each = |texts: T::Value| contexts.iter().try_for_each(|context| law(context, &texts));
    try_property(256, texts, each);
}

#[test]
fn every_finding_lies_within_its_text() {
    let source = "(\\PC|[0-9]{1,3}[.,: ]?|p\\.m\\.|five|million|Gomel|The town slept\\. |in the night | ){0,20}";
    let target = "(\\PC|[0-9]{1,3}[.,: ]?|вечара|пяць|мільён|Гомиль|[a-zи\u{301}\u{306}]|Горад спаў\\. |у горадзе |in the night |⟦1|<think|\\*сло| ){0,20}";
    hold(&termbase(TERMS), &(source, target), |context, (source, target)| {
        for finding in check_segment(context, &Text::plain(source), &Text::plain(target)) {
            let side = if finding.place.side == Side::Source { source } else { target };
            prop_assert!(side.get(finding.place.span.clone()).is_some(), "{finding:?}");
        }
        Ok(())
    });
}

#[test]
fn unchanged_numbers_agree() {
    let numbers = proptest::collection::vec(0_u32..1_000_000, 0..12);
    hold(&Termbase::default(), &numbers, |context, numbers| {
        let list = numbers.iter().map(u32::to_string).collect::<Vec<_>>().join("; ");
        let findings = check_segment(context, &Text::plain(&list), &Text::plain(&list));
        prop_assert!(findings.is_empty(), "{findings:?}");
        Ok(())
    });
}

#[test]
fn a_changed_number_is_always_found() {
    let numbers = (proptest::collection::vec(25_u32..1000, 1..8), 0_usize..8);
    hold(&Termbase::default(), &numbers, |context, (numbers, place)| {
        let write = |numbers: &[u32]| numbers.iter().map(u32::to_string).collect::<Vec<_>>().join("; ");
        let mut changed = numbers.clone();
        let place = place % numbers.len();
        changed[place] += 1000;
        let (source, target) = (Text::plain(write(numbers)), Text::plain(write(&changed)));
        let findings = check_segment(context, &source, &target);
        prop_assert_eq!(findings.len(), 1);
        prop_assert_eq!(findings[0].rule(), "numbers");
        Ok(())
    });
}

#[test]
fn no_term_is_overlooked_because_its_words_were_met_before() {
    // Wordings and parts of them, in other letters, behind other signs, and joined with each other.
    let parts = "(Gomel|gomel|Homel|Гомель|Гомеля|ГОМЕЛЬ|Гoмель|Лукашэнк|Лукашэнкі|Лукашенко|усход|ўсход|ЁЛКА|Belarus|'s|’|'|`|-|\\.|#|_| |  |\n|\u{ad}|\u{301}|i|а|a|«|»|5|у\u{306}сход|x\u{301}|\u{482}|\u{ff07}|т\\. г\\.|\\PC)";
    let text = format!("{parts}{{0,24}}");
    hold(&termbase(TERMS), &(text.as_str(), text.as_str()), |context, (source, target)| {
        let (source, target) = (Text::plain(source), Text::plain(target));
        let bitext = Bitext::new(context, &source, &target);
        let seen = [
            context.termbase.look(&context.pair.source, &source.prose),
            context.termbase.look(&context.pair.target, &target.prose),
        ];
        prop_assert_eq!([&bitext.source_sight.all, &bitext.target_sight.all], [&seen[0].all, &seen[1].all]);
        prop_assert_eq!(
            [&bitext.source_sight.lowered, &bitext.target_sight.lowered],
            [&seen[0].lowered, &seen[1].lowered]
        );
        Ok(())
    });
}

#[test]
fn pairs_that_are_checked_together_have_the_findings_that_each_has_alone() {
    let text = "(Gomel|Гомель|Лукашенко|five|пяць|Merkel|Меркель|Трамп|not|не|«|»|\"|, |\\. | |\\PC){0,16}";
    let pairs = proptest::collection::vec((text, text), 0..6);
    hold(&termbase(TERMS), &pairs, |context, pairs| {
        let pairs: Vec<(Text, Text)> =
            pairs.iter().map(|(source, target)| (Text::plain(source), Text::plain(target))).collect();
        let together =
            check_segments(context, &pairs.iter().map(|(source, target)| (source, target)).collect::<Vec<_>>());
        let alone: Vec<_> = pairs.iter().map(|(source, target)| check_segment(context, source, target)).collect();
        prop_assert_eq!(together, alone);
        Ok(())
    });
}
