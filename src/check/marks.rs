//! What the tools of translation leave in a text: marks of several kinds, found in a translation.

use std::ops::Range;

use super::signs::Signs;

/// Marks, by kind.
#[derive(Debug, Clone)]
pub(super) struct Marks {
    kinds: Vec<Vec<String>>,
    /// The first bytes of all.
    begins: Signs,
    /// All, by their first byte.
    by_first: Vec<Vec<String>>,
}

impl Marks {
    pub(super) fn new<'a>(kinds: impl Iterator<Item = &'a Vec<String>>) -> Self {
        let is_mark = |mark: &&String| !mark.is_empty();
        let kinds: Vec<Vec<String>> = kinds.map(|marks| marks.iter().filter(is_mark).cloned().collect()).collect();
        let begins: Vec<u8> = kinds.iter().flatten().filter_map(|mark| mark.bytes().next()).collect();
        let mut by_first = vec![Vec::new(); 256];
        for (first, mark) in begins.iter().zip(kinds.iter().flatten()) {
            if let Some(marks) = by_first.get_mut(usize::from(*first)) {
                marks.push(mark.clone());
            }
        }
        Self { begins: Signs::of_bytes(&begins), kinds, by_first }
    }

    /// Of each kind the first mark in a text with some signs that its source does not have, with the rest of a marker or a tag.
    pub(super) fn find(&self, source: &str, text: &str, signs: Signs) -> Vec<Range<usize>> {
        if !signs.may_have(self.begins) || !self.are_in(text) {
            return Vec::new();
        }
        self.kinds.iter().filter_map(|marks| first_of(marks, source, text)).collect()
    }

    /// Whether a text has one of them.
    fn are_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.iter().enumerate().any(|(at, byte)| {
            let mut marks = self.by_first.get(usize::from(*byte)).into_iter().flatten();
            marks.any(|mark| bytes.get(at..).is_some_and(|rest| rest.starts_with(mark.as_bytes())))
        })
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
