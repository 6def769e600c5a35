//! `brackets`: brackets that are not closed or not opened, unlike the source's.

use crate::model::{Args, Finding, Problem, Problems, Severity};

use super::{
    Bitext, Check, Context, Rule,
    signs::Signs,
    spots::{Spot, report},
};

pub(super) struct Brackets;

const RULE: Rule = Rule { id: "brackets", severity: Severity::Minor };

/// All brackets.
const BRACKETS: Signs = Signs::of("()[]{}");

/// A bracket has no partner.
struct BracketsProblem {
    bracket: String,
}

impl Problem for BracketsProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("bracket", (&self.bracket).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { bracket: "(".to_owned() }]
    }
}

impl Check for Brackets {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<BracketsProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if !bitext.target_signs.has(BRACKETS) {
            return;
        }
        let found = unpaired(&bitext.target.prose);
        if found.is_empty() {
            return;
        }
        // A remark in brackets may be of several sentences, of which each has one half.
        let wanted = unpaired(&bitext.source.prose);
        let kinds =
            |brackets: &[(usize, char)]| -> Vec<char> { brackets.iter().map(|(_, bracket)| *bracket).collect() };
        if kinds(&found) == kinds(&wanted) {
            return;
        }
        let spots: Vec<Spot> =
            found.iter().map(|(at, _)| Spot::open(*at..at + 1)).filter(|spot| !bitext.is_exempt(&spot.span)).collect();
        report(context, bitext, RULE.severity, &spots, &|bracket| BracketsProblem { bracket }, out);
    }
}

/// The brackets of a text that have no partner, in order.
fn unpaired(text: &str) -> Vec<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut alone = Vec::new();
    let (mut before, mut eyes) = (' ', ' ');
    // The characters since the last space: `1)` and `б)` number the items of a list.
    let mut token = 0_usize;
    for (at, char) in text.char_indices() {
        let opening = match char {
            ')' => Some('('),
            ']' => Some('['),
            '}' => Some('{'),
            _ => None,
        };
        if matches!(char, '(' | '[' | '{') {
            // A face: :( and ;-(
            let after = text.get(at + 1..).and_then(|rest| rest.chars().next());
            let is_face = matches!(before, ':' | ';' | '=' | '-')
                && !eyes.is_alphanumeric()
                && after.is_none_or(|next| next.is_whitespace() || next == char);
            if !is_face {
                open.push((at, char));
            }
        } else if let Some(opening) = opening {
            if open.last().is_some_and(|(_, last)| *last == opening) {
                open.pop();
            } else if !(matches!(before, ':' | ';' | '=' | '-' | ')') || (token <= 3 && before.is_alphanumeric())) {
                alone.push((at, char));
            }
        }
        token = if char.is_whitespace() { 0 } else { token + 1 };
        (eyes, before) = (before, char);
    }
    alone.extend(open);
    alone.sort_unstable();
    alone
}
