//! The format of `paradigms.toml`, and the merging of its layers.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::ParadigmError;

/// One layer as written. Tables are merged by name; rules precede those of the layer below, so that specific rules are
/// tried first.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct WrittenLayer {
    /// The alphabet, in lower case.
    pub(super) letters: String,
    /// The apostrophe to write where an ending introduces one.
    pub(super) apostrophe: Option<char>,
    /// Letters at the end of a stem to which no ending is attached: a class may give a stem as the form that has none.
    pub(super) bare: String,
    /// A letter that a wording may write as another (`ё>е`): listed words with it count in both spellings.
    pub(super) unmarked: String,
    /// Initial letters that depend on the end of the previous word.
    pub(super) initial: WrittenInitial,
    /// Named sets of letters; `V` must hold the vowels.
    pub(super) sets: BTreeMap<String, String>,
    /// Named lists of patterns, which `@name` stands for in other lists.
    pub(super) lists: BTreeMap<String, String>,
    /// Named changes of a stem's ending.
    pub(super) change: BTreeMap<String, String>,
    /// Spelling changes where a stem meets an ending: `stem|beginning of the ending>new beginning`.
    pub(super) join: String,
    /// Tables of endings.
    pub(super) table: BTreeMap<String, TableEntry>,
    /// What to infer about a word where its class does not say.
    pub(super) mark: Vec<WrittenMark>,
    /// Which table a word takes.
    pub(super) select: Select,
    /// Words with options of their own; a leading `*` also matches the end of a longer word.
    pub(super) words: BTreeMap<String, BTreeMap<String, String>>,
    /// Hyphenated words.
    pub(super) hyphen: Hyphens,
    /// How to guess the class of a word.
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
    /// Parts from which on the word is invariable.
    pub(super) tails: String,
    /// How the first part declines.
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

/// A question, answered by the first rule that matches.
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
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct WrittenHyphen {
    pub(super) r#if: String,
    pub(super) ends: String,
    pub(super) not: String,
    pub(super) last: String,
    pub(super) first: String,
    pub(super) may_stay: bool,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenGuess {
    pub(super) r#if: String,
    pub(super) ends: String,
    pub(super) not: String,
    /// The end of the next word.
    pub(super) next: String,
    /// The end of the last word of the wording.
    pub(super) last: String,
    /// What the word itself is, for the rules after this one.
    pub(super) is: String,
    pub(super) class: String,
    pub(super) then: String,
    pub(super) more: bool,
    pub(super) otherwise: bool,
}

impl WrittenLayer {
    /// Parses one layer.
    pub(super) fn read(toml: &str) -> Result<Self, ParadigmError> {
        toml::from_str(toml).map_err(|error| ParadigmError::Toml(error.to_string().trim().to_owned()))
    }

    /// Merges the layer above into this one.
    pub(super) fn merge(&mut self, over: Self) {
        if !over.letters.is_empty() {
            self.letters = over.letters;
        }
        if !over.bare.is_empty() {
            self.bare = over.bare;
        }
        if !over.unmarked.is_empty() {
            self.unmarked = over.unmarked;
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
        self.lists.extend(over.lists);
        self.change.extend(over.change);
        self.table.extend(over.table);
        for (condition, words) in over.words {
            self.words.entry(condition).or_default().extend(words);
        }
        prepend(&mut self.mark, over.mark);
        prepend(&mut self.select.noun, over.select.noun);
        prepend(&mut self.select.adjective, over.select.adjective);
        prepend(&mut self.hyphen.first, over.hyphen.first);
        prepend(&mut self.guess.rules, over.guess.rules);
    }
}

/// A pair of letters, one of which begins a word after a vowel, the other elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct WrittenInitial {
    /// After a vowel.
    pub(super) after_vowel: Option<char>,
    /// Elsewhere.
    pub(super) elsewhere: Option<char>,
    /// Beginnings of words that always keep the second one.
    pub(super) keep: String,
}

fn prepend<T>(list: &mut Vec<T>, mut items: Vec<T>) {
    items.append(list);
    *list = items;
}
