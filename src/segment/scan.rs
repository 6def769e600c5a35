//! One pass over the text that finds what could separate two sentences and has it decided.

use std::ops::Range;

use super::{
    around::{Gap, Opening, Start, next_after},
    decide::end_at,
    lexicon::{ByteClass, CompiledRules},
    lists::{Label, break_at, item_at, next_label},
    stop::{self, StopRun, is_pictograph},
    text::{before, char_at, has_blank_line, is_letter, is_upper, is_word, skip_space, skip_space_back},
};

/// The maximum distance from a stop to the end of a bracket that contains it, in bytes.
const BRACKET: usize = 1000;

/// The sentence being scanned.
struct OpenSentence {
    start: usize,
    /// Brackets opened in this sentence and not closed yet, and where the first of them opened.
    depth: usize,
    opened: usize,
    /// Brackets that an earlier sentence has left open.
    outer: usize,
    /// Guillemets opened in this sentence, and those that an earlier one has left open.
    quotes: usize,
    quoted: usize,
    label: Option<Label>,
}

/// Positions ahead, found once and cached until the scan has passed them; `usize::MAX` where there is none.
#[derive(Default)]
struct Ahead {
    open: Option<usize>,
    close: Option<usize>,
    blank: Option<usize>,
}

impl Ahead {
    /// The position cached in `slot`, found again by `find` once the scan has passed it.
    fn position(slot: &mut Option<usize>, from: usize, find: impl FnOnce(usize) -> Option<usize>) -> usize {
        match *slot {
            Some(position) if position >= from => position,
            _ => *slot.insert(find(from).unwrap_or(usize::MAX)),
        }
    }
}

/// The sentences of a text; `forbidden` are the spans inside which none may end.
pub(super) fn sentences(text: &str, forbidden: &[Range<usize>], lexicon: &CompiledRules) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut whole_spans = WholeSpans::new(forbidden);
    let mut sentence = begin(text, skip_space(text, 0), 0, 0, lexicon);
    let mut ahead = Ahead::default();
    let mut at = sentence.start;
    let bytes = text.as_bytes();
    while let Some(step) =
        bytes.get(at..).and_then(|rest| rest.iter().position(|&b| lexicon.class(b) != ByteClass::Plain))
    {
        at += step;
        let byte = bytes.get(at).copied().unwrap_or_default();
        let (mut edge, mut past) = (None, at + 1);
        match lexicon.class(byte) {
            ByteClass::Plain => {}
            ByteClass::Newline => {
                edge = break_at(text, at, lexicon);
                past = skip_space(text, at).max(past);
            }
            ByteClass::Colon => edge = utterance(text, at, lexicon),
            ByteClass::Open => open(text, at, &mut sentence),
            ByteClass::Close => edge = close(text, at, &mut sentence, &mut past, lexicon),
            ByteClass::Stop => (edge, past) = stop_at(text, at, &sentence, &mut ahead, lexicon),
            ByteClass::Lead => {
                let mark = char_at(text, at).unwrap_or('\0');
                past = at + mark.len_utf8();
                let roles = lexicon.mark(mark);
                if mark == '«' {
                    sentence.quotes += 1;
                } else if mark == '»' {
                    edge = end_of_speech(text, at, &mut sentence, lexicon);
                } else if roles.stop {
                    (edge, past) = stop_at(text, at, &sentence, &mut ahead, lexicon);
                } else if roles.bullet {
                    edge = next_item(text, at, &sentence);
                } else if mark == '\u{2029}' {
                    edge = break_at(text, at, lexicon);
                } else if is_pictograph(mark) {
                    (edge, past) = pictograph(text, at, &sentence, lexicon);
                }
            }
        }
        if let Some((end, next)) = edge
            && end > sentence.start
            && next < text.len()
            && whole_spans.allows(end, next)
        {
            out.push(sentence.start..end);
            let (outer, quoted) = left_open(text, at, end, next, &sentence);
            sentence = begin(text, next, outer, quoted, lexicon);
            at = if next < past { past } else { next };
        } else {
            at = past;
        }
    }
    let end = text.trim_end().len();
    if sentence.start < end {
        out.push(sentence.start..end);
    }
    out
}

