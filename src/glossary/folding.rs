//! Folding: removes from a text what does not matter when words are compared, and maps offsets back to the original.

use std::{collections::BTreeMap, ops::Range, str::Chars};

use serde::Deserialize;
use unicode_normalization::char::{canonical_combining_class, compose};

use crate::model::cut;

/// A locale's rules for comparing words (`[matching]` in its profile).
///
/// In every locale, text is composed (NFC) and lower-cased, and any run of white space counts as one space; the rest is
/// set here. Letters are given in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Matching {
    /// Letters that may be written as another: ru `ё` as `е`. A text may have the second where the term has the first;
    /// the reverse is a match with a note ([`super::Spelling::Full`]), except for words of `plain`.
    pub fold: Vec<(char, char)>,
    /// Beginnings of folded words whose letter is never the first of a `fold`: ru `киев` (not `Киёв`).
    pub plain: Vec<String>,
    /// Lower-case letters that replace another at the beginning of a word: be `ў` for `у`.
    pub initial: Vec<(char, char)>,
    /// Characters used as an apostrophe.
    pub apostrophes: Vec<char>,
    /// Characters that are skipped: the stress mark, the soft hyphen, zero-width characters.
    pub dropped: Vec<char>,
    /// What may come between a term and the end of its word: en `'s`, `s`; `ch|es` applies only after `ch`.
    pub suffixes: Vec<String>,
    /// Letters mistaken for another by eye or ear, with that other letter: Latin `a` for `а`, `и` for `і`. They
    /// indicate a misspelling, never a match.
    pub alike: Vec<(char, char)>,
    /// Letters of another script that look the same, with the letter meant: Latin `i` for `і`. A word that mixes both
    /// scripts is matched with these replaced ([`super::Spelling::Mixed`]).
    pub twins: Vec<(char, char)>,
    /// Whether the parts that a hyphen joins are one word, of which a term is a part only if the glossary says so.
    pub compounds: bool,
    /// What may follow a term and a hyphen without making another word of it: ru `то`, `таки`; a final `*` stands for
    /// any ending.
    pub particles: Vec<String>,
}

impl Default for Matching {
    fn default() -> Self {
        Self {
            fold: Vec::new(),
            initial: Vec::new(),
            apostrophes: vec!['\'', '’', 'ʼ', '‘', '`', '´', '＇'],
            dropped: vec!['\u{301}', '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'],
            suffixes: Vec::new(),
            plain: Vec::new(),
            alike: Vec::new(),
            twins: Vec::new(),
            compounds: false,
            particles: Vec::new(),
        }
    }
}

/// A compiled [`Matching`]: a table for letters of one and two bytes, lists for the rest.
#[derive(Debug, Clone)]
pub struct Folding {
    /// What each of the first 2048 characters becomes, or [`DROP`] or [`LOOK`].
    table: Vec<u16>,
    matching: Matching,
    /// What must precede a suffix, and the suffix.
    suffixes: Vec<(String, String)>,
    /// For each of the first 2048 characters, the letter it may be mistaken for; empty if a locale has no such letters.
    alike: Vec<char>,
    /// The other way round: letters that others may be mistaken for, sorted, each with the others.
    lookalikes: Vec<(char, Vec<char>)>,
}

/// Skipped.
const DROP: u16 = 0xffff;
/// Needs the slow path: combining marks, letters with a long lower case, letters with an initial form.
const LOOK: u16 = 0xfffe;

/// A folded text that can map its offsets back to the original.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Positions where the distance between the two changes: offset here, offset in the original.
    jumps: Vec<(usize, usize)>,
    /// Whether a word may mix letters of two scripts that look the same.
    pub(super) mixed: bool,
}

impl Default for Folding {
    fn default() -> Self {
        Self::new(Matching::default())
    }
}

