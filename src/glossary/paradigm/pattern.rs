//! Patterns and rewrites of the end of a word.
//!
//! A pattern is matched against the end of a lower-case word: letters match themselves, `[аея]` any of them, `[^аея]`
//! any other letter, `{V}` a letter of a named set, `.` any letter, `^` the beginning of the word. A rewrite is
//! `left|old>new`: after `left`, the ending `old` becomes `new`.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use super::{ParadigmError, flags::Condition, flags::Flags, flags::Names};

/// The named sets of letters of a language.
pub(super) type Sets = BTreeMap<String, Arc<str>>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    Letter(char),
    In(Arc<str>),
    NotIn(Arc<str>),
    Any,
}

impl Item {
    fn fits(&self, letter: char) -> bool {
        match self {
            Self::Letter(literal) => *literal == letter,
            Self::In(set) => set.contains(letter),
            Self::NotIn(set) => !set.contains(letter),
            Self::Any => true,
        }
    }
}

/// A pattern.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    whole: bool,
    items: Vec<Item>,
}

impl Pattern {
    /// Parses a pattern; fails on an unknown set or an unclosed bracket.
    pub(super) fn read(text: &str, sets: &Sets) -> Result<Self, ParadigmError> {
        let invalid = || ParadigmError::Rule { part: "pattern", text: text.to_owned() };
        let mut pattern = Self::default();
        let mut letters = text.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '^' if pattern.items.is_empty() && !pattern.whole => pattern.whole = true,
                '.' => pattern.items.push(Item::Any),
                '[' | '{' => {
                    let end = if letter == '[' { ']' } else { '}' };
                    let mut inner = String::new();
                    loop {
                        match letters.next() {
                            Some(next) if next == end => break,
                            Some(next) => inner.push(next),
                            None => return Err(invalid()),
                        }
                    }
                    let item = if letter == '{' {
                        Item::In(sets.get(&inner).ok_or_else(invalid)?.clone())
                    } else if let Some(others) = inner.strip_prefix('^') {
                        Item::NotIn(others.into())
                    } else {
                        Item::In(inner.into())
                    };
                    pattern.items.push(item);
                }
                ']' | '}' | '|' | '>' | '^' => return Err(invalid()),
                _ => pattern.items.push(Item::Letter(letter)),
            }
        }
        Ok(pattern)
    }

    /// Whether the word has this ending.
    pub(super) fn fits(&self, word: &[char]) -> bool {
        if self.items.len() > word.len() || (self.whole && self.items.len() != word.len()) {
            return false;
        }
        self.items.iter().rev().zip(word.iter().rev()).all(|(item, letter)| item.fits(*letter))
    }

    fn literal<T: FromIterator<char>>(&self) -> Option<T> {
        let letters = self.items.iter().map(|item| if let Item::Letter(letter) = item { Some(*letter) } else { None });
        letters.collect()
    }
}

/// Alternative patterns, indexed by last letter since lists are long.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Patterns {
    words: HashSet<Box<[char]>>,
    ends: Vec<Pattern>,
    /// Where in `ends` the patterns are whose last letter may be this one.
    by_last: HashMap<char, Vec<usize>>,
    others: Vec<Pattern>,
    /// Named lists, which many rules share.
    lists: Vec<Arc<Patterns>>,
}

impl Patterns {
    /// Adds one pattern.
    pub(super) fn add(&mut self, text: &str, sets: &Sets) -> Result<(), ParadigmError> {
        let pattern = Pattern::read(text, sets)?;
        if pattern.whole
            && let Some(word) = pattern.literal::<Vec<char>>()
        {
            self.words.insert(word.into());
            return Ok(());
        }
        let at = self.ends.len();
        match pattern.items.last() {
            Some(Item::Letter(last)) => self.by_last.entry(*last).or_default().push(at),
            Some(Item::In(set)) => {
                for last in set.chars() {
                    self.by_last.entry(last).or_default().push(at);
                }
            }
            _ => {
                self.others.push(pattern);
                return Ok(());
            }
        }
        self.ends.push(pattern);
        Ok(())
    }

