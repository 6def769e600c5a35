//! The body of a page, held to what a page keeps.

use std::collections::{HashMap, HashSet};

use ammonia::Builder;

use super::{
    hidden::without_hidden,
    tags::{ATTRIBUTES, ATTRIBUTES_OF, ELEMENTS, PREFIX, is_raw, keeps_attribute},
};

/// The body of a page with nothing in it but the elements, attributes and addresses that a page keeps: no script, no
/// style, no form, no address but `http`, `https`, `mailto` and relative ones. A frame stays for one of `embeds`, the
/// addresses that the newsroom names, and may not leave its place on the page.
#[must_use]
pub fn sanitise(body: &str, embeds: &[String]) -> String {
    let mut elements: HashSet<&str> = ELEMENTS.iter().copied().collect();
    // The box of a task, which Markdown makes.
    elements.insert("input");
    if !embeds.is_empty() {
        elements.insert("iframe");
    }
    let mut attributes: HashMap<&str, HashSet<&str>> =
        ATTRIBUTES_OF.iter().map(|(element, list)| (*element, list.iter().copied().collect())).collect();
    attributes.retain(|element, _| elements.contains(element));
    attributes.insert("input", HashSet::from(["checked"]));
    let taken = ["math", "noembed", "noframes", "script", "style", "svg", "template", "textarea", "title", "xmp"];
    let taken = taken.into_iter().chain((embeds.is_empty()).then_some("iframe"));
    let owned = embeds.to_vec();
    let mut builder = Builder::empty();
    builder
        .tags(elements)
        .clean_content_tags(taken.filter(|name| is_raw(name) || !ELEMENTS.contains(name)).collect())
        .generic_attributes(ATTRIBUTES.iter().copied().collect())
        .generic_attribute_prefixes(HashSet::from([PREFIX]))
        .tag_attributes(attributes)
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(None)
        .set_tag_attribute_value("input", "type", "checkbox")
        .set_tag_attribute_value("input", "disabled", "")
        .attribute_filter(move |element, attribute, value| {
            // Those that are set here pass this way too.
            let is_set = element == "input" || (element == "iframe" && attribute == "sandbox");
            let is_kept = is_set || keeps_attribute(element, attribute, value, &owned);
            is_kept.then(|| value.into())
        });
    if !embeds.is_empty() {
        builder.set_tag_attribute_value("iframe", "sandbox", "allow-scripts allow-same-origin allow-presentation");
    }
    // What aligns a table's column; a style would be refused by the page's policy.
    let mut body = without_hidden(body).into_owned();
    for cell in ["td", "th"] {
        for side in ["left", "center", "right"] {
            let style = format!("<{cell} style=\"text-align: {side}\">");
            body = body.replace(&style, &format!("<{cell} align=\"{side}\">"));
        }
    }
    // An `&` of the text is written `&amp;`, so that this can only be the character.
    builder.clean(&body).to_string().replace("&nbsp;", "\u{a0}")
}
