//! What the editions of a sentence have in common whatever their languages: numbers, dates, links, quotations, sentences,
//! and the persons and places of the glossary.

use std::{
    collections::{BTreeMap, HashSet},
    ops::Range,
};

use crate::{
    glossary::{Folding, Sight},
    model::{Code, CodeKind, CodeName, Kind, Text, cut},
};

use super::{
    Language,
    addresses::addresses,
    language::{NumberValue, Numerals},
    quantity::{NumberKey, NumberKind, Quantity},
    quotation::{OpenQuotations, quotations},
    reading::quantities,
    sentences::sentences,
};

/// The greatest number that a word may stand for or hide.
const SMALL: u8 = 2;

/// A number or date in digits, or a month or weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MirroredNumber {
    pub key: NumberKey,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// What one text of a sentence has.
#[derive(Debug, Clone, Default)]
pub(super) struct MirrorFacts {
    /// The numbers in digits, the months and weekdays, in order.
    pub numbers: Vec<MirroredNumber>,
    /// Every reading of every number, words included.
    pub readings: HashSet<NumberKey>,
    /// The glossary's persons, places and institutions, with the first place of each.
    pub names: BTreeMap<usize, Range<usize>>,
    /// All of the glossary's concepts.
    pub concepts: HashSet<usize>,
    /// Where the glossary's wordings stand.
    pub terms: Vec<Range<usize>>,
    /// The addresses among the words.
    pub addresses: Vec<Range<usize>>,
    /// The links of markup, and the addresses.
    pub links: usize,
    /// The quotations that are in no other, if their marks are balanced.
    pub quotations: Option<usize>,
    pub sentences: usize,
}

/// Reads a text once; the work is linear in it. `is_source` tells which readings a number may have.
pub(super) fn mirror_facts(
    text: &Text,
    (sight, folding): (&Sight, &Folding),
    language: &Language,
    numerals: &Numerals,
    kind_of: impl Fn(usize) -> Option<Kind>,
    is_source: bool,
) -> MirrorFacts {
    let prose = &text.prose;
    let folded = sight.folded(folding, prose);
    let found = quantities(prose, folded, numerals);
    let mut facts = MirrorFacts { sentences: sentences(prose).len(), ..MirrorFacts::default() };
    for quantity in &found {
        let further = if is_source { &quantity.source_keys } else { &quantity.target_keys };
        let split = quantity.split.iter().map(|value| NumberKey::Plain(*value));
        let english = quantity.english.map(NumberKey::Plain);
        facts.readings.extend(further.iter().copied().chain(split).chain(english).chain([quantity.key]));
        if is_told(quantity) {
            let span = folded.span(prose, &quantity.span);
            facts.numbers.push(MirroredNumber { key: quantity.key, span });
        }
    }
    for hit in &sight.all {
        facts.concepts.insert(hit.concept);
        facts.terms.push(hit.span.clone());
        if matches!(kind_of(hit.concept), Some(Kind::Person | Kind::Place | Kind::Org)) {
            facts.names.entry(hit.concept).or_insert_with(|| hit.span.clone());
        }
    }
    facts.addresses = addresses(prose);
    let is_link = |code: &Code| code.name == CodeName::Link && code.kind != CodeKind::Close;
    facts.links = facts.addresses.len() + text.codes.iter().filter(|(_, code)| is_link(code)).count();
    let marked = quotations(prose, &[], language, &mut OpenQuotations::new());
    facts.quotations = marked.is_balanced().then(|| marked.quotations.iter().filter(|one| one.level == 0).count());
    facts
}

/// Whether a number is the same in every language: one in digits that is not small, a month, a weekday.
fn is_told(quantity: &Quantity) -> bool {
    if quantity.is_optional || quantity.name.is_some() {
        return false;
    }
    match quantity.kind {
        NumberKind::Digits => quantity.value().and_then(NumberValue::small).is_none_or(|small| small > SMALL),
        NumberKind::Month | NumberKind::Weekday => true,
        NumberKind::Word | NumberKind::Idle | NumberKind::Roman => false,
    }
}

/// An address as the editions are compared by it.
pub(super) fn mirrored_address<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    cut(text, span).trim_end_matches('/')
}
