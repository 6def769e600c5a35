//! The search for glossary terms in a text: one automaton per locale, over all forms of all its terms. A walk starts
//! only at the beginning of a word or at a non-word character, and leaves most words after a few letters. No walk is
//! longer than the longest form.

use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
};

use crate::model::{Term, Usage, cut};

use super::{
    around::{Compound, Neighbor, compound_at, ends_word, is_among_names, is_in_longer_name},
    automaton::Automaton,
    folding::{Folded, Folding, Traits, is_mark, is_word},
    index::{CERTAIN, TermIndex},
    locale_terms::LocaleTerms,
};

/// A term found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Index of the concept in [`super::Termbase::concepts`].
    pub concept: usize,
    /// Index of the term among the concept's terms in the locale ([`super::Termbase::terms`]).
    pub term: usize,
    /// Index of the form among the term's forms.
    pub form: usize,
    /// Whether the house uses the term.
    pub usage: Usage,
    /// Whether it matches the glossary letter for letter, capitals included.
    pub exact: bool,
    /// Whether the form is known to be the term's, rather than one that it has if it declines by another plausible class.
    pub certain: bool,
    /// How its letters differ from the glossary's.
    pub spelling: Spelling,
    /// Its position: bytes of the text.
    pub span: Range<usize>,
}

/// How the letters of a text differ from those of a form that they match.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Spelling {
    /// In nothing that counts.
    #[default]
    Same,
    /// The text has a letter that the glossary writes as another: ru `ё` for `е`.
    Full,
    /// The text has letters of another script that look the same: Latin `i` for `і`.
    Mixed,
}

/// The terms of a locale, ready for searching.
#[derive(Debug, Clone, Default)]
pub(super) struct Finder {
    pub folding: Folding,
    /// Every form of every term.
    pub index: TermIndex,
    /// The terms, by the numbers that the index has for them.
    terms: Vec<TermFacts>,
    /// The words next to which a term means something else (`context_not`); terms refer to a list by index.
    neighbors: Vec<Vec<Neighbor>>,
}

/// The forms found in a text.
#[derive(Debug, Clone, Default)]
pub(super) struct FoundForms {
    /// Every form, nested ones included, in reading order.
    pub all: Vec<Hit>,
    /// Forms that would match but for a missing capital.
    pub lowered: Vec<Hit>,
}

/// What a search needs to know of a term.
#[derive(Debug, Clone)]
struct TermFacts {
    concept: u32,
    term: u32,
    usage: Usage,
    capitals: Capitals,
    /// Whether it also matches inside a longer name.
    part_of_name: bool,
    /// Whether it also matches as a part of a word with hyphens.
    part_of_compound: bool,
    neighbors: Option<u32>,
}

/// A form that a text may match.
#[derive(Debug, Clone)]
struct FormEntry {
    concept: usize,
    term: usize,
    form: usize,
    usage: Usage,
    capitals: Capitals,
    /// Whether it also matches inside a longer name.
    part_of_name: bool,
    /// Whether it also matches as a part of a word with hyphens.
    part_of_compound: bool,
    neighbors: Option<usize>,
    traits: usize,
    certain: bool,
}

/// How closely a text matches a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// Letter for letter.
    Exact,
    /// Apart from letters and capitals that do not matter.
    Alike,
    /// With a letter that the form writes as another (ё for е).
    Full,
    /// Without a required capital.
    Lowered,
}

/// What a form requires of the capitals in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Capitals {
    /// Nothing.
    Free,
    /// A capital wherever the form has one.
    Required,
    /// The same capitals as the form, except in all-capitals text and for the first letter of a text.
    Exact,
}

impl Finder {
    /// Builds a finder for a locale's terms, given the index of their forms.
    pub(super) fn new(index: TermIndex, terms: &LocaleTerms<'_>, folding: Folding) -> Self {
        let mut facts = Vec::new();
        let mut lists: Vec<Vec<Neighbor>> = Vec::new();
        for (concept, terms) in terms {
            for (number, term) in terms.iter().enumerate() {
                let neighbors = (!term.context_not.is_empty()).then(|| {
                    lists.push(term.context_not.iter().filter_map(|word| Neighbor::new(word, &folding)).collect());
                    short(lists.len() - 1)
                });
                facts.push(TermFacts {
                    concept: short(*concept),
                    term: short(number),
                    usage: term.usage,
                    capitals: Capitals::of(term),
                    part_of_name: term.part_of_name,
                    part_of_compound: term.part_of_compound,
                    neighbors,
                });
            }
        }
        Self { folding, index, terms: facts, neighbors: lists }
    }

