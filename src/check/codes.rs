//! `codes`: the target has every inline code of the source exactly once, and pairs nest.

use std::{collections::HashMap, ops::Range};

use crate::model::{Args, Code, CodeKind, CodeName, Finding, Problem, Problems, Severity, Side, Text};

use super::{Bitext, Check, Context, Rule};

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
    /// It closes a pair other than the one opened last.
    Crossed(Named),
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
            Self::Crossed(_) => "codes-crossed",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Missing(code) | Self::Unknown(code) | Self::Twice(code) => {
                vec![("code", (&code.name).into()), ("half", code.half.into())]
            }
            Self::Crossed(code) => vec![("code", (&code.name).into())],
        }
    }

    fn all() -> Vec<Self> {
        let sample = |kind| named(&Code { id: 1, kind, name: CodeName::Emphasis, markup: String::new() });
        let of_each_half = [Self::Missing as fn(Named) -> Self, Self::Unknown, Self::Twice]
            .into_iter()
            .flat_map(|problem| [CodeKind::Open, CodeKind::Close, CodeKind::Single].map(|kind| problem(sample(kind))));
        of_each_half.chain([Self::Crossed(sample(CodeKind::Close))]).collect()
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
        let mut report = |problem: fn(Named) -> CodesProblem, code: &Code, span: Range<usize>| {
            out.push(Finding::new(problem(named(code)), RULE.severity, bitext.place(context, Side::Target, span)));
        };
        // Remaining occurrences of each code.
        let mut remaining: HashMap<(u32, CodeKind), i64> = HashMap::new();
        for (_, code) in &bitext.source.codes {
            *remaining.entry((code.id, code.kind)).or_default() += 1;
        }
        for (at, code) in &bitext.target.codes {
            match remaining.get_mut(&(code.id, code.kind)) {
                None => report(CodesProblem::Unknown, code, *at..*at),
                Some(count) if *count == 0 => report(CodesProblem::Twice, code, *at..*at),
                Some(count) => *count -= 1,
            }
        }
        for (_, code) in &bitext.source.codes {
            if let Some(count) = remaining.get_mut(&(code.id, code.kind)).filter(|count| **count > 0) {
                *count -= 1;
                report(CodesProblem::Missing, code, 0..0);
            }
        }
        // The source itself may be crossed: a sentence can end inside a pair.
        if crossed(bitext.source).is_none()
            && let Some((at, code)) = crossed(bitext.target)
        {
            report(CodesProblem::Crossed, code, at..at);
        }
    }
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
