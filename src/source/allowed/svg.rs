//! Drawings that run something.

use std::cell::Cell;

use html5ever::{
    tendril::StrTendril,
    tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
};

/// Whether an SVG file would run something, or cannot be looked through. On a page it is only a picture, but a reader who
/// opens its own address gives it the rights of the newsroom's site.
#[must_use]
pub fn is_live_svg(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return true };
    // Entities could hold any markup, and a style sheet could be a program.
    if ["\0", "<!ENTITY", "<?xml-stylesheet"].iter().any(|refused| text.contains(refused)) {
        return true;
    }
    // A browser reads the file as XML and our tokenizer as HTML. In HTML an instruction and a section end with the first `>`,
    // and some comments earlier than in XML: behind that an element could hide in what looks like a value.
    let hides = |opening, closing| {
        let mut insides = text.split(opening).skip(1).map(|rest: &str| rest.split_once(closing));
        insides.any(|inside| inside.is_none_or(|(inside, _)| inside.contains('<')))
    };
    if hides("<?", "?>") || hides("<![CDATA[", "]]>") {
        return true;
    }
    if ["<!-->", "<!--->", "--!>"].iter().any(|end| text.contains(end)) {
        return true;
    }
    let tokenizer = Tokenizer::new(Sink(Cell::new(false)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.get()
}

struct Sink(Cell<bool>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token
            && tag.kind == TagKind::StartTag
            && is_live(&tag)
        {
            self.0.set(true);
        }
        TokenSinkResult::Continue
    }
}

fn is_live(tag: &Tag) -> bool {
    // A prefix may stand for any namespace.
    let local = tag.name.rsplit(':').next().unwrap_or_default();
    let is_live_element = matches!(
        local,
        "base"
            | "embed"
            | "foreignobject"
            | "form"
            | "handler"
            | "iframe"
            | "link"
            | "listener"
            | "meta"
            | "object"
            | "script"
    );
    is_live_element
        || tag.attrs.iter().any(|attribute| {
            let value: String = attribute.value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let value = value.to_ascii_lowercase();
            attribute.name.local.starts_with("on") || value.contains("javascript:") || value.contains("data:text")
        })
}
