//! `term-quotes`: a wording without the quotation marks that it requires.

use std::ops::Range;

use crate::{
    glossary::Hit,
    model::{Args, Finding, Problem, Problems, Severity, Side, cut},
};

use super::{Bitext, Check, CheckedArticle, Context, Rule, evidence::is_right, quotation::quoted_spans};

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
        inspect(context, bitext, &(0..0), out);
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        if checked.bitexts.iter().all(|bitext| hits_to_quote(context, bitext).next().is_none()) {
            return;
        }
        // A quotation may have begun in an earlier sentence of the paragraph.
        let (mut open, mut paragraph) = (Vec::new(), "");
        let mut sentences = checked.article.translated();
        for bitext in &checked.bitexts {
            let unit =
                sentences.find(|(_, segment)| Some(segment.id) == bitext.segment).map(|(unit, _)| unit.id.as_str());
            if unit != Some(paragraph) {
                open.clear();
                paragraph = unit.unwrap_or_default();
            }
            let continued = !open.is_empty();
            let spans = quoted_spans(&bitext.target.prose, &context.target, &mut open);
            inspect(context, bitext, spans.first().filter(|_| continued).unwrap_or(&(0..0)), out);
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

/// Reports wordings outside quotation marks; `continued` is the part of the target in a quotation opened by an earlier
/// sentence.
fn inspect(context: &Context<'_>, bitext: &Bitext<'_>, continued: &Range<usize>, out: &mut Vec<Finding>) {
    let mut hits = hits_to_quote(context, bitext).peekable();
    if hits.peek().is_none() {
        return;
    }
    let prose = &bitext.target.prose;
    let enclosed = enclosed(prose);
    for hit in hits {
        let before = enclosed.partition_point(|span| span.start <= hit.span.start);
        // Quotations nest: one of the last few that began before it may enclose it.
        let inside = enclosed.iter().take(before).rev().take(8).any(|span| hit.span.end <= span.end);
        if inside || hit.span.end <= continued.end || bitext.is_exempt(&hit.span) {
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

/// Byte ranges in quotation marks of any kind, by start; an unclosed quotation extends to the end of the text.
fn enclosed(prose: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut spans = Vec::new();
    for (at, mark) in prose.char_indices() {
        let top = open.last().map(|(mark, _)| *mark);
        let closes = match (mark, top) {
            ('»', Some('«')) | ('“' | '”', Some('„')) | ('”', Some('“')) | ('"', Some('"')) => true,
            ('«' | '„' | '“' | '"', _) => {
                open.push((mark, at + mark.len_utf8()));
                false
            }
            _ => false,
        };
        if closes && let Some((_, begin)) = open.pop() {
            spans.push(begin..at);
        }
    }
    spans.extend(open.into_iter().map(|(_, begin)| begin..prose.len()));
    spans.sort_by_key(|span| span.start);
    spans
}
