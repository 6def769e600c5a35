//! The errors of reading a foreign glossary file.

use crate::{
    model::{Hinted, Message},
    xml::XmlError,
};

/// Why no glossary can be read from a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// Neither UTF-8 nor UTF-16.
    #[error("neither UTF-8 nor UTF-16 at byte {offset}")]
    Encoding {
        /// The offset of the first invalid byte.
        offset: usize,
    },
    /// Not XML, or broken XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// XML, but not TBX.
    #[error("this is not TBX but `<{root}>`")]
    NotTbx {
        /// The root element.
        root: String,
    },
    /// An unsupported version of TBX.
    #[error("TBX of this version cannot be read: `{version}`")]
    Version {
        /// The version, by its namespace or style.
        version: String,
    },
}

impl Hinted for ExchangeError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::Encoding { .. } => "hint-utf-8",
            Self::Xml(error) => return error.hint(),
            Self::NotTbx { .. } => "hint-tbx-file",
            Self::Version { .. } => "hint-tbx-version",
        }))
    }

    fn all() -> Vec<Self> {
        let word = || "html".to_owned();
        let others = [Self::Encoding { offset: 0 }, Self::NotTbx { root: word() }, Self::Version { version: word() }];
        XmlError::all().into_iter().map(Self::Xml).chain(others).collect()
    }
}
