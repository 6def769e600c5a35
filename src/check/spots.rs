//! Places of one kind of mistake in a text: reported one by one or, where they are many, together.

use crate::model::{Finding, Problem, Severity, Side, clip, cut};

use super::{Bitext, Context, addresses::addresses};

pub(super) use super::spot::Spot;

/// The most places of a text that have a finding of their own.
const FEW: usize = 5;

/// The most characters of a place that a finding shows.
const SHOWN: usize = 40;

/// The places that are no part of an address, whose characters must not change.
pub(super) fn outside_addresses(prose: &str, mut spots: Vec<Spot>) -> Vec<Spot> {
    if !spots.is_empty() {
        let addresses = addresses(prose);
        let begins = |spot: &Spot| addresses.partition_point(|address| address.start < spot.span.end);
        spots.retain(|spot| {
            let before = begins(spot).checked_sub(1).and_then(|last| addresses.get(last));
            before.is_none_or(|address| address.end <= spot.span.start)
        });
    }
    spots
}

/// Reports ascending places; `problem` words one that is shown as its argument.
///
/// Each of a few has a finding. The rest of many share one for each stretch between two codes, so that the answer stays
/// short and a fix moves no code.
pub(super) fn report<P: Problem>(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    severity: Severity,
    spots: &[Spot],
    problem: &dyn Fn(String) -> P,
    out: &mut Vec<Finding>,
) {
    let alone = if spots.len() > FEW { FEW - 1 } else { spots.len() };
    let (few, mut rest) = spots.split_at(alone);
    for spot in few {
        out.push(finding(context, bitext, severity, std::slice::from_ref(spot), problem));
    }
    let codes = &bitext.target.codes;
    while let Some(first) = rest.first() {
        let next = codes.partition_point(|(at, _)| *at <= first.span.start);
        let end = codes.get(next).map_or(usize::MAX, |(at, _)| *at);
        let (stretch, others) = rest.split_at(rest.partition_point(|spot| spot.span.end <= end).max(1));
        rest = others;
        out.push(finding(context, bitext, severity, stretch, problem));
    }
}

/// One finding for a stretch of places.
fn finding<P: Problem>(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    severity: Severity,
    spots: &[Spot],
    problem: &dyn Fn(String) -> P,
) -> Finding {
    let prose = &bitext.target.prose;
    let start = spots.first().map_or(0, |spot| spot.span.start);
    let end = spots.last().map_or(start, |spot| spot.span.end);
    let mut shown = clip(spots.first().map_or("", |spot| cut(prose, &spot.span)), SHOWN);
    if spots.len() > 1 {
        shown = format!("{shown} ×{}", spots.len());
    }
    let finding = Finding::new(problem(shown), severity, bitext.place(context, Side::Target, start..end));
    match (corrected(prose, start, spots), spots.iter().all(|spot| spot.certain)) {
        (Some(text), true) => finding.fix(text),
        (Some(text), false) => finding.guess(text),
        (None, _) => finding,
    }
}

/// A stretch with the replacements at its places; `None` if one of them is not known.
fn corrected(prose: &str, start: usize, spots: &[Spot]) -> Option<String> {
    let mut text = String::new();
    let mut from = start;
    for spot in spots {
        text.push_str(cut(prose, &(from..spot.span.start)));
        text.push_str(spot.replacement.as_ref()?);
        from = spot.span.end;
    }
    Some(text)
}
