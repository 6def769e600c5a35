//! The prose and codes of a block, collected from the parser's events so that they cover its bytes without gaps.

use std::ops::Range;

use crate::{
    model::{Code, CodeKind, CodeName, Slot, Text, cut},
    source::{bytes, is_unwritable},
};

use super::{context::SlotContext, url::non_prose_spans};

/// The content of a block collected so far.
#[derive(Debug)]
pub(super) struct Inline<'a> {
    file: &'a str,
    /// Prose and codes.
    pub(super) text: Text,
    /// Positions of the prose, as in [`Slot::map`].
    map: Vec<(usize, Range<usize>)>,
    /// Positions of the codes, as in [`Slot::codes`].
    places: Vec<Range<usize>>,
    /// The lines after the first.
    pub(super) lines: Vec<LineStart>,
    /// Indices of the open codes.
    open: Vec<usize>,
    /// The last id assigned to a code.
    last_id: u32,
    /// The end of what has been read from the file; `None` before the first event.
    cursor: Option<usize>,
    /// A line break whose end is not yet known: whether it is hard, and where it begins.
    pending: Option<(bool, usize)>,
    /// Whether the last piece of the map is literal and can be extended.
    literal: bool,
}

/// The start of a line within a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineStart {
    /// Offset in the prose.
    pub(super) at: usize,
    /// Number of codes before it.
    pub(super) codes: usize,
    /// Number of pairs open there.
    pub(super) depth: usize,
}

impl<'a> Inline<'a> {
    /// An empty block of `file`.
    pub(super) fn new(file: &'a str) -> Self {
        Self {
            file,
            text: Text::default(),
            map: Vec::new(),
            places: Vec::new(),
            lines: Vec::new(),
            open: Vec::new(),
            last_id: 0,
            cursor: None,
            pending: None,
            literal: false,
        }
    }

    /// Accounts for the bytes between the last event and the next, which begins at `start`; returns where the next
    /// one's bytes begin, including the backslash of an escape if `escapable`.
    fn advance(&mut self, start: usize, escapable: bool) -> usize {
        let floor = self.pending.map(|(_, from)| from).or(self.cursor);
        let before = bytes(self.file, &(floor.unwrap_or(0)..start));
        let backslashes = if escapable { before.bytes().rev().take_while(|byte| *byte == b'\\').count() } else { 0 };
        let mut begin = start - backslashes;
        let Some(cursor) = self.cursor else { return begin };
        begin = begin.max(cursor);
        if let Some((hard, from)) = self.pending.take() {
            // A hard break's backslash does not escape what follows: a line end lies between them.
            self.line_break(hard, from..begin);
        } else if cursor < begin {
            self.extend_last_piece(begin);
        }
        begin
    }

    /// Adds bytes that belong to no event (the space after a task marker) to the piece before them.
    fn extend_last_piece(&mut self, end: usize) {
        let code = self.places.last().is_some_and(|place| Some(place.end) == self.cursor);
        let file = self.file;
        match (code, self.places.last_mut(), self.text.codes.last_mut(), self.map.last_mut()) {
            (true, Some(place), Some((_, code)), _) => {
                place.end = end;
                bytes(file, place).clone_into(&mut code.markup);
            }
            (_, _, _, Some((_, piece))) => {
                piece.end = end;
                self.literal = false;
            }
            _ => {}
        }
        self.cursor = Some(end);
    }

    /// Adds a line break with its white space and the next line's indentation, as one space of prose.
    fn line_break(&mut self, hard: bool, span: Range<usize>) {
        self.seal();
        let mut piece = span.clone();
        if hard {
            self.code(CodeKind::Single, CodeName::Break, 0, span.clone());
            piece.start = span.end;
        }
        self.map.push((self.text.prose.len(), piece));
        self.text.prose.push(' ');
        self.literal = false;
        self.lines.push(LineStart { at: self.text.prose.len(), codes: self.text.codes.len(), depth: self.open.len() });
        self.cursor = Some(span.end);
    }

    /// Appends a code; `id` 0 assigns a new id.
    fn code(&mut self, kind: CodeKind, name: CodeName, id: u32, place: Range<usize>) {
        self.seal();
        let id = if id == 0 {
            self.last_id += 1;
            self.last_id
        } else {
            id
        };
        let markup = bytes(self.file, &place).to_owned();
        self.text.codes.push((self.text.prose.len(), Code { id, kind, name, markup }));
        self.cursor = Some(place.end);
        self.places.push(place);
        self.literal = false;
    }

