//! What a run would be billed: a table for people, JSON for programs.

use serde_json::{Map, Value, json};

use crate::ledger::{Estimate, EstimateSum, total};

use super::{Words, line, say, table};

/// A table in the user's language, with a row of totals if there are several rows; empty without estimates.
#[must_use]
pub fn estimate_table(estimates: &[Estimate], words: &Words<'_>) -> String {
    if estimates.is_empty() {
        return String::new();
    }
    let total = total(estimates);
    let has_tokens = total.tokens.is_some();
    let has_cost = !total.cost.is_empty();
    let mut head = vec!["bill-engine", "summary-article", "summary-locale", "bill-texts", "bill-characters-sent"];
    head.extend(has_tokens.then_some("bill-tokens"));
    head.extend(has_cost.then_some("bill-cost"));
    let row = |names: [String; 3], sum: &EstimateSum| {
        let mut row: Vec<String> = names.into_iter().collect();
        row.extend([sum.segments.to_string(), sum.characters.to_string()]);
        row.extend(has_tokens.then(|| sum.tokens.map_or_else(|| "–".to_owned(), |tokens| format!("≈ {tokens}"))));
        row.extend(has_cost.then(|| cost(sum)));
        row
    };
    let name = |text: &str| line(text).into_owned();
    let mut rows: Vec<_> = estimates
        .iter()
        .map(|estimate| {
            let names = [name(&estimate.engine), name(&estimate.article), estimate.locale.to_string()];
            row(names, &estimate.sum)
        })
        .collect();
    if estimates.len() > 1 {
        rows.push(row([say(words, "bill-total"), String::new(), String::new()], &total));
    }
    let head: Vec<String> = head.into_iter().map(|id| say(words, id)).collect();
    table(&head, &rows, "")
}

/// The cost in each currency; with a question mark where a price is missing.
fn cost(sum: &EstimateSum) -> String {
    let mut parts: Vec<String> = sum.cost.iter().map(|(currency, amount)| format!("{amount} {currency}")).collect();
    parts.extend(sum.is_unpriced.then(|| "?".to_owned()));
    parts.join(" + ")
}

/// One JSON document. A cost is there only where it is known and in one currency.
#[must_use]
pub fn estimate_json(estimates: &[Estimate]) -> String {
    let rows: Vec<Value> = estimates
        .iter()
        .map(|estimate| {
            let mut row = sum_json(&estimate.sum);
            row.insert("engine".to_owned(), estimate.engine.as_str().into());
            row.insert("article".to_owned(), estimate.article.as_str().into());
            row.insert("locale".to_owned(), estimate.locale.to_string().into());
            row.into()
        })
        .collect();
    format!("{}\n", json!({ "version": 1, "rows": rows, "total": sum_json(&total(estimates)) }))
}

fn sum_json(sum: &EstimateSum) -> Map<String, Value> {
    let mut json = Map::new();
    json.insert("segments".to_owned(), sum.segments.into());
    json.insert("characters".to_owned(), sum.characters.into());
    if let Some(tokens) = sum.tokens {
        json.insert("tokens".to_owned(), tokens.into());
    }
    if let Some((currency, amount)) = sum.whole_cost() {
        // As near as a program's numbers come.
        json.insert("cost".to_owned(), amount.to_string().parse::<f64>().unwrap_or_default().into());
        json.insert("currency".to_owned(), currency.into());
    }
    json
}
