//! A clause of the source that is gone from the middle of a sentence: several of its words in a row are not met in the
//! translation, and the lengths fit better without it.

use std::ops::Range;

use super::anchors::Anchor;

/// What speaks for a clause being gone, in tenths of a natural logarithm of the odds, from which it is worth a remark.
const GONE: i32 = 52;
/// How much an end at a mark speaks for it, and the weight of the lengths.
const AT_MARK: i32 = 10;
const LENGTH: f64 = 1.5;
/// Words in a row that are not met, at the least, and telling words of a text that are looked at.
const FEW: usize = 2;
const MANY: usize = 60;
/// Bytes of the smallest clause, and of a text that may lack one, and the share of a text that a clause may be.
const CLAUSE: usize = 15;
const TEXT: usize = 60;
const SHARE: f64 = 0.8;

/// The clause of a source that is most likely gone. `by_length` says how much the lengths speak for a part of so many bytes being
/// gone. The work is linear in the text, but for the telling words, of which a sentence has few.
pub(super) fn gap(source: &str, anchors: &[Anchor], by_length: impl Fn(usize) -> f64) -> Option<Range<usize>> {
    let is_missed = |anchor: &Anchor| anchor.weight < 0;
    if source.len() < TEXT || anchors.len() > MANY || !anchors.windows(FEW).any(|some| some.iter().all(is_missed)) {
        return None;
    }
    let marks = marks(source);
    let first_mark = |from: usize, to: usize| {
        let at = marks.partition_point(|mark| *mark <= from);
        marks.get(at).copied().filter(|mark| *mark <= to)
    };
    let last_mark = |from: usize, to: usize| {
        let at = marks.partition_point(|mark| *mark <= to).checked_sub(1)?;
        marks.get(at).copied().filter(|mark| *mark > from)
    };
    let mut best: Option<(i32, Range<usize>)> = None;
    for (first, start) in anchors.iter().enumerate().filter(|(_, anchor)| is_missed(anchor)) {
        let before = first.checked_sub(1).and_then(|before| anchors.get(before));
        let begin = match before {
            Some(before) => last_mark(before.at, start.at),
            None => last_mark(0, start.at).or(Some(0)),
        };
        let (mut lacking, mut missed) = (0, 0);
        for (last, end) in anchors.iter().enumerate().skip(first) {
            lacking -= end.weight;
            missed += usize::from(is_missed(end));
            if !is_missed(end) || missed < FEW {
                continue;
            }
            let next = anchors.get(last + 1).map_or(source.len(), |next| next.at);
            let stop = first_mark(end.at, next);
            let span = begin.unwrap_or(start.at)..stop.unwrap_or(next);
            #[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
            let is_most = span.len() as f64 > SHARE * source.len() as f64;
            if span.len() < CLAUSE || is_most {
                continue;
            }
            #[expect(clippy::cast_possible_truncation, reason = "a small number")]
            let length = (LENGTH * by_length(span.len())) as i32;
            let score = lacking + length + AT_MARK * (i32::from(begin.is_some()) + i32::from(stop.is_some()));
            if score >= GONE && best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, span));
            }
        }
    }
    best.map(|(_, span)| span)
}

/// Where a clause may begin or end: behind a mark, at a bracket or quotation mark, and at the end.
fn marks(text: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        match mark {
            ',' | ';' | ':' | '.' | '!' | '?' | '\u{2013}' | '\u{2014}' => marks.push(end),
            '-' if text.get(..at).is_some_and(|before| before.ends_with(' ')) => marks.push(end),
            '(' | ')' | '"' | '\u{201c}' | '\u{201d}' => marks.extend([at, end]),
            _ => {}
        }
    }
    marks.push(text.len());
    marks.dedup();
    marks
}
