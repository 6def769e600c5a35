//! Properties that hold for any text.

use proptest::prelude::*;
use tolmach::{
    check::{Context, check_segment},
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
