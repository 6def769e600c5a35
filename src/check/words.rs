//! The words of a text: one look at them, shared by all rules.

use std::ops::Range;

use unicode_normalization::char::compose;

use crate::model::cut;

use super::{
    characters::Characters,
    language::{LetterClass, Letters},
};

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
    let characters = Characters::new();
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut begins = true;
    let mut from = 0;
    // What stands between two spaces is an address as a whole, or not at all.
    while from < text.len() {
        let token = Token::at(text, from);
        let in_address = token.may_be_address && is_address(cut(text, &(from..token.end)));
        split(letters, characters, text, from..token.end, in_address, &mut begins, &mut words);
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
    fn at(text: &str, from: usize) -> Self {
        let mut may_be_address = false;
        for (at, byte) in text.as_bytes().iter().enumerate().skip(from) {
            let space = match byte {
                b'\t'..=b'\r' | b' ' => 1,
                // The first bytes of other spaces.
                0xc2 | 0xe1..=0xe3 => {
                    let space = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| c.is_whitespace());
                    space.map_or(0, char::len_utf8)
                }
                _ => 0,
            };
            if space > 0 {
                return Self { end: at, next: at + space, may_be_address };
            }
            may_be_address |= matches!(byte, b'.' | b':' | b'@' | b'#' | b'_' | b'\\' | b'=' | b'{' | b'<');
        }
        Self { end: text.len(), next: text.len(), may_be_address }
    }
}

/// Appends the words of a token, a text without spaces.
fn split(
    letters: &Letters,
    characters: Characters,
    text: &str,
    token: Range<usize>,
    in_address: bool,
    begins: &mut bool,
    words: &mut Vec<Word>,
) {
    let mut tally = WordTally::default();
    let (mut joined, mut stop) = (false, false);
    let mut rest = cut(text, &token).chars();
    loop {
        let at = token.end - rest.as_str().len();
        // A space ends the last word.
        let letter = rest.next().unwrap_or(' ');
        if characters.is_alphanumeric(letter) || (tally.is_begun && characters.is_mark(letter)) {
            tally.add(letters, characters, at, letter);
            continue;
        }
        if tally.is_begun && is_inner(letter) {
            continue;
        }
        if let Some(word) = tally.finish(in_address, *begins, joined) {
            words.push(word);
            (*begins, stop) = (false, false);
        }
        joined = letter == '-' || letter == '\u{2011}';
        match letter {
            '.' => stop = true,
            '!' | '?' | '…' | '«' | '„' | '“' | '"' | '—' | '–' | '•' | ':' if !in_address => {
                *begins = true;
            }
            ' ' => break,
            _ => {}
        }
    }
    // A full stop before a letter is within an abbreviation or an address.
    *begins |= stop;
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

/// What is known of a word while its letters are read.
#[derive(Default)]
struct WordTally {
    is_begun: bool,
    span: Range<usize>,
    /// The last letter, which a mark after it may change, and its class.
    last: Option<(char, LetterClass)>,
    /// The classes of the letters before it, one bit each.
    classes: u8,
    has_digit: bool,
    letters: usize,
    capitals: usize,
    first_is_capital: bool,
}

impl WordTally {
    fn add(&mut self, letters: &Letters, characters: Characters, at: usize, letter: char) {
        if !self.is_begun {
            (self.is_begun, self.span.start) = (true, at);
        }
        self.span.end = at + letter.len_utf8();
        if characters.is_numeric(letter) {
            self.has_digit = true;
            return;
        }
        if characters.is_mark(letter) {
            // A letter written as two characters: й as и and a breve.
            if let Some(whole) = self.last.and_then(|(last, _)| compose(last, letter)) {
                self.last = Some((whole, letters.class(whole)));
            }
            return;
        }
        self.close_letter();
        self.last = Some((letter, letters.class(letter)));
        let is_capital = characters.is_uppercase(letter);
        self.first_is_capital |= is_capital && self.letters == 0;
        self.letters += 1;
        self.capitals += usize::from(is_capital);
    }

    /// Adds the class of the last letter, which no mark changes any more.
    const fn close_letter(&mut self) {
        if let Some((_, class)) = self.last {
            self.classes |= 1 << class as u8;
        }
    }

    /// The word that ends here.
    fn finish(&mut self, in_address: bool, begins: bool, is_joined: bool) -> Option<Word> {
        if !self.is_begun {
            return None;
        }
        self.close_letter();
        let has = |class: LetterClass| self.classes >> class as u8 & 1 == 1;
        let script = match (has(LetterClass::Home), has(LetterClass::Foreign), has(LetterClass::Other)) {
            (false, false, false) => WordScript::None,
            (false, false, true) => WordScript::Other,
            (true, false, false) => WordScript::Home,
            (_, true, false) => WordScript::Foreign,
            _ => WordScript::Mixed,
        };
        let capitals = match self.capitals {
            0 => Capitals::None,
            1 if self.first_is_capital => Capitals::First,
            count if count == self.letters => Capitals::All,
            _ => Capitals::Some,
        };
        let (span, has_digit) = (self.span.clone(), self.has_digit);
        *self = Self::default();
        Some(Word { span, script, capitals, has_digit, in_address, begins, is_joined })
    }
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
