//! Properties that hold for any text.

use proptest::prelude::*;
use tolmach::{check::check_segment, glossary::Termbase, model::Text};

use super::{TERMS, context, termbase};

proptest! {
    #![proptest_config(crate::support::config(96))]

    #[test]
    fn every_finding_lies_within_its_text(
        source in "(\\PC|[0-9]{1,3}[.,: ]?|p\\.m\\.|five|million|Gomel|The town slept\\. |in the night | ){0,20}",
        target in "(\\PC|[0-9]{1,3}[.,: ]?|вечара|пяць|мільён|Гомиль|[a-zи\u{301}\u{306}]|Горад спаў\\. |у горадзе |in the night |⟦1|<think|\\*сло| ){0,20}",
    ) {
        let termbase = termbase(TERMS);
        for tag in ["be", "ru", "uk"] {
            for finding in check_segment(&context(&termbase, tag), &Text::plain(&source), &Text::plain(&target)) {
                let side = if finding.place.side == tolmach::model::Side::Source { &source } else { &target };
                prop_assert!(side.get(finding.place.span.clone()).is_some(), "{finding:?}");
            }
        }
    }

    #[test]
    fn unchanged_numbers_agree(numbers in proptest::collection::vec(0_u32..1_000_000, 0..12)) {
        let termbase = Termbase::default();
        let list = numbers.iter().map(u32::to_string).collect::<Vec<_>>().join("; ");
        for tag in ["be", "ru", "uk"] {
            let findings = check_segment(&context(&termbase, tag), &Text::plain(&list), &Text::plain(&list));
            prop_assert!(findings.is_empty(), "{findings:?}");
        }
    }

    #[test]
    fn a_changed_number_is_always_found(numbers in proptest::collection::vec(25_u32..1000, 1..8), place in 0_usize..8) {
        let termbase = Termbase::default();
        let write = |numbers: &[u32]| numbers.iter().map(u32::to_string).collect::<Vec<_>>().join("; ");
        let mut changed = numbers.clone();
        let place = place % numbers.len();
        changed[place] += 1000;
        for tag in ["be", "ru", "uk"] {
            let findings = check_segment(&context(&termbase, tag), &Text::plain(write(&numbers)), &Text::plain(write(&changed)));
            prop_assert_eq!(findings.len(), 1);
            prop_assert_eq!(findings[0].rule(), "numbers");
        }
    }
}
