//! `untranslated`: the target repeats the source, though it has words to translate.

use crate::model::{Finding, Problem, Problems, Severity, Side, Usage};

use super::{Bitext, Check, Context, Rule};

pub(super) struct Untranslated;

const RULE: Rule = Rule { id: "untranslated", severity: Severity::Major };

/// The target repeats the source.
struct UntranslatedProblem;

impl Problem for UntranslatedProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn all() -> Vec<Self> {
        vec![Self]
    }
}

impl Check for Untranslated {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<UntranslatedProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if !bitext.from_source && same_letters(&bitext.source.prose, &bitext.target.prose) && has_words(bitext) {
            let whole = 0..bitext.target.prose.len();
            out.push(Finding::new(UntranslatedProblem, RULE.severity, bitext.place(context, Side::Target, whole)));
        }
    }
}

/// Whether two texts have the same letters and digits, ignoring case, spaces and punctuation.
fn same_letters(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> Vec<char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    // Most pairs differ in their first letter.
    let first = |text: &str| text.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_lowercase().next());
    first(one) == first(other) && plain(one) == plain(other)
}

/// Whether the target has a translatable word: in lower case, and not part of an address, an accepted term or a code
/// span. Capitalized words are taken for names and abbreviations.
fn has_words(bitext: &Bitext<'_>) -> bool {
    let prose = &bitext.target.prose;
    let is_skipped = |at: usize| {
        let before = bitext.target_hits.partition_point(|hit| hit.span.start <= at);
        let hit = before.checked_sub(1).and_then(|last| bitext.target_hits.get(last));
        bitext.is_exempt(&(at..at + 1)) || hit.is_some_and(|hit| hit.usage >= Usage::Admitted && at < hit.span.end)
    };
    let mut from = 0;
    prose.split(char::is_whitespace).any(|token| {
        let at = from;
        from +=
            token.len() + prose.get(at + token.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        let is_lower = word.chars().next().is_some_and(char::is_lowercase) && word.chars().nth(1).is_some();
        let is_address =
            word.contains("://") || word.contains(['@', '/', '_', '=', '\\']) || word.contains(char::is_numeric);
        let is_domain =
            word.split_once('.').is_some_and(|(_, rest)| rest.chars().next().is_some_and(char::is_alphanumeric));
        is_lower
            && !is_address
            && !is_domain
            && !is_skipped(at + (token.len() - token.trim_start_matches(|c: char| !c.is_alphanumeric()).len()))
    })
}
