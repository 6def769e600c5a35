//! The context of a unit, which determines how its text is escaped.

use crate::source::front_matter::Quoting;

/// The context of a unit, as named in [`crate::model::Slot::context`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::source) enum SlotContext {
    /// A paragraph or an underlined heading: the start of a line is significant.
    Block,
    /// A heading after `#`: a closing `#` is significant.
    Heading,
    /// A cell of a table.
    Cell,
    /// An image's alternative text.
    Alt,
    /// The same, where the text is also the label of the image's definition (`![text]`, `![text][]`).
    AltReference,
    /// A link's or image's title.
    Title,
    /// Text of an HTML block.
    Html,
    /// An attribute's value in double quotation marks, in an HTML block or a tag within a paragraph.
    HtmlDoubleQuoted,
    /// An attribute's value in single quotation marks.
    HtmlSingleQuoted,
    /// An attribute's value without quotation marks.
    HtmlUnquoted,
    /// A value of the front matter.
    Front(Quoting),
}

impl SlotContext {
    /// The name used in a slot.
    pub(in crate::source) const fn as_str(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Heading => "heading",
            Self::Cell => "cell",
            Self::Alt => "alt",
            Self::AltReference => "alt-reference",
            Self::Title => "title",
            Self::Html => "html",
            Self::HtmlDoubleQuoted => "html-double-quoted",
            Self::HtmlSingleQuoted => "html-single-quoted",
            Self::HtmlUnquoted => "html-unquoted",
            Self::Front(style) => style.as_str(),
        }
    }

    /// The reverse of [`SlotContext::as_str`]; an unknown name is taken for a block, where the most is escaped.
    pub(in crate::source) fn parse(name: &str) -> Self {
        match name {
            "heading" => Self::Heading,
            "cell" => Self::Cell,
            "alt" => Self::Alt,
            "alt-reference" => Self::AltReference,
            "title" => Self::Title,
            "html" => Self::Html,
            "html-double-quoted" => Self::HtmlDoubleQuoted,
            "html-single-quoted" => Self::HtmlSingleQuoted,
            "html-unquoted" => Self::HtmlUnquoted,
            other => Quoting::parse(other).map_or(Self::Block, Self::Front),
        }
    }
}