fn begin(text: &str, start: usize, outer: usize, quoted: usize, lexicon: &CompiledRules) -> OpenSentence {
    OpenSentence { start, depth: 0, opened: 0, outer, quotes: 0, quoted, label: next_label(text, start, lexicon) }
}

/// The brackets and guillemets that a sentence leaves open for the next one, if it ends at `end` with the run of stops
/// at `at`; a paragraph leaves none.
fn left_open(text: &str, at: usize, end: usize, next: usize, sentence: &OpenSentence) -> (usize, usize) {
    if has_blank_line(text, end, next) {
        return (0, 0);
    }
    let run = text.get(at..end).unwrap_or_default();
    let (mut outer, mut quoted) = (sentence.outer + sentence.depth, sentence.quoted + sentence.quotes);
    for mark in run.chars() {
        match mark {
            ')' | ']' => outer = outer.saturating_sub(1),
            '»' => quoted = quoted.saturating_sub(1),
            _ => {}
        }
    }
    (outer, quoted)
}

/// The end of speech of several sentences, the last without a stop («Мы чакаем. Нам нічога не кажуць» Прэс-сакратар…).
fn end_of_speech(
    text: &str,
    at: usize,
    sentence: &mut OpenSentence,
    lexicon: &CompiledRules,
) -> Option<(usize, usize)> {
    if sentence.quotes > 0 {
        sentence.quotes -= 1;
        return None;
    }
    sentence.quoted = sentence.quoted.checked_sub(1)?;
    let end = at + '»'.len_utf8();
    let next = next_after(text, end, lexicon);
    let ends = next.gap == Gap::Space && !next.dash && next.start == Start::Upper;
    (ends && sentence.quoted == 0).then_some((end, next.at))
}

/// The end of the sentence and the beginning of the next one at a stop, and where the scan resumes.
fn stop_at(
    text: &str,
    at: usize,
    sentence: &OpenSentence,
    ahead: &mut Ahead,
    lexicon: &CompiledRules,
) -> (Option<(usize, usize)>, usize) {
    if let Some(next) = next_item(text, at, sentence) {
        return (Some(next), at + 1);
    }
    let run = stop::read(text, at, lexicon);
    if is_inside_bracket(text, &run, sentence, ahead) {
        return (None, run.marks);
    }
    let edge = end_at(text, sentence.start, &run, lexicon).map(|end| (end, skip_space(text, end)));
    (edge, run.marks)
}

/// The next item of the list that the sentence began.
fn next_item(text: &str, at: usize, sentence: &OpenSentence) -> Option<(usize, usize)> {
    let start = item_at(text, at, sentence.label.as_ref()?)?;
    (start > sentence.start).then(|| (skip_space_back(text, start), start))
}

/// Speech after a colon, begun with a dash (Он спросил: — Куда?).
fn utterance(text: &str, at: usize, lexicon: &CompiledRules) -> Option<(usize, usize)> {
    let next = next_after(text, at + 1, lexicon);
    (next.gap != Gap::None && next.dash && next.opening == Opening::None && next.start == Start::Upper)
        .then_some((at + 1, next.at))
}

/// Whether a bracket that opened in mid-sentence contains the stop.
fn is_inside_bracket(text: &str, run: &StopRun, sentence: &OpenSentence, ahead: &mut Ahead) -> bool {
    if sentence.depth <= run.brackets || sentence.opened == sentence.start {
        return false;
    }
    let find = |one, other| {
        move |from| {
            text.as_bytes().get(from..).and_then(|rest| memchr::memchr2(one, other, rest)).map(|step| from + step)
        }
    };
    let close = Ahead::position(&mut ahead.close, run.marks, find(b')', b']'));
    // If another bracket opens before this one closes, this one was never closed.
    close != usize::MAX
        && close - run.marks <= BRACKET
        && Ahead::position(&mut ahead.open, run.marks, find(b'(', b'[')) > close
        && Ahead::position(&mut ahead.blank, run.marks, |from| next_blank(text, from)) > close
}