impl Folding {
    /// Compiles a locale's rules.
    #[must_use]
    pub fn new(matching: Matching) -> Self {
        let mut folding = Self {
            table: vec![LOOK; 0x800],
            matching,
            suffixes: Vec::new(),
            alike: Vec::new(),
            lookalikes: Vec::new(),
        };
        if !folding.matching.alike.is_empty() {
            let as_is = (0..0x800).map(|number| char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER));
            let mut alike: Vec<char> = as_is.collect();
            for (from, to) in &folding.matching.alike {
                if let Some(entry) = alike.get_mut(*from as usize) {
                    *entry = *to;
                }
            }
            let mut groups: BTreeMap<char, Vec<char>> = BTreeMap::new();
            for (number, to) in (0_u32..).zip(&alike) {
                if let Some(from) = char::from_u32(number).filter(|from| from != to) {
                    groups.entry(*to).or_default().push(from);
                }
            }
            folding.lookalikes = groups.into_iter().collect();
            folding.alike = alike;
        }
        let mut table = Vec::with_capacity(0x800);
        for number in 0..0x800_u32 {
            let code = match char::from_u32(number) {
                Some(letter) if folding.matching.initial.iter().any(|(from, _)| *from == lower(letter)) => LOOK,
                Some(letter) if is_mark(letter) || folding.twin(lower(letter)).is_some() => LOOK,
                Some(letter) if folding.is_dropped(letter) => DROP,
                Some(letter) => {
                    let mut out = folding.fold_char(letter);
                    match (out.next().map(u32::from), out.next()) {
                        (Some(one @ 0..0x800), None) => u16::try_from(one).unwrap_or(LOOK),
                        _ => LOOK,
                    }
                }
                None => LOOK,
            };
            table.push(code);
        }
        folding.table = table;
        folding.suffixes = folding
            .matching
            .suffixes
            .iter()
            .map(|suffix| suffix.split_once('|').unwrap_or(("", suffix)))
            .map(|(ending, suffix)| (folding.fold(ending).text, folding.fold(suffix).text))
            .filter(|(_, suffix)| !suffix.is_empty())
            .collect();
        folding
    }

    /// The folded suffixes, each with what must precede it.
    #[must_use]
    pub fn suffixes(&self) -> &[(String, String)] {
        &self.suffixes
    }

    /// Folds a text. Linear; [`Folded::origin`] maps offsets back.
    #[must_use]
    pub fn fold(&self, original: &str) -> Folded {
        let mut text = String::with_capacity(original.len());
        let mut jumps = Vec::new();
        let mut distance = 0;
        let mut in_word = false;
        let mut mixed = false;
        let mut letters = original.chars();
        let initials = !self.matching.initial.is_empty();
        let place = |letters: &Chars<'_>| original.len() - letters.as_str().len();
        loop {
            let mut at = place(&letters);
            let is_even = at.wrapping_sub(text.len()) == distance;
            // The fastest path: most letters stay as they are, or become others of their length.
            let run = if is_even { self.push_plain(letters.as_str(), &mut text) } else { 0 };
            if run > 0 {
                in_word = initials && text.chars().next_back().is_some_and(|last| is_word(last) || last == '\'');
                at += run;
                letters = cut(original, &(at..original.len())).chars();
            }
            let Some(mut letter) = letters.next() else { break };
            // The fast path: nearly every letter becomes a single letter, carries no marks and shifts no offsets.
            let code = self.table.get(letter as usize).copied().unwrap_or(LOOK);
            if code < 0x800 && is_even && starts_no_mark(letters.as_str().as_bytes().first()) {
                let out = char::from_u32(u32::from(code)).unwrap_or(letter);
                if out != ' ' || !is_idle_space(&text, original, at) {
                    text.push(out);
                }
                in_word = initials && (is_word(out) || out == '\'');
                continue;
            }
            let jump = |text: &String, distance: &mut usize, jumps: &mut Vec<(usize, usize)>, at: usize| {
                if at.wrapping_sub(text.len()) != *distance {
                    *distance = at.wrapping_sub(text.len());
                    jumps.push((text.len(), at));
                }
            };
            while let Some(mark) = letters.clone().next().filter(|next| is_mark(*next)) {
                let here = place(&letters);
                letters.next();
                if let Some(whole) = compose(letter, mark) {
                    letter = whole;
                } else if !self.is_dropped(mark) {
                    // A mark that does not compose stays after its letter unchanged.
                    jump(&text, &mut distance, &mut jumps, at);
                    self.push(&mut text, letter, in_word, false);
                    (at, letter, in_word) = (here, mark, true);
                }
            }
            if letter.is_whitespace() && is_idle_space(&text, original, at) {
                in_word = false;
                continue;
            }
            jump(&text, &mut distance, &mut jumps, at);
            let code = self.table.get(letter as usize).copied().unwrap_or(LOOK);
            if code < 0x800 {
                let out = char::from_u32(u32::from(code)).unwrap_or(letter);
                text.push(out);
                in_word = is_word(out) || out == '\'';
            } else if code == LOOK {
                let next = letters.clone().next();
                let followed_by_capital = next.is_some_and(char::is_uppercase);
                mixed |= self.is_out_of_place(letter, text.chars().next_back(), next);
                let before = text.len();
                self.push(&mut text, letter, in_word, followed_by_capital);
                if text.len() > before {
                    in_word = text.chars().next_back().is_some_and(|last| is_word(last) || last == '\'');
                }
            }
        }
        Folded { text, jumps, mixed }
    }

    /// Appends the letters with which an original begins that each become a letter of their length; returns their bytes.
    fn push_plain(&self, original: &str, text: &mut String) -> usize {
        let mut end = 0;
        loop {
            let run = self.unchanged(cut(original, &(end..original.len())), text.as_bytes().last());
            text.push_str(run);
            end += run.len();
            let mut rest = cut(original, &(end..original.len())).chars();
            let Some(letter) = rest.next() else { return end };
            let code = self.table.get(letter as usize).copied().unwrap_or(LOOK);
            let out = char::from_u32(u32::from(code)).filter(|_| code < 0x800).unwrap_or(' ');
            let is_plain = out != ' ' && out.len_utf8() == letter.len_utf8();
            if !is_plain || !starts_no_mark(rest.as_str().as_bytes().first()) {
                return end;
            }
            text.push(out);
            end += letter.len_utf8();
        }
    }

    /// The letters with which a text begins that stay as they are, behind a byte; few texts have many others.
    fn unchanged<'a>(&self, text: &'a str, before: Option<&u8>) -> &'a str {
        let bytes = text.as_bytes();
        let (mut before, mut end, mut last) = (before.copied().unwrap_or_default(), 0, 0);
        while let Some(first) = bytes.get(end).copied() {
            let (letter, length) = match first {
                0..0x80 => (u16::from(first), 1),
                0xc2..0xe0 => match bytes.get(end + 1) {
                    Some(second) => (u16::from(first & 0x1f) << 6 | u16::from(second & 0x3f), 2),
                    None => break,
                },
                _ => break,
            };
            let may_be_idle = first == b' ' && matches!(before, b' ' | b'.');
            if self.table.get(usize::from(letter)) != Some(&letter) || may_be_idle {
                break;
            }
            (before, last) = (first, length);
            end += length;
        }
        // A mark may change the letter before it.
        if !starts_no_mark(bytes.get(end)) {
            end -= last;
        }
        text.get(..end).unwrap_or_default()
    }

    /// Whether a letter of another script that has a twin stands beside a letter of this script, or alone.
    fn is_out_of_place(&self, letter: char, before: Option<char>, after: Option<char>) -> bool {
        let near = [before, after];
        self.twin(lower(letter)).is_some()
            && (near.iter().any(|near| near.is_some_and(is_cyrillic))
                || near.iter().all(|near| near.is_some_and(char::is_whitespace)))
    }

    /// The letter that looks the same as a lower-case one of another script.
    fn twin(&self, letter: char) -> Option<char> {
        self.matching.twins.iter().find(|(from, _)| *from == letter).map(|(_, to)| *to)
    }

    /// Whether a sign that is no letter may stand for one, or an ending may have other signs than letters and apostrophes.
    pub(super) fn is_beyond_words(&self) -> bool {
        let Matching { twins, fold, initial, .. } = &self.matching;
        let mut letters = twins.iter().chain(fold).chain(initial).map(|(from, _)| *from);
        let is_inner = |letter: char| is_word(letter) || letter == '\'';
        letters.any(|letter| !is_letter(letter))
            || self.suffixes.iter().any(|(_, suffix)| !suffix.chars().all(is_inner))
    }

    /// Whether a word begins with a letter that is another at its beginning only.
    pub(super) fn has_initial(&self, word: &str) -> bool {
        let first = word.chars().next().map(lower);
        self.matching.initial.iter().any(|(from, _)| Some(*from) == first)
    }

    /// Whether a word is a single letter that looks the same as one of another script.
    pub(super) fn has_twin(&self, word: &str) -> bool {
        let mut letters = word.chars();
        matches!((letters.next(), letters.next()), (Some(letter), None) if self.twin(lower(letter)).is_some())
    }

    /// The folded text with the letters of another script replaced by those that they look like, in words that mix both
    /// scripts and in words of one letter; and where the replaced ones are now. `None` if there is no such word.
    #[must_use]
    pub(super) fn unmixed(&self, folded: &Folded) -> Option<(Folded, Vec<usize>)> {
        if !folded.mixed {
            return None;
        }
        let (mut out, mut replaced) = (Folded::default(), Vec::new());
        let mut distance = 0;
        let mut begin = 0;
        while begin < folded.text.len() {
            let rest = cut(&folded.text, &(begin..folded.text.len()));
            let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            let word = cut(rest, &(0..length));
            let meant = word.chars().any(is_cyrillic) || word.chars().nth(1).is_none();
            let gap = cut(rest, &(length..rest.len())).chars().next();
            for (at, letter) in word.char_indices().chain(gap.map(|gap| (length, gap))) {
                let origin = folded.origin(begin + at);
                if origin.wrapping_sub(out.text.len()) != distance {
                    distance = origin.wrapping_sub(out.text.len());
                    out.jumps.push((out.text.len(), origin));
                }
                let twin = self.twin(letter).filter(|_| meant);
                if twin.is_some() {
                    replaced.push(out.text.len());
                }
                out.text.extend(self.fold_char(twin.unwrap_or(letter)));
            }
            begin += length + gap.map_or(0, char::len_utf8);
        }
        (!replaced.is_empty()).then_some((out, replaced))
    }

    /// Whether a folded form has a word whose letters are never those of [`Matching::fold`].
    pub(super) fn is_plain(&self, folded: &str) -> bool {
        let is_plain = |word: &str| self.matching.plain.iter().any(|plain| word.starts_with(plain.as_str()));
        !self.matching.plain.is_empty() && folded.split(|c| !is_word(c)).any(is_plain)
    }

    /// Whether the parts that a hyphen joins are one word.
    pub(super) fn has_compounds(&self) -> bool {
        self.matching.compounds
    }

    /// Whether a folded word after a hyphen makes no other word of what precedes it.
    pub(super) fn is_particle(&self, word: &str) -> bool {
        self.matching.particles.iter().any(|particle| match particle.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => word == particle,
        })
    }

    /// Appends one letter, by the slow path.
    fn push(&self, text: &mut String, letter: char, in_word: bool, followed_by_capital: bool) {
        if self.is_dropped(letter) {
            return;
        }
        if !in_word && (!letter.is_uppercase() || followed_by_capital) {
            let small = lower(letter);
            if let Some((_, replacement)) = self.matching.initial.iter().find(|(from, _)| *from == small) {
                text.push(*replacement);
                return;
            }
        }
        text.extend(self.fold_char(letter));
    }

    /// What a single letter becomes.
    fn fold_char(&self, letter: char) -> impl Iterator<Item = char> + '_ {
        let letter = if self.matching.apostrophes.contains(&letter) {
            '\''
        } else if letter.is_whitespace() {
            ' '
        } else if matches!(letter, '\u{2010}' | '\u{2011}') {
            '-'
        } else {
            letter
        };
        letter
            .to_lowercase()
            .map(|small| self.matching.fold.iter().find(|(from, _)| *from == small).map_or(small, |f| f.1))
    }

    /// The letter that may replace a lower-case one at the beginning of a word: be ў for у.
    #[must_use]
    pub fn short_initial(&self, letter: char) -> Option<char> {
        self.matching.initial.iter().find(|(_, to)| *to == letter).map(|(from, _)| *from)
    }

    /// The letter that a folded one may be mistaken for.
    #[must_use]
    pub fn alike(&self, letter: char) -> char {
        self.alike.get(letter as usize).copied().unwrap_or(letter)
    }

    /// The letters that are mistaken for the same letter as this folded one, itself included.
    pub(super) fn lookalikes(&self, letter: char) -> impl Iterator<Item = char> + '_ {
        let meant = self.alike(letter);
        let others = self.lookalikes.binary_search_by_key(&meant, |(meant, _)| *meant).ok();
        let others = others.and_then(|at| self.lookalikes.get(at)).map_or(&[][..], |(_, others)| others);
        std::iter::once(meant).filter(|meant| self.alike(*meant) == *meant).chain(others.iter().copied())
    }

    fn is_dropped(&self, letter: char) -> bool {
        self.matching.dropped.contains(&letter)
    }

    /// The traits of each letter of an unfolded text, dropped characters excluded.
    pub(super) fn traits<'a>(&'a self, original: &'a str) -> impl Iterator<Item = Traits> + 'a {
        let mut letters = original.chars().peekable();
        let (mut spaced, mut run, mut stopped) = (false, 0_usize, false);
        std::iter::from_fn(move || {
            loop {
                let mut letter = letters.next()?;
                while let Some(mark) = letters.next_if(|next| is_mark(*next)) {
                    letter = compose(letter, mark).unwrap_or(letter);
                }
                if self.table.get(letter as usize).map_or_else(|| self.is_dropped(letter), |code| *code == DROP) {
                    continue;
                }
                let is_space = letter.is_whitespace();
                let is_idle = is_space && (spaced || stopped && begins_abbreviation(letters.clone()));
                spaced = is_space;
                if is_idle {
                    continue;
                }
                stopped = letter == '.' && matches!(run, 1 | 2);
                run = if is_letter(letter) { run + 1 } else { 0 };
                let small = lower(letter);
                let folded = self.matching.fold.iter().any(|(from, _)| *from == small);
                let (upper, lower) = case(letter);
                return Some(Traits { upper, lower, folded });
            }
        })
    }
}

