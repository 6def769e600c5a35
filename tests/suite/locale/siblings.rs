//! The table of related languages.

use tolmach::locale::{Siblings, embedded};

#[test]
fn the_table_of_related_languages_can_be_read_and_is_small() {
    let text = embedded("root/siblings.tsv").unwrap();
    assert!(text.len() < 300_000, "{}", text.len());
    let table = Siblings::read(text).unwrap();
    assert_eq!(table.tags().collect::<Vec<_>>(), ["be", "ru", "uk"]);
    assert_eq!(table.number("pl"), None);
    assert_eq!(Siblings::default().scores("так"), Siblings::default().scores("не"));
    assert!(Siblings::read("be\tru\tgroups\n1\tтак").is_none());
}

#[test]
fn a_word_is_its_own_languages_in_any_case_and_notation() {
    let table = Siblings::embedded();
    let [be, ru, uk] = ["be", "ru", "uk"].map(|tag| table.number(tag).unwrap());
    for (word, of, over) in
        [("гэта", be, ru), ("нядзеля", be, uk), ("сообщил", ru, uk), ("женщины", ru, be), ("місто", uk, ru)]
    {
        assert!(table.scores(word).odds(of, over) > 8, "{word}");
        assert_eq!(table.scores(&word.to_uppercase()), table.scores(word));
    }
    assert_eq!(table.scores("м’який"), table.scores("м'якии\u{306}"));
    assert_eq!(table.scores("news"), table.scores("qqqq"));
}

#[test]
fn a_month_after_a_day_has_a_language() {
    let table = Siblings::embedded();
    let [be, ru, uk] = ["be", "ru", "uk"].map(|tag| table.number(tag).unwrap());
    assert!(table.is_month("марта", ru, uk) && table.is_month("лютага", be, ru) && !table.is_month("мая", be, ru));
}
