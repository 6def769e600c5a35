//! The bills of engines: a table for people, JSON and CSV for programs.

use serde_json::json;

use crate::ledger::Bill;

use super::{Words, line, say, table};

/// The unit that engines bill by.
const UNIT: &str = "characters";

/// The columns of the CSV, which are also the keys of the JSON.
const COLUMNS: [&str; 9] = ["engine", "article", "locale", "day", "asked", "answered", "billed", "unit", "in_doubt"];

/// A table in the user's language, with a row of totals if there are several bills; empty without bills.
#[must_use]
pub fn bill_table(bills: &[Bill], words: &Words<'_>) -> String {
    if bills.is_empty() {
        return String::new();
    }
    let head = [
        "bill-engine",
        "summary-article",
        "summary-locale",
        "bill-day",
        "bill-asked",
        "bill-answered",
        "bill-characters",
        "bill-in-doubt",
    ];
    let name = |text: &str| if text.is_empty() { "–".to_owned() } else { line(text).into_owned() };
    let row = |names: [String; 4], bill: &Bill| {
        let counts = [bill.asked, bill.answered, bill.characters, bill.in_doubt];
        names.into_iter().chain(counts.map(|count| count.to_string())).collect::<Vec<String>>()
    };
    let mut rows: Vec<_> = bills
        .iter()
        .map(|bill| row([&bill.engine, &bill.article, &bill.locale, &bill.day].map(|text| name(text)), bill))
        .collect();
    if bills.len() > 1 {
        rows.push(row([say(words, "bill-total"), String::new(), String::new(), String::new()], &sum(bills)));
    }
    table(&head.map(|id| say(words, id)), &rows, "")
}

fn sum(bills: &[Bill]) -> Bill {
    bills.iter().fold(Bill::default(), |mut sum, bill| {
        sum.asked += bill.asked;
        sum.answered += bill.answered;
        sum.characters = sum.characters.saturating_add(bill.characters);
        sum.in_doubt += bill.in_doubt;
        sum
    })
}

/// One JSON document; what the ledger does not record is `null`.
#[must_use]
pub fn bill_json(bills: &[Bill]) -> String {
    let name = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let rows = bills.iter().map(|bill| {
        json!({
            "engine": name(&bill.engine), "article": name(&bill.article), "locale": name(&bill.locale),
            "day": name(&bill.day), "asked": bill.asked, "answered": bill.answered, "billed": bill.characters,
            "unit": UNIT, "in_doubt": bill.in_doubt,
        })
    });
    format!("{}\n", json!({ "version": 1, "rows": rows.collect::<Vec<_>>() }))
}

/// CSV with a header (RFC 4180, lines end in a line feed); what the ledger does not record is empty.
#[must_use]
pub fn bill_csv(bills: &[Bill]) -> String {
    let mut out = format!("{}\n", COLUMNS.join(","));
    for bill in bills {
        let names = [&bill.engine, &bill.article, &bill.locale, &bill.day].map(|text| cell(text));
        let [asked, answered, billed, in_doubt] =
            [bill.asked, bill.answered, bill.characters, bill.in_doubt].map(|count| count.to_string());
        out.extend([names.join(","), format!(",{asked},{answered},{billed},{UNIT},{in_doubt}\n")]);
    }
    out
}

/// A text cell; an apostrophe keeps spreadsheets from evaluating it as a formula.
fn cell(text: &str) -> String {
    let is_formula = text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guarded = if is_formula { format!("'{text}") } else { text.to_owned() };
    if guarded.contains([',', '"', '\n', '\r']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}
