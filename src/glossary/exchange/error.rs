//! A file from which no glossary can be read.

use crate::xml::XmlError;

/// A file from which no glossary can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// Neither UTF-8 nor UTF-16.
    #[error("neither UTF-8 nor UTF-16 at byte {offset}")]
    Encoding {
        /// The byte at which it is neither.
        offset: usize,
    },
    /// Not XML, or broken XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// XML, but no TBX.
    #[error("this is not TBX but `<{root}>`")]
    NotTbx {
        /// The root element found.
        root: String,
    },
    /// Another version of TBX.
    #[error("TBX of this version cannot be read: `{version}`")]
    Version {
        /// What tells the version: the namespace or the style.
        version: String,
    },
}

impl ExchangeError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Encoding { .. } => "save the file as UTF-8",
            Self::Xml(error) => error.hint(),
            Self::NotTbx { .. } => {
                "give the `.tbx` file that the terminology tool exported, or name its format: `--format`"
            }
            Self::Version { .. } => {
                "export it as TBX version 3 (namespace `urn:iso:std:iso:30042:ed-2`), style `dca` or `dct`"
            }
        }
    }
}
