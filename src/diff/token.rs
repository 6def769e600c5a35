//! Words and what stands between them.

use unicode_segmentation::UnicodeSegmentation as _;

/// What a token is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenSort {
    /// Letters or digits, with apostrophes and hyphens inside.
    Word,
    /// White space.
    Space,
    /// Anything else: a quotation mark, a dash, a comma.
    Mark,
}

/// The tokens of a text; put together they are the text again.
///
/// Word boundaries of UAX #29, which keep п'ять, кам’юніке and 5,5 whole and split quotation marks off; words that
/// hyphens hold together (расійска-ўкраінская, 5-й) are one token.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut bounds = text.split_word_bound_indices().peekable();
    let mut hyphen_after_word = false;
    while let Some((at, token)) = bounds.next() {
        let end = at + token.len();
        let word = sort(token) == TokenSort::Word;
        let joins = match ends.last() {
            Some((from, to)) if *to == at => {
                let before = text.get(*from..*to).unwrap_or_default();
                let hyphen_in = is_hyphen(token)
                    && sort(before) == TokenSort::Word
                    && bounds.peek().is_some_and(|(_, next)| sort(next) == TokenSort::Word);
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

/// What sort of token it is.
pub(super) fn sort(token: &str) -> TokenSort {
    if token.chars().any(char::is_alphanumeric) {
        TokenSort::Word
    } else if token.chars().all(char::is_whitespace) {
        TokenSort::Space
    } else {
        TokenSort::Mark
    }
}

/// How many words (runs of non-space) a text has: the count that newsrooms pay by.
pub(super) fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The word tokens of a text in lower case, with one apostrophe and without combining acute accents.
pub(super) fn keys(text: &str) -> Vec<String> {
    tokens(text).into_iter().filter(|token| sort(token) == TokenSort::Word).map(fold).collect()
}

/// A word as it is compared: lower case, one apostrophe, no stress marks.
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

/// Whether two words share at least half their beginning (Гомель and Гомеля): the longer one is the measure.
///
/// Numbers are never kin: one of another value is another number. Nor are words beyond 64 letters, which bounds the work.
pub(super) fn kin(a: &str, b: &str) -> bool {
    const LONGEST: usize = 64;
    if a.contains(char::is_numeric) || b.contains(char::is_numeric) {
        return false;
    }
    let count = |word: &str| word.chars().take(LONGEST + 1).count();
    let longer = count(a).max(count(b));
    let shared = a.chars().zip(b.chars()).take(LONGEST).take_while(|(x, y)| x == y).count();
    longer <= LONGEST && shared > 0 && shared * 2 >= longer
}

const fn is_hyphen_char(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_hyphen(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(is_hyphen_char) && chars.next().is_none()
}
