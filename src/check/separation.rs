//! What a language's profile says of the sign between a consonant and a vowel, indexed by these two letters.

use std::{collections::HashMap, hash::BuildHasherDefault};

use super::{
    characters::Characters,
    language::{Fnv, Language},
};
use crate::{locale::Separation, model::cut};

/// What a letter is to the sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trait {
    /// No letter.
    None,
    /// A letter of the language after which the sign may stand.
    Consonant,
    /// A vowel before which it may stand.
    Separated,
    /// Another letter.
    Letter,
    /// The letter that softens a consonant: ь.
    Soft,
}

/// The beginnings of a word before the sign and after it.
type Beginnings = (String, String);

/// The sign between a consonant and the vowel after it.
#[derive(Debug, Clone, Default)]
pub(super) struct Separators {
    rule: Separation,
    /// The apostrophe in house style.
    pub apostrophe: Option<char>,
    apostrophes: String,
    /// What is known of each letter below U+0800, so that most letters of a text need no closer look.
    traits: Vec<Trait>,
    /// Beginnings of words around the sign, by the letters beside it.
    stems: HashMap<(char, char), Vec<Beginnings>, BuildHasherDefault<Fnv>>,
    /// Whether the sign may be lost between two letters, in 64 × 64 bits.
    lossy: Vec<u64>,
}

/// Where a consonant and a vowel meet in a word.
pub(super) struct Seam<'a> {
    /// The text.
    pub prose: &'a str,
    /// Where the word begins.
    pub begin: usize,
    /// Where the vowel, or the sign before it, stands.
    pub at: usize,
    /// The letter before the consonant.
    pub before: Option<char>,
    /// The consonant.
    pub consonant: char,
    /// The vowel.
    pub vowel: char,
}

