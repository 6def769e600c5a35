//! The words of a text: one look at them, shared by all rules.

use std::ops::Range;

use crate::{glossary::is_mark, locale::SiblingScores, model::cut};

use super::{
    characters::Characters,
    language::Beginning,
    word_facts::{HeardWord, WordFacts, WordLists},
    word_shape::WordShape,
};

pub(super) use super::word_shape::{Capitals, WordScript};

/// A word: letters and digits, with the marks, apostrophes and invisible characters between them. A hyphen ends it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
pub(super) struct Word {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// The alphabet of its letters.
    pub script: WordScript,
    /// Its capitals.
    pub capitals: Capitals,
    /// Whether it has a digit.
    pub has_digit: bool,
    /// Whether it is part of an address, a file's name, a tag, a handle or a placeholder, whose letters must not change.
    pub in_address: bool,
    /// Whether a sentence begins with it, or a quotation, a line or a list item.
    pub begins: bool,
    /// Whether a hyphen joins it to the word before it.
    pub is_joined: bool,
    /// Whether there is no space between it and the word before it.
    pub is_attached: bool,
    /// Its first letters, by which it is no word of a list at a glance.
    pub beginning: Beginning,
    /// How it is compared with words of the other side.
    pub heard: HeardWord,
    /// How likely it is in the languages that are related to the edition's.
    pub scores: SiblingScores,
    /// The lists in which it may be found.
    pub lists: WordLists,
    /// The number of the person whom it names in a translation.
    pub person: Option<u16>,
}

impl Word {
    /// Whether it is a word in lower case that belongs to the text, and so neither a name nor an abbreviation.
    pub(super) fn is_plain(&self) -> bool {
        self.capitals == Capitals::None && self.script != WordScript::None && !self.has_digit && !self.in_address
    }
}

/// The words of a text, in order, with what `look` knows of each. The work is linear in the text.
pub(super) fn words(text: &str, look: impl Fn(&str) -> WordFacts) -> Vec<Word> {
    let spaces = text.bytes().filter(|byte| *byte == b' ').count();
    let mut words = Vec::with_capacity(spaces + spaces / 4 + 2);
    let mut begins = true;
    let mut from = 0;
    // What stands between two spaces is an address as a whole, or not at all.
    while from < text.len() {
        let (before, begun) = (words.len(), begins);
        let mut token = Token::read(&look, text, from, false, &mut begins, &mut words);
        if token.may_be_address && is_address(cut(text, &(from..token.end))) {
            words.truncate(before);
            begins = begun;
            token = Token::read(&look, text, from, true, &mut begins, &mut words);
        }
        begins |= text.as_bytes().get(token.end) == Some(&b'\n');
        from = token.next;
    }
    words
}

/// What stands between two spaces.
struct Token {
    /// Its end, and where the next one begins.
    end: usize,
    next: usize,
    /// Whether it has a mark that an address may have.
    may_be_address: bool,
}

impl Token {
    /// Reads a token, and appends its words.
    fn read(
        look: &impl Fn(&str) -> WordFacts,
        text: &str,
        from: usize,
        in_address: bool,
        begins: &mut bool,
        words: &mut Vec<Word>,
    ) -> Self {
        let characters = Characters::new();
        let (mut is_joined, mut is_attached) = (false, false);
        // The first stop or colon, which an address does not have at its end, and whether no letter is behind the last stop.
        let (mut inner, mut stop) = (None, false);
        let mut token = Self { end: text.len(), next: text.len(), may_be_address: false };
        let mut at = from;
        while let Some(letter) = cut(text, &(at..text.len())).chars().next() {
            if characters.is_alphanumeric(letter) {
                let end = at + run_end(characters, cut(text, &(at..text.len())));
                let WordFacts { shape, heard, scores, lists, person } = look(cut(text, &(at..end)));
                let WordShape { length, script, capitals, has_digit, beginning } = shape;
                words.push(Word {
                    span: at..at + length,
                    script,
                    capitals,
                    has_digit,
                    in_address,
                    begins: *begins,
                    is_joined,
                    is_attached,
                    beginning,
                    heard,
                    scores,
                    lists,
                    person,
                });
                (*begins, is_joined, is_attached, stop) = (false, false, true, false);
                at = end;
                continue;
            }
            let next = at + letter.len_utf8();
            if letter.is_whitespace() {
                (token.end, token.next) = (at, next);
                break;
            }
            is_joined = letter == '-' || letter == '\u{2011}';
            match letter {
                '@' | '#' | '_' | '\\' | '=' | '{' | '<' => token.may_be_address = true,
                '.' => stop = true,
                '!' | '?' | '…' | '«' | '„' | '“' | '"' | '—' | '–' | '•' | ':' if !in_address => {
                    *begins = true;
                }
                _ => {}
            }
            if matches!(letter, '.' | ':') {
                inner = inner.or(Some(next));
            }
            at = next;
        }
        token.may_be_address |= inner.is_some_and(|inner| inner < token.end);
        // A full stop before a letter is within an abbreviation or an address.
        *begins |= stop;
        token
    }
}

