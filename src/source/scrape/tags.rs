//! The meaning of HTML tags for the text in them.

use html5ever::tokenizer::Tag;

use super::{
    block::{Image, MarkupHint, collapse},
    cues::{ClassCue, Cues, normalise},
    element::{Element, Frame},
    reason::Reason,
};

/// The value of the attribute with this name.
pub(super) fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// Whether the text of an element is a separate block.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "optgroup"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Whether an element has no content.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "image"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether a start tag ends an SVG (HTML standard § 13.2.6.5).
pub(super) fn breaks_out_of_svg(name: &str) -> bool {
    is_block(name)
        || matches!(
            name,
            "b" | "big"
                | "body"
                | "br"
                | "code"
                | "em"
                | "embed"
                | "head"
                | "hr"
                | "i"
                | "img"
                | "meta"
                | "nobr"
                | "ruby"
                | "s"
                | "small"
                | "span"
                | "strong"
                | "strike"
                | "sub"
                | "sup"
                | "tt"
                | "u"
                | "var"
        )
}

/// Why the text of an inline element is not part of the paragraph around it.
pub(super) fn side_of(tag: &Tag, cues: &Cues) -> Option<Reason> {
    match &*tag.name {
        "button" | "select" | "textarea" | "datalist" => Some(Reason::Control),
        "video" | "audio" | "object" | "canvas" | "map" => Some(Reason::Embedded),
        "noscript" | "template" => Some(Reason::Hidden),
        "amp-ad" | "amp-sticky-ad" | "amp-auto-ads" => Some(Reason::Advertisement),
        _ => is_hidden(tag, cues).then_some(Reason::Hidden),
    }
}

/// What an embed is listed as, which shows another page's content: its title and its address; `None` for other elements.
pub(super) fn embed(tag: &Tag) -> Option<String> {
    let name = &*tag.name;
    let is_media = matches!(name, "iframe" | "embed" | "video" | "audio" | "object" | "source");
    let is_amp = name.strip_prefix("amp-").is_some_and(|kind| AMP_EMBEDS.contains(&kind));
    if !is_media && !is_amp {
        return None;
    }
    let title = ["title", "aria-label"].into_iter().find_map(|name| attribute(tag, name)).map(collapse);
    let names =
        ["src", "data-src", "data-lazy-src", "data", "data-videoid", "data-tweetid", "data-shortcode", "data-href"];
    let address = names.into_iter().find_map(|name| attribute(tag, name)).map(collapse);
    // A film names its files in elements of their own, a picture what else it may be.
    let address = if name == "source" { address.filter(|address| is_film(address)) } else { address };
    let parts: Vec<String> = title.into_iter().chain(address).filter(|part| !part.is_empty()).collect();
    match name {
        "source" | "video" | "audio" | "object" if parts.is_empty() => None,
        _ if parts.is_empty() => Some(name.to_owned()),
        _ => Some(parts.join(" ")),
    }
}

/// The AMP components that show another page's content, without `amp-`.
const AMP_EMBEDS: [&str; 17] = [
    "iframe",
    "video",
    "audio",
    "youtube",
    "vimeo",
    "dailymotion",
    "brightcove",
    "jwplayer",
    "twitter",
    "facebook",
    "instagram",
    "tiktok",
    "soundcloud",
    "pinterest",
    "reddit",
    "brid-player",
    "embedly-card",
];

/// Whether an address is that of a film or a recording.
fn is_film(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    ["mp4", "webm", "m3u8", "mov", "ogv", "mp3", "m4a", "ogg", "wav"]
        .iter()
        .any(|kind| path.rsplit('.').next() == Some(kind))
}