/// What folding removes from a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Traits {
    /// Whether it is a capital.
    pub upper: bool,
    /// Whether it is a lower-case letter.
    pub lower: bool,
    /// Whether it is one of [`Matching::fold`].
    pub folded: bool,
}

impl Folded {
    /// The part of the text that comes from a span of the original.
    #[must_use]
    pub fn part(&self, span: &Range<usize>) -> Range<usize> {
        let place = |origin: usize| {
            let before = self.jumps.partition_point(|(_, there)| *there <= origin).checked_sub(1);
            match before.and_then(|last| self.jumps.get(last)) {
                Some((here, there)) => here + (origin - there),
                None => origin,
            }
        };
        place(span.start)..place(span.end)
    }

    /// The offset in the original of the byte at `at`.
    #[must_use]
    pub fn origin(&self, at: usize) -> usize {
        match self.jumps.partition_point(|(here, _)| *here <= at).checked_sub(1).and_then(|last| self.jumps.get(last)) {
            Some((here, there)) => there + (at - here),
            None => at,
        }
    }

    /// The range of `original` that `span` comes from, including any marks on the last letter.
    #[must_use]
    pub fn span(&self, original: &str, span: &Range<usize>) -> Range<usize> {
        let start = self.origin(span.start);
        if span.end <= span.start {
            return start..start;
        }
        let last = self.origin(self.text.floor_char_boundary(span.end - 1));
        let mut end = last;
        for (at, letter) in cut(original, &(last..original.len())).char_indices() {
            if at > 0 && !is_mark(letter) {
                break;
            }
            end = last + at + letter.len_utf8();
        }
        start..end.max(start)
    }
}

