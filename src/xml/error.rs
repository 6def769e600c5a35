//! What can be wrong with an XML file.

use crate::model::{Hinted, Message};

/// How many levels of elements a file may have; translation tools write about ten.
pub const MAX_DEPTH: usize = 256;

/// A file that is not the XML we read, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, byte {offset}: {problem}")]
pub struct XmlError {
    /// Byte of the file at which the problem stands, from 0.
    pub offset: usize,
    /// Line of the file, from 1.
    pub line: usize,
    /// What is wrong there.
    pub problem: XmlProblem,
}

/// What is wrong with an XML file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum XmlProblem {
    /// Bytes that are not UTF-8, or a declaration of another encoding.
    #[error("the file is not UTF-8 but {encoding}")]
    Encoding {
        /// The encoding, as far as it is known.
        encoding: String,
    },
    /// A character that XML 1.0 cannot hold, as itself or as a reference (production 2, `Char`).
    #[error("character U+{code:04X} is not allowed in XML")]
    Character {
        /// Its code point.
        code: u32,
    },
    /// A document type declaration.
    #[error("a document type declaration is not accepted")]
    Doctype,
    /// More levels than [`MAX_DEPTH`].
    #[error("elements are nested deeper than {} levels", MAX_DEPTH)]
    Depth,
    /// The file ends inside an element.
    #[error("the file ends before `</{name}>`")]
    Truncated {
        /// The innermost element that is open.
        name: String,
    },
    /// An element behind the root element.
    #[error("a second root element `{name}`")]
    SecondRoot {
        /// Its name.
        name: String,
    },
    /// No element at all.
    #[error("there is no XML element")]
    NoRoot,
    /// Text before or behind the root element.
    #[error("text outside the root element")]
    TextOutside,
    /// An attribute given twice.
    #[error("attribute `{name}` is given twice")]
    DuplicateAttribute {
        /// Its name.
        name: String,
    },
    /// A name with a prefix that no `xmlns:` declares.
    #[error("prefix `{prefix}` is not declared")]
    Prefix {
        /// The prefix.
        prefix: String,
    },
    /// An entity other than the five of XML.
    #[error("entity `&{name};` is not declared")]
    Entity {
        /// Its name.
        name: String,
    },
    /// A start tag that is not well-formed.
    #[error("the tag is not well-formed: {what}")]
    Tag {
        /// What is wrong with it.
        what: &'static str,
    },
    /// Anything else that breaks the rules of XML.
    #[error("not well-formed: {what}")]
    Syntax {
        /// What the parser said.
        what: String,
    },
}

impl Hinted for XmlError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self.problem {
            XmlProblem::Encoding { .. } => "hint-utf-8",
            XmlProblem::Character { .. } => "hint-xml-character",
            XmlProblem::Doctype => "hint-xml-doctype",
            XmlProblem::Depth => "hint-xml-depth",
            XmlProblem::Truncated { .. } => "hint-xml-truncated",
            XmlProblem::SecondRoot { .. } => "hint-xml-second-root",
            XmlProblem::NoRoot | XmlProblem::TextOutside => "hint-xml-root",
            XmlProblem::DuplicateAttribute { .. } => "hint-xml-twice",
            XmlProblem::Prefix { .. } => "hint-xml-prefix",
            XmlProblem::Entity { .. } => "hint-xml-entity",
            XmlProblem::Tag { .. } | XmlProblem::Syntax { .. } => "hint-xml-syntax",
        }))
    }

    fn all() -> Vec<Self> {
        let name = || "note".to_owned();
        let problems = vec![
            XmlProblem::Encoding { encoding: "windows-1251".to_owned() },
            XmlProblem::Character { code: 1 },
            XmlProblem::Doctype,
            XmlProblem::Depth,
            XmlProblem::Truncated { name: name() },
            XmlProblem::SecondRoot { name: name() },
            XmlProblem::NoRoot,
            XmlProblem::DuplicateAttribute { name: name() },
            XmlProblem::Prefix { prefix: name() },
            XmlProblem::Entity { name: name() },
            XmlProblem::Syntax { what: "no `>`".to_owned() },
        ];
        problems.into_iter().map(|problem| Self { offset: 0, line: 1, problem }).collect()
    }
}
