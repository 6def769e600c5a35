//! Names across alphabets: the consonants of a word by their rough sound, as the profiles group them.

use super::Language;

/// Most consonants of a word that are compared.
const LONGEST: usize = 12;

/// The consonants of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sounds {
    count: u8,
    codes: [u8; LONGEST],
    /// Those that it has, as a set of bits, in which few share one.
    set: u32,
}

impl Sounds {
    fn push(&mut self, code: u8) {
        let last = self.len().checked_sub(1).and_then(|last| self.codes.get(last));
        if last == Some(&code) {
            return;
        }
        if let Some(free) = self.codes.get_mut(usize::from(self.count)) {
            *free = code;
            self.count += 1;
            self.set |= 1 << (code % 32);
        }
    }

    fn as_slice(&self) -> &[u8] {
        self.codes.get(..self.len()).unwrap_or_default()
    }

    /// The number of consonants.
    pub(super) fn len(&self) -> usize {
        usize::from(self.count)
    }

    /// Whether another word may be this name with an ending, or without one.
    pub(super) fn is_heard_in(&self, other: &Self) -> bool {
        // Of four consonants or more one may be lacking, of fewer none.
        let lacking = self.set & !other.set;
        if lacking & lacking.wrapping_sub(1) != 0 || (lacking != 0 && self.count < 4) {
            return false;
        }
        let (one, other) = (self.as_slice(), other.as_slice());
        if one.len() < 2 || other.len() < 2 || one.len().abs_diff(other.len()) > 3 {
            return false;
        }
        // A first letter may be silent.
        if one.first() != other.first() && one.get(1) != other.first() && one.first() != other.get(1) {
            return false;
        }
        let other = other.get(..=one.len()).unwrap_or(other);
        common(one, other) >= (one.len() - usize::from(one.len() >= 4)).max(2)
    }
}

/// The length of the longest common subsequence of two short lists.
fn common(one: &[u8], other: &[u8]) -> usize {
    let mut row = [0; LONGEST + 1];
    for a in one {
        let mut diagonal = 0;
        for (at, b) in other.iter().enumerate() {
            let (Some(&left), Some(&above)) = (row.get(at), row.get(at + 1)) else { break };
            let best = if a == b { diagonal + 1 } else { left.max(above) };
            diagonal = above;
            if let Some(cell) = row.get_mut(at + 1) {
                *cell = best;
            }
        }
    }
    row.iter().copied().max().unwrap_or_default()
}

/// A group of letters and its sounds.
type LetterGroup = (Vec<char>, Vec<u8>);

/// The groups of letters of both languages, with their sounds.
#[derive(Debug, Clone, Default)]
pub(super) struct Alphabets {
    /// By letter (below 2048), its sound alone, 0 for none, and whether it begins a group of several.
    single: Vec<(u8, bool)>,
    /// By letter (below 2048), the groups of several that it begins, the longest first.
    groups: Vec<Vec<LetterGroup>>,
}

impl Alphabets {
    pub(super) fn new(language: &Language) -> Self {
        let mut out = Self { single: vec![(0, false); 0x800], groups: vec![Vec::new(); 0x800] };
        for (sounds, groups) in &language.sounds {
            for group in groups {
                let letters: Vec<char> = group.chars().collect();
                match (letters.as_slice(), sounds.as_bytes()) {
                    ([letter], [sound]) => {
                        if let Some((alone, _)) = out.single.get_mut(*letter as usize) {
                            *alone = *sound;
                        }
                    }
                    ([first, ..], sounds) => {
                        if let (Some(groups), Some((_, begins))) =
                            (out.groups.get_mut(*first as usize), out.single.get_mut(*first as usize))
                        {
                            groups.push((letters.clone(), sounds.to_vec()));
                            *begins = true;
                        }
                    }
                    _ => {}
                }
            }
        }
        for groups in &mut out.groups {
            groups.sort_by_key(|(letters, _)| std::cmp::Reverse(letters.len()));
        }
        out
    }

    /// The consonants of a word whose letters are folded.
    pub(super) fn hear(&self, letters: &[char]) -> Sounds {
        let mut sounds = Sounds::default();
        let mut at = 0;
        while let Some(letter) = letters.get(at).filter(|_| sounds.len() < LONGEST) {
            let (alone, begins) = self.single.get(*letter as usize).copied().unwrap_or_default();
            let group = if begins { self.group(letters.get(at..).unwrap_or_default()) } else { None };
            if let Some((group, codes)) = group {
                for code in codes {
                    sounds.push(*code);
                }
                at += group.len();
                continue;
            }
            if alone != 0 {
                sounds.push(alone);
            }
            at += 1;
        }
        sounds
    }

    /// The longest group with which some letters begin.
    fn group(&self, letters: &[char]) -> Option<&LetterGroup> {
        let first = letters.first().copied().unwrap_or_default();
        let mut groups = self.groups.get(first as usize).into_iter().flatten();
        // Most groups differ in their second letter.
        let may_be = |group: &[char]| group.get(1).is_none_or(|second| letters.get(1) == Some(second));
        groups.find(|(group, _)| may_be(group) && letters.starts_with(group))
    }
}
