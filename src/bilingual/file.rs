//! A bilingual file as it was read.

use std::collections::BTreeMap;

use super::{Digest, digest::stand_in};
use crate::model::{Locale, Obsolete, Position, Role, SegmentId, Target, Text, Translation};

/// A bilingual file as it was read: one article, source and target side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual {
    /// The file the article comes from, as the bilingual file names it (`source/minsk.md`).
    pub original: String,
    /// The language of the sources.
    pub source: Locale,
    /// The language of the targets; a tool may have left it out.
    pub target: Option<Locale>,
    /// The segments in the file's order.
    pub units: Vec<BilingualUnit>,
    /// Translations whose sentence the article no longer had; each has an `id` and a `target`.
    pub obsolete: Vec<BilingualUnit>,
}

/// One segment of a bilingual file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BilingualUnit {
    /// Its name in the file.
    pub name: String,
    /// The segment that the name means; `None` for a name that another tool gave.
    pub id: Option<SegmentId>,
    /// What the block around it is.
    pub role: Role,
    /// The sentence.
    pub source: Text,
    /// Its translation; a text that a person has edited since the file was written is theirs and Translated.
    pub target: Option<Target>,
    /// What the file tells translators about it (our own note).
    pub note: Option<String>,
    /// Remarks that people or other tools put beside it.
    pub remark: Option<String>,
    /// What was written when the file left us; `None` when another tool made the file or dropped it.
    pub sent: Option<Sent>,
    /// Whether the target is no longer what was written when the file left us.
    pub edited: bool,
    /// Whether the file says that this is not a draft or a copy but a translation (never believed alone).
    pub said_done: bool,
    /// Line of the file on which it begins, from 1.
    pub line: usize,
    /// Where its target's text begins in the file; where there is none, its own beginning.
    pub target_at: Position,
}

/// What a segment was when its file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// Digest of the source.
    pub source: Digest,
    /// Digest of the target in the file; `None` when there was none.
    pub target: Option<Digest>,
    /// Digest of our own target at that time: another one than the file's where the file has a copy of the source.
    pub ours: Option<Digest>,
}

impl BilingualUnit {
    /// The unit as something whose sentence is gone; `None` when it has no target.
    #[must_use]
    pub fn to_obsolete(&self) -> Option<Obsolete> {
        Some(Obsolete {
            id: self.id.unwrap_or_else(|| stand_in(&self.source)),
            role: self.role.clone(),
            source: self.source.clone(),
            target: self.target.clone()?,
        })
    }
}

impl Bilingual {
    /// Name of the article: the stem of the file it comes from.
    #[must_use]
    pub fn slug(&self) -> &str {
        let name = self.original.rsplit(['/', '\\']).next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The targets by segment id, as they stand; of a name that comes twice the first counts. See [`super::refresh()`] for an
    /// article that may have changed since.
    #[must_use]
    pub fn translation(&self, locale: &Locale) -> Translation {
        let mut targets = BTreeMap::new();
        for unit in &self.units {
            if let (Some(id), Some(target)) = (unit.id, &unit.target) {
                targets.entry(id).or_insert_with(|| target.clone());
            }
        }
        Translation { locale: locale.clone(), targets, obsolete: self.obsolete() }
    }

    /// Where the target of each segment stands in the file; of a name that comes twice the first counts.
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

    /// What the file keeps of sentences that the article no longer had.
    #[must_use]
    pub fn obsolete(&self) -> Vec<Obsolete> {
        self.obsolete.iter().filter_map(BilingualUnit::to_obsolete).collect()
    }
}
