//! A glossary as a table: a row per concept; a cell holds the wordings of a usage in a locale, separated by `|`.
//!
//! Columns: `id`, `kind`, `definition`, `domain`, `note`, `since`, `until`, `speaks`, `links`, `replaced-by`; for each locale and
//! usage `be.preferred`, and parallel to its wordings `be.preferred.class`, `.reason` and `.options` (the other fields
//! of a glossary file: `forms = ["…"], mode = "exact"`). `be.class` is short for `be.preferred.class`, `be` for `be.preferred`.
//! A table without the column `id` gets its ids from the wordings in Latin letters.

use std::collections::BTreeMap;

use crate::{
    locale::is_language,
    model::{Concept, Finding, Locale, Parsed, Severity, Term, Usage},
};

use super::{
    super::{
        read::{KINDS, USAGES, is_day, names, read_options, trim},
        write::{name_in, term_options, with_usage},
    },
    ImportProblem, finding,
    ids::Ids,
    table::{is_formula, join_parts, rows, separator, split_parts, unguarded, write_row},
};

/// The content of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
enum SheetColumn {
    Concept(&'static str),
    Term(Locale, Usage, Part),
    Unknown,
}

/// The part of a term that a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Text,
    Class,
    Reason,
    Options,
}

const CONCEPT: &[&str] =
    &["id", "kind", "definition", "domain", "note", "since", "until", "speaks", "links", "replaced-by"];
const PARTS: &[(&str, Part)] = &[("class", Part::Class), ("reason", Part::Reason), ("options", Part::Options)];

fn column(name: &str) -> SheetColumn {
    let name = trim(name).to_lowercase();
    if let Some(known) = CONCEPT.iter().find(|known| **known == name) {
        return SheetColumn::Concept(known);
    }
    let mut words = name.split('.');
    let locale = words.next().and_then(|tag| tag.parse::<Locale>().ok());
    let usage = |name: Option<&str>| USAGES.iter().find(|(known, _)| Some(*known) == name).map(|(_, usage)| *usage);
    let part = |name: &str| PARTS.iter().find(|(known, _)| *known == name).map(|(_, part)| *part);
    let (Some(locale), second, third, None) = (locale, words.next(), words.next(), words.next()) else {
        return SheetColumn::Unknown;
    };
    match (usage(second), second, third) {
        (Some(usage), _, None) => SheetColumn::Term(locale, usage, Part::Text),
        (Some(usage), _, Some(name)) => {
            part(name).map_or(SheetColumn::Unknown, |part| SheetColumn::Term(locale, usage, part))
        }
        (None, None, None) if is_language(&name) => SheetColumn::Term(locale, Usage::Preferred, Part::Text),
        (None, Some("class"), None) => SheetColumn::Term(locale, Usage::Preferred, Part::Class),
        _ => SheetColumn::Unknown,
    }
}

/// Reads a table whose first row names its columns; `expected` separates cells unless the first row shows otherwise.
pub(super) fn read(path: &str, text: &str, expected: char) -> Parsed<Vec<Concept>> {
    let (separator, rest) = separator(text, expected);
    let skipped = usize::from(rest.len() < text.len());
    let mut rows = rows(rest, separator).into_iter();
    let mut findings = Vec::new();
    let Some(header) = rows.next() else {
        findings.push(finding(path, 1, Severity::Major, ImportProblem::NoHeader));
        return Parsed { value: Vec::new(), findings };
    };
    let columns = header_columns(path, header.line + skipped, &header.cells, &mut findings);
    let mut ids = (!columns.contains(&SheetColumn::Concept("id"))).then(Ids::default);
    let is_preferred = |column: &SheetColumn| matches!(column, SheetColumn::Term(_, Usage::Preferred, Part::Text));
    if ids.is_some() && !columns.iter().any(is_preferred) {
        findings.push(finding(path, header.line + skipped, Severity::Major, ImportProblem::NoHeader));
        return Parsed { value: Vec::new(), findings };
    }
    let mut concepts = Vec::new();
    for row in rows {
        let line = row.line + skipped;
        if row.cells.iter().all(|cell| trim(cell).is_empty()) {
            continue;
        }
        if row.unclosed {
            findings.push(finding(path, line, Severity::Major, ImportProblem::Unclosed));
        }
        if row.cells.iter().skip(columns.len()).any(|cell| !trim(cell).is_empty()) {
            let problem = ImportProblem::TooManyCells { count: row.cells.len() };
            findings.push(finding(path, line, Severity::Major, problem));
            continue;
        }
        let mut reader = RowReader { path, line, findings: &mut findings };
        concepts.extend(reader.concept(&columns, &row.cells, ids.as_mut()));
    }
    Parsed { value: concepts, findings }
}

