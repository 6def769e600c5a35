//! How is an HTML page read into blocks? Over the tokenizer of html5ever, which gives line numbers; the open elements
//! are a flat list, so that no depth of nesting and no missing end tag can hurt.
//!
//! Of the tree construction of the HTML standard (§ 13.2.6) only what moves text between blocks is followed: void
//! elements, raw text, implied end tags of `p`, `li`, `dt`, `dd`, `tr`, `td`, `th`; drawings end where HTML begins.

use std::{cell::RefCell, collections::HashMap, sync::Arc};

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
    meta::{FoundMeta, Meta},
    reason::Reason,
    runs::{OpenMarks, Runs},
    tags::{self, attribute},
    zones::{self, Element},
};

/// Reads a page: its blocks, judged by structure as far as structure tells, and its metadata.
pub(super) fn read(page: &str, cues: &Cues) -> (Vec<CandidateBlock>, Meta) {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(HtmlReader::new(cues))), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(page));
    // It stops before the end only for a script to run or an encoding to change, which the sink never asks for.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut reader = tokenizer.sink.0.into_inner();
    reader.flush();
    let mut drafts = reader.drafts;
    zones::judge(&mut drafts, &mut reader.elements);
    (drafts, reader.found.finish())
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

/// What holds for text because of the elements around it; numbers of elements are 0 where there is none.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Around {
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
    mark: Option<MarkupHint>,
    /// The text is not part of the paragraph around it, for this reason.
    side: Option<Reason>,
    /// Where in the list of open elements those are that a next start tag of the kind ends: `li`, `dd`; `tr`; `td`.
    open_item: Option<usize>,
    open_row: Option<usize>,
    open_cell: Option<usize>,
}

struct Open {
    name: LocalName,
    block: bool,
    around: Around,
    marks: OpenMarks,
    link: Option<Arc<Link>>,
}

/// What the text of a raw element is good for.
enum Capture {
    Title(String),
    Json(String),
    Nothing,
}

struct HtmlReader<'a> {
    cues: &'a Cues,
    line: usize,
    elements: Vec<Element>,
    open: Vec<Open>,
    /// Places in `open` of the block elements.
    blocks: Vec<usize>,
    /// How many elements of a name are open.
    counts: HashMap<LocalName, usize>,
    capture: Option<Capture>,
    runs: Runs,
    side: String,
    side_line: usize,
    side_reason: Option<Reason>,
    drafts: Vec<CandidateBlock>,
    found: FoundMeta,
}

/// In how many blocks one link may go on: a page that forgets an end tag must not repeat its address for ever.
const LINK_BLOCKS: usize = 64;

/// How far down the open inline elements an end tag looks for its own.
const INLINE_REACH: usize = 64;

impl<'a> HtmlReader<'a> {
    fn new(cues: &'a Cues) -> Self {
        Self {
            cues,
            line: 1,
            // Number 0 means none; number 1 is the document.
            elements: vec![Element::default(), Element::default()],
            open: Vec::new(),
            blocks: Vec::new(),
            counts: HashMap::new(),
            capture: None,
            runs: Runs::default(),
            side: String::new(),
            side_line: 0,
            side_reason: None,
            drafts: Vec::new(),
            found: FoundMeta::default(),
        }
    }

    fn around(&self) -> Around {
        self.open.last().map_or(Around { element: 1, ..Around::default() }, |open| open.around)
    }

