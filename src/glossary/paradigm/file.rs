//! The shape of `paradigms.toml`, and how one layer lies over another.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::ParadigmError;

/// One layer as written. Tables add up by name; lists of rules stand before those of the layer below, so that what is
/// particular is asked first.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct WrittenLayer {
    /// The alphabet, in lower case.
    pub(super) letters: String,
    /// The apostrophe written where an ending brings one.
    pub(super) apostrophe: Option<char>,
    /// Initial letters that follow the end of the word before.
    pub(super) initial: WrittenInitial,
    /// Named sets of letters; `V` must hold the vowels.
    pub(super) sets: BTreeMap<String, String>,
    /// Named changes of a stem's end.
    pub(super) change: BTreeMap<String, String>,
    /// What the spelling makes of a stem and an ending that meet: `stem|beginning of the ending>new beginning`.
    pub(super) join: String,
    /// Tables of endings.
    pub(super) table: BTreeMap<String, TableEntry>,
    /// What is found out of a word where its class is silent.
    pub(super) mark: Vec<WrittenMark>,
    /// Which table a word takes.
    pub(super) select: Select,
    /// Words of which more is known: options by word (`*` before it: also at the end of a longer word).
    pub(super) words: BTreeMap<String, BTreeMap<String, String>>,
    /// Words with hyphens.
    pub(super) hyphen: Hyphens,
    /// Which class a word has.
    pub(super) guess: Guesses,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Select {
    pub(super) noun: Vec<WrittenRule>,
    pub(super) adjective: Vec<WrittenRule>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Hyphens {
    /// Parts from which on nothing declines.
    pub(super) tails: String,
    /// What becomes of the first part.
    pub(super) first: Vec<WrittenHyphen>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Guesses {
    /// Kinds of concepts whose nouns have no plural.
    pub(super) single: String,
    pub(super) rules: Vec<WrittenGuess>,
}

/// A table of endings by column (`s`, `p`; of adjectives `m`, `f`, `n`, `p`) and case (`n g d a i l v`).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct TableEntry {
    pub(super) like: Option<String>,
    pub(super) s: BTreeMap<char, String>,
    pub(super) p: BTreeMap<char, String>,
    pub(super) m: BTreeMap<char, String>,
    pub(super) f: BTreeMap<char, String>,
    pub(super) n: BTreeMap<char, String>,
}

/// A question and what answers it: the first rule that fits.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenMark {
    pub(super) ask: String,
    pub(super) rules: Vec<WrittenAnswer>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenAnswer {
    pub(super) r#if: String,
    pub(super) has: String,
    pub(super) ends: String,
    pub(super) not: String,
    pub(super) is: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenRule {
    pub(super) r#if: String,
    pub(super) ends: String,
    pub(super) not: String,
    pub(super) stem: String,
    pub(super) plural: String,
    pub(super) table: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenHyphen {
    pub(super) r#if: String,
    pub(super) ends: String,
    pub(super) not: String,
    pub(super) last: String,
    pub(super) first: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenGuess {
    pub(super) r#if: String,
    pub(super) ends: String,
    pub(super) not: String,
    pub(super) class: String,
    pub(super) then: String,
}

impl WrittenLayer {
    /// Reads one layer.
    pub(super) fn read(toml: &str) -> Result<Self, ParadigmError> {
        toml::from_str(toml).map_err(|error| ParadigmError::Toml(error.to_string().trim().to_owned()))
    }

    /// Lays one more layer over this one.
    pub(super) fn lay(&mut self, over: Self) {
        if !over.letters.is_empty() {
            self.letters = over.letters;
        }
        if !over.join.is_empty() {
            self.join = over.join;
        }
        if !over.hyphen.tails.is_empty() {
            self.hyphen.tails = over.hyphen.tails;
        }
        if !over.guess.single.is_empty() {
            self.guess.single = over.guess.single;
        }
        self.apostrophe = over.apostrophe.or(self.apostrophe);
        if over.initial != WrittenInitial::default() {
            self.initial = over.initial;
        }
        self.sets.extend(over.sets);
        self.change.extend(over.change);
        self.table.extend(over.table);
        for (condition, words) in over.words {
            self.words.entry(condition).or_default().extend(words);
        }
        before(&mut self.mark, over.mark);
        before(&mut self.select.noun, over.select.noun);
        before(&mut self.select.adjective, over.select.adjective);
        before(&mut self.hyphen.first, over.hyphen.first);
        before(&mut self.guess.rules, over.guess.rules);
    }
}

/// A pair of letters of which one begins a word behind a vowel, the other one elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct WrittenInitial {
    /// Behind a vowel.
    pub(super) after_vowel: Option<char>,
    /// Elsewhere.
    pub(super) elsewhere: Option<char>,
    /// Words that keep the second one, where they begin so.
    pub(super) keep: String,
}

fn before<T>(list: &mut Vec<T>, mut first: Vec<T>) {
    first.append(list);
    *list = first;
}