fn header_columns(path: &str, line: usize, cells: &[String], findings: &mut Vec<Finding>) -> Vec<SheetColumn> {
    let mut columns: Vec<SheetColumn> = Vec::with_capacity(cells.len());
    for cell in cells {
        let mut column = column(cell);
        let (name, known) = (|| trim(cell).to_owned(), known_columns);
        let problem = match column {
            SheetColumn::Unknown if !trim(cell).is_empty() => {
                Some(ImportProblem::UnknownColumn { column: name(), known: known() })
            }
            SheetColumn::Unknown => None,
            ref duplicate if columns.contains(duplicate) => {
                Some(ImportProblem::SameColumn { column: name(), known: known() })
            }
            _ => None,
        };
        if let Some(problem) = problem {
            findings.push(finding(path, line, Severity::Minor, problem));
            column = SheetColumn::Unknown;
        }
        columns.push(column);
    }
    columns
}

/// The known columns, with those of one locale as an example.
fn known_columns() -> String {
    format!("{}, be.preferred, be.admitted, be.deprecated, be.forbidden, be.class", CONCEPT.join(", "))
}

/// Reads one row.
struct RowReader<'a> {
    path: &'a str,
    line: usize,
    findings: &'a mut Vec<Finding>,
}

/// The cells of one usage in one locale.
type Cells<'a> = [Option<&'a str>; 4];

impl RowReader<'_> {
    fn report(&mut self, severity: Severity, problem: ImportProblem) {
        self.findings.push(finding(self.path, self.line, severity, problem));
    }

    /// The concept of a row; `ids` gives its id where the table has none.
    fn concept(&mut self, columns: &[SheetColumn], cells: &[String], ids: Option<&mut Ids>) -> Option<Concept> {
        let mut concept = Concept::new(String::new(), self.path, self.line);
        let mut wordings: BTreeMap<(&Locale, std::cmp::Reverse<Usage>), Cells<'_>> = BTreeMap::new();
        for (column, cell) in columns.iter().zip(cells) {
            if *column == SheetColumn::Unknown || trim(cell).is_empty() {
                continue;
            }
            if is_formula(cell) {
                self.report(Severity::Minor, ImportProblem::Formula { cell: cell.clone() });
            }
            let text = trim(unguarded(cell));
            match column {
                SheetColumn::Concept(name) => self.field(&mut concept, name, text),
                SheetColumn::Term(locale, usage, part) => {
                    let cells = wordings.entry((locale, std::cmp::Reverse(*usage))).or_default();
                    if let Some(cell) = cells.get_mut(*part as usize) {
                        *cell = Some(text);
                    }
                }
                SheetColumn::Unknown => {}
            }
        }
        for ((locale, usage), cells) in wordings {
            let terms = self.terms(usage.0, &cells);
            if !terms.is_empty() {
                concept.terms.entry(locale.clone()).or_default().extend(terms);
            }
        }
        let latin = concept.terms.values().flatten().find(|term| term.text.is_ascii());
        if let (Some(ids), Some(term)) = (ids, latin) {
            concept.id = ids.derive(&term.text);
        }
        if concept.id.is_empty() {
            self.report(Severity::Major, ImportProblem::NoId);
            return None;
        }
        if concept.terms.is_empty() {
            self.report(Severity::Major, ImportProblem::NoTerms { id: concept.id, table: true });
            return None;
        }
        Some(concept)
    }

    fn field(&mut self, concept: &mut Concept, name: &str, text: &str) {
        let text = text.to_owned();
        match name {
            "id" => concept.id = text,
            "kind" => match KINDS.iter().find(|(known, _)| *known == text.to_lowercase()) {
                Some((_, kind)) => concept.kind = *kind,
                None => self.report(Severity::Major, ImportProblem::UnknownKind { kind: text, known: names(KINDS) }),
            },
            "definition" => concept.definition = Some(text),
            "domain" => concept.domain = Some(text),
            "note" => concept.note = Some(text),
            "since" | "until" if !is_day(&text) => {
                self.report(Severity::Major, ImportProblem::BadDay { text });
            }
            "since" => concept.since = Some(text),
            "until" => concept.until = Some(text),
            "speaks" => match text.parse() {
                Ok(language) => concept.speaks = Some(language),
                Err(_) => self.report(Severity::Major, ImportProblem::Options { part: text.clone(), text }),
            },
            "links" => concept.links = split_parts(&text).iter().map(|link| trim(link).to_owned()).collect(),
            _ => concept.replaced_by = Some(text),
        }
    }

    /// The terms of one usage, with the class, reason and options from the parallel cells.
    fn terms(&mut self, usage: Usage, cells: &Cells<'_>) -> Vec<Term> {
        let [texts, classes, reasons, options] = cells.map(|cell| cell.map(split_parts).unwrap_or_default());
        if let Some(longer) = [&classes, &reasons, &options].into_iter().find(|list| list.len() > texts.len()) {
            let problem = ImportProblem::NotParallel { cell: longer.join("|") };
            self.report(Severity::Major, problem);
        }
        let part = |list: &[String], at: usize| {
            list.get(at).map(|text| trim(text)).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let mut terms = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let text = trim(text);
            if text.is_empty() {
                continue;
            }
            let mut term = Term { line: self.line, ..Term::new(text, usage) };
            term.class = part(&classes, at);
            term.reason = part(&reasons, at);
            if let Some(text) = part(&options, at)
                && let Err(part) = read_options(&text, &mut term)
            {
                self.report(Severity::Major, ImportProblem::Options { text, part });
            }
            terms.push(term);
        }
        terms
    }
}

