//! Machine drafts compared with what people made of them.

use std::collections::BTreeMap;

use crate::{
    model::{Article, Locale, Origin, SegmentId, State, Text, Translation},
    score::{chrf2, ter},
};

use super::{
    WordChange, percent,
    token::{fold, share_stem},
    words,
    words::replacements,
};

/// First drafts by segment: the text and the engine's name.
pub type Drafts = BTreeMap<SegmentId, (Text, String)>;

/// Maximum number of corrections shown.
const MAX_CORRECTIONS: usize = 10;
/// Maximum number of corrections compared with each other, to find those that differ only in their endings.
const MAX_COMPARED: usize = 400;
/// A replaced phrase with more words than this is a rewording, not a term.
const MAX_TERM_WORDS: usize = 3;

/// Draft → final for one article in one locale.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftDiff {
    /// The article's name.
    pub slug: String,
    /// The language of the article.
    pub source: Locale,
    /// The language of drafts and finals.
    pub target: Locale,
    /// Every segment that a machine drafted, in reading order.
    pub rows: Vec<DraftRow>,
    /// Number of drafts that a person has confirmed or changed: the figures below are about these.
    pub reviewed: usize,
    /// Number of those that are unchanged.
    pub untouched: usize,
    /// The same in per cent, rounded down.
    pub untouched_percent: usize,
    /// Mean edit rate of the reviewed segments; `None` if there are none.
    pub mean_ter: Option<f64>,
    /// Mean chrF2 of the reviewed segments; `None` if there are none.
    pub mean_chrf: Option<f64>,
    /// The most frequently corrected terms, most frequent first.
    pub corrections: Vec<Correction>,
}

/// A draft and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftRow {
    /// The segment.
    pub id: SegmentId,
    /// The source sentence.
    pub source: String,
    /// The machine's draft.
    pub draft: String,
    /// The current target; `None` if the segment has none.
    pub current: Option<String>,
    /// The target's review state.
    pub state: State,
    /// Whether a person has confirmed or changed it; measures and changes are given only then.
    pub reviewed: bool,
    /// Changes from draft to final, word by word; empty where there is nothing to compare.
    pub changes: Vec<WordChange>,
    /// Edits per hundred words of the final.
    pub ter: Option<f64>,
    /// chrF2, 0 to 100.
    pub chrf: Option<f64>,
    /// The engine that drafted it.
    pub engine: String,
    /// Who edited it, if known.
    pub editor: Option<String>,
}

/// A machine wording that people replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The machine's wording, in its most frequent form.
    pub from: String,
    /// What people replaced it with.
    pub to: String,
    /// Number of occurrences, in any form.
    pub count: usize,
}

/// Compares drafts with the current targets.
///
/// A target counts as reviewed when its state is at least Translated. TER and chrF2 take the draft as hypothesis and the
/// final as reference (HTER).
#[must_use]
pub fn drafts(article: &Article, drafts: &Drafts, current: &Translation) -> DraftDiff {
    let rows: Vec<DraftRow> = article
        .translated()
        .filter_map(|(unit, segment)| {
            let (draft, engine) = drafts.get(&segment.id)?;
            let target = current.targets.get(&segment.id);
            let state = target.map_or(State::Initial, |target| target.state);
            let reviewed = state >= State::Translated;
            let source = unit.text_of(segment);
            let draft = draft.readable_beside(&source);
            let text = target.map(|target| target.text.readable_beside(&source));
            let compared = text.as_deref().filter(|_| reviewed);
            Some(DraftRow {
                id: segment.id,
                source: source.readable(),
                state,
                reviewed,
                changes: compared.map(|text| words(&draft, text)).unwrap_or_default(),
                ter: compared.map(|text| ter(&draft, text).rate()),
                chrf: compared.map(|text| chrf2(&draft, text)),
                draft,
                engine: engine.clone(),
                editor: target.and_then(|target| match &target.origin {
                    Origin::Human { by: Some(name) } => Some(name.clone()),
                    _ => target.approval.as_ref().map(|approval| approval.by.clone()),
                }),
                current: text,
            })
        })
        .collect();
    let reviewed = rows.iter().filter(|row| row.reviewed).count();
    let untouched = rows.iter().filter(|row| row.reviewed && row.current.as_ref() == Some(&row.draft)).count();
    DraftDiff {
        slug: article.slug.clone(),
        source: article.locale.clone(),
        target: current.locale.clone(),
        reviewed,
        untouched,
        untouched_percent: if reviewed == 0 { 0 } else { percent(untouched, reviewed) },
        mean_ter: mean(rows.iter().filter_map(|row| row.ter)),
        mean_chrf: mean(rows.iter().filter_map(|row| row.chrf)),
        corrections: corrections(&rows),
        rows,
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

/// Returns the replaced phrases; those that differ only in their endings (Белоруссия, Белоруссии) are counted as one.
fn corrections(rows: &[DraftRow]) -> Vec<Correction> {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    let short = |phrase: &str| phrase.split_whitespace().count() <= MAX_TERM_WORDS;
    for row in rows {
        let Some(current) = row.current.as_ref().filter(|_| row.reviewed) else { continue };
        for (from, to) in replacements(&row.draft, current) {
            if short(&from) && short(&to) && fold(&from) != fold(&to) {
                *counts.entry((from, to)).or_default() += 1;
            }
        }
    }
    let mut all: Vec<Correction> =
        counts.into_iter().map(|((from, to), count)| Correction { from, to, count }).collect();
    all.sort_by_key(|correction| std::cmp::Reverse(correction.count));
    all.truncate(MAX_COMPARED);
    let mut out: Vec<Correction> = Vec::new();
    for correction in all {
        let other_form = |known: &&mut Correction| {
            differ_in_endings(&known.from, &correction.from) && differ_in_endings(&known.to, &correction.to)
        };
        match out.iter_mut().find(other_form) {
            Some(known) => known.count += correction.count,
            None => out.push(correction),
        }
    }
    out.sort_by_key(|correction| std::cmp::Reverse(correction.count));
    // A single correction is significant only where nothing was corrected more often.
    if out.first().is_some_and(|first| first.count > 1) {
        out.retain(|correction| correction.count > 1);
    }
    out.truncate(MAX_CORRECTIONS);
    out
}

/// Whether two phrases have the same words but for their endings.
fn differ_in_endings(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let count = |text: &str| text.split_whitespace().count();
    count(&a) == count(&b) && a.split_whitespace().zip(b.split_whitespace()).all(|(x, y)| x == y || share_stem(x, y))
}
