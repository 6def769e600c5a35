//! `codes`: the target has every inline code of the source exactly once, and pairs nest.
//!
//! A code in a translator's file is the source's by its number. In a text with markup of its own it is known by what it
//! holds, since the numbers follow the order of the words.

use std::collections::{HashMap, VecDeque};

use crate::model::{Args, Code, CodeKind, CodeName, Finding, Problem, Problems, Severity, Side, Text, cut};

use super::{
    Bitext, Check, Context, Rule,
    addresses::{addresses, is_counterpart},
    code_content::{CodeContent, content, contents},
    links::leads_to,
};

pub(super) struct Codes;

const RULE: Rule = Rule { id: "codes", severity: Severity::Critical };

/// What is wrong with a code.
enum CodesProblem {
    /// The source has it, the target does not.
    Missing(Named),
    /// The target has it, the source does not.
    Unknown(Named),
    /// The target has it more often than the source.
    Twice(Named),
    /// It holds something else than in the source: another address, other code.
    Altered { code: Named, expected: String, found: String },
    /// The source has another kind of code in its place.
    Replaced { code: Named, expected: Named },
    /// It closes a pair other than the one opened last.
    Crossed(Named),
    /// Its pair encloses nothing, while the source's enclose words.
    Empty(Named),
}

/// A code as findings name it.
struct Named {
    name: String,
    half: &'static str,
}

impl Problem for CodesProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Missing(_) => "codes-missing",
            Self::Unknown(_) => "codes-unknown",
            Self::Twice(_) => "codes-twice",
            Self::Altered { .. } => "codes-altered",
            Self::Replaced { .. } => "codes-replaced",
            Self::Crossed(_) => "codes-crossed",
            Self::Empty(_) => "codes-empty",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Missing(code) | Self::Unknown(code) | Self::Twice(code) => {
                vec![("code", (&code.name).into()), ("half", code.half.into())]
            }
            Self::Altered { code, expected, found } => {
                vec![("code", (&code.name).into()), ("expected", expected.into()), ("found", found.into())]
            }
            Self::Replaced { code, expected } => {
                vec![("code", (&code.name).into()), ("expected", (&expected.name).into())]
            }
            Self::Crossed(code) | Self::Empty(code) => vec![("code", (&code.name).into())],
        }
    }

    fn all() -> Vec<Self> {
        let sample = |kind| named(&Code { id: 1, kind, name: CodeName::Emphasis, markup: String::new() });
        let of_each_half = [Self::Missing as fn(Named) -> Self, Self::Unknown, Self::Twice]
            .into_iter()
            .flat_map(|problem| [CodeKind::Open, CodeKind::Close, CodeKind::Single].map(|kind| problem(sample(kind))));
        let altered = Self::Altered {
            code: sample(CodeKind::Single),
            expected: "https://a.example/1".to_owned(),
            found: "https://a.example/2".to_owned(),
        };
        let replaced = Self::Replaced { code: sample(CodeKind::Open), expected: sample(CodeKind::Open) };
        let (crossed, empty) = (Self::Crossed(sample(CodeKind::Close)), Self::Empty(sample(CodeKind::Open)));
        of_each_half.chain([altered, replaced, crossed, empty]).collect()
    }
}

fn named(code: &Code) -> Named {
    let half = match code.kind {
        CodeKind::Open => "open",
        CodeKind::Close => "close",
        CodeKind::Single => "single",
    };
    Named { name: format!("{} {}", code.name.as_str(), code.id), half }
}

