//! The reader of plain-text pages.

use super::{
    block::{BlockKind, CandidateBlock, Run, Style, collapse},
    cues::Cues,
};

/// The widest line that hard wrapping can produce, in characters.
const MAX_WRAP_WIDTH: usize = 120;

/// A non-empty line of the page.
struct PageLine {
    number: usize,
    group: usize,
    text: String,
    width: usize,
}

/// Reads plain text: each line is a block; if the text is wrapped to a width, each run of full lines is one.
pub(super) fn read(page: &str, _cues: &Cues) -> Vec<CandidateBlock> {
    let lines = lines(page);
    let width = wrap_width(&lines);
    let mut blocks: Vec<CandidateBlock> = Vec::new();
    let mut open: Option<(usize, usize, String)> = None;
    let mut joins = false;
    for (at, line) in lines.iter().enumerate() {
        match &mut open {
            Some((_, _, text)) if joins => {
                text.push(' ');
                text.push_str(&line.text);
            }
            _ => {
                blocks.extend(open.take().map(block));
                open = Some((line.number, line.group, line.text.clone()));
            }
        }
        joins = width.is_some_and(|width| lines.get(at + 1).is_some_and(|next| continues(line, next, width)));
    }
    blocks.extend(open.take().map(block));
    mark_lists(&mut blocks);
    blocks
}

fn block((line, group, text): (usize, usize, String)) -> CandidateBlock {
    let mut block = CandidateBlock::new(line, BlockKind::Paragraph, vec![Run::Text { text, style: Style::default() }]);
    block.group = group;
    block
}

/// The lines with words; a group is a run of lines without an empty line between.
fn lines(page: &str) -> Vec<PageLine> {
    let mut out = Vec::new();
    let mut group = 0;
    let mut after_empty = true;
    // A line ends with LF, CR LF, or a lone CR, as in CommonMark.
    let mut number = 0;
    for line in page.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)) {
        for part in line.split('\r') {
            number += 1;
            let text = collapse(part);
            if text.is_empty() {
                after_empty = true;
                continue;
            }
            group += usize::from(after_empty);
            after_empty = false;
            let width = part.trim_end().chars().count();
            out.push(PageLine { number, group, text, width });
        }
    }
    out
}

/// The width to which a text is wrapped, if it is: most lines with another line of the group below them are full.
fn wrap_width(lines: &[PageLine]) -> Option<usize> {
    let width = lines.iter().map(|line| line.width).max()?;
    if !(40..=MAX_WRAP_WIDTH).contains(&width) {
        return None;
    }
    let pairs = || lines.windows(2).filter_map(|pair| if let [a, b] = pair { Some((a, b)) } else { None });
    // The short lines of a menu do not count.
    let close = pairs().filter(|(a, b)| a.group == b.group && a.width * 10 >= width * 6).count();
    let full = pairs().filter(|(a, b)| is_full(a, b, width)).count();
    (full >= 3 && full * 10 >= close * 6).then_some(width)
}

/// Whether the first word of the next line had no room on this line.
fn is_full(line: &PageLine, next: &PageLine, width: usize) -> bool {
    let word = next.text.split(' ').next().map_or(0, |word| word.chars().count());
    line.group == next.group && line.width + 1 + word > width && marker_of(&next.text).is_none()
}

/// Whether a line of a wrapped text continues in the next: it is full, or it is nearly full and does not end a
/// sentence (programs that count bytes wrap lines with curly quotes early).
fn continues(line: &PageLine, next: &PageLine, width: usize) -> bool {
    let near =
        || line.group == next.group && marker_of(&next.text).is_none() && !super::shape::ends_sentence(&line.text);
    let lower = || next.text.chars().next().is_some_and(char::is_lowercase);
    is_full(line, next, width)
        || (near() && (line.width * 10 >= width * 8 || (lower() && line.width * 10 >= width * 7)))
}

/// Turns adjacent lines with list markers into items: markers are the same character, or ascending numbers.
fn mark_lists(blocks: &mut [CandidateBlock]) {
    let markers: Vec<Option<ListMarker>> = blocks.iter().map(|block| marker_of(&block.text)).collect();
    let follows = |a: usize, b: usize| match (markers.get(a), markers.get(b)) {
        (Some(Some(ListMarker::Symbol(a))), Some(Some(ListMarker::Symbol(b)))) => a == b,
        (Some(Some(ListMarker::Number(a))), Some(Some(ListMarker::Number(b)))) => a + 1 == *b,
        _ => false,
    };
    for (at, block) in blocks.iter_mut().enumerate() {
        let listed = follows(at, at + 1) || at.checked_sub(1).is_some_and(|before| follows(before, at));
        let Some(Some(mark)) = markers.get(at).filter(|_| listed) else { continue };
        let number = match mark {
            ListMarker::Number(number) => Some(*number),
            ListMarker::Symbol(_) => None,
        };
        let Some((marker, rest)) = block.text.split_once(' ') else { continue };
        let (marker, rest) = (marker.to_owned(), rest.to_owned());
        let form = BlockKind::Item { depth: 0, number, first: true };
        let group = block.group;
        *block = CandidateBlock::new(block.line, form, vec![Run::Text { text: rest, style: Style::default() }]);
        block.group = group;
        block.marker = Some(marker);
    }
}

#[derive(Clone, Copy)]
enum ListMarker {
    Symbol(char),
    Number(u32),
}

fn marker_of(text: &str) -> Option<ListMarker> {
    let (mark, rest) = text.split_once(' ')?;
    if rest.chars().all(char::is_whitespace) {
        return None;
    }
    let mut chars = mark.chars();
    if let (Some(symbol @ ('•' | '◦' | '▪' | '●' | '‣' | '·' | '*' | '-' | '+')), None) = (chars.next(), chars.next())
    {
        return Some(ListMarker::Symbol(symbol));
    }
    let digits = mark.strip_suffix(['.', ')'])?;
    let number = digits.parse().ok()?;
    // CommonMark allows nine digits, but a year is not the number of an item.
    (digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(ListMarker::Number(number))
}
