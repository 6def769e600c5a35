//! Differences between first drafts and final targets.

use tolmach::{
    diff::{DraftDiff, Drafts, drafts},
    model::{State, Target, Text, Translation},
};

use super::{article, sid};

/// Draft → final pairs of an article with numbered source sentences; `None` leaves the machine's draft unreviewed.
fn compare(pairs: &[(&str, Option<&str>)]) -> DraftDiff {
    let sources: Vec<String> = (1..=pairs.len()).map(|n| format!("Sentence {n}.")).collect();
    let source = article(&sources.iter().map(String::as_str).collect::<Vec<_>>());
    let mut machine = Drafts::new();
    let mut last = Translation::empty("be".parse().unwrap());
    for (sentence, (draft, text)) in sources.iter().zip(pairs) {
        machine.insert(sid(sentence), (Text::plain(*draft), "pseudo".to_owned()));
        let target = match text {
            Some(text) => Target::human(Text::plain(*text), Some("desk".to_owned())),
            None => Target::draft(Text::plain(*draft), "pseudo".to_owned()),
        };
        last.targets.insert(sid(sentence), target);
    }
    drafts(&source, &machine, &last)
}

#[test]
fn an_unreviewed_draft_is_not_untouched() {
    let diff = compare(&[("Войска дома.", None), ("Усё ціха.", Some("Усё ціха."))]);
    assert_eq!((diff.rows.len(), diff.reviewed, diff.untouched, diff.untouched_percent), (2, 1, 1, 100));
    assert_eq!((diff.rows[0].state, diff.rows[0].ter), (State::Initial, None));
    assert_eq!(diff.mean_ter, Some(0.0));
}

#[test]
fn without_reviews_there_are_no_figures() {
    let diff = compare(&[("Войска дома.", None)]);
    assert_eq!((diff.untouched_percent, diff.mean_ter, diff.mean_chrf), (0, None, None));
}

#[test]
fn each_row_has_engine_editor_and_measures() {
    let diff = compare(&[("Войско остаётся дома сегодня", Some("Сегодня войско остаётся дома"))]);
    let row = &diff.rows[0];
    assert_eq!((row.engine.as_str(), row.editor.as_deref(), row.ter), ("pseudo", Some("desk"), Some(25.0)));
    assert!((row.chrf.unwrap() - 79.301_666).abs() < 1e-4);
}

#[test]
fn a_term_is_counted_in_all_its_forms() {
    let diff = compare(&[
        ("Войско Белоруссии дома", Some("Войско Беларуси дома")),
        ("Белоруссия молчит", Some("Беларусь молчит")),
        ("Едем в Белоруссию летом", Some("Едем в Беларусь летом")),
        ("Он придёт завтра", Some("Он приедет завтра")),
    ]);
    let first = &diff.corrections[0];
    assert_eq!((first.count, diff.corrections.len()), (3, 1), "{:?}", diff.corrections);
    assert!(first.from.starts_with("Белорусси") && first.to.starts_with("Белару"));
}

#[test]
fn a_rewording_is_not_a_term() {
    let diff = compare(&[("адзін два тры чатыры пяць", Some("раз і два разам зусім інакш"))]);
    assert!(diff.corrections.iter().all(|one| one.from.split(' ').count() <= 3));
}
