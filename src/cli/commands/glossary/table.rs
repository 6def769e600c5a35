//! A paradigm as a table: a row per case, a column per number, or per gender if the word has several.

use crate::{
    cli::{app::App, output::field},
    model::{Case, Form, Gender, Number},
    report,
};

/// A column of the table.
type Column = (Number, Option<Gender>);

/// The table of forms, each line indented and ending in a line break; forms without a case follow below.
pub(super) fn table(app: &App, forms: &[Form], indent: &str) -> String {
    let genders = || std::iter::once(None).chain(Gender::ALL.map(Some));
    let columns: Vec<Column> = Number::ALL
        .into_iter()
        .flat_map(|number| genders().map(move |gender| (number, gender)))
        .filter(|(number, gender)| {
            forms.iter().any(|form| form.case.is_some() && form.number == Some(*number) && form.gender == *gender)
        })
        .collect();
    let cases: Vec<Case> =
        Case::ALL.into_iter().filter(|case| forms.iter().any(|form| form.case == Some(*case))).collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    if !cases.is_empty() {
        let head = columns.iter().map(|(number, gender)| match gender {
            Some(gender) => app.say(&format!("gender-{}", gender.as_str()), &[]),
            None => app.say(&format!("number-{}", number.as_str()), &[]),
        });
        rows.push(std::iter::once(String::new()).chain(head).collect());
    }
    for case in cases {
        let name = app.say(&format!("case-{}", case.as_str()), &[]);
        let cells: Vec<Vec<String>> = columns.iter().map(|column| cell(forms, *column, case)).collect();
        // Variants of a form go below one another.
        for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0).max(1) {
            let first = if line == 0 { name.clone() } else { String::new() };
            let rest = cells.iter().map(|cell| cell.get(line).cloned().unwrap_or_default());
            rows.push(std::iter::once(first).chain(rest).collect());
        }
    }
    let mut out = report::table(&[], &rows, indent);
    let bare: Vec<String> = forms.iter().filter(|form| form.case.is_none()).map(|form| field(&form.text)).collect();
    if !bare.is_empty() {
        let forms = bare.join(", ");
        let line = if rows.is_empty() { forms } else { app.say("forms-also", &[("forms", forms.as_str().into())]) };
        out.extend([indent, &line, "\n"]);
    }
    out
}

fn cell(forms: &[Form], (number, gender): Column, case: Case) -> Vec<String> {
    let matching =
        forms.iter().filter(|form| form.number == Some(number) && form.gender == gender && form.case == Some(case));
    let mut cell: Vec<String> = Vec::new();
    for form in matching {
        let text = field(&form.text);
        if !cell.contains(&text) {
            cell.push(text);
        }
    }
    cell
}
