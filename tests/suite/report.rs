//! Plain tables: columns on a terminal and in text reports.

use tolmach::report::table;

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

fn head(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn a_table_is_as_wide_as_its_widest_cells_with_numbers_to_the_right() {
    let shown = table(
        &head(&["article", "locale", "words", "note"]),
        &rows(&[&["army", "be", "9", ""], &["a-long-slug", "uk", "1204", "Гомель — усё"], &["x", "ru", "", ""]]),
        "",
    );
    let expected = "\
article      locale  words  note
────────────────────────────────────────
army         be          9
a-long-slug  uk       1204  Гомель — усё
x            ru
";
    assert_eq!(shown, expected);
}

#[test]
fn a_table_without_a_head_has_no_rule_and_keeps_its_indent() {
    let shown = table(&[], &rows(&[&["", "адзіночны"], &["назоўны", "брат"], &["", ""]]), "    ");
    assert_eq!(shown, "             адзіночны\n    назоўны  брат\n\n");
}

#[test]
fn cells_are_measured_in_columns_of_a_terminal() {
    // Two ideographs take four columns; a stress mark takes none.
    let shown = table(&[], &rows(&[&["東京", "a"], &["мова\u{301}", "b"], &["four", "c"]]), "");
    assert_eq!(shown, "東京  a\nмова\u{301}  b\nfour  c\n");
}

#[test]
fn a_table_without_rows_is_its_head() {
    assert_eq!(table(&head(&["article", "7"]), &[], ""), "article  7\n──────────\n");
    assert_eq!(table(&[], &[], ""), "");
}
