//! Edits of a text that keep its codes in place.

use std::ops::Range;

use crate::model::{CodeKind, Text, cut};

/// A replacement of a range of bytes of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes replaced; empty for an insertion.
    pub span: Range<usize>,
    /// The text that replaces them.
    pub replacement: String,
}

/// Applies ascending edits to prose; an edit that overlaps the one before is skipped.
#[must_use]
pub fn apply(prose: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(prose.len() + edits.len() * 2);
    let mut from = 0;
    for edit in edits {
        if edit.span.start < from || edit.span.end < edit.span.start || edit.span.end > prose.len() {
            continue;
        }
        out.push_str(cut(prose, &(from..edit.span.start)));
        out.push_str(&edit.replacement);
        from = edit.span.end;
    }
    out.push_str(cut(prose, &(from..prose.len())));
    out
}

/// Applies ascending edits to a text; each code stays between the same words.
///
/// At an insertion, a closing code stays before the inserted text and any other goes after it, so that a space never
/// slips into a link or an emphasis; a code within replaced bytes moves to their start.
#[must_use]
pub fn apply_to_text(text: &Text, edits: &[Edit]) -> Text {
    if edits.is_empty() {
        return text.clone();
    }
    let mut codes = Vec::with_capacity(text.codes.len());
    let mut rest = edits.iter().peekable();
    // Bytes added and removed by the edits before the current offset.
    let (mut added, mut removed) = (0, 0);
    let mut last = 0;
    for (at, code) in &text.codes {
        while let Some(edit) =
            rest.next_if(|edit| edit.span.end < *at || (edit.span.end == *at && !edit.span.is_empty()))
        {
            added += edit.replacement.len();
            removed += edit.span.len();
        }
        let mut moved = (*at + added).saturating_sub(removed);
        if let Some(edit) = rest.peek() {
            if edit.span.is_empty() && edit.span.start == *at {
                if code.kind != CodeKind::Close {
                    moved += edit.replacement.len();
                }
            } else if edit.span.start < *at {
                moved = (edit.span.start + added).saturating_sub(removed);
            }
        }
        // Codes keep their order even where an insertion falls between two at one offset.
        last = moved.max(last);
        codes.push((last, code.clone()));
    }
    Text { prose: apply(&text.prose, edits), codes }
}
