//! The index of a locale's terms: every folded form, and every word of one, with the terms that have it.
//!
//! Building it declines every term, which is nearly all of the work that a large glossary causes. It holds neither texts
//! nor forms, only numbers; the forms of the few terms that a text mentions are made again.

use std::{
    collections::{BTreeMap, HashMap},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use crate::model::{Concept, Form, Locale, Severity, Term, Usage};

use super::{
    automaton::Automaton,
    folding::{Folding, Traits},
    locale_terms::LocaleTerms,
    words::{MIN_LENGTH, words},
};

/// The number of concepts that are declined in one go.
const BATCH: usize = 256;

/// The forms of a locale's terms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TermIndex {
    /// The folded forms and their words.
    pub(super) automaton: Automaton,
    /// For each string of the automaton, where its forms begin among all of them; then their number.
    pub(super) form_starts: Vec<u32>,
    /// The forms, in the order of the glossary for each string.
    pub(super) forms: Vec<IndexedForm>,
    /// For each string of the automaton, where the concepts begin that have it as a word; then their number.
    pub(super) owner_starts: Vec<u32>,
    /// Concepts, of which an accepted term has a word, if it has enough letters.
    pub(super) owners: Vec<u32>,
    /// What folding removed from the letters of forms; forms refer to a list by its index, since few lists differ.
    pub(super) traits: Vec<Vec<Traits>>,
    /// Terms of which the written class is unusable, in the order of the glossary.
    pub(super) faults: Vec<TermPlace>,
    /// Forbidden forms that are also accepted ones, in the order of the glossary.
    pub(super) clashes: Vec<Clash>,
}

/// A form in the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct IndexedForm {
    /// The number of its term among all terms of the locale.
    pub(super) term: u32,
    /// The index of its traits.
    pub(super) traits: u32,
    /// Its index among the forms of the term, and its marks.
    pub(super) form: u32,
}

/// The mark of a form that is known to be the term's.
pub(super) const CERTAIN: u32 = 1 << 31;
/// The mark of a form without a case: one that the glossary gives as it is.
const WRITTEN: u32 = 1 << 30;
/// The bits of an index without marks.
const FORM: u32 = (1 << 24) - 1;

/// A term of the glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TermPlace {
    /// The index of the concept.
    pub(super) concept: u32,
    /// The index of the term among those of the concept in the locale.
    pub(super) term: u32,
}

/// A form of a forbidden term that is also one of an accepted term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Clash {
    /// The forbidden term.
    pub(super) forbidden: TermPlace,
    /// The index of the form among all forms of the forbidden term.
    pub(super) form: u32,
    /// The first accepted term with the form.
    pub(super) accepted: TermPlace,
    /// Whether the form is written in the glossary rather than made by the rules.
    pub(super) is_written: bool,
}

impl Clash {
    /// How serious it is: what somebody wrote contradicts itself, what the rules make merely coincides.
    pub(super) const fn severity(self) -> Severity {
        if self.is_written { Severity::Minor } else { Severity::Neutral }
    }
}

/// A term with its forms.
#[derive(Debug, Clone)]
pub(super) struct TermForms {
    /// All of them.
    pub(super) forms: Vec<Form>,
    /// Whether its written class is unusable.
    pub(super) is_faulty: bool,
}

/// What a string is to a concept.
#[derive(Debug, Clone, Copy)]
enum Use {
    /// A form, of the term with this index in the concept.
    Form(IndexedForm),
    /// A word of any term.
    Word,
    /// A word of an accepted term, long enough to be recognised when misspelt.
    Owned,
}

/// A string and what it is to one concept. There are millions of them, so the places are small numbers.
struct StringUses {
    /// Its place among the bytes of the batch.
    start: u32,
    length: u32,
    concept: u32,
    /// Where its uses begin and end among those of the batch.
    uses: (u32, u32),
}

