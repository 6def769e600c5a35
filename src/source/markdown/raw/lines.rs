//! The lines of raw HTML as one text, with their places in the file.

use std::{borrow::Cow, ops::Range};

use crate::{model::cut, source::bytes};

/// HTML without what quotes and lists put before its lines.
pub(super) struct Lines<'a> {
    file: &'a str,
    text: Cow<'a, str>,
    /// For each line, its offset in the text and in the file.
    starts: Vec<(usize, usize)>,
}

impl<'a> Lines<'a> {
    /// The lines at the given bytes of the file.
    pub(super) fn new(file: &'a str, lines: &[Range<usize>]) -> Self {
        let mut text = String::new();
        let mut starts = Vec::with_capacity(lines.len());
        for line in lines.iter().filter(|line| !line.is_empty()) {
            starts.push((text.len(), line.start));
            text.push_str(bytes(file, line));
        }
        Self { file, text: Cow::Owned(text), starts }
    }

    /// A tag within a paragraph, whose later lines may stand in quotes.
    pub(super) fn of_inline(file: &'a str, span: &Range<usize>) -> Self {
        let source = bytes(file, span);
        if !source.contains('\n') {
            return Self { file, text: Cow::Borrowed(source), starts: vec![(0, span.start)] };
        }
        let mut lines = Vec::new();
        let mut at = span.start;
        for (index, line) in source.split_inclusive('\n').enumerate() {
            let marks = if index == 0 { 0 } else { line.len() - line.trim_start_matches([' ', '\t', '>']).len() };
            lines.push(at + marks..at + line.len());
            at += line.len();
        }
        Self::new(file, &lines)
    }

    /// The whole file.
    pub(super) const fn file(&self) -> &'a str {
        self.file
    }

    /// The joined lines.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A part of the joined lines.
    pub(super) fn cut(&self, span: &Range<usize>) -> &str {
        cut(&self.text, span)
    }

    /// The bytes of the file that hold a part of the joined lines.
    pub(super) fn place(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.place_of(span.start);
        start..if span.is_empty() { start } else { self.place_of(span.end - 1) + 1 }
    }

    fn place_of(&self, at: usize) -> usize {
        let line = self.starts.partition_point(|(start, _)| *start <= at).checked_sub(1);
        line.and_then(|line| self.starts.get(line)).map_or(at, |(start, place)| place + (at - start))
    }
}
