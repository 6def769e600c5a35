//! Small changes to a text that leave its codes in place.

use std::ops::Range;

use crate::model::{CodeKind, Text, cut};

/// A replacement of some bytes of a prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes replaced; empty for an insertion.
    pub span: Range<usize>,
    /// What stands there afterwards.
    pub replacement: String,
}

/// The prose after the edits, which are ascending and do not overlap; an edit that does is left out.
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

/// The text after the edits, each code between the same words as before.
///
/// At an insertion a closing code stays before what is inserted and any other goes behind it, so that a space never
/// slips into a link or an emphasis; a code within replaced bytes goes to their start.
#[must_use]
pub fn apply_to_text(text: &Text, edits: &[Edit]) -> Text {
    if edits.is_empty() {
        return text.clone();
    }
    let mut codes = Vec::with_capacity(text.codes.len());
    let mut rest = edits.iter().peekable();
    // What the edits before the current offset add and take away, in bytes.
    let (mut added, mut taken) = (0, 0);
    let mut last = 0;
    for (at, code) in &text.codes {
        while let Some(edit) =
            rest.next_if(|edit| edit.span.end < *at || (edit.span.end == *at && !edit.span.is_empty()))
        {
            added += edit.replacement.len();
            taken += edit.span.len();
        }
        let mut moved = (*at + added).saturating_sub(taken);
        if let Some(edit) = rest.peek() {
            if edit.span.is_empty() && edit.span.start == *at {
                if code.kind != CodeKind::Close {
                    moved += edit.replacement.len();
                }
            } else if edit.span.start < *at {
                moved = (edit.span.start + added).saturating_sub(taken);
            }
        }
        // Codes keep their order even where an insertion comes between two of one offset.
        last = moved.max(last);
        codes.push((last, code.clone()));
    }
    Text { prose: apply(&text.prose, edits), codes }
}
