//! Which class has a wording when the glossary is silent?

use super::{
    Class, Paradigms, WordClass,
    class::Token,
    decline,
    flags::Flags,
    spelling::{Written, is_all_capitals},
};
use crate::model::Kind;

/// The class of a wording by the endings of its words and the sort of thing that it names.
///
/// The rules are asked word by word, so that an adjective or a given name tells of what follows. A wording for which
/// no rule holds, or to which what was guessed does not fit, does not decline.
#[must_use]
pub fn guess(rules: &Paradigms, lemma: &str, kind: Kind) -> Class {
    let words: Vec<Written> = lemma.split_whitespace().map(Written::read).collect();
    let mut so_far = rules.flags(&[kind_name(kind)]);
    let count = words.len();
    let mut class = Class::default();
    for (at, word) in words.iter().enumerate() {
        let mut flags = so_far.and(seen(rules, word));
        for (name, holds) in [("first", at == 0), ("last", at + 1 == count), ("alone", count == 1)] {
            if holds {
                flags = flags.and(rules.names.flag(name));
            }
        }
        let (token, then) = one(rules, &word.folded(), flags);
        so_far = so_far.and(then);
        class.words.push(WordClass { parts: vec![token] });
    }
    if class.words.is_empty() || (!class.is_frozen() && decline(rules, lemma, &class).is_err()) {
        return Class { words: vec![WordClass { parts: vec![Token::FROZEN] }; count.max(1)] };
    }
    class
}

/// The class of one word and what it tells of the words that follow.
pub(super) fn one(rules: &Paradigms, word: &[char], flags: Flags) -> (Token, Flags) {
    let last = word.rsplit(|letter| *letter == '-').next().unwrap_or_default();
    let native = last.iter().all(|letter| rules.has_letter(*letter)) && !last.is_empty();
    let vowels = word.iter().filter(|letter| rules.vowels.contains(**letter)).count();
    let flags = if vowels == 1 { flags.and(rules.names.flag("mono")) } else { flags };
    let rule = rules.guesses.iter().find(|rule| native && rule.when.holds(word, flags, &rules.vowels));
    rule.map_or((Token::FROZEN, Flags::default()), |rule| (rule.class.clone(), rule.then))
}

/// What the shape of a word as written tells.
pub(super) fn seen(rules: &Paradigms, word: &Written) -> Flags {
    let mut flags = Flags::default();
    let letters: Vec<char> = word.parts.iter().flatten().copied().collect();
    if letters.first().is_some_and(|letter| letter.is_uppercase()) {
        flags = flags.and(rules.names.flag("cap"));
    }
    if is_all_capitals(&letters) {
        flags = flags.and(rules.names.flag("upper"));
    }
    if word.parts.len() > 1 {
        flags = flags.and(rules.names.flag("hyphen"));
    }
    flags
}

pub(super) const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Place => "place",
        Kind::Org => "org",
        Kind::Term => "term",
        Kind::Noun => "noun",
        Kind::Adj => "adjective",
        Kind::Abbr => "abbr",
        Kind::Phrase => "phrase",
        Kind::Title => "title",
    }
}
