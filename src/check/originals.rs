//! Wordings of a speaker that an article carries in a target language: which there are, and what of a target they cover.

use std::ops::Range;

use crate::{
    glossary::Folding,
    model::{Locale, Original, Unit},
};

/// The original wordings of a unit that are in the target's language.
pub(super) fn originals<'a>(target: &'a Locale, unit: &'a Unit) -> impl Iterator<Item = &'a Original> {
    unit.originals.iter().filter(move |original| original.locale == *target)
}

/// The words of a text, folded, each between spaces, so that one text can be looked for in another.
pub(super) fn words(folding: &Folding, text: &str) -> String {
    let folded = folding.fold(text).text;
    let mut out = String::with_capacity(folded.len() + 2);
    out.push(' ');
    for word in folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
        out.push_str(word);
        out.push(' ');
    }
    out
}

/// The bytes of a target that are a speaker's own words: an original wording that stands in it, or the whole target
/// where it is a part of one.
pub(super) fn spans(folding: &Folding, locale: &Locale, unit: &Unit, target: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    for original in originals(locale, unit) {
        let wording = original.wording.trim_matches(|c: char| !c.is_alphanumeric());
        if wording.is_empty() {
            continue;
        }
        if let Some(at) = target.find(wording) {
            spans.push(at..at + wording.len());
        } else {
            let own = words(folding, target);
            // A word or two are in many texts; a sentence of the quotation is not.
            if own.len() > 20 && words(folding, &original.wording).contains(&own) {
                spans.push(0..target.len());
            }
        }
    }
    spans
}
