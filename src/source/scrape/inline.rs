//! The runs of a block as Markdown that is read back as the same text.

use std::{fmt::Write as _, sync::Arc};

use super::block::{Link, Run, Style};

/// Where a text is written, which determines what must be escaped and how a line break is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TextPlace {
    Paragraph,
    Line,
    Heading,
    Cell,
}

/// Writes a paragraph, which may have several lines.
pub(super) fn paragraph(runs: &[Run]) -> String {
    write(runs, TextPlace::Paragraph)
}

/// Writes a line of a paragraph: line breaks become spaces.
pub(super) fn line(runs: &[Run]) -> String {
    write(runs, TextPlace::Line)
}

/// Writes the text of a heading.
pub(super) fn heading(runs: &[Run]) -> String {
    let text = write(runs, TextPlace::Heading);
    // A final `#` would be taken for the heading's closing sequence (CommonMark § 4.2).
    match text.strip_suffix('#') {
        Some(rest) => format!("{rest}\\#"),
        None => text,
    }
}

/// Writes the text of a table cell.
pub(super) fn cell(runs: &[Run]) -> String {
    write(runs, TextPlace::Cell)
}

/// The text without markup, with its line breaks.
pub(super) fn raw(runs: &[Run]) -> String {
    runs.iter()
        .map(|run| match run {
            Run::Text { text, .. } => text.as_str(),
            Run::Image(image) => image.alt.as_str(),
            Run::Break => "\n",
        })
        .collect()
}

/// The length of the longest run of backticks.
pub(super) fn longest_ticks(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// A piece to write.
enum Token {
    Text(String, InlineMarks),
    Markup(String),
    Break,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "styles are independent of each other")]
struct InlineMarks {
    strong: bool,
    emphasis: bool,
    strike: bool,
    code: bool,
}

fn marks(style: &Style) -> InlineMarks {
    if style.code {
        return InlineMarks { code: true, ..InlineMarks::default() };
    }
    let bold = style.strong || style.emphasis;
    InlineMarks { strong: style.strong, emphasis: style.emphasis, strike: style.strike && !bold, code: false }
}

