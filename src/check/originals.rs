//! A speaker's original wordings in a target language, and the parts of a target that they cover.

use std::ops::Range;

use crate::{
    glossary::Folding,
    model::{Locale, Original, Unit},
};

/// The original wordings of a unit that are in the target's language.
pub(super) fn originals<'a>(target: &'a Locale, unit: &'a Unit) -> impl Iterator<Item = &'a Original> {
    unit.originals.iter().filter(move |original| original.locale == *target)
}

/// The folded words of a text, each between spaces, so that one text can be searched for in another.
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

/// Byte ranges of a target that are a speaker's own words: an original wording that it contains, or the whole target
/// where it is part of one.
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
            let target_words = words(folding, target);
            // A word or two occur in many texts; a whole sentence of the quotation does not.
            if target_words.len() > 20 && words(folding, &original.wording).contains(&target_words) {
                spans.push(0..target.len());
            }
        }
    }
    spans
}
