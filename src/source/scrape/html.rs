//! The reader of HTML pages, on top of html5ever's tokenizer, which gives line numbers; the open elements are a flat
//! list, so that neither deep nesting nor missing end tags do harm.
//!
//! Of the tree construction of the HTML standard (§ 13.2.6) only what moves text between blocks is implemented: void
//! elements, raw text, implied end tags of `p`, `li`, `dt`, `dd`, `tr`, `td`, `th`; an SVG ends where HTML begins.

use std::{borrow::Cow, cell::RefCell, collections::HashMap, sync::Arc};

use html5ever::{
    LocalName,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
    },
};

use super::{
    block::{BlockKind, CandidateBlock, Link, MarkupHint},
    cues::{ClassCue, Cues},
    element::Element,
    meta::{Meta, MetaCollector},
    reason::Reason,
    runs::{OpenMarks, Runs},
    script::{self, Script},
    tags::{self, attribute},
    zones,
};

/// Reads a page: its blocks, judged by structure alone, and its metadata.
pub(super) fn read(page: &str, cues: &Cues) -> (Vec<CandidateBlock>, Meta) {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(HtmlReader::new(cues))), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(page));
    // It stops early only to run a script or to change the encoding, which the sink never requests.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut reader = tokenizer.sink.0.into_inner();
    reader.flush();
    let mut blocks = reader.blocks;
    zones::judge(&mut blocks, &mut reader.elements);
    (blocks, reader.meta.finish())
}

struct Sink<'a>(RefCell<HtmlReader<'a>>);

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        reader.line = usize::try_from(line).unwrap_or(usize::MAX);
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return reader.start(&tag),
            Token::TagToken(tag) => reader.end(&tag.name),
            Token::CharacterTokens(text) => reader.text(&text),
            Token::NullCharacterToken => reader.text("\u{fffd}"),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The context of text, from the elements around it; an element's number is 0 if there is none.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct TextContext {
    element: usize,
    heading: u8,
    caption: bool,
    quote: bool,
    lists: u8,
    list: usize,
    item: usize,
    number: Option<u32>,
    table: usize,
    row: usize,
    cell: Option<usize>,
    pre: bool,
    svg: bool,
    script: Script,
    mark: Option<MarkupHint>,
    /// Why the text is not part of the paragraph around it.
    side: Option<Reason>,
    /// Indices of the open elements that the next start tag of their kind ends: `li`, `dd`; `tr`; `td`.
    open_item: Option<usize>,
    open_row: Option<usize>,
    open_cell: Option<usize>,
}

struct OpenElement {
    name: LocalName,
    is_block: bool,
    context: TextContext,
    marks: OpenMarks,
    link: Option<Arc<Link>>,
}

/// The use of the text of a raw element.
enum Capture {
    Title(String),
    Json(String),
    Nothing,
}

struct HtmlReader<'a> {
    cues: &'a Cues,
    line: usize,
    elements: Vec<Element>,
    open: Vec<OpenElement>,
    /// Indices in `open` of the block elements.
    open_blocks: Vec<usize>,
    /// Number of open elements of each name.
    counts: HashMap<LocalName, usize>,
    capture: Option<Capture>,
    runs: Runs,
    side: String,
    side_line: usize,
    side_reason: Option<Reason>,
    blocks: Vec<CandidateBlock>,
    meta: MetaCollector,
}

/// Maximum number of blocks that a link can span: a page without the end tag must not repeat the address forever.
const MAX_LINK_BLOCKS: usize = 64;

/// Maximum number of open inline elements in which an end tag looks for its start tag.
const MAX_INLINE_DEPTH: usize = 64;

impl<'a> HtmlReader<'a> {
    fn new(cues: &'a Cues) -> Self {
        Self {
            cues,
            line: 1,
            // Number 0 is none; number 1 is the document.
            elements: vec![Element::default(), Element::default()],
            open: Vec::new(),
            open_blocks: Vec::new(),
            counts: HashMap::new(),
            capture: None,
            runs: Runs::default(),
            side: String::new(),
            side_line: 0,
            side_reason: None,
            blocks: Vec::new(),
            meta: MetaCollector::default(),
        }
    }

