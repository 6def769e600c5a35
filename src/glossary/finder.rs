//! The search for the glossary's wordings in a text: one automaton for a locale, over all forms of all its terms. It
//! starts only where a word begins, or where what stands is no word, and leaves most words after a few letters. No walk
//! is longer than the longest form.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    ops::Range,
    sync::OnceLock,
};

use aho_corasick::{Anchored, automaton::Automaton, nfa::contiguous::NFA};

use crate::model::{Term, Usage, cut};

use super::{
    around::{Around, ends_word, in_longer_name},
    folding::{Folded, Folding, Traits, is_word},
    held::Held,
    vocabulary::Vocabulary,
};

/// A wording found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Index of the concept in [`super::Termbase::concepts`].
    pub concept: usize,
    /// Index of the wording among the concept's terms of the locale ([`super::Termbase::terms`]).
    pub term: usize,
    /// Index of the form among the wording's forms.
    pub form: usize,
    /// Whether the house uses the wording.
    pub usage: Usage,
    /// Whether it stands there letter for letter as the glossary has it, capitals included.
    pub exact: bool,
    /// Where it stands: bytes of the text.
    pub span: Range<usize>,
}

/// All forms of a locale's terms, ready to be looked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Finder {
    pub folding: Folding,
    automaton: Option<NFA>,
    /// For each pattern of the automaton, whose form it is: a range of the entries.
    patterns: Vec<Range<usize>>,
    entries: Vec<FormEntry>,
    /// What folding took from the letters of forms; an entry names its list by index, since few lists differ.
    traits: Vec<Vec<Traits>>,
    /// The words beside which a wording is another one; an entry names its list by index.
    around: Vec<Vec<Around>>,
    /// Made when it is first asked for.
    vocabulary: OnceLock<Vocabulary>,
}

/// What stands in a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    /// Every form, also one within another, in reading order.
    pub all: Vec<Hit>,
    /// Forms that would stand there but for a capital that they need.
    pub lowered: Vec<Hit>,
}

/// A form behind a pattern.
#[derive(Debug, Clone)]
struct FormEntry {
    concept: usize,
    term: usize,
    form: usize,
    usage: Usage,
    capitals: Capitals,
    /// Whether it counts inside a longer name.
    part_of_name: bool,
    around: Option<usize>,
    traits: usize,
}

/// How a form stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// Letter for letter.
    Exact,
    /// But for letters and capitals that do not count.
    Alike,
    /// Without a capital that it needs.
    Lowered,
}

/// What a form asks of the capitals in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Capitals {
    /// Nothing.
    Free,
    /// Where it has a capital, so must the text.
    Needed,
    /// The text must be as it is, but for a text all in capitals and the capital that begins a text.
    Exact,
}

/// How a form is told from another one: its folded text, and what folding took from each letter.
pub(super) type Shape = (String, Vec<Traits>);

/// The shape of a form.
pub(super) fn shape_of(text: &str, folding: &Folding) -> Shape {
    (folding.fold(text).text.trim().to_owned(), folding.traits(text.trim()).collect())
}

/// The shapes that a locale's preferred and admitted wordings have.
pub(super) fn right_shapes(held: &Held<'_>, folding: &Folding) -> HashMap<Shape, (usize, usize)> {
    let mut shapes = HashMap::new();
    for (concept, terms) in held {
        for (number, term) in terms.iter().enumerate().filter(|(_, term)| term.usage >= Usage::Admitted) {
            for form in &term.forms {
                shapes.entry(shape_of(&form.text, folding)).or_insert((*concept, number));
            }
        }
    }
    shapes
}

