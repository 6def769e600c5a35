//! Carries earlier targets over to an article that has changed since.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use super::{
    Bilingual, BilingualUnit, Digest,
    align::{moved, successors},
    digest::{digest, synthetic_id},
    obsolete::ObsoleteTargets,
    remarks::add_to_segment,
    same,
    space::{may_be_formatted, settled},
    unseen::{look, looks_alike},
};
use crate::model::{
    Article, Locale, Obsolete, Origin, Remark, Segment, SegmentId, State, Target, Text, Translation, Unit, cut,
};

/// The article's segments in reading order, indexed by id.
pub(super) struct Sentences<'a> {
    /// Each id once.
    pub(super) list: Vec<ArticleSentence<'a>>,
    /// Each id with its place in the list, sorted by id.
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

    /// Whether people and engines translate it.
    pub(super) fn is_translated(&self) -> bool {
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

    /// Returns the place of an id.
    pub(super) fn place(&self, id: SegmentId) -> Option<usize> {
        let at = self.by_id.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.by_id.get(at).map(|(_, place)| *place)
    }

    /// Returns the same, but faster where the id is at `likely`.
    fn place_near(&self, id: SegmentId, likely: usize) -> Option<usize> {
        let is_there = self.list.get(likely).is_some_and(|sentence| sentence.id == id);
        if is_there { Some(likely) } else { self.place(id) }
    }

    /// Returns the segment with an id.
    pub(super) fn get(&self, id: SegmentId) -> Option<&ArticleSentence<'a>> {
        self.list.get(self.place(id)?)
    }

    /// Whether there is a segment with an id.
    pub(super) fn has(&self, id: SegmentId) -> bool {
        self.place(id).is_some()
    }
}

