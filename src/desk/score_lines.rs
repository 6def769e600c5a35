//! Scores of lines from elsewhere, with terms and references of their own.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::Desk;
use crate::{
    glossary::{Folding, Termbase},
    model::{Locale, Pair},
    score::{ReadText, ScoreRow, Scores, Tally, TermUse, Wording, glossary_uses},
};

/// A translation from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoredLine {
    /// The source sentence.
    pub source: String,
    /// The translation.
    pub target: String,
    /// What it should be.
    pub reference: Option<String>,
    /// The terms of the source with their wanted wordings; `None`: the glossary's.
    pub terms: Option<Vec<(String, String)>>,
    /// The locale of the translation.
    pub locale: Locale,
    /// The engine that made it, if named.
    pub engine: Option<String>,
}

/// The scores of lines.
#[derive(Debug, Clone, PartialEq)]
pub struct LineScores {
    /// All lines.
    pub all: Scores,
    /// By locale, and by engine where engines are told apart.
    pub rows: Vec<ScoreRow>,
    /// Terms that lines list.
    pub listed: usize,
    /// How many of these are not in the source of their line.
    pub not_in_source: usize,
}

/// Scores lines, on all cores.
///
/// A line's own terms are looked for in the forms that the glossary gives their wordings, or else in those that
/// [`Wording`] guesses. The renderings of a term are all wordings that any line lists for it, and those of the glossary.
#[must_use]
pub fn score_lines(desk: &Desk, lines: &[ScoredLine], engines: bool) -> LineScores {
    let listed = ListedTerms::new(desk, lines);
    let counted: Vec<(Tally, usize)> = lines.par_iter().map(|line| count(desk, &listed, line)).collect();
    let mut all = Tally::default();
    let mut rows: BTreeMap<(Locale, Option<String>), Tally> = BTreeMap::new();
    let mut not_in_source = 0;
    for (line, (tally, missing)) in lines.iter().zip(&counted) {
        all.add(tally);
        not_in_source += missing;
        let engine = line.engine.clone().filter(|_| engines);
        rows.entry((line.locale.clone(), engine)).or_default().add(tally);
    }
    let row = |((locale, engine), tally): ((Locale, Option<String>), Tally)| ScoreRow {
        locale,
        text: None,
        engine,
        scores: tally.scores(),
    };
    LineScores {
        all: all.scores(),
        rows: rows.into_iter().map(row).collect(),
        listed: lines.iter().filter_map(|line| line.terms.as_ref()).map(Vec::len).sum(),
        not_in_source,
    }
}

/// Counts one line, and its terms that are not in its source.
fn count(desk: &Desk, listed: &ListedTerms<'_>, line: &ScoredLine) -> (Tally, usize) {
    let (uses, missing) = if let Some(terms) = &line.terms {
        listed.uses(line, terms)
    } else {
        let pair = Pair { source: desk.source.clone(), target: line.locale.clone() };
        (glossary_uses(&desk.resources.termbase, &pair, &line.source, &line.target), 0)
    };
    (Tally::of(&line.target, line.reference.as_deref(), uses), missing)
}

/// A wording of a locale, as the locale compares texts.
type WantedKey = (Locale, String);

/// The terms that lines list, each declined once.
struct ListedTerms<'a> {
    termbase: &'a Termbase,
    source: &'a Locale,
    /// The wordings of both sides.
    wordings: HashMap<WantedKey, Wording>,
    /// The concepts and terms of the glossary with this wording.
    concepts: HashMap<WantedKey, Vec<(usize, usize)>>,
    /// All wordings listed for a term of the source in a locale.
    renderings: HashMap<WantedKey, Vec<String>>,
}

