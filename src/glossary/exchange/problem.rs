//! The problems of imported glossaries: rule `glossary-import`.

use crate::model::{Args, Finding, Message, Place, Problem, Severity};

/// A problem with an imported row, entry or concept.
pub(in crate::glossary) enum ImportProblem {
    /// An earlier concept of the file has the same id.
    SameId {
        id: String,
        first: String,
    },
    /// The project has a different concept with the id.
    OtherContent {
        id: String,
        first: String,
    },
    /// The first row does not name the columns.
    NoHeader,
    UnknownColumn {
        column: String,
        known: String,
    },
    SameColumn {
        column: String,
        known: String,
    },
    /// A quotation mark is never closed.
    Unclosed,
    TooManyCells {
        count: usize,
    },
    NoId,
    NoTerms {
        id: String,
        table: bool,
    },
    /// A `<term>` is empty.
    EmptyTerm {
        id: String,
    },
    UnknownKind {
        kind: String,
        known: String,
    },
    BadDay {
        text: String,
    },
    /// A spreadsheet would interpret the cell as a formula.
    Formula {
        cell: String,
    },
    /// Parallel cells have more parts than there are wordings.
    NotParallel {
        cell: String,
    },
    /// The options of a term or concept cannot be read; `part` is the part at fault.
    Options {
        text: String,
        part: String,
    },
    NoLanguage {
        tag: String,
    },
    OldVersion {
        version: String,
    },
    UnknownStatus {
        status: String,
        known: String,
    },
    /// A line without a source or a target.
    BadLine,
}

impl Problem for ImportProblem {
    fn rule(&self) -> &'static str {
        "glossary-import"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::SameId { .. } => "glossary-import-same-id",
            Self::OtherContent { .. } => "glossary-import-other-content",
            Self::NoHeader => "glossary-import-no-header",
            Self::UnknownColumn { .. } => "glossary-import-unknown-column",
            Self::SameColumn { .. } => "glossary-import-same-column",
            Self::Unclosed => "glossary-import-unclosed",
            Self::TooManyCells { .. } => "glossary-import-too-many-cells",
            Self::NoId => "glossary-import-no-id",
            Self::NoTerms { .. } => "glossary-import-no-terms",
            Self::EmptyTerm { .. } => "glossary-import-empty-term",
            Self::UnknownKind { .. } => "glossary-import-unknown-kind",
            Self::BadDay { .. } => "glossary-import-bad-day",
            Self::Formula { .. } => "glossary-import-formula",
            Self::NotParallel { .. } => "glossary-import-not-parallel",
            Self::Options { .. } => "glossary-import-options",
            Self::NoLanguage { .. } => "glossary-import-no-language",
            Self::OldVersion { .. } => "glossary-import-old-version",
            Self::UnknownStatus { .. } => "glossary-import-unknown-status",
            Self::BadLine => "glossary-import-bad-line",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::NoHeader | Self::Unclosed | Self::NoId | Self::BadLine => Args::new(),
            Self::SameId { id, first } | Self::OtherContent { id, first } => {
                vec![("name", id.into()), ("first", first.into())]
            }
            Self::TooManyCells { count } => vec![("count", (*count).into())],
            Self::UnknownColumn { column: name, .. }
            | Self::SameColumn { column: name, .. }
            | Self::NoTerms { id: name, .. }
            | Self::EmptyTerm { id: name }
            | Self::UnknownKind { kind: name, .. }
            | Self::BadDay { text: name }
            | Self::Formula { cell: name }
            | Self::NotParallel { cell: name }
            | Self::Options { text: name, .. }
            | Self::NoLanguage { tag: name }
            | Self::OldVersion { version: name }
            | Self::UnknownStatus { status: name, .. } => vec![("name", name.into())],
        }
    }

    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::SameId { .. } => Message::new("hint-own-id"),
            Self::OtherContent { .. } => Message::new("hint-other-content"),
            Self::NoHeader => Message::new("hint-header"),
            Self::UnknownColumn { known, .. }
            | Self::SameColumn { known, .. }
            | Self::UnknownKind { known, .. }
            | Self::UnknownStatus { known, .. } => Message::new("hint-known").with("known", known),
            Self::Unclosed => Message::new("hint-close-quotation"),
            Self::TooManyCells { .. } => Message::new("hint-quote-cell"),
            Self::NoId => Message::new("hint-row-id"),
            Self::NoTerms { table: true, .. } => Message::new("hint-row-wording"),
            Self::NoTerms { table: false, .. } => Message::new("hint-entry-wording"),
            Self::EmptyTerm { .. } => Message::new("hint-empty-term"),
            Self::BadDay { .. } => Message::new("hint-plain-day"),
            Self::Formula { .. } => Message::new("hint-formula"),
            Self::NotParallel { .. } => Message::new("hint-parallel"),
            Self::Options { part, .. } => Message::new("hint-options").with("part", part),
            Self::NoLanguage { .. } => Message::new("hint-language"),
            Self::OldVersion { .. } => Message::new("hint-old-version"),
            Self::BadLine => Message::new("hint-line"),
        })
    }

    fn all() -> Vec<Self> {
        let (id, first) = (|| "homel".to_owned(), || "glossary/a.toml:1".to_owned());
        let (name, known) = (|| "x".to_owned(), || "id, kind".to_owned());
        vec![
            Self::SameId { id: id(), first: first() },
            Self::OtherContent { id: id(), first: first() },
            Self::NoHeader,
            Self::UnknownColumn { column: name(), known: known() },
            Self::SameColumn { column: name(), known: known() },
            Self::Unclosed,
            Self::TooManyCells { count: 7 },
            Self::NoId,
            Self::NoTerms { id: id(), table: true },
            Self::NoTerms { id: id(), table: false },
            Self::EmptyTerm { id: id() },
            Self::UnknownKind { kind: name(), known: known() },
            Self::BadDay { text: name() },
            Self::Formula { cell: "=1+1".to_owned() },
            Self::NotParallel { cell: "a|b".to_owned() },
            Self::Options { text: "mode = \"x\"".to_owned(), part: name() },
            Self::NoLanguage { tag: name() },
            Self::OldVersion { version: "TBX 2".to_owned() },
            Self::UnknownStatus { status: name(), known: known() },
            Self::BadLine,
        ]
    }
}

/// Creates a finding about a line of an imported file.
pub(super) fn finding(path: &str, line: usize, severity: Severity, problem: ImportProblem) -> Finding {
    let place = Place { file: Some(path.to_owned()), line: (line > 0).then_some(line), ..Place::default() };
    Finding::new(problem, severity, place)
}
