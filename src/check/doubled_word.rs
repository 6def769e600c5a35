//! `doubled-word`: the same word twice in a row, where the language does not repeat it and the source does not either.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    spots::{Spot, report},
    words::{Capitals, Word, WordScript},
};

pub(super) struct DoubledWord;

const RULE: Rule = Rule { id: "doubled-word", severity: Severity::Minor };

/// A word stands twice.
struct DoubledWordProblem {
    words: String,
}

impl Problem for DoubledWordProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("words", (&self.words).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { words: "долгий долгий".to_owned() }]
    }
}

impl Check for DoubledWord {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<DoubledWordProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if bitext.from_source {
            return;
        }
        let prose = &bitext.target.prose;
        let (mut spots, mut names) = (Vec::new(), Vec::new());
        for (first, second) in pairs(prose, bitext.words(Side::Target)) {
            let span = first.span.start..second.span.end;
            let word = cut(prose, &first.span);
            let may_double = context.target.doubling.iter().any(|known| *known == word.to_lowercase());
            if may_double || bitext.is_exempt(&span) {
                continue;
            }
            let is_name = first.capitals != Capitals::None && second.capitals != Capitals::None;
            (if is_name { &mut names } else { &mut spots }).push(Spot::likely(span, word));
        }
        // What the article says twice, the translation may say twice.
        if (spots.is_empty() && names.is_empty()) || is_repetitive(&bitext.source.prose, bitext.words(Side::Source)) {
            return;
        }
        report(context, bitext, RULE.severity, &spots, &|words| DoubledWordProblem { words }, out);
        report(context, bitext, Severity::Neutral, &names, &|words| DoubledWordProblem { words }, out);
    }
}

/// The words that stand twice, with nothing but spaces between.
fn pairs<'w>(prose: &'w str, words: &'w [Word<'w>]) -> impl Iterator<Item = (&'w Word<'w>, &'w Word<'w>)> {
    let is_pair = move |(first, second): &(&Word<'_>, &Word<'_>)| {
        let gap = || cut(prose, &(first.span.end..second.span.start));
        first.span.len() == second.span.len()
            && matches!(first.script, WordScript::Home | WordScript::Foreign)
            && !first.has_digit
            && !first.in_address
            && !first.is_joined
            && !gap().is_empty()
            && gap().chars().all(|char| char.is_whitespace() && char != '\n')
            && !cut(prose, &(second.span.end..prose.len())).starts_with(['-', '\u{2011}'])
            && is_same(cut(prose, &first.span), cut(prose, &second.span))
    };
    words.iter().zip(words.iter().skip(1)).filter(is_pair)
}

/// Whether two words are the same but for capitals.
fn is_same(first: &str, second: &str) -> bool {
    first.chars().flat_map(char::to_lowercase).eq(second.chars().flat_map(char::to_lowercase))
}

/// Whether a text repeats a word, whatever stands between.
fn is_repetitive(prose: &str, words: &[Word<'_>]) -> bool {
    words.iter().zip(words.iter().skip(1)).any(|(first, second)| {
        first.span.len() == second.span.len() && is_same(cut(prose, &first.span), cut(prose, &second.span))
    })
}
