//! The compiled rules of a language.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::{
    ParadigmError,
    class::{ClassOption, ClassPart, parse_option},
    file::{self, WrittenLayer},
    flags::{Condition, Flags, Names},
    pattern::{Patterns, Rewrite, Rewrites, Sets},
};
use crate::model::Case;

/// How the words of a language decline: the merged layers of `paradigms.toml`.
#[derive(Debug, Clone, Default)]
pub struct Paradigms {
    pub(super) letters: String,
    pub(super) vowels: String,
    pub(super) apostrophe: char,
    /// Letters at the end of a stem to which no ending is attached.
    pub(super) bare: String,
    pub(super) initial: Option<Initial>,
    pub(super) names: Names,
    pub(super) changes: Vec<Rewrites>,
    pub(super) join: Rewrites,
    pub(super) tables: BTreeMap<String, Table>,
    pub(super) marks: Vec<Mark>,
    pub(super) nouns: Vec<DeclensionRule>,
    pub(super) adjectives: Vec<DeclensionRule>,
    pub(super) words: HashMap<String, Vec<ListedWord>>,
    pub(super) hyphens: Vec<Hyphen>,
    pub(super) hyphen_tails: Vec<String>,
    pub(super) guesses: Vec<Guess>,
    /// Kinds of concepts whose nouns have no plural.
    pub(super) single: Flags,
}

/// A pair of letters, one of which begins a word after a vowel, the other elsewhere: be ў and у.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Initial {
    pub(super) after_vowel: char,
    pub(super) elsewhere: char,
    /// Beginnings of words that always keep the second one.
    pub(super) keep: Vec<String>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Singular,
    Plural,
    Masculine,
    Feminine,
    Neuter,
}

/// Endings by column and case.
pub(super) type Table = BTreeMap<(Column, Case), Vec<TableCell>>;

/// One ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableCell {
    pub(super) condition: Condition,
    /// Whether every word of the table has it.
    pub(super) certain: bool,
    pub(super) base: Base,
    pub(super) ending: String,
}

/// What an ending is added to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// The stem.
    Stem,
    /// The stem after a change, by its index.
    Changed(usize),
    /// The word itself.
    Word,
    /// The word itself after a change, by its index.
    ChangedWord(usize),
    /// No ending: the genitive of animate nouns, the nominative of inanimate ones.
    Accusative,
}

#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) ask: Flags,
    pub(super) rules: Vec<MarkCase>,
}

#[derive(Debug, Clone)]
pub(super) struct MarkCase {
    pub(super) when: When,
    /// The possible answers; several if the rules cannot decide.
    pub(super) is: Vec<Flags>,
}

/// When a rule applies.
#[derive(Debug, Clone, Default)]
pub(super) struct When {
    condition: Condition,
    ends: Option<Patterns>,
    not: Option<Patterns>,
    /// Letters, one of which must precede the word's last vowel.
    has: String,
}

impl When {
    pub(super) fn holds(&self, word: &[char], flags: Flags, vowels: &str) -> bool {
        let before = || word.iter().rposition(|letter| vowels.contains(*letter)).and_then(|at| word.get(..at));
        self.condition.holds(flags)
            && (self.has.is_empty()
                || before().is_some_and(|head| head.iter().any(|letter| self.has.contains(*letter))))
            && self.ends.as_ref().is_none_or(|ends| ends.fits(word))
            && !self.not.as_ref().is_some_and(|not| not.fits(word))
    }
}

#[derive(Debug, Clone)]
pub(super) struct DeclensionRule {
    pub(super) when: When,
    pub(super) stem: Rewrites,
    pub(super) plural: Rewrites,
    pub(super) table: String,
}

/// The options that the rules list for a word.
#[derive(Debug, Clone)]
pub(super) struct ListedWord {
    pub(super) condition: Condition,
    /// Whether it also matches the end of longer words.
    pub(super) tail: bool,
    pub(super) options: Vec<ClassOption>,
}

#[derive(Debug, Clone)]
pub(super) struct Hyphen {
    pub(super) when: When,
    pub(super) last: Option<Patterns>,
    pub(super) first: FirstPart,
    /// Whether the first part may as well stay as it is.
    pub(super) may_stay: bool,
}

/// How the first part of a hyphenated word declines.
#[derive(Debug, Clone)]
pub(super) enum FirstPart {
    /// By the word's class; that of the last part is guessed.
    Same,
    /// By a guessed class.
    Guess,
    /// By this class.
    Class(ClassPart),
}

