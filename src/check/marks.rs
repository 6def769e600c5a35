//! What the tools of translation leave in a text: marks of one kind, found in a translation.

use std::ops::Range;

/// Marks of one kind.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    marks: Vec<String>,
    /// Whether a mark begins with a byte.
    first: Vec<bool>,
}

impl Marks {
    pub(super) fn new(marks: &[String]) -> Self {
        let mut first = vec![false; 256];
        for byte in marks.iter().filter_map(|mark| mark.bytes().next()) {
            if let Some(is_first) = first.get_mut(usize::from(byte)) {
                *is_first = true;
            }
        }
        Self { marks: marks.iter().filter(|mark| !mark.is_empty()).cloned().collect(), first }
    }

    /// The first mark in a text that its source does not have, with the rest of a marker or a tag.
    pub(super) fn find(&self, source: &str, text: &str) -> Option<Range<usize>> {
        let may_begin = |byte: &u8| self.first.get(usize::from(*byte)).copied().unwrap_or(false);
        if !text.as_bytes().iter().any(may_begin) {
            return None;
        }
        let found = self.marks.iter().filter(|mark| !source.contains(mark.as_str()));
        let (at, mark) = found.filter_map(|mark| text.find(mark.as_str()).map(|at| (at, mark))).min()?;
        let rest = text.get(at + mark.len()..).unwrap_or_default();
        let close = if mark.starts_with('⟦') { '⟧' } else { '>' };
        let is_open = mark.starts_with(['⟦', '<']) && !mark.ends_with('>');
        let end =
            rest.char_indices().take(20).find(|(_, c)| is_open && *c == close).map_or(0, |(at, c)| at + c.len_utf8());
        Some(at..at + mark.len() + end)
    }
}
