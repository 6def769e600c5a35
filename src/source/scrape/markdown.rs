//! A recovered article as a source file.

use std::fmt::Write as _;

use super::{
    ScrapedArticle,
    block::{Block, BlockKind, Run},
    inline,
};

/// Writes an article as Markdown with YAML front matter, as the Markdown format reads it: a figure is a paragraph that
/// begins with an image, with its caption and its credit (if that begins with a word and a colon) on the next lines; a
/// caption or credit without a picture, and boilerplate, comes after a comment with its role.
///
/// Characters that are markup in Markdown are escaped: read back, the prose is the same.
#[must_use]
pub fn to_markdown(article: &ScrapedArticle) -> String {
    let mut out = String::from("---\n");
    value(&mut out, "title", Some(&article.title));
    value(&mut out, "standfirst", article.standfirst.as_ref());
    value(&mut out, "author", article.author.as_ref());
    value(&mut out, "date", article.date.as_ref());
    value(&mut out, "lang", article.lang.as_ref());
    if !article.tags.is_empty() {
        let tags: Vec<String> = article.tags.iter().map(|tag| scalar(tag, true)).collect();
        let _ = writeln!(out, "tags: [{}]", tags.join(", "));
    }
    value(&mut out, "url", article.url.as_ref());
    value(&mut out, "bio", article.bio.as_ref());
    out.push_str("---\n");
    let mut writer = Writer { out, last: None, widths: Vec::new(), item: None };
    let mut blocks = article.blocks.as_slice();
    while let Some(block) = blocks.first() {
        let count = writer.block(block, blocks);
        blocks = blocks.get(count.max(1)..).unwrap_or_default();
    }
    writer.out
}

fn value(out: &mut String, key: &str, value: Option<&String>) {
    if let Some(value) = value {
        let _ = writeln!(out, "{key}: {}", scalar(value, false));
    }
}