impl Separators {
    pub(super) fn new(language: &Language) -> Self {
        let rule = language.separation.clone();
        let mut stems: HashMap<_, Vec<_>, _> = HashMap::default();
        for (head, tail) in rule.stems.iter().filter_map(|stem| stem.split_once('|')) {
            if let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next()) {
                stems.entry((before, after)).or_default().push((head.to_owned(), tail.to_owned()));
            }
        }
        let apostrophe = language.apostrophe.chars().next();
        let of = |number: u32| {
            let Some(letter) =
                char::from_u32(number).filter(|letter| letter.is_alphabetic() && !is_apostrophe(*letter))
            else {
                return Trait::None;
            };
            let small = lower(letter);
            match small {
                _ if language.soft.contains(small) => Trait::Soft,
                _ if rule.sign.contains(small) => Trait::Letter,
                _ if rule.vowels.contains(small) => Trait::Separated,
                _ if language.vowels.contains(small) || !language.letters.contains(small) => Trait::Letter,
                _ => Trait::Consonant,
            }
        };
        let traits = (0..0x800).map(of).collect();
        let mut lossy = vec![0; 64];
        let pairs = rule.vowels.chars().flat_map(|vowel| language.letters.chars().map(move |letter| (letter, vowel)));
        for (consonant, vowel) in
            pairs.filter(|(letter, vowel)| may_need(&rule, *letter, *vowel)).chain(stems.keys().copied())
        {
            if let Some(bits) = lossy.get_mut(consonant as usize % 64) {
                *bits |= 1 << (vowel as u32 % 64);
            }
        }
        Self { apostrophe, apostrophes: language.apostrophes.clone(), traits, stems, rule, lossy }
    }

    /// Whether the sign may be lost between two letters: most letters meet without it.
    pub(super) fn is_lossy(&self, consonant: char, vowel: char) -> bool {
        let bits = self.lossy.get(lower(consonant) as usize % 64).copied().unwrap_or_default();
        bits >> (lower(vowel) as u32 % 64) & 1 == 1
    }

    /// Whether nothing is known of it.
    pub(super) const fn is_empty(&self) -> bool {
        self.rule.vowels.is_empty()
    }

    /// What is known of a character.
    pub(super) fn of(&self, char: char) -> Trait {
        self.traits
            .get(char as usize)
            .copied()
            .unwrap_or_else(|| if char.is_alphabetic() { Trait::Letter } else { Trait::None })
    }

    /// Whether the soft letter never stands between a consonant and a vowel.
    pub(super) fn is_never_soft(&self, consonant: char, vowel: char) -> bool {
        self.rule.never_soft.contains(lower(consonant)) || self.rule.always.contains(lower(vowel))
    }

    /// The sign, if it is a letter: ru ъ.
    pub(super) fn letter(&self) -> Option<String> {
        (!self.rule.sign.is_empty()).then(|| self.rule.sign.clone())
    }

    /// The sign as the house writes it.
    pub(super) fn sign(&self) -> Option<String> {
        self.letter().or_else(|| self.apostrophe.map(String::from))
    }

    /// Whether a character is an apostrophe of the language, of any kind.
    pub(super) fn accepts(&self, sign: char) -> bool {
        self.apostrophes.contains(sign)
    }

    /// Whether a word has the sign by the list: the part before it ends at the place, the part after begins at `from`.
    pub(super) fn has_stem(&self, seam: &Seam<'_>, from: usize) -> bool {
        let rest = cut(seam.prose, &(from..seam.prose.len()));
        self.listed(seam).any(|(head, tail)| is_head(seam, head) && begins_with(rest, tail))
    }

    /// Whether a word's part before the sign is that of a listed word, a prefix.
    pub(super) fn has_head(&self, seam: &Seam<'_>, from: usize) -> bool {
        let heads = self.stems.iter().filter(|((before, _), _)| *before == lower(seam.consonant));
        from > seam.begin && heads.flat_map(|(_, stems)| stems).any(|(head, _)| is_head(seam, head))
    }

    fn listed(&self, seam: &Seam<'_>) -> impl Iterator<Item = &(String, String)> {
        self.stems.get(&(lower(seam.consonant), lower(seam.vowel))).into_iter().flatten()
    }

    /// Whether letters that meet in a word never do so without the sign. A name may be of another language.
    pub(super) fn needs_sign(&self, seam: &Seam<'_>) -> bool {
        let rule = &self.rule;
        let (consonant, vowel) = (lower(seam.consonant), lower(seam.vowel));
        let is_open = |before: Option<char>| {
            before
                .map(lower)
                .is_none_or(|before| self.of(before) != Trait::Consonant || rule.open_after.contains(before))
        };
        let needs = is_hard(rule, consonant, vowel)
            || (rule.open.contains(consonant) && rule.open_vowels.contains(vowel) && is_open(seam.before));
        needs && begins_small(seam.prose, seam.begin)
    }

    /// Whether a word has none although its letters look so.
    pub(super) fn is_kept(&self, seam: &Seam<'_>) -> bool {
        let word = cut(seam.prose, &(seam.begin..seam.prose.len()));
        self.rule.kept.iter().any(|kept| begins_with(word, kept))
    }
}

/// Whether two letters never meet in a word without the sign, whatever stands before them.
fn is_hard(rule: &Separation, consonant: char, vowel: char) -> bool {
    rule.always.contains(vowel) || (rule.hard.contains(consonant) && rule.hard_vowels.contains(vowel))
}

/// The same, where something may stand before them.
fn may_need(rule: &Separation, consonant: char, vowel: char) -> bool {
    is_hard(rule, consonant, vowel) || (rule.open.contains(consonant) && rule.open_vowels.contains(vowel))
}

/// Whether a word begins with a small letter.
pub(super) fn begins_small(prose: &str, begin: usize) -> bool {
    cut(prose, &(begin..prose.len())).chars().next().is_some_and(|first| Characters::new().is_lowercase(first))
}

/// Whether a word's part before a seam is this, in any case.
fn is_head(seam: &Seam<'_>, head: &str) -> bool {
    seam.at - seam.begin == head.len() && begins_with(cut(seam.prose, &(seam.begin..seam.at)), head)
}

/// Whether a text begins with lower-case letters, in any case.
fn begins_with(text: &str, beginning: &str) -> bool {
    let mut letters = text.chars();
    beginning.chars().all(|wanted| letters.next().is_some_and(|letter| lower(letter) == wanted))
}

fn lower(letter: char) -> char {
    Characters::new().lower(letter)
}

/// Whether a character is an apostrophe, or is typed for one.
pub(super) const fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’' | 'ʼ' | '‘' | '‛' | '`' | '´' | '"' | 'ʹ' | 'ʻ' | 'ʽ' | 'ˈ' | '′' | '＇' | '“' | '”')
}
