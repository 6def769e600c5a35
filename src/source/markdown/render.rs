//! Rendering of a changed unit from its pieces, each escaped for its context.

use std::{borrow::Cow, collections::HashMap};

use crate::{
    model::{Code, CodeKind, CodeName, Slot},
    source::bytes,
};

use super::{
    context::SlotContext,
    escape::{EscapeContext, escape, joins_address, shields},
};

/// A piece of a changed unit.
#[derive(Debug)]
pub(super) enum Token<'a> {
    /// Bytes of the file, with the changes of inner units applied.
    Raw(Cow<'a, str>),
    /// New prose, not yet escaped.
    Prose(&'a str),
    /// The markup of a code in new text.
    Mark { markup: Cow<'a, str>, code: &'a Code },
    /// The closing half of a link whose label is its text: the text may have changed, so the label is written out.
    Named { markup: &'a str, id: u32, label: &'a str },
}

/// Joins lines into one, without the markers that a container puts before them.
pub(super) fn one_line(text: &str) -> String {
    let mut lines = text.lines();
    let mut out = lines.next().unwrap_or_default().trim_end().to_owned();
    for line in lines {
        out.push(' ');
        out.push_str(line.trim_start_matches([' ', '\t', '>']).trim_end());
    }
    out
}

impl Token<'_> {
    /// Its bytes, before any escape.
    pub(super) fn written(&self) -> &str {
        match self {
            Self::Raw(text) => text,
            Self::Prose(prose) => prose,
            Self::Mark { markup, .. } => markup,
            Self::Named { markup, .. } => markup,
        }
    }

    /// The emphasis mark, and whether it opens.
    fn emphasis(&self) -> Option<(&str, bool)> {
        match self {
            Self::Mark { markup, code }
                if matches!(code.name, CodeName::Emphasis | CodeName::Strong | CodeName::Strikethrough) =>
            {
                match code.kind {
                    CodeKind::Open => Some((markup, true)),
                    CodeKind::Close => Some((markup, false)),
                    CodeKind::Single => None,
                }
            }
            _ => None,
        }
    }
}

/// Which first and last characters of prose must be shielded from adjacent emphasis marks and addresses.
fn shields_of(tokens: &[Token<'_>], before: Option<char>, after: Option<char>) -> Vec<(bool, bool)> {
    let mut shield = vec![(false, false); tokens.len()];
    let last_char = |index: Option<usize>| match index.and_then(|index| tokens.get(index)) {
        Some(token) => token.written().chars().next_back(),
        None => before,
    };
    let first_char = |index: usize| match tokens.get(index) {
        Some(token) => token.written().chars().next(),
        None => after,
    };
    let mut at = 0;
    while at < tokens.len() {
        let mark = |index: usize| tokens.get(index).and_then(Token::emphasis);
        let Some((markup, _)) = mark(at) else {
            address_shields(tokens, at, &mut shield);
            at += 1;
            continue;
        };
        let sign = markup.chars().next();
        let mut end = at;
        while mark(end).is_some_and(|(markup, _)| markup.chars().next() == sign) {
            end += 1;
        }
        let (left, right) = (at.checked_sub(1), end);
        for index in at..end {
            let Some((markup, opens)) = mark(index) else { continue };
            let (inside, outside) =
                if opens { (first_char(right), last_char(left)) } else { (last_char(left), first_char(right)) };
            let (inner, outer) = shields(markup, inside, outside);
            let (shield_left, shield_right) = if opens { (outer, inner) } else { (inner, outer) };
            if let Some(flags) = left.and_then(|left| shield.get_mut(left)) {
                flags.1 |= shield_left;
            }
            if let Some(flags) = shield.get_mut(right) {
                flags.0 |= shield_right;
            }
        }
        at = end;
    }
    shield
}

/// Shields the prose around an address: what follows must not continue it, and a letter must not precede it.
pub(super) fn address_shields(tokens: &[Token<'_>], at: usize, shield: &mut [(bool, bool)]) {
    let Some(Token::Mark { markup, code }) = tokens.get(at) else { return };
    if code.name != CodeName::Other || !markup.starts_with(['h', 'H', 'w', 'W']) {
        return;
    }
    if let Some(Token::Prose(prose)) = tokens.get(at + 1)
        && joins_address(prose, markup)
        && let Some(flags) = shield.get_mut(at + 1)
    {
        flags.0 = true;
    }
    let previous = at.checked_sub(1);
    if let Some(Token::Prose(prose)) = previous.and_then(|previous| tokens.get(previous))
        && prose.ends_with(char::is_alphanumeric)
        && let Some(flags) = previous.and_then(|previous| shield.get_mut(previous))
    {
        flags.1 = true;
    }
}

/// Renders the pieces of a unit, each escaped for its context.
pub(super) fn render(tokens: &[Token<'_>], slot: &Slot, file: &str) -> String {
    let context = SlotContext::parse(&slot.context);
    let mut out = String::with_capacity(slot.span.len() * 2);
    let head = bytes(file, &(0..slot.span.start)).chars().next_back();
    let tail = bytes(file, &(slot.span.end..file.len()));
    let delimiter = if context == SlotContext::Title { head.unwrap_or('"') } else { '"' };
    let shield = shields_of(tokens, head, tail.chars().next());
    // Where the text of each link begins in `out`.
    let mut openings: HashMap<u32, usize> = HashMap::new();
    for (index, token) in tokens.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|previous| tokens.get(previous));
        // A literal backslash would escape punctuation that now follows it.
        let escapes_next =
            matches!(previous, Some(Token::Raw(raw)) if raw.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1);
        match token {
            Token::Raw(text) => out.push_str(text),
            Token::Mark { markup, code } => {
                if escapes_next {
                    out.push('\\');
                }
                out.push_str(markup);
                if code.kind == CodeKind::Open && code.name == CodeName::Link {
                    openings.insert(code.id, out.len());
                }
            }
            Token::Named { markup, id, label } => {
                let same = openings.get(id).is_some_and(|from| out.get(*from..) == Some(*label));
                if same {
                    out.push_str(markup);
                } else {
                    out.extend(["][", &one_line(label), "]"]);
                }
            }
            Token::Prose(prose) => {
                let (shield_first, shield_last) = shield.get(index).copied().unwrap_or_default();
                // The space after a task's box belongs to the box; what follows a bracket could make it a link.
                let joins_previous = match previous {
                    Some(Token::Mark { markup, .. }) if markup.ends_with([' ', '\t']) => prose.starts_with([' ', '\t']),
                    _ => out.ends_with(']') && prose.starts_with(['[', '(', ':']),
                };
                let around = EscapeContext {
                    context,
                    delimiter,
                    before: &out,
                    after: tokens.get(index + 1).map_or(tail, Token::written),
                    last: index + 1 == tokens.len(),
                    shield_first: shield_first || joins_previous,
                    shield_last,
                };
                let mut escaped = String::with_capacity(prose.len() + 8);
                escape(&mut escaped, prose, around);
                if escapes_next && escaped.starts_with(|c: char| c.is_ascii_punctuation()) {
                    out.push('\\');
                }
                out.push_str(&escaped);
            }
        }
    }
    out
}
