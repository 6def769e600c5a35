//! Items of a list inside running text, and lines that begin one.

use super::{
    lexicon::CompiledRules,
    text::{before, char_at, is_upper, is_word, skip_space, skip_space_back, skip_spaces},
};

/// The label expected of the next item in the list that a sentence began (`1.`, `b)`, `(iii)`, `•`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    bullet: Option<char>,
    open: bool,
    labels: Vec<String>,
    /// `.`, `)` or `.)`
    tail: &'static str,
}

const ROMAN: [&str; 20] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
    "xviii", "xix", "xx",
];

/// The longest label, in bytes.
const LONGEST: usize = 8;

/// The label of the list's next item, if the text at `at` begins an item.
pub(super) fn next_label(text: &str, at: usize, lexicon: &CompiledRules) -> Option<Label> {
    let first = char_at(text, at)?;
    if lexicon.mark(first).bullet && !first.is_ascii() {
        return Some(Label { bullet: Some(first), open: false, labels: Vec::new(), tail: "" });
    }
    let (open, label, tail, _) = read_label(text, at)?;
    let mut labels = Vec::new();
    if let Ok(number) = label.parse::<u32>() {
        labels.push((number + 1).to_string());
    } else {
        if let Some(place) = ROMAN.iter().position(|roman| *roman == label) {
            labels.extend(ROMAN.get(place + 1).map(|roman| (*roman).to_owned()));
        }
        let mut letters = label.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && let Some(next) = following(letter)
        {
            labels.push(next.to_string());
        }
    }
    (!labels.is_empty()).then_some(Label { bullet: None, open, labels, tail })
}

/// The letter after one in the alphabet; be and uk lists count а, б, в… without the letters that only they have.
fn following(letter: char) -> Option<char> {
    let next = char::from_u32(letter as u32 + 1)?;
    (next.is_lowercase() && letter.is_lowercase()).then_some(next)
}

/// Where the next item begins, if the mark at `at` (its stop, bracket or bullet) ends the expected label and a capital
/// or number follows.
pub(super) fn item_at(text: &str, at: usize, label: &Label) -> Option<usize> {
    if let Some(bullet) = label.bullet {
        let start = (char_at(text, at) == Some(bullet)).then_some(at)?;
        return before(text, start).is_some_and(char::is_whitespace).then_some(start);
    }
    let low = text.ceil_char_boundary(at.saturating_sub(LONGEST)).min(at);
    let head = text.get(low..at)?;
    let expected = label.labels.iter().find(|expected| head.ends_with(expected.as_str()))?;
    let start = at - expected.len();
    let start = if label.open { start - usize::from(before(text, start)? == '(') } else { start };
    if label.open != (char_at(text, start) == Some('(')) || !before(text, start).is_some_and(char::is_whitespace) {
        return None;
    }
    // "а) Мінск; б) Гродна": one sentence.
    if text.get(..start)?.trim_end().ends_with([';', ',']) {
        return None;
    }
    let rest = text.get(at..)?.strip_prefix(label.tail)?;
    let after = skip_space(text, text.len() - rest.len());
    (after > text.len() - rest.len() && char_at(text, after).is_some_and(|c| is_upper(c) || c.is_numeric()))
        .then_some(start)
}

/// Reads a label: whether a bracket opens it, its number or letters, its tail, and the position after it.
fn read_label(text: &str, at: usize) -> Option<(bool, &str, &'static str, usize)> {
    let rest = text.get(at..)?;
    let (open, rest) = rest.strip_prefix('(').map_or((false, rest), |rest| (true, rest));
    let len: usize = rest.chars().take(5).take_while(|c| is_word(*c)).map(char::len_utf8).sum();
    let label = rest.get(..len).filter(|label| !label.is_empty() && label.len() <= LONGEST)?;
    let numeric = label.bytes().all(|byte| byte.is_ascii_digit()) && len <= 3;
    let small = label.chars().all(char::is_lowercase) && (label.chars().nth(1).is_none() || ROMAN.contains(&label));
    if !numeric && !small {
        return None;
    }
    let tail = rest.get(len..)?;
    let tail = [".)", ")", "."].into_iter().find(|mark| tail.starts_with(*mark))?;
    let end = at + usize::from(open) + len + tail.len();
    (!open || tail == ")").then_some(())?;
    char_at(text, end).is_some_and(char::is_whitespace).then_some((open, label, tail, end))
}

/// Where the sentence ends and the next one begins, if the line break at `at` separates them: a blank line always does,
/// and so does a line that begins a list item or a paragraph; any other break is only a space.
pub(super) fn break_at(text: &str, at: usize, lexicon: &CompiledRules) -> Option<(usize, usize)> {
    let next = skip_space(text, at);
    let gap = text.get(at..next)?;
    let blank = gap.bytes().filter(|&byte| byte == b'\n').count() > 1 || gap.contains('\u{2029}');
    let separates = blank || begins_item(text, next, lexicon) || begins_paragraph(text, at, next, lexicon);
    separates.then(|| (skip_space_back(text, at), next))
}

/// Whether the lines on either side of the break at `at` are paragraphs: one of them is longer than any wrapped line,
/// and the next begins with a capital.
fn begins_paragraph(text: &str, at: usize, next: usize, lexicon: &CompiledRules) -> bool {
    const WIDTH: usize = 120;
    let capital =
        text.get(next..).and_then(|rest| rest.chars().find(|&c| !lexicon.mark(c).opening)).is_some_and(is_upper);
    let is_long = |line: &mut dyn Iterator<Item = char>| line.take_while(|&c| c != '\n').nth(WIDTH).is_some();
    capital
        && (is_long(&mut text.get(..at).unwrap_or_default().chars().rev())
            || is_long(&mut text.get(next..).unwrap_or_default().chars()))
}

/// Whether a line that begins at `at` is a list item or an utterance with its dash.
fn begins_item(text: &str, at: usize, lexicon: &CompiledRules) -> bool {
    let Some(first) = char_at(text, at) else { return false };
    let after = at + first.len_utf8();
    let next = skip_spaces(text, after);
    let roles = lexicon.mark(first);
    if roles.bullet {
        return !first.is_ascii() || next > after;
    }
    if roles.dash {
        return next > after && char_at(text, next).is_some_and(is_upper);
    }
    read_label(text, at).is_some_and(|(open, label, tail, _)| {
        let numeric = label.bytes().all(|byte| byte.is_ascii_digit());
        open || numeric || tail != "."
    })
}