impl Finder {
    /// A finder for a locale's terms; a forbidden form that is also a right one is left out.
    pub(super) fn new(held: &Held<'_>, folding: Folding) -> Self {
        // Folding is most of the work, so each form is folded once.
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut kinds: HashMap<Vec<Traits>, usize> = HashMap::new();
        let mut found: Vec<(usize, FormEntry)> = Vec::new();
        let mut lists: Vec<Vec<Around>> = Vec::new();
        for (concept, terms) in held {
            for (number, term) in terms.iter().enumerate() {
                let around = (!term.context_not.is_empty()).then(|| {
                    lists.push(term.context_not.iter().filter_map(|word| Around::new(word, &folding)).collect());
                    lists.len() - 1
                });
                for (form, text) in term.forms.iter().enumerate() {
                    let shape = shape_of(&text.text, &folding);
                    if shape.0.is_empty() {
                        continue;
                    }
                    let next = numbers.len();
                    let pattern = *numbers.entry(shape.0).or_insert(next);
                    let next = kinds.len();
                    let traits = *kinds.entry(shape.1).or_insert(next);
                    let (capitals, part_of_name, usage) = (Capitals::of(term), term.part_of_name, term.usage);
                    let (concept, term) = (*concept, number);
                    found.push((
                        pattern,
                        FormEntry { concept, term, form, usage, capitals, part_of_name, around, traits },
                    ));
                }
            }
        }
        let is_right = |entry: &FormEntry| entry.usage >= Usage::Admitted;
        let right: HashSet<(usize, usize)> = found
            .iter()
            .filter(|(_, entry)| is_right(entry))
            .map(|(pattern, entry)| (*pattern, entry.traits))
            .collect();
        found.retain(|(pattern, entry)| entry.usage != Usage::Forbidden || !right.contains(&(*pattern, entry.traits)));
        // The order of the glossary stays within a pattern.
        found.sort_by_key(|(pattern, _)| *pattern);
        let mut patterns = vec![0..0; numbers.len()];
        let mut start = 0;
        for same in found.chunk_by(|(one, _), (other, _)| one == other) {
            let end = start + same.len();
            if let Some(range) = same.first().and_then(|(pattern, _)| patterns.get_mut(*pattern)) {
                *range = start..end;
            }
            start = end;
        }
        let automaton = NFA::new(by_number(numbers)).ok().filter(|_| !patterns.is_empty());
        let entries = found.into_iter().map(|(_, entry)| entry).collect();
        let (traits, vocabulary) = (by_number(kinds), OnceLock::new());
        Self { folding, automaton, patterns, entries, traits, around: lists, vocabulary }
    }

    /// The single words of the right forms, for words that are nearly one of them.
    pub(super) fn vocabulary(&self, make: impl FnOnce() -> Vocabulary) -> &Vocabulary {
        self.vocabulary.get_or_init(make)
    }

    /// Every form that stands in a text, also one within another, by where they begin, the longest first.
    pub(super) fn all(&self, original: &str, folded: &Folded) -> Found {
        let mut hits = Found::default();
        // Those that do not count inside a longer name.
        let mut alone = Vec::new();
        let Some(automaton) = &self.automaton else { return hits };
        let first_word = original.find(is_word).unwrap_or(0);
        let tell = |pattern: usize, found: Range<usize>| {
            let Some(end) = self.word_end(&folded.text, &found) else { return };
            let span = folded.span(original, &(found.start..end));
            let wording = cut(original, &folded.span(original, &found));
            let first = span.start <= first_word;
            let entries = self.patterns.get(pattern).and_then(|range| self.entries.get(range.clone()));
            for entry in entries.unwrap_or_default() {
                let Some(traits) = self.traits.get(entry.traits) else { continue };
                let Some(fit) = entry.fits(traits, self.folding.traits(wording), first) else { continue };
                let barred = entry
                    .around
                    .and_then(|list| self.around.get(list))
                    .is_some_and(|list| list.iter().any(|around| around.stands(&folded.text, &(found.start..end))));
                if barred {
                    continue;
                }
                let FormEntry { concept, term, form, usage, .. } = *entry;
                let hit = Hit { concept, term, form, usage, exact: fit == Fit::Exact, span: span.clone() };
                match fit {
                    Fit::Lowered => hits.lowered.push(hit),
                    _ if entry.part_of_name => hits.all.push(hit),
                    _ => alone.push(hit),
                }
            }
        };
        walk(automaton, &folded.text, tell);
        hits.all.sort_by_key(order);
        if !alone.is_empty() {
            let ends: BTreeSet<usize> = hits.all.iter().chain(&alone).map(|hit| hit.span.end).collect();
            let starts: BTreeSet<usize> = hits.all.iter().chain(&alone).map(|hit| hit.span.start).collect();
            alone.retain(|hit| !in_longer_name(original, &hit.span, &starts, &ends));
            hits.all.append(&mut alone);
            hits.all.sort_by_key(order);
        }
        hits.lowered.sort_by_key(order);
        hits
    }

    /// The end of the hit, when its form, which begins as a word does, ends as one.
    fn word_end(&self, text: &str, found: &Range<usize>) -> Option<usize> {
        let (inside, end) = (text.get(found.clone())?, found.end);
        let rest = text.get(end..)?;
        if !inside.ends_with(is_word) || ends_word(rest) {
            return Some(end);
        }
        let fits =
            |behind: &str, suffix: &str| inside.ends_with(behind) && rest.strip_prefix(suffix).is_some_and(ends_word);
        let (_, suffix) = self.folding.suffixes().iter().find(|(behind, suffix)| fits(behind, suffix))?;
        // The letters of a plural belong to the word that stands there, a possessive does not.
        Some(if suffix.starts_with('\'') { end } else { end + suffix.len() })
    }
}

