//! The search for glossary terms in a text: one automaton per locale, over all forms of all its terms. A walk starts
//! only at the beginning of a word or at a non-word character, and leaves most words after a few letters. No walk is
//! longer than the longest form.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    ops::Range,
    sync::OnceLock,
};

use aho_corasick::{Anchored, automaton::Automaton, nfa::contiguous::NFA};

use crate::model::{Term, Usage, cut};

use super::{
    around::{Compound, Neighbor, compound_at, ends_word, is_among_names, is_in_longer_name},
    folding::{Folded, Folding, Traits, is_word},
    locale_terms::LocaleTerms,
    vocabulary::Vocabulary,
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

/// All forms of a locale's terms, compiled for searching.
#[derive(Debug, Clone, Default)]
pub(super) struct Finder {
    pub folding: Folding,
    automaton: Option<NFA>,
    /// For each pattern of the automaton, its forms: a range of the entries.
    patterns: Vec<Range<usize>>,
    entries: Vec<FormEntry>,
    /// What folding removed from the letters of forms; entries refer to a list by index, since few lists differ.
    traits: Vec<Vec<Traits>>,
    /// The words next to which a term means something else (`context_not`); entries refer to a list by index.
    neighbors: Vec<Vec<Neighbor>>,
    /// Built on first use.
    vocabulary: OnceLock<Vocabulary>,
}

/// The forms found in a text.
#[derive(Debug, Clone, Default)]
pub(super) struct FoundForms {
    /// Every form, nested ones included, in reading order.
    pub all: Vec<Hit>,
    /// Forms that would match but for a missing capital.
    pub lowered: Vec<Hit>,
}

/// A form that a pattern stands for.
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

/// What distinguishes forms: the folded text, and what folding removed from each letter.
pub(super) type Shape = (String, Vec<Traits>);

/// The shape of a form.
pub(super) fn shape_of(text: &str, folding: &Folding) -> Shape {
    (folding.fold(text).text.trim().to_owned(), folding.traits(text.trim()).collect())
}

/// The shapes of a locale's accepted (preferred and admitted) terms.
pub(super) fn accepted_shapes(terms: &LocaleTerms<'_>, folding: &Folding) -> HashMap<Shape, (usize, usize)> {
    let mut shapes = HashMap::new();
    for (concept, terms) in terms {
        for (number, term) in terms.iter().enumerate().filter(|(_, term)| term.usage >= Usage::Admitted) {
            for form in &term.forms {
                shapes.entry(shape_of(&form.text, folding)).or_insert((*concept, number));
            }
        }
    }
    shapes
}

impl Finder {
    /// Builds a finder for a locale's terms; a forbidden form that is also an accepted one is omitted.
    pub(super) fn new(terms: &LocaleTerms<'_>, folding: Folding) -> Self {
        // Folding is most of the work, so fold each form once.
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut kinds: HashMap<Vec<Traits>, usize> = HashMap::new();
        let mut entries: Vec<(usize, FormEntry)> = Vec::new();
        let mut lists: Vec<Vec<Neighbor>> = Vec::new();
        for (concept, terms) in terms {
            for (number, term) in terms.iter().enumerate() {
                let neighbors = (!term.context_not.is_empty()).then(|| {
                    lists.push(term.context_not.iter().filter_map(|word| Neighbor::new(word, &folding)).collect());
                    lists.len() - 1
                });
                let entry = FormEntry {
                    concept: *concept,
                    term: number,
                    form: 0,
                    usage: term.usage,
                    capitals: Capitals::of(term),
                    part_of_name: term.part_of_name,
                    part_of_compound: term.part_of_compound,
                    neighbors,
                    traits: 0,
                    certain: false,
                };
                for (form, text) in term.forms.iter().enumerate() {
                    let shape = shape_of(&text.text, &folding);
                    if shape.0.is_empty() {
                        continue;
                    }
                    let next = numbers.len();
                    let pattern = *numbers.entry(shape.0).or_insert(next);
                    let next = kinds.len();
                    let traits = *kinds.entry(shape.1).or_insert(next);
                    let certain = text.certain || text.text == term.text;
                    entries.push((pattern, FormEntry { form, traits, certain, ..entry.clone() }));
                }
            }
        }
        let is_accepted = |entry: &FormEntry| entry.usage >= Usage::Admitted;
        let accepted: HashSet<(usize, usize)> = entries
            .iter()
            .filter(|(_, entry)| is_accepted(entry))
            .map(|(pattern, entry)| (*pattern, entry.traits))
            .collect();
        entries.retain(|(pattern, entry)| {
            entry.usage != Usage::Forbidden || !accepted.contains(&(*pattern, entry.traits))
        });
        // A stable sort: within a pattern, glossary order remains.
        entries.sort_by_key(|(pattern, _)| *pattern);
        let mut patterns = vec![0..0; numbers.len()];
        let mut start = 0;
        for same in entries.chunk_by(|(pattern, _), (other, _)| pattern == other) {
            let end = start + same.len();
            if let Some(range) = same.first().and_then(|(pattern, _)| patterns.get_mut(*pattern)) {
                *range = start..end;
            }
            start = end;
        }
        let automaton = NFA::new(by_number(numbers)).ok().filter(|_| !patterns.is_empty());
        let entries = entries.into_iter().map(|(_, entry)| entry).collect();
        let (traits, vocabulary) = (by_number(kinds), OnceLock::new());
        Self { folding, automaton, patterns, entries, traits, neighbors: lists, vocabulary }
    }

    /// The words of the accepted forms, for finding near misses; `build` runs on first use.
    pub(super) fn vocabulary(&self, build: impl FnOnce() -> Vocabulary) -> &Vocabulary {
        self.vocabulary.get_or_init(build)
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
        // Hits that count only if nothing beside them makes another name or word of them.
        let (mut alone, mut parts) = (Vec::new(), Vec::new());
        let Some(automaton) = &self.automaton else { return hits };
        let first_word = original.find(is_word).unwrap_or(0);
        let report = |pattern: usize, range: Range<usize>| {
            let Some(end) = self.word_end(&folded.text, &range) else { return };
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
            let entries = self.patterns.get(pattern).and_then(|range| self.entries.get(range.clone()));
            for entry in entries.unwrap_or_default() {
                if compound == Compound::Part && !entry.part_of_compound {
                    continue;
                }
                let Some(traits) = self.traits.get(entry.traits) else { continue };
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
                let FormEntry { concept, term, form, usage, certain, .. } = *entry;
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
        walk(automaton, &folded.text, report);
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

/// The keys of a map, in the order of their numbers.
fn by_number<K>(numbers: HashMap<K, usize>) -> Vec<K> {
    let mut keys: Vec<(usize, K)> = numbers.into_iter().map(|(key, number)| (number, key)).collect();
    keys.sort_unstable_by_key(|(number, _)| *number);
    keys.into_iter().map(|(_, key)| key).collect()
}

/// Reports every pattern that occurs in a folded text where a word may begin, with its range.
fn walk(automaton: &NFA, text: &str, mut report: impl FnMut(usize, Range<usize>)) {
    let Ok(start) = automaton.start_state(Anchored::Yes) else { return };
    let bytes = text.as_bytes();
    // Whether the previous character is part of a word, or is an apostrophe after one.
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
                // A state may also match patterns that begin later.
                let all = (0..automaton.match_len(state)).map(|number| automaton.match_pattern(state, number));
                for pattern in all.filter(|pattern| automaton.pattern_len(*pattern) == place + 1 - at) {
                    report(pattern.as_usize(), at..place + 1);
                }
            }
        }
    }
}

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