/// A YAML 1.2 scalar on one line: plain if nothing in it can be misread, else double-quoted (§ 7.3).
fn scalar(text: &str, in_list: bool) -> String {
    let is_special = |c: char| c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}');
    let first = text.chars().next();
    let day = || super::date::iso_day(text).as_deref() == Some(text);
    let begins = first.is_some_and(char::is_alphabetic) || day();
    let ends = !text.ends_with(|c: char| c.is_whitespace() || c == ':');
    let clear = !text.contains(": ") && !text.contains(" #") && !text.chars().any(is_special);
    let single = !in_list || !text.contains([',', '[', ']', '{', '}']);
    let word = !matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n" | "nan" | "inf"
    );
    let plain = begins && ends && clear && single && word;
    if plain {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_special(c) => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The block before, which determines the spacing of the next one.
#[derive(Clone, Copy, PartialEq, Eq)]
struct PreviousBlock {
    quoted: bool,
    item: bool,
}

struct Writer {
    out: String,
    last: Option<PreviousBlock>,
    /// Width of the marker of each open list level.
    widths: Vec<usize>,
    /// Depth of the last item, and whether its list is ordered.
    item: Option<(usize, bool)>,
}

impl Writer {
    /// Writes the first block and those that share a paragraph or table with it; returns the number of blocks written.
    fn block(&mut self, block: &Block, blocks: &[Block]) -> usize {
        let quoted = block.quoted;
        let same = |other: &&Block| other.quoted == quoted;
        if !matches!(block.form, BlockKind::Item { .. }) {
            self.widths.clear();
            self.item = None;
        }
        match &block.form {
            BlockKind::Paragraph => self.text(block, None),
            BlockKind::Heading(level) => {
                let text = inline::heading(&block.runs);
                let level = usize::from((*level).clamp(2, 6));
                self.push_chunk(quoted, false, &format!("{} {text}", "#".repeat(level)));
            }
            BlockKind::Caption => self.text(block, Some("caption")),
            BlockKind::Credit => self.text(block, Some("credit")),
            BlockKind::Boilerplate(name) => {
                let texts: Vec<&Block> =
                    blocks.iter().take_while(|other| other.form == block.form && other.quoted == quoted).collect();
                let lines: Vec<String> = texts.iter().map(|text| inline::line(&text.runs)).collect();
                self.push_chunk(quoted, false, &format!("<!-- role: boilerplate {name} -->\n{}", lines.join("\n")));
                return texts.len();
            }
            BlockKind::Picture => {
                let rest = blocks.get(1..).unwrap_or_default();
                let mut lines = vec![inline::line(&block.runs)];
                let captions = rest.iter().take_while(same).take_while(|other| other.form == BlockKind::Caption);
                lines.extend(captions.map(|caption| inline::line(&caption.runs)));
                let credit = rest
                    .get(lines.len() - 1)
                    .filter(same)
                    .filter(|other| other.form == BlockKind::Credit && is_labelled(other));
                lines.extend(credit.map(|credit| inline::line(&credit.runs)));
                self.push_chunk(quoted, false, &lines.join("\n"));
                return lines.len();
            }
            BlockKind::Item { depth, number, first } => self.item(block, usize::from(*depth), *number, *first),
            BlockKind::Cell { table, .. } => {
                let cells = blocks.iter().take_while(|other| {
                    other.quoted == quoted
                        && matches!(other.form, BlockKind::Cell { table: number, .. } if number == *table)
                });
                let cells: Vec<&Block> = cells.collect();
                let text = self::table(&cells);
                self.push_chunk(quoted, false, &text);
                return cells.len();
            }
            BlockKind::Code => {
                let text = inline::raw(&block.runs);
                let fence = "`".repeat(inline::longest_ticks(&text).max(2) + 1);
                self.push_chunk(quoted, false, &format!("{fence}\n{}\n{fence}", text.trim_matches('\n')));
            }
        }
        1
    }

    fn text(&mut self, block: &Block, role: Option<&str>) {
        let text = if role.is_some() { inline::line(&block.runs) } else { inline::paragraph(&block.runs) };
        let comment = role.map(|role| format!("<!-- role: {role} -->\n")).unwrap_or_default();
        self.push_chunk(block.quoted, false, &format!("{comment}{text}"));
    }

    fn item(&mut self, block: &Block, depth: usize, number: Option<u32>, first: bool) {
        let depth = depth.min(if first { self.widths.len() } else { self.widths.len().saturating_sub(1) });
        let text = inline::paragraph(&block.runs);
        if !first && !self.widths.is_empty() {
            let indent = " ".repeat(self.widths.iter().take(depth + 1).sum());
            self.push_chunk(block.quoted, false, &indent_lines(&text, &indent, &indent));
            return;
        }
        let mark = number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
        let indent = " ".repeat(self.widths.iter().take(depth).sum());
        self.widths.truncate(depth);
        self.widths.push(mark.len());
        let below = format!("{indent}{}", " ".repeat(mark.len()));
        // Only a list that begins with 1 can interrupt a paragraph (CommonMark § 5.3).
        let ordered = (depth, number.is_some());
        if number.is_some_and(|number| number != 1) && self.item.replace(ordered) != Some(ordered) {
            self.last = self.last.map(|last| PreviousBlock { item: false, ..last });
        }
        self.item = Some(ordered);
        self.push_chunk(block.quoted, true, &indent_lines(&text, &format!("{indent}{mark}"), &below));
    }

    /// Writes a block's lines, with an empty line before it except between two items of a list.
    fn push_chunk(&mut self, quoted: bool, item: bool, text: &str) {
        let now = PreviousBlock { quoted, item };
        let close = item && self.last == Some(now);
        if !close {
            let mark = if quoted && self.last.is_some_and(|last| last.quoted) { ">" } else { "" };
            self.out.push_str(mark);
            self.out.push('\n');
        }
        for line in text.split('\n') {
            if quoted {
                self.out.push_str(if line.is_empty() { ">" } else { "> " });
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
        self.last = Some(now);
    }
}

fn indent_lines(text: &str, first: &str, rest: &str) -> String {
    let lines = text.split('\n').enumerate();
    let lines: Vec<String> = lines.map(|(at, line)| format!("{}{line}", if at == 0 { first } else { rest })).collect();
    lines.join("\n")
}

/// Whether a credit begins with a word and a colon, as the last line of a figure must.
fn is_labelled(block: &Block) -> bool {
    matches!(block.runs.first(), Some(Run::Text { text, .. }) if text.split_whitespace().take(3).any(|word| word.ends_with(':')))
}

/// A pipe table (GFM): the first row is the header and is padded to the widest row.
fn table(cells: &[&Block]) -> String {
    let mut rows: Vec<(usize, Vec<(usize, String)>)> = Vec::new();
    for cell in cells {
        let BlockKind::Cell { row, column, .. } = cell.form else { continue };
        if rows.last().is_none_or(|(last, _)| *last != row) {
            rows.push((row, Vec::new()));
        }
        let text = inline::cell(&cell.runs);
        if let Some((_, cells)) = rows.last_mut() {
            match cells.last_mut() {
                Some((last, text_so_far)) if *last == column => {
                    text_so_far.push(' ');
                    text_so_far.push_str(&text);
                }
                _ => cells.push((column, text)),
            }
        }
    }
    let width = rows.iter().filter_map(|(_, cells)| cells.last()).map(|(column, _)| column + 1).max().unwrap_or(1);
    let mut out = Vec::with_capacity(rows.len() + 1);
    for (at, (_, cells)) in rows.iter().enumerate() {
        let mut line = String::from("|");
        let mut next = 0;
        for (column, text) in cells {
            line.push_str(&" |".repeat(column.saturating_sub(next)));
            let _ = write!(line, " {text} |");
            next = column + 1;
        }
        if at == 0 {
            line.push_str(&" |".repeat(width.saturating_sub(next)));
        }
        out.push(line);
        if at == 0 {
            out.push(format!("|{}", " --- |".repeat(width)));
        }
    }
    out.join("\n")
}
