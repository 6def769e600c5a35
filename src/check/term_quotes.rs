//! `term-quotes`: a wording without the quotation marks that it requires.

use crate::{
    glossary::Hit,
    model::{Args, Finding, Problem, Problems, Severity, Side, cut},
};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    bitext::is_within,
    evidence::is_right,
    quotation::{OpenQuotations, quotations},
};

pub(super) struct TermQuotes;

const RULE: Rule = Rule { id: "term-quotes", severity: Severity::Minor };

/// A wording lacks its quotation marks.
struct TermQuotesProblem {
    term: String,
}

impl Problem for TermQuotesProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("term", (&self.term).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { term: "Белсат".to_owned() }]
    }
}

impl Check for TermQuotes {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<TermQuotesProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if hits_to_quote(context, bitext).next().is_some() {
            inspect(context, bitext, &mut OpenQuotations::new(), out);
        }
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        if checked.bitexts.iter().all(|bitext| hits_to_quote(context, bitext).next().is_none()) {
            return;
        }
        // A quotation may have begun in an earlier sentence of the paragraph.
        let (mut open, mut paragraph) = (OpenQuotations::new(), "");
        let mut sentences = checked.article.translated();
        for bitext in &checked.bitexts {
            let unit =
                sentences.find(|(_, segment)| Some(segment.id) == bitext.segment).map(|(unit, _)| unit.id.as_str());
            if unit != Some(paragraph) {
                open.clear();
                paragraph = unit.unwrap_or_default();
            }
            inspect(context, bitext, &mut open, out);
        }
    }
}

/// Hits that must be in quotation marks.
fn hits_to_quote<'b>(context: &'b Context<'_>, bitext: &'b Bitext<'_>) -> impl Iterator<Item = &'b Hit> {
    let is_quoted = |hit: &&Hit| {
        let terms = context.termbase.terms(&context.pair.target, hit.concept);
        terms.get(hit.term).is_some_and(|term| term.quoted)
    };
    bitext.target_hits.iter().filter(|hit| is_right(hit.usage)).filter(is_quoted)
}

/// Reports wordings outside quotation marks; `open` holds the marks of the quotations open where the target begins, and then
/// where it ends.
fn inspect(context: &Context<'_>, bitext: &Bitext<'_>, open: &mut OpenQuotations, out: &mut Vec<Finding>) {
    let prose = &bitext.target.prose;
    let enclosed = quotations(prose, &[], &context.target, open).spans();
    for hit in hits_to_quote(context, bitext) {
        if is_within(&enclosed, &hit.span) || bitext.is_exempt(&hit.span) {
            continue;
        }
        let wording = cut(prose, &hit.span);
        let place = bitext.place(context, Side::Target, hit.span.clone());
        let mut finding = Finding::new(TermQuotesProblem { term: wording.to_owned() }, RULE.severity, place);
        let (open, close) = &context.target.quotes;
        if !open.is_empty() && !close.is_empty() {
            finding = finding.fix(format!("{open}{wording}{close}"));
        }
        out.push(finding);
    }
}
