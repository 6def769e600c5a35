//! A page as one self-contained HTML file: no scripts, fonts or images.

use std::collections::BTreeMap;

use minijinja::{AutoEscape, Environment, Error, Value, context, escape_formatter, syntax::SyntaxConfig, value::Serde};

use super::{Page, Renderer, Words, say, visible};

/// The HTML renderer; its template is `page.html.j2` in this folder.
#[derive(Debug, Clone, Copy, Default)]
pub struct Html;

const TEMPLATE: &str = include_str!("page.html.j2");
const STYLE: &str = include_str!("page.css");

/// Texts that the template needs besides those on the page: their name in the template and their message id.
const LABELS: [(&str, &str); 10] = [
    ("removed", "report-removed"),
    ("added", "report-added"),
    ("end", "report-end"),
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
    environment.add_template("page.html", TEMPLATE)?;
    let style = Value::from_safe_string(STYLE.to_owned());
    let (page, labels) = (Value::from(Serde(page)), Value::from(Serde(labels)));
    environment.get_template("page.html")?.render(context! { page, labels, style })
}
