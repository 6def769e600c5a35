//! The words of a text: one look at them, shared by all rules.

use std::{ops::Range, str::Chars};

use unicode_normalization::char::compose;

use crate::model::cut;

use super::language::{Beginning, LetterClass, Letters};

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
    /// Its first letters, by which it is no word of a list at a glance.
    pub beginning: Beginning,
}

/// The alphabet of a word's letters, relative to that of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordScript {
    /// No letters, or none of an alphabet that is told apart.
    None,
    /// Only letters of the language.
    Home,
    /// Letters of the language's script, some of which it lacks.
    Foreign,
    /// Only letters of the other script.
    Other,
    /// Letters of both scripts.
    Mixed,
}

/// The capital letters of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    /// None.
    None,
    /// The first letter alone.
    First,
    /// All letters, of which there are two or more.
    All,
    /// Others.
    Some,
}

impl Word {
    /// Whether it is a word in lower case that belongs to the text, and so neither a name nor an abbreviation.
    pub(super) fn is_plain(&self) -> bool {
        self.capitals == Capitals::None && self.script != WordScript::None && !self.has_digit && !self.in_address
    }
}

/// The words of a text, in order. The work is linear in the text.
pub(super) fn words(letters: &Letters, text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut begins = true;
    let mut from = 0;
    // What stands between two spaces is an address as a whole, or not at all.
    while from < text.len() {
        let token = Token::at(text, from);
        let in_address = token.may_be_address && is_address(cut(text, &(from..token.end)));
        split(letters, text, from..token.end, in_address, &mut begins, &mut words);
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

/// What a byte may be in a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TokenByte {
    Plain,
    /// A space.
    Space,
    /// The first byte of other spaces, and of other characters.
    PerhapsSpace,
    /// A mark that an address may have.
    Mark,
    /// A mark that it has, but not as its last character.
    InnerMark,
}

const TOKEN_BYTES: [TokenByte; 256] = {
    let mut kinds = [TokenByte::Plain; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte {
            0x9..=0xd | 0x20 => TokenByte::Space,
            0xc2 | 0xe1..=0xe3 => TokenByte::PerhapsSpace,
            0x2e | 0x3a => TokenByte::InnerMark,
            // @ # _ \ = { <
            0x40 | 0x23 | 0x5f | 0x5c | 0x3d | 0x7b | 0x3c => TokenByte::Mark,
            _ => TokenByte::Plain,
        };
        byte += 1;
    }
    kinds
};

impl Token {
    fn at(text: &str, from: usize) -> Self {
        let mut may_be_address = false;
        let mut first_mark = None;
        let is_inner = |first_mark: Option<usize>, end: usize| first_mark.is_some_and(|mark| mark + 1 < end);
        for (at, byte) in text.as_bytes().iter().enumerate().skip(from) {
            let space = match TOKEN_BYTES.get(usize::from(*byte)) {
                None | Some(TokenByte::Plain) => continue,
                Some(TokenByte::Space) => 1,
                Some(TokenByte::PerhapsSpace) => {
                    let space = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| c.is_whitespace());
                    space.map_or(0, char::len_utf8)
                }
                Some(TokenByte::Mark) => {
                    may_be_address = true;
                    0
                }
                Some(TokenByte::InnerMark) => {
                    // One of several has another behind it.
                    first_mark = first_mark.or(Some(at));
                    0
                }
            };
            if space > 0 {
                return Self { end: at, next: at + space, may_be_address: may_be_address || is_inner(first_mark, at) };
            }
        }
        let end = text.len();
        Self { end, next: end, may_be_address: may_be_address || is_inner(first_mark, end) }
    }
}

/// Appends the words of a token, a text without spaces.
fn split(
    letters: &Letters,
    text: &str,
    token: Range<usize>,
    in_address: bool,
    begins: &mut bool,
    words: &mut Vec<Word>,
) {
    let (mut is_joined, mut stop) = (false, false);
    let mut rest = cut(text, &token).chars();
    loop {
        let from = rest.clone();
        let Some(letter) = rest.next() else { break };
        if letters.look(letter).properties.is_alphanumeric() {
            rest = from;
            let mut word = read(letters, token.end, &mut rest);
            (word.in_address, word.begins, word.is_joined) = (in_address, *begins, is_joined);
            words.push(word);
            (*begins, is_joined, stop) = (false, false, false);
            continue;
        }
        is_joined = letter == '-' || letter == '\u{2011}';
        match letter {
            '.' => stop = true,
            '!' | '?' | '…' | '«' | '„' | '“' | '"' | '—' | '–' | '•' | ':' if !in_address => {
                *begins = true;
            }
            _ => {}
        }
    }
    // A full stop before a letter is within an abbreviation or an address.
    *begins |= stop;
}

/// Reads the word with which a text begins that ends at `end`, and what may stand within a word behind it.
fn read(letters: &Letters, end: usize, rest: &mut Chars<'_>) -> Word {
    let start = end - rest.as_str().len();
    let mut span = start..start;
    // The classes of the letters, one bit each: those of the last may change by a mark after it.
    let (mut classes, mut last, mut last_class) = (0_u8, None, 0_u8);
    let mut has_digit = false;
    let (mut count, mut capitals, mut first_is_capital) = (0_usize, 0_usize, false);
    let (mut beginning, mut known) = (Beginning::default(), 0);
    loop {
        let from = rest.clone();
        let Some(letter) = rest.next() else { break };
        let look = letters.look(letter);
        let properties = look.properties;
        if !(properties.is_alphanumeric() || properties.is_mark()) {
            if is_inner(letter) {
                continue;
            }
            *rest = from;
            break;
        }
        span.end = end - rest.as_str().len();
        if look.is_letter() {
            beginning = beginning.with(known, look.number);
            known += 1;
        }
        if properties.is_numeric() {
            has_digit = true;
        } else if properties.is_mark() {
            // A letter written as two characters: й as и and a breve.
            if let Some(whole) = last.and_then(|last| compose(last, letter)) {
                (last, last_class) = (Some(whole), 1 << letters.class(whole) as u8);
            }
        } else {
            classes |= last_class;
            (last, last_class) = (Some(letter), 1 << look.class as u8);
            let is_capital = properties.is_uppercase();
            first_is_capital |= is_capital && count == 0;
            count += 1;
            capitals += usize::from(is_capital);
        }
    }
    classes |= last_class;
    let has = |class: LetterClass| classes >> class as u8 & 1 == 1;
    let script = match (has(LetterClass::Home), has(LetterClass::Foreign), has(LetterClass::Other)) {
        (false, false, false) => WordScript::None,
        (false, false, true) => WordScript::Other,
        (true, false, false) => WordScript::Home,
        (_, true, false) => WordScript::Foreign,
        _ => WordScript::Mixed,
    };
    let capitals = match capitals {
        0 => Capitals::None,
        1 if first_is_capital => Capitals::First,
        capitals if capitals == count => Capitals::All,
        _ => Capitals::Some,
    };
    Word { span, script, capitals, has_digit, in_address: false, begins: false, is_joined: false, beginning }
}

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
    use crate::check::Language;

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
        words(&letters(), text).into_iter().map(word).collect()
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
