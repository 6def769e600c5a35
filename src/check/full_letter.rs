//! Notes on words that the text writes with a letter where the glossary has another (ru ё for е).
//!
//! Both spellings are right, so a note of the rule `misspelt-term` is all, once for a concept.

use std::collections::HashSet;

use crate::{
    glossary::Spelling,
    model::{Args, Finding, Problem, Severity, Side, cut},
};

use super::{Bitext, Context, evidence::is_right};

/// A word has a letter that the glossary writes as another.
pub(super) struct FullLetterProblem {
    found: String,
    term: String,
}

impl Problem for FullLetterProblem {
    fn rule(&self) -> &'static str {
        "misspelt-term"
    }

    fn id(&self) -> &'static str {
        "misspelt-term-letter"
    }

    fn args(&self) -> Args {
        vec![("found", (&self.found).into()), ("term", (&self.term).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { found: "Пётр".to_owned(), term: "Петр".to_owned() }]
    }
}

/// The notes on a target; `noted` are the concepts that have theirs.
pub(super) fn notes(context: &Context<'_>, bitext: &Bitext<'_>, noted: &mut HashSet<usize>, out: &mut Vec<Finding>) {
    for hit in &bitext.target_hits {
        if hit.spelling != Spelling::Full || !is_right(hit.usage) || bitext.is_exempt(&hit.span) {
            continue;
        }
        let term = context.termbase.term(&context.pair.target, hit);
        let Some(form) = term.and_then(|term| term.forms.get(hit.form)) else { continue };
        let Some(concept) = context.termbase.concepts.get(hit.concept) else { continue };
        if noted.insert(hit.concept) {
            let found = cut(&bitext.target.prose, &hit.span).to_owned();
            let problem = FullLetterProblem { found, term: form.text.clone() };
            let place = bitext.place(context, Side::Target, hit.span.clone());
            out.push(Finding::new(problem, Severity::Neutral, place).about(&concept.id));
        }
    }
}