/// Whether a character that begins with this byte cannot be a combining mark: ASCII, Latin, most of Cyrillic.
const fn starts_no_mark(byte: Option<&u8>) -> bool {
    matches!(byte, None | Some(0..0x80 | 0xc2..0xcc | 0xd0 | 0xd1))
}

/// Whether a letter is a combining mark.
pub(crate) fn is_mark(letter: char) -> bool {
    match u32::from(letter) {
        0..0x300 | 0x370..0x483 | 0x48a..0x591 | 0x1e00..0x20d0 => false,
        0x300..0x370 => true,
        _ => canonical_combining_class(letter) != 0,
    }
}

/// Whether a character is a letter: same as the standard library, but faster for Latin and Cyrillic.
pub(crate) fn is_letter(letter: char) -> bool {
    match u32::from(letter) {
        0..0x80 => letter.is_ascii_alphabetic(),
        0xd7 | 0xf7 | 0x482..0x48a | 0x2000..0x2070 => false,
        0xc0..0x250 | 0x400..0x482 | 0x48a..0x530 => true,
        _ => letter.is_alphabetic(),
    }
}

/// Whether a character is always part of a word; an apostrophe is only between two of these.
pub(crate) fn is_word(letter: char) -> bool {
    is_letter(letter)
        || if letter.is_ascii() { letter.is_ascii_digit() } else { letter.is_numeric() || is_mark(letter) }
}

