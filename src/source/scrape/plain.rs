//! How is the plain text of a page read into blocks?

use super::{
    block::{BlockKind, CandidateBlock, Run, Style, collapse},
    cues::Cues,
};

/// The widest line that can come from hard wrapping, in characters.
const WRAP: usize = 120;

/// A line of the page that is not empty.
struct PageLine {
    number: usize,
    group: usize,
    text: String,
    width: usize,
}

/// Reads plain text: a line is a block, unless the text is wrapped to a width, where a run of full lines is one.
pub(super) fn read(page: &str, _cues: &Cues) -> Vec<CandidateBlock> {
    let lines = lines(page);
    let width = wrapped_to(&lines);
    let mut drafts: Vec<CandidateBlock> = Vec::new();
    let mut open: Option<(usize, usize, String)> = None;
    let mut joins = false;
    for (at, line) in lines.iter().enumerate() {
        match &mut open {
            Some((_, _, text)) if joins => {
                text.push(' ');
                text.push_str(&line.text);
            }
            _ => {
                drafts.extend(open.take().map(draft));
                open = Some((line.number, line.group, line.text.clone()));
            }
        }
        joins = width.is_some_and(|width| lines.get(at + 1).is_some_and(|next| goes_on(line, next, width)));
    }
    drafts.extend(open.take().map(draft));
    mark_lists(&mut drafts);
    drafts
}

fn draft((line, group, text): (usize, usize, String)) -> CandidateBlock {
    let mut draft = CandidateBlock::new(line, BlockKind::Paragraph, vec![Run::Text { text, style: Style::default() }]);
    draft.group = group;
    draft
}

/// The lines with words; a group is a run of lines without an empty one between.
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

/// The width to which a text is wrapped: most of its lines that have a neighbour below are full.
fn wrapped_to(lines: &[PageLine]) -> Option<usize> {
    let width = lines.iter().map(|line| line.width).max()?;
    if !(40..=WRAP).contains(&width) {
        return None;
    }
    let pairs = || lines.windows(2).filter_map(|pair| if let [a, b] = pair { Some((a, b)) } else { None });
    // A menu's short lines tell nothing.
    let close = pairs().filter(|(a, b)| a.group == b.group && a.width * 10 >= width * 6).count();
    let full = pairs().filter(|(a, b)| is_full(a, b, width)).count();
    (full >= 3 && full * 10 >= close * 6).then_some(width)
}

/// Whether the next line's first word had no room on this line.
fn is_full(line: &PageLine, next: &PageLine, width: usize) -> bool {
    let word = next.text.split(' ').next().map_or(0, |word| word.chars().count());
    line.group == next.group && line.width + 1 + word > width && mark_of(&next.text).is_none()
}

/// Whether a line of a wrapped text goes on in the next: it is full, or nearly so and does not end like a sentence
/// (programs that count bytes wrap lines with curly quotes early).
fn goes_on(line: &PageLine, next: &PageLine, width: usize) -> bool {
    let near = || line.group == next.group && mark_of(&next.text).is_none() && !super::signs::ends_sentence(&line.text);
    let lower = || next.text.chars().next().is_some_and(char::is_lowercase);
    is_full(line, next, width)
        || (near() && (line.width * 10 >= width * 8 || (lower() && line.width * 10 >= width * 7)))
}

/// Makes items of neighbouring lines that begin with list marks: the same sign, or numbers that count up.
fn mark_lists(drafts: &mut [CandidateBlock]) {
    let marks: Vec<Option<Mark>> = drafts.iter().map(|draft| mark_of(&draft.text)).collect();
    let follows = |a: usize, b: usize| match (marks.get(a), marks.get(b)) {
        (Some(Some(Mark::Sign(a))), Some(Some(Mark::Sign(b)))) => a == b,
        (Some(Some(Mark::Number(a))), Some(Some(Mark::Number(b)))) => a + 1 == *b,
        _ => false,
    };
    for (at, draft) in drafts.iter_mut().enumerate() {
        let listed = follows(at, at + 1) || at.checked_sub(1).is_some_and(|before| follows(before, at));
        let Some(Some(mark)) = marks.get(at).filter(|_| listed) else { continue };
        let number = match mark {
            Mark::Number(number) => Some(*number),
            Mark::Sign(_) => None,
        };
        let Some((marker, rest)) = draft.text.split_once(' ') else { continue };
        let (marker, rest) = (marker.to_owned(), rest.to_owned());
        let form = BlockKind::Item { depth: 0, number, first: true };
        let group = draft.group;
        *draft = CandidateBlock::new(draft.line, form, vec![Run::Text { text: rest, style: Style::default() }]);
        draft.group = group;
        draft.marker = Some(marker);
    }
}

#[derive(Clone, Copy)]
enum Mark {
    Sign(char),
    Number(u32),
}

fn mark_of(text: &str) -> Option<Mark> {
    let (mark, rest) = text.split_once(' ')?;
    if rest.chars().all(char::is_whitespace) {
        return None;
    }
    let mut chars = mark.chars();
    if let (Some(sign @ ('•' | '◦' | '▪' | '●' | '‣' | '·' | '*' | '-' | '+')), None) = (chars.next(), chars.next())
    {
        return Some(Mark::Sign(sign));
    }
    let digits = mark.strip_suffix(['.', ')'])?;
    let number = digits.parse().ok()?;
    // CommonMark: at most nine digits; and a year is not a number of a list.
    (digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Mark::Number(number))
}
