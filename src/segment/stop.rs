//! A stop and what is attached to it: further stops, closing quotes and brackets, note numbers.

use super::{
    lexicon::CompiledRules,
    text::{before, char_at, is_word, skip_spaces},
};

/// How a run of stops ends a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StopKind {
    /// One period: it may belong to an abbreviation or a number.
    Period,
    /// With a `!`, `?` or another mark that only ends sentences.
    Strong,
    /// `…`, or two or more periods.
    Ellipsis,
    /// A full stop of a script that needs no white space after it.
    Tight,
}

/// A run of stops with what is attached to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct StopRun {
    /// Where the first stop begins.
    pub(super) start: usize,
    /// Where the stops end; the scan resumes here if the sentence continues.
    pub(super) marks: usize,
    /// Where the sentence would end: after closing quotes, brackets and note numbers.
    pub(super) end: usize,
    pub(super) kind: StopKind,
    /// The number of closing quotation marks.
    pub(super) quotes: usize,
    /// The number of closing brackets.
    pub(super) brackets: usize,
}

impl StopRun {
    /// Whether a quotation or bracket closes.
    pub(super) const fn has_closing(&self) -> bool {
        self.quotes + self.brackets > 0
    }
}

/// Reads the run that begins with the stop at `start`.
pub(super) fn read(text: &str, start: usize, lexicon: &CompiledRules) -> StopRun {
    let (mut periods, mut strong, mut ellipsis, mut tight) = (0, false, false, false);
    let mut at = start;
    // The end after the first mark, for spaced periods after a period attached to a word.
    let mut first = start;
    let mut spaced = 0;
    while let Some(mark) = char_at(text, at) {
        match mark {
            '.' => periods += 1,
            '…' | '‥' => ellipsis = true,
            _ if lexicon.mark(mark).tight => tight = true,
            _ if lexicon.mark(mark).stop => strong = true,
            // U+FE0E, U+FE0F: the presentation of the mark before (‼️).
            '\u{FE0E}' | '\u{FE0F}' if at > start => {}
            _ => break,
        }
        at += mark.len_utf8();
        if first == start {
            first = at;
        }
        if let Some(next) = spaced_stop(text, at, lexicon) {
            spaced += 1;
            at = next;
        }
    }
    let attached = before(text, start).is_some_and(is_word);
    let kind = match () {
        () if strong => StopKind::Strong,
        () if tight => StopKind::Tight,
        () if ellipsis || periods > 1 => StopKind::Ellipsis,
        () => StopKind::Period,
    };
    let mut run = StopRun { start, marks: at, end: at, kind, quotes: 0, brackets: 0 };
    if kind == StopKind::Ellipsis && attached && periods == 4 && spaced == 3 {
        // "they left. . . . The": the sentence's own period, then an omission before the next one.
        run.end = first;
        return run;
    }
    read_closing(text, &mut run, lexicon);
    run
}

/// The next stop of a spaced run (`. . .`, `? !`): one space on, and not the beginning of `.5` or `.com`.
fn spaced_stop(text: &str, at: usize, lexicon: &CompiledRules) -> Option<usize> {
    let space = char_at(text, at).filter(|&c| c == ' ' || c == '\u{A0}')?;
    let next = at + space.len_utf8();
    let mark = char_at(text, next)?;
    if mark != '.' && !lexicon.mark(mark).stop {
        return None;
    }
    let after = char_at(text, next + mark.len_utf8());
    (!after.is_some_and(is_word)).then_some(next)
}

/// Moves the run's end past closing marks.
fn read_closing(text: &str, run: &mut StopRun, lexicon: &CompiledRules) {
    let mut at = run.end;
    while let Some(mark) = char_at(text, at) {
        let width = mark.len_utf8();
        let after = char_at(text, at + width);
        let roles = lexicon.mark(mark);
        if roles.closing {
            // `."Next`: a mark that does both opens before a letter.
            if roles.opening && after.is_some_and(is_word) {
                break;
            }
            if matches!(mark, ')' | ']' | '}' | '）' | '］' | '｝') { run.brackets += 1 } else { run.quotes += 1 }
        } else if mark == '[' {
            let Some(end) = note(text, at) else { break };
            at = end;
            run.end = at;
            continue;
        } else if mark == '<' && after == Some('/') {
            let Some(end) = tag(text, at) else { break };
            at = end;
            run.end = at;
            continue;
        } else if !(is_superscript(mark)
            || is_pictograph(mark)
            || matches!(mark, '*' | '_')
            || (mark.is_control() && !mark.is_whitespace()))
        {
            break;
        }
        at += width;
        run.end = at;
    }
    // Note numbers and lone quotes after a space: `the treaty. [3] [4] It`, `who knows ? '' He`.
    loop {
        let next = skip_spaces(text, run.end);
        match char_at(text, next) {
            Some('[') => match note(text, next) {
                Some(end) => run.end = end,
                None => break,
            },
            Some('"' | '\'') if !run.has_closing() && next > run.end => {
                let Some(end) = lone_quote(text, next) else { break };
                run.end = end;
                run.quotes += 1;
            }
            Some(mark) if is_pictograph(mark) => {
                let Some(end) = pictographs(text, next) else { break };
                run.end = end;
            }
            _ => break,
        }
    }
}

/// The end of a quote with white space, or nothing, after it: it closes speech.
fn lone_quote(text: &str, at: usize) -> Option<usize> {
    let quote = char_at(text, at)?;
    let mut end = at + quote.len_utf8();
    if quote == '\'' && char_at(text, end) == Some('\'') {
        end += 1;
    }
    char_at(text, end).is_none_or(char::is_whitespace).then_some(end)
}

/// The end of a note number in square brackets (`[12]`).
fn note(text: &str, at: usize) -> Option<usize> {
    let digits = text.get(at + 1..)?.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let end = at + 1 + digits;
    (digits > 0 && char_at(text, end) == Some(']')).then_some(end + 1)
}

/// The end of a closing tag (`</b>`).
fn tag(text: &str, at: usize) -> Option<usize> {
    let name = text.get(at + 2..)?.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
    let end = at + 2 + name;
    (name > 0 && char_at(text, end) == Some('>')).then_some(end + 1)
}

/// The end of a run of pictographs that comment on the sentence; a single one before more text is a sign that begins
/// that text.
fn pictographs(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let tail = rest.trim_start_matches(is_pictograph);
    let end = text.len() - tail.len();
    let joins = |c: &char| matches!(c, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
    let several = rest.get(..end - at)?.chars().filter(|c| !joins(c)).nth(1).is_some();
    let alone = tail.starts_with(char::is_whitespace) && several;
    (alone || tail.trim_start().is_empty()).then_some(end)
}

const fn is_superscript(mark: char) -> bool {
    matches!(mark, '¹' | '²' | '³' | '⁰'..='⁹')
}

/// Whether a character is an emoji, or one that joins or colours emoji.
pub(super) const fn is_pictograph(mark: char) -> bool {
    matches!(mark, '\u{1F1E6}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{200D}' | '\u{FE0E}' | '\u{FE0F}')
}