fn write(runs: &[Run], place: TextPlace) -> String {
    let mut out = String::new();
    let mut rest = runs;
    // The last character written, and whether it is part of a mark.
    let mut context = Surroundings { before: None, marked: false, in_link: false };
    while let Some(first) = rest.first() {
        let link = link_of(first);
        let count = rest.iter().take_while(|run| same_link(link_of(run), link)).count().max(1);
        let (group, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        let next = after.first().and_then(first_char);
        match link.filter(|_| group.iter().any(has_words)) {
            Some(link) => {
                let (lead, inner, trail) = trim_spaces(group);
                out.push_str(lead);
                let mut inside = Surroundings { before: Some('['), marked: false, in_link: true };
                let text = write_runs(&inner, &mut inside, Some(']'), place);
                let _ = write!(out, "[{text}]({})", link_target(&link.href, &link.title));
                out.push_str(trail);
                let before = if trail.is_empty() { ')' } else { ' ' };
                context = Surroundings { before: Some(before), marked: false, in_link: false };
            }
            None => out.push_str(&write_runs(group, &mut context, next, place)),
        }
        rest = after;
    }
    if place == TextPlace::Heading || place == TextPlace::Cell {
        return out.trim().to_owned();
    }
    // A line end in `out` is a break, with a backslash before it; a break next to an empty line is dropped.
    let count = out.split('\n').count();
    let lines = out.split('\n').enumerate().map(|(at, line)| {
        let text = if at + 1 < count { line.strip_suffix('\\').unwrap_or(line) } else { line };
        escape_line_start(text.trim_matches([' ', '\t']))
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\\\n")
}

fn link_of(run: &Run) -> Option<&Arc<Link>> {
    match run {
        Run::Text { style, .. } => style.link.as_ref(),
        _ => None,
    }
}

fn same_link(a: Option<&Arc<Link>>, b: Option<&Arc<Link>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b) || a == b,
        (None, None) => true,
        _ => false,
    }
}

fn has_words(run: &Run) -> bool {
    matches!(run, Run::Text { text, .. } if text.chars().any(|c| !c.is_whitespace()))
}

fn first_char(run: &Run) -> Option<char> {
    match run {
        Run::Text { style, .. } if style.link.is_some() => Some('['),
        Run::Text { text, .. } => text.chars().next(),
        Run::Image(_) => Some('!'),
        Run::Break => Some('\n'),
    }
}

/// Trims plain spaces off the ends of runs; returns the space that was at each end.
fn trim_spaces(runs: &[Run]) -> (&'static str, Vec<Run>, &'static str) {
    let mut inner = runs.to_vec();
    let (mut lead, mut trail) = ("", "");
    while let Some(Run::Text { text, .. }) = inner.first_mut() {
        let cut = text.trim_start_matches(' ');
        lead = if cut.len() < text.len() { " " } else { lead };
        if !cut.is_empty() {
            *text = cut.to_owned();
            break;
        }
        inner.remove(0);
    }
    while let Some(Run::Text { text, .. }) = inner.last_mut() {
        let cut = text.trim_end_matches(' ');
        trail = if cut.len() < text.len() { " " } else { trail };
        if !cut.is_empty() {
            *text = cut.to_owned();
            break;
        }
        inner.pop();
    }
    (lead, inner, trail)
}

/// The context before the next token.
struct Surroundings {
    before: Option<char>,
    marked: bool,
    in_link: bool,
}

impl Surroundings {
    fn advance(&mut self, before: Option<char>, marked: bool) {
        self.before = before;
        self.marked = marked;
    }
}

/// Writes runs of one link, or runs outside links.
fn write_runs(runs: &[Run], context: &mut Surroundings, next: Option<char>, place: TextPlace) -> String {
    let mut all: Vec<Token> = Vec::new();
    for run in runs {
        match run {
            Run::Text { text, style } => {
                let marks = marks(style);
                match all.last_mut() {
                    Some(Token::Text(last, same)) if *same == marks => last.push_str(text),
                    _ => all.push(Token::Text(text.clone(), marks)),
                }
            }
            Run::Image(image) => {
                let alt = escape(&image.alt, place, None, true);
                all.push(Token::Markup(format!("![{alt}]({})", link_target(&image.src, &image.title))));
            }
            Run::Break => all.push(Token::Break),
        }
    }
    let mut out = String::new();
    for at in 0..all.len() {
        let follows = match all.get(at + 1) {
            Some(Token::Text(text, _)) => text.chars().next(),
            Some(Token::Markup(_)) => Some('!'),
            Some(Token::Break) => Some('\n'),
            None => next,
        };
        match all.get(at) {
            Some(Token::Text(text, marks)) => write_text(&mut out, text, *marks, context, follows, place),
            Some(Token::Markup(markup)) => {
                out.push_str(markup);
                context.advance(Some(')'), false);
            }
            Some(Token::Break) => {
                out.push_str(if place == TextPlace::Paragraph { "\\\n" } else { " " });
                context.advance(Some(' '), false);
            }
            None => {}
        }
    }
    out
}

fn write_text(
    out: &mut String,
    text: &str,
    marks: InlineMarks,
    context: &mut Surroundings,
    follows: Option<char>,
    place: TextPlace,
) {
    // `[a`]:` would begin a definition, code or not (CommonMark § 4.7): such code is written as text.
    let marks = if marks.code && text.contains("]:") { InlineMarks::default() } else { marks };
    let core = text.trim_matches(char::is_whitespace);
    let edges = text.split_once(core).filter(|_| !core.is_empty());
    let Some((lead, trail)) = edges.filter(|_| marks != InlineMarks::default()) else {
        out.push_str(&escape(text, place, follows, context.in_link));
        if let Some(last) = text.chars().next_back() {
            context.advance(Some(last), false);
        }
        return;
    };
    let before = lead.chars().next_back().or(context.before);
    let after = trail.chars().next().or(follows);
    out.push_str(lead);
    if marks.code {
        out.push_str(&code_span(core, place));
        out.push_str(trail);
        context.advance(Some(trail.chars().next_back().unwrap_or('`')), false);
        return;
    }
    let delimiter = match marks {
        InlineMarks { strong: true, emphasis: true, .. } => "***",
        InlineMarks { strong: true, .. } => "**",
        InlineMarks { emphasis: true, .. } => "*",
        _ => "~~",
    };
    // Delimiters open and close only between certain characters (CommonMark § 6.2): where they would be read
    // literally, the text stays and the style is dropped.
    let soft = |c: Option<char>| {
        c.is_none_or(|c| c.is_whitespace() || (c.is_ascii_punctuation() && !matches!(c, '*' | '_' | '~')))
    };
    let inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let opens = inner(core.chars().next()) || soft(before);
    let closes = inner(core.chars().next_back()) || soft(after);
    let touching = context.marked && lead.is_empty();
    let marked = opens && closes && !touching;
    let escaped = escape(core, place, if marked { Some('*') } else { after }, context.in_link);
    if marked {
        let _ = write!(out, "{delimiter}{escaped}{delimiter}");
    } else {
        out.push_str(&escaped);
    }
    out.push_str(trail);
    let last = trail.chars().next_back().or_else(|| core.chars().next_back());
    context.advance(last, marked && trail.is_empty());
}

/// A code span with a fence longer than any run of backticks in it (CommonMark § 6.1).
fn code_span(text: &str, place: TextPlace) -> String {
    let fence = "`".repeat(longest_ticks(text) + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    let text = text.replace('\n', " ");
    let text = if place == TextPlace::Cell { text.replace('|', "\\|") } else { text };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Escapes what Markdown would read as markup anywhere in a line. Brackets are significant only before an address, a
/// label or a colon (the file has no reference definitions), so that `[sic]` stays as it is; in a link all of them are
/// escaped.
fn escape(text: &str, place: TextPlace, follows: Option<char>, in_link: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before: Option<char> = None;
    let after = text.chars().skip(1);
    let closes = |(c, next): &(char, char)| *c == ']' && !matches!(next, '(' | '[' | ':');
    let mut closing = text.chars().zip(after).filter(closes).count();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let last = chars.peek().is_none();
        let next = chars.peek().copied().or(follows);
        let escaped = match c {
            '\\' | '`' | '*' | '~' => true,
            // The bracket that closes this one may be in code that follows.
            '[' => in_link || next == Some('^') || closing == 0,
            ']' => in_link || matches!(next, Some('(' | '[' | ':')),
            '<' => last || !next.is_none_or(char::is_whitespace),
            '^' => in_link && before.is_none(),
            '_' => !(before.is_some_and(char::is_alphanumeric) && !last && next.is_some_and(char::is_alphanumeric)),
            '&' => begins_entity(chars.clone()),
            '!' => next == Some('[') && last,
            '|' => place == TextPlace::Cell,
            '{' | '}' => place == TextPlace::Heading,
            _ => false,
        };
        closing -= usize::from(chars.peek().is_some_and(|next| closes(&(c, *next))));
        if escaped {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
        before = Some(c);
    }
    out
}

/// Whether what follows an ampersand may make it an entity: letters and digits up to a semicolon, or up to the end of
/// the text, where more may follow.
fn begins_entity(rest: impl Iterator<Item = char>) -> bool {
    let mut rest = rest.take(40).skip_while(|c| c.is_ascii_alphanumeric() || *c == '#');
    rest.next().is_none_or(|c| c == ';')
}

/// Escapes a line that would begin another block.
fn escape_line_start(line: &str) -> String {
    let mut chars = line.chars();
    let (first, second) = (chars.next(), chars.next());
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let starts = match first {
        Some('#') => space(line.trim_start_matches('#').chars().next()),
        Some('-' | '+') => space(second) || second == first,
        Some('>' | '=' | ':' | '|') => true,
        // `[x] ` is a task where it opens a list item.
        Some('[') => matches!(second, Some(' ' | 'x' | 'X')) && chars.next() == Some(']') && space(chars.next()),
        _ => false,
    };
    if starts {
        return format!("\\{line}");
    }
    let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - after.len();
    let mut rest = after.chars();
    let (punctuation, then) = (rest.next(), rest.next());
    if (1..=9).contains(&digits) && matches!(punctuation, Some('.' | ')')) && space(then) {
        let number: String = line.chars().take(digits).collect();
        return format!("{number}\\{after}");
    }
    line.to_owned()
}

/// A link's target: the address, with characters that would end it percent-encoded, and the title.
fn link_target(href: &str, title: &str) -> String {
    let mut out = String::with_capacity(href.len());
    for c in href.chars() {
        match c {
            '(' | ')' | '<' | '>' | '\\' | '"' | '`' | '|' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            '&' => out.push_str("&amp;"),
            c if c.is_control() || c.is_whitespace() => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    let _ = write!(out, "%{byte:02X}");
                }
            }
            c => out.push(c),
        }
    }
    if !title.is_empty() {
        let title: String = title
            .chars()
            .flat_map(|c| matches!(c, '"' | '\\' | '&' | '<' | '`').then_some('\\').into_iter().chain([c]))
            .collect();
        let _ = write!(out, " \"{title}\"");
    }
    out
}
