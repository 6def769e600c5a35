//! A run of text in raw HTML: what stands between two tags that end one.

use std::{collections::HashMap, ops::Range};

use crate::{
    model::{CodeName, Slot, Text, cut},
    source::is_unwritable,
};

use super::{
    super::{context::SlotContext, inline::Inline},
    lines::Lines,
    reference::reference,
    scan::is_space,
};

/// A piece of a run, with its bytes in the joined lines.
#[derive(Debug, Clone)]
pub(super) enum RunPiece {
    /// Text.
    Text(Range<usize>),
    /// A start tag: its name, its meaning, its bytes.
    Open(String, CodeName, Range<usize>),
    /// An end tag.
    Close(String, Range<usize>),
    /// Markup that stands alone.
    Single(CodeName, Range<usize>),
    /// A line break (`<br>`).
    Break(Range<usize>),
}

/// The pieces of a run so far.
#[derive(Debug, Default)]
pub(super) struct TextRun {
    pieces: Vec<RunPiece>,
}

impl TextRun {
    pub(super) fn push(&mut self, piece: RunPiece) {
        self.pieces.push(piece);
    }

    /// The run as a unit's text; `None` without words. Markup at its ends and pairs around the whole of it stay outside.
    pub(super) fn into_text_and_slot(self, lines: &Lines<'_>) -> Option<(Text, Slot)> {
        let partners = partners(&self.pieces);
        let words = words_before(&self.pieces, lines.text());
        let (first, end) = core(&self.pieces, &partners, &words)?;
        let mut inline = Inline::new(lines.file());
        // White space that belongs to the tag before it.
        let mut blank = 0;
        for (index, piece) in self.pieces.iter().enumerate().take(end).skip(first) {
            let partner = partners.get(index).copied().flatten();
            match piece {
                RunPiece::Text(span) => {
                    let mut span = span.start + std::mem::take(&mut blank)..span.end;
                    if index == first {
                        span.start = trimmed(lines, &span).start;
                    }
                    if index + 1 == end {
                        span.end = trimmed(lines, &span).end;
                    }
                    push_text(&mut inline, lines, &span, false);
                }
                RunPiece::Open(_, name, span) if partner.is_some() => {
                    blank = first_line_end(lines.text(), span);
                    let place = lines.place(&(span.start..span.end + blank));
                    inline.open(*name, place.start, place.len());
                }
                RunPiece::Close(_, span) if partner.is_some() => drop(inline.close_at(&lines.place(span))),
                RunPiece::Single(name, span) => inline.single(*name, &lines.place(span)),
                RunPiece::Open(_, _, span) | RunPiece::Close(_, span) => {
                    inline.single(CodeName::Html, &lines.place(span));
                }
                RunPiece::Break(span) => {
                    // Without white space behind it, the words on both sides would run together.
                    let after = cut(lines.text(), &(span.end..lines.text().len()));
                    let is_followed = after.starts_with([' ', '\r', '\n']);
                    inline.html_break(&lines.place(span), !is_followed);
                }
            }
        }
        inline.finish();
        inline.has_words().then(|| inline.into_text_and_slot(SlotContext::Html))
    }
}

/// The length of the white space behind a tag that is the first of an HTML block and alone on its line. What follows
/// must not come onto that line, since only a tag alone begins a block.
fn first_line_end(text: &str, tag: &Range<usize>) -> usize {
    let rest = cut(text, &(tag.end..text.len()));
    let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    let is_first = cut(text, &(0..tag.start)).trim().is_empty();
    if is_first && cut(rest, &(0..blank)).contains('\n') { blank } else { 0 }
}

