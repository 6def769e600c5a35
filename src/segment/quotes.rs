//! Quotations inside which no sentence ends: a quotation within a quotation, and a title in mid-sentence.

use super::{
    lexicon::CompiledRules,
    stop::StopRun,
    text::{before, char_at, is_lower, is_word, skip_space},
};

/// The maximum distance to either mark of a quotation that stays whole, in bytes.
const REACH: usize = 500;
/// The same for a title.
const TITLE: usize = 100;

/// Whether the stop is inside a quotation that stays whole.
pub(super) fn is_inside_quote(text: &str, start: usize, run: &StopRun, lexicon: &CompiledRules) -> bool {
    lexicon.whole.iter().any(|&(open, close)| is_inside_inner(text, start, run, open, close, lexicon))
        || is_inside_title(text, start, run)
}

/// Whether the stop is inside a quotation within a quotation, by the marks that the language uses for them.
fn is_inside_inner(text: &str, start: usize, run: &StopRun, open: char, close: char, lexicon: &CompiledRules) -> bool {
    let low = text.ceil_char_boundary(run.start.saturating_sub(REACH).max(start)).min(run.start);
    let head = text.get(low..run.start).unwrap_or_default();
    let tail = text.get(run.marks..run.end).unwrap_or_default();
    if head.rfind(open).is_none() || tail.contains(close) {
        return false;
    }
    // The last opening mark, with no closing mark after it.
    let mut opened = None;
    for (at, mark) in head.rmatch_indices([open, close]) {
        let at = low + at;
        if mark.starts_with(open) && opens(text, at, open, lexicon) {
            opened = Some(at);
            break;
        }
        if mark.starts_with(close) && closes(text, at, close, lexicon) {
            return false;
        }
    }
    if opened.is_none() {
        return false;
    }
    let high = text.floor_char_boundary(run.end.saturating_add(REACH));
    let rest = text.get(run.end..high).unwrap_or_default();
    for (at, mark) in rest.match_indices([open, close]) {
        let at = run.end + at;
        if mark.starts_with(close) && closes(text, at, close, lexicon) {
            return true;
        }
        if mark.starts_with(open) && opens(text, at, open, lexicon) {
            return false;
        }
    }
    false
}

/// Whether the mark at `at` opens: only white space or another opening mark comes before it, a word after it.
fn opens(text: &str, at: usize, open: char, lexicon: &CompiledRules) -> bool {
    before(text, at).is_none_or(|c| c.is_whitespace() || lexicon.mark(c).opening)
        && char_at(text, at + open.len_utf8()).is_some_and(|c| is_word(c) || lexicon.mark(c).opening)
}

/// Whether the mark at `at` closes speech: an apostrophe has no stop or comma before it.
fn closes(text: &str, at: usize, close: char, lexicon: &CompiledRules) -> bool {
    let after = char_at(text, at + close.len_utf8());
    !after.is_some_and(is_word)
        && (!close.is_ascii() || before(text, at).is_some_and(|c| matches!(c, '.' | ',') || lexicon.mark(c).stop))
}

/// Whether the stop is inside a short quotation around which the sentence continues (фильм «Город. Хроника», который…).
fn is_inside_title(text: &str, start: usize, run: &StopRun) -> bool {
    if run.quotes > 0 {
        return false;
    }
    let low = text.ceil_char_boundary(run.start.saturating_sub(TITLE).max(start)).min(run.start);
    let head = text.get(low..run.start).unwrap_or_default();
    // The bytes with which the marks below begin: mostly there are none.
    if memchr::memchr3(0xAB, 0xE2, b'"', head.as_bytes()).is_none() {
        return false;
    }
    let Some((at, open)) = head.rmatch_indices(['«', '»', '“', '”', '"']).next() else { return false };
    let at = low + at;
    let close = match open {
        "«" => '»',
        "“" => '”',
        "\"" if before(text, at).is_some_and(char::is_whitespace) => '"',
        _ => return false,
    };
    // A quotation after a colon or comma is speech, and so is one that begins the sentence.
    let lead = text.get(..at).unwrap_or_default().trim_end();
    if at <= start || !lead.ends_with(is_word) {
        return false;
    }
    let high = text.floor_char_boundary(run.end.saturating_add(TITLE));
    let rest = text.get(run.end..high).unwrap_or_default();
    let Some(end) = rest.find(close) else { return false };
    let after = run.end + end + close.len_utf8();
    let comma = char_at(text, after) == Some(',');
    let next = skip_space(text, after + usize::from(comma));
    next > after && char_at(text, next).is_some_and(is_lower)
}