impl Check for Codes {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<CodesProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if bitext.source.codes.is_empty() && bitext.target.codes.is_empty() {
            return;
        }
        let has_markup = |text: &Text| text.codes.iter().any(|(_, code)| !code.markup.is_empty());
        if has_markup(bitext.source) && has_markup(bitext.target) {
            by_content(context, bitext, out);
        } else {
            by_number(context, bitext, out);
        }
        let place = |span| bitext.place(context, Side::Target, span);
        // The source itself may be crossed: a sentence can end inside a pair.
        if crossed(bitext.source).is_none()
            && let Some((at, code)) = crossed(bitext.target)
        {
            out.push(Finding::new(CodesProblem::Crossed(named(code)), RULE.severity, place(at..at)));
        }
        // What the source leaves empty, too, may be anywhere.
        let mut left_empty: Vec<CodeName> = empty_pairs(bitext.source).map(|(_, code)| code.name).collect();
        for (at, code) in empty_pairs(bitext.target) {
            match left_empty.iter().position(|name| *name == code.name) {
                Some(known) => drop(left_empty.swap_remove(known)),
                None => out.push(Finding::new(CodesProblem::Empty(named(code)), RULE.severity, place(at..at))),
            }
        }
    }
}

/// The pairs of a text that enclose nothing: where they are, and their opening halves.
fn empty_pairs(text: &Text) -> impl Iterator<Item = (usize, &Code)> {
    text.codes.iter().zip(text.codes.iter().skip(1)).filter_map(|((from, open), (to, close))| {
        let is_pair = open.kind == CodeKind::Open && close.kind == CodeKind::Close && open.id == close.id;
        (is_pair && cut(&text.prose, &(*from..*to)).trim().is_empty()).then_some((*from, open))
    })
}

/// Compares codes that have the numbers of the source's.
fn by_number(context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
    let place = |span| bitext.place(context, Side::Target, span);
    let mut report = |problem, span| out.push(Finding::new(problem, RULE.severity, place(span)));
    // Remaining occurrences of each code.
    let mut remaining: HashMap<(u32, CodeKind), i64> = HashMap::new();
    for (_, code) in &bitext.source.codes {
        *remaining.entry((code.id, code.kind)).or_default() += 1;
    }
    for (at, code) in &bitext.target.codes {
        match remaining.get_mut(&(code.id, code.kind)) {
            None => report(CodesProblem::Unknown(named(code)), *at..*at),
            Some(count) if *count == 0 => report(CodesProblem::Twice(named(code)), *at..*at),
            Some(count) => *count -= 1,
        }
    }
    for (_, code) in &bitext.source.codes {
        if let Some(count) = remaining.get_mut(&(code.id, code.kind)).filter(|count| **count > 0) {
            *count -= 1;
            // An address that is a code may give way to its counterpart among the words.
            if !holds_counterpart(context, code, &bitext.target.prose) {
                report(CodesProblem::Missing(named(code)), 0..0);
            }
        }
    }
}

/// Whether a text has the counterpart of the address that a code stands for.
fn holds_counterpart(context: &Context<'_>, code: &Code, prose: &str) -> bool {
    let counterpart = || context.links.counterpart(content(code).address()?);
    code.name == CodeName::Other
        && counterpart().is_some_and(|counterpart| {
            let mut spans = addresses(prose).into_iter();
            spans.any(|span| leads_to(cut(prose, &span), &counterpart))
        })
}