/// A string of a batch, to be sorted with those of all batches.
#[derive(Clone, Copy, PartialEq, Eq)]
struct SortedString {
    /// Its first bytes, which decide most comparisons.
    head: u64,
    batch: u32,
    /// Its number in the batch.
    number: u32,
}

/// The strings of some concepts.
#[derive(Default)]
struct Batch {
    bytes: Vec<u8>,
    groups: Vec<StringUses>,
    uses: Vec<Use>,
    traits: Vec<Vec<Traits>>,
    faults: Vec<TermPlace>,
}

impl IndexedForm {
    /// Its index among the forms of the term.
    pub(super) const fn index(self) -> usize {
        (self.form & FORM) as usize
    }

    /// Whether it has a mark.
    pub(super) const fn has(self, mark: u32) -> bool {
        self.form & mark != 0
    }
}

impl TermIndex {
    /// Builds the index of the terms in effect in a locale. `decline` gives the forms of each term of a concept, by its
    /// index. Of a concept with terms in this very locale, a forbidden form that is also an accepted one is a clash.
    ///
    /// `None` if there are more forms than an index can hold, which is tens of millions.
    pub(super) fn build(
        concepts: &[Concept],
        locale: &Locale,
        terms: &LocaleTerms<'_>,
        folding: &Folding,
        decline: impl Fn(usize) -> Vec<TermForms> + Sync,
    ) -> Option<Self> {
        let gather = |part: &&LocaleTerms<'_>| {
            let mut gatherer = Gatherer::new(folding);
            for (concept, terms) in part.iter().filter(|(_, terms)| !terms.is_empty()) {
                gatherer.add(u32::try_from(*concept).ok()?, terms, &decline(*concept));
            }
            // Thousands of batches wait for the last one.
            let Batch { mut bytes, mut groups, mut uses, traits, faults } = gatherer.batch;
            bytes.shrink_to_fit();
            groups.shrink_to_fit();
            uses.shrink_to_fit();
            Some(Batch { bytes, groups, uses, traits, faults })
        };
        let batches =
            in_parallel(&terms.chunks(BATCH).collect::<Vec<_>>(), gather).into_iter().collect::<Option<_>>()?;
        let is_own = |concept: u32| {
            concepts
                .get(concept as usize)
                .is_some_and(|known| known.terms.get(locale).is_some_and(|own| !own.is_empty()))
        };
        Self::join(batches, terms, is_own)
    }

    fn join(mut batches: Vec<Batch>, terms: &LocaleTerms<'_>, is_own: impl Fn(u32) -> bool) -> Option<Self> {
        let mut index = Self::default();
        let first_terms = first_terms(terms)?;
        // Traits have the same numbers in all batches.
        let mut kinds: HashMap<Vec<Traits>, u32> = HashMap::new();
        let mut known_kinds: Vec<Vec<u32>> = Vec::new();
        for batch in &mut batches {
            index.faults.append(&mut batch.faults);
            let mut known = Vec::with_capacity(batch.traits.len());
            for traits in std::mem::take(&mut batch.traits) {
                let next = u32::try_from(kinds.len()).ok()?;
                known.push(*kinds.entry(traits).or_insert(next));
            }
            known_kinds.push(known);
        }
        let group_of = |string: &SortedString| {
            let batch: &Batch = batches.get(string.batch as usize)?;
            Some((batch, batch.groups.get(string.number as usize)?))
        };
        let text_of = |string: &SortedString| group_of(string).map_or(&[][..], |(batch, group)| batch.text(group));
        let concept_of = |string: &SortedString| group_of(string).map(|(_, group)| group.concept);
        let mut strings: Vec<SortedString> = Vec::with_capacity(batches.iter().map(|batch| batch.groups.len()).sum());
        for (number, batch) in (0..).zip(&batches) {
            let heads = (0..).zip(&batch.groups).map(|(at, group)| (at, head(batch.text(group))));
            strings.extend(heads.map(|(at, head)| SortedString { head, batch: number, number: at }));
        }
        sort_in_parallel(&mut strings, |one, other| {
            (one.head.cmp(&other.head))
                .then_with(|| text_of(one).cmp(text_of(other)))
                .then_with(|| concept_of(one).cmp(&concept_of(other)))
        });
        let is_same =
            |one: &SortedString, other: &SortedString| one.head == other.head && text_of(one) == text_of(other);
        index.forms.reserve_exact(batches.iter().map(|batch| batch.uses.len()).sum());
        let mut clashes = Vec::new();
        for same in strings.chunk_by(is_same) {
            index.form_starts.push(u32::try_from(index.forms.len()).ok()?);
            index.owner_starts.push(u32::try_from(index.owners.len()).ok()?);
            let begin = index.forms.len();
            let mut has_forbidden = false;
            for string in same {
                let (batch, group) = group_of(string)?;
                let known = known_kinds.get(string.batch as usize)?;
                let first = *first_terms.get(group.concept as usize)?;
                let (_, list) = terms.get(group.concept as usize)?;
                for usage in batch.uses.get(group.uses.0 as usize..group.uses.1 as usize)? {
                    match *usage {
                        Use::Form(form) => {
                            let traits = *known.get(form.traits as usize)?;
                            index.forms.push(IndexedForm { term: first + form.term, traits, ..form });
                            has_forbidden |= list.get(form.term as usize)?.usage == Usage::Forbidden;
                        }
                        Use::Owned => index.owners.push(group.concept),
                        Use::Word => {}
                    }
                }
            }
            if has_forbidden {
                index.drop_forbidden(begin, &first_terms, terms, &is_own, &mut clashes);
            }
        }
        index.form_starts.push(u32::try_from(index.forms.len()).ok()?);
        index.owner_starts.push(u32::try_from(index.owners.len()).ok()?);
        let unique = strings.chunk_by(is_same);
        index.automaton = Automaton::of_sorted(unique.filter_map(|same| same.first().map(text_of)))?;
        let mut traits: Vec<(Vec<Traits>, u32)> = kinds.into_iter().collect();
        traits.sort_unstable_by_key(|(_, number)| *number);
        index.traits = traits.into_iter().map(|(traits, _)| traits).collect();
        clashes.sort_unstable();
        index.clashes = clashes;
        index.renumber_forms(&first_terms);
        index.forms.shrink_to_fit();
        index.owners.shrink_to_fit();
        Some(index)
    }

    /// Drops the forbidden forms of a string, whose forms begin at `begin`, that are also accepted ones.
    fn drop_forbidden(
        &mut self,
        begin: usize,
        first_terms: &[u32],
        terms: &LocaleTerms<'_>,
        is_own: &impl Fn(u32) -> bool,
        clashes: &mut Vec<Clash>,
    ) {
        let place = |form: &IndexedForm| place_of(first_terms, form.term);
        let usage = |place: TermPlace| {
            let (_, list) = terms.get(place.concept as usize)?;
            Some(list.get(place.term as usize)?.usage)
        };
        let same = self.forms.split_off(begin);
        let is_accepted = |form: &&IndexedForm| usage(place(form)) >= Some(Usage::Admitted);
        let accepted: Vec<IndexedForm> = same.iter().filter(is_accepted).copied().collect();
        for form in same {
            let forbidden = place(&form);
            let mut alike = accepted.iter().filter(|other| other.traits == form.traits).peekable();
            if usage(forbidden) != Some(Usage::Forbidden) || alike.peek().is_none() {
                self.forms.push(form);
            } else if is_own(forbidden.concept)
                && let Some(accepted) = alike.map(place).find(|place| is_own(place.concept))
            {
                let is_written = form.has(WRITTEN);
                clashes.push(Clash { forbidden, form: form.form & FORM, accepted, is_written });
            }
        }
    }

    /// Numbers the forms of terms with clashes as they are without those.
    fn renumber_forms(&mut self, first_terms: &[u32]) {
        if self.clashes.is_empty() {
            return;
        }
        let mut dropped: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for clash in &self.clashes {
            if let Some(first) = first_terms.get(clash.forbidden.concept as usize) {
                dropped.entry(first + clash.forbidden.term).or_default().push(clash.form);
            }
        }
        for form in &mut self.forms {
            if let Some(dropped) = dropped.get(&form.term) {
                let before = dropped.iter().filter(|other| **other < form.form & FORM).count();
                form.form -= u32::try_from(before).unwrap_or(0);
            }
        }
    }

    /// The forms that fold to a string of the automaton.
    pub(super) fn forms(&self, rank: u32) -> &[IndexedForm] {
        part(&self.form_starts, &self.forms, rank)
    }

    /// The concepts that have a string of the automaton as a word.
    pub(super) fn owners(&self, rank: u32) -> &[u32] {
        part(&self.owner_starts, &self.owners, rank)
    }

    /// The indexes of the forms of a term that are also accepted ones, among all its forms.
    pub(super) fn clashing_forms(&self, place: TermPlace) -> impl Iterator<Item = u32> + '_ {
        let begin = self.clashes.partition_point(|clash| clash.forbidden < place);
        let rest = self.clashes.get(begin..).unwrap_or_default().iter();
        rest.take_while(move |clash| clash.forbidden == place).map(|clash| clash.form)
    }
}

