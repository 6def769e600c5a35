//! Kin languages: what it takes to draft one from the other with a rule-based engine (`kin.toml`).

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Locales, ProfileError};
use crate::model::{Case, Locale, cut};

/// How a locale is drafted from a kin one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct KinPair {
    /// The engine's name for the direction; empty where the locale is not drafted that way.
    pub mode: String,
    /// The packages that a system needs for it.
    pub packages: Vec<String>,
    /// Tags of readings for which the engine has no forms: such a word counts as unknown.
    pub refused: Vec<String>,
    /// Prepositions that have another case in the other language: the word in lower case, its case, and the other. The engine
    /// may know a form in another case only; then a further row of the preposition says which.
    pub governs: Vec<(String, Case, Case)>,
    /// Words that the engine takes for others: each in lower case, with tags of the word before that show that the engine is
    /// right, several in one reading parted by a blank (`<n> <nom>`). Elsewhere such a word counts as unknown.
    pub homographs: Vec<Vec<String>>,
    /// Translations in place of the engine's: how the analysis of a word begins, and how that of the translation does.
    pub lexicon: Vec<(String, String)>,
    /// Tags that the engine's rules leave, with those that its generator knows.
    pub repairs: Vec<(String, String)>,
    /// Tags of words that the generator lacks, and that have no other form.
    pub invariable: Vec<String>,
    /// Translations of frequent words that the engine does not know, in lower case; `-` before a word is a hyphen before it.
    pub words: BTreeMap<String, String>,
    /// The same of words that may be something else, too: the likeliest translation, which is told as not certain.
    pub likely: BTreeMap<String, String>,
    /// Groups of letters, each with those that it becomes in a cognate, the likeliest first; `^` and `$` are the ends of
    /// the word. Of several groups that fit, a longer one is likelier. Other letters stay.
    pub letters: Vec<Vec<String>>,
    /// Letters to replace in the cognate, in this order: after which (any of these; `^` is the beginning, nothing is any),
    /// what, before which (`$` is the end), and by what.
    pub then: Vec<(String, String, String, String)>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct KinFile {
    from: BTreeMap<Locale, KinPair>,
}

/// How a locale is drafted from another one; `None` where nothing says so.
pub fn kin_pair(locales: &Locales, locale: &Locale, from: &Locale) -> Result<Option<KinPair>, ProfileError> {
    let mut file = KinFile::default();
    for layer in locales.layers(locale, "kin.toml") {
        let read: KinFile = toml::from_str(layer.text).map_err(|error| {
            let before = error.span().map_or("", |span| cut(layer.text, &(0..span.start)));
            let (line, message) = (before.matches('\n').count() + 1, error.message().to_owned());
            ProfileError { file: layer.path.to_owned(), line, message }
        })?;
        file.from.extend(read.from);
    }
    let pair = file.from.remove(from);
    let by_language = || file.from.into_iter().find(|(tag, _)| tag.to_string() == from.language());
    let pair = pair.or_else(|| by_language().map(|(_, pair)| pair));
    Ok(pair.filter(|pair| !pair.mode.is_empty()))
}

/// The longest word of which cognates are made, in characters.
const LONGEST: usize = 40;
/// The most cognates that are kept for a word.
const MOST: usize = 400;

impl KinPair {
    /// What a word may be in the other language by the rules of its letters, in lower case, the likeliest first.
    #[must_use]
    pub fn cognates(&self, word: &str) -> Vec<String> {
        let chars: Vec<char> = std::iter::once('^').chain(word.to_lowercase().chars()).chain(['$']).collect();
        if chars.len() > LONGEST {
            return Vec::new();
        }
        // For each place, the beginnings that lead there: how unlikely, and the letters.
        let mut beginnings: Vec<Vec<(usize, String)>> = vec![Vec::new(); chars.len() + 1];
        beginnings.first_mut().into_iter().for_each(|first| first.push((0, String::new())));
        for at in 0..chars.len() {
            let mut here = std::mem::take(beginnings.get_mut(at).unwrap_or(&mut Vec::new()));
            here.sort();
            here.dedup();
            here.truncate(MOST);
            let rest = chars.get(at..).unwrap_or_default();
            for (length, cost, letters) in self.steps(rest) {
                let Some(there) = beginnings.get_mut(at + length) else { continue };
                there.extend(here.iter().map(|(unlikely, begun)| (unlikely + cost, format!("{begun}{letters}"))));
            }
        }
        let mut whole = beginnings.pop().unwrap_or_default();
        whole.sort();
        let mut cognates: Vec<String> = Vec::new();
        for (_, letters) in whole {
            let cognate = self.then.iter().fold(letters, |word, rule| replaced(&word, rule));
            if !cognates.contains(&cognate) && cognates.len() < MOST {
                cognates.push(cognate);
            }
        }
        cognates
    }

    /// What the next letters of a word may become: how many of them, how unlikely, and what.
    fn steps(&self, rest: &[char]) -> Vec<(usize, usize, String)> {
        let mut groups: Vec<(usize, &[String])> = Vec::new();
        for rule in &self.letters {
            let Some((group, becomes)) = rule.split_first() else { continue };
            let length = group.chars().count();
            if length > 0 && rest.iter().take(length).copied().eq(group.chars()) {
                groups.push((length, becomes));
            }
        }
        groups.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
        let mut steps = Vec::new();
        for (rank, (length, becomes)) in groups.iter().enumerate() {
            steps.extend(becomes.iter().enumerate().map(|(number, letters)| (*length, rank + number, letters.clone())));
        }
        match rest.first() {
            Some('^' | '$') => steps.push((1, 0, String::new())),
            Some(letter) if groups.iter().all(|(length, _)| *length > 1) => {
                steps.push((1, groups.len(), letter.to_string()));
            }
            _ => {}
        }
        steps
    }
}

/// A word with the letters of a rule replaced where its neighbours are those of the rule.
fn replaced(word: &str, (before, from, after, to): &(String, String, String, String)) -> String {
    if from.is_empty() {
        return word.to_owned();
    }
    let is_among = |letters: &str, letter: char| letters.is_empty() || letters.contains(letter);
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    let mut last = '^';
    while let Some(letter) = rest.chars().next() {
        let following = rest.strip_prefix(from.as_str());
        let fits =
            |following: &&str| is_among(before, last) && is_among(after, following.chars().next().unwrap_or('$'));
        if let Some(following) = following.filter(fits) {
            out.push_str(to);
            last = from.chars().next_back().unwrap_or(letter);
            rest = following;
        } else {
            out.push(letter);
            last = letter;
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    out
}