/// Compares codes by what they hold; of those that are left on both sides, one stands for the other.
fn by_content(context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
    let language = context.pair.target.language();
    let place = |span| bitext.place(context, Side::Target, span);
    let (source, target) = (contents(bitext.source), contents(bitext.target));
    let mut remaining: HashMap<&CodeContent, Vec<usize>> = HashMap::new();
    for (index, content) in source.iter().enumerate().rev() {
        remaining.entry(content).or_default().push(index);
    }
    let mut extra = Vec::new();
    for (index, content) in target.iter().enumerate() {
        if remaining.get_mut(content).and_then(Vec::pop).is_none() {
            extra.push(index);
        }
    }
    let mut missing: Vec<usize> = remaining.into_values().flatten().collect();
    missing.sort_unstable();
    let address = |all: &[CodeContent], index: usize| {
        let one = all.get(index)?;
        Some(((one.kind, one.name), one.address()?.to_owned()))
    };
    context.links.settle(&mut missing, &mut extra, |index| address(&source, index), |index| address(&target, index));
    // Of one kind first, so that an altered address is not taken for another code.
    let same_name = |one: &CodeContent, other: &CodeContent| one.kind == other.kind && one.name == other.name;
    let pairs = pair(&mut missing, &mut extra, &source, &target, same_name);
    let same_kind = |one: &CodeContent, other: &CodeContent| one.kind == other.kind;
    let replaced = pair(&mut missing, &mut extra, &source, &target, same_kind);
    let code = |text: &'_ Text, index: usize| text.codes.get(index).map(|(at, code)| (*at, code.kind, named(code)));
    let held = |contents: &[CodeContent], index: usize| {
        contents.get(index).map(|content| content.holds.clone()).unwrap_or_default()
    };
    for (was, is) in pairs.into_iter().chain(replaced) {
        let (Some((_, _, expected)), Some((at, kind, found))) = (code(bitext.source, was), code(bitext.target, is))
        else {
            continue;
        };
        let same_name = source.get(was).map(|content| content.name) == target.get(is).map(|content| content.name);
        match kind {
            // Its opening half is reported.
            CodeKind::Close => {}
            _ if same_name => {
                let (expected, holds) = (held(&source, was), held(&target, is));
                let wanted = source.get(was).and_then(CodeContent::address);
                let counterpart = wanted.and_then(|address| context.links.counterpart(address));
                // What the table says counts, not what an address looks like.
                if counterpart.is_none() && is_counterpart(language, &expected, &holds) {
                    continue;
                }
                let alternatives = wanted.map(str::to_owned);
                let problem = CodesProblem::Altered { code: found, expected, found: holds };
                let mut finding = Finding::new(problem, RULE.severity, place(at..at));
                finding.alternatives = counterpart.into_iter().chain(alternatives).collect();
                out.push(finding);
            }
            _ => {
                let problem = CodesProblem::Replaced { code: found, expected };
                out.push(Finding::new(problem, RULE.severity, place(at..at)));
            }
        }
    }
    let mut report = |problem, span| out.push(Finding::new(problem, RULE.severity, place(span)));
    for (at, _, found) in extra.into_iter().filter_map(|index| code(bitext.target, index)) {
        report(CodesProblem::Unknown(found), at..at);
    }
    for (_, _, expected) in missing.into_iter().filter_map(|index| code(bitext.source, index)) {
        report(CodesProblem::Missing(expected), 0..0);
    }
}

/// Takes pairs that fit out of two lists, in their order. Each code is visited once for each of the few kinds and names.
fn pair(
    missing: &mut Vec<usize>,
    extra: &mut Vec<usize>,
    source: &[CodeContent],
    target: &[CodeContent],
    fits: impl Fn(&CodeContent, &CodeContent) -> bool,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut queues: Vec<(&CodeContent, VecDeque<usize>)> = Vec::new();
    for index in missing.drain(..) {
        let Some(content) = source.get(index) else { continue };
        match queues.iter_mut().find(|(first, _)| fits(first, content)) {
            Some((_, queue)) => queue.push_back(index),
            None => queues.push((content, VecDeque::from([index]))),
        }
    }
    extra.retain(|index| {
        let Some(content) = target.get(*index) else { return false };
        let queue = queues.iter_mut().find(|(first, _)| fits(first, content));
        let Some(was) = queue.and_then(|(_, queue)| queue.pop_front()) else { return true };
        pairs.push((was, *index));
        false
    });
    missing.extend(queues.into_iter().flat_map(|(_, queue)| queue));
    missing.sort_unstable();
    pairs
}

/// The first closing half that does not close the pair opened last.
fn crossed(text: &Text) -> Option<(usize, &Code)> {
    let mut stack = Vec::new();
    for (at, code) in &text.codes {
        match code.kind {
            CodeKind::Open => stack.push(code.id),
            CodeKind::Close if stack.last() == Some(&code.id) => drop(stack.pop()),
            CodeKind::Close => return Some((*at, code)),
            CodeKind::Single => {}
        }
    }
    None
}