    /// Whether there is no term.
    pub(super) const fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The forms that fold to a string of the automaton.
    fn entries(&self, rank: u32) -> impl Iterator<Item = FormEntry> + '_ {
        self.index.forms(rank).iter().filter_map(|form| {
            let facts = self.terms.get(form.term as usize)?;
            Some(FormEntry {
                concept: facts.concept as usize,
                term: facts.term as usize,
                form: form.index(),
                usage: facts.usage,
                capitals: facts.capitals,
                part_of_name: facts.part_of_name,
                part_of_compound: facts.part_of_compound,
                neighbors: facts.neighbors.map(|list| list as usize),
                traits: form.traits as usize,
                certain: form.has(CERTAIN),
            })
        })
    }

    /// Whether a form may begin at a word, or within it, whatever stands before and behind it.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        let automaton = &self.index.automaton;
        let goes_on = |text: &str| {
            let mut is_one = false;
            each_start(automaton, text, &[], |at| {
                let mut state = Some(automaton.start());
                for (place, byte) in text.bytes().enumerate().skip(at) {
                    state = state.and_then(|state| automaton.step(state, byte));
                    let is_key = state.is_some_and(|state| state.is_key);
                    is_one |= is_key && self.word_end(text, &(at..place + 1)).is_some();
                }
                is_one |= state.is_some();
            });
            is_one
        };
        let folded = self.folding.fold(word);
        // Behind an apostrophe, a first letter is folded like one within a word.
        let inner = || self.folding.fold(&["'", word].concat()).text;
        folded.mixed
            || word.contains(is_mark)
            || self.folding.has_twin(word)
            || goes_on(&folded.text)
            || (self.folding.has_initial(word) && goes_on(inner().trim_start_matches('\'')))
    }

    /// Whether a form may begin with something else than a letter or a digit of ASCII, or a letter from U+0400 to U+047F, or the
    /// locale's rules go beyond the letters of words.
    pub(super) fn may_begin_between_words(&self) -> bool {
        if self.folding.is_beyond_words() {
            return true;
        }
        let automaton = &self.index.automaton;
        let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | 0xd0 | 0xd1);
        automaton.links_of(automaton.start()).any(|(byte, _)| !is_plain(byte))
    }

    /// Every form in a text, nested ones included, by start, the longest first. A form with letters of another script
    /// counts where no form without them is.
    pub(super) fn all(&self, original: &str, folded: &Folded) -> FoundForms {
        let mut found = self.search(original, folded, &[]);
        if let Some((unmixed, replaced)) = self.folding.unmixed(folded) {
            let known: HashSet<(usize, usize)> = found.all.iter().map(|hit| (hit.span.start, hit.span.end)).collect();
            let mut more = self.search(original, &unmixed, &replaced);
            let is_new =
                |hit: &Hit| hit.spelling == Spelling::Mixed && !known.contains(&(hit.span.start, hit.span.end));
            more.all.retain(is_new);
            found.all.append(&mut more.all);
            found.all.sort_by_key(order);
        }
        found
    }

    /// Searches a folded text; `replaced` are the positions of letters of another script that were replaced in it.
    fn search(&self, original: &str, folded: &Folded, replaced: &[usize]) -> FoundForms {
        let mut hits = FoundForms::default();
        if self.terms.is_empty() {
            return hits;
        }
        // Hits that count only if nothing beside them makes another name or word of them.
        let (mut alone, mut parts) = (Vec::new(), Vec::new());
        let first_word = original.find(is_word).unwrap_or(0);
        let tagged = words_in_hashtags(original, folded);
        let report = |rank: u32, range: Range<usize>| {
            if self.index.forms(rank).is_empty() {
                return;
            }
            let is_tag_end = tagged.binary_search(&range.end).is_ok();
            let end = if is_tag_end { Some(range.end) } else { self.word_end(&folded.text, &range) };
            let Some(end) = end else { return };
            let span = folded.span(original, &(range.start..end));
            let matched = cut(original, &folded.span(original, &range));
            let first = span.start <= first_word;
            let compound = if self.folding.has_compounds() {
                compound_at(&folded.text, &(range.start..end), original, &span, &self.folding)
            } else {
                Compound::No
            };
            let before = replaced.partition_point(|at| *at < range.start);
            let is_mixed = replaced.get(before).is_some_and(|at| *at < range.end);
            let is_tagged = cut(original, &(0..span.start)).ends_with('#');
            for entry in self.entries(rank) {
                if compound == Compound::Part && !entry.part_of_compound {
                    continue;
                }
                let Some(traits) = self.index.traits.get(entry.traits) else { continue };
                let Some(mut fit) = entry.fit(traits, self.folding.traits(matched), first) else { continue };
                if fit == Fit::Lowered && is_tagged {
                    fit = Fit::Alike;
                }
                if fit == Fit::Full && self.folding.is_plain(cut(&folded.text, &range)) {
                    continue;
                }
                let is_excluded = entry.neighbors.and_then(|list| self.neighbors.get(list)).is_some_and(|list| {
                    list.iter().any(|neighbor| neighbor.adjoins(&folded.text, &(range.start..end)))
                });
                if is_excluded {
                    continue;
                }
                let spelling = match fit {
                    _ if is_mixed => Spelling::Mixed,
                    Fit::Full => Spelling::Full,
                    _ => Spelling::Same,
                };
                let FormEntry { concept, term, form, usage, certain, .. } = entry;
                let exact = fit == Fit::Exact && !is_mixed;
                let hit = Hit { concept, term, form, usage, exact, certain, spelling, span: span.clone() };
                match fit {
                    Fit::Lowered => hits.lowered.push(hit),
                    _ if compound == Compound::Joined && !entry.part_of_compound => {
                        parts.push((hit, entry.part_of_name));
                    }
                    _ if entry.part_of_name => hits.all.push(hit),
                    _ => alone.push(hit),
                }
            }
        };
        walk(&self.index.automaton, &folded.text, &tagged, report);
        hits.all.sort_by_key(order);
        if !alone.is_empty() || !parts.is_empty() {
            let every = || hits.all.iter().chain(&alone).chain(parts.iter().map(|(hit, _)| hit));
            let ends: BTreeSet<usize> = every().map(|hit| hit.span.end).collect();
            let starts: BTreeSet<usize> = every().map(|hit| hit.span.start).collect();
            parts.retain(|(hit, _)| is_among_names(original, &hit.span, &starts, &ends));
            for (hit, part_of_name) in parts {
                if part_of_name { hits.all.push(hit) } else { alone.push(hit) }
            }
            alone.retain(|hit| !is_in_longer_name(original, &hit.span, &starts, &ends));
            hits.all.append(&mut alone);
            hits.all.sort_by_key(order);
        }
        hits.lowered.sort_by_key(order);
        hits
    }

    /// The end of the hit, if the form, known to start at a word boundary, also ends at one.
    fn word_end(&self, text: &str, range: &Range<usize>) -> Option<usize> {
        let (inside, end) = (text.get(range.clone())?, range.end);
        let rest = text.get(end..)?;
        if !inside.ends_with(is_word) || ends_word(rest) {
            return Some(end);
        }
        let fits =
            |ending: &str, suffix: &str| inside.ends_with(ending) && rest.strip_prefix(suffix).is_some_and(ends_word);
        let (_, suffix) = self.folding.suffixes().iter().find(|(ending, suffix)| fits(ending, suffix))?;
        // The hit includes a plural ending but not a possessive.
        Some(if suffix.starts_with('\'') { end } else { end + suffix.len() })
    }
}

