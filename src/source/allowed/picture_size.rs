//! The size of a picture, from its first bytes.

use std::cell::Cell;

use html5ever::{
    tendril::StrTendril,
    tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
};

/// The width and height of a picture in pixels, each at least 1.
pub type PictureSize = (u32, u32);

/// The largest width or height that a page states.
const LARGEST: u32 = 100_000;

/// Reads the size of a PNG, JPEG, WebP or GIF file from its header, and of a drawing (SVG) from `width` and `height` or
/// else from `viewBox`; `None` if the file does not say.
#[must_use]
pub fn picture_size(bytes: &[u8]) -> Option<PictureSize> {
    let size = match imagesize::blob_size(bytes) {
        Ok(size) => (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?),
        Err(_) => drawing_size(bytes)?,
    };
    let fits = |side: u32| (1..=LARGEST).contains(&side);
    (fits(size.0) && fits(size.1)).then_some(size)
}

fn drawing_size(bytes: &[u8]) -> Option<PictureSize> {
    let text = std::str::from_utf8(bytes).ok()?;
    let tokenizer = Tokenizer::new(Sink(Cell::new(Root::None)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let _ = tokenizer.feed(&input);
    match tokenizer.sink.0.get() {
        Root::Of(size) => size,
        Root::None => None,
    }
}

/// What is known of the root element.
#[derive(Clone, Copy)]
enum Root {
    /// It has not come yet.
    None,
    /// Its size.
    Of(Option<PictureSize>),
}

struct Sink(Cell<Root>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let (Root::None, Token::TagToken(tag)) = (self.0.get(), token)
            && tag.kind == TagKind::StartTag
        {
            self.0.set(Root::Of(size_of(&tag)));
        }
        TokenSinkResult::Continue
    }
}

fn size_of(tag: &Tag) -> Option<PictureSize> {
    if tag.name.rsplit(':').next() != Some("svg") {
        return None;
    }
    // The tokenizer writes the names of attributes in small letters.
    let value =
        |name: &str| tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|found| &*found.value);
    let length = |name| value(name).and_then(|text| pixels(text.trim().trim_end_matches("px")));
    if let (Some(width), Some(height)) = (length("width"), length("height")) {
        return Some((width, height));
    }
    let mut sides = value("viewbox")?.split([' ', ',', '\n', '\t']).filter(|side| !side.is_empty()).skip(2);
    Some((pixels(sides.next()?)?, pixels(sides.next()?)?))
}

/// A length in whole pixels.
fn pixels(text: &str) -> Option<u32> {
    let length: f64 = text.parse().ok()?;
    let is_usable = length.is_finite() && length >= 0.5 && length <= f64::from(LARGEST);
    is_usable.then(|| format!("{length:.0}").parse().ok()).flatten()
}
