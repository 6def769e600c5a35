//! Tokens: words, and the spaces and marks between them.

use unicode_segmentation::UnicodeSegmentation as _;

/// The kind of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters or digits, with apostrophes and hyphens inside.
    Word,
    /// White space.
    Space,
    /// Anything else: a quotation mark, a dash, a comma.
    Mark,
}

/// Splits a text into tokens; concatenated they give the text again.
///
/// Word boundaries of UAX #29, which keep п'ять, кам’юніке and 5,5 whole and split off quotation marks; words joined by
/// hyphens (расійска-ўкраінская, 5-й) are one token.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut bounds = text.split_word_bound_indices().peekable();
    let mut hyphen_after_word = false;
    while let Some((at, token)) = bounds.next() {
        let end = at + token.len();
        let word = kind_of(token) == TokenKind::Word;
        let joins = match ends.last() {
            Some((from, to)) if *to == at => {
                let before = text.get(*from..*to).unwrap_or_default();
                let hyphen_in = is_hyphen(token)
                    && kind_of(before) == TokenKind::Word
                    && bounds.peek().is_some_and(|(_, next)| kind_of(next) == TokenKind::Word);
                hyphen_in || (word && hyphen_after_word)
            }
            _ => false,
        };
        hyphen_after_word = joins && is_hyphen(token);
        match ends.last_mut() {
            Some(last) if joins => last.1 = end,
            _ => ends.push((at, end)),
        }
    }
    ends.into_iter().filter_map(|(from, to)| text.get(from..to)).collect()
}

/// Returns the kind of a token.
pub(super) fn kind_of(token: &str) -> TokenKind {
    if token.chars().any(char::is_alphanumeric) {
        TokenKind::Word
    } else if token.chars().all(char::is_whitespace) {
        TokenKind::Space
    } else {
        TokenKind::Mark
    }
}

/// Counts the words (runs of non-space) of a text: the count that newsrooms pay by.
pub(super) fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Returns the word tokens of a text, folded for comparison.
pub(super) fn folded_words(text: &str) -> Vec<String> {
    tokens(text).into_iter().filter(|token| kind_of(token) == TokenKind::Word).map(fold).collect()
}

/// Folds a word for comparison: lower case, a single kind of apostrophe, no stress marks (combining acute accents).
pub(super) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().filter(|c| *c != '\u{301}') {
        match c {
            '’' | 'ʼ' => out.push('\''),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Whether two words share at least half of the longer one from the start (Гомель and Гомеля).
///
/// Numbers never do: another value is another number. Nor do words beyond 64 letters, which bounds the work.
pub(super) fn share_stem(a: &str, b: &str) -> bool {
    const MAX_LETTERS: usize = 64;
    if a.contains(char::is_numeric) || b.contains(char::is_numeric) {
        return false;
    }
    let letters = |word: &str| word.chars().take(MAX_LETTERS + 1).count();
    let longer = letters(a).max(letters(b));
    let shared = a.chars().zip(b.chars()).take(MAX_LETTERS).take_while(|(x, y)| x == y).count();
    longer <= MAX_LETTERS && shared > 0 && shared * 2 >= longer
}

const fn is_hyphen_char(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_hyphen(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(is_hyphen_char) && chars.next().is_none()
}
