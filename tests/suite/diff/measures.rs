//! Measures of edits between texts.

use tolmach::diff::{chrf2, ter};

use crate::cases;

#[test]
fn edit_rate_and_similarity_equal_those_of_sacrebleu() {
    for row in cases::tsv("diff/measures.tsv") {
        let [draft, last, edit_rate, likeness] = &*row;
        let (rate, chrf) = (ter(draft, last).rate(), chrf2(draft, last));
        assert!((rate - edit_rate.parse::<f64>().unwrap()).abs() < 1e-4, "TER {rate} for {row:?}");
        assert!((chrf - likeness.parse::<f64>().unwrap()).abs() < 1e-4, "chrF2 {chrf} for {row:?}");
    }
}

#[test]
fn a_moved_phrase_is_one_edit() {
    assert_eq!(ter("Войско остаётся дома сегодня", "Сегодня войско остаётся дома").edits, 1);
}

#[test]
fn the_measures_of_a_very_long_text_are_fast() {
    let long = "адно слова за другім ".repeat(20_000);
    assert_eq!(ter(&long, &long).edits, 0);
    assert!(ter(&long, "коратка").edits >= 79_999);
    assert!((chrf2(&long, &long) - 100.0).abs() < 1e-9);
}
