//! Differences between two editions.

use tolmach::diff::{EditionDiff, FactKind, RowKind, editions};

use super::lexicon;

const OLD: &str = "---\ntitle: Войска дома\ndate: 2022-03-22\n---\nУ Мінску заявілі, што 5000 салдат не пойдуць нікуды.\n\n\
                   Ён сказаў: «Мы дома».\n\nСтары абзац, якога больш няма.\n\nКанец.\n";
const NEW: &str = "---\ntitle: Армія дома\ndate: 2022-03-23\n---\nУ Мінску заявілі, што 7000 салдат не пойдуць нікуды.\n\n\
                   Ён сказаў: «Мы тут».\n\nКанец.\n\nЗусім новы радок пра іншае здарэнне.\n";

fn kinds(diff: &EditionDiff) -> Vec<&'static str> {
    diff.rows.iter().map(|row| row.kind.as_str()).collect()
}

#[test]
fn paragraphs_are_compared_one_by_one() {
    let diff = editions(OLD, NEW, &lexicon());
    assert_eq!(kinds(&diff), ["edited", "edited", "edited", "edited", "removed", "same", "added"]);
    assert_eq!(diff.count(RowKind::Edited), 4);
    let anchors: Vec<String> = diff.rows.iter().map(tolmach::diff::EditionRow::anchor).collect();
    assert_eq!(anchors, ["p1", "p2", "p3", "p4", "old-p5", "p5", "p6"]);
}

#[test]
fn changed_names_numbers_dates_and_quotations_are_listed_in_this_order() {
    let diff = editions(OLD, NEW, &lexicon());
    let facts: Vec<(FactKind, String, String)> =
        diff.facts().into_iter().map(|(_, fact)| (fact.kind, fact.old.join(","), fact.new.join(","))).collect();
    let fact = |kind, old: &str, new: &str| (kind, old.to_owned(), new.to_owned());
    assert_eq!(
        facts,
        [
            fact(FactKind::Number, "5000", "7000"),
            fact(FactKind::Date, "2022-03-22", "2022-03-23"),
            fact(FactKind::Quote, "Мы дома", "Мы тут"),
        ]
    );
}

#[test]
fn a_moved_paragraph_is_not_a_change_of_words() {
    let diff = editions("Першы абзац.\n\nДругі абзац.\n\nТрэці.", "Трэці.\n\nПершы абзац.\n\nДругі абзац.", &lexicon());
    assert_eq!(kinds(&diff), ["moved", "same", "same"]);
}

#[test]
fn front_matter_in_toml_is_compared_line_by_line_too() {
    let old = "+++\ntitle = \"Войска дома\"\nlang = \"be\"\n+++\nКанец.\n";
    let diff = editions(old, &old.replace("Войска", "Армія"), &lexicon());
    assert_eq!(kinds(&diff), ["edited", "same", "same"]);
}

#[test]
fn line_ends_and_blank_lines_do_not_count() {
    let diff = editions("Раз.\r\n\r\n\r\nДва.  \r\n", "Раз.\n\nДва.", &lexicon());
    assert_eq!(kinds(&diff), ["same", "same"]);
}

#[test]
fn quotation_marks_of_every_kind_enclose_the_same_words() {
    let diff = editions("Ён сказаў: «Мы тут, дома».", "Ён сказаў: „Мы тут, дома“.", &lexicon());
    assert!(diff.rows[0].facts.is_empty());
    assert_eq!(diff.rows[0].kind, RowKind::Typo);
}
