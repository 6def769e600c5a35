//! `term-case`: a wording without its capital (лукашэнка).

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, Term, cut};

use super::{
    Bitext, Check, Context, Rule,
    evidence::{absent_concepts, is_joined, is_right},
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
        inspect(context, bitext, out);
    }
}

fn inspect(context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
    if bitext.target_sight.lowered.is_empty() || bitext.from_source {
        return;
    }
    // Many names are also words (Надзея), so the source must need the term.
    let absent = absent_concepts(context, bitext);
    let mut end = 0;
    for hit in bitext.target_sight.lowered.iter().filter(|hit| is_right(hit.usage)) {
        let overlaps = bitext
            .target_sight
            .all
            .iter()
            .any(|other| other.span.start < hit.span.end && hit.span.start < other.span.end);
        // A part of a hyphenated word is another word (юго-запад).
        let is_part = is_joined(&bitext.target.prose, &hit.span) != (false, false);
        if hit.span.start < end || overlaps || is_part || bitext.is_exempt(&hit.span) {
            continue;
        }
        let Some(concept) = context.termbase.concepts.get(hit.concept) else { continue };
        let Some(term) = context.termbase.terms(&context.pair.target, hit.concept).get(hit.term) else { continue };
        let Some(form) = term.forms.get(hit.form) else { continue };
        if !absent.contains(&hit.concept) || is_adjective(context, term, &form.text) {
            continue;
        }
        end = hit.span.end;
        let found = cut(&bitext.target.prose, &hit.span).to_owned();
        let problem = TermCaseProblem { found, term: form.text.clone() };
        let place = bitext.place(context, Side::Target, hit.span.clone());
        let finding = Finding::new(problem, RULE.severity, place).about(&concept.id);
        let text = form.text.as_str();
        out.push(if hit.certain { finding.fix(text) } else { finding.guess(text) });
    }
}

/// Whether a form of a name, in lower case, is also a form of its adjective (uk Мінська, мінська).
fn is_adjective(context: &Context<'_>, term: &Term, form: &str) -> bool {
    form != term.text && context.target.adjectival.iter().any(|ending| term.text.ends_with(ending.as_str()))
}
