//! Slugs: the names of articles in addresses.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::Profile;

/// The slug of a text with nothing that an address could hold.
const EMPTY: &str = "untitled";

/// The text as ASCII, in lower case, its words joined by hyphens: `Мінск трымае войска дома` →
/// `minsk-trymaje-vojska-doma`. Never empty; the same for the same text and profile, so an address stays stable.
#[must_use]
pub fn slug(profile: &Profile, text: &str) -> String {
    let table = &profile.slug;
    let longest = table.letters.keys().map(|key| key.chars().count()).max().unwrap_or(1).max(1);
    let is_apostrophe = |letter: char| letter == '\'' || profile.alphabet.apostrophes.contains(letter);
    let opens = |letter: char| {
        is_apostrophe(letter) || profile.alphabet.vowels.contains(letter) || table.opens.contains(letter)
    };
    let letters: Vec<char> = text.nfc().flat_map(char::to_lowercase).collect();
    let mut out = String::with_capacity(letters.len());
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied();
        let is_initial = before.is_none_or(|before| !before.is_alphabetic() && !is_apostrophe(before));
        let is_open = before.is_some_and(opens);
        let mut key = String::new();
        let mut consumed = 1;
        let mut romanized: Option<&str> = None;
        for (count, next) in letters.iter().skip(at).take(longest).enumerate() {
            key.push(*next);
            let special = if is_initial {
                table.initial.get(&key)
            } else if is_open {
                table.open.get(&key)
            } else {
                None
            };
            if let Some(value) = special.or_else(|| table.letters.get(&key)) {
                romanized = Some(value);
                consumed = count + 1;
            }
        }
        match romanized {
            Some(value) => out.push_str(value),
            None if is_apostrophe(letter) => {}
            None => push_plain(letter, &mut out),
        }
        at += consumed;
    }
    out.make_ascii_lowercase();
    let words: Vec<&str> = out.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { EMPTY.to_owned() } else { words.join("-") }
}

/// Adds a letter that no table has: nothing if it is invisible, its base letter if it only carries marks, otherwise a
/// break.
fn push_plain(letter: char, out: &mut String) {
    let is_invisible = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    if is_invisible || is_combining_mark(letter) {
        return;
    }
    let base: String = std::iter::once(letter).nfkd().filter(char::is_ascii_alphanumeric).collect();
    out.push_str(if base.is_empty() { "-" } else { &base });
}
