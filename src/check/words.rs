//! The words of a text: one look at them, shared by all rules.

use std::ops::{Deref, Range};

use crate::{glossary::is_mark, model::cut};

use super::{
    characters::Characters,
    signs::Signs,
    word_facts::{KnownFacts, WordFacts, WordLists},
};

pub(super) use super::word_shape::{Capitals, WordScript};

/// Bytes of a text for each of its words; most texts have more.
const LETTERS: usize = 5;

/// A word: letters and digits, with the marks, apostrophes and invisible characters between them. A hyphen ends it. What it
/// is by its letters alone is looked up once; what its place says is found here.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says something else about its place")]
pub(super) struct Word<'a> {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// Whether it is part of an address, a file's name, a tag, a handle or a placeholder, whose letters must not change.
    pub in_address: bool,
    /// Whether a sentence begins with it, or a quotation, a line or a list item.
    pub begins: bool,
    /// Whether a hyphen joins it to the word before it.
    pub is_joined: bool,
    /// Whether there is no space between it and the word before it.
    pub is_attached: bool,
    facts: KnownFacts<'a>,
}

impl Deref for Word<'_> {
    type Target = WordFacts;

    #[inline]
    fn deref(&self) -> &WordFacts {
        &self.facts
    }
}

impl Word<'_> {
    /// Whether it is a word in lower case that belongs to the text, and so neither a name nor an abbreviation.
    pub(super) fn is_plain(&self) -> bool {
        self.capitals == Capitals::None && self.script != WordScript::None && !self.has_digit && !self.in_address
    }
}

/// The words of a text in order: one look at the text for all rules, which see first whether any word may concern them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct WordsOfText<'a> {
    all: Vec<Word<'a>>,
    /// The characters of the text.
    pub signs: Signs,
    /// The lists of all of them.
    pub lists: WordLists,
    /// The kinds of opposites of which they may have a word without another meaning, as a set of bits.
    pub clear_opposites: u128,
    /// Whether something other than a space parts two of them.
    pub are_attached: bool,
}

impl<'a> WordsOfText<'a> {
    /// Reads a text; `look` tells what is known of each of its words, one after another. The work is linear in the text.
    pub(super) fn read(text: &str, look: impl FnOnce(SpottedWords<'_>, &mut dyn FnMut(KnownFacts<'a>))) -> Self {
        let spotted = TextInWords::read(text);
        let mut out = Self { all: Vec::with_capacity(spotted.words.len()), signs: spotted.signs, ..Self::default() };
        let mut spots = spotted.words.iter();
        look(SpottedWords { text, words: spotted.words.iter() }, &mut |facts| {
            let Some(spot) = spots.next() else { return };
            out.signs = out.signs.with(facts.signs);
            out.lists = out.lists.with(facts.lists);
            out.clear_opposites |= facts.clear_opposites;
            out.are_attached |= spot.is_attached;
            let SpottedWord { ref span, in_address, begins, is_joined, is_attached } = *spot;
            let span = span.start..span.start + facts.length;
            out.all.push(Word { span, in_address, begins, is_joined, is_attached, facts });
        });
        out
    }

    /// What stands before, between and behind the words, but for a single space, with which most gaps are right.
    pub(super) fn unusual_gaps<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let ends = [0].into_iter().chain(self.all.iter().map(|word| word.span.end));
        let starts = self.all.iter().map(|word| word.span.start).chain([text.len()]);
        let gaps = ends.zip(starts).map(|(end, start)| end..start);
        gaps.filter(|gap| !(gap.len() == 1 && gap.start > 0 && text.as_bytes().get(gap.start) == Some(&b' ')))
    }

    /// The words alone.
    pub(super) fn into_vec(self) -> Vec<Word<'a>> {
        self.all
    }
}

impl<'a> Deref for WordsOfText<'a> {
    type Target = [Word<'a>];

    #[inline]
    fn deref(&self) -> &[Word<'a>] {
        &self.all
    }
}

/// A word and its place, before it is known what it is.
#[expect(clippy::struct_excessive_bools, reason = "each says something else about its place")]
struct SpottedWord {
    /// Its bytes, with what may stand within a word behind its last letter.
    span: Range<usize>,
    in_address: bool,
    begins: bool,
    is_joined: bool,
    is_attached: bool,
}

/// The words of a text, one after another. All are there before the first is looked up, so that no look waits for another.
pub(super) struct SpottedWords<'t> {
    text: &'t str,
    words: std::slice::Iter<'t, SpottedWord>,
}

impl<'t> Iterator for SpottedWords<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        self.words.next().map(|word| cut(self.text, &word.span))
    }
}

/// Where the words of a text are, and the characters between them.
struct TextInWords {
    words: Vec<SpottedWord>,
    signs: Signs,
}

