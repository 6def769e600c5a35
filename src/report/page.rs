//! The report model that every result is turned into before rendering.

use serde::Serialize;

use crate::diff::{ChangeKind, WordChange};

/// A report with all texts in the user's language, ready for any renderer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    /// The language of the tool's texts on the page (BCP 47).
    pub language: String,
    /// The kind of report, in words.
    pub kind: String,
    /// The subject: a headline or file names.
    pub title: String,
    /// The language of the title.
    pub title_language: String,
    /// A line under the title: locales, files.
    pub subtitle: String,
    /// The figures at the top.
    pub figures: Vec<Figure>,
    /// The parts of a whole; empty if not applicable.
    pub shares: Vec<Share>,
    /// Files that belong to the report, as relative links.
    pub links: Vec<FileLink>,
    /// Lists before the text: findings, changed facts, terms most often corrected.
    pub lists: Vec<List>,
    /// Heading of the rows.
    pub rows_heading: String,
    /// The rows in text order, grouped.
    pub groups: Vec<Group>,
    /// Lists after the text: what asks for nothing, such as waived findings.
    pub closing: Vec<List>,
    /// The same report for programs; see [`Json`](super::Json).
    #[serde(skip)]
    pub data: serde_json::Value,
}

/// The tone of something, shown as a colour; never the only sign of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Good.
    Good,
    /// Neutral.
    #[default]
    Plain,
    /// Worth a look.
    Mild,
    /// Needs fixing.
    Bad,
}

/// A labelled figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// What is counted.
    pub label: String,
    /// The value.
    pub value: String,
    /// Its tone.
    pub tone: Tone,
}

/// A part of a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Share {
    /// What the part is.
    pub label: String,
    /// How many.
    pub count: usize,
    /// The whole.
    pub of: usize,
    /// The percentage, in words.
    pub percent: String,
    /// The CSS class: the status in English.
    pub class: &'static str,
}

/// A link to a file beside the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileLink {
    /// The link text.
    pub text: String,
    /// The target: a relative, percent-encoded address.
    pub href: String,
}

/// A list before or after the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct List {
    /// Its heading.
    pub heading: String,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The anchor of its row (`s-…`).
    pub anchor: Option<String>,
    /// Its classification.
    pub badge: Badge,
    /// The tool's text.
    pub text: String,
    /// The words of the article concerned.
    pub runs: Vec<ChangeRun>,
    /// The language of those words.
    pub language: String,
}

/// A classification in a word or two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// The words.
    pub text: String,
    /// Their tone.
    pub tone: Tone,
}

/// Adjacent rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    /// The summary shown for rows that are folded because nothing happened in them.
    pub folded: Option<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A sentence or paragraph with everything reported about it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The anchor for links: `s-` and the segment's id.
    pub anchor: String,
    /// Its role, state, kind of change.
    pub badges: Vec<Badge>,
    /// Its texts, side by side.
    pub cells: Vec<Cell>,
    /// Figures for this row.
    pub figures: Vec<Figure>,
    /// Remarks on it.
    pub notes: Vec<Note>,
}

/// One text of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// What the text is.
    pub label: String,
    /// The language of the text (BCP 47).
    pub language: String,
    /// The text; empty if there is none.
    pub runs: Vec<ChangeRun>,
    /// Whether it spans the whole width because it belongs to neither side.
    pub wide: bool,
}

/// A remark on a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The severity.
    pub badge: Badge,
    /// The id of the rule; empty if it belongs to none.
    pub rule: String,
    /// The name of the rule in the user's language.
    pub rule_name: String,
    /// What is wrong.
    pub text: String,
    /// What to do, one item per line.
    pub advice: Vec<String>,
}

/// A stretch of text that is unchanged, removed or added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeRun {
    /// `same`, `removed` or `added`.
    pub kind: &'static str,
    /// Its pieces.
    pub spans: Vec<Span>,
}

/// A piece of a run with its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Whether these letters differ within a changed word.
    pub letters: bool,
    /// Whether it is inline code, which is not translated.
    pub code: bool,
    /// The glossary term in it.
    pub term: Option<Badge>,
    /// The finding in it.
    pub finding: Option<Badge>,
}

