//! The word diff: what differs between two wordings of one text, as a reader sees it.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

use super::{
    ChangeKind, ChangePiece, WordChange,
    token::{TokenSort, kin, sort, tokens},
};

/// More pairs of words than this in one changed stretch are not looked at letter by letter.
const MOST_PAIRS: usize = 4096;

/// Compares two wordings word by word.
///
/// A single word between two replaced stretches is shown with them, because crumbs are hard to read; a pair of words
/// that share half their beginning tells which letters differ ([`WordChange::inner`]). Neighbouring changes never have
/// the same kind, and none is empty.
///
/// The search is bounded (git's variant of Myers' algorithm): on long texts that have little in common the result is
/// right but may not be the shortest.
#[must_use]
pub fn words(old: &str, new: &str) -> Vec<WordChange> {
    let (old, new) = (tokens(old), tokens(new));
    let blocks = blocks(&old, &new);
    let mut out = Vec::new();
    let mut rest = blocks.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if first.same {
            push(&mut out, ChangeKind::Same, text(&old, &first.old), Vec::new());
            rest = after;
            continue;
        }
        let length = stretch(rest, &old, &new);
        let (group, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        emit(&mut out, group, &old, &new);
        rest = after;
    }
    out
}

/// The replaced word sequences of two wordings, before single words between them are absorbed: (old words, new words),
/// each trimmed of what is not a word, neither empty.
pub(super) fn replacements(old: &str, new: &str) -> Vec<(String, String)> {
    let (old, new) = (tokens(old), tokens(new));
    let trimmed =
        |all: &[&str], range: &Range<usize>| text(all, range).trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let changed = blocks(&old, &new);
    changed
        .iter()
        .filter(|block| !block.same)
        .map(|block| (trimmed(&old, &block.old), trimmed(&new, &block.new)))
        .filter(|(from, to)| !from.is_empty() && !to.is_empty())
        .collect()
}

/// A stretch of tokens that is the same in both, or that differs.
struct TokenBlock {
    same: bool,
    old: Range<usize>,
    new: Range<usize>,
}

fn blocks(old: &[&str], new: &[&str]) -> Vec<TokenBlock> {
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let mut out: Vec<TokenBlock> = Vec::with_capacity(ops.len());
    for op in ops {
        let same = matches!(op, DiffOp::Equal { .. });
        match out.last_mut() {
            Some(last) if last.same == same => {
                last.old.end = op.old_range().end;
                last.new.end = op.new_range().end;
            }
            _ => out.push(TokenBlock { same, old: op.old_range(), new: op.new_range() }),
        }
    }
    out
}

/// How many blocks from the first (a changed one) on are shown as one changed stretch.
fn stretch(blocks: &[TokenBlock], old: &[&str], new: &[&str]) -> usize {
    let mut length = 1;
    let mut group = blocks.first().map_or((false, false), |block| (!block.old.is_empty(), !block.new.is_empty()));
    while let (Some(between), Some(next)) = (blocks.get(length), blocks.get(length + 1)) {
        let crumbs = slice(old, &between.old);
        let few = crumbs.iter().filter(|token| sort(token) == TokenSort::Word).count() <= 1;
        let one_line = !crumbs.iter().any(|token| token.contains('\n'));
        let both = (group.0 || !next.old.is_empty(), group.1 || !next.new.is_empty());
        let of_words =
            [length - 1, length + 1].iter().filter_map(|at| blocks.get(*at)).all(|block| block.has_word(old, new));
        if !(few && one_line && of_words && both == (true, true)) {
            break;
        }
        group = both;
        length += 2;
    }
    length
}

impl TokenBlock {
    /// Whether a word is in it, on either side.
    fn has_word(&self, old: &[&str], new: &[&str]) -> bool {
        let mut both = slice(old, &self.old).iter().chain(slice(new, &self.new));
        both.any(|token| sort(token) == TokenSort::Word)
    }
}

fn emit(out: &mut Vec<WordChange>, group: &[TokenBlock], old: &[&str], new: &[&str]) {
    let (mut removed, mut added) = (Pieces::default(), Pieces::default());
    for block in group {
        let (gone, come) = (slice(old, &block.old), slice(new, &block.new));
        if block.same {
            removed.push(&gone.concat(), false);
            added.push(&come.concat(), false);
        } else {
            letters(gone, come, &mut removed, &mut added);
        }
    }
    removed.into_change(out, ChangeKind::Removed);
    added.into_change(out, ChangeKind::Added);
}

/// Tells kindred words of a changed block apart letter by letter.
fn letters(gone: &[&str], come: &[&str], removed: &mut Pieces, added: &mut Pieces) {
    let mut next = (0, 0);
    for (a, b) in pairs(gone, come) {
        removed.push(&slice(gone, &(next.0..a)).concat(), true);
        added.push(&slice(come, &(next.1..b)).concat(), true);
        if let (Some(x), Some(y)) = (gone.get(a), come.get(b)) {
            let x: Vec<&str> = x.graphemes(true).collect();
            let y: Vec<&str> = y.graphemes(true).collect();
            for op in capture_diff_slices(Algorithm::Myers, &x, &y) {
                let changed = !matches!(op, DiffOp::Equal { .. });
                removed.push(&slice(&x, &op.old_range()).concat(), changed);
                added.push(&slice(&y, &op.new_range()).concat(), changed);
            }
            removed.told = true;
            added.told = true;
        }
        next = (a + 1, b + 1);
    }
    removed.push(&slice(gone, &(next.0..gone.len())).concat(), true);
    added.push(&slice(come, &(next.1..come.len())).concat(), true);
}

/// The kindred words of a changed block, in order on both sides; as many as possible.
fn pairs(gone: &[&str], come: &[&str]) -> Vec<(usize, usize)> {
    let words = |all: &[&str]| -> Vec<usize> {
        all.iter().enumerate().filter(|(_, token)| sort(token) == TokenSort::Word).map(|(at, _)| at).collect()
    };
    let (a, b) = (words(gone), words(come));
    if a.is_empty() || a.len().saturating_mul(b.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let related = |i: usize, j: usize| {
        let left = a.get(i).and_then(|at| gone.get(*at));
        let right = b.get(j).and_then(|at| come.get(*at));
        left.zip(right).is_some_and(|(x, y)| kin(x, y))
    };
    super::align::chain(a.len(), b.len(), |i, j| u32::from(related(i, j)))
        .into_iter()
        .filter_map(|(i, j)| Some((*a.get(i)?, *b.get(j)?)))
        .collect()
}

/// One side of a changed stretch while it is put together.
#[derive(Default)]
struct Pieces {
    pieces: Vec<ChangePiece>,
    /// Whether there is a word whose letters are told apart.
    told: bool,
}

impl Pieces {
    fn push(&mut self, text: &str, changed: bool) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.changed == changed => last.text.push_str(text),
            _ => self.pieces.push(ChangePiece { changed, text: text.to_owned() }),
        }
    }

    fn into_change(self, out: &mut Vec<WordChange>, kind: ChangeKind) {
        let whole: String = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        push(out, kind, whole, if self.told { self.pieces } else { Vec::new() });
    }
}

fn push(out: &mut Vec<WordChange>, kind: ChangeKind, text: String, inner: Vec<ChangePiece>) {
    if !text.is_empty() {
        out.push(WordChange { kind, text, inner });
    }
}

fn slice<'a, 'b>(all: &'b [&'a str], range: &Range<usize>) -> &'b [&'a str] {
    all.get(range.clone()).unwrap_or_default()
}

fn text(all: &[&str], range: &Range<usize>) -> String {
    slice(all, range).concat()
}
