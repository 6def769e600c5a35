//! Where a word lacks the sign between a consonant and a vowel, or has another in its place.

use std::ops::Range;

use crate::model::cut;

use super::{
    separation::{Seam, Separators, Trait, begins_small, is_apostrophe},
    spot::Spot,
};

/// What is found in a text, as places of words with the sign that each should have.
#[derive(Default)]
pub(super) struct FoundSeams {
    pub lost: Vec<Spot>,
    pub wrong: Vec<Spot>,
    pub names: Vec<Spot>,
    /// Apostrophes that may stand there, by place and kind.
    pub signs: Vec<(Range<usize>, char)>,
}

impl FoundSeams {
    /// Whether nothing is found.
    fn is_empty(&self) -> bool {
        self.lost.is_empty() && self.wrong.is_empty() && self.names.is_empty() && self.signs.is_empty()
    }

    /// Looks at every vowel of a part of a text that follows a consonant, with nothing or a sign between them.
    pub(super) fn look(&mut self, separators: &Separators, prose: &str, part: Range<usize>) {
        // The last two characters of the word that begins at `begin`, as far as it has as many.
        let (mut second, mut first) = (NOTHING, NOTHING);
        let (mut begin, mut count) = (0, 0_usize);
        for (at, char) in cut(prose, &part).char_indices().map(|(at, char)| (part.start + at, char)) {
            let kind = separators.of(char);
            // A mark is within a word; before its letters it is a quotation mark.
            if kind == Trait::None && (count == 0 || !is_apostrophe(char)) {
                count = 0;
                continue;
            }
            if count == 0 {
                begin = at;
            }
            let (before, last) = ((count > 1).then_some(second), first);
            let is_telling = match last.kind {
                Trait::None => kind != Trait::None,
                Trait::Consonant | Trait::Soft => kind == Trait::Separated,
                Trait::Separated | Trait::Letter => false,
            };
            let is_telling = is_telling && count > 0;
            (second, first) = (first, Known { at, char, kind });
            count += 1;
            if !is_telling {
                continue;
            }
            let before_last = before.map(|before| before.char);
            match last.kind {
                Trait::Consonant if separators.is_lossy(last.char, char) => {
                    let seam = Seam { prose, begin, at, before: before_last, consonant: last.char, vowel: char };
                    self.lost.extend(lost(separators, &seam));
                }
                Trait::Soft if last.char.is_lowercase() => {
                    let Some(before) = before.filter(|before| before.kind == Trait::Consonant) else { continue };
                    let seam = Seam { prose, begin, at: last.at, before: None, consonant: before.char, vowel: char };
                    let never = separators.is_never_soft(before.char, char);
                    let right = separators.sign().unwrap_or_default();
                    if (never && begins_small(prose, begin)) || separators.has_stem(&seam, at) {
                        self.wrong.push(Spot::certain(last.at..at, right));
                    } else if never {
                        // A name, perhaps spelled so by its bearer.
                        self.names.push(Spot::likely(last.at..at, right));
                    }
                }
                Trait::None if before.is_some_and(|before| before.kind == Trait::Consonant) => {
                    let consonant = before.map_or(' ', |before| before.char);
                    let seam = Seam { prose, begin, at: last.at, before: None, consonant, vowel: char };
                    sign_between(separators, &seam, last.at..at, kind == Trait::Separated, self);
                }
                _ => {}
            }
        }
    }
}

/// Whether a word has anything to look at.
pub(super) fn has_seam(separators: &Separators, word: &str) -> bool {
    let mut found = FoundSeams::default();
    found.look(separators, word, 0..word.len());
    !found.is_empty()
}

/// A character of a word, with what is known of it.
#[derive(Clone, Copy)]
struct Known {
    at: usize,
    char: char,
    kind: Trait,
}

/// No character.
const NOTHING: Known = Known { at: 0, char: '\0', kind: Trait::None };

/// A vowel before which the sign was lost.
fn lost(separators: &Separators, seam: &Seam<'_>) -> Option<Spot> {
    let sure = separators.has_stem(seam, seam.at);
    if (!sure && !separators.needs_sign(seam)) || separators.is_kept(seam) {
        return None;
    }
    let sign = separators.sign()?;
    let end = seam.at + seam.vowel.len_utf8();
    let start = seam.at - seam.consonant.len_utf8();
    let written = [cut(seam.prose, &(start..seam.at)), &sign, cut(seam.prose, &(seam.at..end))].concat();
    Some(Spot { span: start..end, replacement: Some(written), certain: sure })
}

/// Looks at a sign between a consonant and a letter.
fn sign_between(
    separators: &Separators,
    seam: &Seam<'_>,
    span: Range<usize>,
    may_separate: bool,
    found: &mut FoundSeams,
) {
    let sign = cut(seam.prose, &span).chars().next().unwrap_or(' ');
    if let Some(letter) = separators.letter() {
        // ru об'явить for объявить; a name has its apostrophe: О’Нил.
        let is_listed = separators.has_stem(seam, span.end);
        let is_prefixed = begins_small(seam.prose, seam.begin) && separators.has_head(seam, span.end);
        if may_separate && (is_listed || is_prefixed) {
            found.wrong.push(Spot::certain(span, letter));
        }
    } else if separators.accepts(sign) {
        found.signs.push((span, sign));
    } else if may_separate {
        found.wrong.extend(separators.sign().map(|right| Spot::certain(span, right)));
    }
}