impl Share {
    /// What each part is of all of them in whole per cent, which add up to 100: the largest remainders are rounded up,
    /// of equal ones the smaller part's. All are 0 without a whole.
    #[must_use]
    pub fn percents(parts: &[usize]) -> Vec<usize> {
        let whole: usize = parts.iter().sum();
        if whole == 0 {
            return vec![0; parts.len()];
        }
        let mut percents: Vec<usize> = parts.iter().map(|part| part * 100 / whole).collect();
        let mut order: Vec<usize> = (0..parts.len()).collect();
        let rank = |index: &usize| parts.get(*index).map(|part| (std::cmp::Reverse(part * 100 % whole), *part));
        order.sort_by_key(rank);
        let left = 100 - percents.iter().sum::<usize>();
        for index in order.into_iter().take(left) {
            percents.iter_mut().skip(index).take(1).for_each(|percent| *percent += 1);
        }
        percents
    }
}

impl Cell {
    /// The glossary terms in the text, each with its badge.
    #[must_use]
    pub fn terms(&self) -> Vec<(String, &Badge)> {
        let mut out: Vec<(String, &Badge)> = Vec::new();
        let mut open = false;
        for span in self.runs.iter().flat_map(|run| &run.spans) {
            match (&span.term, out.last_mut()) {
                (Some(badge), Some((words, last))) if open && *last == badge => words.push_str(&span.text),
                (Some(badge), _) => out.push((span.text.clone(), badge)),
                (None, _) => {}
            }
            open = span.term.is_some();
        }
        out
    }
}

impl ChangeRun {
    /// A text without marks.
    #[must_use]
    pub fn plain(text: &str) -> Vec<Self> {
        Self::spans(vec![Span { text: text.to_owned(), ..Span::default() }])
    }

    /// A text with marked pieces.
    #[must_use]
    pub fn spans(spans: Vec<Span>) -> Vec<Self> {
        vec![Self { kind: "same", spans }]
    }

    /// A word diff.
    #[must_use]
    pub fn changes(changes: &[WordChange]) -> Vec<Self> {
        changes.iter().map(Self::change).collect()
    }

    /// One wording replaced by another.
    #[must_use]
    pub fn replaced(old: &str, new: &str) -> Vec<Self> {
        let run = |kind, text: &str| Self { kind, spans: vec![Span { text: text.to_owned(), ..Span::default() }] };
        [("removed", old), ("added", new)]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(kind, text)| run(kind, text))
            .collect()
    }

    fn change(change: &WordChange) -> Self {
        let spans = if change.inner.is_empty() {
            vec![Span { text: change.text.clone(), ..Span::default() }]
        } else {
            let span = |piece: &crate::diff::ChangePiece| Span {
                text: piece.text.clone(),
                letters: piece.changed,
                ..Span::default()
            };
            change.inner.iter().map(span).collect()
        };
        Self { kind: kind_name(change.kind), spans }
    }
}

impl Figure {
    /// A figure that is neither good nor bad.
    #[must_use]
    pub const fn plain(label: String, value: String) -> Self {
        Self { label, value, tone: Tone::Plain }
    }
}

impl FileLink {
    /// A link to a path beside the report, with the path as its text.
    #[must_use]
    pub fn to(path: &str) -> Self {
        Self { text: path.to_owned(), href: super::safe::address(path) }
    }
}

impl Badge {
    /// A badge that is neither good nor bad.
    #[must_use]
    pub const fn plain(text: String) -> Self {
        Self { text, tone: Tone::Plain }
    }
}

impl Group {
    /// Groups rows in order: adjacent rows flagged as quiet are folded into one group, whose summary `folded` words.
    pub fn fold(rows: impl IntoIterator<Item = (bool, Row)>, folded: impl Fn(usize) -> String) -> Vec<Self> {
        let mut out: Vec<(bool, Vec<Row>)> = Vec::new();
        for (quiet, row) in rows {
            match out.last_mut() {
                Some((same, rows)) if *same == quiet => rows.push(row),
                _ => out.push((quiet, vec![row])),
            }
        }
        out.into_iter().map(|(quiet, rows)| Self { folded: quiet.then(|| folded(rows.len())), rows }).collect()
    }
}

/// The name of a kind of run or change in HTML and JSON.
pub(super) const fn kind_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Same => "same",
        ChangeKind::Removed => "removed",
        ChangeKind::Added => "added",
    }
}
