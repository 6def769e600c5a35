//! `doubled-word`: the same word, or the same few words, twice in a row, where the language does not repeat it and the source
//! does not either.

use std::ops::Range;

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    spots::{Spot, report},
    words::{Capitals, Word, WordScript},
};

pub(super) struct DoubledWord;

const RULE: Rule = Rule { id: "doubled-word", severity: Severity::Minor };

/// The most words that are looked for as a group.
const GROUP: usize = 4;

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
        for (first, second) in groups(prose, bitext.words(Side::Target)) {
            let span = first.start..second.end;
            if !bitext.is_exempt(&span) {
                spots.push(Spot::likely(span, cut(prose, &first)));
            }
        }
        spots.sort_by_key(|spot| spot.span.start);
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

/// The groups of two words or more that stand twice, with nothing but spaces between; what goes on is a repetition.
fn groups(prose: &str, words: &[Word<'_>]) -> Vec<(Range<usize>, Range<usize>)> {
    let is_again = |at: usize, count: usize| {
        words.get(at).zip(words.get(at + count)).is_some_and(|(one, other)| {
            one.heard.hash == other.heard.hash && is_same(cut(prose, &one.span), cut(prose, &other.span))
        })
    };
    let is_joined = |pair: (&Word<'_>, &Word<'_>)| {
        let gap = cut(prose, &(pair.0.span.end..pair.1.span.start));
        !gap.is_empty() && gap.chars().all(|char| char.is_whitespace() && char != '\n')
    };
    let is_plain = |word: &&Word<'_>| !word.in_address && matches!(word.script, WordScript::Home | WordScript::Foreign);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let runs = (2..=GROUP).filter(|count| is_again(at, *count) && !is_again(at, 1)).map(|count| {
            let run = (at..words.len()).take_while(|one| is_again(*one, count)).take(2 * count).count();
            (count, run)
        });
        let Some((count, run)) = runs.max_by_key(|(_, run)| *run).filter(|(count, run)| run >= count) else {
            at += 1;
            continue;
        };
        let both = words.get(at..at + 2 * count).unwrap_or_default();
        let is_text =
            both.iter().filter(is_plain).count() > count && both.iter().zip(both.iter().skip(1)).all(is_joined);
        if run < 2 * count
            && is_text
            && let [first, .., last] = both
            && let (Some(end), Some(start)) = (both.get(count - 1), both.get(count))
        {
            found.push((first.span.start..end.span.end, start.span.start..last.span.end));
        }
        at += run + 1;
    }
    found
}

/// Whether two words are the same but for capitals.
fn is_same(first: &str, second: &str) -> bool {
    first.chars().flat_map(char::to_lowercase).eq(second.chars().flat_map(char::to_lowercase))
}

/// Whether a text repeats a word, whatever stands between.
fn is_repetitive(prose: &str, words: &[Word<'_>]) -> bool {
    let is_pair = |distance: usize| {
        let is_again = |(first, second): (&Word<'_>, &Word<'_>)| {
            first.span.len() == second.span.len() && is_same(cut(prose, &first.span), cut(prose, &second.span))
        };
        // A group is as many words in a row that stand again behind it.
        let mut row = 0;
        words.iter().zip(words.iter().skip(distance)).any(|both| {
            row = if is_again(both) { row + 1 } else { 0 };
            row >= distance
        })
    };
    (1..=GROUP).any(is_pair)
}
