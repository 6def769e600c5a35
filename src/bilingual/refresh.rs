//! Carries earlier targets over to an article that has changed since.

use std::collections::{BTreeMap, HashMap};

use super::{
    Bilingual, BilingualUnit, Digest,
    align::successors,
    digest::{digest, stand_in},
    kept::Kept,
    same,
};
use crate::model::{Article, Locale, Obsolete, Origin, SegmentId, State, Target, Text, Translation};

/// The article's segments in reading order, and where each stands.
pub(super) struct Sentences {
    /// Once for each id.
    pub(super) list: Vec<ArticleSentence>,
    /// Places by id.
    pub(super) places: HashMap<SegmentId, usize>,
}

/// A segment of the article.
pub(super) struct ArticleSentence {
    pub(super) id: SegmentId,
    pub(super) text: Text,
    /// Whether it is translated by people and engines at all.
    pub(super) asked: bool,
}

impl Sentences {
    pub(super) fn of(article: &Article) -> Self {
        let mut list = Vec::new();
        let mut places = HashMap::new();
        for (unit, segment) in article.segments() {
            places.entry(segment.id).or_insert_with(|| {
                let text = unit.text_of(segment);
                list.push(ArticleSentence { id: segment.id, text, asked: unit.role.is_translated() });
                list.len() - 1
            });
        }
        Self { list, places }
    }

    /// The segment of an id.
    pub(super) fn get(&self, id: SegmentId) -> Option<&ArticleSentence> {
        self.places.get(&id).and_then(|place| self.list.get(*place))
    }
}

/// The translation of an article from its earlier bilingual file.
///
/// A segment that the article still has keeps its target as it is. A target whose sentence is gone goes to the successor
/// (the sentence that stands in its place and shares words with it) and is stale there; a successor with the very same
/// words takes it as it is. Without successor it becomes obsolete, unless it is a machine's draft. A sentence that
/// returns gets its target back.
#[must_use]
pub fn refresh(article: &Article, locale: &Locale, old: &Bilingual) -> Translation {
    let sentences = Sentences::of(article);
    let mut stay: Vec<(SegmentId, &Target)> = Vec::with_capacity(old.units.len());
    let mut left: Vec<(usize, &BilingualUnit, &Target)> = Vec::new();
    let mut taken = vec![false; sentences.list.len()];
    for (index, unit) in old.units.iter().enumerate() {
        let Some(target) = &unit.target else { continue };
        let known = unit.id.and_then(|id| Some((id, taken.get_mut(*sentences.places.get(&id)?)?)));
        match known.filter(|(_, taken)| !**taken) {
            Some((id, taken)) => {
                *taken = true;
                stay.push((id, target));
            }
            None => left.push((index, unit, target)),
        }
    }
    // Ids are in no order in a file: a tree that takes them as they come moves large targets about all the time.
    stay.sort_unstable_by_key(|(id, _)| *id);
    let mut targets: BTreeMap<SegmentId, Target> = stay.into_iter().map(|(id, target)| (id, target.clone())).collect();
    let places = if left.is_empty() { HashMap::new() } else { places(&sentences, old, |id| targets.contains_key(&id)) };
    let mut gone = Vec::new();
    for (index, unit, target) in left {
        let place = places.get(&index).and_then(|place| sentences.list.get(*place));
        match place.filter(|sentence| !targets.contains_key(&sentence.id)) {
            Some(sentence) => {
                let same_words = same(&sentence.text, &unit.source);
                let target = if same_words { target.clone() } else { outdated(target, &unit.source) };
                targets.insert(sentence.id, target);
            }
            None => gone.extend(unit.to_obsolete()),
        }
    }
    let mut obsolete = Kept::default();
    for entry in old.obsolete().into_iter().chain(gone) {
        give_back(&sentences, entry, &mut targets, &mut obsolete);
    }
    for (id, target) in &mut targets {
        if let Some(sentence) = sentences.get(*id) {
            settle(target, &sentence.text);
        }
    }
    Translation { locale: locale.clone(), targets, obsolete: obsolete.into_list() }
}