/// For each tag of a pair, the index of the other one. Pairs are nested properly; any other tag is without a partner.
fn partners(pieces: &[RunPiece]) -> Vec<Option<usize>> {
    let mut partners = vec![None; pieces.len()];
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            RunPiece::Open(name, ..) => {
                open.push((index, name));
                *counts.entry(name).or_insert(0) += 1;
            }
            RunPiece::Close(name, _) if counts.get(name.as_str()).is_some_and(|count| *count > 0) => {
                while let Some((opening, other)) = open.pop() {
                    if let Some(count) = counts.get_mut(other) {
                        *count -= 1;
                    }
                    if other == name {
                        for (index, partner) in [(opening, index), (index, opening)] {
                            if let Some(place) = partners.get_mut(index) {
                                *place = Some(partner);
                            }
                        }
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    partners
}

/// For each piece, how many before it have words.
fn words_before(pieces: &[RunPiece], text: &str) -> Vec<usize> {
    let mut counts = Vec::with_capacity(pieces.len() + 1);
    let mut count = 0;
    for piece in pieces {
        counts.push(count);
        count += usize::from(matches!(piece, RunPiece::Text(span) if has_words(text, span)));
    }
    counts.push(count);
    counts
}

/// The pieces that make up the unit, without markup at both ends; `None` without words.
fn core(pieces: &[RunPiece], partners: &[Option<usize>], words: &[usize]) -> Option<(usize, usize)> {
    let wordless = |from: usize, to: usize| words.get(from) == words.get(to);
    let (mut first, mut end) = (0, pieces.len());
    if wordless(first, end) {
        return None;
    }
    let partner = |index: usize| partners.get(index).copied().flatten();
    loop {
        let before = (first, end);
        match pieces.get(first)? {
            RunPiece::Text(_) if !wordless(first, first + 1) => {}
            RunPiece::Open(..) => match partner(first) {
                Some(closing) if wordless(first, closing) => first = closing + 1,
                Some(closing) if closing + 1 == end => (first, end) = (first + 1, closing),
                Some(_) => {}
                None => first += 1,
            },
            _ => first += 1,
        }
        match pieces.get(end.checked_sub(1)?)? {
            RunPiece::Text(_) if !wordless(end - 1, end) => {}
            RunPiece::Close(..) => match partner(end - 1) {
                Some(opening) if wordless(opening, end) => end = opening,
                Some(_) => {}
                None => end -= 1,
            },
            _ => end -= 1,
        }
        if (first, end) == before {
            return Some((first, end));
        }
    }
}

/// Whether a part of the text has words once its references are decoded.
pub(super) fn has_words(text: &str, span: &Range<usize>) -> bool {
    let is_word = |c: char| !c.is_whitespace() && !is_unwritable(c);
    let mut at = span.start;
    while let Some(c) = cut(text, &(at..span.end)).chars().next() {
        let decoded = if c == '&' { reference(cut(text, &(at..span.end)), false) } else { None };
        match decoded {
            Some((decoded, length)) if !decoded.contains(is_word) => at += length,
            Some(_) => return true,
            None if is_word(c) => return true,
            None => at += c.len_utf8(),
        }
    }
    false
}

/// A part of the text without white space at its ends.
pub(super) fn trimmed(lines: &Lines<'_>, span: &Range<usize>) -> Range<usize> {
    let text = lines.cut(span);
    let start = span.start + (text.len() - text.trim_start_matches(is_space).len());
    start..(span.start + text.trim_end_matches(is_space).len()).max(start)
}

/// Adds a part of the text to a unit: a line break with the white space around it is one blank, and references are
/// decoded.
pub(super) fn push_text(inline: &mut Inline<'_>, lines: &Lines<'_>, span: &Range<usize>, in_attribute: bool) {
    let mut at = span.start;
    while at < span.end {
        let rest = lines.cut(&(at..span.end));
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
        if cut(rest, &(0..blank)).contains(['\r', '\n']) {
            inline.new_line(false);
            at += blank;
            continue;
        }
        // Up to the next line break, white space before it left out.
        let line = rest.find(['\r', '\n']).map_or(rest, |end| cut(rest, &(0..end)).trim_end_matches([' ', '\t']));
        push_line(inline, lines, &(at..at + line.len()), in_attribute);
        at += line.len();
    }
}

fn push_line(inline: &mut Inline<'_>, lines: &Lines<'_>, span: &Range<usize>, in_attribute: bool) {
    let mut from = span.start;
    let mut at = span.start;
    while let Some(step) = lines.cut(&(at..span.end)).find('&') {
        at += step;
        let Some((decoded, length)) = reference(lines.cut(&(at..span.end)), in_attribute) else {
            at += 1;
            continue;
        };
        if from < at {
            inline.text(lines.cut(&(from..at)), &lines.place(&(from..at)));
        }
        inline.text(&decoded, &lines.place(&(at..at + length)));
        at += length;
        from = at;
    }
    if from < span.end {
        inline.text(lines.cut(&(from..span.end)), &lines.place(&(from..span.end)));
    }
}