fn places_by_id(list: &[ArticleSentence<'_>]) -> Vec<(SegmentId, usize)> {
    let mut by_id: Vec<_> = list.iter().enumerate().map(|(place, sentence)| (sentence.id, place)).collect();
    by_id.sort_unstable();
    by_id
}

/// Returns the translation of an article, from its earlier bilingual file.
///
/// A segment that the article still has keeps its target unchanged. The target of a removed sentence goes to its
/// successor (the sentence that took its place and shares words with it) and is stale there; a successor with the very
/// same words takes it unchanged, and so does one in which no reader sees a difference ([`looks_alike`]). Without a successor it becomes obsolete, unless it is a machine draft. A sentence
/// that returns gets its target back.
#[must_use]
pub fn refresh(article: &Article, locale: &Locale, old: &Bilingual) -> Translation {
    let sentences = Sentences::of(article);
    let mut unplaced: Vec<(usize, &BilingualUnit)> = Vec::new();
    let mut remarks = BTreeMap::new();
    // Targets of surviving sentences, at the places of the sentences.
    let mut surviving: Vec<Option<Target>> = Vec::new();
    surviving.resize_with(sentences.list.len(), || None);
    let mut next = 0;
    for (index, unit) in old.units.iter().enumerate() {
        let place = unit.id.and_then(|id| sentences.place_near(id, next));
        next = place.map_or(next, |place| place + 1);
        if let Some(id) = unit.id.filter(|_| place.is_some()) {
            add_to_segment(&mut remarks, id, &unit.remarks);
        }
        match (place.and_then(|place| surviving.get_mut(place)), &unit.target) {
            (Some(free @ None), Some(target)) => *free = Some(target.clone()),
            (None, None) if unit.remarks.is_empty() => {}
            (None, _) | (_, Some(_)) => unplaced.push((index, unit)),
            (Some(_), None) => {}
        }
    }
    // In the order of ids: a tree that takes large targets in another order moves them around all the time.
    let mut sorted = Vec::with_capacity(surviving.len());
    sorted.extend(sentences.by_id.iter().filter_map(|(id, place)| Some((*id, surviving.get_mut(*place)?.take()?))));
    let mut targets: BTreeMap<SegmentId, Target> = sorted.into_iter().collect();
    let places = if unplaced.is_empty() {
        HashMap::new()
    } else {
        successor_places(&sentences, old, |id| targets.contains_key(&id))
    };
    let mut removed = Vec::new();
    for (index, unit) in unplaced {
        let place = places.get(&index).and_then(|place| sentences.list.get(*place));
        match (place.filter(|sentence| !targets.contains_key(&sentence.id)), &unit.target) {
            (Some(sentence), Some(target)) => {
                targets.insert(sentence.id, carried_over(target, &unit.source, &sentence.text()));
                add_to_segment(&mut remarks, sentence.id, &unit.remarks);
            }
            (Some(sentence), None) => add_to_segment(&mut remarks, sentence.id, &unit.remarks),
            (None, _) => removed.extend(unit.to_obsolete()),
        }
    }
    let mut obsolete = ObsoleteTargets::default();
    for entry in old.obsolete().into_iter().chain(removed) {
        restore(&sentences, entry, &mut targets, &mut remarks, &mut obsolete);
    }
    let obsolete = bring_back(&sentences, obsolete.into_list(), &mut targets, &mut remarks);
    for (id, target) in &mut targets {
        if may_be_formatted(&target.text)
            && let Some(sentence) = sentences.get(*id)
        {
            target.text = settled(std::mem::take(&mut target.text), &sentence.text());
        }
        if (target.stale.is_some() || target.written_for.is_some())
            && let Some(sentence) = sentences.get(*id)
        {
            clear_stale(target, &sentence.text());
        }
    }
    Translation { locale: locale.clone(), targets, remarks, obsolete, fixed_slug: old.fixed_slug.clone() }
}

/// Returns the successor's place for each unit whose segment the article no longer has, by the unit's place in the
/// file. Segments for which `is_taken` holds are left out.
pub(super) fn successor_places(
    sentences: &Sentences<'_>,
    file: &Bilingual,
    is_taken: impl Fn(SegmentId) -> bool,
) -> HashMap<usize, usize> {
    let survivor = |unit: &BilingualUnit| unit.id.and_then(|id| sentences.place(id));
    let mut open: Vec<bool> =
        sentences.list.iter().map(|sentence| sentence.is_translated() && !is_taken(sentence.id)).collect();
    for place in file.units.iter().filter_map(survivor) {
        close(&mut open, place);
    }
    // The very same words under another id (the block's role has changed), or words that look the same, take precedence
    // over similarity.
    let is_open = |open: &[bool], place: usize| open.get(place) == Some(&true);
    let by_words: HashMap<Digest, usize> = sentences
        .list
        .iter()
        .enumerate()
        .rev()
        .filter(|(place, _)| is_open(&open, *place))
        .map(|(place, sentence)| (digest(&sentence.text()), place))
        .collect();
    let mut by_look: HashMap<Vec<u32>, VecDeque<usize>> = HashMap::new();
    for (place, sentence) in sentences.list.iter().enumerate().filter(|(place, _)| is_open(&open, *place)) {
        by_look.entry(look(&sentence.text())).or_default().push_back(place);
    }
    let mut alike = |open: &[bool], source: &Text| {
        let places = by_look.get_mut(&look(source))?;
        // An article may have one sentence many times: what is taken is not looked at again.
        while places.front().is_some_and(|place| !is_open(open, *place)) {
            places.pop_front();
        }
        let is_alike =
            |place: &usize| sentences.list.get(*place).is_some_and(|sentence| looks_alike(&sentence.text(), source));
        places.iter().copied().filter(|place| is_open(open, *place)).find(is_alike)
    };
    let mut places = HashMap::new();
    // A unit with remarks alone must not take a place from one that has a target.
    let has_target: fn(&BilingualUnit) -> bool = |unit| unit.target.is_some();
    let has_remarks_alone: fn(&BilingualUnit) -> bool = |unit| unit.target.is_none() && !unit.remarks.is_empty();
    for passes_on in [has_target, has_remarks_alone] {
        if !file.units.iter().any(passes_on) {
            continue;
        }
        // Units that pass something on, and those with a place: they are the anchors.
        let mut old: Vec<(&str, Option<usize>)> = Vec::new();
        let mut indices = Vec::new();
        for (index, unit) in file.units.iter().enumerate() {
            let mut place = survivor(unit).or_else(|| places.get(&index).copied());
            if place.is_none() && passes_on(unit) {
                place = by_words.get(&digest(&unit.source)).copied().filter(|place| is_open(&open, *place));
                place = place.or_else(|| alike(&open, &unit.source));
                if let Some(place) = place {
                    close(&mut open, place);
                    places.insert(index, place);
                }
            }
            if place.is_some() || passes_on(unit) {
                old.push((&unit.source.prose, place));
                indices.push(index);
            }
        }
        let new: Vec<Option<&str>> =
            sentences.list.iter().zip(&open).map(|(sentence, open)| open.then(|| sentence.prose())).collect();
        for (index, place) in indices.into_iter().zip(successors(&old, &new)) {
            if let Some(place) = place {
                close(&mut open, place);
                places.insert(index, place);
            }
        }
    }
    places
}

fn close(open: &mut [bool], place: usize) {
    if let Some(open) = open.get_mut(place) {
        *open = false;
    }
}

/// Returns a target for the sentence that has taken the place of its own: unchanged for the very same words, with a note
/// of its own sentence for words that look the same, else stale.
fn carried_over(target: &Target, source: &Text, successor: &Text) -> Target {
    if same(source, successor) {
        return target.clone();
    }
    if target.stale.is_some() || !looks_alike(source, successor) {
        return stale_copy(target, source);
    }
    let written_for = target.written_for.clone().or_else(|| Some(Box::new(source.clone())));
    Target { written_for: written_for.filter(|_| target.state > State::Initial), ..target.clone() }
}

/// Returns a stale copy of a target whose sentence, `source`, has changed.
pub(super) fn stale_copy(target: &Target, source: &Text) -> Target {
    if target.stale.is_some() {
        return Target { state: State::Initial, ..target.clone() };
    }
    Target {
        state: State::Initial,
        stale: Some(source.clone()),
        written_for: None,
        earlier_state: Some(target.state),
        ..target.clone()
    }
}

/// Clears the stale mark of a target when the sentence it translates is its current one, or looks like it, and the note
/// of the sentence that it was written for when that is the current one.
fn clear_stale(target: &mut Target, source: &Text) {
    if target.written_for.as_ref().is_some_and(|old| same(old, source)) {
        target.written_for = None;
    }
    if let Some(old) = target.stale.take_if(|old| looks_alike(old, source)) {
        target.written_for = Some(old).filter(|old| !same(old, source)).map(Box::new);
        // Older files do not tell the state.
        let unknown = if matches!(target.origin, Origin::Human { .. }) { State::Translated } else { State::Initial };
        target.state = target.state.max(target.earlier_state.take().unwrap_or(unknown));
    }
}

/// Gives sentences without a target the obsolete targets of theirs: of the very same words under another id, else stale
/// of words that are nearly the same. Returns what stays obsolete.
fn bring_back(
    sentences: &Sentences<'_>,
    obsolete: Vec<Obsolete>,
    targets: &mut BTreeMap<SegmentId, Target>,
    remarks: &mut BTreeMap<SegmentId, Vec<Remark>>,
) -> Vec<Obsolete> {
    let mut rest: Vec<Option<Obsolete>> = obsolete.into_iter().map(Some).collect();
    let sources: [fn(&Obsolete) -> Option<&Text>; 2] = [|old| Some(&old.source), |old| old.target.stale.as_ref()];
    // What is found makes other words rarer, by which more is found.
    let mut goes_on = !rest.is_empty();
    while goes_on {
        goes_on = false;
        for source in sources {
            let is_free =
                |sentence: &&ArticleSentence<'_>| sentence.is_translated() && !targets.contains_key(&sentence.id);
            let free: Vec<&ArticleSentence<'_>> = sentences.list.iter().filter(is_free).collect();
            if free.is_empty() {
                break;
            }
            for (index, place) in returning(&rest, source, &free) {
                let (Some(sentence), Some(entry)) = (free.get(place), rest.get_mut(index)) else { continue };
                let Some(entry) = entry.take_if(|_| !targets.contains_key(&sentence.id)) else { continue };
                targets.insert(sentence.id, carried_over(&entry.target, &entry.source, &sentence.text()));
                add_to_segment(remarks, sentence.id, &entry.remarks);
                goes_on = true;
            }
        }
    }
    rest.into_iter().flatten().collect()
}

/// Returns obsolete targets with the places of their sentences, the surest and newest first.
fn returning(
    obsolete: &[Option<Obsolete>],
    source: fn(&Obsolete) -> Option<&Text>,
    free: &[&ArticleSentence<'_>],
) -> Vec<(usize, usize)> {
    let of = |old: &'_ Option<Obsolete>| old.as_ref().is_some_and(|old| !old.target.text.is_empty());
    let (indices, texts): (Vec<usize>, Vec<&Text>) = obsolete
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, old)| of(old))
        .filter_map(|(index, old)| Some((index, source(old.as_ref()?)?)))
        .unzip();
    let by_words: HashMap<Digest, usize> =
        free.iter().enumerate().rev().map(|(place, sentence)| (digest(&sentence.text()), place)).collect();
    let same_words = texts.iter().map(|text| by_words.get(&digest(text)).copied());
    let old: Vec<&str> = texts.iter().map(|text| text.prose.as_str()).collect();
    let new: Vec<Option<&str>> = free.iter().map(|sentence| Some(sentence.prose())).collect();
    let similar = moved(&old, &new);
    let pairs = indices.iter().copied().zip(same_words).chain(indices.iter().copied().zip(similar));
    pairs.filter_map(|(index, place)| Some((index, place?))).collect()
}