/// Applies a function to each part, on as many threads as there may be, and returns the results in their order.
///
/// Not by rayon: a thread that waits there takes up other work, which may wait for the index that is being built.
fn in_parallel<P: Sync, R: Send>(parts: &[P], work: impl Fn(&P) -> R + Sync) -> Vec<R> {
    let threads = rayon::current_num_threads().min(parts.len());
    if threads < 2 {
        return parts.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let run = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(part) = parts.get(at) else { return done };
            done.push((at, work(part)));
        }
    };
    let mut results: Vec<(usize, R)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let mut all = run();
        for other in others {
            // A panic of a thread goes on in this one.
            all.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        all
    });
    results.sort_unstable_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Sorts a list without equal elements, on as many threads as there may be.
fn sort_in_parallel<T: Send>(list: &mut [T], compare: impl Fn(&T, &T) -> std::cmp::Ordering + Sync) {
    let run = list.len().div_ceil(rayon::current_num_threads()).max(4096);
    if list.len() <= run {
        return list.sort_unstable_by(compare);
    }
    thread::scope(|scope| {
        for part in list.chunks_mut(run) {
            scope.spawn(|| part.sort_unstable_by(&compare));
        }
    });
    // The stable sort finds the sorted runs, and only merges them.
    list.sort_by(compare);
}

