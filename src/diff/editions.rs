//! Differences between two published texts.

use super::{
    FactChange, Lexicon, RowKind, WordChange,
    align::{Correspondence, Item, align},
    articles::compare_texts,
    facts::{Names, collect_names},
};

/// Two published texts, paragraph by paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionDiff {
    /// Every paragraph, in the order of the new text; removed ones keep their place.
    pub rows: Vec<EditionRow>,
}

/// A paragraph in both texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionRow {
    /// The old paragraph.
    pub old: Option<Paragraph>,
    /// The new paragraph.
    pub new: Option<Paragraph>,
    /// What happened to it.
    pub kind: RowKind,
    /// The words that differ; empty except for typos and edits.
    pub changes: Vec<WordChange>,
    /// The names, numbers, dates, quotations and negations that differ.
    pub facts: Vec<FactChange>,
}

/// A paragraph of a published text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number in its text, from 1.
    pub number: usize,
    /// Its lines, without trailing white space.
    pub text: String,
}

impl EditionRow {
    /// Returns the anchor of the row for links: the paragraph's number in the new text, or in the old one if it was
    /// removed.
    #[must_use]
    pub fn anchor(&self) -> String {
        match (&self.new, &self.old) {
            (Some(new), _) => format!("p{}", new.number),
            (None, Some(old)) => format!("old-p{}", old.number),
            (None, None) => String::new(),
        }
    }
}

impl EditionDiff {
    /// Returns the changed facts of paragraphs that both texts have, names first, then numbers, dates, quotations,
    /// negations; each with its row.
    #[must_use]
    pub fn facts(&self) -> Vec<(&EditionRow, &FactChange)> {
        let mut out: Vec<(&EditionRow, &FactChange)> =
            self.rows.iter().flat_map(|row| row.facts.iter().map(move |fact| (row, fact))).collect();
        out.sort_by_key(|(_, fact)| fact.kind);
        out
    }

    /// Returns the number of rows of a kind.
    #[must_use]
    pub fn count(&self, kind: RowKind) -> usize {
        self.rows.iter().filter(|row| row.kind == kind).count()
    }
}

/// Compares two published texts, Markdown or plain, paragraph by paragraph.
///
/// A paragraph ends at a blank line; in front matter (between lines of `---` or `+++` at the beginning) each line is
/// one.
#[must_use]
pub fn editions(old: &str, new: &str, lexicon: &Lexicon) -> EditionDiff {
    let (before, after) = (paragraphs(old), paragraphs(new));
    let mut names = Names::new();
    for paragraph in before.iter().chain(&after) {
        collect_names(&paragraph.text, &mut names);
    }
    let rows = align(&items(&before), &items(&after))
        .into_iter()
        .map(|pair| {
            let row = |o: Option<usize>, n: Option<usize>, kind| EditionRow {
                old: o.and_then(|at| before.get(at)).cloned(),
                new: n.and_then(|at| after.get(at)).cloned(),
                kind,
                changes: Vec::new(),
                facts: Vec::new(),
            };
            match pair {
                Correspondence::Same(o, n) => row(Some(o), Some(n), RowKind::Same),
                Correspondence::Moved(o, n) => row(Some(o), Some(n), RowKind::Moved),
                Correspondence::Removed(o) => row(Some(o), None, RowKind::Removed),
                Correspondence::Added(n) => row(None, Some(n), RowKind::Added),
                Correspondence::Similar(o, n) => {
                    let text =
                        |all: &[Paragraph], at| all.get(at).map(|p: &Paragraph| p.text.clone()).unwrap_or_default();
                    let (kind, changes, facts) = compare_texts(&text(&before, o), &text(&after, n), &names, lexicon);
                    EditionRow { changes, facts, ..row(Some(o), Some(n), kind) }
                }
            }
        })
        .collect();
    EditionDiff { rows }
}

fn items(all: &[Paragraph]) -> Vec<Item<'_, &str>> {
    all.iter().map(|paragraph| Item { key: paragraph.text.as_str(), text: &paragraph.text }).collect()
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let flush = |lines: &mut Vec<&str>, out: &mut Vec<Paragraph>| {
        if !lines.is_empty() {
            out.push(Paragraph { number: out.len() + 1, text: lines.join("\n") });
            lines.clear();
        }
    };
    // The fence that closes the front matter, YAML's or TOML's.
    let mut front_matter: Option<&str> = None;
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let fence = line.trim_end();
        let opens = number == 0 && matches!(fence, "---" | "+++");
        if opens || front_matter == Some(fence) {
            front_matter = opens.then_some(fence);
            flush(&mut lines, &mut out);
            continue;
        }
        if line.trim().is_empty() || front_matter.is_some() {
            flush(&mut lines, &mut out);
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end());
        }
    }
    flush(&mut lines, &mut out);
    out
}
