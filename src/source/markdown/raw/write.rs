//! New text in raw HTML: references stand for what would be markup there.

use std::fmt::Write as _;

use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, html::push_html};

use crate::{
    model::{CodeName, Slot},
    source::bytes,
};

use super::super::{
    context::SlotContext,
    escape::{ends_in_scheme, ends_in_www},
    render::{Token, address_shields},
};

/// Renders the pieces of a changed unit in raw HTML.
pub(in crate::source::markdown) fn render(tokens: &[Token<'_>], slot: &Slot, file: &str) -> String {
    let context = SlotContext::parse(&slot.context);
    let mut shield = vec![(false, false); tokens.len()];
    for at in 0..tokens.len() {
        address_shields(tokens, at, &mut shield);
    }
    let mut out = String::with_capacity(slot.span.len() * 2);
    for (index, token) in tokens.iter().enumerate() {
        let Token::Prose(prose) = token else {
            out.push_str(token.written());
            continue;
        };
        let previous = index.checked_sub(1).and_then(|previous| tokens.get(previous));
        let after_break = matches!(previous, Some(Token::Mark { code, .. }) if code.name == CodeName::Break);
        let line = out.trim_end_matches([' ', '\t', '>']);
        let next = tokens.get(index + 1).map(|next| next.written().trim_start_matches([' ', '\t']));
        let edges = Edges {
            keeps: (
                out.is_empty() || after_break || line.ends_with(['\n', '\r']),
                next.is_none_or(|next| next.starts_with(['\n', '\r'])),
            ),
            shields: shield.get(index).copied().unwrap_or_default(),
        };
        escape(&mut out, prose, context, edges);
    }
    let is_quoted = context != SlotContext::HtmlUnquoted || bytes(file, &slot.span) == out;
    if is_quoted { out } else { format!("\"{out}\"") }
}

/// What the ends of a piece of prose stand beside.
#[derive(Debug, Clone, Copy)]
struct Edges {
    /// Whether white space at the beginning, at the end would be lost.
    keeps: (bool, bool),
    /// Whether the first, the last character would join an address.
    shields: (bool, bool),
}

fn escape(out: &mut String, prose: &str, context: SlotContext, edges: Edges) {
    let is_text = context == SlotContext::Html;
    let mut chars = prose.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let (is_first, is_last) = (at == 0, next.is_none());
        let before = prose.get(..at).unwrap_or_default();
        let rest = prose.get(at..).unwrap_or_default();
        let shielded = is_first && edges.shields.0 || is_last && edges.shields.1;
        let written_out = match c {
            '\n' | '\r' => true,
            ' ' | '\t' => is_first && edges.keeps.0 || is_last && edges.keeps.1,
            // The opening mark of a template.
            '{' => next.is_none_or(|next| matches!(next, '{' | '%')),
            '"' => matches!(context, SlotContext::HtmlDoubleQuoted | SlotContext::HtmlUnquoted),
            '\'' => context == SlotContext::HtmlSingleQuoted,
            // A tag within a paragraph may stand in a table, or behind a stray backtick.
            '|' | '`' => !is_text,
            ':' => rest.starts_with("://") && ends_in_scheme(before),
            '.' => ends_in_www(before),
            _ => false,
        };
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c if written_out || shielded => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c => out.push(c),
        }
    }
}

/// Markdown as HTML on one line, without paragraphs around it: the words of a fixed text in place of the author's.
pub(in crate::source::markdown) fn one_line_html(markdown: &str) -> String {
    let mut first = true;
    let events = Parser::new(markdown).filter_map(|event| match event {
        Event::Start(Tag::Paragraph) if std::mem::take(&mut first) => None,
        Event::Start(Tag::Paragraph) => Some(Event::InlineHtml(CowStr::from("<br>"))),
        Event::End(TagEnd::Paragraph) => None,
        event => Some(event),
    });
    let mut html = String::new();
    push_html(&mut html, events);
    html.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
