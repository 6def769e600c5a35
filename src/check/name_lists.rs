//! Words of the profiles by which names are told from other words with a capital, and persons whom everybody knows.

use std::collections::{BTreeMap, HashMap};

use super::{
    Language,
    characters::Characters,
    known_words::KnownWords,
    language::WordList,
    name_forms::NameForms,
    transcription::{SpelledWord, Transcription},
    word_facts::without_possessive,
};

/// The cost, in percent of a name’s consonants, up to which a word is surely that name: a silent letter of a long one.
const SURE: u16 = 6;
/// Letters of the shortest name.
pub(super) const LEAST: usize = 3;
/// Letters of the shortest word that an ending tells to be an adjective.
const ADJECTIVE: usize = 6;

/// What is known of names.
#[derive(Debug, Clone, Default)]
pub(super) struct NameKnowledge {
    pub transcription: Transcription,
    /// How the names of the edition's language decline.
    pub forms: NameForms,
    /// Surnames of persons who are often in the news, in the order of their letters.
    persons: Vec<SpelledWord>,
    /// Those whose names may begin with a letter in the translation, by number.
    by_first: BTreeMap<char, Vec<u16>>,
    /// Words of the source with a capital that are no names.
    pub words: WordList,
    /// The same of the edition's language, and beginnings of such words.
    other_words: WordList,
    beginnings: Vec<String>,
    /// Endings of adjectives.
    adjectives: Vec<String>,
    /// By words of the source in lower case, beginnings of what stands for them without sounding like them.
    exonyms: HashMap<String, Vec<String>>,
    /// Whether both languages have letters in common.
    shares_letters: bool,
}

impl NameKnowledge {
    /// `tag` is the name of the article's language.
    pub(super) fn new(source: &Language, target: &Language, tag: &str) -> Self {
        let transcription = Transcription::new(source, target);
        let mut persons: Vec<SpelledWord> = source.persons.iter().map(|name| transcription.spell(name)).collect();
        persons.sort_by(|one, other| one.letters().cmp(other.letters()));
        let mut by_first: BTreeMap<char, Vec<u16>> = BTreeMap::new();
        for (number, person) in (0..).zip(&persons).filter(|(_, person)| person.len() > LEAST) {
            for first in transcription.firsts(person) {
                by_first.entry(*first).or_default().push(number);
            }
        }
        let dates = source.months.iter().chain(&source.weekdays).flatten();
        let words = source.name_words.iter().chain(&source.titles).chain(&source.abbreviations).chain(dates);
        let agreement = target.syntax.agreement.iter().filter(|agreement| !agreement.governed);
        let mut exonyms: HashMap<String, Vec<String>> = HashMap::new();
        for (names, beginnings) in target.exonyms.get(tag).into_iter().flatten() {
            for name in names.split_whitespace() {
                let known = exonyms.entry(name.to_lowercase()).or_default();
                known.extend(beginnings.split_whitespace().map(str::to_owned));
            }
        }
        let endings = agreement.flat_map(|agreement| &agreement.words).filter_map(|word| word.strip_prefix('-'));
        Self {
            transcription,
            forms: NameForms::new(target),
            persons,
            by_first,
            words: words.map(|word| word.to_lowercase()).collect(),
            other_words: target.name_words.iter().filter(|word| !word.ends_with('-')).cloned().collect(),
            beginnings: target.name_words.iter().filter_map(|word| word.strip_suffix('-')).map(str::to_owned).collect(),
            adjectives: endings.map(str::to_owned).collect(),
            exonyms,
            shares_letters: source.letters.chars().any(|letter| target.letters.contains(letter)),
        }
    }

    /// Whether names cannot be compared: how they sound is not known, or the languages share an alphabet, in which names are
    /// not transcribed but follow rules of each pair (Киев, Кіеў).
    pub(super) fn is_empty(&self) -> bool {
        self.shares_letters || self.transcription.is_empty()
    }

    /// The person often in the news with a number.
    pub(super) fn person(&self, number: u16) -> Option<&SpelledWord> {
        self.persons.get(usize::from(number))
    }

    /// The number of the person often in the news whom a word of the translation names.
    pub(super) fn person_named(&self, word: &str) -> Option<u16> {
        let word = &self.transcription.spell_other(word);
        let is_one = |name: &SpelledWord| {
            self.transcription.begins_alike(name, word) && self.transcription.is_like(name, word, SURE)
        };
        let mut near = word.letters().first().and_then(|first| self.by_first.get(first)).into_iter().flatten();
        near.find(|number| self.person(**number).is_some_and(is_one)).copied()
    }

    /// Whether a word of the source names such a person.
    pub(super) fn is_person(&self, word: &SpelledWord) -> bool {
        self.persons.binary_search_by(|person| person.letters().cmp(word.letters())).is_ok()
    }

    /// The same of a word as it is written.
    pub(super) fn is_person_named(&self, word: &str) -> bool {
        let text = without_possessive(word);
        text.len() >= LEAST && self.is_person(&self.transcription.spell(text))
    }

    /// Whether a word of the translation, in lower case, stands for a name of the source without sounding like it.
    pub(super) fn is_exonym(&self, name: &str, other: &str) -> bool {
        let known = self.exonyms.get(&name.to_lowercase());
        known.is_some_and(|beginnings| beginnings.iter().any(|beginning| other.starts_with(beginning.as_str())))
    }

    /// Whether a name of the source has words that stand for it without sounding like it.
    pub(super) fn has_exonyms(&self, name: &str) -> bool {
        self.exonyms.contains_key(&name.to_lowercase())
    }

    /// Whether a word of the source may be a name, if it has a capital.
    pub(super) fn may_be_name(&self, known: &KnownWords, word: &str) -> bool {
        let characters = Characters::new();
        let text = without_possessive(word);
        text.len() >= LEAST
            && text.chars().all(|letter| characters.is_alphabetic(letter))
            && !self.words.contains(text.to_lowercase().as_str())
            && (!known.has(text) || (!known.is_listed(text) && self.is_person_named(text)))
    }

    /// Whether a word of the translation begins with a capital in names of institutions and regions.
    pub(super) fn is_common(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        self.other_words.contains(lower.as_str())
            || self.beginnings.iter().any(|beginning| lower.starts_with(beginning.as_str()))
    }

    /// Whether a word of the translation may be an adjective, as names of institutions and regions have many.
    pub(super) fn is_adjective(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        lower.chars().count() >= ADJECTIVE && self.adjectives.iter().any(|ending| lower.ends_with(ending.as_str()))
    }
}