/// The keys of a table, in the order of the numbers that it gave them.
fn by_number<K>(numbers: HashMap<K, usize>) -> Vec<K> {
    let mut keys: Vec<(usize, K)> = numbers.into_iter().map(|(key, number)| (number, key)).collect();
    keys.sort_unstable_by_key(|(number, _)| *number);
    keys.into_iter().map(|(_, key)| key).collect()
}

/// Gives every pattern that stands in a folded text where a word may begin, with its place.
fn walk(automaton: &NFA, text: &str, mut tell: impl FnMut(usize, Range<usize>)) {
    let Ok(start) = automaton.start_state(Anchored::Yes) else { return };
    let bytes = text.as_bytes();
    // Whether the letter before is one of a word; and whether it is an apostrophe behind such a letter.
    let (mut in_word, mut joined) = (false, false);
    for (at, byte) in bytes.iter().enumerate() {
        let is_letter = match byte {
            0x80..=0xbf => continue,
            // The Cyrillic letters from 0x400 to 0x47f.
            b'a'..=b'z' | b'0'..=b'9' | 0xd0 | 0xd1 => true,
            0..0x80 => false,
            _ => text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_word),
        };
        let inside = is_letter && (in_word || joined);
        (joined, in_word) = (*byte == b'\'' && in_word, is_letter);
        if inside {
            continue;
        }
        let mut state = start;
        for (place, byte) in bytes.iter().enumerate().skip(at) {
            state = automaton.next_state(Anchored::Yes, state, *byte);
            if !automaton.is_special(state) {
                continue;
            }
            if automaton.is_dead(state) {
                break;
            }
            if automaton.is_match(state) {
                // A state may also know of patterns that begin later.
                let all = (0..automaton.match_len(state)).map(|number| automaton.match_pattern(state, number));
                for pattern in all.filter(|pattern| automaton.pattern_len(*pattern) == place + 1 - at) {
                    tell(pattern.as_usize(), at..place + 1);
                }
            }
        }
    }
}

impl Capitals {
    /// What a wording asks of the capitals in a text.
    fn of(term: &Term) -> Self {
        match (term.case_sensitive, term.text.chars().any(char::is_uppercase)) {
            (Some(false), _) | (None, false) => Self::Free,
            (None, true) => Self::Needed,
            (Some(true), _) => Self::Exact,
        }
    }
}

impl FormEntry {
    /// Whether the form, of which folding took `form`, may stand for a wording in a text; if so, how it stands there.
    fn fits(&self, form: &[Traits], wording: impl Iterator<Item = Traits>, first: bool) -> Option<Fit> {
        let mut fit = Fit::Exact;
        let mut small = false;
        let mut raised = None;
        for (number, (form, text)) in form.iter().zip(wording).enumerate() {
            small |= text.lower;
            if *form == text {
                continue;
            }
            if text.folded && !form.folded {
                return None;
            }
            if self.capitals != Capitals::Free && form.upper && !text.upper {
                fit = Fit::Lowered;
            }
            if fit == Fit::Exact {
                fit = Fit::Alike;
            }
            if form.lower && text.upper {
                raised = Some(number);
            }
        }
        let spoilt = self.capitals == Capitals::Exact && small && raised.is_some_and(|number| number > 0 || !first);
        (!spoilt).then_some(fit)
    }
}

/// Reading order: where it begins, the longest first, then the one that stands there exactly, then the best usage.
fn order(hit: &Hit) -> (usize, usize, bool, std::cmp::Reverse<Usage>, usize, usize) {
    let length = usize::MAX - hit.span.len();
    (hit.span.start, length, !hit.exact, std::cmp::Reverse(hit.usage), hit.concept, hit.term)
}

/// Of hits in reading order those that hold: leftmost, longest, none over another; but a forbidden one beats a shorter
/// right one that begins before it. One hit for a span.
#[must_use]
pub fn choose(all: &[Hit]) -> Vec<Hit> {
    let mut chosen: Vec<Hit> = Vec::new();
    for hit in all {
        match chosen.last_mut() {
            Some(last) if hit.span.start < last.span.end => {
                let stronger = hit.usage == Usage::Forbidden && last.usage != Usage::Forbidden;
                if stronger && hit.span.len() > last.span.len() {
                    *last = hit.clone();
                }
            }
            _ => chosen.push(hit.clone()),
        }
    }
    chosen
}