    /// Adds text as the parser decoded it.
    pub(super) fn text(&mut self, text: &str, span: &Range<usize>) {
        // A backslash before a block's last line end is text, but the parser includes the line end in its span.
        let span = &if text == "\\" { span.start..span.start + 1 } else { span.clone() };
        let begin = self.advance(span.start, true);
        let mut rest = text;
        let mut from = begin;
        if begin == span.start && text == bytes(self.file, span) {
            match self.map.last_mut() {
                Some((_, piece)) if self.literal && piece.end == begin => piece.end = span.end,
                _ => {
                    self.seal();
                    self.map.push((self.text.prose.len(), span.clone()));
                }
            }
            self.text.prose.push_str(text);
            self.literal = true;
            self.cursor = Some(span.end);
            return;
        }
        if begin < span.start {
            // An escape: the backslash and the character after it; the rest of the text is literal.
            self.seal();
            let first = text.chars().next().map_or(0, char::len_utf8);
            self.map.push((self.text.prose.len(), begin..span.start + first));
            self.text.prose.push_str(cut(text, &(0..first)));
            self.literal = false;
            self.cursor = Some(span.start + first);
            rest = cut(text, &(first..text.len()));
            from = span.start + first;
            if rest.is_empty() {
                return;
            }
            if rest == bytes(self.file, &(from..span.end)) {
                self.text(rest, &(from..span.end));
                return;
            }
        }
        self.push_decoded(rest, from..span.end);
    }

    /// Adds text that the file spells differently: a character reference.
    fn push_decoded(&mut self, text: &str, span: Range<usize>) {
        if text.chars().any(is_unwritable) {
            self.code(CodeKind::Single, CodeName::Other, 0, span);
            return;
        }
        self.seal();
        self.map.push((self.text.prose.len(), span.clone()));
        self.text.prose.push_str(text);
        self.literal = false;
        self.cursor = Some(span.end);
    }

    /// Ends the current literal piece, and turns addresses and control characters in it into codes.
    fn seal(&mut self) {
        if !self.literal {
            return;
        }
        self.literal = false;
        let Some((at, file)) = self.map.last().cloned() else { return };
        let source = bytes(self.file, &file);
        let before = cut(self.file, &(0..file.start)).chars().next_back();
        let spans = non_prose_spans(source, before);
        if spans.is_empty() {
            return;
        }
        self.map.pop();
        self.text.prose.truncate(at);
        let mut from = 0;
        let piece = |inline: &mut Self, span: Range<usize>| {
            if !span.is_empty() {
                inline.map.push((inline.text.prose.len(), file.start + span.start..file.start + span.end));
                inline.text.prose.push_str(cut(source, &span));
            }
        };
        for span in spans {
            piece(self, from..span.start);
            self.code(CodeKind::Single, CodeName::Other, 0, file.start + span.start..file.start + span.end);
            from = span.end;
        }
        piece(self, from..source.len());
        self.cursor = Some(file.end);
    }

    /// Adds a standalone code.
    pub(super) fn single(&mut self, name: CodeName, span: &Range<usize>) {
        let begin = self.advance(span.start, false);
        self.code(CodeKind::Single, name, 0, begin..span.end.max(begin));
    }

    /// Adds the opening half of a pair, `length` bytes long.
    pub(super) fn open(&mut self, name: CodeName, start: usize, length: usize) {
        let begin = self.advance(start, false);
        self.seal();
        self.open.push(self.text.codes.len());
        self.code(CodeKind::Open, name, 0, begin..start + length);
    }

    /// Adds the closing half of the pair opened last: the same mark again, or for a link everything from the next `]`
    /// to `end`. Returns where it begins.
    pub(super) fn close(&mut self, end: usize) -> usize {
        self.seal();
        let cursor = self.cursor.unwrap_or(end);
        let from = self.pending.map_or(cursor, |(_, from)| from).max(cursor);
        let gap = bytes(self.file, &(from..end));
        let opening = self.open.last().and_then(|index| self.text.codes.get(*index)).map(|(_, code)| code);
        let mark = opening.filter(|code| code.name != CodeName::Link).map(|code| code.markup.as_str());
        let begin = from + gap.find(mark.unwrap_or("]")).unwrap_or(gap.len());
        // At the end of a heading the parser includes trailing white space in an element.
        let end = mark.map_or(end, |mark| begin + mark.len()).min(end);
        self.close_at(&(begin..end))
    }

