//! Changes of a sentence that no reader can see: they take neither its translation nor its approval away.

use unicode_normalization::UnicodeNormalization;

use crate::model::{CodeKind, CodeName, Piece, Text};

/// A part of a sentence as a reader sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Char(char),
    /// White space of any kind and length.
    Blank,
    Code(u32, CodeKind, CodeName),
}

/// Whether no reader can tell two sentences apart: they differ at most in the kind and length of white space, in how
/// lines are broken, in straight and curly quotation marks and apostrophes, in a blank before a per cent sign, in
/// characters without width, and in how accents are encoded. Anything else counts: letters and their case, numbers and
/// the blanks in them, dashes and hyphens, every other mark, and codes.
#[must_use]
pub fn looks_alike(a: &Text, b: &Text) -> bool {
    let (a, b) = (seen(a), seen(b));
    a.len() == b.len()
        && a.iter().zip(&b).enumerate().all(|(at, (one, other))| one == other || fits(&a, at, *one, *other))
}

/// Returns a key that is equal for sentences that look alike, and for few others.
pub(super) fn look(text: &Text) -> Vec<u32> {
    let key = |seen: Seen| match seen {
        Seen::Char('‘' | '’' | 'ʼ') => vec![u32::from('\'')],
        Seen::Char('“' | '”') => vec![u32::from('"')],
        Seen::Char(c) => vec![u32::from(c)],
        Seen::Blank => vec![u32::from(' ')],
        // No character has these numbers.
        Seen::Code(id, CodeKind::Open, _) => vec![u32::MAX, id],
        Seen::Code(id, CodeKind::Close, _) => vec![u32::MAX - 1, id],
        Seen::Code(id, CodeKind::Single, _) => vec![u32::MAX - 2, id],
    };
    seen(text).into_iter().flat_map(key).collect()
}

/// Returns the parts of a sentence, without what is at its edges and without what is not seen.
fn seen(text: &Text) -> Vec<Seen> {
    let mut all = Vec::with_capacity(text.prose.len());
    for piece in text.pieces() {
        match piece {
            Piece::Code(code) => all.push(Seen::Code(code.id, code.kind, code.name)),
            Piece::Prose(prose) => {
                for c in prose.nfc().filter(|c| !is_without_width(*c)) {
                    match c {
                        c if !c.is_whitespace() => all.push(Seen::Char(c)),
                        _ if matches!(all.last(), None | Some(Seen::Blank)) => {}
                        _ => all.push(Seen::Blank),
                    }
                }
            }
        }
    }
    if all.last() == Some(&Seen::Blank) {
        all.pop();
    }
    without_blanks_before_per_cent(&all)
}

/// Soft hyphens, and blanks and joiners without width. Those that join or part letters, or turn the direction of the
/// text, are seen.
const fn is_without_width(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Leaves out the blank in `5 %`; not in `%d`, which is no per cent sign.
fn without_blanks_before_per_cent(all: &[Seen]) -> Vec<Seen> {
    let char_at = |at: Option<usize>| match at.and_then(|at| all.get(at)) {
        Some(Seen::Char(c)) => Some(*c),
        _ => None,
    };
    let is_left_out = |at: usize| {
        all.get(at) == Some(&Seen::Blank)
            && char_at(at.checked_sub(1)).is_some_and(char::is_numeric)
            && matches!(char_at(Some(at + 1)), Some('%' | '‰'))
            && !char_at(Some(at + 2)).is_some_and(char::is_alphanumeric)
    };
    all.iter().enumerate().filter(|(at, _)| !is_left_out(*at)).map(|(_, seen)| *seen).collect()
}

/// Whether two different parts are the same mark, once straight and once curly, and the curly one fits its place.
fn fits(all: &[Seen], at: usize, one: Seen, other: Seen) -> bool {
    let (Seen::Char(one), Seen::Char(other)) = (one, other) else { return false };
    if matches!((one, other), ('’', 'ʼ') | ('ʼ', '’')) {
        // The letter apostrophe has the look of the other one.
        return true;
    }
    let is_straight = |c: char| matches!(c, '"' | '\'');
    let (straight, curly) = if is_straight(one) { (one, other) } else { (other, one) };
    if !is_straight(straight) {
        return false;
    }
    let is_double = straight == '"';
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let after = all.get(at + 1);
    match curly {
        '“' if is_double => opens(before, after),
        '”' if is_double => closes(before, after),
        '‘' if !is_double => opens(before, after),
        // An apostrophe stands anywhere: at the beginning of a word, too.
        '’' | 'ʼ' => !is_double,
        _ => false,
    }
}

/// Whether a mark between these two opens a quotation.
fn opens(before: Option<&Seen>, after: Option<&Seen>) -> bool {
    let is_at_start = match before {
        None | Some(Seen::Blank | Seen::Code(..)) => true,
        Some(Seen::Char(c)) => {
            matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '"' | '\'' | '“' | '‘' | '„' | '«')
        }
    };
    is_at_start && !matches!(after, None | Some(Seen::Blank))
}

/// Whether a mark between these two closes a quotation.
fn closes(before: Option<&Seen>, after: Option<&Seen>) -> bool {
    let is_at_end = !matches!(after, Some(Seen::Char(c)) if c.is_alphanumeric());
    is_at_end && !matches!(before, None | Some(Seen::Blank))
}