/// Writes a table with the columns that are not empty; CSV has a byte-order mark, for Excel.
pub(super) fn write(concepts: &[Concept], separator: char) -> String {
    let locales: std::collections::BTreeSet<&Locale> =
        concepts.iter().flat_map(|concept| concept.terms.keys()).collect();
    let mut columns: Vec<(String, Vec<String>)> = Vec::new();
    let mut add = |name: String, always: bool, cell: &dyn Fn(&Concept) -> String| {
        let cells: Vec<String> = concepts.iter().map(cell).collect();
        if always || cells.iter().any(|cell| !cell.is_empty()) {
            columns.push((name, cells));
        }
    };
    for name in CONCEPT {
        add((*name).to_owned(), matches!(*name, "id" | "kind"), &|concept| field(concept, name));
    }
    for locale in locales {
        for (name, usage) in USAGES {
            let cell = |concept: &Concept, part: &dyn Fn(&Term) -> String| {
                let parts: Vec<String> = with_usage(concept, locale, *usage).map(part).collect();
                let has_content = parts.iter().any(|part| !part.is_empty());
                if has_content { join_parts(parts.iter().map(String::as_str)) } else { String::new() }
            };
            add(format!("{locale}.{name}"), *usage == Usage::Preferred, &|c| cell(c, &|term| term.text.clone()));
            let class =
                if *usage == Usage::Preferred { format!("{locale}.class") } else { format!("{locale}.{name}.class") };
            add(class, false, &|c| cell(c, &|term| term.class.clone().unwrap_or_default()));
            add(format!("{locale}.{name}.reason"), false, &|c| {
                cell(c, &|term| term.reason.clone().unwrap_or_default())
            });
            add(format!("{locale}.{name}.options"), false, &|c| cell(c, &|term| term_options(term).join(", ")));
        }
    }
    let (mut out, end) = if separator == ',' { ("\u{feff}".to_owned(), "\r\n") } else { (String::new(), "\n") };
    let header: Vec<String> = columns.iter().map(|(name, _)| name.clone()).collect();
    write_row(&mut out, &header, separator, end);
    for at in 0..concepts.len() {
        let row: Vec<String> = columns.iter().map(|(_, cells)| cells.get(at).cloned().unwrap_or_default()).collect();
        write_row(&mut out, &row, separator, end);
    }
    out
}

fn field(concept: &Concept, name: &str) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match name {
        "id" => concept.id.clone(),
        "kind" => name_in(KINDS, &concept.kind).to_owned(),
        "definition" => text(&concept.definition),
        "domain" => text(&concept.domain),
        "note" => text(&concept.note),
        "since" => text(&concept.since),
        "until" => text(&concept.until),
        "speaks" => concept.speaks.as_ref().map(ToString::to_string).unwrap_or_default(),
        "links" => join_parts(concept.links.iter().map(String::as_str)),
        _ => text(&concept.replaced_by),
    }
}
