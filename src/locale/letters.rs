//! Letters that do not belong to a language's alphabet.

use std::ops::Range;

use unicode_normalization::char::{compose, is_combining_mark};

use super::Profile;

/// The letters of a text outside the profile's alphabet, as ascending byte ranges; adjacent ones are merged.
///
/// A whole word in another script (NATO, Google’у) is no mistake; a letter of another script within a word of this one
/// is, and so is a letter of this script that the language lacks, and a single letter in place of its twin (Latin `i`
/// for the Belarusian word `і`). With a profile without letters, nothing is foreign.
#[must_use]
pub fn foreign_letters(profile: &Profile, text: &str) -> Vec<Range<usize>> {
    let Some(home) = profile.alphabet.letters.chars().next().map(Script::of) else {
        return Vec::new();
    };
    let words = words(profile, text, home);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if !word.has_home {
            let before = index.checked_sub(1).and_then(|before| words.get(before));
            if is_twin_word(profile, text, before, word, words.get(index + 1)) {
                ranges.extend(word.letters.iter().map(|letter| letter.span.clone()));
            }
            continue;
        }
        for letter in word.letters.iter().filter(|letter| is_foreign(profile, home, letter.letter)) {
            match ranges.last_mut() {
                Some(last) if last.end == letter.span.start => last.end = letter.span.end,
                _ => ranges.push(letter.span.clone()),
            }
        }
    }
    ranges
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Other,
}

impl Script {
    fn of(letter: char) -> Self {
        match letter {
            'A'..='Z' | 'a'..='z' | '\u{aa}' | '\u{ba}' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Self::Latin,
            '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}' => {
                Self::Cyrillic
            }
            _ => Self::Other,
        }
    }
}

struct Letter {
    /// With its marks composed: й, even where the text has и and a breve.
    letter: char,
    span: Range<usize>,
}

#[derive(Default)]
struct Word {
    letters: Vec<Letter>,
    has_home: bool,
}

impl Word {
    fn span(&self) -> Range<usize> {
        let start = self.letters.first().map_or(0, |letter| letter.span.start);
        start..self.letters.last().map_or(start, |letter| letter.span.end)
    }
}

/// The words of a text. A hyphen ends a word (IT-кампанія); an apostrophe does only next to a word of another script
/// (Google’у), so that a Latin letter next to an apostrophe is still noticed (м’a).
fn words(profile: &Profile, text: &str, home: Script) -> Vec<Word> {
    let mut words = Vec::new();
    let mut parts: Vec<Word> = Vec::new();
    let mut part = Word::default();
    let mut after_apostrophe = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if is_apostrophe(profile, letter) && !part.letters.is_empty() {
            parts.push(std::mem::take(&mut part));
            after_apostrophe = true;
        } else if is_combining_mark(letter) || is_invisible(letter) {
            if let Some(last) = part.letters.last_mut() {
                last.letter = compose(last.letter, letter).unwrap_or(last.letter);
                last.span.end = end;
            }
        } else if letter.is_alphabetic() && !is_apostrophe(profile, letter) {
            part.has_home |= Script::of(letter) == home;
            part.letters.push(Letter { letter, span: at..end });
            after_apostrophe = false;
        } else if !part.letters.is_empty() || after_apostrophe || !parts.is_empty() {
            parts.push(std::mem::take(&mut part));
            end_word(&mut parts, &mut words);
            after_apostrophe = false;
        }
    }
    parts.push(part);
    end_word(&mut parts, &mut words);
    words
}

fn end_word(parts: &mut Vec<Word>, words: &mut Vec<Word>) {
    let is_mixture = parts.iter().any(|part| part.letters.len() > 1 && !part.has_home);
    let mut whole = Word::default();
    for part in parts.drain(..).filter(|part| !part.letters.is_empty()) {
        if is_mixture {
            words.push(part);
        } else {
            whole.has_home |= part.has_home;
            whole.letters.extend(part.letters);
        }
    }
    if !whole.letters.is_empty() {
        words.push(whole);
    }
}

pub(super) fn is_apostrophe(profile: &Profile, letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ') || profile.alphabet.apostrophes.contains(letter)
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn is_foreign(profile: &Profile, home: Script, letter: char) -> bool {
    let alphabet = &profile.alphabet;
    let mut lower = letter.to_lowercase();
    let lower = lower.next().unwrap_or(letter);
    if Script::of(lower) == home {
        !alphabet.letters.contains(lower) && (alphabet.closed || alphabet.never.contains(lower))
    } else {
        true
    }
}

/// Whether a lone letter of another script is meant as a one-letter word of this language: in lower case, or at the
/// beginning of a sentence (a capital elsewhere is a numeral or a name: Мікалай I), with a word of this language after
/// it.
fn is_twin_word(profile: &Profile, text: &str, before: Option<&Word>, word: &Word, after: Option<&Word>) -> bool {
    let ([letter], Some(after)) = (word.letters.as_slice(), after) else {
        return false;
    };
    let Some(twin) = profile.alphabet.twins.get(letter.letter.encode_utf8(&mut [0; 4]) as &str) else {
        return false;
    };
    let between = |from: usize, to: usize| crate::model::cut(text, &(from..to));
    let gap = between(letter.span.end, after.span().start);
    if !after.has_home || gap.is_empty() || !gap.chars().all(char::is_whitespace) {
        return false;
    }
    if !profile.function_words.contains(&twin.to_lowercase()) {
        return false;
    }
    let gap = before.map_or("", |before| between(before.span().end, letter.span.start));
    let begins = before.is_none() || gap.contains(['.', '!', '?', '…']);
    let is_separate = before.is_none() || gap.starts_with(char::is_whitespace) || gap.ends_with(char::is_whitespace);
    is_separate && (begins || (letter.letter.is_lowercase() && before.is_some_and(|before| before.has_home)))
}
