//! Names across alphabets: the consonants of a word by their rough sound, as the profiles group them.

use super::Language;

/// Most consonants of a word that are compared.
const LONGEST: usize = 12;

/// The consonants of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sounds {
    count: usize,
    codes: [u8; LONGEST],
}

impl Sounds {
    fn push(&mut self, code: u8) {
        let last = self.count.checked_sub(1).and_then(|last| self.codes.get(last));
        if last == Some(&code) {
            return;
        }
        if let Some(free) = self.codes.get_mut(self.count) {
            *free = code;
            self.count += 1;
        }
    }

    fn as_slice(&self) -> &[u8] {
        self.codes.get(..self.count).unwrap_or_default()
    }

    /// The number of consonants.
    pub(super) const fn len(&self) -> usize {
        self.count
    }

    /// Whether another word may be this name with an ending, or without one.
    pub(super) fn is_heard_in(&self, other: &Self) -> bool {
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
    /// By letter (below 2048), its sound alone; 0 for none.
    single: Vec<u8>,
    /// By letter (below 2048), the groups of several that it begins, the longest first.
    groups: Vec<Vec<LetterGroup>>,
}

impl Alphabets {
    pub(super) fn new(language: &Language) -> Self {
        let mut out = Self { single: vec![0; 0x800], groups: vec![Vec::new(); 0x800] };
        for (sounds, groups) in &language.sounds {
            for group in groups {
                let letters: Vec<char> = group.chars().collect();
                match (letters.as_slice(), sounds.as_bytes()) {
                    ([letter], [sound]) => {
                        if let Some(cell) = out.single.get_mut(*letter as usize) {
                            *cell = *sound;
                        }
                    }
                    ([first, ..], sounds) => {
                        if let Some(groups) = out.groups.get_mut(*first as usize) {
                            groups.push((letters.clone(), sounds.to_vec()));
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
        while let Some(letter) = letters.get(at).filter(|_| sounds.count < LONGEST) {
            let rest = letters.get(at..).unwrap_or_default();
            let mut groups = self.groups.get(*letter as usize).into_iter().flatten();
            // Most groups differ in their second letter.
            let may_be = |group: &[char]| group.get(1).is_none_or(|second| rest.get(1) == Some(second));
            if let Some((group, codes)) = groups.find(|(group, _)| may_be(group) && rest.starts_with(group)) {
                for code in codes {
                    sounds.push(*code);
                }
                at += group.len();
                continue;
            }
            if let Some(code) = self.single.get(*letter as usize).filter(|code| **code != 0) {
                sounds.push(*code);
            }
            at += 1;
        }
        sounds
    }
}
