//! Word diff: the differences between two wordings of one text, as a reader sees them.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

use super::{
    ChangeKind, ChangePiece, WordChange,
    token::{TokenKind, kind_of, share_stem, tokens},
};

/// Changed stretches with more word pairs than this are not compared letter by letter.
const MAX_PAIRS: usize = 4096;

/// Compares two wordings word by word.
///
/// A single word between two replaced stretches is merged into them, because fragments are hard to read; a pair of
/// words that share half their beginning shows which letters differ ([`WordChange::inner`]). Adjacent changes never
/// have the same kind, and none is empty.
///
/// The search is bounded (git's variant of Myers' algorithm): on long texts with little in common the result is correct
/// but may not be the shortest.
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
        let length = stretch_length(rest, &old, &new);
        let (group, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        emit(&mut out, group, &old, &new);
        rest = after;
    }
    out
}

/// Returns the replaced word sequences of two wordings, before single words between them are absorbed: (old words, new
/// words), each trimmed of non-word characters, neither empty.
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

/// A stretch of tokens that is the same in both wordings, or differs.
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

/// Returns the number of blocks, from the first (a changed one) on, that are shown as one changed stretch.
fn stretch_length(blocks: &[TokenBlock], old: &[&str], new: &[&str]) -> usize {
    let mut length = 1;
    let mut group = blocks.first().map_or((false, false), |block| (!block.old.is_empty(), !block.new.is_empty()));
    while let (Some(between), Some(next)) = (blocks.get(length), blocks.get(length + 1)) {
        let tokens_between = slice(old, &between.old);
        let few = tokens_between.iter().filter(|token| kind_of(token) == TokenKind::Word).count() <= 1;
        let one_line = !tokens_between.iter().any(|token| token.contains('\n'));
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
    /// Whether it has a word, on either side.
    fn has_word(&self, old: &[&str], new: &[&str]) -> bool {
        let mut both = slice(old, &self.old).iter().chain(slice(new, &self.new));
        both.any(|token| kind_of(token) == TokenKind::Word)
    }
}

fn emit(out: &mut Vec<WordChange>, group: &[TokenBlock], old: &[&str], new: &[&str]) {
    let (mut removed, mut added) = (Pieces::default(), Pieces::default());
    for block in group {
        let (old_tokens, new_tokens) = (slice(old, &block.old), slice(new, &block.new));
        if block.same {
            removed.push(&old_tokens.concat(), false);
            added.push(&new_tokens.concat(), false);
        } else {
            push_by_letters(old_tokens, new_tokens, &mut removed, &mut added);
        }
    }
    removed.into_change(out, ChangeKind::Removed);
    added.into_change(out, ChangeKind::Added);
}

/// Compares related words of a changed block letter by letter.
fn push_by_letters(old_tokens: &[&str], new_tokens: &[&str], removed: &mut Pieces, added: &mut Pieces) {
    let mut next = (0, 0);
    for (a, b) in pairs(old_tokens, new_tokens) {
        removed.push(&slice(old_tokens, &(next.0..a)).concat(), true);
        added.push(&slice(new_tokens, &(next.1..b)).concat(), true);
        if let (Some(x), Some(y)) = (old_tokens.get(a), new_tokens.get(b)) {
            let x: Vec<&str> = x.graphemes(true).collect();
            let y: Vec<&str> = y.graphemes(true).collect();
            for op in capture_diff_slices(Algorithm::Myers, &x, &y) {
                let changed = !matches!(op, DiffOp::Equal { .. });
                removed.push(&slice(&x, &op.old_range()).concat(), changed);
                added.push(&slice(&y, &op.new_range()).concat(), changed);
            }
            removed.by_letters = true;
            added.by_letters = true;
        }
        next = (a + 1, b + 1);
    }
    removed.push(&slice(old_tokens, &(next.0..old_tokens.len())).concat(), true);
    added.push(&slice(new_tokens, &(next.1..new_tokens.len())).concat(), true);
}

/// Returns the related words of a changed block, in order on both sides; as many as possible.
fn pairs(old_tokens: &[&str], new_tokens: &[&str]) -> Vec<(usize, usize)> {
    let words = |all: &[&str]| -> Vec<usize> {
        all.iter().enumerate().filter(|(_, token)| kind_of(token) == TokenKind::Word).map(|(at, _)| at).collect()
    };
    let (a, b) = (words(old_tokens), words(new_tokens));
    if a.is_empty() || a.len().saturating_mul(b.len()) > MAX_PAIRS {
        return Vec::new();
    }
    let related = |i: usize, j: usize| {
        let left = a.get(i).and_then(|at| old_tokens.get(*at));
        let right = b.get(j).and_then(|at| new_tokens.get(*at));
        left.zip(right).is_some_and(|(x, y)| share_stem(x, y))
    };
    super::align::chain(a.len(), b.len(), |i, j| u32::from(related(i, j)))
        .into_iter()
        .filter_map(|(i, j)| Some((*a.get(i)?, *b.get(j)?)))
        .collect()
}

/// One side of a changed stretch under construction.
#[derive(Default)]
struct Pieces {
    pieces: Vec<ChangePiece>,
    /// Whether some word was compared letter by letter.
    by_letters: bool,
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
        push(out, kind, whole, if self.by_letters { self.pieces } else { Vec::new() });
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
