//! What of a target stands in the quotation marks of its locale? A house may leave those words to the speaker.

use std::ops::Range;

use super::Language;

/// The bytes of a text that stand in quotation marks, ascending. A quotation that does not end in the text goes on to
/// its end, and `open` carries its marks into the next sentence of the paragraph.
pub(super) fn quoted<'a>(prose: &str, language: &'a Language, open: &mut Vec<&'a str>) -> Vec<Range<usize>> {
    let pairs = [&language.quotes, &language.inner_quotes];
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, _) in prose.char_indices() {
        let rest = prose.get(at..).unwrap_or_default();
        let begins = |mark: &str| !mark.is_empty() && rest.starts_with(mark);
        // Where both marks are the same, an open one is closed.
        if let Some(close) = open.last().copied().filter(|close| begins(close)) {
            open.pop();
            if open.is_empty() {
                spans.push(start..at + close.len());
            }
        } else if let Some((_, close)) = pairs.into_iter().find(|(mark, close)| begins(mark) && !close.is_empty()) {
            if open.is_empty() {
                start = at;
            }
            open.push(close);
        }
    }
    if !open.is_empty() {
        spans.push(start..prose.len());
    }
    spans
}
