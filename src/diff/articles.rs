//! Changes to the source, and the translations that they affect.

use crate::model::{Article, Locale, Role, SegmentId};

use super::{
    ChangeKind, FactChange, Lexicon, RowKind, WordChange,
    align::{Correspondence, Item, align},
    facts::{Names, collect_names, compare, facts},
    percent,
    token::count_words,
    typo::is_typo,
    words,
};

/// The source before and after, sentence by sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceDiff {
    /// The article's name.
    pub slug: String,
    /// The language it is written in.
    pub locale: Locale,
    /// Every sentence, in the order of the new text; removed ones keep their place.
    pub rows: Vec<SourceRow>,
    /// Number of words (runs of non-space) of the new text that are translated.
    pub words: usize,
    /// Number of those words that need translating again.
    pub words_to_translate: usize,
    /// Share of the new text's translation that can be kept, in per cent of its words, rounded down.
    pub reuse: usize,
}

/// A sentence before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// The old sentence.
    pub old: Option<Sentence>,
    /// The new sentence.
    pub new: Option<Sentence>,
    /// What happened to it.
    pub kind: RowKind,
    /// The words that differ; empty except for typos and edits.
    pub changes: Vec<WordChange>,
    /// The facts that differ.
    pub facts: Vec<FactChange>,
    /// Number of words to translate again: the whole sentence where its meaning may have changed.
    pub words_to_translate: usize,
}

/// A sentence of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its id.
    pub id: SegmentId,
    /// The role of its block.
    pub role: Role,
    /// Its prose, without codes.
    pub text: String,
}

impl SourceDiff {
    /// Returns the old sentences whose translations are stale: the meaning may have changed.
    pub fn stale(&self) -> impl Iterator<Item = SegmentId> {
        self.old_ids(&[RowKind::Edited])
    }

    /// Returns the old sentences whose translations are probably still right: only a typo or the markup was changed.
    pub fn to_check(&self) -> impl Iterator<Item = SegmentId> {
        self.old_ids(&[RowKind::Typo, RowKind::Markup])
    }

    /// Returns the old sentences whose translations are no longer needed.
    pub fn obsolete(&self) -> impl Iterator<Item = SegmentId> {
        self.old_ids(&[RowKind::Removed])
    }

    fn old_ids(&self, kinds: &'static [RowKind]) -> impl Iterator<Item = SegmentId> {
        let rows = self.rows.iter().filter(|row| kinds.contains(&row.kind));
        rows.filter_map(|row| row.old.as_ref().map(|old| old.id))
    }
}

/// Compares two versions of an article.
///
/// Sentences are aligned by their ids, then by the words they share. A change is a typo if it is small and touches no
/// name, number, date, negation or quotation; in doubt it is an edit.
#[must_use]
pub fn articles(old: &Article, new: &Article, lexicon: &Lexicon) -> SourceDiff {
    let (before, after) = (sentences(old), sentences(new));
    let mut names = Names::new();
    for sentence in before.iter().chain(&after) {
        collect_names(&sentence.text, &mut names);
    }
    let rows: Vec<SourceRow> = align(&items(&before), &items(&after))
        .into_iter()
        .map(|pair| {
            let (o, n) = match pair {
                Correspondence::Same(o, n) | Correspondence::Moved(o, n) | Correspondence::Similar(o, n) => {
                    (Some(o), Some(n))
                }
                Correspondence::Removed(o) => (Some(o), None),
                Correspondence::Added(n) => (None, Some(n)),
            };
            let mut row = SourceRow {
                old: o.and_then(|at| before.get(at)).cloned(),
                new: n.and_then(|at| after.get(at)).cloned(),
                kind: RowKind::Same,
                changes: Vec::new(),
                facts: Vec::new(),
                words_to_translate: 0,
            };
            row.kind = match pair {
                Correspondence::Same(..) => RowKind::Same,
                Correspondence::Moved(..) => RowKind::Moved,
                Correspondence::Removed(_) => RowKind::Removed,
                Correspondence::Added(_) => RowKind::Added,
                Correspondence::Similar(..) => classify(&mut row, &names, lexicon),
            };
            if matches!(row.kind, RowKind::Edited | RowKind::Added) {
                row.words_to_translate = row.new.as_ref().map_or(0, |sentence| count_words(&sentence.text));
            }
            row
        })
        .collect();
    let words = after.iter().map(|sentence| count_words(&sentence.text)).sum();
    let words_to_translate = rows.iter().map(|row| row.words_to_translate).sum();
    let reuse = percent(words - words_to_translate, words);
    SourceDiff { slug: new.slug.clone(), locale: new.locale.clone(), rows, words, words_to_translate, reuse }
}

fn sentences(article: &Article) -> Vec<Sentence> {
    article
        .translated()
        .map(|(unit, segment)| Sentence { id: segment.id, role: unit.role.clone(), text: unit.text_of(segment).prose })
        .collect()
}

fn items(all: &[Sentence]) -> Vec<Item<'_, SegmentId>> {
    all.iter().map(|sentence| Item { key: sentence.id, text: &sentence.text }).collect()
}

/// Classifies a reworded sentence and records its changes in the row.
fn classify(row: &mut SourceRow, names: &Names, lexicon: &Lexicon) -> RowKind {
    let (Some(old), Some(new)) = (&row.old, &row.new) else { return RowKind::Edited };
    if old.text == new.text {
        return RowKind::Markup;
    }
    let (kind, changes, facts) = compare_texts(&old.text, &new.text, names, lexicon);
    row.changes = changes;
    row.facts = facts;
    kind
}

/// Compares two wordings: whether they differ by more than a typo, and in which words and facts.
pub(super) fn compare_texts(
    old: &str,
    new: &str,
    names: &Names,
    lexicon: &Lexicon,
) -> (RowKind, Vec<WordChange>, Vec<FactChange>) {
    let changes = words(old, new);
    let facts = compare(&facts(old, names, lexicon), &facts(new, names, lexicon));
    let is_typo = facts.is_empty() && is_typo(&changes);
    let kind = match changes.iter().any(|change| change.kind != ChangeKind::Same) {
        false => RowKind::Same,
        true if is_typo => RowKind::Typo,
        true => RowKind::Edited,
    };
    (kind, changes, facts)
}
