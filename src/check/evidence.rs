//! What speaks for a wording that nearly matches a term's: the source has the term, and the translation has none of it.

use std::ops::Range;

use crate::model::{Usage, cut};

use super::{Bitext, Context, incidental::is_incidental};

/// The concepts that the sentence speaks of and its translation has no wording of, right or refused, and no adjective or
/// inhabitant; where a word of the source can mean several, none of them may be in the translation.
pub(super) fn absent_concepts(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<usize> {
    let mut absent: Vec<usize> = Vec::new();
    for hit in &bitext.source_hits {
        let homonyms = bitext.source_sight.all.iter().filter(|other| other.span == hit.span);
        let concepts: Vec<usize> = homonyms.map(|other| other.concept).collect();
        let is_present = bitext.target_sight.all.iter().any(|other| concepts.contains(&other.concept))
            || is_incidental(context, bitext, hit)
            || concepts.iter().any(|concept| bitext.has_derived(context, *concept));
        if !is_present {
            absent.extend(concepts);
        }
    }
    absent.sort_unstable();
    absent.dedup();
    absent
}

/// Whether a hyphen joins a span of a text to the word before, and to the word after.
pub(super) fn is_joined(text: &str, span: &Range<usize>) -> (bool, bool) {
    let joins = |hyphen: Option<char>, letter: Option<char>| {
        hyphen.is_some_and(is_hyphen) && letter.is_some_and(char::is_alphanumeric)
    };
    let mut before = cut(text, &(0..span.start)).chars();
    let mut after = cut(text, &(span.end..text.len())).chars();
    (joins(before.next_back(), before.next_back()), joins(after.next(), after.next()))
}

const fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a usage is preferred or admitted.
pub(super) fn is_right(usage: Usage) -> bool {
    usage >= Usage::Admitted
}
