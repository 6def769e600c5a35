//! All measures of a corpus: what is counted, and what comes of it.

use super::{BleuCounts, ChrfCounts, Ter, TermTally, TermUse, ter};

/// What all measures count in a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Segments.
    pub segments: usize,
    /// Those with a reference.
    pub references: usize,
    /// Uses of terms.
    pub terms: TermTally,
    bleu: BleuCounts,
    chrf: ChrfCounts,
    ter: Ter,
}

/// The scores of a corpus; `None` where there is nothing to compute them from.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scores {
    /// Segments.
    pub segments: usize,
    /// Those with a reference.
    pub references: usize,
    /// Uses of terms in the source: a term counts once in a segment.
    pub term_uses: usize,
    /// The share of them whose segment has the wanted wording, from 0 to 1.
    pub term_success: Option<f64>,
    /// Terms with two uses or more.
    pub repeated_terms: usize,
    /// The share of a term's uses that have its most frequent rendering, averaged over these terms, from 0 to 1.
    pub term_consistency: Option<f64>,
    /// chrF2++, from 0 to 100.
    pub chrf2pp: Option<f64>,
    /// BLEU, from 0 to 100.
    pub bleu: Option<f64>,
    /// TER, from 0 upwards: the fewer, the better.
    pub ter: Option<f64>,
}

impl Tally {
    /// Counts one segment: a translation, its reference if there is one, and the terms of its source.
    #[must_use]
    pub fn of(hypothesis: &str, reference: Option<&str>, terms: Vec<TermUse>) -> Self {
        let mut tally = Self { segments: 1, ..Self::default() };
        for term in terms {
            tally.terms.count(term);
        }
        if let Some(reference) = reference {
            tally.references = 1;
            tally.bleu = BleuCounts::of(hypothesis, reference);
            tally.chrf = ChrfCounts::of(hypothesis, reference);
            tally.ter = ter(hypothesis, reference);
        }
        tally
    }

    /// Adds other segments.
    pub fn add(&mut self, other: &Self) {
        self.segments += other.segments;
        self.references += other.references;
        self.terms.add(&other.terms);
        self.bleu.add(&other.bleu);
        self.chrf.add(&other.chrf);
        self.ter.add(other.ter);
    }

    /// Scores the corpus.
    #[must_use]
    pub fn scores(&self) -> Scores {
        let has_references = self.references > 0;
        Scores {
            segments: self.segments,
            references: self.references,
            term_uses: self.terms.uses,
            term_success: self.terms.success(),
            repeated_terms: self.terms.repeated(),
            term_consistency: self.terms.consistency(),
            chrf2pp: has_references.then(|| self.chrf.score()),
            bleu: has_references.then(|| self.bleu.score()),
            ter: has_references.then(|| self.ter.rate()),
        }
    }
}