    /// Adds all patterns of a list.
    pub(super) fn add_list(&mut self, list: Arc<Self>) {
        self.lists.push(list);
    }

    /// Whether any of them fits.
    pub(super) fn fits(&self, word: &[char]) -> bool {
        let candidates = word.last().and_then(|last| self.by_last.get(last)).into_iter().flatten();
        candidates.filter_map(|at| self.ends.get(*at)).chain(&self.others).any(|pattern| pattern.fits(word))
            || self.words.contains(word)
            || self.lists.iter().any(|list| list.fits(word))
    }
}

/// A change of a word's ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rewrite {
    condition: Condition,
    left: Pattern,
    old: Pattern,
    new: String,
}

/// Copies a letter of the old ending to the new one.
const COPY: char = '*';

impl Rewrite {
    /// Parses `condition?left|old>new`; condition and left are optional. A star in `new` copies the next letter of
    /// `old` that is not a literal (`я{C}ун>е*ун`).
    pub(super) fn read(text: &str, sets: &Sets, names: &mut Names) -> Result<Self, ParadigmError> {
        let invalid = || ParadigmError::Rule { part: "change", text: text.to_owned() };
        let (condition, rest) = text.split_once('?').unwrap_or(("", text));
        let (left, change) = rest.split_once('|').unwrap_or(("", rest));
        let (old, new) = change.split_once('>').ok_or_else(invalid)?;
        let old = Pattern::read(old, sets)?;
        let wildcards = old.items.iter().filter(|item| !matches!(item, Item::Letter(_))).count();
        let is_valid = |letter: char| letter.is_alphabetic() || letter == '\'' || letter == COPY;
        if old.whole || !new.chars().all(is_valid) || new.chars().filter(|letter| *letter == COPY).count() > wildcards {
            return Err(invalid());
        }
        Ok(Self { condition: names.condition(condition)?, left: Pattern::read(left, sets)?, old, new: new.to_owned() })
    }

    /// The ending as changed by a stem before it, if this change applies there.
    fn join(&self, stem: &[char], ending: &str, flags: Flags) -> Option<String> {
        let old: String = self.old.literal()?;
        let rest = ending.strip_prefix(&old)?;
        (self.condition.holds(flags) && self.left.fits(stem)).then(|| format!("{}{rest}", self.new))
    }

    fn apply(&self, word: &[char], flags: Flags) -> Option<String> {
        if !self.condition.holds(flags) || !self.old.fits(word) {
            return None;
        }
        let (head, end) = word.split_at_checked(word.len().checked_sub(self.old.items.len())?)?;
        if !self.left.fits(head) {
            return None;
        }
        let wildcards = self.old.items.iter().zip(end).filter(|(item, _)| !matches!(item, Item::Letter(_)));
        let mut copies = wildcards.map(|(_, letter)| *letter);
        let new = self.new.chars().filter_map(|letter| if letter == COPY { copies.next() } else { Some(letter) });
        Some(head.iter().copied().chain(new).collect())
    }
}

/// Alternative changes, of which the first that fits applies.
pub(super) type Rewrites = Vec<Rewrite>;

/// Applies the first change that fits; returns the word unchanged if none does.
pub(super) fn rewrite(changes: &[Rewrite], word: &str, flags: Flags) -> String {
    let letters: Vec<char> = word.chars().collect();
    changes.iter().find_map(|change| change.apply(&letters, flags)).unwrap_or_else(|| word.to_owned())
}

/// Joins a stem and an ending, applying the first change that fits.
pub(super) fn join(changes: &[Rewrite], stem: &str, ending: &str, flags: Flags) -> String {
    let letters: Vec<char> = stem.chars().collect();
    let ending =
        changes.iter().find_map(|change| change.join(&letters, ending, flags)).unwrap_or_else(|| ending.to_owned());
    format!("{stem}{ending}")
}
