//! Quoted parts of a target, whose wording the settings may leave to the speaker.

use std::ops::Range;

use super::Language;

/// Byte ranges of a text in its locale's quotation marks, ascending. An unclosed quotation extends to the end of the
/// text, and `open` carries its closing marks into the next sentence of the paragraph.
pub(super) fn quoted_spans<'a>(prose: &str, language: &'a Language, open: &mut Vec<&'a str>) -> Vec<Range<usize>> {
    let pairs = [&language.quotes, &language.inner_quotes];
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, _) in prose.char_indices() {
        let rest = prose.get(at..).unwrap_or_default();
        let begins = |mark: &str| !mark.is_empty() && rest.starts_with(mark);
        // Where both marks are the same, the mark closes an open quotation.
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
