//! Errors in an XML file.

use crate::model::{Hinted, Message};

/// Maximum nesting depth of elements; translation tools write about ten levels.
pub const MAX_DEPTH: usize = 256;

/// An error in an XML file, with its position.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, byte {offset}: {problem}")]
pub struct XmlError {
    /// Byte offset in the file, from 0.
    pub offset: usize,
    /// Line in the file, from 1.
    pub line: usize,
    /// The problem found there.
    pub problem: XmlProblem,
}

/// A problem in an XML file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum XmlProblem {
    /// Bytes that are not UTF-8, or a declaration of another encoding.
    #[error("the file is not UTF-8 but {encoding}")]
    Encoding {
        /// The encoding, as far as it is known.
        encoding: String,
    },
    /// A character that XML 1.0 does not allow, literal or as a reference (production 2, `Char`).
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
        /// The innermost open element.
        name: String,
    },
    /// An element after the root element.
    #[error("a second root element `{name}`")]
    SecondRoot {
        /// Its name.
        name: String,
    },
    /// No element at all.
    #[error("there is no XML element")]
    NoRoot,
    /// Text before or after the root element.
    #[error("text outside the root element")]
    TextOutside,
    /// A duplicate attribute.
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
        /// The parser's message.
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
            XmlProblem::TextOutside,
            XmlProblem::DuplicateAttribute { name: name() },
            XmlProblem::Prefix { prefix: name() },
            XmlProblem::Entity { name: name() },
            XmlProblem::Tag { what: "no name" },
            XmlProblem::Syntax { what: "no `>`".to_owned() },
        ];
        problems.into_iter().map(|problem| Self { offset: 0, line: 1, problem }).collect()
    }
}
