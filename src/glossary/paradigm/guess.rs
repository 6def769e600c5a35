//! The guessed class of a wording for which the glossary gives none.

use super::{
    Class, Paradigms, WordClass,
    class::{ClassPart, WordSort},
    decline::class_flags,
    ending::{guess_word, kind_name, shape_flags},
    flags::Flags,
    phrase::decline,
    rules::FirstPart,
    spelling::Written,
};
use crate::model::{Kind, Number};

/// Guesses the class of a wording from the endings of its words and the concept's kind.
///
/// The rules apply word by word, so that an adjective or a given name affects what follows. A wording that no rule
/// matches, or that the guessed class does not fit, is invariable.
#[must_use]
pub fn guess(rules: &Paradigms, lemma: &str, kind: Kind) -> Class {
    let words: Vec<Written> = lemma.split_whitespace().map(Written::read).collect();
    let mut context = rules.flags(&[kind_name(kind)]);
    let count = words.len();
    let mut class = Class::default();
    for (at, word) in words.iter().enumerate() {
        let mut flags = context.with(shape_flags(rules, word));
        for (name, holds) in [("first", at == 0), ("last", at + 1 == count), ("alone", count == 1)] {
            if holds {
                flags = flags.with(rules.names.flag(name));
            }
        }
        let folded = word.folded();
        let (mut token, then) = guess_word(rules, head_of(rules, &folded, flags), flags);
        if matches!(token.sort, WordSort::Noun(_)) && token.only.is_none() && flags.intersects(rules.single) {
            token.only = Some(Number::Singular);
        }
        context = context.with(then);
        class.words.push(WordClass { parts: vec![token] });
    }
    if class.words.is_empty() || (!class.is_invariable() && decline(rules, lemma, &class).is_err()) {
        return Class { words: vec![WordClass { parts: vec![ClassPart::INVARIABLE] }; count.max(1)] };
    }
    class
}

/// The part of a word that its class applies to: Ростов of Ростов-на-Дону, ракета of ракета-носитель.
fn head_of<'a>(rules: &Paradigms, word: &'a [char], flags: Flags) -> &'a [char] {
    let Some(at) = word.iter().position(|letter| *letter == '-') else { return word };
    let (first, rest) = (word.get(..at).unwrap_or_default(), word.get(at + 1..).unwrap_or_default());
    let second: String = rest.iter().take_while(|letter| **letter != '-').collect();
    if rules.hyphen_tails.contains(&second) {
        return first;
    }
    let first_flags = class_flags(rules, &guess_word(rules, first, flags).0).with(flags);
    let rule = rules.hyphens.iter().find(|rule| {
        rule.when.holds(first, first_flags, &rules.vowels) && rule.last.as_ref().is_none_or(|last| last.fits(word))
    });
    if rule.is_some_and(|rule| matches!(rule.first, FirstPart::Same)) { first } else { word }
}