/// The next blank line from `at`.
fn next_blank(text: &str, at: usize) -> Option<usize> {
    let mut from = at;
    while let Some(step) = text.as_bytes().get(from..).and_then(|rest| memchr::memchr(b'\n', rest)) {
        let newline = from + step;
        let next = skip_space(text, newline);
        if has_blank_line(text, newline, next) {
            return Some(newline);
        }
        from = next;
    }
    None
}

fn open(text: &str, at: usize, sentence: &mut OpenSentence) {
    // `:(` and `((` are sad faces.
    if matches!(before(text, at), Some(':' | ';' | '=' | '(')) {
        return;
    }
    if sentence.depth == 0 {
        sentence.opened = at;
    }
    sentence.depth += 1;
}

/// A closing bracket: the end of a bracket, of a list's label, or a smiley that ends an informal sentence.
fn close(
    text: &str,
    at: usize,
    sentence: &mut OpenSentence,
    past: &mut usize,
    lexicon: &CompiledRules,
) -> Option<(usize, usize)> {
    if let Some(edge) = next_item(text, at, sentence) {
        return Some(edge);
    }
    let face = matches!(before(text, at), Some(':' | ';' | '='))
        || text.get(..at).is_some_and(|head| head.ends_with(":-") || head.ends_with(";-"));
    if !face && sentence.depth > 0 {
        sentence.depth -= 1;
        return None;
    }
    if !face && sentence.outer > 0 {
        sentence.outer -= 1;
        return None;
    }
    let run = text.get(at..).unwrap_or_default().bytes().take_while(|&byte| byte == b')').count();
    if run == 0 {
        return None;
    }
    *past = at + run;
    if run == 1 && !face && (is_label(text, at) || at - sentence.start <= 8) {
        return None;
    }
    let next = next_after(text, *past, lexicon);
    ((next.gap != Gap::None || face) && next.start == Start::Upper).then_some((*past, next.at))
}

/// Whether the bracket closes a label (`б)`, `12)`).
fn is_label(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let tail = head.trim_end_matches(is_word);
    let label = head.len() - tail.len();
    label == 0 || head.get(tail.len()..).is_some_and(|label| label.chars().count() <= 2)
}

/// A run of pictographs after words: a capital after white space begins the next sentence.
fn pictograph(
    text: &str,
    at: usize,
    sentence: &OpenSentence,
    lexicon: &CompiledRules,
) -> (Option<(usize, usize)>, usize) {
    let len: usize =
        text.get(at..).unwrap_or_default().chars().take_while(|&c| is_pictograph(c)).map(char::len_utf8).sum();
    let past = at + len.max(1);
    let head = text.get(sentence.start..at).unwrap_or_default().trim_end();
    let next = skip_space(text, past);
    let after_words = head.ends_with(|c: char| is_letter(c) || lexicon.mark(c).stop || lexicon.mark(c).closing);
    let ends = after_words && next > past && char_at(text, next).is_some_and(is_upper);
    (ends.then_some((past, next)), past)
}

/// Spans that must stay whole, visited in order.
struct WholeSpans {
    spans: Vec<Range<usize>>,
    next: usize,
    farthest: usize,
}

impl WholeSpans {
    fn new(spans: &[Range<usize>]) -> Self {
        let mut spans = spans.to_vec();
        spans.sort_unstable_by_key(|span| span.start);
        Self { spans, next: 0, farthest: 0 }
    }

    /// Whether the gap from `end` to `next` splits no span: each ends by `end` or begins at `next` or later. Gaps must
    /// be passed in ascending order.
    fn allows(&mut self, end: usize, next: usize) -> bool {
        while let Some(span) = self.spans.get(self.next).filter(|span| span.start < next) {
            self.farthest = self.farthest.max(span.end);
            self.next += 1;
        }
        self.farthest <= end
    }
}
