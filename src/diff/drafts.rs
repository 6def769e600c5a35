//! What did people make of what the machine said?

use std::collections::BTreeMap;

use crate::model::{Article, Locale, Origin, SegmentId, State, Text, Translation};

use super::{
    WordChange, chrf2, percent, ter,
    token::{fold, kin},
    words,
    words::replacements,
};

/// What the machine first said, by segment: the text and the engine's name.
pub type Drafts = BTreeMap<SegmentId, (Text, String)>;

/// Corrections shown, at most.
const MOST_CORRECTIONS: usize = 10;
/// Corrections that are compared with each other to find those that differ only in their endings, at most.
const MOST_COMPARED: usize = 400;
/// A replaced phrase with more words than this is a rewording, not a term.
const LONGEST_TERM: usize = 3;

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
    /// How many drafts a person has confirmed or changed: what the figures below are about.
    pub reviewed: usize,
    /// How many of them stand as the machine wrote them.
    pub untouched: usize,
    /// The same in per cent, rounded down.
    pub untouched_percent: usize,
    /// Mean of the reviewed segments' edit rates; `None` where there are none.
    pub mean_ter: Option<f64>,
    /// Mean of the reviewed segments' chrF2.
    pub mean_chrf: Option<f64>,
    /// The terms most often corrected, the most frequent first.
    pub corrections: Vec<Correction>,
}

/// One draft and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftRow {
    /// The segment.
    pub id: SegmentId,
    /// The source sentence.
    pub source: String,
    /// What the machine said.
    pub draft: String,
    /// What stands now; `None` where the segment has no target.
    pub last: Option<String>,
    /// How far the target has come.
    pub state: State,
    /// Whether a person has confirmed or changed it: only then do measures and differences say something.
    pub reviewed: bool,
    /// Draft → final, word by word; empty where nothing is to compare.
    pub changes: Vec<WordChange>,
    /// Edits per hundred words of the final.
    pub ter: Option<f64>,
    /// Likeness by letters, 0 to 100.
    pub chrf: Option<f64>,
    /// The engine that drafted it.
    pub engine: String,
    /// Who edited it, where known.
    pub editor: Option<String>,
}

/// A wording of the machine that people replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What the machine said, in its most frequent form.
    pub from: String,
    /// What people made of it.
    pub to: String,
    /// How often, in any form.
    pub count: usize,
}

/// Compares drafts with the targets that stand now.
///
/// A target counts as reviewed when its state is at least Translated. TER and chrF2 take the draft as hypothesis and the
/// final as reference (HTER).
#[must_use]
pub fn drafts(article: &Article, drafts: &Drafts, last: &Translation) -> DraftDiff {
    let rows: Vec<DraftRow> = article
        .translated()
        .filter_map(|(unit, segment)| {
            let (draft, engine) = drafts.get(&segment.id)?;
            let target = last.targets.get(&segment.id);
            let state = target.map_or(State::Initial, |found| found.state);
            let reviewed = state >= State::Translated;
            let text = target.map(|found| found.text.prose.clone());
            let compared = text.as_deref().filter(|_| reviewed);
            Some(DraftRow {
                id: segment.id,
                source: unit.text_of(segment).prose,
                draft: draft.prose.clone(),
                state,
                reviewed,
                changes: compared.map(|text| words(&draft.prose, text)).unwrap_or_default(),
                ter: compared.map(|text| ter(&draft.prose, text).rate()),
                chrf: compared.map(|text| chrf2(&draft.prose, text)),
                engine: engine.clone(),
                editor: target.and_then(|found| match &found.origin {
                    Origin::Human { by: Some(name) } => Some(name.clone()),
                    _ => found.approval.as_ref().map(|approval| approval.by.clone()),
                }),
                last: text,
            })
        })
        .collect();
    let reviewed = rows.iter().filter(|row| row.reviewed).count();
    let untouched = rows.iter().filter(|row| row.reviewed && row.last.as_ref() == Some(&row.draft)).count();
    DraftDiff {
        slug: article.slug.clone(),
        source: article.locale.clone(),
        target: last.locale.clone(),
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

/// The replaced phrases, those together that differ only in their endings (Белоруссия, Белоруссии).
fn corrections(rows: &[DraftRow]) -> Vec<Correction> {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    let short = |phrase: &str| phrase.split_whitespace().count() <= LONGEST_TERM;
    for row in rows {
        let Some(last) = row.last.as_ref().filter(|_| row.reviewed) else { continue };
        for (from, to) in replacements(&row.draft, last) {
            if short(&from) && short(&to) && fold(&from) != fold(&to) {
                *counts.entry((from, to)).or_default() += 1;
            }
        }
    }
    let mut all: Vec<Correction> =
        counts.into_iter().map(|((from, to), count)| Correction { from, to, count }).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.count));
    all.truncate(MOST_COMPARED);
    let mut out: Vec<Correction> = Vec::new();
    for one in all {
        let other_form = |known: &&mut Correction| alike(&known.from, &one.from) && alike(&known.to, &one.to);
        match out.iter_mut().find(other_form) {
            Some(known) => known.count += one.count,
            None => out.push(one),
        }
    }
    out.sort_by_key(|one| std::cmp::Reverse(one.count));
    // What was corrected once says something only where nothing was corrected more often.
    if out.first().is_some_and(|first| first.count > 1) {
        out.retain(|one| one.count > 1);
    }
    out.truncate(MOST_CORRECTIONS);
    out
}

/// Whether two phrases have the same words but for their endings.
fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let count = |text: &str| text.split_whitespace().count();
    count(&a) == count(&b) && a.split_whitespace().zip(b.split_whitespace()).all(|(x, y)| x == y || kin(x, y))
}
