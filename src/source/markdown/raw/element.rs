//! What the elements of HTML mean to the text in and around them.

use crate::model::{CodeName, Role};

/// What an element means to a run of text.
pub(super) enum Element {
    /// It ends a run; its text may have a role.
    Block(Option<Role>),
    /// It stands within a run, around a part of it.
    Inline(CodeName),
    /// It stands within a run and has no content.
    Single(CodeName),
    /// It breaks a line within a run.
    Break,
    /// Its content is not prose: within a run it is one code, and without a code it ends the run.
    Verbatim(Option<CodeName>),
}

/// Elements that end a run of text and give it no role of their own.
const BLOCKS: [&str; 59] = [
    "address", "area", "article", "aside", "audio", "base", "body", "button", "canvas", "center", "col", "colgroup",
    "datalist", "defs", "desc", "details", "dialog", "dir", "div", "dl", "embed", "fieldset", "figure", "footer",
    "form", "frameset", "head", "header", "hgroup", "hr", "html", "legend", "link", "main", "map", "menu", "meta",
    "metadata", "nav", "noscript", "object", "ol", "optgroup", "option", "p", "param", "search", "section", "select",
    "summary", "svg", "table", "tbody", "text", "tfoot", "thead", "title", "tr", "ul",
];

/// The meaning of an element by its name in lower case; one that nobody knows stands within a run, as browsers show it.
pub(super) fn element(name: &str) -> Element {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Element::Block(Some(Role::Heading)),
        "li" | "dt" | "dd" => Element::Block(Some(Role::ListItem)),
        "td" | "th" => Element::Block(Some(Role::TableCell)),
        "figcaption" | "caption" => Element::Block(Some(Role::Caption)),
        "blockquote" => Element::Block(Some(Role::Quote)),
        "video" => Element::Block(None),
        "br" => Element::Break,
        "img" => Element::Single(CodeName::Image),
        "input" | "source" | "track" | "wbr" => Element::Single(CodeName::Html),
        "code" | "samp" | "kbd" | "var" | "tt" => Element::Verbatim(Some(CodeName::CodeSpan)),
        "math" => Element::Verbatim(Some(CodeName::Other)),
        "pre" | "template" => Element::Verbatim(None),
        "em" | "i" => Element::Inline(CodeName::Emphasis),
        "strong" | "b" => Element::Inline(CodeName::Strong),
        "del" | "s" | "strike" => Element::Inline(CodeName::Strikethrough),
        "a" => Element::Inline(CodeName::Link),
        name if BLOCKS.contains(&name) => Element::Block(None),
        _ => Element::Inline(CodeName::Html),
    }
}

/// Whether an element's content has no tags: it goes on to its end tag, whatever it looks like.
pub(super) fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "textarea" | "iframe" | "noembed" | "noframes" | "xmp" | "plaintext")
}
