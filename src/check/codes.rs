//! `codes`: every code of the source stands in the target exactly once, and pairs are nested.

use std::{collections::HashMap, ops::Range};

use crate::model::{Code, CodeKind, Finding, Severity, Side, Text};

use super::{Bitext, Check, Context, Rule};

pub(super) struct Codes;

const RULE: Rule = Rule { id: "codes", severity: Severity::Critical };

impl Check for Codes {
    fn rule(&self) -> Rule {
        RULE
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if bitext.source.codes.is_empty() && bitext.target.codes.is_empty() {
            return;
        }
        let mut complain = |problem: &str, code: &Code, span: Range<usize>| {
            let finding = Finding::new(RULE.id, RULE.severity, bitext.place(context, Side::Target, span));
            let name = format!("{} {}", code.name.as_str(), code.id);
            out.push(finding.arg("problem", problem).arg("code", name).arg("half", half(code.kind)));
        };
        // How many of each are still to come.
        let mut open: HashMap<(u32, CodeKind), i64> = HashMap::new();
        for (_, code) in &bitext.source.codes {
            *open.entry((code.id, code.kind)).or_default() += 1;
        }
        for (at, code) in &bitext.target.codes {
            match open.get_mut(&(code.id, code.kind)) {
                None => complain("unknown", code, *at..*at),
                Some(left) if *left == 0 => complain("twice", code, *at..*at),
                Some(left) => *left -= 1,
            }
        }
        for (_, code) in &bitext.source.codes {
            if let Some(left) = open.get_mut(&(code.id, code.kind)).filter(|left| **left > 0) {
                *left -= 1;
                complain("missing", code, 0..0);
            }
        }
        // A source may be broken itself: a sentence can end within a pair.
        if crossed(bitext.source).is_none()
            && let Some((at, code)) = crossed(bitext.target)
        {
            complain("crossed", code, at..at);
        }
    }
}

const fn half(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Open => "open",
        CodeKind::Close => "close",
        CodeKind::Single => "single",
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