#[derive(Debug, Clone)]
pub(super) struct Guess {
    pub(super) when: When,
    /// The next word ends like one of these.
    pub(super) next: Option<Patterns>,
    /// The last word of the wording ends like one of these.
    pub(super) last: Option<Patterns>,
    /// What the word itself is, for the rules after this one.
    pub(super) is: Flags,
    /// The plausible classes, the likeliest first; none in a rule that only says what the word is.
    pub(super) classes: Vec<ClassPart>,
    /// Whether the words before this one were misread: there is no such reading.
    pub(super) is_misread: bool,
    pub(super) then: Flags,
    /// Whether later rules that match add their classes, as less likely ones.
    pub(super) more: bool,
    /// Whether later rules count where no reading with this one fits.
    pub(super) otherwise: bool,
}

/// The class of a word after words that were misread.
const NO_CLASS: &str = "-";

/// Flags that the code itself sets.
const BUILT_IN: &str = "m f n a i S P cap upper mono hyphen proper adj surn surn-a end stem soft hard drop keep pa pend pstem pl zero \
    full gen-a gen-u number person place org term noun adjective abbr phrase title alone first last penult";

impl Paradigms {
    /// Parses the rules of a language from one text.
    ///
    /// Fails on invalid TOML, on unknown keys, and on a rule that refers to an undefined set, table, change or flag.
    pub fn parse(toml: &str) -> Result<Self, ParadigmError> {
        Self::layered([toml])
    }

    /// Parses layers, the lowest first: root, language, variant, project. A higher layer replaces tables, sets and
    /// words of the lower ones; its rules are tried first.
    pub fn layered<'a>(layers: impl IntoIterator<Item = &'a str>) -> Result<Self, ParadigmError> {
        let mut file = WrittenLayer::default();
        for layer in layers {
            file.merge(WrittenLayer::read(layer)?);
        }
        RulesReader::default().build(&file)
    }

    /// Whether the alphabet has every letter of the word, regardless of case; marks and digits are ignored.
    #[must_use]
    pub fn spells(&self, word: &str) -> bool {
        self.foreign_letter(word).is_none()
    }

    /// The letters of the alphabet, in lower case.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// The letters that are vowels, in lower case.
    #[must_use]
    pub fn vowels(&self) -> &str {
        &self.vowels
    }

    pub(super) fn foreign_letter(&self, word: &str) -> Option<char> {
        word.chars().find(|letter| letter.is_alphabetic() && !self.has_letter(*letter))
    }

    /// Whether the alphabet has the letter, regardless of case.
    pub(in crate::glossary) fn has_letter(&self, letter: char) -> bool {
        let lower = super::spelling::lower(letter);
        lower == super::spelling::APOSTROPHE || self.letters.contains(lower)
    }

    /// The flags of those names that the rules mention.
    pub(super) fn flags(&self, names: &[&str]) -> Flags {
        names.iter().fold(Flags::default(), |flags, name| flags.with(self.names.flag(name)))
    }
}

#[derive(Default)]
struct RulesReader {
    sets: Sets,
    lists: BTreeMap<String, String>,
    /// The lists read so far.
    read_lists: HashMap<String, Arc<Patterns>>,
    names: Names,
    change_index: HashMap<String, usize>,
}

fn invalid(part: &'static str, text: &str) -> ParadigmError {
    ParadigmError::Rule { part, text: text.to_owned() }
}

impl RulesReader {
    fn build(mut self, file: &WrittenLayer) -> Result<Paradigms, ParadigmError> {
        self.names.set(BUILT_IN)?;
        self.sets = file.sets.iter().map(|(name, letters)| (name.clone(), letters.as_str().into())).collect();
        self.lists.clone_from(&file.lists);
        for rule in &file.mark {
            self.names.set(&rule.ask)?;
        }
        for guess in &file.guess.rules {
            self.names.set(&guess.then)?;
            self.names.set(&guess.is)?;
        }
        let mut changes = Vec::new();
        for (at, (name, text)) in file.change.iter().enumerate() {
            self.change_index.insert(name.clone(), at);
            changes.push(self.rewrites(text)?);
        }
        let mut tables = BTreeMap::new();
        for name in file.table.keys() {
            tables.insert(name.clone(), self.table(name, &file.table, 0)?);
        }
        let mut rules = |list: &[file::WrittenRule]| {
            list.iter().map(|rule| self.rule(rule, file, &tables)).collect::<Result<Vec<_>, _>>()
        };
        let (nouns, adjectives) = (rules(&file.select.noun)?, rules(&file.select.adjective)?);
        let built = Paradigms {
            letters: file.letters.clone(),
            vowels: file.sets.get("V").cloned().unwrap_or_default(),
            apostrophe: file.apostrophe.unwrap_or('’'),
            bare: file.bare.clone(),
            initial: initial(&file.initial),
            marks: file.mark.iter().map(|mark| self.mark(mark)).collect::<Result<_, _>>()?,
            words: self.words(&file.words, &file.unmarked)?,
            hyphens: file.hyphen.first.iter().map(|rule| self.hyphen(rule)).collect::<Result<_, _>>()?,
            hyphen_tails: file.hyphen.tails.split_whitespace().map(str::to_owned).collect(),
            single: self.names.set(&file.guess.single)?,
            guesses: file.guess.rules.iter().map(|rule| self.guess(rule)).collect::<Result<_, _>>()?,
            changes,
            join: self.change(&file.join, file)?,
            tables,
            nouns,
            adjectives,
            names: Names::default(),
        };
        self.names.check()?;
        Ok(Paradigms { names: self.names, ..built })
    }

