//! `term-case`: a wording without its capital (лукашэнка).

use std::collections::HashSet;

use crate::model::{Args, Finding, Kind, Problem, Problems, Severity, Side, Term, cut};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    evidence::{Evidence, is_right, source_concepts},
};

pub(super) struct TermCase;

pub(super) const RULE: Rule = Rule { id: "term-case", severity: Severity::Minor };

/// A wording lacks its capital.
struct TermCaseProblem {
    found: String,
    term: String,
}

impl Problem for TermCaseProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("found", (&self.found).into()), ("term", (&self.term).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { found: "гомель".to_owned(), term: "Гомель".to_owned() }]
    }
}

impl Check for TermCase {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<TermCaseProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        inspect(context, bitext, None, out);
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        let concepts = source_concepts(checked);
        for bitext in &checked.bitexts {
            inspect(context, bitext, Some(&concepts), out);
        }
    }
}

fn inspect(context: &Context<'_>, bitext: &Bitext<'_>, article: Option<&HashSet<usize>>, out: &mut Vec<Finding>) {
    if bitext.target_sight.lowered.is_empty() || bitext.from_source {
        return;
    }
    let evidence = Evidence::new(context, bitext, article);
    let mut end = 0;
    for hit in bitext.target_sight.lowered.iter().filter(|hit| is_right(hit.usage)) {
        let overlaps = bitext
            .target_sight
            .all
            .iter()
            .any(|other| other.span.start < hit.span.end && hit.span.start < other.span.end);
        if hit.span.start < end || overlaps || bitext.is_exempt(&hit.span) {
            continue;
        }
        let Some(concept) = context.termbase.concepts.get(hit.concept) else { continue };
        let Some(term) = context.termbase.terms(&context.pair.target, hit.concept).get(hit.term) else { continue };
        // Many names are also words (Надзея), so the source must need the term; for people and abbreviations a mention
        // is enough.
        let name = matches!(concept.kind, Kind::Person | Kind::Abbr);
        let meant = evidence.lacking.contains(&hit.concept) || (name && evidence.mentions(bitext, hit.concept));
        let Some(form) = term.forms.get(hit.form) else { continue };
        if !meant || is_adjective(context, term, &form.text) {
            continue;
        }
        end = hit.span.end;
        let found = cut(&bitext.target.prose, &hit.span).to_owned();
        let problem = TermCaseProblem { found, term: form.text.clone() };
        let place = bitext.place(context, Side::Target, hit.span.clone());
        out.push(Finding::new(problem, RULE.severity, place).about(&concept.id).fix(form.text.as_str()));
    }
}

/// Whether a form of a name, in lower case, is also a form of its adjective (uk Мінська, мінська).
fn is_adjective(context: &Context<'_>, term: &Term, form: &str) -> bool {
    form != term.text && context.target.adjectival.iter().any(|ending| term.text.ends_with(ending.as_str()))
}
