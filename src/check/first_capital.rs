//! `first-capital`: a sentence that begins with a small letter where the source's begins with a capital.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    spots::{Spot, report},
    words::{Capitals, Word, WordScript},
};

pub(super) struct FirstCapital;

const RULE: Rule = Rule { id: "first-capital", severity: Severity::Minor };

/// A text begins with a small letter.
struct FirstCapitalProblem {
    word: String,
}

impl Problem for FirstCapitalProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("word", (&self.word).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { word: "гэта".to_owned() }]
    }
}

impl Check for FirstCapital {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<FirstCapitalProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let prose = &bitext.target.prose;
        if bitext.from_source || !begins_small(prose) {
            return;
        }
        let (sources, words) = (bitext.words(Side::Source), bitext.words(Side::Target));
        let (Some(wanted), Some(found)) = (sources.first(), words.first()) else { return };
        if !is_capitalised(&bitext.source.prose, wanted) || sources.len() < 2 || words.len() < 2 {
            return;
        }
        // An address, a unit, an ending after a hyphen (e-mail), a name that begins so (д’Арк).
        let text = cut(prose, &found.span);
        let is_word =
            matches!(found.script, WordScript::Home | WordScript::Foreign) && found.capitals == Capitals::None;
        let is_elided = text.chars().nth(1).is_some_and(|second| !second.is_alphabetic());
        if !is_word || found.in_address || found.has_digit || is_elided || bitext.is_exempt(&found.span) {
            return;
        }
        let mut letters = text.chars();
        let Some(first) = letters.next() else { return };
        let written = first.to_uppercase().collect::<String>();
        let spot = Spot::likely(found.span.start..found.span.start + first.len_utf8(), written);
        report(context, bitext, RULE.severity, &[spot], &|_| FirstCapitalProblem { word: text.to_owned() }, out);
    }
}

/// Whether a text begins with a small letter, perhaps after an opening mark.
fn begins_small(text: &str) -> bool {
    let opens =
        |char: char| matches!(char, '«' | '„' | '“' | '"' | '(' | '[' | '—' | '–' | '-') || char.is_whitespace();
    text.trim_start_matches(opens).chars().next().is_some_and(char::is_lowercase)
}

/// Whether a text begins with a capitalised word, perhaps after an opening mark.
fn is_capitalised(text: &str, first: &Word<'_>) -> bool {
    let before = cut(text, &(0..first.span.start));
    let is_plain =
        before.chars().all(|char| matches!(char, '“' | '"' | '‘' | '\'' | '(' | '[' | '—' | '–' | '-' | ' '));
    is_plain && cut(text, &first.span).chars().next().is_some_and(char::is_uppercase)
}
