//! Something that a page leaves out.

use crate::model::{Args, Finding, Place, Problem, Severity};

/// Something of an article that its page does not show, or shows without what could run or call out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOutProblem {
    /// An element; its text stays unless it is a script, a style or a drawing.
    Element {
        /// The element's name.
        name: String,
    },
    /// Attributes of an element that is kept.
    Attributes {
        /// The element's name.
        element: String,
        /// The names of the attributes.
        names: String,
    },
    /// An address that is neither `http`, `https`, `mailto` nor relative.
    Address {
        /// The address.
        address: String,
    },
    /// A picture over plain `http`: the page names it, but loads pictures over `https` only.
    Picture {
        /// The picture's address.
        address: String,
    },
    /// HTML that breaks off within a tag or a comment.
    Unfinished,
    /// Controls of the text's direction, or tag characters.
    Hidden {
        /// The characters, as `U+202E`.
        characters: String,
    },
}

/// The longest part of an address that a finding repeats.
const LONGEST_ADDRESS: usize = 60;

fn shortened(address: &str) -> String {
    let mut short: String = address.chars().take(LONGEST_ADDRESS).collect();
    if short.len() < address.len() {
        short.push('…');
    }
    short
}

impl LeftOutProblem {
    /// An address that a page may not hold.
    pub(super) fn address(address: &str) -> Self {
        Self::Address { address: shortened(address) }
    }

    /// A picture over plain `http`.
    pub(super) fn picture(address: &str) -> Self {
        Self::Picture { address: shortened(address) }
    }

    /// The finding about it, which has no place yet.
    pub(super) fn finding(self) -> Finding {
        Finding::new(self, Severity::Minor, Place::default())
    }
}

impl Problem for LeftOutProblem {
    fn rule(&self) -> &'static str {
        "left-out"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Element { .. } => "left-out-element",
            Self::Attributes { .. } => "left-out-attributes",
            Self::Address { .. } => "left-out-address",
            Self::Picture { .. } => "left-out-picture",
            Self::Unfinished => "left-out-unfinished",
            Self::Hidden { .. } => "left-out-hidden",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Element { name } => vec![("name", name.into())],
            Self::Attributes { element, names } => vec![("element", element.into()), ("names", names.into())],
            Self::Address { address } | Self::Picture { address } => vec![("address", address.into())],
            Self::Unfinished => Vec::new(),
            Self::Hidden { characters } => vec![("characters", characters.into())],
        }
    }

    fn all() -> Vec<Self> {
        vec![
            Self::Element { name: "iframe".to_owned() },
            Self::Attributes { element: "img".to_owned(), names: "onerror, style".to_owned() },
            Self::address("javascript:alert(1)"),
            Self::picture("http://example.org/officers.jpg"),
            Self::Unfinished,
            Self::Hidden { characters: "U+202E".to_owned() },
        ]
    }
}