/// Where each unit goes whose segment the article no longer has: by its place in the file. Segments for which `taken`
/// holds are left out.
pub(super) fn places(
    sentences: &Sentences,
    file: &Bilingual,
    taken: impl Fn(SegmentId) -> bool,
) -> HashMap<usize, usize> {
    let survivor = |unit: &BilingualUnit| unit.id.and_then(|id| sentences.places.get(&id).copied());
    let mut open: Vec<bool> = sentences.list.iter().map(|sentence| sentence.asked && !taken(sentence.id)).collect();
    for place in file.units.iter().filter_map(survivor) {
        close(&mut open, place);
    }
    // The very same words under another name (the block's role has changed) come before any likeness.
    let is_open = |open: &[bool], place: usize| open.get(place) == Some(&true);
    let by_words: HashMap<Digest, usize> = sentences
        .list
        .iter()
        .enumerate()
        .rev()
        .filter(|(place, _)| is_open(&open, *place))
        .map(|(place, sentence)| (digest(&sentence.text), place))
        .collect();
    let mut found = HashMap::new();
    // Units with a target, and those that survived: they are the anchors. A unit without a target has nothing to hand
    // on, and must not take a place from one that has.
    let mut old: Vec<(&str, Option<usize>)> = Vec::new();
    let mut indices = Vec::new();
    for (index, unit) in file.units.iter().enumerate() {
        let mut place = survivor(unit);
        if place.is_none() && unit.target.is_some() {
            place = by_words.get(&digest(&unit.source)).copied().filter(|place| is_open(&open, *place));
            if let Some(place) = place {
                close(&mut open, place);
                found.insert(index, place);
            }
        }
        if place.is_some() || unit.target.is_some() {
            old.push((&unit.source.prose, place));
            indices.push(index);
        }
    }
    let new: Vec<Option<&str>> =
        sentences.list.iter().zip(&open).map(|(sentence, open)| open.then_some(sentence.text.prose.as_str())).collect();
    let aligned = indices.into_iter().zip(successors(&old, &new));
    found.extend(aligned.filter_map(|(index, place)| Some((index, place?))));
    found
}

fn close(open: &mut [bool], place: usize) {
    if let Some(open) = open.get_mut(place) {
        *open = false;
    }
}

/// A target whose sentence has changed.
pub(super) fn outdated(target: &Target, source: &Text) -> Target {
    let stale = target.stale.clone().unwrap_or_else(|| source.clone());
    Target { state: State::Initial, stale: Some(stale), ..target.clone() }
}

/// A stale target that stands beside the very sentence it translates is not stale.
fn settle(target: &mut Target, source: &Text) {
    if target.stale.as_ref().is_some_and(|old| same(old, source)) {
        target.stale = None;
        if matches!(target.origin, Origin::Human { .. }) {
            target.state = target.state.max(State::Translated);
        }
    }
}

/// Gives an obsolete target back to its sentence when the article has that again.
fn give_back(sentences: &Sentences, entry: Obsolete, targets: &mut BTreeMap<SegmentId, Target>, obsolete: &mut Kept) {
    if sentences.places.contains_key(&entry.id) {
        match targets.get(&entry.id) {
            None => {
                targets.insert(entry.id, entry.target);
                return;
            }
            Some(now) if same(&now.text, &entry.target.text) => return,
            Some(now) if now.stale.is_some() => {
                // What was carried over from another sentence gives way to the sentence's own.
                let source = now.stale.clone().unwrap_or_default();
                if let Some(now) = targets.insert(entry.id, entry.target) {
                    obsolete.keep(Obsolete { id: stand_in(&source), role: entry.role, source, target: now });
                }
                return;
            }
            Some(_) => {}
        }
    }
    obsolete.keep(entry);
}
