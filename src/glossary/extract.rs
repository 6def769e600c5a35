//! Candidates for the glossary: names, and phrases that recur in articles.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use serde::Deserialize;

use crate::{
    locale::{Locales, ProfileError},
    model::{Locale, cut},
};

/// The locale file with the words that neither begin nor end a phrase.
const TERMS: &str = "terms.toml";

/// The longest phrase, in words.
const MAX_WORDS: usize = 4;

/// A name or phrase that the glossary lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// As in the text, without a possessive ending.
    pub text: String,
    /// Whether it is a name: capitalized inside a sentence.
    pub name: bool,
    /// The number of occurrences.
    pub count: usize,
    /// The first sentence that contains it.
    pub sentence: String,
}

/// A language's rules for phrases.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PhraseRules {
    /// Words that neither begin nor end a phrase, in lower case.
    pub stop: HashSet<String>,
    /// Endings that are not part of a name (`’s`).
    pub endings: Vec<String>,
}

/// Returns a locale's rules for phrases; empty if it has no such file. Fails on a file that is not valid TOML, has an
/// unknown key or a value of the wrong type.
pub fn phrase_rules(locales: &Locales, locale: &Locale) -> Result<PhraseRules, ProfileError> {
    let layers = locales.layers(locale, TERMS);
    let Some(layer) = layers.last() else { return Ok(PhraseRules::default()) };
    toml::from_str(layer.text).map_err(|error| ProfileError {
        file: layer.path.to_owned(),
        line: 1 + cut(layer.text, &(0..error.span().map_or(0, |span| span.start))).matches('\n').count(),
        message: error.message().to_owned(),
    })
}

/// Extracts names and phrases that occur at least `min` times in `sentences`, the most frequent first. Each sentence
/// comes with the spans of glossary terms, which are never part of a candidate. Linear in the text.
#[must_use]
pub fn extract(sentences: &[(String, Vec<Range<usize>>)], rules: &PhraseRules, min: usize) -> Vec<Candidate> {
    let runs: Vec<(usize, Vec<Word<'_>>)> = sentences
        .iter()
        .enumerate()
        .flat_map(|(at, (text, known))| runs(text, known, rules).into_iter().map(move |run| (at, run)))
        .collect();
    // A word capitalized inside a sentence is a name; at the beginning of one it may be a name.
    let names: HashSet<&str> = runs
        .iter()
        .flat_map(|(_, run)| run.iter().filter(|word| word.capital && !word.first).map(|word| word.text))
        .collect();
    // A word that also occurs in lower case is not a name merely because it begins a sentence.
    let common: HashSet<&str> =
        runs.iter().flat_map(|(_, run)| run.iter().filter(|word| !word.capital).map(|word| word.text)).collect();
    let mut candidates: HashMap<String, Candidate> = HashMap::new();
    let mut add = |text: String, name: bool, at: usize| {
        let key = if name { text.clone() } else { text.to_lowercase() };
        let sentence = || sentences.get(at).map(|(text, _)| text.clone()).unwrap_or_default();
        let candidate =
            candidates.entry(key).or_insert_with(|| Candidate { text, name, count: 0, sentence: sentence() });
        candidate.count += 1;
    };
    for (at, run) in &runs {
        for name in names_of(run, &names, &common, rules) {
            add(join_words(name), true, *at);
        }
        for phrase in phrases_of(run, rules) {
            add(join_words(phrase), false, *at);
        }
    }
    let mut list: Vec<Candidate> = candidates.into_values().filter(|candidate| candidate.count >= min).collect();
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

/// Splits the words of a sentence into runs, separated by punctuation and glossary terms.
fn runs<'a>(text: &'a str, known: &[Range<usize>], rules: &PhraseRules) -> Vec<Vec<Word<'a>>> {
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
            // The term is between this word and the previous one.
            runs.push(Vec::new());
        }
        let between = text.get(gap..start).unwrap_or_default();
        if !between.chars().all(char::is_whitespace) {
            runs.push(Vec::new());
        }
        gap = end;
        let whole = text.get(start..end).unwrap_or_default().trim_end_matches(['-', '’', '\'', 'ʼ']);
        let word = rules.endings.iter().find_map(|ending| whole.strip_suffix(ending.as_str())).unwrap_or(whole);
        let is_known = known.peek().is_some_and(|span| span.start < end);
        // Text after an opening quotation mark, a bracket or a colon counts as a new sentence.
        let is_opening = |c: char| matches!(c, '“' | '„' | '«' | '"' | ':' | '.' | '!' | '?' | '…' | '(' | '[');
        let begins = std::mem::take(&mut first) || between.contains(is_opening);
        if is_known {
            runs.push(Vec::new());
            continue;
        }
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        if let Some(run) = runs.last_mut() {
            run.push(Word { text: word, capital, first: begins });
        }
        if word.len() < whole.len() {
            // A possessive is followed by another name.
            runs.push(Vec::new());
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// The runs of capitalized words. A stop word does not begin one (The). The first word of a sentence counts if it is a
/// name elsewhere, or if another name follows and it never occurs in lower case.
fn names_of<'r, 'a>(
    run: &'r [Word<'a>],
    names: &HashSet<&str>,
    common: &HashSet<&str>,
    rules: &PhraseRules,
) -> Vec<&'r [Word<'a>]> {
    let is_common = |word: &Word<'_>| {
        let lower = word.text.to_lowercase();
        rules.stop.contains(&lower) || (word.first && common.contains(lower.as_str()) && !names.contains(word.text))
    };
    let mut parts = Vec::new();
    for part in run.split(|word| !word.capital) {
        let part = match part.split_first() {
            Some((first, rest)) if is_common(first) => rest,
            Some((first, [])) if first.first && !names.contains(first.text) => &[],
            _ => part,
        };
        if part.iter().any(|word| word.text.chars().count() > 1) {
            parts.push(part);
        }
    }
    parts
}

/// The phrases of a run: two to four words, no stop word at either end, not all capitalized.
fn phrases_of<'r, 'a>(run: &'r [Word<'a>], rules: &PhraseRules) -> Vec<&'r [Word<'a>]> {
    let is_boundary = |word: Option<&Word<'_>>| {
        word.is_some_and(|word| {
            !rules.stop.contains(&word.text.to_lowercase()) && word.text.chars().any(char::is_alphabetic)
        })
    };
    let mut phrases = Vec::new();
    for length in 2..=MAX_WORDS {
        for phrase in run.windows(length) {
            let is_name = phrase.iter().all(|word| word.capital);
            if is_boundary(phrase.first()) && is_boundary(phrase.last()) && !is_name {
                phrases.push(phrase);
            }
        }
    }
    phrases
}

/// Removes phrases that occur only inside a longer candidate.
fn drop_parts(list: &mut Vec<Candidate>) {
    let mut within: HashMap<String, usize> = HashMap::new();
    for candidate in list.iter() {
        let words: Vec<String> = candidate.text.split(' ').map(str::to_lowercase).collect();
        for length in 1..words.len().min(MAX_WORDS + 1) {
            for part in words.windows(length) {
                let count = within.entry(part.join(" ")).or_default();
                *count = (*count).max(candidate.count);
            }
        }
    }
    list.retain(|candidate| {
        candidate.name || within.get(&candidate.text.to_lowercase()).is_none_or(|count| *count < candidate.count)
    });
}

fn join_words(words: &[Word<'_>]) -> String {
    words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}
