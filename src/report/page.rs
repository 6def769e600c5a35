//! The one report model: what every result becomes before it is shown.

use serde::Serialize;

use crate::diff::{ChangeKind, WordChange};

/// A report, worded, ready for any renderer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    /// The language of everything that the tool says on the page (BCP 47).
    pub language: String,
    /// What sort of report it is, worded.
    pub kind: String,
    /// What it is about: a headline or file names.
    pub title: String,
    /// The language of the title.
    pub title_language: String,
    /// A line under the title: locales, files.
    pub subtitle: String,
    /// The figures at the head.
    pub figures: Vec<Figure>,
    /// How a whole is shared out; empty where there is nothing of the kind.
    pub shares: Vec<Share>,
    /// Files that belong to the report, as relative links.
    pub links: Vec<FileLink>,
    /// What is listed before the text: findings, changed facts, terms most often corrected.
    pub lists: Vec<List>,
    /// Heading of the rows.
    pub rows_heading: String,
    /// The rows, in the order of the text; those of one group stand together.
    pub groups: Vec<Group>,
    /// The same for programs; see [`Json`](super::Json).
    #[serde(skip)]
    pub data: serde_json::Value,
}

/// How something is to be felt; never the only sign of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// As it should be.
    Good,
    /// Neither.
    #[default]
    Plain,
    /// Worth a look.
    Mild,
    /// To be put right.
    Bad,
}

/// A figure with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// What is counted.
    pub label: String,
    /// The figure.
    pub value: String,
    /// How it is to be felt.
    pub tone: Tone,
}

/// A part of a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Share {
    /// What has this share.
    pub label: String,
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// The share, worded.
    pub percent: String,
    /// A name for its look: the status in English.
    pub class: &'static str,
}

/// A link to a file beside the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileLink {
    /// What it is called.
    pub text: String,
    /// Where it leads: a relative address, percent-encoded.
    pub href: String,
}

/// A list before the text.
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
    /// The row it is about (`s-…`).
    pub anchor: Option<String>,
    /// What it is.
    pub badge: Badge,
    /// What the tool says.
    pub text: String,
    /// Words of the article that belong to it.
    pub runs: Vec<ChangeRun>,
    /// The language of those words.
    pub language: String,
}

/// A word or two that classify.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// The words.
    pub text: String,
    /// How they are to be felt.
    pub tone: Tone,
}

/// Rows that stand together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Where the rows are folded away, because nothing happened in them: what stands in their place.
    pub folded: Option<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A sentence or paragraph with all that is said of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its name for links: `s-` and the segment's id.
    pub anchor: String,
    /// What it is: role, state, kind of change.
    pub badges: Vec<Badge>,
    /// Its texts, side by side.
    pub cells: Vec<Cell>,
    /// Figures of the row alone.
    pub figures: Vec<Figure>,
    /// What is to be said of it.
    pub notes: Vec<Note>,
}

/// One text of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// What the text is.
    pub label: String,
    /// The language of the text (BCP 47).
    pub language: String,
    /// The text; no run at all where there is none.
    pub runs: Vec<ChangeRun>,
    /// Whether it takes the whole width, because it belongs to no side.
    pub wide: bool,
}

/// A remark on a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Severity.
    pub badge: Badge,
    /// Id of the rule.
    pub rule: String,
    /// What is wrong.
    pub text: String,
    /// What to do, line by line.
    pub advice: Vec<String>,
}

/// A stretch of text that is the same, gone or new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeRun {
    /// `same`, `removed` or `added`.
    pub kind: &'static str,
    /// The stretch in pieces.
    pub spans: Vec<Span>,
}

/// A piece of a run with what is to be seen in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether these are the letters that differ within a changed word.
    pub letters: bool,
    /// The glossary's word on it.
    pub term: Option<Badge>,
    /// The finding on it.
    pub finding: Option<Badge>,
}

impl Cell {
    /// The glossary terms in the text: the words, and what the glossary says of them.
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
    /// A text in which nothing is to be seen.
    #[must_use]
    pub fn plain(text: &str) -> Vec<Self> {
        Self::spans(vec![Span { text: text.to_owned(), ..Span::default() }])
    }

    /// A text in which some pieces are marked.
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
    /// A link to a path beside the report, called by it.
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
    /// Rows in order, those for which `quiet` holds folded away where they stand together; `folded` words a fold.
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
