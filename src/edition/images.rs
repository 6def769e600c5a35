//! The pictures of a page: their sizes, when they load, and the one for social networks.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::source::PictureSize;

/// The sizes of pictures by their addresses in the article.
pub type PictureSizes = BTreeMap<String, PictureSize>;

/// The types of picture that social networks show.
const BITMAPS: [&str; 4] = ["jpeg", "jpg", "png", "webp"];

/// Whether an address is that of a PNG, JPEG or WebP picture by its name.
pub(super) fn is_bitmap(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let extension = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension);
    extension.is_some_and(|extension| BITMAPS.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// The body of a page whose pictures have the attributes `width` and `height`, so that the text does not jump when they
/// arrive, and `loading`: the first loads at once, the others when a reader comes near. What an article says itself stays.
pub(super) fn with_sizes(body: &str, sizes: &PictureSizes) -> String {
    let mut out = String::with_capacity(body.len() + 64);
    let mut is_first = true;
    let mut rest = body;
    while let Some((before, tag)) = rest.split_once("<img ") {
        out.extend([before, "<img "]);
        // The body is sanitised: no value holds a `>` that is not written as an entity.
        let Some((attributes, behind)) = tag.split_once('>') else {
            rest = tag;
            continue;
        };
        let attributes = attributes.trim_end_matches(['/', ' ']);
        out.push_str(attributes);
        let value = |name: &str| {
            let (_, rest) = attributes.split_once(&format!("{name}=\""))?;
            rest.split('"').next()
        };
        let has = |name: &str| format!(" {attributes}").contains(&format!(" {name}=\""));
        let size = value("src").and_then(|src| sizes.get(src).or_else(|| sizes.get(&decoded(src))));
        if let Some((width, height)) = size.filter(|_| !has("width") && !has("height")) {
            let _ = write!(out, " width=\"{width}\" height=\"{height}\"");
        }
        if !has("loading") {
            out.push_str(if is_first { " loading=\"eager\"" } else { " loading=\"lazy\"" });
        }
        is_first = false;
        out.push('>');
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// An address as the article writes it: without entities and percent-encoding.
fn decoded(address: &str) -> String {
    let address = address.replace("&amp;", "&");
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = tail.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap_or(address)
}