    fn rewrites(&mut self, text: &str) -> Result<Rewrites, ParadigmError> {
        text.split_whitespace().map(|rewrite| Rewrite::read(rewrite, &self.sets, &mut self.names)).collect()
    }

    /// Parses rewrites, among which `@name` refers to a named change.
    fn change(&mut self, text: &str, file: &WrittenLayer) -> Result<Rewrites, ParadigmError> {
        let mut change = Vec::new();
        for item in text.split_whitespace() {
            match item.strip_prefix('@') {
                Some(name) => {
                    let named = file.change.get(name).ok_or_else(|| invalid("change", item))?;
                    change.extend(self.rewrites(named)?);
                }
                None => change.push(Rewrite::read(item, &self.sets, &mut self.names)?),
            }
        }
        Ok(change)
    }

    fn table(
        &mut self,
        name: &str,
        all: &BTreeMap<String, file::TableEntry>,
        depth: usize,
    ) -> Result<Table, ParadigmError> {
        let entry = all.get(name).filter(|_| depth < 16).ok_or_else(|| invalid("table", name))?;
        let mut table = match &entry.like {
            Some(other) => self.table(other, all, depth + 1)?,
            None => Table::new(),
        };
        for (column, cases) in [
            (Column::Singular, &entry.s),
            (Column::Plural, &entry.p),
            (Column::Masculine, &entry.m),
            (Column::Feminine, &entry.f),
            (Column::Neuter, &entry.n),
        ] {
            for (letter, text) in cases {
                let case = case_of(*letter).ok_or_else(|| invalid("case", &letter.to_string()))?;
                table.insert((column, case), self.cells(text)?);
            }
        }
        Ok(table)
    }

    fn cells(&mut self, text: &str) -> Result<Vec<TableCell>, ParadigmError> {
        let mut cells = Vec::new();
        for item in text.split_whitespace().filter(|item| *item != "-") {
            let (condition, rest) = item.split_once('?').unwrap_or(("", item));
            let (certain, rest) = rest.strip_prefix('~').map_or((true, rest), |rest| (false, rest));
            let (word, rest) = rest.strip_prefix('=').map_or((false, rest), |rest| (true, rest));
            let (change, ending) = rest.split_once(':').map_or((None, rest), |(change, ending)| (Some(change), ending));
            let change = match change {
                Some(name) => Some(*self.change_index.get(name).ok_or_else(|| invalid("change", item))?),
                None => None,
            };
            let (base, ending) = match (word, change) {
                (true, None) => (Base::Word, ending),
                (true, Some(change)) => (Base::ChangedWord(change), ending),
                (false, Some(change)) => (Base::Changed(change), ending),
                (false, None) if ending == "*" => (Base::Accusative, ""),
                (false, None) => (Base::Stem, ending),
            };
            let ending = if ending == "_" { "" } else { ending };
            let condition = self.names.condition(condition)?;
            cells.push(TableCell { condition, certain, base, ending: ending.to_owned() });
        }
        Ok(cells)
    }

    /// Parses patterns, among which `@name` refers to a named list; `None` where there are none.
    fn patterns(&mut self, text: &str) -> Result<Option<Patterns>, ParadigmError> {
        if text.is_empty() { Ok(None) } else { self.alternatives(text, 0).map(Some) }
    }

    fn alternatives(&mut self, text: &str, depth: usize) -> Result<Patterns, ParadigmError> {
        let mut patterns = Patterns::default();
        for item in text.split_whitespace() {
            match item.strip_prefix('@') {
                Some(name) => patterns.add_list(self.list(name, item, depth)?),
                None => patterns.add(item, &self.sets)?,
            }
        }
        Ok(patterns)
    }

    /// A named list, read once however many rules refer to it.
    fn list(&mut self, name: &str, item: &str, depth: usize) -> Result<Arc<Patterns>, ParadigmError> {
        if let Some(list) = self.read_lists.get(name) {
            return Ok(Arc::clone(list));
        }
        let text = self.lists.get(name).filter(|_| depth < 16).ok_or_else(|| invalid("list", item))?.clone();
        let list = Arc::new(self.alternatives(&text, depth + 1)?);
        self.read_lists.insert(name.to_owned(), Arc::clone(&list));
        Ok(list)
    }

