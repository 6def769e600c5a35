//! Which class has a wording when the glossary is silent?

use super::{
    Class, Paradigms, WordClass,
    class::{ClassPart, WordSort},
    decline::class_flags,
    ending::{kind_name, one, seen},
    flags::Flags,
    phrase::decline,
    rules::First,
    spelling::Written,
};
use crate::model::{Kind, Number};

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
        let folded = word.folded();
        let (mut token, then) = one(rules, head_of(rules, &folded, flags), flags);
        if matches!(token.sort, WordSort::Noun(_)) && token.only.is_none() && flags.meets(rules.single) {
            token.only = Some(Number::Singular);
        }
        so_far = so_far.and(then);
        class.words.push(WordClass { parts: vec![token] });
    }
    if class.words.is_empty() || (!class.is_frozen() && decline(rules, lemma, &class).is_err()) {
        return Class { words: vec![WordClass { parts: vec![ClassPart::FROZEN] }; count.max(1)] };
    }
    class
}

/// The part of a word that its class speaks of: Ростов of Ростов-на-Дону, ракета of ракета-носитель.
fn head_of<'a>(rules: &Paradigms, word: &'a [char], flags: Flags) -> &'a [char] {
    let Some(at) = word.iter().position(|letter| *letter == '-') else { return word };
    let (first, rest) = (word.get(..at).unwrap_or_default(), word.get(at + 1..).unwrap_or_default());
    let second: String = rest.iter().take_while(|letter| **letter != '-').collect();
    if rules.hyphen_tails.contains(&second) {
        return first;
    }
    let known = class_flags(rules, &one(rules, first, flags).0).and(flags);
    let rule = rules.hyphens.iter().find(|rule| {
        rule.when.holds(first, known, &rules.vowels) && rule.last.as_ref().is_none_or(|last| last.fits(word))
    });
    if rule.is_some_and(|rule| matches!(rule.first, First::Same)) { first } else { word }
}
