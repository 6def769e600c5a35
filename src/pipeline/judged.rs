//! What a finding judged: a digest that stays while sentence, translation and the glossary's entries for them stay.

use std::{collections::BTreeSet, fmt::Write as _};

use sha2::{Digest as _, Sha256};

use crate::{
    bilingual::digest,
    glossary::Termbase,
    model::{Concept, Locale, Pair, Term, Text},
};

/// How many bytes of each digest are kept.
const DIGEST: usize = 6;

/// A part of what a finding judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JudgedPart {
    /// The sentence.
    Source,
    /// Its translation.
    Target,
    /// The glossary's entries that are found in either.
    Terms,
    /// What the other editions have.
    Editions,
}

/// Returns the digest of a sentence, of its translation, and of the glossary's entries that are found in either, joined by
/// hyphens. A finding about the sentence alone has judged no translation: `target` is `None`.
///
/// Of an entry counts what can make a finding, not what explains it. The forms that rules derive do not count: a later version
/// may derive better ones.
#[must_use]
pub fn judged(termbase: &Termbase, pair: &Pair, source: &Text, target: Option<&Text>) -> String {
    let found = |locale: &Locale, text: &Text| termbase.find(locale, &text.prose).into_iter().map(|hit| hit.concept);
    let mut concepts: BTreeSet<usize> = found(&pair.source, source).collect();
    concepts.extend(target.into_iter().flat_map(|target| found(&pair.target, target)));
    let target_locale = target.map(|_| &pair.target);
    let mut entries: Vec<Vec<String>> = concepts
        .into_iter()
        .filter_map(|index| termbase.concepts.get(index))
        .map(|concept| entry(concept, std::iter::once(&pair.source).chain(target_locale)))
        .collect();
    entries.sort();
    let text = |text: &Text| {
        let markup = text.codes.iter().map(|(_, code)| code.markup.clone());
        short(std::iter::once(digest(text).to_string()).chain(markup))
    };
    let target = target.map_or_else(|| "0".repeat(2 * DIGEST), text);
    [text(source), target, short(entries.into_iter().flatten())].join("-")
}

/// Adds to such a digest what the other editions have, which the finding tells: one that compares editions judged it too.
#[must_use]
pub fn judged_beside(digest: &str, told: impl Iterator<Item = String>) -> String {
    format!("{digest}-{}", short(told))
}

/// The first part in which two such digests differ. One without the last part has not judged other editions.
#[must_use]
pub fn differing_part(one: &str, other: &str) -> Option<JudgedPart> {
    let parts = [JudgedPart::Source, JudgedPart::Target, JudgedPart::Terms, JudgedPart::Editions];
    let pairs = one.split('-').zip(other.split('-'));
    parts.into_iter().zip(pairs).find(|(_, (one, other))| one != other).map(|(part, _)| part)
}

/// Whether a text has the form of such a digest.
#[must_use]
pub fn is_judged(digest: &str) -> bool {
    let is_part =
        |part: &str| part.len() == 2 * DIGEST && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    matches!(digest.split('-').count(), 3 | 4) && digest.split('-').all(is_part)
}

/// What of an entry can make a finding in these locales.
fn entry<'a>(concept: &Concept, locales: impl Iterator<Item = &'a Locale>) -> Vec<String> {
    let known = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut parts = vec![
        concept.id.clone(),
        concept.kind.as_str().to_owned(),
        known(&concept.since),
        known(&concept.until),
        concept.speaks.as_ref().map(ToString::to_string).unwrap_or_default(),
    ];
    for locale in locales {
        parts.push(locale.to_string());
        parts.extend(concept.terms.get(locale).into_iter().flatten().flat_map(wording));
    }
    parts
}

fn wording(term: &Term) -> Vec<String> {
    let flags = [term.part_of_name, term.part_of_compound, term.quoted].map(|flag| if flag { '1' } else { '0' });
    let case = match term.case_sensitive {
        None => '-',
        Some(false) => '0',
        Some(true) => '1',
    };
    let mut parts = vec![
        term.text.clone(),
        term.usage.as_str().to_owned(),
        term.class.clone().unwrap_or_default(),
        format!("{:?}", term.mode).to_lowercase(),
        flags.into_iter().chain([case]).collect(),
    ];
    for list in [
        term.forms.iter().map(|form| &form.text).collect::<Vec<_>>(),
        term.derived.iter().map(|word| &word.text).collect(),
        term.context_not.iter().collect(),
    ] {
        parts.push(list.len().to_string());
        parts.extend(list.into_iter().cloned());
    }
    parts
}

/// The first digits of a digest of parts.
fn short(parts: impl Iterator<Item = String>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(DIGEST).fold(String::with_capacity(2 * DIGEST), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
