//! The bills of engines: a table for people, JSON and CSV for programs.

use serde_json::json;

use crate::ledger::{Bill, BillingUnit};

use super::{Words, line, say, table};

/// The columns of the CSV, which are also the keys of the JSON.
const COLUMNS: [&str; 11] = [
    "engine",
    "article",
    "locale",
    "day",
    "asked",
    "answered",
    "billed",
    "unit",
    "in_doubt",
    "told_characters",
    "told_tokens",
];

/// A table in the user's language, with a row of totals if there are several bills; empty without bills.
#[must_use]
pub fn bill_table(bills: &[Bill], words: &Words<'_>) -> String {
    if bills.is_empty() {
        return String::new();
    }
    let is_characters = |bill: &Bill| bill.unit == BillingUnit::Characters;
    let is_mixed = !bills.iter().all(is_characters);
    let billed = if is_mixed { "bill-billed" } else { "bill-characters" };
    let head = ["bill-engine", "summary-article", "summary-locale", "bill-day", "bill-asked", "bill-answered", billed];
    let has_told = bills.iter().any(|bill| bill.told_characters + bill.told_tokens > 0);
    let head = head.into_iter().chain(is_mixed.then_some("bill-unit")).chain(["bill-in-doubt"]);
    let head = head.chain(has_told.then_some("bill-told"));
    let unit = |bill: &Bill| say(words, &format!("bill-unit-{}", bill.unit.as_str()));
    let name = |text: &str| if text.is_empty() { "–".to_owned() } else { line(text).into_owned() };
    let row = |names: [String; 4], bill: &Bill, billed: String, unit: String| {
        let [asked, answered, in_doubt] = [bill.asked, bill.answered, bill.in_doubt].map(|count| count.to_string());
        let cells = names.into_iter().chain([asked, answered, billed]).chain(is_mixed.then_some(unit));
        cells.chain([in_doubt]).chain(has_told.then(|| told(bill, words))).collect::<Vec<String>>()
    };
    let mut rows: Vec<_> = bills
        .iter()
        .map(|bill| {
            let names = [&bill.engine, &bill.article, &bill.locale, &bill.day].map(|text| name(text));
            row(names, bill, bill.billed.to_string(), unit(bill))
        })
        .collect();
    if bills.len() > 1 {
        let names = [say(words, "bill-total"), String::new(), String::new(), String::new()];
        let sum = sum(bills);
        // Characters and tokens have no sum.
        let billed = if is_mixed { String::new() } else { sum.billed.to_string() };
        rows.push(row(names, &sum, billed, String::new()));
    }
    table(&head.map(|id| say(words, id)).collect::<Vec<_>>(), &rows, "")
}

/// What the engine says it has counted.
fn told(bill: &Bill, words: &Words<'_>) -> String {
    let amounts = [(BillingUnit::Characters, bill.told_characters), (BillingUnit::Tokens, bill.told_tokens)];
    let amounts = amounts.into_iter().filter(|(_, amount)| *amount > 0);
    let amount = |(unit, amount): (BillingUnit, usize)| {
        format!("{}: {amount}", say(words, &format!("bill-unit-{}", unit.as_str())))
    };
    let told: Vec<String> = amounts.map(amount).collect();
    if told.is_empty() { "–".to_owned() } else { told.join(", ") }
}

fn sum(bills: &[Bill]) -> Bill {
    bills.iter().fold(Bill::default(), |mut sum, bill| {
        sum.asked += bill.asked;
        sum.answered += bill.answered;
        sum.billed = sum.billed.saturating_add(bill.billed);
        sum.in_doubt += bill.in_doubt;
        sum.told_characters = sum.told_characters.saturating_add(bill.told_characters);
        sum.told_tokens = sum.told_tokens.saturating_add(bill.told_tokens);
        sum
    })
}

/// One JSON document; what the ledger does not record, and what an engine does not say, is `null`.
#[must_use]
pub fn bill_json(bills: &[Bill]) -> String {
    let name = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let told = |amount: usize| (amount > 0).then_some(amount);
    let rows = bills.iter().map(|bill| {
        json!({
            "engine": name(&bill.engine), "article": name(&bill.article), "locale": name(&bill.locale),
            "day": name(&bill.day), "asked": bill.asked, "answered": bill.answered, "billed": bill.billed,
            "unit": bill.unit.as_str(), "in_doubt": bill.in_doubt,
            "told_characters": told(bill.told_characters), "told_tokens": told(bill.told_tokens),
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
            [bill.asked, bill.answered, bill.billed, bill.in_doubt].map(|count| count.to_string());
        let told = [bill.told_characters, bill.told_tokens];
        let [characters, tokens] = told.map(|amount| if amount > 0 { amount.to_string() } else { String::new() });
        let counts = [asked, answered, billed, bill.unit.as_str().to_owned(), in_doubt, characters, tokens];
        out.extend([names.join(","), format!(",{}\n", counts.join(","))]);
    }
    out
}

/// A text cell; an apostrophe keeps spreadsheets from evaluating it as a formula.
fn cell(text: &str) -> String {
    let is_formula = text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guarded = if is_formula { format!("'{text}") } else { text.to_owned() };
    if guarded.contains([',', '"', '\n', '\r']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}
