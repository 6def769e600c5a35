//! Plain-text tables.

use comfy_table::{CellAlignment, LineStyle, Table, presets::NOTHING};

use super::line;

/// Lays out rows in columns, each as wide as its widest cell on a terminal, with two spaces between columns and
/// `indent` before each line; a column of whole numbers is right-aligned. A rule separates the head, if there is one.
///
/// A cell can neither control the terminal nor break its row. Every line ends in a line break, without trailing white space.
#[must_use]
pub fn table(head: &[String], rows: &[Vec<String>], indent: &str) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING.header_separator(LineStyle::none().fill('─')));
    if !head.is_empty() {
        table.set_header(head.iter().map(|cell| line(cell)));
    }
    table.add_rows(rows.iter().map(|row| row.iter().map(|cell| line(cell)).collect::<Vec<_>>()));
    let last = table.column_count().saturating_sub(1);
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, if index < last { 2 } else { 0 }));
        let is_number = |row: &Vec<String>| row.get(index).is_some_and(|cell| cell.bytes().all(|b| b.is_ascii_digit()));
        if !rows.is_empty() && rows.iter().all(is_number) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let mut out = String::new();
    for printed in table.lines() {
        out.extend([format!("{indent}{printed}").trim_end(), "\n"]);
    }
    out
}