impl TextInWords {
    fn read(text: &str) -> Self {
        let mut out = Self { words: Vec::with_capacity(text.len() / LETTERS + 2), signs: Signs::default() };
        let mut begins = true;
        let mut from = 0;
        // What stands between two spaces is an address as a whole, or not at all.
        while from < text.len() {
            let (before, begun) = (out.words.len(), begins);
            let mut token = out.read_token(text, from, false, &mut begins);
            if token.may_be_address && is_address(cut(text, &(from..token.end))) {
                out.words.truncate(before);
                begins = begun;
                token = out.read_token(text, from, true, &mut begins);
            }
            begins |= text.as_bytes().get(token.end) == Some(&b'\n');
            from = token.next;
        }
        out
    }

    /// Reads what stands between two spaces, and appends its words.
    fn read_token(&mut self, text: &str, from: usize, in_address: bool, begins: &mut bool) -> Token {
        let characters = Characters::new();
        let (mut is_joined, mut is_attached) = (false, false);
        // The first stop or colon, which an address does not have at its end, and whether no letter is behind the last stop.
        let (mut inner, mut stop) = (None, false);
        let mut token = Token { end: text.len(), next: text.len(), may_be_address: false };
        let mut at = from;
        while let Some(first) = text.as_bytes().get(at).copied() {
            // Most words are parted by a single space.
            if first == b' ' {
                self.signs.add(b' ');
                (token.end, token.next) = (at, at + 1);
                break;
            }
            let is_letter = ByteKind::of(first) == ByteKind::Letter;
            let letter = if is_letter { 'a' } else { cut(text, &(at..text.len())).chars().next().unwrap_or(' ') };
            if is_letter || characters.is_alphanumeric(letter) {
                let end = at + run_end(characters, cut(text, &(at..text.len())));
                self.words.push(SpottedWord { span: at..end, in_address, begins: *begins, is_joined, is_attached });
                (*begins, is_joined, is_attached, stop) = (false, false, true, false);
                at = end;
                continue;
            }
            self.signs.add(first);
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

/// What stands between two spaces.
struct Token {
    /// Its end, and where the next one begins.
    end: usize,
    next: usize,
    /// Whether it has a mark that an address may have.
    may_be_address: bool,
}

/// The words of a text in groups: nothing but some characters stands between two words of one. Most words are alone.
pub(super) fn groups<'w, 'a>(
    text: &'w str,
    words: &'w [Word<'a>],
    joins: impl Fn(char) -> bool + 'w,
) -> impl Iterator<Item = &'w [Word<'a>]> {
    words.chunk_by(move |one, next| next.is_attached && cut(text, &(one.span.end..next.span.start)).chars().all(&joins))
}

/// The end of the letters and digits with which a text begins, and of what may stand within a word between and behind them.
fn run_end(characters: Characters, text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        match ByteKind::of(*byte) {
            ByteKind::Letter => end += 1,
            ByteKind::Break => break,
            ByteKind::Other => {
                let letter = cut(text, &(end..text.len())).chars().next().unwrap_or(' ');
                if !(characters.is_alphanumeric(letter) || is_inner(letter) || is_mark(letter)) {
                    break;
                }
                end += letter.len_utf8();
            }
        }
    }
    end
}

/// What a byte of a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ByteKind {
    /// A letter or a digit of ASCII, a letter from U+0400 to U+047F, or a byte of a character behind its first.
    Letter,
    /// The first of another character.
    Other,
    /// What parts words.
    Break,
}

impl ByteKind {
    const ALL: [Self; 256] = {
        let mut kinds = [Self::Other; 256];
        let mut byte = 0;
        while byte < kinds.len() {
            kinds[byte] = match byte {
                0x30..=0x39 | 0x41..=0x5a | 0x61..=0x7a | 0x80..=0xbf | 0xd0 | 0xd1 => Self::Letter,
                0x27 | 0x60 | 0xc0.. => Self::Other,
                _ => Self::Break,
            };
            byte += 1;
        }
        kinds
    };

    #[inline]
    fn of(byte: u8) -> Self {
        Self::ALL.get(usize::from(byte)).copied().unwrap_or(Self::Other)
    }
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
    use crate::check::{Language, language::Letters, word_shape::WordShape};

    fn look(text: &str) -> KnownFacts<'static> {
        KnownFacts::Own(Box::new(WordShape::of(&letters(), text).into()))
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
        let word = |word: Word<'_>| {
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
        WordsOfText::read(text, |words, each| words.map(look).for_each(each)).into_vec().into_iter().map(word).collect()
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

    #[test]
    fn a_text_has_the_characters_of_its_words_and_gaps_of_which_single_spaces_are_usual() {
        let text = "«Так», — ён  і яна";
        let words = WordsOfText::read(text, |words, each| words.map(look).for_each(each));
        assert!(words.signs.has(Signs::of(",")) && words.signs.may_have(Signs::of("—")));
        assert!(!words.signs.has(Signs::of(".\"")));
        let gaps: Vec<&str> = words.unusual_gaps(text).map(|gap| cut(text, &gap)).collect();
        assert_eq!(gaps, ["«", "», — ", "  ", ""]);
    }
}
