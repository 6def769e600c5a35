//! What the checks and comparisons need of a locale, out of its profile.

use std::collections::{BTreeMap, BTreeSet};

use crate::{check::Language, diff::Lexicon, locale::Profile};

/// What the checks need of a language.
#[must_use]
pub fn language(profile: &Profile) -> Language {
    let twins = profile.alphabet.twins.iter().filter_map(|(from, to)| Some((only(from)?, only(to)?)));
    Language {
        letters: profile.alphabet.letters.clone(),
        vowels: profile.alphabet.vowels.clone(),
        never: profile.alphabet.never.clone(),
        closed: profile.alphabet.closed,
        twins: twins.collect(),
        function_words: profile.function_words.clone(),
        prepositions: profile.prepositions.clone(),
        quotes: profile.quotes.outer.clone(),
        adjectival: profile.matching.adjectival.clone(),
        decimal: profile.numbers.decimal.clone(),
        group: profile.numbers.group.clone(),
        group_from: profile.numbers.group_from,
        number_words: profile.number_words.clone(),
        months: months(profile),
        am: profile.clock.am.clone(),
        pm: profile.clock.pm.clone(),
        ..Language::default()
    }
}

/// What comparisons need of a language.
#[must_use]
pub fn lexicon(profile: &Profile) -> Lexicon {
    let lower = |words: &[String]| -> BTreeSet<String> { words.iter().map(|word| word.to_lowercase()).collect() };
    let mut numbers = BTreeMap::new();
    for (value, words) in &profile.number_words {
        for word in words.iter().filter(|word| !word.ends_with('-')) {
            numbers.entry(word.to_lowercase()).or_insert_with(|| value.clone());
        }
    }
    Lexicon {
        negations: lower(&profile.negations),
        months: months(profile).iter().flat_map(|forms| lower(forms)).collect(),
        numbers,
    }
}

/// The names of each month, in every form.
fn months(profile: &Profile) -> Vec<Vec<String>> {
    let months = &profile.dates.months;
    let cases = [
        &months.nominative,
        &months.genitive,
        &months.dative,
        &months.accusative,
        &months.instrumental,
        &months.locative,
        &months.short,
    ];
    (0..12)
        .map(|month| {
            let mut forms: Vec<String> = cases.iter().filter_map(|case| case.get(month).cloned()).collect();
            forms.sort();
            forms.dedup();
            forms
        })
        .collect()
}

fn only(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}
