//! Terms: is the wanted wording there, and is it the same one each time?

use std::collections::BTreeMap;

use super::{ReadText, grams::number};
use crate::{
    glossary::{Hit, Termbase, choose},
    model::{Locale, Pair, Usage},
};

/// A term of a source segment, and what the translation has for it. A term that a segment has twice is one use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermUse {
    /// The locale of the translation.
    pub locale: Locale,
    /// The term: the same name for the same term of the source.
    pub term: String,
    /// Whether the translation has the wanted wording, or one of several.
    pub is_found: bool,
    /// Every wording known for the term that the translation has, wanted or not, each under one name.
    pub renderings: Vec<String>,
}

/// The uses of one term.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Renderings {
    uses: usize,
    /// How many uses have each rendering.
    counts: BTreeMap<String, usize>,
}

/// The uses of terms in a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermTally {
    /// Uses of terms in the source.
    pub uses: usize,
    /// Those whose translation has the wanted wording.
    pub found: usize,
    terms: BTreeMap<(Locale, String), Renderings>,
}

impl TermTally {
    /// Counts one use.
    pub fn count(&mut self, term: TermUse) {
        self.uses += 1;
        self.found += usize::from(term.is_found);
        let known = self.terms.entry((term.locale, term.term)).or_default();
        known.uses += 1;
        for rendering in term.renderings {
            *known.counts.entry(rendering).or_default() += 1;
        }
    }

    /// Adds the uses in other texts.
    pub fn add(&mut self, other: &Self) {
        self.uses += other.uses;
        self.found += other.found;
        for (term, renderings) in &other.terms {
            let known = self.terms.entry(term.clone()).or_default();
            known.uses += renderings.uses;
            for (rendering, count) in &renderings.counts {
                *known.counts.entry(rendering.clone()).or_default() += count;
            }
        }
    }

    /// The share of uses whose translation has the wanted wording, from 0 to 1; `None` without uses.
    #[must_use]
    pub fn success(&self) -> Option<f64> {
        (self.uses > 0).then(|| number(self.found) / number(self.uses))
    }

    /// How many terms have two uses or more.
    #[must_use]
    pub fn repeated(&self) -> usize {
        self.repeats().count()
    }

    /// The share of a term's uses that have its most frequent rendering, averaged over the terms with two uses or more, from
    /// 0 to 1; `None` if there is no such term. A use without any known rendering agrees with no other.
    #[must_use]
    pub fn consistency(&self) -> Option<f64> {
        let share = |known: &Renderings| number(known.counts.values().copied().max().unwrap_or(0)) / number(known.uses);
        let count = self.repeated();
        (count > 0).then(|| self.repeats().map(share).sum::<f64>() / number(count))
    }

    fn repeats(&self) -> impl Iterator<Item = &Renderings> {
        self.terms.values().filter(|known| known.uses > 1)
    }
}

/// The uses of a glossary's terms in a source segment, each concept once, and what the target has for them.
///
/// A concept without an accepted wording in the target's locale wants nothing and is no use; where a wording of the source
/// may mean several concepts, any of them will do. A target has a wording in the forms that the glossary gives it, or in its
/// dictionary form as a part of the text.
#[must_use]
pub fn glossary_uses(termbase: &Termbase, pair: &Pair, source: &str, target: &str) -> Vec<TermUse> {
    let source_sight = termbase.look(&pair.source, source);
    let chosen = choose(&source_sight.all);
    if chosen.is_empty() {
        return Vec::new();
    }
    let target_hits = termbase.look(&pair.target, target).all;
    let folding = termbase.folding(&pair.target);
    let read = ReadText::new(folding, target);
    let mut seen: Vec<usize> = Vec::new();
    let mut uses = Vec::new();
    for hit in chosen {
        let meanings = meanings(&source_sight.all, &hit);
        let wants =
            |concept: &usize| termbase.terms(&pair.target, *concept).iter().any(|term| term.usage >= Usage::Admitted);
        if meanings.iter().any(|concept| seen.contains(concept)) || !meanings.iter().all(wants) {
            continue;
        }
        let mut found = TermUse {
            locale: pair.target.clone(),
            term: termbase.concepts.get(hit.concept).map(|concept| concept.id.clone()).unwrap_or_default(),
            is_found: false,
            renderings: Vec::new(),
        };
        for concept in &meanings {
            for (number, term) in termbase.terms(&pair.target, *concept).iter().enumerate() {
                let wording = folding.fold(term.text.trim()).text;
                let has_form = target_hits.iter().any(|hit| hit.concept == *concept && hit.term == number);
                if has_form || (!wording.is_empty() && read.folded.contains(&wording)) {
                    found.is_found |= term.usage >= Usage::Admitted;
                    if !found.renderings.contains(&wording) {
                        found.renderings.push(wording);
                    }
                }
            }
        }
        seen.extend(meanings);
        uses.push(found);
    }
    uses
}

/// The concepts that the words of a hit may mean, its own among them.
fn meanings(all: &[Hit], hit: &Hit) -> Vec<usize> {
    let mut concepts = vec![hit.concept];
    for other in all.iter().filter(|other| other.span == hit.span) {
        if !concepts.contains(&other.concept) {
            concepts.push(other.concept);
        }
    }
    concepts
}
