//! The addresses that a page may hold.

use std::sync::LazyLock;

use url::Url;

use super::hidden::without_hidden;

/// What a page does with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A reader may follow it.
    Link,
    /// It is shown as a picture.
    Picture,
    /// It is played: sound or video.
    Media,
    /// It is a page within the page.
    Frame,
}

/// Whether a page may link to an address: `http`, `https`, `mailto`, or relative.
#[must_use]
pub fn is_link(address: &str) -> bool {
    resolve(address).is_some_and(|url| matches!(url.scheme(), "http" | "https" | "mailto"))
}

/// Whether a page may show a picture from an address: `http`, `https`, or relative.
#[must_use]
pub fn is_picture(address: &str) -> bool {
    resolve(address).is_some_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// Whether an address is relative: it stays on the server from which the page comes.
#[must_use]
pub fn is_own(address: &str) -> bool {
    resolve(address).is_some_and(|url| is_on_page_server(&url))
}

/// Whether a picture comes over plain `http`, which a page does not load.
pub(super) fn is_plain_http(address: &str) -> bool {
    resolve(address).is_some_and(|url| url.scheme() == "http")
}

/// The server of an address of the web (`https://player.example`); `None` for any other address.
#[must_use]
pub fn web_origin(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(url.origin().ascii_serialization())
}

/// Whether a page may use an address for this purpose; `embeds` are the addresses that a newsroom names.
pub(super) fn is_allowed(purpose: Purpose, address: &str, embeds: &[String]) -> bool {
    match purpose {
        Purpose::Link => is_link(address),
        Purpose::Picture => is_picture(address),
        Purpose::Media => is_own(address) || is_embed(address, embeds),
        Purpose::Frame => is_embed(address, embeds),
    }
}

/// Whether every address of a `srcset` is a picture's.
pub(super) fn is_allowed_set(set: &str) -> bool {
    set.split(',').filter_map(|candidate| candidate.split_whitespace().next()).all(is_picture)
}

/// Whether an address begins with one that the newsroom names, on the same server and with whole parts of its path.
fn is_embed(address: &str, embeds: &[String]) -> bool {
    let Some(url) = resolve(address) else { return false };
    let is_below = |path: &str, folder: &str| {
        let folder = folder.trim_end_matches('/');
        path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let matches = |embed: &Url| {
        embed.scheme() == url.scheme()
            && embed.host_str() == url.host_str()
            && embed.port_or_known_default() == url.port_or_known_default()
            && is_below(url.path(), embed.path())
    };
    let is_web = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    is_web && embeds.iter().filter_map(|embed| Url::parse(embed.trim()).ok()).any(|embed| matches(&embed))
}

fn is_on_page_server(url: &Url) -> bool {
    url.scheme() == "https" && url.host_str() == Some(PAGE_HOST)
}

/// A host that no page has.
const PAGE_HOST: &str = "page.invalid";

/// What a browser makes of an address. Characters that never reach a page are taken out first: what is left could be
/// another address (`java<U+202E>script:`).
fn resolve(address: &str) -> Option<Url> {
    static PAGE: LazyLock<Option<Url>> = LazyLock::new(|| Url::parse(&format!("https://{PAGE_HOST}/")).ok());
    PAGE.as_ref()?.join(&without_hidden(address)).ok()
}