/// The part of a list that belongs to a number.
fn part<'a, T>(starts: &[u32], list: &'a [T], number: u32) -> &'a [T] {
    let number = number as usize;
    let (Some(begin), Some(end)) = (starts.get(number), starts.get(number + 1)) else { return &[] };
    list.get(*begin as usize..*end as usize).unwrap_or_default()
}

/// For each concept, the number of its first term among all terms of the locale.
pub(super) fn first_terms(terms: &LocaleTerms<'_>) -> Option<Vec<u32>> {
    let mut next = 0_u32;
    let numbers = terms.iter().map(|(_, list)| {
        let first = next;
        next = next.checked_add(u32::try_from(list.len()).ok()?)?;
        Some(first)
    });
    numbers.collect()
}

/// The place of the term with this number.
pub(super) fn place_of(first_terms: &[u32], term: u32) -> TermPlace {
    // Concepts without terms begin where the next one does; the last one with this beginning has the term.
    let concept = first_terms.partition_point(|first| *first <= term).saturating_sub(1);
    let first = first_terms.get(concept).copied().unwrap_or_default();
    TermPlace { concept: u32::try_from(concept).unwrap_or(u32::MAX), term: term - first }
}

/// The first bytes of a string, as a number in the same order.
fn head(text: &[u8]) -> u64 {
    text.iter().chain([0; 8].iter()).take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

impl Batch {
    fn text(&self, group: &StringUses) -> &[u8] {
        let start = group.start as usize;
        self.bytes.get(start..start + group.length as usize).unwrap_or_default()
    }
}

/// Gathers the strings of concepts.
struct Gatherer<'a> {
    folding: &'a Folding,
    batch: Batch,
    kinds: HashMap<Vec<Traits>, u32>,
    /// The strings of one concept: where each is among the bytes, with its use.
    strings: Vec<(usize, usize, Use)>,
}

