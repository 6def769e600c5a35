//! Carries earlier targets over to an article that has changed since.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    Bilingual, BilingualUnit, Digest,
    align::successors,
    digest::{digest, stand_in},
    kept::Kept,
    same,
};
use crate::model::{
    Article, Locale, Obsolete, Origin, Segment, SegmentId, State, Target, Text, Translation, Unit, cut,
};

/// The article's segments in reading order, and where each stands.
pub(super) struct Sentences<'a> {
    /// Once for each id.
    pub(super) list: Vec<ArticleSentence<'a>>,
    /// Each id with its place in the list, by id.
    by_id: Vec<(SegmentId, usize)>,
}

/// A segment of the article.
#[derive(Clone, Copy)]
pub(super) struct ArticleSentence<'a> {
    pub(super) id: SegmentId,
    unit: &'a Unit,
    segment: &'a Segment,
}

impl<'a> ArticleSentence<'a> {
    /// Its words and codes.
    pub(super) fn text(&self) -> Text {
        self.unit.text_of(self.segment)
    }

    /// Its words.
    fn prose(&self) -> &'a str {
        cut(&self.unit.text.prose, &self.segment.span)
    }

    /// Whether it is translated by people and engines at all.
    pub(super) fn is_asked(&self) -> bool {
        self.unit.role.is_translated()
    }
}

impl<'a> Sentences<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let mut list: Vec<_> =
            article.segments().map(|(unit, segment)| ArticleSentence { id: segment.id, unit, segment }).collect();
        let mut by_id = places_by_id(&list);
        if by_id.windows(2).any(|pair| matches!(pair, [a, b] if a.0 == b.0)) {
            let mut seen = HashSet::new();
            list.retain(|sentence| seen.insert(sentence.id));
            by_id = places_by_id(&list);
        }
        Self { list, by_id }
    }

    /// The place of an id.
    pub(super) fn place(&self, id: SegmentId) -> Option<usize> {
        let at = self.by_id.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.by_id.get(at).map(|(_, place)| *place)
    }

    /// The same; it is fast where the id stands at `likely`.
    fn place_near(&self, id: SegmentId, likely: usize) -> Option<usize> {
        let is_there = self.list.get(likely).is_some_and(|sentence| sentence.id == id);
        if is_there { Some(likely) } else { self.place(id) }
    }

    /// The segment of an id.
    pub(super) fn get(&self, id: SegmentId) -> Option<&ArticleSentence<'a>> {
        self.list.get(self.place(id)?)
    }

    /// Whether there is a segment of an id.
    pub(super) fn has(&self, id: SegmentId) -> bool {
        self.place(id).is_some()
    }
}

fn places_by_id(list: &[ArticleSentence<'_>]) -> Vec<(SegmentId, usize)> {
    let mut by_id: Vec<_> = list.iter().enumerate().map(|(place, sentence)| (sentence.id, place)).collect();
    by_id.sort_unstable();
    by_id
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
    let mut left: Vec<(usize, &BilingualUnit, &Target)> = Vec::new();
    // The targets that stay, at the places of their sentences.
    let mut stay: Vec<Option<Target>> = Vec::new();
    stay.resize_with(sentences.list.len(), || None);
    let mut next = 0;
    for (index, unit) in old.units.iter().enumerate() {
        let place = unit.id.and_then(|id| sentences.place_near(id, next));
        next = place.map_or(next, |place| place + 1);
        let Some(target) = &unit.target else { continue };
        match place.and_then(|place| stay.get_mut(place)) {
            Some(free @ None) => *free = Some(target.clone()),
            _ => left.push((index, unit, target)),
        }
    }
    // In the order of ids: a tree that takes large targets as they come moves them about all the time.
    let mut sorted = Vec::with_capacity(stay.len());
    sorted.extend(sentences.by_id.iter().filter_map(|(id, place)| Some((*id, stay.get_mut(*place)?.take()?))));
    let mut targets: BTreeMap<SegmentId, Target> = sorted.into_iter().collect();
    let places = if left.is_empty() { HashMap::new() } else { places(&sentences, old, |id| targets.contains_key(&id)) };
    let mut gone = Vec::new();
    for (index, unit, target) in left {
        let place = places.get(&index).and_then(|place| sentences.list.get(*place));
        match place.filter(|sentence| !targets.contains_key(&sentence.id)) {
            Some(sentence) => {
                let same_words = same(&sentence.text(), &unit.source);
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
        if target.stale.is_some()
            && let Some(sentence) = sentences.get(*id)
        {
            settle(target, &sentence.text());
        }
    }
    Translation { locale: locale.clone(), targets, obsolete: obsolete.into_list() }
}

/// Where each unit goes whose segment the article no longer has: by its place in the file. Segments for which `taken`
/// holds are left out.
pub(super) fn places(
    sentences: &Sentences<'_>,
    file: &Bilingual,
    taken: impl Fn(SegmentId) -> bool,
) -> HashMap<usize, usize> {
    let survivor = |unit: &BilingualUnit| unit.id.and_then(|id| sentences.place(id));
    let mut open: Vec<bool> =
        sentences.list.iter().map(|sentence| sentence.is_asked() && !taken(sentence.id)).collect();
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
        .map(|(place, sentence)| (digest(&sentence.text()), place))
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
        sentences.list.iter().zip(&open).map(|(sentence, open)| open.then(|| sentence.prose())).collect();
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
fn give_back(
    sentences: &Sentences<'_>,
    entry: Obsolete,
    targets: &mut BTreeMap<SegmentId, Target>,
    obsolete: &mut Kept,
) {
    if sentences.has(entry.id) {
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