    fn context(&self) -> TextContext {
        self.open.last().map_or(TextContext { element: 1, ..TextContext::default() }, |open| open.context)
    }

    fn text(&mut self, text: &str) {
        match &mut self.capture {
            Some(Capture::Title(out) | Capture::Json(out)) => return out.push_str(text),
            Some(Capture::Nothing) => return,
            None => {}
        }
        let context = self.context();
        if context.svg {
            return;
        }
        let text =
            if context.script == Script::None { Cow::Borrowed(text) } else { script::set(text, context.script).into() };
        if let Some(reason) = context.side {
            self.push_side(&text, reason);
        } else {
            self.runs.push(&text, context.pre, context.mark, self.line);
        }
    }

    fn push_side(&mut self, text: &str, reason: Reason) {
        if self.side_reason.is_some_and(|known| known != reason) {
            self.flush_side();
        }
        if !text.trim().is_empty() {
            if self.side.is_empty() {
                self.side_line = self.line;
            }
            self.side_reason = Some(reason);
        }
        if self.side_reason.is_some() {
            self.side.push_str(text);
        }
    }

    fn flush_side(&mut self) {
        let text = super::block::collapse(&std::mem::take(&mut self.side));
        if let (Some(reason), false) = (self.side_reason.take(), text.is_empty()) {
            let run = super::Run::Text { text, style: super::Style::default() };
            let mut block = CandidateBlock::new(self.side_line, BlockKind::Paragraph, vec![run]);
            block.element = self.context().element;
            block.out = Some(reason);
            block.side = true;
            self.blocks.push(block);
        }
    }

    /// Ends the current block.
    fn flush(&mut self) {
        let context = self.context();
        if self.runs.link_blocks > MAX_LINK_BLOCKS {
            self.runs.link = None;
        }
        let form = match context {
            TextContext { caption: true, .. } => BlockKind::Caption,
            TextContext { heading: 1.., .. } => BlockKind::Heading(context.heading),
            TextContext { pre: true, .. } if self.runs.is_code() => BlockKind::Code,
            TextContext { item: 1.., .. } => {
                BlockKind::Item { depth: context.lists.saturating_sub(1), number: context.number, first: true }
            }
            TextContext { cell: Some(column), row: 1.., .. } => {
                BlockKind::Cell { table: context.table, row: context.row, column }
            }
            _ => BlockKind::Paragraph,
        };
        for mut block in self.runs.take(&form) {
            if let (BlockKind::Item { first, .. }, Some(item)) = (&mut block.form, self.elements.get_mut(context.item))
            {
                *first = !std::mem::replace(&mut item.seen, true);
            }
            block.quoted = context.quote;
            block.element = context.element;
            block.group = if context.list > 0 { context.list } else { context.element };
            if !matches!(block.form, BlockKind::Cell { .. }) {
                // A table with other blocks in its cells serves layout.
                if let Some(table) = self.elements.get_mut(context.table) {
                    table.layout = true;
                }
            }
            self.blocks.push(block);
        }
        self.flush_side();
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let context = self.context();
        if context.svg {
            if tags::breaks_out_of_svg(name) {
                self.close("svg");
            } else {
                if !tag.self_closing {
                    self.push(tag, false, context);
                }
                return TokenSinkResult::Continue;
            }
        }
        if let Some(embed) = tags::embed(tag) {
            self.list_embed(&embed, context);
        }
        match name {
            "script" => {
                let json =
                    attribute(tag, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"));
                self.capture = Some(if json { Capture::Json(String::new()) } else { Capture::Nothing });
                return TokenSinkResult::RawData(RawKind::ScriptData);
            }
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                self.capture = Some(Capture::Nothing);
                return TokenSinkResult::RawData(RawKind::Rawtext);
            }
            "title" => {
                self.capture = Some(Capture::Title(String::new()));
                return TokenSinkResult::RawData(RawKind::Rcdata);
            }
            "plaintext" => return TokenSinkResult::Plaintext,
            "html" | "meta" | "link" | "base" => self.meta.read_tag(tag),
            "br" => self.line_break(),
            "hr" => self.flush(),
            "img" | "image" | "amp-img" | "amp-anim" => self.image(tag, context),
            _ if tags::is_void(name) || matches!(name, "head" | "body") => {}
            _ if tags::is_block(name) => self.start_block(tag),
            _ => self.start_inline(tag),
        }
        if name == "textarea" { TokenSinkResult::RawData(RawKind::Rcdata) } else { TokenSinkResult::Continue }
    }