impl<'a> Gatherer<'a> {
    fn new(folding: &'a Folding) -> Self {
        Self { folding, batch: Batch::default(), kinds: HashMap::new(), strings: Vec::new() }
    }

    /// Adds a concept with its terms and their forms.
    fn add(&mut self, concept: u32, terms: &[Term], forms: &[TermForms]) {
        self.strings.clear();
        for (number, (term, declined)) in (0_u32..).zip(terms.iter().zip(forms)) {
            if declined.is_faulty {
                self.batch.faults.push(TermPlace { concept, term: number });
            }
            for (index, form) in (0..FORM).zip(&declined.forms) {
                let certain = if form.certain || form.text == term.text { CERTAIN } else { 0 };
                let written = if form.case.is_none() { WRITTEN } else { 0 };
                let indexed = IndexedForm { term: number, traits: 0, form: index | certain | written };
                self.add_form(indexed, &form.text, term.usage >= Usage::Admitted);
            }
        }
        self.close(concept);
    }

    /// Adds a form and its words.
    fn add_form(&mut self, form: IndexedForm, text: &str, is_accepted: bool) {
        let folded = self.folding.fold(text).text;
        let begin = self.batch.bytes.len();
        self.batch.bytes.extend_from_slice(folded.as_bytes());
        for word in words(&folded) {
            let usage = if is_accepted && word.length >= MIN_LENGTH { Use::Owned } else { Use::Word };
            self.strings.push((begin + word.span.start, word.span.len(), usage));
        }
        let trimmed = folded.trim();
        if trimmed.is_empty() {
            return;
        }
        let traits: Vec<Traits> = self.folding.traits(text.trim()).collect();
        let traits = if let Some(known) = self.kinds.get(&traits) {
            *known
        } else {
            let next = u32::try_from(self.batch.traits.len()).unwrap_or(u32::MAX);
            self.batch.traits.push(traits.clone());
            self.kinds.insert(traits, next);
            next
        };
        let offset = folded.len() - folded.trim_start().len();
        self.strings.push((begin + offset, trimmed.len(), Use::Form(IndexedForm { traits, ..form })));
    }

    /// Groups the strings of a concept.
    fn close(&mut self, concept: u32) {
        let Self { batch: Batch { bytes, groups, uses, .. }, strings, .. } = self;
        let text = |(start, length, _): &(usize, usize, Use)| bytes.get(*start..start + length).unwrap_or_default();
        // A stable sort: of one string, the order of forms remains.
        strings.sort_by(|one, other| text(one).cmp(text(other)));
        for same in strings.chunk_by(|one, other| text(one) == text(other)) {
            let Some(first) = same.first() else { continue };
            let begin = uses.len();
            let forms = same.iter().map(|(_, _, usage)| *usage).filter(|usage| matches!(usage, Use::Form(_)));
            uses.extend(forms);
            if same.iter().any(|(_, _, usage)| matches!(usage, Use::Owned)) {
                uses.push(Use::Owned);
            }
            // The concepts of one batch cannot have gigabytes of forms.
            let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let (start, length, uses) = (place(first.0), place(first.1), (place(begin), place(uses.len())));
            groups.push(StringUses { start, length, concept, uses });
        }
    }
}
