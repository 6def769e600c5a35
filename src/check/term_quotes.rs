//! `term-quotes`: a wording that the house writes in quotation marks only stands without them.

use std::ops::Range;

use crate::model::{Finding, Severity, Side};

use super::{Bitext, Check, Context, Rule, evidence::is_right};

pub(super) struct TermQuotes;

const RULE: Rule = Rule { id: "term-quotes", severity: Severity::Minor };

impl Check for TermQuotes {
    fn rule(&self) -> Rule {
        RULE
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let is_quoted = |concept: usize, term: usize| {
            context.termbase.terms(&context.pair.target, concept).get(term).is_some_and(|term| term.quoted)
        };
        let mut hits = bitext.target_hits.iter().filter(|hit| is_right(hit.usage) && is_quoted(hit.concept, hit.term));
        let Some(first) = hits.next() else { return };
        let prose = &bitext.target.prose;
        let enclosed = enclosed(prose);
        for hit in std::iter::once(first).chain(hits) {
            let before = enclosed.partition_point(|span| span.start <= hit.span.start);
            // Quotations nest: one of the last few that began before it may enclose it.
            let inside = enclosed.iter().take(before).rev().take(8).any(|span| hit.span.end <= span.end);
            if inside || bitext.is_exempt(&hit.span) {
                continue;
            }
            let wording = crate::model::cut(prose, &hit.span);
            let place = bitext.place(context, Side::Target, hit.span.clone());
            let mut finding = Finding::new(RULE.id, RULE.severity, place).arg("term", wording);
            let (open, close) = &context.target.quotes;
            if !open.is_empty() && !close.is_empty() {
                finding = finding.fix(format!("{open}{wording}{close}"));
            }
            out.push(finding);
        }
    }
}

/// What stands in quotation marks, whatever their kind, by where it begins; a quotation that does not end in the text
/// goes on to its end.
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