/// An index in half the room.
fn short(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The places in a folded text where a word begins inside a hashtag: at a capital after a small letter (`#ЖывеБеларусь`).
fn words_in_hashtags(original: &str, folded: &Folded) -> Vec<usize> {
    let mut starts = Vec::new();
    if !original.contains('#') {
        return starts;
    }
    let (mut is_tag, mut is_small, mut before) = (false, false, ' ');
    for (at, letter) in folded.text.char_indices() {
        if letter == '#' {
            // Not the fragment of an address.
            is_tag = is_tag || !(is_word(before) || before == '/');
            is_small = false;
        } else if is_word(letter) {
            let written = cut(original, &(folded.origin(at)..original.len())).chars().next().unwrap_or(letter);
            if is_tag && is_small && written.is_uppercase() {
                starts.push(at);
            }
            is_small = written.is_lowercase();
        } else {
            (is_tag, is_small) = (is_tag && letter == '_', false);
        }
        before = letter;
    }
    starts
}

/// Reports every string of an automaton that occurs in a folded text where a word may begin, by its number, with its range.
/// Words also begin at `starts`.
fn walk(automaton: &Automaton, text: &str, starts: &[usize], mut report: impl FnMut(u32, Range<usize>)) {
    each_start(automaton, text, starts, |at| {
        let mut state = automaton.start();
        for (place, byte) in text.bytes().enumerate().skip(at) {
            let Some(next) = automaton.step(state, byte) else { break };
            if next.is_key {
                report(next.rank, at..place + 1);
            }
            state = next;
        }
    });
}

/// Calls `walk` with each place of a folded text where a string of an automaton may begin.
fn each_start(automaton: &Automaton, text: &str, starts: &[usize], mut walk: impl FnMut(usize)) {
    let start = automaton.start();
    let mut begins = [false; 256];
    for (byte, _) in automaton.links_of(start) {
        if let Some(is_first) = begins.get_mut(usize::from(byte)) {
            *is_first = true;
        }
    }
    let bytes = text.as_bytes();
    // Whether the previous character is part of a word, or is an apostrophe after one.
    let (mut in_word, mut joined) = (false, false);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let is_letter = match byte {
            0x80..=0xbf => {
                at += 1;
                continue;
            }
            // The Cyrillic letters from 0x400 to 0x47f.
            b'a'..=b'z' | b'0'..=b'9' | 0xd0 | 0xd1 => true,
            0..0x80 => false,
            _ => text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_word),
        };
        let inside = is_letter && (in_word || joined) && starts.binary_search(&at).is_err();
        (joined, in_word) = (*byte == b'\'' && in_word, is_letter);
        if !inside && begins.get(usize::from(*byte)) == Some(&true) {
            walk(at);
        }
        at += 1;
        if is_letter && starts.is_empty() {
            // Nothing begins within a word.
            at += bytes.get(at..).map_or(0, plain_letters);
        }
    }
}

