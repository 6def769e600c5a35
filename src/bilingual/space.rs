//! White space of targets without what XML formatters add: edges, broken and indented lines.

use crate::model::{Code, CodeKind, Piece, Text};

/// A part of a text.
pub(super) enum Part<'a> {
    Code(&'a Code),
    /// Prose without white space.
    Words(&'a str),
    /// White space between two others, as long as it goes.
    Space(&'a str, SpaceAt),
}

/// Where white space is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SpaceAt {
    /// Before everything else.
    Start,
    /// After everything else.
    End,
    /// At the inner edge of a pair of codes.
    PairEdge,
    /// Anywhere else.
    Between,
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Whether white space breaks the line.
pub(super) fn breaks_line(space: &str) -> bool {
    space.contains(['\n', '\r'])
}

/// Calls `each` with the parts of a text, in order.
pub(super) fn parts<'a>(text: &'a Text, mut each: impl FnMut(Part<'a>)) {
    let mut pieces = text.pieces().peekable();
    let mut before: Option<CodeKind> = None;
    let mut is_first = true;
    while let Some(piece) = pieces.next() {
        let prose = match piece {
            Piece::Code(code) => {
                (before, is_first) = (Some(code.kind), false);
                each(Part::Code(code));
                continue;
            }
            Piece::Prose(prose) => prose,
        };
        let after = match pieces.peek() {
            Some(Piece::Code(code)) => Some(code.kind),
            _ => None,
        };
        let mut rest = prose;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c: char| is_space(c) != is_space(first)).unwrap_or(rest.len());
            let (run, tail) = rest.split_at(end);
            rest = tail;
            each(if !is_space(first) {
                Part::Words(run)
            } else if is_first {
                Part::Space(run, SpaceAt::Start)
            } else if tail.is_empty() && pieces.peek().is_none() {
                Part::Space(run, SpaceAt::End)
            } else if before == Some(CodeKind::Open) || tail.is_empty() && after == Some(CodeKind::Close) {
                Part::Space(run, SpaceAt::PairEdge)
            } else {
                Part::Space(run, SpaceAt::Between)
            });
            (before, is_first) = (None, false);
        }
    }
}

/// Whether a text is nothing but white space.
pub(super) fn is_blank(text: &Text) -> bool {
    text.codes.is_empty() && text.prose.chars().all(is_space)
}

/// White space of the kinds that a formatter may have added to a text.
#[derive(Debug, Default, PartialEq, Eq)]
struct Spaces<'a> {
    start: &'a str,
    end: &'a str,
    /// The first line break between words, with its indent.
    line_break: Option<&'a str>,
    /// How many there are.
    line_breaks: usize,
}

impl<'a> Spaces<'a> {
    fn of(text: &'a Text) -> Self {
        let mut spaces = Self::default();
        parts(text, |part| match part {
            Part::Space(space, SpaceAt::Start) => spaces.start = space,
            Part::Space(space, SpaceAt::End) => spaces.end = space,
            Part::Space(space, SpaceAt::Between) if breaks_line(space) => {
                spaces.line_break.get_or_insert(space);
                spaces.line_breaks += 1;
            }
            _ => {}
        });
        spaces
    }
}

/// Returns a target with the white space that its source asks for: its edges are the source's, and a line break with
/// its indent is one blank, unless the source breaks lines too. The result is [the same](super::same) text.
pub(super) fn settled(target: Text, source: &Text) -> Text {
    if may_be_formatted(&target) { settle(&target, &Spaces::of(source)) } else { target }
}

/// Returns a source as it was before a formatter: without edges and indents.
pub(super) fn flowed(source: &Text) -> Text {
    if !may_be_formatted(source) {
        return source.clone();
    }
    settle(source, &Spaces { line_break: Some("\n"), ..Spaces::default() })
}

/// Whether a text has white space that a formatter may have added.
pub(super) fn may_be_formatted(text: &Text) -> bool {
    breaks_line(&text.prose) || text.prose.starts_with(is_space) || text.prose.ends_with(is_space)
}

fn settle(text: &Text, wanted: &Spaces<'_>) -> Text {
    let as_many = Spaces::of(text).line_breaks == wanted.line_breaks;
    let mut out = Text::default();
    parts(text, |part| match part {
        Part::Code(code) => out.codes.push((out.prose.len(), code.clone())),
        Part::Words(words) => out.prose.push_str(words),
        Part::Space(_, SpaceAt::Start) => out.prose.push_str(wanted.start),
        Part::Space(_, SpaceAt::End) => out.prose.push_str(wanted.end),
        Part::Space(space, _) if !breaks_line(space) => out.prose.push_str(space),
        Part::Space(_, SpaceAt::PairEdge) => {}
        Part::Space(space, SpaceAt::Between) => out.prose.push_str(match wanted.line_break {
            Some(line_break) if as_many || space == line_break || matches!(space, "\n" | "\r\n") => line_break,
            _ => " ",
        }),
    });
    out
}
