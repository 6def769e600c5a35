//! `terminology`: a term of the source wants one of its wordings in the target.

use std::collections::{BTreeSet, HashSet};

use crate::{
    glossary::Hit,
    model::{Args, Finding, Problem, Problems, Severity, Side, Usage, cut},
};

use super::{Bitext, Check, Context, Rule, Whole, suggestion::right_term};

pub(super) struct Terminology;

pub(super) const RULE: Rule = Rule { id: "terminology", severity: Severity::Minor };

/// A term of the source of which the target has nothing.
struct Lack<'a> {
    hit: &'a Hit,
    /// The concepts that the source's wording can mean.
    concepts: Vec<usize>,
}

/// A term of the source has none of its wordings in the target.
struct TerminologyProblem {
    term: String,
    preferred: String,
}

impl Problem for TerminologyProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("term", (&self.term).into()), ("preferred", (&self.preferred).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { term: "Homel".to_owned(), preferred: "Гомель".to_owned() }]
    }
}

impl Check for Terminology {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<TerminologyProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        for lack in lacks(context, bitext) {
            out.extend(finding(context, bitext, &lack, RULE.severity));
        }
    }

    fn article(&self, context: &Context<'_>, whole: &Whole<'_>, out: &mut Vec<Finding>) {
        let right: HashSet<usize> = whole
            .bitexts
            .iter()
            .flat_map(|bitext| &bitext.target_sight.all)
            .filter(|hit| hit.usage >= Usage::Admitted)
            .map(|hit| hit.concept)
            .collect();
        for bitext in &whole.bitexts {
            for lack in lacks(context, bitext) {
                let somewhere = lack.concepts.iter().any(|concept| right.contains(concept));
                let severity = if somewhere { RULE.severity } else { Severity::Major };
                out.extend(finding(context, bitext, &lack, severity));
            }
        }
    }
}

/// The terms of the source of which the target has nothing. A refused wording is something: its own rule names it.
fn lacks<'a>(context: &Context<'_>, bitext: &'a Bitext<'_>) -> Vec<Lack<'a>> {
    let mut lacks: Vec<Lack<'a>> = Vec::new();
    if bitext.source_hits.is_empty() || bitext.kept || bitext.target.prose.trim().is_empty() {
        return lacks;
    }
    let mut told: BTreeSet<usize> = bitext.target_sight.all.iter().map(|hit| hit.concept).collect();
    for hit in &bitext.source_hits {
        // Reading order puts the hits of one span side by side.
        let all = &bitext.source_sight.all;
        let first = all.partition_point(|other| {
            (other.span.start, std::cmp::Reverse(other.span.len()))
                < (hit.span.start, std::cmp::Reverse(hit.span.len()))
        });
        let homonyms = all.iter().skip(first).take_while(|other| other.span == hit.span);
        let concepts: Vec<usize> = homonyms.map(|other| other.concept).collect();
        if concepts.iter().any(|concept| told.contains(concept)) {
            continue;
        }
        // Where the house has no wording, nothing is asked; where one meaning of a word has none, it may be meant.
        if concepts.iter().all(|concept| right_term(context, &context.pair.target, *concept).is_some()) {
            // Once for a segment is enough.
            told.insert(hit.concept);
            lacks.push(Lack { hit, concepts });
        }
    }
    lacks
}

fn finding(context: &Context<'_>, bitext: &Bitext<'_>, lack: &Lack<'_>, severity: Severity) -> Option<Finding> {
    let right = right_term(context, &context.pair.target, lack.hit.concept)?;
    let concept = context.termbase.concepts.get(lack.hit.concept)?;
    let term = cut(&bitext.source.prose, &lack.hit.span).to_owned();
    let problem = TerminologyProblem { term, preferred: right.text.clone() };
    Some(Finding::new(problem, severity, bitext.place(context, Side::Target, 0..0)).about(&concept.id))
}
