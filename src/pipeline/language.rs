//! Language data for checks and comparisons, derived from a locale's profile.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    check::Language,
    diff::Lexicon,
    locale::{Chatter, Profile},
};

/// Returns the language data that the checks need.
#[must_use]
pub fn language(profile: &Profile) -> Language {
    let twins = profile.alphabet.twins.iter().filter_map(|(from, to)| Some((only_char(from)?, only_char(to)?)));
    Language {
        letters: profile.alphabet.letters.clone(),
        vowels: profile.alphabet.vowels.clone(),
        soft: profile.alphabet.soft.clone(),
        alternation: profile.alternation.clone(),
        euphony: profile.euphony.clone(),
        separation: profile.separation.clone(),
        apostrophes: profile.alphabet.apostrophes.clone(),
        apostrophe: profile.alphabet.apostrophe.clone(),
        dash: profile.dash.mark.clone(),
        doubling: profile.doubling.clone(),
        authoring: profile.authoring.clone(),
        abbreviations: profile.abbreviations.clone(),
        never: profile.alphabet.never.clone(),
        closed: profile.alphabet.closed,
        twins: twins.collect(),
        elisions: profile.elisions.clone(),
        function_words: profile.function_words.clone(),
        after_nouns: profile.after_nouns.clone(),
        finite_verbs: profile.finite_verbs.clone(),
        titles: profile.titles.clone(),
        speech: profile.speech.clone(),
        negations: profile.negations.clone(),
        negation: profile.negation.clone(),
        opposites: profile.opposites.clone(),
        hedges: profile.hedges.clone(),
        prepositions: profile.prepositions.clone(),
        syntax: profile.syntax.clone(),
        quotes: profile.quotes.outer.clone(),
        inner_quotes: profile.quotes.inner.clone(),
        adjectival: profile.matching.adjectival.clone(),
        endings: profile.matching.endings.clone(),
        derivational: profile.matching.derivational.clone(),
        shifting: profile.matching.shifting.clone(),
        decimal: profile.numbers.decimal.clone(),
        group: profile.numbers.group.clone(),
        group_from: profile.numbers.group_from,
        number_words: all_number_words(profile),
        loose_number_words: loose_number_words(profile),
        joiners: profile.number_joiners.clone(),
        fraction_joiners: profile.fraction_joiners.clone(),
        months: months(profile),
        months_of_days: months_of_days(profile).to_vec(),
        other_months: profile.dates.other_months.clone(),
        weekdays: profile.dates.weekdays.clone(),
        am: profile.clock.am.clone(),
        pm: profile.clock.pm.clone(),
        night: profile.clock.night.clone(),
        currencies: profile.currencies.clone(),
        units: profile.units.clone(),
        chatter: chatter(profile),
        traces: profile.traces.clone(),
        word_endings: profile.word_endings.clone(),
        sounds: profile.sounds.clone(),
        transcription: profile.transcription.clone(),
        name_words: profile.name_words.clone(),
        name_endings: profile.name_endings.clone(),
        persons: profile.persons.clone(),
        fold: profile.matching.fold.iter().filter_map(|(from, to)| Some((only_char(from)?, only_char(to)?))).collect(),
        counterparts: profile.counterparts.clone(),
        exonyms: profile.exonyms.clone(),
        expansion: profile.expansion.clone(),
    }
}

/// Returns what engines say in this language or in English, by kind of remark.
fn chatter(profile: &Profile) -> BTreeMap<String, Chatter> {
    let mut all = profile.engines.clone();
    for (kind, own) in &profile.chatter {
        let phrases = all.entry(kind.clone()).or_default();
        phrases.first.extend(own.first.iter().cloned());
        phrases.said.extend(own.said.iter().cloned());
        phrases.unless.extend(own.unless.iter().cloned());
    }
    all
}

/// Returns the language data that comparisons need.
#[must_use]
pub fn lexicon(profile: &Profile) -> Lexicon {
    let lower = |words: &[String]| -> BTreeSet<String> { words.iter().map(|word| word.to_lowercase()).collect() };
    let mut numbers = BTreeMap::new();
    for (value, words) in &profile.number_words {
        for word in words {
            // Comparisons know only one apostrophe, and a text may write ё as е.
            let word = word.to_lowercase().replace(['’', 'ʼ'], "'");
            let folded = profile.matching.fold.iter().fold(word.clone(), |word, (from, to)| word.replace(from, to));
            for word in [word, folded] {
                numbers.entry(word).or_insert_with(|| value.clone());
            }
        }
    }
    Lexicon {
        negations: lower(&profile.negations),
        months: months(profile).iter().flat_map(|forms| lower(forms)).collect(),
        numbers,
    }
}

/// Returns all number words, including those that express a number besides something else.
fn all_number_words(profile: &Profile) -> BTreeMap<String, Vec<String>> {
    let mut all = profile.number_words.clone();
    for (value, words) in &profile.loose_number_words {
        let words_of_value = all.entry(value.clone()).or_default();
        words_of_value.extend(words.iter().cloned());
        words_of_value.sort();
        words_of_value.dedup();
    }
    all
}

/// Returns the words that express a number only besides something else.
fn loose_number_words(profile: &Profile) -> Vec<String> {
    let own: BTreeSet<&String> = profile.number_words.values().flatten().collect();
    let loose =
        profile.loose_number_words.values().flatten().filter(|word| !word.ends_with('-') && !own.contains(word));
    loose.cloned().collect()
}

/// Returns the names of each month, in every form. Abbreviations are left out: without their full stop they are other
/// words (uk `лист.` and лист, be `вер.` and вер).
fn months(profile: &Profile) -> Vec<Vec<String>> {
    let months = &profile.dates.months;
    (0..12)
        .map(|month| {
            let also = months.also.get(&(month + 1).to_string()).into_iter().flatten();
            let mut forms: Vec<String> =
                months.cases().into_iter().filter_map(|case| case.get(month)).chain(also).cloned().collect();
            forms.sort();
            forms.dedup();
            forms
        })
        .collect()
}

/// Returns what the months are called behind a day.
fn months_of_days(profile: &Profile) -> &[String] {
    let months = &profile.dates.months;
    if months.genitive.is_empty() { &months.nominative } else { &months.genitive }
}

/// Returns the only character of a text.
fn only_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}
