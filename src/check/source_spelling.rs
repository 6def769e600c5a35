//! Spelling of the article itself, where the project names a dictionary of its language.

use std::collections::HashMap;

use crate::model::{Finding, Side, cut, distance};

use super::{
    Bitext, Context,
    bitext::{code_spans, is_within},
    misspelling::{LONGEST, RULE, SUGGESTED, SpellingProblem, plain},
    speller::Speller,
    words::{Capitals, Word, WordScript},
};

/// Letters of the shortest word that is looked up, and of the shortest name.
const SHORTEST: usize = 3;
const NAME: usize = 5;

/// The most words of a text with suggestions: these take time.
const FEW: usize = 5;

/// Reports the words of an article that the dictionary does not have. A name is reported only where it is one letter away
/// from a name of the article that the dictionary has: Westen, where Western is another.
pub(super) fn report_source(context: &Context<'_>, bitexts: &[&Bitext<'_>], out: &mut Vec<Finding>) {
    let Some(speller) = context.source_speller.as_deref() else { return };
    let mut names: HashMap<String, usize> = HashMap::new();
    for bitext in bitexts {
        let words = bitext.words(Side::Source).iter();
        for word in words.filter(|word| word.capitals == Capitals::First && is_looked_up(word)) {
            *names.entry(plain(cut(&bitext.source.prose, &word.span))).or_default() += 1;
        }
    }
    let known: Vec<(String, Vec<char>)> =
        names.keys().filter(|name| has(speller, name)).map(|name| (name.clone(), name.chars().collect())).collect();
    for bitext in bitexts {
        let (prose, code) = (&bitext.source.prose, code_spans(bitext.source));
        let mut suggested = 0;
        for (index, word) in bitext.words(Side::Source).iter().enumerate() {
            let next = bitext.words(Side::Source).get(index + 1);
            let is_part = word.is_joined || next.is_some_and(|next| next.is_joined);
            let is_term =
                bitext.source_hits.iter().any(|hit| hit.span.start < word.span.end && word.span.start < hit.span.end);
            if !is_looked_up(word) || is_part || is_term || is_within(&code, &word.span) {
                continue;
            }
            let text = plain(cut(prose, &word.span));
            let is_abbreviation = cut(prose, &(word.span.end..prose.len())).starts_with('.')
                && (text.chars().count() <= SHORTEST || context.source.abbreviations.contains(&text));
            if is_abbreviation || has(speller, &text) {
                continue;
            }
            let near = match word.capitals {
                Capitals::None if text.chars().count() >= SHORTEST => None,
                Capitals::First if !word.begins && names.get(&text) == Some(&1) => match nearest(&known, &text) {
                    Some(near) => Some(near),
                    None => continue,
                },
                _ => continue,
            };
            let place = bitext.place(context, Side::Source, word.span.clone());
            let mut finding = Finding::new(SpellingProblem { word: text.clone() }, RULE.severity, place);
            finding.alternatives = match near {
                Some(near) => vec![near],
                None if suggested < FEW => speller.suggestions(&text),
                None => Vec::new(),
            };
            suggested += 1;
            finding.alternatives.truncate(SUGGESTED);
            out.push(finding);
        }
    }
}

/// Whether a word is one of the language's.
fn is_looked_up(word: &Word<'_>) -> bool {
    matches!(word.script, WordScript::Home | WordScript::Foreign)
        && !word.has_digit
        && !word.in_address
        && word.span.len() <= LONGEST
}

/// Whether the dictionary has a word, as it is or without the ending of a possessive.
fn has(speller: &dyn Speller, word: &str) -> bool {
    let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix('\''));
    speller.has(word) || owner.is_some_and(|owner| speller.has(owner))
}

/// The known name that is one letter away.
fn nearest(known: &[(String, Vec<char>)], name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    let is_near = |other: &[char]| other.len() >= NAME && distance(&letters, other, 1) == Some(1);
    let near = known.iter().filter(|(_, other)| letters.len() >= NAME && is_near(other)).map(|(name, _)| name);
    near.min().cloned()
}
