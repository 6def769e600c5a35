//! A page as Markdown for a pull request on GitHub or GitLab.
//!
//! Removed and added text is in `<del>` and `<ins>`, which both hosts keep. The text itself can neither form markup nor
//! mention people (`@name`) nor link issues (`#12`).

use super::{Cell, ChangeRun, Figure, List, Page, Renderer, Row, Span, Words, line, safe::address, say};

/// The Markdown renderer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Markdown;

impl Renderer for Markdown {
    fn render(&self, page: &Page, words: &Words<'_>) -> String {
        let mut out = format!("## {}: {}\n\n{}\n\n", escape(&page.kind), escape(&page.title), escape(&page.subtitle));
        if !page.figures.is_empty() {
            let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
            out.push_str(&row(page.figures.iter().map(|figure| escape(&figure.label)).collect()));
            out.push_str(&row(page.figures.iter().map(|_| "--:".to_owned()).collect()));
            out.push_str(&row(page.figures.iter().map(|figure| format!("**{}**", escape(&figure.value))).collect()));
            out.push('\n');
        }
        if !page.shares.is_empty() {
            let share =
                |one: &super::Share| format!("{}: {} ({})", escape(&one.label), one.count, escape(&one.percent));
            put!(out, "{}\n\n", page.shares.iter().map(share).collect::<Vec<_>>().join(" · "));
        }
        for link in &page.links {
            put!(out, "- [{}]({})\n", escape(&link.text), link.href);
        }
        if !page.links.is_empty() {
            out.push('\n');
        }
        page.lists.iter().for_each(|one| list(&mut out, one));
        put!(out, "### {}\n\n", escape(&page.rows_heading));
        for group in &page.groups {
            if let Some(folded) = &group.folded {
                put!(out, "<details><summary>{}</summary>\n\n", escape(folded));
            }
            for one in &group.rows {
                row(&mut out, one, words);
            }
            if group.folded.is_some() {
                out.push_str("</details>\n\n");
            }
        }
        page.closing.iter().for_each(|one| list(&mut out, one));
        out
    }
}

fn list(out: &mut String, list: &List) {
    put!(out, "### {}\n\n", escape(&list.heading));
    for entry in &list.entries {
        let parts = [
            format!("**{}**", escape(&entry.badge.text)),
            escape(&entry.text),
            runs(&entry.runs),
            entry.anchor.as_ref().map(|anchor| format!("[§](#{})", address(anchor))).unwrap_or_default(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        put!(out, "- {}\n", parts.join(" "));
    }
    out.push('\n');
}

fn row(out: &mut String, row: &Row, words: &Words<'_>) {
    let badges: Vec<String> = row.badges.iter().map(|badge| escape(&badge.text)).collect();
    let anchor = address(&row.anchor);
    put!(out, "<a id=\"{anchor}\"></a>\n**[§](#{anchor})** {}\n\n", badges.join(" · "));
    for cell in &row.cells {
        out.push_str(&text(cell, words));
    }
    let terms: Vec<String> = row
        .cells
        .iter()
        .flat_map(Cell::terms)
        .map(|(words, badge)| format!("*{}* ({})", escape(&words), escape(&badge.text)))
        .collect();
    if !terms.is_empty() {
        put!(out, "{}\n\n", terms.join(" · "));
    }
    let figure = |figure: &Figure| format!("{}: {}", escape(&figure.label), escape(&figure.value));
    if !row.figures.is_empty() {
        put!(out, "{}\n\n", row.figures.iter().map(figure).collect::<Vec<_>>().join(" · "));
    }
    for note in &row.notes {
        let gap = if note.rule.is_empty() { "" } else { " " };
        let rule = format!("{gap}{}", escape(&note.rule_name));
        put!(out, "- **{}**{rule}: {}\n", escape(&note.badge.text), escape(&note.text));
        for advice in &note.advice {
            put!(out, "  - {}\n", escape(advice));
        }
    }
    if !row.notes.is_empty() {
        out.push('\n');
    }
}

fn text(cell: &Cell, words: &Words<'_>) -> String {
    let body = if cell.runs.is_empty() {
        format!("*{}*", escape(&say(words, "report-no-translation")))
    } else {
        runs(&cell.runs)
    };
    let label = if cell.wide { escape(&cell.label) } else { escape(&cell.language) };
    format!("> **{label}:** {body}\n\n")
}

fn runs(runs: &[ChangeRun]) -> String {
    let mut out = String::new();
    for run in runs {
        let show = |span: &Span| {
            let words = escape(&span.text);
            if span.letters || (run.kind == "same" && span.finding.is_some()) {
                format!("<b>{words}</b>")
            } else {
                words
            }
        };
        let words: String = run.spans.iter().map(show).collect();
        match run.kind {
            "removed" => put!(out, "<del>{words}</del>"),
            "added" => put!(out, "<ins>{words}</ins>"),
            _ => out.push_str(&words),
        }
    }
    out
}

/// Escapes text so that Markdown shows it literally, on one line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in line(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // A comment after the sign keeps hosts from mentioning a person or linking an issue.
            '@' => out.push_str("@<!-- -->"),
            '#' => out.push_str("\\#<!-- -->"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '!' | '|' | '~' | '+' | '-' | '$' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}
