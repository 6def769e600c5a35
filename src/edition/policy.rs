//! The Content-Security-Policy of a page.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::source::allowed::web_origin;

/// What a template writes for the policy. It is replaced once the page is rendered, since it names the page's styles.
pub(super) const PLACEHOLDER: &str = "tolmach-content-security-policy";

/// The page with its policy in place of [`PLACEHOLDER`]: no script, no style but the page's own, nothing loaded but
/// pictures, sound and video of its own server, pictures over `https`, and what `embeds` name.
pub(super) fn set(page: &str, embeds: &[String]) -> String {
    if !page.contains(PLACEHOLDER) {
        return page.to_owned();
    }
    let styles: Vec<String> = styles(page).map(hash).collect();
    let origins: Vec<String> = embeds.iter().filter_map(|address| web_origin(address)).collect();
    let list = |words: &[String]| if words.is_empty() { "'none'".to_owned() } else { words.join(" ") };
    let media = [&["'self'".to_owned()], origins.as_slice()].concat();
    let policy = format!(
        "default-src 'none'; script-src 'none'; style-src {}; img-src 'self' https:; media-src {}; frame-src {}; \
         base-uri 'none'; form-action 'none'",
        list(&styles),
        list(&media),
        list(&origins),
    );
    page.replace(PLACEHOLDER, &policy)
}

/// The texts of the page's style elements; the body has none.
fn styles(page: &str) -> impl Iterator<Item = &str> {
    page.split("<style>").skip(1).filter_map(|rest| Some(rest.split_once("</style>")?.0))
}

/// A text's digest as a policy names it; a browser has read its line ends as line feeds.
fn hash(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}
