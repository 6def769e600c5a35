//! Which words of the articles should the glossary know? Names, and phrases that come back.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use serde::Deserialize;

use crate::{locale::Locales, model::Locale};

/// The file of a locale with the words that neither begin nor end a phrase.
const TERMS: &str = "terms.toml";

/// The longest phrase, in words.
const LONGEST: usize = 4;

/// A name or phrase that the glossary lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// As it stands in the text, without a possessive ending.
    pub text: String,
    /// Whether it is a name: it has capitals within a sentence.
    pub name: bool,
    /// How often it stands.
    pub count: usize,
    /// The first sentence in which it stands.
    pub sentence: String,
}

/// What is known of a language's phrases.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Stops {
    /// Words that neither begin nor end a phrase, in lower case.
    pub stop: HashSet<String>,
    /// Endings that do not belong to a name (`’s`).
    pub endings: Vec<String>,
}

/// The words that neither begin nor end a phrase of a locale; none where no file says so, or where it cannot be read.
#[must_use]
pub fn stops(locales: &Locales, locale: &Locale) -> Stops {
    let layers = locales.layers(locale, TERMS);
    layers.last().and_then(|layer| toml::from_str(layer.text).ok()).unwrap_or_default()
}

/// Names and phrases that stand at least `min` times in `sentences`, the most frequent first. Each sentence comes with
/// the places where the glossary's words stand, which are never part of a candidate. Linear in the text.
#[must_use]
pub fn extract(sentences: &[(String, Vec<Range<usize>>)], stops: &Stops, min: usize) -> Vec<Candidate> {
    let runs: Vec<(usize, Vec<Word<'_>>)> = sentences
        .iter()
        .enumerate()
        .flat_map(|(at, (text, known))| runs(text, known, stops).into_iter().map(move |run| (at, run)))
        .collect();
    // A word with a capital within a sentence is a name; at its beginning it may be one.
    let names: HashSet<&str> = runs
        .iter()
        .flat_map(|(_, run)| run.iter().filter(|word| word.capital && !word.first).map(|word| word.text))
        .collect();
    // What stands somewhere in lower case is no name for beginning a sentence.
    let common: HashSet<&str> =
        runs.iter().flat_map(|(_, run)| run.iter().filter(|word| !word.capital).map(|word| word.text)).collect();
    let mut found: HashMap<String, Candidate> = HashMap::new();
    let mut add = |text: String, name: bool, at: usize| {
        let key = if name { text.clone() } else { text.to_lowercase() };
        let sentence = || sentences.get(at).map(|(text, _)| text.clone()).unwrap_or_default();
        let candidate = found.entry(key).or_insert_with(|| Candidate { text, name, count: 0, sentence: sentence() });
        candidate.count += 1;
    };
    for (at, run) in &runs {
        for name in names_of(run, &names, &common, stops) {
            add(joined(name), true, *at);
        }
        for phrase in phrases_of(run, stops) {
            add(joined(phrase), false, *at);
        }
    }
    let mut list: Vec<Candidate> = found.into_values().filter(|candidate| candidate.count >= min).collect();
    drop_parts(&mut list);
    list.sort_by(|a, b| b.count.cmp(&a.count).then(b.name.cmp(&a.name)).then_with(|| a.text.cmp(&b.text)));
    list
}

/// A word of a sentence.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    capital: bool,
    /// Whether it begins the sentence.
    first: bool,
}

/// The words of a sentence in runs: marks and the glossary's own words part them.
fn runs<'a>(text: &'a str, known: &[Range<usize>], stops: &Stops) -> Vec<Vec<Word<'a>>> {
    let mut runs = vec![Vec::new()];
    let mut known = known.iter().peekable();
    let mut first = true;
    let mut gap = 0;
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'' | 'ʼ');
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = rest.next_if(|(_, c)| is_word(*c)) {
            end = at + c.len_utf8();
        }
        while known.next_if(|span| span.end <= start).is_some() {
            // It stands between this word and the one before.
            runs.push(Vec::new());
        }
        let between = text.get(gap..start).unwrap_or_default();
        if !between.chars().all(char::is_whitespace) {
            runs.push(Vec::new());
        }
        gap = end;
        let whole = text.get(start..end).unwrap_or_default().trim_end_matches(['-', '’', '\'', 'ʼ']);
        let word = stops.endings.iter().find_map(|ending| whole.strip_suffix(ending.as_str())).unwrap_or(whole);
        let is_known = known.peek().is_some_and(|span| span.start < end);
        // A quotation and what follows a colon begin anew.
        let opens = |c: char| matches!(c, '“' | '„' | '«' | '"' | ':' | '.' | '!' | '?' | '…' | '(' | '[');
        let begins = std::mem::take(&mut first) || between.contains(opens);
        if is_known {
            runs.push(Vec::new());
            continue;
        }
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        if let Some(run) = runs.last_mut() {
            run.push(Word { text: word, capital, first: begins });
        }
        if word.len() < whole.len() {
            // Behind a possessive another thing is named.
            runs.push(Vec::new());
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// The runs of words with capitals; a stop word does not begin one (The), and the first word of a sentence counts where
/// it is a name elsewhere, or with another name behind it and nowhere in lower case.
fn names_of<'r, 'a>(
    run: &'r [Word<'a>],
    names: &HashSet<&str>,
    common: &HashSet<&str>,
    stops: &Stops,
) -> Vec<&'r [Word<'a>]> {
    let is_common = |word: &Word<'_>| {
        let lower = word.text.to_lowercase();
        stops.stop.contains(&lower) || (word.first && common.contains(lower.as_str()) && !names.contains(word.text))
    };
    let mut found = Vec::new();
    for part in run.split(|word| !word.capital) {
        let part = match part.split_first() {
            Some((first, rest)) if is_common(first) => rest,
            Some((first, [])) if first.first && !names.contains(first.text) => &[],
            _ => part,
        };
        if part.iter().any(|word| word.text.chars().count() > 1) {
            found.push(part);
        }
    }
    found
}

/// The phrases of a run: two to four words, no stop word at either end, not all of them with capitals.
fn phrases_of<'r, 'a>(run: &'r [Word<'a>], stops: &Stops) -> Vec<&'r [Word<'a>]> {
    let stands = |word: Option<&Word<'_>>| {
        word.is_some_and(|word| {
            !stops.stop.contains(&word.text.to_lowercase()) && word.text.chars().any(char::is_alphabetic)
        })
    };
    let mut found = Vec::new();
    for length in 2..=LONGEST {
        for phrase in run.windows(length) {
            let named = phrase.iter().all(|word| word.capital);
            if stands(phrase.first()) && stands(phrase.last()) && !named {
                found.push(phrase);
            }
        }
    }
    found
}

/// Takes out phrases that stand only within a longer one of the list.
fn drop_parts(list: &mut Vec<Candidate>) {
    let mut within: HashMap<String, usize> = HashMap::new();
    for candidate in list.iter() {
        let words: Vec<String> = candidate.text.split(' ').map(str::to_lowercase).collect();
        for length in 1..words.len().min(LONGEST + 1) {
            for part in words.windows(length) {
                let count = within.entry(part.join(" ")).or_default();
                *count = (*count).max(candidate.count);
            }
        }
    }
    list.retain(|one| one.name || within.get(&one.text.to_lowercase()).is_none_or(|count| *count < one.count));
}

fn joined(words: &[Word<'_>]) -> String {
    words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}