    /// Lists a frame, a film or the like by its title and address: the text around it stays whole.
    fn list_embed(&mut self, embed: &str, context: TextContext) {
        if context.side == Some(Reason::Hidden) {
            return;
        }
        self.flush_side();
        self.push_side(embed, Reason::Embedded);
        self.flush_side();
    }

    fn line_break(&mut self) {
        let context = self.context();
        if let Some(reason) = context.side {
            self.push_side(" ", reason);
        } else if context.pre {
            self.runs.push("\n", true, context.mark, self.line);
        } else if self.runs.line_break() {
            // On old pages two consecutive breaks separate paragraphs.
            self.flush();
        }
    }

    fn image(&mut self, tag: &Tag, context: TextContext) {
        let image = tags::image(tag, |address| self.meta.resolve(address));
        match (context.side, image) {
            (Some(reason), tags::Picture::Shown(super::Image { alt, .. }) | tags::Picture::Icon(alt)) => {
                self.push_side(&format!(" {alt} "), reason);
            }
            (None, tags::Picture::Shown(image)) => self.runs.push_image(image, self.line),
            (None, tags::Picture::Icon(alt)) => self.runs.push(&alt, false, context.mark, self.line),
            (reason, tags::Picture::Lost(alt)) => {
                self.push_side(&format!(" {alt} "), reason.unwrap_or(Reason::Picture));
            }
            (_, tags::Picture::None) => {}
        }
    }

