//! A page as one self-contained HTML file: no scripts, fonts or images.
//!
//! A sentence's element holds its words and nothing else, so that it can be copied and searched. What a mark in it means
//! is said by the mark's `title`, and for screen readers by a list at the end, to which `aria-describedby` leads.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::{AutoEscape, Environment, Error, Value, context, escape_formatter, syntax::SyntaxConfig, value::Serde};

use super::{ChangeRun, Page, Renderer, Words, say, visible};

/// The HTML renderer; its template is `page.html.j2` in this folder.
#[derive(Debug, Clone, Copy, Default)]
pub struct Html;

const TEMPLATE: &str = include_str!("page.html.j2");
const STYLE: &str = include_str!("page.css");

/// Texts that the template needs besides those on the page: their name in the template and their message id.
const LABELS: [(&str, &str); 10] = [
    ("removed", "report-removed"),
    ("added", "report-added"),
    ("marks", "report-marks"),
    ("figures", "report-figures"),
    ("coverage", "report-coverage"),
    ("files", "report-files"),
    ("none", "report-no-translation"),
    ("legend", "report-legend"),
    ("go", "report-go"),
    ("made", "report-made-by"),
];

impl Renderer for Html {
    fn render(&self, page: &Page, words: &Words<'_>) -> String {
        let labels: BTreeMap<&str, String> = LABELS.into_iter().map(|(name, id)| (name, say(words, id))).collect();
        // The template is built in and gets only plain values; should it fail nevertheless, the page shows the error.
        fill(page, &labels).unwrap_or_else(|error| {
            let text = error.to_string().replace('&', "&amp;").replace('<', "&lt;");
            format!("<!doctype html><meta charset=\"utf-8\"><title>tolmach</title><pre>{text}</pre>\n")
        })
    }
}

fn fill(page: &Page, labels: &BTreeMap<&str, String>) -> Result<String, Error> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_formatter(|out, state, value| match value.as_str() {
        Some(text) if !value.is_safe() => escape_formatter(out, state, &Value::from(visible(text).as_ref())),
        _ => escape_formatter(out, state, value),
    });
    let marks = marks(page, labels);
    let numbers: BTreeMap<String, usize> = marks.iter().cloned().zip(1..).collect();
    environment.add_function("mark", move |text: String| {
        numbers.get(&text).map_or_else(String::new, |number| format!("mark-{number}"))
    });
    environment.add_template("page.html", TEMPLATE)?;
    let style = Value::from_safe_string(STYLE.to_owned());
    let (page, labels) = (Value::from(Serde(page)), Value::from(Serde(labels)));
    environment.get_template("page.html")?.render(context! { page, labels, marks, style })
}

/// What the marks on a page mean, each once, in the order in which they come.
fn marks(page: &Page, labels: &BTreeMap<&str, String>) -> Vec<String> {
    let entries = page.lists.iter().chain(&page.closing).flat_map(|list| &list.entries).map(|entry| &entry.runs);
    let rows = page.groups.iter().flat_map(|group| &group.rows);
    let runs = entries.chain(rows.flat_map(|row| &row.cells).map(|cell| &cell.runs)).flatten();
    let mut seen = BTreeSet::new();
    let all = runs.flat_map(|run: &ChangeRun| {
        let badges = run.spans.iter().flat_map(|span| [&span.finding, &span.term]).flatten().map(|badge| &badge.text);
        labels.get(run.kind).into_iter().chain(badges)
    });
    all.filter(|text| seen.insert(text.as_str())).cloned().collect()
}