/// Restores an obsolete target if the article has its sentence again; otherwise it stays obsolete.
fn restore(
    sentences: &Sentences<'_>,
    entry: Obsolete,
    targets: &mut BTreeMap<SegmentId, Target>,
    remarks: &mut BTreeMap<SegmentId, Vec<Remark>>,
    obsolete: &mut ObsoleteTargets,
) {
    if sentences.has(entry.id) {
        let mut restore_remarks = || add_to_segment(remarks, entry.id, &entry.remarks);
        match targets.get(&entry.id) {
            _ if entry.target.text.is_empty() => return restore_remarks(),
            None => {
                restore_remarks();
                targets.insert(entry.id, entry.target);
                return;
            }
            Some(current) if same(&current.text, &entry.target.text) => return restore_remarks(),
            Some(current) if current.stale.is_some() => {
                restore_remarks();
                // A target carried over from another sentence gives way to the sentence's own.
                let source = current.stale.clone().unwrap_or_default();
                if let Some(stale) = targets.insert(entry.id, entry.target) {
                    let (id, remarks) = (synthetic_id(&source), Vec::new());
                    obsolete.add(Obsolete { id, role: entry.role, source, target: stale, remarks });
                }
                return;
            }
            Some(_) => {}
        }
    }
    obsolete.add(entry);
}