    fn start_block(&mut self, tag: &Tag) {
        self.flush();
        let name: &str = &tag.name;
        if self.open_blocks.last().and_then(|at| self.open.get(*at)).is_some_and(|open| &*open.name == "p") {
            self.close("p");
        }
        let implied = self.context();
        match name {
            "li" | "dd" | "dt" => self.close_at(implied.open_item),
            "tr" | "tbody" | "thead" | "tfoot" => self.close_at(implied.open_row),
            "td" | "th" => self.close_at(implied.open_cell),
            _ => {}
        }
        let mut context = self.context();
        let parent = context.element;
        let mut element = tags::element(tag, self.cues);
        element.parent = parent;
        let at = self.elements.len();
        context.element = at;
        context.mark = None;
        context.side = context.side.or_else(|| tags::is_hidden(tag, self.cues).then_some(Reason::Hidden));
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                context.heading = name.bytes().last().map_or(2, |digit| digit.saturating_sub(b'0'));
            }
            "figcaption" => context.caption = true,
            "blockquote" => context.quote = true,
            "pre" => context.pre = true,
            "ul" | "ol" | "menu" | "dir" => {
                context.lists = context.lists.saturating_add(1).min(8);
                context.list = at;
                (context.item, context.open_item, context.number) = (0, None, None);
                let start = attribute(tag, "start").and_then(|start| start.trim().parse().ok());
                element.next_number = (name == "ol").then(|| start.unwrap_or(1).min(999_999_000));
            }
            "li" => {
                let list = self.elements.get_mut(context.list).filter(|_| context.list > 0);
                context.number = list.and_then(|list| {
                    let number = list.next_number?;
                    list.next_number = Some(number.saturating_add(1));
                    Some(number)
                });
                context.lists = context.lists.max(1);
                context.item = at;
                context.open_item = Some(self.open.len());
            }
            "dd" | "dt" => context.open_item = Some(self.open.len()),
            "table" => {
                if let Some(outer) = self.elements.get_mut(context.table) {
                    outer.layout = true;
                }
                context.table = at;
                (context.row, context.cell, context.open_row, context.open_cell) = (0, None, None, None);
            }
            "tr" => {
                context.row = at;
                (context.cell, context.open_cell) = (None, None);
                context.open_row = Some(self.open.len());
            }
            "td" | "th" => {
                let row = self.elements.get_mut(context.row).filter(|_| context.row > 0);
                context.cell = row.map(|row| {
                    row.cells += 1;
                    row.cells - 1
                });
                context.open_cell = Some(self.open.len());
            }
            _ => {}
        }
        self.elements.push(element);
        self.push(tag, true, context);
    }

    fn start_inline(&mut self, tag: &Tag) {
        let mut context = self.context();
        if let Some(reason) = tags::side_of(tag, self.cues) {
            context.side = context.side.or(Some(reason));
            self.push_side(" ", reason);
        }
        match tags::class(tag, self.cues) {
            Some(ClassCue::Hint(hint)) => {
                self.runs.part(context.mark, hint);
                context.mark = Some(hint);
            }
            // `<span class="views">312 views</span>` beside the author's name.
            Some(ClassCue::Out(reason @ Reason::Counter)) if context.side.is_none() => {
                self.push_side(" ", reason);
                context.side = Some(reason);
            }
            _ if &*tag.name == "time" => context.mark = context.mark.or(Some(MarkupHint::Date)),
            _ => {}
        }
        match &*tag.name {
            "svg" => context.svg = !tag.self_closing,
            "sup" => context.script = Script::Super,
            "sub" => context.script = Script::Sub,
            "a" => {
                // The mark of a note leads to the foot of the page.
                let is_note = |href: &&str| context.script == Script::Super && href.starts_with('#');
                let href = attribute(tag, "href").filter(|href| !is_note(href));
                let href = href.and_then(|href| self.meta.resolve(href));
                let title = attribute(tag, "title").map(super::block::collapse).unwrap_or_default();
                self.runs.link = href.map(|href| Arc::new(Link { href, title }));
                self.runs.link_blocks = 0;
            }
            "time" => self.meta.read_time(tag),
            _ => {}
        }
        if &*tag.name == "svg" && tag.self_closing {
            return;
        }
        self.push(tag, false, context);
        self.runs.marks.open(&tag.name);
    }

    fn push(&mut self, tag: &Tag, is_block: bool, context: TextContext) {
        if is_block {
            self.open_blocks.push(self.open.len());
        }
        *self.counts.entry(tag.name.clone()).or_default() += 1;
        let (marks, link) = (self.runs.marks, self.runs.link.clone());
        self.open.push(OpenElement { name: tag.name.clone(), is_block, context, marks, link });
    }

    fn end(&mut self, name: &LocalName) {
        if let Some(capture) = self.capture.take() {
            match capture {
                Capture::Title(text) => self.meta.set_title(&text),
                Capture::Json(text) => self.meta.read_json(&text),
                Capture::Nothing => {}
            }
            return;
        }
        match &**name {
            "br" => return self.line_break(),
            "p" => self.flush(),
            _ => {}
        }
        if self.counts.get(name).is_none_or(|count| *count == 0) {
            return;
        }
        let is_block = tags::is_block(name);
        if is_block {
            self.flush();
        }
        if is_block || self.context().svg {
            self.close(name);
            return;
        }
        let inline = self.open.iter().rev().take(MAX_INLINE_DEPTH).take_while(|open| !open.is_block);
        if let Some(depth) = inline.map(|open| &open.name).position(|open| open == name) {
            (0..=depth).for_each(|_| self.pop());
        } else {
            // Misnested: the style ends here, the element with the block that it encloses.
            self.runs.marks.close(name);
            if &**name == "a" {
                self.runs.link = None;
            }
        }
    }

    /// Closes the innermost open element of this name and everything open in it.
    fn close(&mut self, name: &str) {
        let at = self.open.iter().rposition(|open| &*open.name == name);
        self.close_at(at);
    }

    fn close_at(&mut self, at: Option<usize>) {
        let Some(at) = at else { return };
        while self.open.len() > at {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if let Some(count) = self.counts.get_mut(&open.name) {
            *count = count.saturating_sub(1);
        }
        if open.is_block {
            self.open_blocks.pop();
            self.runs.marks = self.runs.marks.common_with(open.marks);
            let same = matches!((&self.runs.link, &open.link), (Some(now), Some(then)) if Arc::ptr_eq(now, then));
            if !same {
                self.runs.link = None;
            }
        } else {
            self.runs.marks.close(&open.name);
            if &*open.name == "a" {
                self.runs.link = None;
            }
        }
    }
}
