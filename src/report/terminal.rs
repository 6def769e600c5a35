//! A page for the terminal: plain text, with optional ANSI colours.
//!
//! Removed and added text is marked as `[-…-]{+…+}`, so that nothing depends on colour alone; the text cannot control
//! the terminal.

use super::{Badge, Cell, ChangeRun, Figure, List, Page, Renderer, Row, Span, Tone, Words, line, visible};

/// The terminal renderer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal {
    /// Whether ANSI colours are used.
    pub color: bool,
}

impl Renderer for Terminal {
    fn render(&self, page: &Page, words: &Words<'_>) -> String {
        let paint = Paint { color: self.color };
        let mut out = format!("{}: {}\n", line(&page.kind), paint.bold(&line(&page.title)));
        put!(out, "{}\n\n", line(&page.subtitle));
        let width = page.figures.iter().map(|figure| figure.label.chars().count()).max().unwrap_or(0);
        for figure in &page.figures {
            let gap = " ".repeat(width - figure.label.chars().count().min(width));
            put!(out, "  {}{gap}  {}\n", line(&figure.label), paint.tone(figure.tone, &line(&figure.value)));
        }
        if !page.shares.is_empty() {
            let one = |share: &super::Share| format!("{} {} ({})", share.label, share.count, share.percent);
            put!(out, "  {}\n", line(&page.shares.iter().map(one).collect::<Vec<_>>().join(" · ")));
        }
        for link in &page.links {
            put!(out, "  {}\n", line(&link.text));
        }
        page.lists.iter().for_each(|one| list(&mut out, one, paint));
        put!(out, "\n{}\n", paint.bold(&line(&page.rows_heading)));
        for group in &page.groups {
            match &group.folded {
                Some(folded) => put!(out, "\n  … {}\n", line(folded)),
                None => group.rows.iter().for_each(|one| row(&mut out, one, paint, words)),
            }
        }
        page.closing.iter().for_each(|one| list(&mut out, one, paint));
        out
    }
}

fn list(out: &mut String, list: &List, paint: Paint) {
    put!(out, "\n{}\n", paint.bold(&line(&list.heading)));
    for entry in &list.entries {
        let parts = [
            badge(&entry.badge, paint),
            line(&entry.text).into_owned(),
            runs(&entry.runs, paint, false),
            entry.anchor.as_ref().map(|anchor| paint.dim(&format!("#{anchor}"))).unwrap_or_default(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        put!(out, "  {}\n", parts.join("  "));
    }
}

fn row(out: &mut String, row: &Row, paint: Paint, words: &Words<'_>) {
    let badges: Vec<String> = row.badges.iter().map(|one| badge(one, paint)).collect();
    put!(out, "\n{} {}\n", paint.dim(&format!("#{}", line(&row.anchor))), badges.join(" · "));
    for cell in &row.cells {
        out.push_str(&text(cell, paint, words));
    }
    for (words, term) in row.cells.iter().flat_map(Cell::terms) {
        put!(out, "  ~ {}: {}\n", line(&words), badge(term, paint));
    }
    let figure = |figure: &Figure| format!("{}: {}", line(&figure.label), line(&figure.value));
    if !row.figures.is_empty() {
        put!(out, "  {}\n", row.figures.iter().map(figure).collect::<Vec<_>>().join(" · "));
    }
    for note in &row.notes {
        let gap = if note.rule.is_empty() { "" } else { " " };
        let rule = format!("{gap}{}", line(&note.rule_name));
        put!(out, "  ! {}{rule}: {}\n", badge(&note.badge, paint), line(&note.text));
        for advice in &note.advice {
            put!(out, "    = {}\n", line(advice));
        }
    }
}

fn text(cell: &Cell, paint: Paint, words: &Words<'_>) -> String {
    let body = if cell.runs.is_empty() {
        paint.dim(&format!("({})", super::say(words, "report-no-translation")))
    } else {
        runs(&cell.runs, paint, true)
    };
    let body = body.replace('\n', "\n      ");
    if cell.wide {
        format!("  {}:\n      {body}\n", line(&cell.label))
    } else {
        format!("  {:<3} {body}\n", line(&cell.language))
    }
}

/// A text with its changes marked; terms and findings are listed elsewhere and only coloured here.
fn runs(runs: &[ChangeRun], paint: Paint, lines: bool) -> String {
    let mut out = String::new();
    for run in runs {
        let show = |span: &Span| {
            let words = if lines { visible(&span.text) } else { line(&span.text) };
            match (&span.finding, &span.term) {
                (Some(badge), _) | (None, Some(badge)) if run.kind == "same" => paint.tone(badge.tone, &words),
                _ => words.into_owned(),
            }
        };
        let words: String = run.spans.iter().map(show).collect();
        match run.kind {
            "removed" => out.push_str(&paint.tone(Tone::Bad, &format!("[-{words}-]"))),
            "added" => out.push_str(&paint.tone(Tone::Good, &format!("{{+{words}+}}"))),
            _ => out.push_str(&words),
        }
    }
    out
}

fn badge(badge: &Badge, paint: Paint) -> String {
    paint.tone(badge.tone, &line(&badge.text))
}

/// ANSI colours, if enabled.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    /// Whether colours are enabled.
    pub(super) color: bool,
}

impl Paint {
    /// Text in the colour of a tone.
    pub(super) fn tone(self, tone: Tone, text: &str) -> String {
        match tone {
            Tone::Plain => text.to_owned(),
            Tone::Good => self.sgr("32", text),
            Tone::Mild => self.sgr("33", text),
            Tone::Bad => self.sgr("31", text),
        }
    }

    fn bold(self, text: &str) -> String {
        self.sgr("1", text)
    }

    fn dim(self, text: &str) -> String {
        self.sgr("2", text)
    }

    fn sgr(self, code: &str, text: &str) -> String {
        if self.color && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