/// How many bytes from the second of a word are certainly letters of it.
fn plain_letters(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| PLAIN_LETTERS.get(usize::from(**byte)) == Some(&true)).count()
}

const PLAIN_LETTERS: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < plain.len() {
        plain[byte] = matches!(byte, 0x30..=0x39 | 0x61..=0x7a | 0x80..=0xbf | 0xd0 | 0xd1);
        byte += 1;
    }
    plain
};

impl Capitals {
    /// What a term requires of the capitals in a text.
    fn of(term: &Term) -> Self {
        match (term.case_sensitive, term.text.chars().any(char::is_uppercase)) {
            (Some(false), _) | (None, false) => Self::Free,
            (None, true) => Self::Required,
            (Some(true), _) => Self::Exact,
        }
    }
}

impl FormEntry {
    /// How closely the matched text fits the form, given the traits of both; `None` if it does not. `first` says that
    /// the match begins the text.
    fn fit(&self, form: &[Traits], matched: impl Iterator<Item = Traits>, first: bool) -> Option<Fit> {
        let mut fit = Fit::Exact;
        let (mut has_lowercase, mut is_full) = (false, false);
        let mut capitalized = None;
        for (number, (form, text)) in form.iter().zip(matched).enumerate() {
            has_lowercase |= text.lower;
            if *form == text {
                continue;
            }
            is_full |= text.folded && !form.folded;
            if self.capitals != Capitals::Free && form.upper && !text.upper {
                fit = Fit::Lowered;
            }
            if fit == Fit::Exact {
                fit = Fit::Alike;
            }
            if form.lower && text.upper {
                capitalized = Some(number);
            }
        }
        let has_stray_capital =
            self.capitals == Capitals::Exact && has_lowercase && capitalized.is_some_and(|number| number > 0 || !first);
        (!has_stray_capital).then_some(if is_full && fit != Fit::Lowered { Fit::Full } else { fit })
    }
}

/// Reading order: by start, then the longest, then an exact match, then the best usage; of the cells of
/// one form, a certain one first.
fn order(hit: &Hit) -> (usize, usize, bool, std::cmp::Reverse<Usage>, usize, usize, bool) {
    let length = usize::MAX - hit.span.len();
    (hit.span.start, length, !hit.exact, std::cmp::Reverse(hit.usage), hit.concept, hit.term, !hit.certain)
}

/// Selects from hits in reading order: leftmost-longest without overlap, except that a forbidden one beats a shorter
/// accepted one that begins before it. One hit per span.
#[must_use]
pub fn choose(all: &[Hit]) -> Vec<Hit> {
    let mut chosen: Vec<Hit> = Vec::new();
    for hit in all {
        match chosen.last_mut() {
            Some(last) if hit.span.start < last.span.end => {
                let takes_precedence = hit.usage == Usage::Forbidden && last.usage != Usage::Forbidden;
                if takes_precedence && hit.span.len() > last.span.len() {
                    *last = hit.clone();
                }
            }
            _ => chosen.push(hit.clone()),
        }
    }
    chosen
}