/// Whether an element is hidden, judging by its own tag.
pub(super) fn is_hidden(tag: &Tag, cues: &Cues) -> bool {
    let style = || attribute(tag, "style").map(|style| style.to_ascii_lowercase().replace(' ', "")).unwrap_or_default();
    attribute(tag, "hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
        || style().contains("display:none")
        || class(tag, cues) == Some(ClassCue::Out(Reason::Hidden))
}

/// What the class, id and other names of an element say about it.
pub(super) fn class(tag: &Tag, cues: &Cues) -> Option<ClassCue> {
    let mut cue = None;
    for name in ["itemprop", "rel", "class", "id"] {
        for token in attribute(tag, name).into_iter().flat_map(|names| names.split_ascii_whitespace().take(40)) {
            let words = words_of(token);
            let whole = cues.class.longest_match(&words).filter(|(count, _)| *count == words.len());
            let words = cues.modifiers.naming(&words, matches!(&*tag.name, "html" | "body" | "main" | "article"));
            // The last word of a compound says what the element is: `article-share`.
            let last =
                whole.or_else(|| (0..words.len()).rev().find_map(|at| cues.class.longest_match(words.get(at..)?)));
            match (cue, last) {
                (_, Some((_, ClassCue::Body))) => return Some(ClassCue::Body),
                (Some(ClassCue::Hint(_)), Some((_, class @ ClassCue::Out(_)))) | (None, Some((_, class))) => {
                    cue = Some(class);
                }
                _ => {}
            }
        }
    }
    cue
}

/// The words of a name such as `share-buttons`, `shareButtons`, `share_buttons`.
fn words_of(name: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    let mut lower = false;
    for c in name.chars().take(100) {
        if !c.is_alphanumeric() || (lower && c.is_uppercase()) {
            out.push(normalise(&std::mem::take(&mut word)));
        }
        lower = c.is_lowercase();
        if c.is_alphanumeric() {
            word.push(c);
        }
    }
    out.push(normalise(&word));
    out.retain(|word| !word.is_empty());
    out
}

/// Reads the tag of a block element.
pub(super) fn element(tag: &Tag, cues: &Cues) -> Element {
    let mut element = Element::default();
    match &*tag.name {
        "article" => element.frame = Some(Frame::Article),
        "main" => element.frame = Some(Frame::Main),
        "nav" | "menu" => element.out = Some(Reason::Navigation),
        "aside" => element.out = Some(Reason::Aside),
        "footer" => element.out = Some(Reason::Footer),
        "header" => element.out = Some(Reason::Header),
        "form" | "option" | "search" | "dialog" => element.out = Some(Reason::Control),
        _ => {}
    }
    let roles = attribute(tag, "role").unwrap_or_default();
    match roles.split_ascii_whitespace().next().unwrap_or_default() {
        "main" => element.frame = Some(Frame::Main),
        "article" => element.frame = Some(Frame::Article),
        "navigation" | "menu" | "menubar" | "tablist" => element.out = Some(Reason::Navigation),
        "banner" => element.out = Some(Reason::Header),
        "contentinfo" => element.out = Some(Reason::Footer),
        "complementary" => element.out = Some(Reason::Aside),
        "search" | "toolbar" => element.out = Some(Reason::Control),
        "dialog" | "alertdialog" => element.out = Some(Reason::Consent),
        _ => {}
    }
    match class(tag, cues) {
        Some(ClassCue::Body) => element.frame = element.frame.or(Some(Frame::Body)),
        Some(ClassCue::Out(reason)) => element.out = element.out.or(Some(reason)),
        Some(ClassCue::Hint(hint)) => {
            element.hint = Some(hint);
            // A box with a note about the author is beside the article but part of it.
            if matches!(
                hint,
                MarkupHint::Byline | MarkupHint::Bio | MarkupHint::Boilerplate(_) | MarkupHint::Standfirst
            ) {
                element.out = element.out.filter(|reason| *reason == Reason::Control);
            }
        }
        None => {}
    }
    element
}

/// The content of an image tag.
pub(super) enum Picture {
    /// A picture.
    Shown(Image),
    /// A small icon that stands for its alternative text: an emoji.
    Icon(String),
    /// A picture with alternative text but without an address.
    Lost(String),
    /// Nothing: a spacer, a tracking pixel.
    None,
}

/// The largest side of an icon, in pixels.
const LARGEST_ICON: u32 = 32;

/// Reads an image tag.
pub(super) fn image(tag: &Tag, resolve: impl Fn(&str) -> Option<String>) -> Picture {
    let alt = attribute(tag, "alt").map(collapse).unwrap_or_default();
    let title = attribute(tag, "title").map(collapse).unwrap_or_default();
    let side = |name| attribute(tag, name).and_then(|value| value.trim().trim_end_matches("px").parse::<u32>().ok());
    if [side("width"), side("height")].into_iter().flatten().any(|pixels| pixels <= LARGEST_ICON) {
        return if alt.is_empty() { Picture::None } else { Picture::Icon(alt) };
    }
    // Pages with lazy loading keep the address in another attribute and a placeholder in `src`.
    let lazy = ["data-src", "data-lazy-src", "data-original", "data-srcset", "data-lazy-srcset"];
    let mut names = lazy.into_iter().chain(["src", "srcset"]);
    let address = names.find_map(|name| {
        let value = attribute(tag, name)?.trim();
        let first = if name.ends_with("srcset") { value.split([' ', ',']).next()? } else { value };
        resolve(first)
    });
    match address {
        Some(src) => Picture::Shown(Image { src, alt, title }),
        None if alt.is_empty() => Picture::None,
        None => Picture::Lost(alt),
    }
}
