//! `composition`: a letter written as two characters (и and a breve for й), which searches and spell checkers do not know.

use unicode_normalization::char::compose;

use crate::{
    glossary::is_mark,
    model::{Args, Finding, Problem, Problems, Severity},
};

use super::{
    Bitext, Check, Context, Rule,
    language::LetterClass,
    spots::{Spot, report},
};

pub(super) struct Composition;

const RULE: Rule = Rule { id: "composition", severity: Severity::Minor };

/// A letter is written as two characters.
struct CompositionProblem {
    letter: String,
}

impl Problem for CompositionProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("letter", (&self.letter).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { letter: "й".to_owned() }]
    }
}

impl Check for Composition {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<CompositionProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let prose = &bitext.target.prose;
        if !bitext.target_signs.has_marks() {
            return;
        }
        let mut spots = Vec::new();
        let mut before: Option<(usize, char)> = None;
        for (at, char) in prose.char_indices() {
            if let Some((start, letter)) = before.filter(|_| is_mark(char))
                && let Some(whole) = compose(letter, char)
                && context.letters.class(whole) == LetterClass::Home
                && context.target.letters.contains(whole.to_lowercase().next().unwrap_or(whole))
            {
                let span = start..at + char.len_utf8();
                if !bitext.is_exempt(&span) {
                    spots.push(Spot::certain(span, whole));
                }
            }
            before = Some((at, char));
        }
        report(context, bitext, RULE.severity, &spots, &|letter| CompositionProblem { letter }, out);
    }
}
