//! Whether a draft is in the language of the edition, by its letters: their script, and those that no longer text lacks.

use std::{collections::HashSet, ops::Range};

use crate::model::{clip, cut};

use super::{Bitext, Context, language::LetterClass};

/// Words in another script, in lower case, that a draft may add to the source's: `de facto`, `et al.`
const MAX_NEW: usize = 2;
/// Words of the source in lower case that a draft may keep in a long sentence, as a title has them.
const MAX_KEPT: usize = 3;
/// Letters after which a text has one of the language's telling letters.
const LONG: usize = 150;

/// A word of a draft.
struct Word<'a> {
    text: &'a str,
    /// Whether it has letters of the language's script.
    is_home: bool,
    /// Whether it is in lower case, and so neither a name nor an abbreviation.
    is_lower: bool,
}

/// The words of a draft that is in another language.
pub(super) fn other_language(context: &Context<'_>, bitext: &Bitext<'_>) -> Option<String> {
    if context.letters.is_empty() {
        return None;
    }
    let prose = &bitext.target.prose;
    let words = words(context, bitext);
    let home = words.iter().filter(|word| word.is_home).count();
    let lower: Vec<&str> = words.iter().filter(|word| !word.is_home && word.is_lower).map(|word| word.text).collect();
    let source: HashSet<String> =
        split(&bitext.source.prose).map(|span| lower_case(cut(&bitext.source.prose, &span))).collect();
    let is_new = |word: &&str| !source.contains(&lower_case(word));
    if home == 0 && is_marked_source(context, bitext) {
        return None;
    }
    if home == 0 {
        let added = words.iter().map(|word| word.text).filter(is_new).count();
        // A name may stay as it is; a sentence may not.
        let in_sentence = bitext.source.prose.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
        let is_wrong = !lower.is_empty() || added > usize::from(!in_sentence);
        return (is_wrong && !words.is_empty()).then(|| clip(prose, 60));
    }
    let added: Vec<&str> = lower.iter().copied().filter(is_new).collect();
    if added.len() > MAX_NEW {
        return Some(clip(&added.join(" "), 60));
    }
    if lower.len() > MAX_NEW && (lower.len() > home || (lower.len() > MAX_KEPT && lower.len() * 3 > home)) {
        return Some(clip(&lower.join(" "), 60));
    }
    lacks_telling_letters(context, &words).then(|| clip(prose, 60))
}

/// Whether a draft is the source and the tag of its language (`[be]`), as engines made for testing answer.
fn is_marked_source(context: &Context<'_>, bitext: &Bitext<'_>) -> bool {
    let Some((before, after)) = bitext.target.prose.split_once(bitext.source.prose.as_str()) else { return false };
    let tag: String = before.chars().chain(after.chars()).filter(|c| c.is_alphanumeric()).collect();
    tag.eq_ignore_ascii_case(context.pair.target.language())
}

fn lower_case(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// The words of the draft that are not code or addresses.
fn words<'a>(context: &Context<'_>, bitext: &'a Bitext<'_>) -> Vec<Word<'a>> {
    let prose = &bitext.target.prose;
    let spans = split(prose).filter(|span| !bitext.is_exempt(span) && !is_address(prose, span));
    let words = spans.map(|span| {
        let text = cut(prose, &span);
        let classes = |wanted: LetterClass| text.chars().any(|c| context.letters.class(c) == wanted);
        let is_home = classes(LetterClass::Home) || classes(LetterClass::Foreign);
        let is_lower = text.chars().all(|c| !c.is_uppercase()) && text.chars().nth(1).is_some();
        Word { text, is_home, is_lower }
    });
    words.collect()
}

/// The spans of words: letters, with the apostrophes and marks between them.
fn split(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | 'ʼ' | '\u{300}'..='\u{36f}');
    let mut from = 0;
    text.split(move |c: char| !is_part(c)).filter_map(move |word| {
        let at = from;
        from += word.len() + text.get(at + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        word.contains(char::is_alphabetic).then(|| at..at + word.len())
    })
}

/// Whether a word is part of an address, a file's name, a tag or a handle.
fn is_address(prose: &str, span: &Range<usize>) -> bool {
    let before = prose.get(..span.start).unwrap_or_default();
    let start = before.char_indices().rfind(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    let after = prose.get(span.end..).unwrap_or_default();
    let end = span.end + after.find(char::is_whitespace).unwrap_or(after.len());
    let token = prose.get(start..end).unwrap_or_default();
    let token = token.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '#'));
    token.contains("://")
        || token.starts_with("www.")
        || token.contains(['@', '#', '_', '\\', '='])
        || token.split('.').filter(|part| part.starts_with(char::is_alphabetic)).count() > 1 && token.is_ascii()
}

/// Whether a long text has none of the letters by which the language is told from its neighbours.
fn lacks_telling_letters(context: &Context<'_>, words: &[Word<'_>]) -> bool {
    let telling = &context.target.telling;
    if telling.is_empty() {
        return false;
    }
    let mut letters = 0;
    for letter in words.iter().filter(|word| word.is_home).flat_map(|word| word.text.chars()) {
        if letter.to_lowercase().any(|letter| telling.contains(letter)) {
            return false;
        }
        letters += 1;
    }
    letters >= LONG
}
