//! Where do the glossary's wordings stand in a text? One automaton for a locale, over all forms of all its terms.

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
    sync::OnceLock,
};

use aho_corasick::{AhoCorasick, MatchKind};

use crate::model::{Term, Usage, cut};

use super::{
    around::{Around, begins_word, ends_word, in_longer_name},
    folding::{Folded, Folding, Traits, is_word},
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
    automaton: Option<AhoCorasick>,
    /// For each pattern of the automaton, whose form it is.
    patterns: Vec<Vec<Entry>>,
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
struct Entry {
    concept: usize,
    term: usize,
    form: usize,
    usage: Usage,
    capitals: Capitals,
    /// Whether it counts inside a longer name.
    part_of_name: bool,
    around: Option<usize>,
    traits: Vec<Traits>,
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

/// A locale's terms as they hold: index of the concept, and its wordings.
pub(super) type Held<'a> = [(usize, &'a [Term])];

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
        let right = right_shapes(held, &folding);
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut patterns: Vec<Vec<Entry>> = Vec::new();
        let mut lists: Vec<Vec<Around>> = Vec::new();
        for (concept, terms) in held {
            for (number, term) in terms.iter().enumerate() {
                let capital = term.text.chars().any(char::is_uppercase);
                let capitals = match (term.case_sensitive, capital) {
                    (Some(false), _) | (None, false) => Capitals::Free,
                    (None, true) => Capitals::Needed,
                    (Some(true), _) => Capitals::Exact,
                };
                let around = (!term.context_not.is_empty()).then(|| {
                    lists.push(term.context_not.iter().filter_map(|word| Around::new(word, &folding)).collect());
                    lists.len() - 1
                });
                for (place, form) in term.forms.iter().enumerate() {
                    let shape = shape_of(&form.text, &folding);
                    if shape.0.is_empty() || (term.usage == Usage::Forbidden && right.contains_key(&shape)) {
                        continue;
                    }
                    let (text, traits) = shape;
                    let pattern = *numbers.entry(text).or_insert_with(|| {
                        patterns.push(Vec::new());
                        patterns.len() - 1
                    });
                    if let Some(entries) = patterns.get_mut(pattern) {
                        let (usage, part_of_name) = (term.usage, term.part_of_name);
                        let (concept, term) = (*concept, number);
                        entries.push(Entry {
                            concept,
                            term,
                            form: place,
                            usage,
                            capitals,
                            part_of_name,
                            around,
                            traits,
                        });
                    }
                }
            }
        }
        let mut texts: Vec<(&String, &usize)> = numbers.iter().collect();
        texts.sort_by_key(|(_, number)| **number);
        let built =
            AhoCorasick::builder().match_kind(MatchKind::Standard).build(texts.into_iter().map(|(text, _)| text));
        let automaton = built.ok().filter(|_| !patterns.is_empty());
        Self { folding, automaton, patterns, around: lists, vocabulary: OnceLock::new() }
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
        let Some(found) = self.automaton.as_ref().and_then(|a| a.try_find_overlapping_iter(folded.text.as_str()).ok())
        else {
            return hits;
        };
        let first_word = original.find(is_word).unwrap_or(0);
        for found in found {
            let Some(end) = self.word_end(&folded.text, found.start(), found.end()) else { continue };
            let span = folded.span(original, &(found.start()..end));
            let wording = cut(original, &folded.span(original, &(found.start()..found.end())));
            let first = span.start <= first_word;
            for entry in self.patterns.get(found.pattern().as_usize()).into_iter().flatten() {
                let Some(fit) = entry.fits(self.folding.traits(wording), first) else { continue };
                let barred = entry
                    .around
                    .and_then(|list| self.around.get(list))
                    .is_some_and(|list| list.iter().any(|around| around.stands(&folded.text, &(found.start()..end))));
                if barred {
                    continue;
                }
                let Entry { concept, term, form, usage, .. } = *entry;
                let hit = Hit { concept, term, form, usage, exact: fit == Fit::Exact, span: span.clone() };
                match fit {
                    Fit::Lowered => hits.lowered.push(hit),
                    _ if entry.part_of_name => hits.all.push(hit),
                    _ => alone.push(hit),
                }
            }
        }
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

    /// The end of the hit, when its form stands there as a word of its own.
    fn word_end(&self, text: &str, start: usize, end: usize) -> Option<usize> {
        let inside = text.get(start..end)?;
        if inside.starts_with(is_word) && !begins_word(text.get(..start)?) {
            return None;
        }
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

impl Entry {
    /// Whether the form may stand for a wording in a text; if so, how it stands there.
    fn fits(&self, wording: impl Iterator<Item = Traits>, first: bool) -> Option<Fit> {
        let mut fit = Fit::Exact;
        let mut small = false;
        let mut raised = None;
        for (number, (form, text)) in self.traits.iter().zip(wording).enumerate() {
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