    fn text(&mut self, text: &str) {
        match &mut self.capture {
            Some(Capture::Title(out) | Capture::Json(out)) => return out.push_str(text),
            Some(Capture::Nothing) => return,
            None => {}
        }
        let around = self.around();
        if around.svg {
            return;
        }
        if let Some(reason) = around.side {
            self.push_side(text, reason);
        } else {
            self.runs.push(text, around.pre, around.mark, self.line);
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
            let mut draft = CandidateBlock::new(self.side_line, BlockKind::Paragraph, vec![run]);
            draft.element = self.around().element;
            draft.out = Some(reason);
            draft.side = true;
            self.drafts.push(draft);
        }
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        let around = self.around();
        if self.runs.link_blocks > LINK_BLOCKS {
            self.runs.link = None;
        }
        let form = match around {
            Around { caption: true, .. } => BlockKind::Caption,
            Around { heading: 1.., .. } => BlockKind::Heading(around.heading),
            Around { pre: true, .. } if self.runs.is_code() => BlockKind::Code,
            Around { item: 1.., .. } => {
                BlockKind::Item { depth: around.lists.saturating_sub(1), number: around.number, first: true }
            }
            Around { cell: Some(column), row: 1.., .. } => {
                BlockKind::Cell { table: around.table, row: around.row, column }
            }
            _ => BlockKind::Paragraph,
        };
        for mut draft in self.runs.take(&form) {
            if let (BlockKind::Item { first, .. }, Some(item)) = (&mut draft.form, self.elements.get_mut(around.item)) {
                *first = !std::mem::replace(&mut item.seen, true);
            }
            draft.quoted = around.quote;
            draft.element = around.element;
            draft.group = if around.list > 0 { around.list } else { around.element };
            if !matches!(draft.form, BlockKind::Cell { .. }) {
                // A table with more than words in its cells serves the page's layout.
                if let Some(table) = self.elements.get_mut(around.table) {
                    table.layout = true;
                }
            }
            self.drafts.push(draft);
        }
        self.flush_side();
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let around = self.around();
        if around.svg {
            if tags::leaves_drawing(name) {
                self.close("svg");
            } else {
                if !tag.self_closing {
                    self.push(tag, false, around);
                }
                return TokenSinkResult::Continue;
            }
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
            "html" | "meta" | "link" | "base" => self.found.tag(tag),
            "br" => self.line_break(),
            "hr" => self.flush(),
            "img" | "image" => self.image(tag, around),
            _ if tags::is_void(name) || matches!(name, "head" | "body") => {}
            _ if tags::is_block(name) => self.start_block(tag),
            _ => self.start_inline(tag),
        }
        if name == "textarea" { TokenSinkResult::RawData(RawKind::Rcdata) } else { TokenSinkResult::Continue }
    }

    fn line_break(&mut self) {
        let around = self.around();
        if let Some(reason) = around.side {
            self.push_side(" ", reason);
        } else if around.pre {
            self.runs.push("\n", true, around.mark, self.line);
        } else if self.runs.line_break() {
            // Two breaks in a row are how old pages part paragraphs.
            self.flush();
        }
    }

    fn image(&mut self, tag: &Tag, around: Around) {
        let image = tags::image(tag, |address| self.found.resolve(address));
        match (around.side, image) {
            (Some(reason), tags::Picture::Shown(super::Image { alt, .. }) | tags::Picture::Sign(alt)) => {
                self.push_side(&format!(" {alt} "), reason);
            }
            (None, tags::Picture::Shown(image)) => self.runs.push_image(image, self.line),
            (None, tags::Picture::Sign(alt)) => self.runs.push(&alt, false, around.mark, self.line),
            (reason, tags::Picture::Lost(alt)) => {
                self.push_side(&format!(" {alt} "), reason.unwrap_or(Reason::Picture));
            }
            (_, tags::Picture::None) => {}
        }
    }