/// Whether white space at `at` counts for nothing after the folded `text`: it continues a run, or stands between the
/// parts of an abbreviation (`т. г.`).
fn is_idle_space(text: &str, original: &str, at: usize) -> bool {
    match text.as_bytes().last() {
        Some(b' ') => true,
        Some(b'.') => {
            let letters = text.chars().rev().skip(1).take_while(|letter| is_letter(*letter)).take(3).count();
            matches!(letters, 1 | 2) && begins_abbreviation(cut(original, &(at..original.len())).chars())
        }
        _ => false,
    }
}

/// Whether one or two letters with a full stop follow, after white space if any; a long run of it is none inside an
/// abbreviation.
fn begins_abbreviation(rest: impl Iterator<Item = char>) -> bool {
    let mut rest = rest.take(16).skip_while(|letter| letter.is_whitespace());
    let parts: [Option<char>; 3] = std::array::from_fn(|_| rest.next());
    let is_part = |letter: Option<char>| letter.is_some_and(is_letter);
    let [first, second, third] = parts;
    is_part(first) && (second == Some('.') || is_part(second) && third == Some('.'))
}

/// Whether a character is a Cyrillic letter.
const fn is_cyrillic(letter: char) -> bool {
    matches!(letter, 'Ѐ'..='ԯ')
}

/// Whether a letter is a capital, and whether it is lower-case: same as the standard library, but faster for Cyrillic.
fn case(letter: char) -> (bool, bool) {
    match letter {
        'Ѐ'..='Я' => (true, false),
        'а'..='џ' => (false, true),
        _ => (letter.is_uppercase(), letter.is_lowercase()),
    }
}

/// The lower case of a letter, if that is a single letter.
fn lower(letter: char) -> char {
    match letter {
        '\0'..='\x7f' => letter.to_ascii_lowercase(),
        'а'..='џ' => letter,
        _ => {
            let mut lower = letter.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(single), None) => single,
                _ => letter,
            }
        }
    }
}