/// The words of a text in groups: nothing but some characters stands between two words of one. Most words are alone.
pub(super) fn groups<'w>(
    text: &'w str,
    words: &'w [Word],
    joins: impl Fn(char) -> bool + 'w,
) -> impl Iterator<Item = &'w [Word]> {
    words.chunk_by(move |one, next| next.is_attached && cut(text, &(one.span.end..next.span.start)).chars().all(&joins))
}

/// The end of the letters and digits with which a text begins, and of what may stand within a word between and behind them.
fn run_end(characters: Characters, text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        if LETTERS.get(usize::from(*byte)) == Some(&true) {
            end += 1;
            continue;
        }
        let letter = cut(text, &(end..text.len())).chars().next().unwrap_or(' ');
        if !(characters.is_alphanumeric(letter) || is_inner(letter) || is_mark(letter)) {
            break;
        }
        end += letter.len_utf8();
    }
    end
}

/// The bytes of letters of one byte, and of those from U+0400 to U+047F; bytes of a character follow its first.
const LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut byte = 0;
    while byte < letters.len() {
        letters[byte] = matches!(byte, 0x41..=0x5a | 0x61..=0x7a | 0x80..=0xbf | 0xd0 | 0xd1);
        byte += 1;
    }
    letters
};

/// Whether a character between two letters does not part them.
const fn is_inner(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '‘' | '`' | '´' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether a text without spaces is an address, a file's name, a tag, a handle or a placeholder.
fn is_address(token: &str) -> bool {
    let bare =
        token.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '#' | '{' | '}' | '%' | '<' | '/'));
    bare.contains("://")
        || bare.contains(['@', '#', '_', '\\', '=', '{', '<'])
        || bare.starts_with("www.")
        || (bare.is_ascii()
            && bare.split('.').filter(|part| part.starts_with(|c: char| c.is_ascii_alphabetic())).nth(1).is_some()
            && bare.split('.').all(|part| part.len() != 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Language, language::Letters};

    fn look(text: &str) -> WordFacts {
        WordFacts { shape: WordShape::of(&letters(), text), ..WordFacts::default() }
    }

    fn letters() -> Letters {
        Letters::new(&Language {
            letters: "абвгдеёжзійклмнопрстуўфхцчшыьэюя".to_owned(),
            never: "ищъ".to_owned(),
            closed: true,
            ..Language::default()
        })
    }

    fn shown(text: &str) -> Vec<String> {
        let word = |word: Word| {
            let mut shown = cut(text, &word.span).to_owned();
            shown.push_str(match word.script {
                WordScript::None => " none",
                WordScript::Home => "",
                WordScript::Foreign => " foreign",
                WordScript::Other => " other",
                WordScript::Mixed => " mixed",
            });
            for (is, name) in [
                (word.begins, " begins"),
                (word.is_joined, " joined"),
                (word.in_address, " address"),
                (word.has_digit, " digit"),
                (word.is_plain(), " plain"),
            ] {
                shown.push_str(if is { name } else { "" });
            }
            shown
        };
        words(text, look).into_iter().map(word).collect()
    }

    #[test]
    fn a_word_has_a_script_capitals_and_a_place_in_its_sentence() {
        let facts: [(&str, &[&str]); 9] = [
            ("Аб’ява: «Гoмель» і щит", &["Аб’ява begins", "Гoмель mixed begins", "і plain", "щит foreign plain"]),
            ("прэс-сакратар HIMARS", &["прэс begins plain", "сакратар joined plain", "HIMARS other"]),
            ("5-ы С-400", &["5 none begins digit", "ы joined plain", "С", "400 none joined digit"]),
            (
                "на news.example/a.",
                &["на begins plain", "news other address", "example other address", "a other address"],
            ),
            ("Так. не", &["Так begins", "не begins plain"]),
            (
                "ад a@b.by да",
                &["ад begins plain", "a other address", "b other address", "by other address", "да plain"],
            ),
            ("ко\u{ad}са й\u{306}", &["ко\u{ad}са begins plain", "й\u{306} plain"]),
            ("{name}, так", &["name other begins address", "так plain"]),
            ("U.S. 3½", &["U other begins", "S other", "3½ none begins digit"]),
        ];
        for (text, wanted) in facts {
            assert_eq!(shown(text), wanted, "{text}");
        }
    }
}