    /// Adds the closing half of the pair opened last, at `place`. Returns where it begins. A pair around no prose
    /// becomes a single code.
    pub(super) fn close_at(&mut self, place: &Range<usize>) -> usize {
        let end = place.end;
        let begin = self.advance(place.start, false);
        self.seal();
        let Some(opening) = self.open.pop() else { return begin };
        let Some((at, code)) = self.text.codes.get(opening).cloned() else { return begin };
        if at < self.text.prose.len() {
            self.code(CodeKind::Close, code.name, code.id, begin..end.max(begin));
            return begin;
        }
        let start = self.places.get(opening).map_or(begin, |place| place.start);
        let inner = self.text.codes.split_off(opening);
        self.places.truncate(opening);
        let has_image = inner.iter().any(|(_, code)| code.name == CodeName::Image);
        self.last_id = code.id - 1;
        let name = if has_image { CodeName::Image } else { code.name };
        self.code(CodeKind::Single, name, 0, start..end.max(start));
        begin
    }

    /// Adds a line break.
    pub(super) fn new_line(&mut self, hard: bool) {
        self.seal();
        // A break before the first word is not part of the text.
        let Some(from) = self.cursor else { return };
        let hard = hard || self.pending.is_some_and(|(hard, _)| hard);
        self.pending = Some((hard, self.pending.map_or(from, |(_, from)| from)));
    }

    /// Adds a line break tag, after which a space is read where the file has none.
    pub(super) fn html_break(&mut self, place: &Range<usize>, adds_space: bool) {
        let begin = self.advance(place.start, false);
        self.code(CodeKind::Single, CodeName::Break, 0, begin..place.end.max(begin));
        if adds_space {
            self.map.push((self.text.prose.len(), place.end..place.end));
            self.text.prose.push(' ');
            self.literal = false;
        }
    }

    /// Ends the block.
    pub(super) fn finish(&mut self) {
        self.seal();
        self.pending = None;
    }

    /// The end of what has been read from the file.
    pub(super) const fn end(&self) -> Option<usize> {
        self.cursor
    }

    /// Whether it has any words.
    pub(super) fn has_words(&self) -> bool {
        self.text.prose.contains(|c: char| !c.is_whitespace())
    }

    /// Converts the whole block to a unit's text and slot.
    pub(super) fn into_text_and_slot(self, context: SlotContext) -> (Text, Slot) {
        let ends = self.map.iter().map(|(_, piece)| piece).chain(&self.places);
        let span = ends.clone().map(|span| span.start).min().unwrap_or(0)..ends.map(|span| span.end).max().unwrap_or(0);
        let slot =
            Slot { outer: span.clone(), span, map: self.map, codes: self.places, context: context.as_str().to_owned() };
        (self.text, slot)
    }

    /// A part of the block as a separate block: the range must hold whole pieces of prose and whole pairs.
    pub(super) fn part(&self, prose: &Range<usize>, codes: Range<usize>) -> Self {
        let mut part = Self::new(self.file);
        let inner = cut(&self.text.prose, prose);
        inner.clone_into(&mut part.text.prose);
        let shift = |at: usize| at.saturating_sub(prose.start).min(inner.len());
        let first = self.map.partition_point(|(at, _)| *at <= prose.start).saturating_sub(1);
        for (index, (at, piece)) in self.map.iter().enumerate().skip(first) {
            if *at >= prose.end {
                break;
            }
            let next = self.map.get(index + 1).map_or(self.text.prose.len(), |(next, _)| *next);
            let mut piece = piece.clone();
            if next - at == piece.len() {
                piece = piece.start + prose.start.saturating_sub(*at)..piece.end - next.saturating_sub(prose.end);
            }
            part.map.push((shift(*at), piece));
        }
        let first_id = self.text.codes.get(codes.start).map_or(1, |(_, code)| code.id);
        for (at, code) in self.text.codes.get(codes.clone()).unwrap_or_default() {
            part.text.codes.push((shift(*at), Code { id: code.id.saturating_sub(first_id) + 1, ..code.clone() }));
        }
        part.places = self.places.get(codes).unwrap_or_default().to_vec();
        part
    }
}
