//! How is a table of text cut into rows and cells (RFC 4180, with any separator), and how is it written?

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableRow {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Its cells, without their quotation marks.
    pub cells: Vec<String>,
    /// Whether a cell's quotation mark never closes: the row is cut as if it were a letter.
    pub unclosed: bool,
}

/// Cuts a text into rows. A quotation mark that opens a cell and whose partner does not end it is a letter like any
/// other: tools that part by tabs do not quote. Linear in the text.
pub(super) fn rows(text: &str, separator: char) -> Vec<TableRow> {
    let mut rows = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while !rest.is_empty() {
        let mut row = TableRow { line, cells: Vec::new(), unclosed: false };
        loop {
            let (cell, behind, unclosed) = cell(rest, separator);
            line += memchr::memchr_iter(b'\n', rest.get(..rest.len() - behind.len()).unwrap_or_default().as_bytes())
                .count();
            row.cells.push(cell);
            row.unclosed |= unclosed;
            if let Some(next) = behind.strip_prefix(separator) {
                rest = next;
                continue;
            }
            rest = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix(['\n', '\r'])).unwrap_or(behind);
            line += usize::from(!behind.is_empty());
            break;
        }
        rows.push(row);
    }
    rows
}

/// The first cell of a text, what stands behind it, and whether its quotation mark never closes.
fn cell(text: &str, separator: char) -> (String, &str, bool) {
    let ends = |c: char| c == separator || c == '\n' || c == '\r';
    let mut unclosed = false;
    if let Some(inside) = text.strip_prefix('"') {
        let mut out = String::new();
        let mut rest = inside;
        loop {
            let Some((before, behind)) = rest.split_once('"') else {
                unclosed = true;
                break;
            };
            out.push_str(before);
            if let Some(behind) = behind.strip_prefix('"') {
                out.push('"');
                rest = behind;
            } else if behind.is_empty() || behind.starts_with(ends) {
                return (out, behind, false);
            } else {
                break;
            }
        }
    }
    let (cell, behind) = text.split_at_checked(text.find(ends).unwrap_or(text.len())).unwrap_or((text, ""));
    (cell.to_owned(), behind, unclosed)
}

/// The separator of a table: what parts the cells of its first line, `sep=;` there, or the one expected.
pub(super) fn separator(text: &str, expected: char) -> (char, &str) {
    let first = text.lines().next().unwrap_or_default();
    let mut chars = first.strip_prefix("sep=").unwrap_or_default().chars();
    if let (Some(separator), None) = (chars.next(), chars.next()) {
        return (separator, text.split_once('\n').map_or("", |(_, rest)| rest));
    }
    let count = |separator: char| first.matches(separator).count();
    let others = [',', ';', '\t'].into_iter().max_by_key(|other| count(*other)).filter(|other| count(*other) > 0);
    (if count(expected) > 0 { expected } else { others.unwrap_or(expected) }, text)
}

/// What a spreadsheet takes for the beginning of a formula.
fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Whether a spreadsheet would take the cell for a formula.
pub(super) fn is_formula(cell: &str) -> bool {
    begins_formula(cell)
}

/// A cell with an apostrophe before what a spreadsheet would compute; one that stands there already is kept apart by a
/// further one.
pub(super) fn guarded(cell: &str) -> String {
    if begins_formula(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell without the apostrophe that guards it.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if begins_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// Writes a row; a cell with a separator, a quotation mark or a line break in it is quoted.
pub(super) fn write_row(out: &mut String, cells: &[String], separator: char, end: &str) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(separator);
        }
        let cell = guarded(cell);
        if cell.contains([separator, '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str(end);
}

/// Wordings of one cell, parted by `|`; a backslash takes its meaning from a `|` or a backslash.
pub(super) fn parts(cell: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = (c == '\\').then(|| chars.next_if(|next| matches!(next, '|' | '\\'))).flatten();
        match (c, parts.last_mut()) {
            ('|', _) => parts.push(String::new()),
            (c, Some(last)) => last.push(escaped.unwrap_or(c)),
            (_, None) => {}
        }
    }
    parts
}

/// Wordings as one cell.
pub(super) fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.map(|part| part.replace('\\', "\\\\").replace('|', "\\|")).collect::<Vec<_>>().join("|")
}