    fn when(&mut self, condition: &str, ends: &str, not: &str) -> Result<When, ParadigmError> {
        let (ends, not) = (self.patterns(ends)?, self.patterns(not)?);
        Ok(When { condition: self.names.condition(condition)?, ends, not, has: String::new() })
    }

    fn rule(
        &mut self,
        rule: &file::WrittenRule,
        file: &WrittenLayer,
        tables: &BTreeMap<String, Table>,
    ) -> Result<DeclensionRule, ParadigmError> {
        if !tables.contains_key(&rule.table) {
            return Err(invalid("table", &rule.table));
        }
        Ok(DeclensionRule {
            when: self.when(&rule.r#if, &rule.ends, &rule.not)?,
            stem: self.change(&rule.stem, file)?,
            plural: self.change(&rule.plural, file)?,
            table: rule.table.clone(),
        })
    }

    fn mark(&mut self, mark: &file::WrittenMark) -> Result<Mark, ParadigmError> {
        let ask = self.names.set(&mark.ask)?;
        let mut rules = Vec::new();
        for rule in &mark.rules {
            rules.push(MarkCase {
                when: When { has: rule.has.clone(), ..self.when(&rule.r#if, &rule.ends, &rule.not)? },
                is: rule.is.split_whitespace().map(|names| self.names.set(names)).collect::<Result<_, _>>()?,
            });
        }
        Ok(Mark { ask, rules })
    }

    fn words(
        &mut self,
        lists: &BTreeMap<String, BTreeMap<String, String>>,
        unmarked: &str,
    ) -> Result<HashMap<String, Vec<ListedWord>>, ParadigmError> {
        let mut words: HashMap<String, Vec<ListedWord>> = HashMap::new();
        for (condition, list) in lists {
            let condition = self.names.condition(condition)?;
            for (keys, options) in list {
                let parse = |options: &str| -> Result<Vec<ClassOption>, ParadigmError> {
                    let options = options.split_whitespace();
                    options.map(|text| parse_option(text).ok_or_else(|| invalid("class option", text))).collect()
                };
                let mut add = |key: &str, options: Vec<ClassOption>| {
                    let (tail, key) = key.strip_prefix('*').map_or((false, key), |key| (true, key));
                    words.entry(key.to_owned()).or_default().push(ListedWord { condition, tail, options });
                };
                let listed = parse(options)?;
                for key in keys.split_whitespace() {
                    add(key, listed.clone());
                    if let Some((marked, plain)) = unmarked.split_once('>').filter(|(marked, _)| key.contains(marked)) {
                        add(&key.replace(marked, plain), parse(&options.replace(marked, plain))?);
                    }
                }
            }
        }
        Ok(words)
    }

    fn hyphen(&mut self, rule: &file::WrittenHyphen) -> Result<Hyphen, ParadigmError> {
        Ok(Hyphen {
            when: self.when(&rule.r#if, &rule.ends, &rule.not)?,
            last: self.patterns(&rule.last)?,
            first: match rule.first.as_str() {
                "same" => FirstPart::Same,
                "guess" => FirstPart::Guess,
                class => FirstPart::Class(ClassPart::parse(class)?),
            },
            may_stay: rule.may_stay,
        })
    }

    fn guess(&mut self, rule: &file::WrittenGuess) -> Result<Guess, ParadigmError> {
        Ok(Guess {
            when: self.when(&rule.r#if, &rule.ends, &rule.not)?,
            next: self.patterns(&rule.next)?,
            last: self.patterns(&rule.last)?,
            is: self.names.set(&rule.is)?,
            classes: guessed_classes(rule)?,
            is_misread: rule.class == NO_CLASS,
            then: self.names.set(&rule.then)?,
            more: rule.more,
            otherwise: rule.otherwise,
        })
    }
}

fn guessed_classes(rule: &file::WrittenGuess) -> Result<Vec<ClassPart>, ParadigmError> {
    if rule.class == NO_CLASS {
        return Ok(Vec::new());
    }
    let classes = rule.class.split_whitespace().map(ClassPart::parse).collect::<Result<Vec<_>, _>>()?;
    if classes.is_empty() && rule.is.is_empty() { Err(invalid("class", &rule.class)) } else { Ok(classes) }
}

fn initial(written: &file::WrittenInitial) -> Option<Initial> {
    let keep = written.keep.split_whitespace().map(str::to_owned).collect();
    Some(Initial { after_vowel: written.after_vowel?, elsewhere: written.elsewhere?, keep })
}

const fn case_of(letter: char) -> Option<Case> {
    Some(match letter {
        'n' => Case::Nominative,
        'g' => Case::Genitive,
        'd' => Case::Dative,
        'a' => Case::Accusative,
        'i' => Case::Instrumental,
        'l' => Case::Locative,
        'v' => Case::Vocative,
        _ => return None,
    })
}
