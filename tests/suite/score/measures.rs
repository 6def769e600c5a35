//! Measures of edits and likeness between texts, with what sacreBLEU gives for them.

use std::collections::BTreeMap;

use tolmach::score::{Tally, chrf2, ter};

use crate::cases;

#[test]
fn edit_rate_and_similarity_equal_those_of_sacrebleu() {
    for row in cases::tsv("score/measures.tsv") {
        let [draft, last, edit_rate, likeness] = &*row;
        let (rate, chrf) = (ter(draft, last).rate(), chrf2(draft, last));
        assert!((rate - edit_rate.parse::<f64>().unwrap()).abs() < 1e-4, "TER {rate} for {row:?}");
        assert!((chrf - likeness.parse::<f64>().unwrap()).abs() < 1e-4, "chrF2 {chrf} for {row:?}");
    }
}

/// Asserts that BLEU, chrF2++ and TER of a tally are these, to the fifth decimal.
fn assert_scores(tally: &Tally, expected: [&String; 3], what: &str) {
    let scores = tally.scores();
    for (name, score, expected) in
        [("BLEU", scores.bleu, expected[0]), ("chrF2++", scores.chrf2pp, expected[1]), ("TER", scores.ter, expected[2])]
    {
        let (score, expected) = (score.unwrap(), expected.parse::<f64>().unwrap());
        assert!((score - expected).abs() < 1e-5, "{what}: {name} {score}, not {expected}");
    }
}

#[test]
fn segments_and_corpora_have_the_scores_that_sacrebleu_gives_them() {
    let mut corpora: BTreeMap<String, Tally> = BTreeMap::new();
    for row in cases::tsv("score/segments.tsv") {
        let [corpus, hypothesis, reference, bleu, chrf, edits] = &*row;
        let tally = Tally::of(hypothesis, Some(reference), Vec::new());
        assert_scores(&tally, [bleu, chrf, edits], &row.place().to_string());
        for name in [corpus.as_str(), "all"] {
            corpora.entry(name.to_owned()).or_default().add(&tally);
        }
    }
    for row in cases::tsv("score/corpora.tsv") {
        let [corpus, bleu, chrf, edits] = &*row;
        assert_scores(&corpora[corpus], [bleu, chrf, edits], &row.place().to_string());
    }
}

#[test]
fn a_corpus_without_references_has_terms_alone() {
    let scores = Tally::of("Нешта", None, Vec::new()).scores();
    assert_eq!((scores.segments, scores.references), (1, 0));
    assert_eq!((scores.bleu, scores.chrf2pp, scores.ter, scores.term_success), (None, None, None, None));
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
    // Every shift is tried that sacreBLEU tries, and none takes longer where the text is longer.
    let numbered =
        |from: usize| (from..from + 2_000).map(|n| format!("с{}", n * 7919 % 997)).collect::<Vec<_>>().join(" ");
    assert!(ter(&numbered(0), &numbered(30)).edits > 0);
}
