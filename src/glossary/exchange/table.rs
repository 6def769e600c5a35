//! Delimited tables (RFC 4180, with any separator): splitting into rows and cells, and writing.

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableRow {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Its cells, unquoted.
    pub cells: Vec<String>,
    /// Whether a cell's quotation mark is never closed; it is then treated as a letter.
    pub unclosed: bool,
}

/// Splits a text into rows. A quotation mark that opens a cell is treated as a letter if its partner does not end the
/// cell: programs that write tab-separated tables do not quote. Linear in the text.
pub(super) fn rows(text: &str, separator: char) -> Vec<TableRow> {
    let mut rows = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while !rest.is_empty() {
        let mut row = TableRow { line, cells: Vec::new(), unclosed: false };
        loop {
            let (cell, after, unclosed) = cell(rest, separator);
            line +=
                memchr::memchr_iter(b'\n', rest.get(..rest.len() - after.len()).unwrap_or_default().as_bytes()).count();
            row.cells.push(cell);
            row.unclosed |= unclosed;
            if let Some(next) = after.strip_prefix(separator) {
                rest = next;
                continue;
            }
            rest = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])).unwrap_or(after);
            line += usize::from(!after.is_empty());
            break;
        }
        rows.push(row);
    }
    rows
}

/// The first cell of a text, the rest of the text, and whether its quotation mark is never closed.
fn cell(text: &str, separator: char) -> (String, &str, bool) {
    let is_end = |c: char| c == separator || c == '\n' || c == '\r';
    let mut unclosed = false;
    if let Some(inside) = text.strip_prefix('"') {
        let mut out = String::new();
        let mut rest = inside;
        loop {
            let Some((before, after)) = rest.split_once('"') else {
                unclosed = true;
                break;
            };
            out.push_str(before);
            if let Some(after) = after.strip_prefix('"') {
                out.push('"');
                rest = after;
            } else if after.is_empty() || after.starts_with(is_end) {
                return (out, after, false);
            } else {
                break;
            }
        }
    }
    let (cell, after) = text.split_at_checked(text.find(is_end).unwrap_or(text.len())).unwrap_or((text, ""));
    (cell.to_owned(), after, unclosed)
}

/// Detects the separator of a table and returns the text to read: the one declared by a first line `sep=;`, else the
/// expected one if the first line has it, else the most frequent other one.
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

/// Whether a spreadsheet would interpret the cell as a formula.
pub(super) fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Prefixes a cell that looks like a formula with an apostrophe; apostrophes already there get another one, so that
/// [`unguarded`] restores them.
pub(super) fn guarded(cell: &str) -> String {
    if is_formula(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell.to_owned() }
}

/// Removes the apostrophe added by [`guarded`].
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// Writes a row; cells that contain a separator, quotation mark or line break are quoted.
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

/// Splits a cell at `|`; a backslash escapes a `|` or a backslash.
pub(super) fn split_parts(cell: &str) -> Vec<String> {
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

/// Joins parts into one cell; the reverse of [`split_parts`].
pub(super) fn join_parts<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.map(|part| part.replace('\\', "\\\\").replace('|', "\\|")).collect::<Vec<_>>().join("|")
}
