//! The contents of a bilingual file.

use std::collections::{BTreeMap, HashMap};

use super::{Digest, digest::synthetic_id};
use crate::model::{Locale, Obsolete, Position, Remark, Role, SegmentId, State, Target, Text, Translation};

/// The contents of a bilingual file: one article, source and target side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual {
    /// Path of the article's file, as given in the bilingual file (`source/minsk.md`).
    pub original: String,
    /// The language of the sources.
    pub source: Locale,
    /// The language of the targets; `None` if a tool left it out.
    pub target: Option<Locale>,
    /// The segments in the file's order.
    pub units: Vec<BilingualUnit>,
    /// Units whose sentence the article no longer has; each has an `id`, and a `target` or remarks.
    pub obsolete: Vec<BilingualUnit>,
    /// The name of the edition in addresses, once it is fixed.
    pub fixed_slug: Option<String>,
}

/// One segment of a bilingual file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BilingualUnit {
    /// Name of the unit in the file.
    pub name: String,
    /// The segment of that name; `None` for a name given by another tool.
    pub id: Option<SegmentId>,
    /// Role of its block.
    pub role: Role,
    /// The sentence.
    pub source: Text,
    /// Its translation; if a person has edited it since the file was written, its origin is human and its state
    /// Translated.
    pub target: Option<Target>,
    /// Our note to translators.
    pub note: Option<String>,
    /// Remarks by people or other tools.
    pub remarks: Vec<Remark>,
    /// Digests of what we wrote; `None` when another tool made the file or dropped them.
    pub sent: Option<SentDigests>,
    /// Whether the target is no longer the one we wrote.
    pub edited: bool,
    /// The state that the file gives the target; `approved="yes"` is at least Translated. Only one above
    /// [`sent_state`](Self::sent_state) was somebody's decision.
    pub marked: State,
    /// The state that the target had when we sent it, as far as the file tells; `None` when another tool made the file.
    pub sent_state: Option<State>,
    /// First line of the unit in the file, from 1.
    pub line: usize,
    /// Start of the target's text in the file; without a target, of the unit.
    pub target_at: Position,
}

/// Digests of a segment at the time its file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentDigests {
    /// Digest of the source.
    pub source: Digest,
    /// Digest of the target in the file; `None` when there was none.
    pub target: Option<Digest>,
    /// Digest of our own target at that time; differs from the file's where the file has a copy of the source.
    pub ours: Option<Digest>,
}

impl BilingualUnit {
    /// Returns the unit as an obsolete target; `None` when it has neither a target nor remarks.
    #[must_use]
    pub fn to_obsolete(&self) -> Option<Obsolete> {
        if self.target.is_none() && self.remarks.is_empty() {
            return None;
        }
        Some(Obsolete {
            id: self.id.unwrap_or_else(|| synthetic_id(&self.source)),
            role: self.role.clone(),
            source: self.source.clone(),
            target: self.target.clone().unwrap_or_else(Target::empty),
            remarks: self.remarks.clone(),
        })
    }
}

impl Bilingual {
    /// Returns the name of the article: the stem of its file.
    #[must_use]
    pub fn slug(&self) -> &str {
        let name = self.original.rsplit(['/', '\\']).next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// Returns the targets by segment id, unchanged; of duplicate names the first counts. See [`super::refresh()`] for
    /// an article that may have changed since.
    #[must_use]
    pub fn translation(&self, locale: &Locale) -> Translation {
        let (mut targets, mut remarks) = (BTreeMap::new(), BTreeMap::new());
        for unit in &self.units {
            if let (Some(id), Some(target)) = (unit.id, &unit.target) {
                targets.entry(id).or_insert_with(|| target.clone());
            }
            if let Some(id) = unit.id.filter(|_| !unit.remarks.is_empty()) {
                remarks.entry(id).or_insert_with(|| unit.remarks.clone());
            }
        }
        let (obsolete, fixed_slug) = (self.obsolete(), self.fixed_slug.clone());
        Translation { locale: locale.clone(), targets, remarks, obsolete, fixed_slug }
    }

    /// Returns the position of each segment's target in the file; of duplicate names the first counts.
    #[must_use]
    pub fn places(&self) -> BTreeMap<SegmentId, Position> {
        let mut places = BTreeMap::new();
        for unit in &self.units {
            if let Some(id) = unit.id {
                places.entry(id).or_insert(unit.target_at);
            }
        }
        places
    }

    /// Returns the position of each target of a translation that this file was carried over to: of a target whose sentence
    /// has changed since, the position beside its earlier sentence.
    #[must_use]
    pub fn places_of(&self, translation: &Translation) -> BTreeMap<SegmentId, Position> {
        let mut places = self.places();
        let is_moved = |(id, _): &(&SegmentId, &Target)| !places.contains_key(id);
        let moved: Vec<(&SegmentId, &Target)> = translation.targets.iter().filter(is_moved).collect();
        if moved.is_empty() {
            return places;
        }
        let units =
            self.units.iter().rev().filter_map(|unit| Some(((&unit.source, &unit.target.as_ref()?.text), unit)));
        let units: HashMap<(&Text, &Text), &BilingualUnit> = units.collect();
        for (id, target) in moved {
            let earlier = target.stale.as_ref().or(target.written_for.as_deref());
            if let Some(unit) = earlier.and_then(|source| units.get(&(source, &target.text))) {
                places.insert(*id, unit.target_at);
            }
        }
        places
    }

    /// Returns the file's obsolete targets.
    #[must_use]
    pub fn obsolete(&self) -> Vec<Obsolete> {
        self.obsolete.iter().filter_map(BilingualUnit::to_obsolete).collect()
    }
}
