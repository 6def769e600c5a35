//! Escaping of prose so that Markdown reads it back exactly.
//!
//! Escapes are few, since people read the editions' Markdown too: what cannot be markup in its context stays as it is.

use std::fmt::Write as _;

use super::{
    context::SlotContext,
    url::{ends_address, is_trailing},
};

/// The context of a run of prose.
#[derive(Debug, Clone, Copy)]
pub(super) struct EscapeContext<'a> {
    /// The context of the unit.
    pub(super) context: SlotContext,
    /// The quotation mark of a title.
    pub(super) delimiter: char,
    /// The part of this unit that is already written.
    pub(super) before: &'a str,
    /// What follows: the rest of the unit, or of the file.
    pub(super) after: &'a str,
    /// Whether `after` is the end of the unit.
    pub(super) last: bool,
    /// Whether to escape the first character so that it cannot join the markup before it.
    pub(super) shield_first: bool,
    /// Whether to escape the last character so that it cannot join the markup after it.
    pub(super) shield_last: bool,
}

/// Appends `prose` to `out`, escaped for its context.
pub(super) fn escape(out: &mut String, prose: &str, around: EscapeContext) {
    let mut line_start = starts_line(around.before, around.context);
    let closes_line = around.last
        && !matches!(around.context, SlotContext::Alt | SlotContext::AltReference | SlotContext::Title)
        || around.after.trim_start_matches([' ', '\t']).starts_with(['\n', '\r'])
        || around.after.starts_with("\\\n")
        || around.after.starts_with("\\\r");
    let total = prose.len();
    let closing_marks =
        if around.context == SlotContext::Heading && around.last { prose.trim_end_matches('#').len() } else { total };
    let mut previous = around.before.chars().next_back();
    let mut chars = prose.char_indices().peekable();
    let mut digits = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let is_last = next.is_none();
        let first = at == 0;
        let rest = prose.get(at..).unwrap_or_default();
        let spaced = |neighbour: Option<char>| neighbour.is_none_or(char::is_whitespace);
        let shielded = first && around.shield_first || is_last && around.shield_last;
        let strippable = matches!(c, ' ' | '\t') && (first && line_start || is_last && closes_line);
        let edge = match around.context {
            SlotContext::Cell => c.is_whitespace() && (first && around.before.is_empty() || is_last && around.last),
            SlotContext::Heading => c.is_whitespace() && first && around.before.is_empty(),
            _ => false,
        };
        // A backtick after a backslash would still close a code span that an earlier stray backtick opens.
        if shielded || strippable || edge || matches!(c, '\n' | '\r' | '`') {
            let _ = write!(out, "&#{};", u32::from(c));
        } else {
            let at_boundary = first || is_last;
            let escapes = match c {
                '"' | '\'' | '(' | ')' if around.context == SlotContext::Title => {
                    c == around.delimiter || around.delimiter == '(' && c == ')'
                }
                // What follows may be written as a character reference, which begins with punctuation.
                '\\' => {
                    at + c.len_utf8() + next.map_or(0, char::len_utf8) == total
                        || next.is_none_or(|next| next.is_ascii_punctuation() || next.is_whitespace())
                }
                '[' | ']' | '|' => true,
                '*' | '~' => at_boundary || !(spaced(previous) && spaced(next)),
                '_' => {
                    let word = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
                    at_boundary || !(spaced(previous) && spaced(next) || word(previous) && word(next))
                }
                '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
                '&' => next.is_none_or(|next| next.is_ascii_alphanumeric() || next == '#') && reads_as_reference(rest),
                '!' => is_last && around.after.starts_with('['),
                '#' => at >= closing_marks || line_start && next.is_none_or(|next| next == '#' || next.is_whitespace()),
                '>' | '=' | ':' if line_start => true,
                '+' | '-' if line_start => next.is_none_or(|next| !next.is_alphanumeric()),
                '.' | ')' if digits > 0 => spaced(next),
                ':' => rest.starts_with("://") && ends_in_scheme(prose.get(..at).unwrap_or_default()),
                '.' => ends_in_www(prose.get(..at).unwrap_or_default()),
                _ => false,
            };
            if escapes {
                out.push('\\');
            }
            out.push(c);
        }
        // A number at the start of a line would begin a list.
        digits = if c.is_ascii_digit() && (line_start || digits > 0) { digits + 1 } else { 0 };
        line_start = false;
        previous = Some(c);
    }
}

/// Whether the next character after `before` would be the first of a line.
fn starts_line(before: &str, context: SlotContext) -> bool {
    let tail = before.trim_end_matches([' ', '\t', '>']);
    if tail.is_empty() { context == SlotContext::Block } else { tail.ends_with(['\n', '\r']) }
}

/// Whether `text`, which begins with `&`, could be read as a character reference, by itself or with what follows.
fn reads_as_reference(text: &str) -> bool {
    let name = text.trim_start_matches('&');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
    end.is_none_or(|end| name.get(end..).is_some_and(|rest| rest.starts_with(';')))
}

/// Whether the scheme of an address ends here.
pub(super) fn ends_in_scheme(before: &str) -> bool {
    let tail = before.as_bytes();
    [b"http".as_slice(), b"https"].into_iter().any(|scheme| {
        tail.len()
            .checked_sub(scheme.len())
            .and_then(|at| tail.get(at..))
            .is_some_and(|t| t.eq_ignore_ascii_case(scheme))
    })
}

/// Whether the `www` of an address ends here.
pub(super) fn ends_in_www(before: &str) -> bool {
    let tail = before.as_bytes();
    tail.len().checked_sub(3).and_then(|at| tail.get(at..)).is_some_and(|t| t.eq_ignore_ascii_case(b"www"))
}

/// Whether prose right after an address would be read as part of it.
pub(super) fn joins_address(prose: &str, address: &str) -> bool {
    let word = prose.split(ends_address).next().unwrap_or_default();
    let parenthesis = word.contains([')', '(']) && address.contains('(');
    parenthesis || !word.chars().all(|c| is_trailing(c) || c == ')')
}

/// The class of a character next to `*` or `_` (CommonMark 6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flank {
    /// White space, or no character.
    Space,
    /// Definitely punctuation.
    Mark,
    /// A letter or digit.
    Word,
    /// Anything else: parsers' character tables differ.
    Other,
}

/// The class of `c`.
pub(super) fn flank(c: Option<char>) -> Flank {
    match c {
        None => Flank::Space,
        Some(c) if c.is_whitespace() => Flank::Space,
        Some(c) if c.is_ascii_punctuation() => Flank::Mark,
        Some(c) if c.is_alphanumeric() => Flank::Word,
        Some('«' | '»' | '§' | '¶' | '·' | '¡' | '¿' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}') => {
            Flank::Mark
        }
        Some(_) => Flank::Other,
    }
}

/// Which neighbours of an emphasis mark must be shielded so that it opens or closes: the inner one, the outer one.
pub(super) fn shields(mark: &str, inside: Option<char>, outside: Option<char>) -> (bool, bool) {
    let strict = mark.starts_with('_') || mark == "~";
    let inner = flank(inside) == Flank::Space;
    let bound = flank(inside) != Flank::Word || strict;
    (inner, bound && matches!(flank(outside), Flank::Word | Flank::Other))
}
