//! `terminology`: a term of the source that has none of its wordings in the target.

use std::collections::{BTreeSet, HashSet};

use crate::{
    glossary::Hit,
    model::{Args, Finding, Problem, Problems, Severity, Side, Usage, cut},
};

use super::{Bitext, Check, CheckedArticle, Context, Rule, incidental::is_incidental, suggestion::preferred_term};

pub(super) struct Terminology;

pub(super) const RULE: Rule = Rule { id: "terminology", severity: Severity::Minor };

/// A term of the source that is missing from the target.
struct MissingTerm<'a> {
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
        for missing in missing_terms(context, bitext) {
            out.extend(finding(context, bitext, &missing, RULE.severity));
        }
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        let used: HashSet<usize> = checked
            .bitexts
            .iter()
            .flat_map(|bitext| &bitext.target_sight.all)
            .filter(|hit| hit.usage >= Usage::Admitted)
            .map(|hit| hit.concept)
            .collect();
        for bitext in &checked.bitexts {
            for missing in missing_terms(context, bitext) {
                let is_used = missing.concepts.iter().any(|concept| used.contains(concept));
                let severity = if is_used { RULE.severity } else { Severity::Major };
                out.extend(finding(context, bitext, &missing, severity));
            }
        }
    }
}

/// Terms of the source that are missing from the target. A refused wording is not missing: its own rule reports it.
fn missing_terms<'a>(context: &Context<'_>, bitext: &'a Bitext<'_>) -> Vec<MissingTerm<'a>> {
    let mut terms: Vec<MissingTerm<'a>> = Vec::new();
    if bitext.source_hits.is_empty() || bitext.from_source || bitext.target.prose.trim().is_empty() {
        return terms;
    }
    let mut seen: BTreeSet<usize> = bitext.target_sight.all.iter().map(|hit| hit.concept).collect();
    for hit in &bitext.source_hits {
        // Reading order puts the hits of one span side by side.
        let all = &bitext.source_sight.all;
        let first = all.partition_point(|other| {
            (other.span.start, std::cmp::Reverse(other.span.len()))
                < (hit.span.start, std::cmp::Reverse(hit.span.len()))
        });
        let homonyms = all.iter().skip(first).take_while(|other| other.span == hit.span);
        let concepts: Vec<usize> = homonyms.map(|other| other.concept).collect();
        if concepts.iter().any(|concept| seen.contains(concept)) || is_incidental(context, bitext, hit) {
            continue;
        }
        if concepts.iter().any(|concept| bitext.has_derived(context, *concept)) {
            seen.extend(concepts);
            continue;
        }
        // A concept without a wording requires nothing; where one meaning of a word has none, it may be the one meant.
        if concepts.iter().all(|concept| preferred_term(context, &context.pair.target, *concept).is_some()) {
            // One finding per segment is enough.
            seen.insert(hit.concept);
            terms.push(MissingTerm { hit, concepts });
        }
    }
    terms
}

/// The ids of the concepts that the source names and of which the target has no wording.
pub(super) fn missing_terms_of(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<String> {
    let missing = missing_terms(context, bitext);
    let concepts = missing.iter().filter_map(|missing| context.termbase.concepts.get(missing.hit.concept));
    concepts.map(|concept| concept.id.clone()).collect()
}

fn finding(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    missing: &MissingTerm<'_>,
    severity: Severity,
) -> Option<Finding> {
    let preferred = preferred_term(context, &context.pair.target, missing.hit.concept)?;
    let concept = context.termbase.concepts.get(missing.hit.concept)?;
    let term = cut(&bitext.source.prose, &missing.hit.span).to_owned();
    let problem = TerminologyProblem { term, preferred: preferred.text.clone() };
    Some(Finding::new(problem, severity, bitext.place(context, Side::Target, 0..0)).about(&concept.id))
}
