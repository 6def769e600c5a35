//! Positions of a unit's prose in its file.

use std::ops::Range;

use crate::model::{Article, Slot, Unit};

/// The bytes of the article's file for the range `prose` of a unit's text, with its markup; empty if there is no such
/// unit.
#[must_use]
pub fn file_span(article: &Article, unit: usize, prose: &Range<usize>) -> Range<usize> {
    match (article.units.get(unit), article.skeleton.slots.get(unit)) {
        (Some(unit), Some(slot)) => part_span(unit, slot, prose),
        _ => 0..0,
    }
}

/// The bytes of the article's file for the range `prose` of a unit's text, without the markup around it, and whether
/// they include markup, which replacing them would remove.
#[must_use]
pub fn word_span(article: &Article, unit: usize, prose: &Range<usize>) -> (Range<usize>, bool) {
    let (Some(unit), Some(slot)) = (article.units.get(unit), article.skeleton.slots.get(unit)) else {
        return (0..0, false);
    };
    let total = unit.text.prose.len();
    let start = start_of(slot, total, prose.start);
    let span = start..end_of(slot, total, prose).max(start);
    let codes = slot.codes.get(slot.codes.partition_point(|code| code.start < span.start)..).unwrap_or_default();
    let mut codes = codes.iter().take_while(|code| code.start <= span.end);
    let has_markup = codes.any(|code| code.end <= span.end && !code.is_empty());
    (span, has_markup)
}

/// The bytes of the file for a part of a unit: its prose and the codes that belong to it.
pub(super) fn part_span(unit: &Unit, slot: &Slot, prose: &Range<usize>) -> Range<usize> {
    let codes = unit.text.codes_at(prose);
    let at = |index: usize| unit.text.codes.get(index).map(|(at, _)| *at);
    let first = slot.codes.get(codes.start).filter(|_| !codes.is_empty() && at(codes.start) == Some(prose.start));
    let last = codes.end.checked_sub(1).filter(|_| !codes.is_empty());
    let last = last.and_then(|index| slot.codes.get(index).filter(|_| at(index) == Some(prose.end)));
    let start = first.map_or_else(|| start_of(slot, unit.text.prose.len(), prose.start), |code| code.start);
    let end = last.map_or_else(|| end_of(slot, unit.text.prose.len(), prose), |code| code.end);
    start..end.max(start)
}

/// Where the character at `offset` of the prose begins in the file.
fn start_of(slot: &Slot, total: usize, offset: usize) -> usize {
    let after = slot.map.partition_point(|(at, _)| *at <= offset);
    let Some((at, file)) = after.checked_sub(1).and_then(|index| slot.map.get(index)) else { return slot.span.start };
    let next = slot.map.get(after).map_or(total, |(next, _)| *next);
    if next.saturating_sub(*at) == file.len() { (file.start + (offset - at)).min(file.end) } else { file.start }
}

/// Where the last character of a part of the prose ends in the file.
fn end_of(slot: &Slot, total: usize, prose: &Range<usize>) -> usize {
    if prose.is_empty() {
        return start_of(slot, total, prose.start);
    }
    let after = slot.map.partition_point(|(at, _)| *at < prose.end);
    let Some((at, file)) = after.checked_sub(1).and_then(|index| slot.map.get(index)) else { return slot.span.end };
    let next = slot.map.get(after).map_or(total, |(next, _)| *next);
    if next.saturating_sub(*at) == file.len() { (file.start + (prose.end - at)).min(file.end) } else { file.end }
}