    fn start_block(&mut self, tag: &Tag) {
        self.flush();
        let name: &str = &tag.name;
        if self.blocks.last().and_then(|at| self.open.get(*at)).is_some_and(|open| &*open.name == "p") {
            self.close("p");
        }
        let implied = self.around();
        match name {
            "li" | "dd" | "dt" => self.close_at(implied.open_item),
            "tr" | "tbody" | "thead" | "tfoot" => self.close_at(implied.open_row),
            "td" | "th" => self.close_at(implied.open_cell),
            _ => {}
        }
        let mut around = self.around();
        let parent = around.element;
        let mut element = tags::element(tag, self.cues);
        element.parent = parent;
        let at = self.elements.len();
        around.element = at;
        around.mark = None;
        around.side = around.side.or_else(|| tags::is_hidden(tag, self.cues).then_some(Reason::Hidden));
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                around.heading = name.bytes().last().map_or(2, |digit| digit.saturating_sub(b'0'));
            }
            "figcaption" => around.caption = true,
            "blockquote" => around.quote = true,
            "pre" => around.pre = true,
            "ul" | "ol" | "menu" | "dir" => {
                around.lists = around.lists.saturating_add(1).min(8);
                around.list = at;
                (around.item, around.open_item, around.number) = (0, None, None);
                let start = attribute(tag, "start").and_then(|start| start.trim().parse().ok());
                element.next_number = (name == "ol").then(|| start.unwrap_or(1).min(999_999_000));
            }
            "li" => {
                let list = self.elements.get_mut(around.list).filter(|_| around.list > 0);
                around.number = list.and_then(|list| {
                    let number = list.next_number?;
                    list.next_number = Some(number.saturating_add(1));
                    Some(number)
                });
                around.lists = around.lists.max(1);
                around.item = at;
                around.open_item = Some(self.open.len());
            }
            "dd" | "dt" => around.open_item = Some(self.open.len()),
            "table" => {
                if let Some(outer) = self.elements.get_mut(around.table) {
                    outer.layout = true;
                }
                around.table = at;
                (around.row, around.cell, around.open_row, around.open_cell) = (0, None, None, None);
            }
            "tr" => {
                around.row = at;
                (around.cell, around.open_cell) = (None, None);
                around.open_row = Some(self.open.len());
            }
            "td" | "th" => {
                let row = self.elements.get_mut(around.row).filter(|_| around.row > 0);
                around.cell = row.map(|row| {
                    row.cells += 1;
                    row.cells - 1
                });
                around.open_cell = Some(self.open.len());
            }
            _ => {}
        }
        self.elements.push(element);
        self.push(tag, true, around);
    }

    fn start_inline(&mut self, tag: &Tag) {
        let mut around = self.around();
        if let Some(reason) = tags::side_of(tag, self.cues) {
            around.side = around.side.or(Some(reason));
            self.push_side(" ", reason);
        }
        match tags::class(tag, self.cues) {
            Some(ClassCue::Hint(hint)) => around.mark = Some(hint),
            _ if &*tag.name == "time" => around.mark = around.mark.or(Some(MarkupHint::Date)),
            _ => {}
        }
        match &*tag.name {
            "svg" => around.svg = !tag.self_closing,
            "a" => {
                let href = attribute(tag, "href").and_then(|href| self.found.resolve(href));
                let title = attribute(tag, "title").map(super::block::collapse).unwrap_or_default();
                self.runs.link = href.map(|href| Arc::new(Link { href, title }));
                self.runs.link_blocks = 0;
            }
            "time" => self.found.time(tag),
            _ => {}
        }
        if &*tag.name == "svg" && tag.self_closing {
            return;
        }
        self.push(tag, false, around);
        self.runs.marks.open(&tag.name);
    }

    fn push(&mut self, tag: &Tag, block: bool, around: Around) {
        if block {
            self.blocks.push(self.open.len());
        }
        *self.counts.entry(tag.name.clone()).or_default() += 1;
        let (marks, link) = (self.runs.marks, self.runs.link.clone());
        self.open.push(Open { name: tag.name.clone(), block, around, marks, link });
    }

    fn end(&mut self, name: &LocalName) {
        if let Some(capture) = self.capture.take() {
            match capture {
                Capture::Title(text) => self.found.title(&text),
                Capture::Json(text) => self.found.json(&text),
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
        let block = tags::is_block(name);
        if block {
            self.flush();
        }
        if block || self.around().svg {
            self.close(name);
            return;
        }
        let inline = self.open.iter().rev().take(INLINE_REACH).take_while(|open| !open.block);
        if let Some(depth) = inline.map(|open| &open.name).position(|open| open == name) {
            (0..=depth).for_each(|_| self.pop());
        } else {
            // Misnested: the style ends here, the element with the block that it stands around.
            self.runs.marks.close(name);
            if &**name == "a" {
                self.runs.link = None;
            }
        }
    }

    /// Closes the innermost open element of this name and all that is open in it.
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
        if open.block {
            self.blocks.pop();
            self.runs.marks = self.runs.marks.least(open.marks);
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
