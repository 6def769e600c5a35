//! Differences between two versions of an article.

use proptest::prelude::*;
use tolmach::{
    diff::{RowKind, SourceDiff, articles},
    model::Role,
};

use super::{article, article_of, lexicon, sid};
use crate::cases;

fn compare(old: &[&str], new: &[&str]) -> SourceDiff {
    articles(&article(old), &article(new), &lexicon())
}

fn kinds(diff: &SourceDiff) -> Vec<&'static str> {
    diff.rows.iter().map(|row| row.kind.as_str()).collect()
}

#[test]
fn a_slip_is_distinguished_from_a_change_of_meaning() {
    let mut faults = Vec::new();
    for row in cases::tsv("diff/kinds.tsv") {
        let [old, new, kind, facts] = &*row;
        let diff = compare(&["One.", old, "Two."], &["One.", new, "Two."]);
        let found: Vec<&str> = diff.rows[1].facts.iter().map(|fact| fact.kind.as_str()).collect();
        if (diff.rows[1].kind.as_str(), found.join(" ")) != (kind.as_str(), facts.clone()) {
            faults.push(format!(
                "{}: {old} → {new}: {} {:?}",
                row.place(),
                diff.rows[1].kind.as_str(),
                diff.rows[1].facts
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_first_word_of_a_sentence_is_a_name_only_if_it_is_one_elsewhere() {
    let plain = compare(&["Soldiers left for Brest."], &["Tanks left for Brest."]);
    assert!(plain.rows[0].facts.is_empty());
    let named = compare(&["Putin left.", "We saw Putin."], &["Shoigu left.", "We saw Putin."]);
    assert_eq!(named.rows[0].facts[0].old, ["Putin"]);
}

#[test]
fn a_change_makes_only_its_own_translation_stale() {
    let old = ["The army stays at home.", "It was a goverment statement.", "Nobody was asked about it.", "The end."];
    let new = ["A word before.", "The army leaves home.", "It was a government statement.", "The end."];
    let diff = compare(&old, &new);
    assert_eq!(kinds(&diff), ["added", "edited", "typo", "removed", "same"]);
    assert_eq!(diff.stale().collect::<Vec<_>>(), [sid(old[0])]);
    assert_eq!(diff.to_check().collect::<Vec<_>>(), [sid(old[1])]);
    assert_eq!(diff.obsolete().collect::<Vec<_>>(), [sid(old[2])]);
    assert_eq!((diff.words, diff.words_to_translate, diff.reuse), (14, 7, 50));
}

#[test]
fn a_moved_sentence_costs_nothing() {
    let diff =
        compare(&["One thing.", "Two things.", "Three things."], &["Three things.", "One thing.", "Two things."]);
    assert_eq!(kinds(&diff), ["moved", "same", "same"]);
    assert_eq!((diff.words_to_translate, diff.reuse), (0, 100));
}

#[test]
fn an_edited_sentence_that_moved_far_is_found_by_its_rare_words() {
    let old: Vec<String> = (0..200).map(|n| format!("Sentence {n} says that thing{n} met other{n}.")).collect();
    let mut new = old.clone();
    let far = new.remove(10).replace("met", "greeted");
    new.push(far);
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
    let diff = compare(&old, &new);
    let last = diff.rows.last().unwrap();
    assert_eq!((last.kind, last.old.as_ref().unwrap().id), (RowKind::Edited, sid(old[10])));
    assert_eq!(diff.rows.len(), 200);
}

#[test]
fn the_same_words_in_another_role_need_a_look_but_no_translation() {
    let old = article_of(&[(Role::Paragraph, "We were there first.")]);
    let new = article_of(&[(Role::Quote, "We were there first.")]);
    let diff = articles(&old, &new, &lexicon());
    assert_eq!((kinds(&diff), diff.words_to_translate), (vec!["markup"], 0));
}

#[test]
fn boilerplate_and_bylines_are_not_counted() {
    let old = article_of(&[(Role::Byline, "The desk"), (Role::Paragraph, "Words.")]);
    let new = article_of(&[(Role::Byline, "Another desk"), (Role::Paragraph, "Words.")]);
    assert_eq!(kinds(&articles(&old, &new, &lexicon())), ["same"]);
}

#[test]
fn two_articles_without_anything_in_common_are_compared_in_bounded_time() {
    let old: Vec<String> = (0..5000).map(|n| format!("alpha{n} beta{n} gamma{n}")).collect();
    let new: Vec<String> = (0..5000).map(|n| format!("delta{n} kappa{n} omega{n}")).collect();
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
    let diff = compare(&old, &new);
    assert_eq!((diff.rows.len(), diff.reuse), (10_000, 0));
}

#[test]
fn an_empty_article_is_reused_in_full() {
    assert_eq!(compare(&[], &[]).reuse, 100);
    assert_eq!(kinds(&compare(&["Gone."], &[])), ["removed"]);
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn every_sentence_of_both_versions_is_in_exactly_one_row(
        old in proptest::collection::vec("[аб]{1,2}( [вг]{1,2}){0,3}", 0..12),
        new in proptest::collection::vec("[аб]{1,2}( [вг]{1,2}){0,3}", 0..12),
    ) {
        let (left, right): (Vec<&str>, Vec<&str>) =
            (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
        let diff = compare(&left, &right);
        let shown: Vec<&str> = diff.rows.iter().filter_map(|row| row.new.as_ref()).map(|s| s.text.as_str()).collect();
        prop_assert_eq!(&shown, &right);
        let mut before: Vec<&str> = diff.rows.iter().filter_map(|row| row.old.as_ref()).map(|s| s.text.as_str()).collect();
        before.sort_unstable();
        let mut left = left;
        left.sort_unstable();
        prop_assert_eq!(before, left);
    }
}
