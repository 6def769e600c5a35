//! The elements and attributes that a page keeps of an article's HTML.

use super::address::{Purpose, is_allowed, is_allowed_set};

/// The elements that a page keeps. `iframe` is not among them: it is kept only for an address that the newsroom names.
pub(super) const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "bdi",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "map",
    "mark",
    "nav",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// The attributes that a page keeps on every element; those that begin with [`PREFIX`] as well.
pub(super) const ATTRIBUTES: &[&str] = &["class", "dir", "hidden", "id", "lang", "role", "title", "translate"];

/// How attributes for assistive technology begin.
pub(super) const PREFIX: &str = "aria-";

/// The attributes that a page keeps on one element.
pub(super) const ATTRIBUTES_OF: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang", "name", "rel", "target", "type"]),
    ("area", &["alt", "coords", "href", "shape"]),
    ("audio", &["controls", "preload", "src"]),
    ("blockquote", &["cite"]),
    ("col", &["align", "span", "width"]),
    ("colgroup", &["align", "span", "width"]),
    ("data", &["value"]),
    ("del", &["cite", "datetime"]),
    ("details", &["name", "open"]),
    ("div", &["align"]),
    ("h1", &["align"]),
    ("h2", &["align"]),
    ("h3", &["align"]),
    ("h4", &["align"]),
    ("hr", &["align", "size", "width"]),
    ("iframe", &["allowfullscreen", "height", "loading", "src", "width"]),
    ("img", &["align", "alt", "decoding", "height", "loading", "sizes", "src", "srcset", "usemap", "width"]),
    ("ins", &["cite", "datetime"]),
    ("li", &["value"]),
    ("map", &["name"]),
    ("ol", &["reversed", "start", "type"]),
    ("p", &["align"]),
    ("q", &["cite"]),
    ("source", &["height", "media", "sizes", "src", "srcset", "type", "width"]),
    ("table", &["align", "border", "summary", "width"]),
    ("td", &["align", "colspan", "headers", "rowspan", "valign", "width"]),
    ("th", &["abbr", "align", "colspan", "headers", "rowspan", "scope", "valign", "width"]),
    ("time", &["datetime"]),
    ("tr", &["align", "valign"]),
    ("track", &["default", "kind", "label", "src", "srclang"]),
    ("ul", &["type"]),
    ("video", &["controls", "height", "playsinline", "poster", "preload", "src", "width"]),
];

/// Whether a page keeps an element.
pub(super) fn keeps_element(name: &str) -> bool {
    ELEMENTS.contains(&name)
}

/// Whether a page keeps an attribute of an element that it keeps.
pub(super) fn keeps_attribute(element: &str, attribute: &str, value: &str, embeds: &[String]) -> bool {
    let of_element =
        ATTRIBUTES_OF.iter().find(|(name, _)| *name == element).is_some_and(|(_, list)| list.contains(&attribute));
    let is_known = of_element || ATTRIBUTES.contains(&attribute) || attribute.starts_with(PREFIX);
    is_known
        && match (element, attribute) {
            (_, "href" | "cite") => is_allowed(Purpose::Link, value, embeds),
            ("img", "src") | (_, "poster") => is_allowed(Purpose::Picture, value, embeds),
            (_, "srcset") => is_allowed_set(value),
            ("iframe", "src") => is_allowed(Purpose::Frame, value, embeds),
            (_, "src") => is_allowed(Purpose::Media, value, embeds),
            (_, "target") => value.eq_ignore_ascii_case("_blank"),
            _ => true,
        }
}

/// Elements that are left out together with what is between their tags: it is no text of the article.
pub(super) fn takes_content(name: &str) -> bool {
    matches!(name, "math" | "svg" | "template") || is_raw(name)
}

/// Elements within which tags are not read.
pub(super) fn is_raw(name: &str) -> bool {
    matches!(name, "iframe" | "noembed" | "noframes" | "script" | "style" | "textarea" | "title" | "xmp")
}
