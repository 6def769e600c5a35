//! What do the shape and the ending of one word tell?

use super::{
    Paradigms,
    class::ClassPart,
    flags::Flags,
    spelling::{Written, is_all_capitals},
};
use crate::model::Kind;

/// The class of one word and what it tells of the words that follow.
pub(super) fn one(rules: &Paradigms, word: &[char], flags: Flags) -> (ClassPart, Flags) {
    let last = word.rsplit(|letter| *letter == '-').next().unwrap_or_default();
    let native = last.iter().all(|letter| rules.has_letter(*letter)) && !last.is_empty();
    let vowels = word.iter().filter(|letter| rules.vowels.contains(**letter)).count();
    let flags = if vowels == 1 { flags.and(rules.names.flag("mono")) } else { flags };
    let rule = rules.guesses.iter().find(|rule| native && rule.when.holds(word, flags, &rules.vowels));
    rule.map_or((ClassPart::FROZEN, Flags::default()), |rule| (rule.class.clone(), rule.then))
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
