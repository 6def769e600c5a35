//! Terms that lines list: which count as found, and how consistent they are.

use serde::Deserialize;
use tolmach::{
    desk::{Desk, Registries, ScoredLine, score_lines},
    model::Locale,
};

use crate::cases;

/// Source, target, and terms with their wanted wordings.
type Line = (String, String, Vec<(String, String)>);

#[derive(Debug, Deserialize)]
struct Case {
    fact: String,
    locale: Locale,
    lines: Vec<Line>,
    uses: usize,
    found: usize,
    consistency: i64,
}

fn scored(locale: &Locale, (source, target, terms): &Line) -> ScoredLine {
    ScoredLine {
        source: source.clone(),
        target: target.clone(),
        reference: None,
        terms: Some(terms.clone()),
        locale: locale.clone(),
        engine: None,
    }
}

#[test]
fn terms_are_found_in_all_forms_and_nowhere_else() {
    let desk = Desk::open(None, &Registries::built_in()).unwrap();
    for case in cases::jsonl::<Case>("score/terms.jsonl") {
        let lines: Vec<ScoredLine> = case.lines.iter().map(|line| scored(&case.locale, line)).collect();
        let result = score_lines(&desk, &lines, false);
        let what = format!("{}: {}", case.place(), case.fact);
        assert_eq!(result.all.term_uses, case.uses, "{what}: uses");
        #[expect(clippy::cast_precision_loss, reason = "a few")]
        let success = (case.uses > 0).then(|| case.found as f64 / case.uses as f64);
        assert_eq!(result.all.term_success, success, "{what}: found");
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        let thousandths = result.all.term_consistency.map_or(-1, |share| (share * 1000.0).round() as i64);
        assert_eq!(thousandths, case.consistency, "{what}: consistency");
        assert!(result.listed - result.not_in_source >= case.uses, "{what}: listed");
    }
}

#[test]
fn the_scores_of_all_lines_are_those_of_the_corpus_and_not_a_mean() {
    let desk = Desk::open(None, &Registries::built_in()).unwrap();
    let line = |locale: &str, engine: &str, target: &str| ScoredLine {
        source: "The bank".to_owned(),
        target: target.to_owned(),
        reference: Some("Банк в городе закрыт".to_owned()),
        terms: Some(vec![("bank".to_owned(), "банк".to_owned())]),
        locale: locale.parse().unwrap(),
        engine: Some(engine.to_owned()),
    };
    let lines = [line("ru", "one", "Банк в городе закрыт"), line("ru", "two", "Нет"), line("uk", "one", "")];
    let result = score_lines(&desk, &lines, true);
    let rows: Vec<_> = result.rows.iter().map(|row| (row.locale.to_string(), row.engine.clone().unwrap())).collect();
    let expected = [("ru", "one"), ("ru", "two"), ("uk", "one")];
    assert_eq!(rows, expected.map(|(locale, engine)| (locale.to_owned(), engine.to_owned())));
    // One word to replace and three to insert, four to insert: of twelve.
    assert!((result.all.ter.unwrap() - 100.0 * 8.0 / 12.0).abs() < 1e-9);
    assert_eq!(result.rows[0].scores.ter, Some(0.0));
    let by_locale = score_lines(&desk, &lines, false).rows;
    assert_eq!(by_locale.iter().map(|row| row.scores.segments).collect::<Vec<_>>(), [2, 1]);
}
