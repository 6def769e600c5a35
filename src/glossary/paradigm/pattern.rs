//! How do the rules speak of the end of a word?
//!
//! A pattern is compared with the end of a word in lower case: letters stand for themselves, `[аея]` for one of them,
//! `[^аея]` for any other letter, `{V}` for one letter of a named set, `.` for any letter, `^` for the beginning of the
//! word. A rewriting is `left|old>new`: behind `left`, the end `old` becomes `new`.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{ParadigmError, flags::Condition, flags::Flags, flags::Names};

/// The named sets of letters of a language.
pub(super) type Sets = BTreeMap<String, String>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    One(char),
    In(String),
    NotIn(String),
    Any,
}

impl Item {
    fn fits(&self, letter: char) -> bool {
        match self {
            Self::One(own) => *own == letter,
            Self::In(set) => set.contains(letter),
            Self::NotIn(set) => !set.contains(letter),
            Self::Any => true,
        }
    }
}

/// One pattern.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    whole: bool,
    items: Vec<Item>,
}

impl Pattern {
    /// Reads a pattern; fails on an unknown set or a bracket that is not closed.
    pub(super) fn read(text: &str, sets: &Sets) -> Result<Self, ParadigmError> {
        let bad = || ParadigmError::Rule { part: "pattern", text: text.to_owned() };
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
                            None => return Err(bad()),
                        }
                    }
                    let item = if letter == '{' {
                        Item::In(sets.get(&inner).ok_or_else(bad)?.clone())
                    } else if let Some(others) = inner.strip_prefix('^') {
                        Item::NotIn(others.to_owned())
                    } else {
                        Item::In(inner)
                    };
                    pattern.items.push(item);
                }
                ']' | '}' | '|' | '>' | '^' => return Err(bad()),
                _ => pattern.items.push(Item::One(letter)),
            }
        }
        Ok(pattern)
    }

    /// Whether the word ends so.
    pub(super) fn fits(&self, word: &[char]) -> bool {
        if self.items.len() > word.len() || (self.whole && self.items.len() != word.len()) {
            return false;
        }
        self.items.iter().rev().zip(word.iter().rev()).all(|(item, letter)| item.fits(*letter))
    }

    fn literal(&self) -> Option<String> {
        let letters = self.items.iter().map(|item| if let Item::One(letter) = item { Some(*letter) } else { None });
        letters.collect()
    }
}

/// Several patterns, any of which may fit; sorted by last letter, as lists are long.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Patterns {
    words: HashSet<String>,
    by_last: HashMap<char, Vec<Pattern>>,
    others: Vec<Pattern>,
}

impl Patterns {
    /// Reads patterns separated by white space.
    pub(super) fn read(text: &str, sets: &Sets) -> Result<Self, ParadigmError> {
        let mut patterns = Self::default();
        for part in text.split_whitespace() {
            let pattern = Pattern::read(part, sets)?;
            if pattern.whole
                && let Some(word) = pattern.literal()
            {
                patterns.words.insert(word);
                continue;
            }
            match pattern.items.last().cloned() {
                Some(Item::One(last)) => patterns.by_last.entry(last).or_default().push(pattern),
                Some(Item::In(set)) => {
                    for last in set.chars() {
                        patterns.by_last.entry(last).or_default().push(pattern.clone());
                    }
                }
                _ => patterns.others.push(pattern),
            }
        }
        Ok(patterns)
    }

    /// Whether one of them fits.
    pub(super) fn fits(&self, word: &[char]) -> bool {
        let own = word.last().and_then(|last| self.by_last.get(last));
        own.into_iter().flatten().chain(&self.others).any(|pattern| pattern.fits(word))
            || (!self.words.is_empty() && self.words.contains(&word.iter().collect::<String>()))
    }
}

/// One change of a word's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rewrite {
    condition: Condition,
    left: Pattern,
    old: Pattern,
    new: String,
}

/// Where a letter of the old end comes again in the new one.
const SAME: char = '*';

impl Rewrite {
    /// Reads `condition?left|old>new`; condition and left may be missing. A star in `new` is the next letter of `old`
    /// that is not written out (`я{C}ун>е*ун`).
    pub(super) fn read(text: &str, sets: &Sets, names: &mut Names) -> Result<Self, ParadigmError> {
        let slip = || ParadigmError::Rule { part: "change", text: text.to_owned() };
        let (condition, rest) = text.split_once('?').unwrap_or(("", text));
        let (left, change) = rest.split_once('|').unwrap_or(("", rest));
        let (old, new) = change.split_once('>').ok_or_else(slip)?;
        let old = Pattern::read(old, sets)?;
        let open = old.items.iter().filter(|item| !matches!(item, Item::One(_))).count();
        let known = |letter: char| letter.is_alphabetic() || letter == '\'' || letter == SAME;
        if old.whole || !new.chars().all(known) || new.chars().filter(|letter| *letter == SAME).count() > open {
            return Err(slip());
        }
        Ok(Self { condition: names.condition(condition)?, left: Pattern::read(left, sets)?, old, new: new.to_owned() })
    }

    /// The ending after a stem, where this change is one of the place where they meet.
    fn join(&self, stem: &[char], ending: &str, flags: Flags) -> Option<String> {
        let old = self.old.literal()?;
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
        let open = self.old.items.iter().zip(end).filter(|(item, _)| !matches!(item, Item::One(_)));
        let mut kept = open.map(|(_, letter)| *letter);
        let new = self.new.chars().filter_map(|letter| if letter == SAME { kept.next() } else { Some(letter) });
        Some(head.iter().copied().chain(new).collect())
    }
}

/// Changes of which the first that fits is made.
pub(super) type Rewrites = Vec<Rewrite>;

/// The word after the first change that fits, or as it was.
pub(super) fn rewrite(change: &[Rewrite], word: &str, flags: Flags) -> String {
    let letters: Vec<char> = word.chars().collect();
    change.iter().find_map(|one| one.apply(&letters, flags)).unwrap_or_else(|| word.to_owned())
}

/// A stem with its ending, as the first change that fits has them meet.
pub(super) fn joined(change: &[Rewrite], stem: &str, ending: &str, flags: Flags) -> String {
    let letters: Vec<char> = stem.chars().collect();
    let ending = change.iter().find_map(|one| one.join(&letters, ending, flags)).unwrap_or_else(|| ending.to_owned());
    format!("{stem}{ending}")
}