impl<'a> ListedTerms<'a> {
    fn new(desk: &'a Desk, lines: &[ScoredLine]) -> Self {
        let (termbase, source) = (&desk.resources.termbase, &desk.source);
        let mut texts: HashMap<WantedKey, &str> = HashMap::new();
        let mut renderings: HashMap<WantedKey, Vec<String>> = HashMap::new();
        let fold = |locale: &Locale, text: &str| termbase.folding(locale).fold(text.trim()).text;
        for line in lines {
            for (term, wording) in line.terms.iter().flatten() {
                let (folded_term, folded) = (fold(source, term), fold(&line.locale, wording));
                texts.entry((source.clone(), folded_term.clone())).or_insert(term);
                texts.entry((line.locale.clone(), folded.clone())).or_insert(wording);
                let known = renderings.entry((line.locale.clone(), folded_term)).or_default();
                if !known.contains(&folded) {
                    known.push(folded);
                }
            }
        }
        let mut concepts: HashMap<WantedKey, Vec<(usize, usize)>> = HashMap::new();
        let mut sources: HashSet<usize> = HashSet::new();
        let others: HashSet<&Locale> =
            lines.iter().map(|line| &line.locale).filter(|locale| *locale != source).collect();
        for locale in std::iter::once(source).chain(others) {
            for concept in 0..termbase.concepts.len() {
                for (number, term) in termbase.terms(locale, concept).iter().enumerate() {
                    let key = (locale.clone(), fold(locale, &term.text));
                    let is_listed = texts.contains_key(&key);
                    if is_listed && locale == source {
                        sources.insert(concept);
                    }
                    // The other wordings of a listed term are renderings too.
                    if is_listed || sources.contains(&concept) {
                        concepts.entry(key).or_default().push((concept, number));
                    }
                }
            }
        }
        let grammars = &desk.resources.grammars;
        let decline = |(key, text): (WantedKey, &str)| {
            let wording = Wording::new(grammars, termbase.folding(&key.0), &key.0, text);
            (key, wording)
        };
        let wordings = texts.into_iter().collect::<Vec<_>>().into_par_iter().map(decline).collect();
        Self { termbase, source, wordings, concepts, renderings }
    }

    /// The uses of a line's terms, and how many of the terms are not in its source. A term that the line lists several times,
    /// with several wanted wordings, is one use.
    fn uses(&self, line: &ScoredLine, terms: &[(String, String)]) -> (Vec<TermUse>, usize) {
        let source = LineSide::new(self, self.source, &line.source);
        let target = LineSide::new(self, &line.locale, &line.target);
        let mut uses: Vec<TermUse> = Vec::new();
        let mut missing = 0;
        for (term, wording) in terms {
            let term = source.folding.fold(term.trim()).text;
            let wanted = target.folding.fold(wording.trim()).text;
            if !source.has(&term) {
                missing += 1;
                continue;
            }
            let is_found = target.has(&wanted);
            if let Some(known) = uses.iter_mut().find(|known| known.term == term) {
                known.is_found |= is_found;
                continue;
            }
            let renderings = self.renderings_of(&line.locale, &term);
            let renderings = renderings.into_iter().filter(|rendering| target.has(rendering)).collect();
            uses.push(TermUse { locale: line.locale.clone(), term, is_found, renderings });
        }
        (uses, missing)
    }

    /// Every wording known for a term of the source.
    fn renderings_of(&self, locale: &Locale, term: &str) -> Vec<String> {
        let listed = self.renderings.get(&(locale.clone(), term.to_owned()));
        let mut all: Vec<String> = listed.cloned().unwrap_or_default();
        let concepts = self.concepts.get(&(self.source.clone(), term.to_owned()));
        let folding = self.termbase.folding(locale);
        for (concept, _) in concepts.into_iter().flatten() {
            for term in self.termbase.terms(locale, *concept) {
                let wording = folding.fold(term.text.trim()).text;
                if !all.contains(&wording) {
                    all.push(wording);
                }
            }
        }
        all
    }
}

/// One side of a line, read for wordings.
struct LineSide<'a> {
    terms: &'a ListedTerms<'a>,
    locale: &'a Locale,
    folding: &'a Folding,
    text: ReadText,
    /// The concepts and terms of the glossary in it.
    hits: HashSet<(usize, usize)>,
}

impl<'a> LineSide<'a> {
    fn new(terms: &'a ListedTerms<'a>, locale: &'a Locale, text: &str) -> Self {
        let folding = terms.termbase.folding(locale);
        let hits = terms.termbase.look(locale, text).all.into_iter().map(|hit| (hit.concept, hit.term));
        Self { terms, locale, folding, text: ReadText::new(folding, text), hits: hits.collect() }
    }

    /// Whether this side has a wording in any form.
    fn has(&self, wording: &str) -> bool {
        let key = (self.locale.clone(), wording.to_owned());
        let of_glossary = self.terms.concepts.get(&key).into_iter().flatten().any(|term| self.hits.contains(term));
        of_glossary
            || self.terms.wordings.get(&key).is_some_and(|known| known.is_in(&self.text))
            || (!wording.is_empty() && self.text.folded.contains(wording))
    }
}
