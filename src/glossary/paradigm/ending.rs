//! The plausible classes and the flags of a word, inferred from its ending and its written shape.

use super::{
    Paradigms,
    class::ClassPart,
    flags::Flags,
    spelling::{Written, is_all_capitals},
};
use crate::model::Kind;

/// The words that follow a word of a wording, in lower case.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Following<'a> {
    /// The next word; empty after the last one.
    pub(super) next: &'a [char],
    /// The last word of the wording, which may be the word itself.
    pub(super) last: &'a [char],
}

/// A plausible class of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Guessed {
    pub(super) class: ClassPart,
    /// The flags it sets for the words that follow.
    pub(super) then: Flags,
    /// Whether a rule gave it: a word that no rule matches counts as invariable, which proves nothing.
    pub(super) known: bool,
    /// How many rules with `otherwise` stand before its own: it counts where nothing of a lower rank fits.
    pub(super) rank: usize,
}

/// Guesses the likeliest class of a single word.
pub(super) fn guess_word(rules: &Paradigms, word: &[char], flags: Flags) -> ClassPart {
    let following = Following { next: &[], last: word };
    let guessed = plausible_classes(rules, word, following, flags).into_iter().next();
    guessed.map_or(ClassPart::INVARIABLE, |guessed| guessed.class)
}

/// The plausible classes of one word, the likeliest first: it is invariable if no rule matches. None if the rules say
/// that the words before it were misread.
pub(super) fn plausible_classes(
    rules: &Paradigms,
    word: &[char],
    following: Following<'_>,
    flags: Flags,
) -> Vec<Guessed> {
    let last = word.rsplit(|letter| *letter == '-').next().unwrap_or_default();
    let is_native = last.iter().all(|letter| rules.has_letter(*letter)) && !last.is_empty();
    let vowels = word.iter().filter(|letter| rules.vowels.contains(**letter)).count();
    let mut flags = if vowels == 1 { flags.with(rules.names.flag("mono")) } else { flags };
    let mut plausible: Vec<Guessed> = Vec::new();
    let (mut rank, mut is_known) = (0, false);
    for rule in &rules.guesses {
        let matches = is_native
            && rule.when.holds(word, flags, &rules.vowels)
            && rule.next.as_ref().is_none_or(|next| next.fits(following.next))
            && rule.last.as_ref().is_none_or(|last| last.fits(following.last));
        if !matches {
            continue;
        }
        flags = flags.with(rule.is);
        if rule.classes.is_empty() && !rule.is_misread {
            continue;
        }
        is_known = true;
        for class in &rule.classes {
            if !plausible.iter().any(|known| known.class == *class && known.then == rule.then) {
                plausible.push(Guessed { class: class.clone(), then: rule.then, known: true, rank });
            }
        }
        if rule.otherwise {
            rank += 1;
        } else if !rule.more {
            break;
        }
    }
    if !is_known {
        plausible.push(Guessed { class: ClassPart::INVARIABLE, then: Flags::default(), known: false, rank });
    }
    plausible
}

/// The flags of a word's written shape.
pub(super) fn shape_flags(rules: &Paradigms, word: &Written) -> Flags {
    let mut flags = Flags::default();
    let letters: Vec<char> = word.parts.iter().flatten().copied().collect();
    if letters.first().is_some_and(|letter| letter.is_uppercase()) {
        flags = flags.with(rules.names.flag("cap"));
    }
    if is_all_capitals(&letters) {
        flags = flags.with(rules.names.flag("upper"));
    }
    if word.parts.len() > 1 {
        flags = flags.with(rules.names.flag("hyphen"));
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
