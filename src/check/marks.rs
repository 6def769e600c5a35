//! What the tools of translation leave in a text: marks of several kinds, found in a translation.

use std::ops::Range;

/// Marks, by kind.
#[derive(Debug, Clone)]
pub(super) struct Marks {
    kinds: Vec<Vec<String>>,
    /// Whether a byte is the first of a mark, and whether it is the second.
    first: [bool; 256],
    second: [bool; 256],
}

impl Marks {
    pub(super) fn new<'a>(kinds: impl Iterator<Item = &'a Vec<String>>) -> Self {
        let is_mark = |mark: &&String| !mark.is_empty();
        let kinds: Vec<Vec<String>> = kinds.map(|marks| marks.iter().filter(is_mark).cloned().collect()).collect();
        let (mut first, mut second) = ([false; 256], [false; 256]);
        for mark in kinds.iter().flatten() {
            for (list, byte) in [&mut first, &mut second].into_iter().zip(mark.bytes()) {
                if let Some(is_known) = list.get_mut(usize::from(byte)) {
                    *is_known = true;
                }
            }
            // Anything may follow a single byte.
            if mark.len() == 1 {
                second.fill(true);
            }
        }
        Self { kinds, first, second }
    }

    /// Of each kind the first mark in a text that its source does not have, with the rest of a marker or a tag.
    pub(super) fn find(&self, source: &str, text: &str) -> Vec<Range<usize>> {
        let is_in = |list: &[bool; 256], byte: u8| list.get(usize::from(byte)).copied().unwrap_or(false);
        let next = |at: usize| text.as_bytes().get(at + 1).copied().unwrap_or_default();
        if !text.bytes().enumerate().any(|(at, byte)| is_in(&self.first, byte) && is_in(&self.second, next(at))) {
            return Vec::new();
        }
        self.kinds.iter().filter_map(|marks| first_of(marks, source, text)).collect()
    }
}

/// The first of several marks in a text that its source does not have.
fn first_of(marks: &[String], source: &str, text: &str) -> Option<Range<usize>> {
    let found = marks.iter().filter_map(|mark| text.find(mark.as_str()).map(|at| (at, mark)));
    let (at, mark) = found.filter(|(_, mark)| !source.contains(mark.as_str())).min()?;
    let rest = text.get(at + mark.len()..).unwrap_or_default();
    let close = if mark.starts_with('⟦') { '⟧' } else { '>' };
    let is_open = mark.starts_with(['⟦', '<']) && !mark.ends_with('>');
    let end = rest.char_indices().take(20).find(|(_, c)| is_open && *c == close).map_or(0, |(at, c)| at + c.len_utf8());
    Some(at..at + mark.len() + end)
}
