//! Conversion of the parser's events to units.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};

use crate::{
    model::{CodeKind, CodeName, Finding, Original, Place, Problem, Role, Severity, Slot, Text, Unit},
    source::bytes,
};

use super::{
    comment::{BadOriginalProblem, Directive, UnknownRoleProblem, directives},
    context::SlotContext,
    depth,
    inline::{Inline, LineStart},
    left::{self, LeftInSourceProblem},
    plain,
    raw::{self, HtmlBlock, HtmlText},
};

/// A unit that has no name yet, and its slot.
pub(super) type UnnamedUnit = (Unit, Slot);

/// Lists and quotes nested so deeply that parsing would take too long.
pub(super) struct TooDeepProblem;

impl Problem for TooDeepProblem {
    fn rule(&self) -> &'static str {
        "too-deep"
    }

    fn id(&self) -> &'static str {
        "too-deep"
    }

    fn all() -> Vec<Self> {
        vec![Self]
    }
}

/// Extensions to CommonMark: GFM, without those that change characters.
pub(super) const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

/// Reads the body of a file, from byte `from` on: its units in reading order, and its findings, each with a byte
/// offset.
pub(super) fn body(file: &str, from: usize, image_words: &[String]) -> (Vec<UnnamedUnit>, Vec<(usize, Finding)>) {
    if let Some(at) = depth::too_deep(bytes(file, &(from..file.len()))) {
        let finding = Finding::new(TooDeepProblem, Severity::Major, Place::default());
        return (Vec::new(), vec![(from + at, finding)]);
    }
    let parser = Parser::new_ext(bytes(file, &(from..file.len())), EXTENSIONS);
    let mut walk = Walk {
        file,
        image_words,
        units: Vec::new(),
        findings: Vec::new(),
        frames: vec![Frame { role: Role::Paragraph, from_comment: false }],
        role: None,
        originals: Vec::new(),
        taken: 0,
        block: None,
        alt: None,
        alt_depth: 0,
        links: Vec::new(),
        inner: Vec::new(),
        skipping: false,
        html_lines: Vec::new(),
        hidden: Vec::new(),
    };
    for (_, definition) in parser.reference_definitions().iter() {
        if let Some(title) = &definition.title {
            let start = definition.span.start + from;
            let span = start..definition.span.end + from;
            let colon = bytes(file, &span).find("]:").map_or(start, |at| start + at);
            walk.units.extend(link_title(file, &(colon..span.end), title));
        }
    }
    walk.events(parser.into_offset_iter(), from);
    walk.drop_comments();
    let hidden = walk.hidden;
    walk.units.retain(|(_, slot)| {
        let after = hidden.partition_point(|span| span.start <= slot.span.start);
        after.checked_sub(1).and_then(|index| hidden.get(index)).is_none_or(|span| span.end <= slot.span.start)
    });
    walk.units.sort_by_key(|(_, slot)| slot.span.start);
    (walk.units, walk.findings)
}

/// A container, and the role of the blocks in it.
#[derive(Debug, Clone)]
struct Frame {
    role: Role,
    /// Whether the role comes from a comment.
    from_comment: bool,
}

/// A block whose inline events are being collected.
#[derive(Debug)]
struct OpenBlock<'a> {
    inline: Inline<'a>,
    role: Role,
    from_comment: bool,
    context: SlotContext,
    /// Whether it is a paragraph, which can be a figure.
    paragraph: bool,
}

/// An open link or image: its title and kind.
#[derive(Debug)]
struct OpenLink {
    title: String,
    kind: LinkType,
}

struct Walk<'a> {
    file: &'a str,
    image_words: &'a [String],
    units: Vec<UnnamedUnit>,
    findings: Vec<(usize, Finding)>,
    frames: Vec<Frame>,
    /// The role that a comment sets for the next block.
    role: Option<Role>,
    /// The original wordings that comments add to the next block.
    originals: Vec<Original>,
    /// How many of them a text within the comments' own block has already.
    taken: usize,
    block: Option<OpenBlock<'a>>,
    /// The alternative text that is being collected.
    alt: Option<Inline<'a>>,
    /// Number of open images; only the text of the outermost one is a unit.
    alt_depth: usize,
    links: Vec<OpenLink>,
    /// Units inside the current block.
    inner: Vec<UnnamedUnit>,
    /// Whether the walk is inside a code block, an HTML block or an autolink.
    skipping: bool,
    /// The lines of the HTML block that is being read.
    html_lines: Vec<Range<usize>>,
    /// What the script or style of an HTML block covers behind the block, ascending.
    hidden: Vec<Range<usize>>,
}

impl<'a> Walk<'a> {
    fn events(&mut self, events: OffsetIter<'a>, from: usize) {
        for (event, span) in events {
            let span = span.start + from..span.end + from;
            match event {
                Event::Start(tag) => self.start(tag, &span),
                Event::End(tag) => self.end(tag, &span),
                Event::Html(_) => self.html_lines.push(span),
                _ if self.skipping => {}
                Event::Text(_) if self.is_in_nested_image() => {}
                Event::Text(text) => self.inline().text(&text, &span),
                Event::Code(_) => self.single(CodeName::CodeSpan, &span),
                Event::InlineHtml(tag) => self.html_tag(&tag, &span),
                Event::FootnoteReference(_) => self.single(CodeName::FootnoteRef, &span),
                Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                    self.single(CodeName::Other, &span);
                }
                Event::SoftBreak => self.new_line(false),
                Event::HardBreak => self.new_line(true),
                Event::Rule => {
                    self.flush();
                    self.drop_comments();
                }
            }
        }
        self.flush();
    }

    fn start(&mut self, tag: Tag<'a>, span: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.begin(None, SlotContext::Block, true),
            Tag::Heading { .. } => {
                let has_marks = bytes(self.file, span).trim_start().starts_with('#');
                let context = if has_marks { SlotContext::Heading } else { SlotContext::Block };
                self.begin(Some(Role::Heading), context, false);
            }
            Tag::TableCell => self.begin(None, SlotContext::Cell, false),
            Tag::BlockQuote(_) => self.enter(Role::Quote),
            Tag::List(_) => self.enter(Role::ListItem),
            Tag::FootnoteDefinition(_) => self.enter(Role::Footnote),
            Tag::Table(_) => self.enter(Role::TableCell),
            Tag::CodeBlock(kind) => {
                self.flush();
                self.note(&kind, span);
                self.drop_comments();
                self.skipping = true;
            }
            Tag::HtmlBlock => {
                self.flush();
                self.html_lines.clear();
                self.skipping = true;
            }
            Tag::Emphasis => self.open(CodeName::Emphasis, span.start, 1),
            Tag::Strong => self.open(CodeName::Strong, span.start, 2),
            Tag::Strikethrough => {
                let length = bytes(self.file, span).bytes().take(2).take_while(|byte| *byte == b'~').count();
                self.open(CodeName::Strikethrough, span.start, length);
            }
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.single(CodeName::Other, span);
                self.skipping = true;
            }
            Tag::Link { link_type, title, .. } => {
                self.links.push(OpenLink { title: title.into_string(), kind: link_type });
                self.open(CodeName::Link, span.start, 1);
            }
            Tag::Image { link_type, title, .. } => {
                self.links.push(OpenLink { title: title.into_string(), kind: link_type });
                self.inline();
                if self.alt_depth == 0 {
                    self.alt = Some(Inline::new(self.file));
                }
                self.alt_depth += 1;
            }
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd, span: &Range<usize>) {
        match tag {
            TagEnd::CodeBlock => self.skipping = false,
            TagEnd::HtmlBlock => {
                self.skipping = false;
                self.html_block(span);
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::FootnoteDefinition | TagEnd::Table => {
                self.flush();
                self.drop_comments();
                self.frames.pop();
            }
            TagEnd::Item => {
                self.flush();
                self.drop_comments();
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.close(span.end),
            TagEnd::Link if self.skipping => self.skipping = false,
            TagEnd::Link => {
                let Some(link) = self.links.pop() else { return };
                let end = self.link_end(span, link.kind);
                let nested = self.alt_depth > 0;
                let begin = if self.alt_depth > 1 { None } else { Some(self.inline().close(end)) };
                if let Some(begin) = begin.filter(|_| !nested && link.kind == LinkType::Inline) {
                    self.title(&(begin..end), &link.title);
                }
            }
            TagEnd::Image => self.image(span),
            _ => self.flush(),
        }
    }

    /// A span without the trailing white space that the parser includes at the end of a heading.
    fn trimmed(&self, span: &Range<usize>) -> Range<usize> {
        span.start..span.start + bytes(self.file, span).trim_end_matches([' ', '\t']).len()
    }

    /// Where a link really ends: the parser leaves out the `[]` of a collapsed reference.
    fn link_end(&self, span: &Range<usize>, kind: LinkType) -> usize {
        let end = self.trimmed(span).end;
        let collapsed = kind == LinkType::Collapsed && self.file.as_bytes().get(end..end + 2) == Some(b"[]");
        if collapsed { end + 2 } else { end }
    }

    /// Begins a block; its role is that of the comment before it, of its container, or `default_role`.
    fn begin(&mut self, default_role: Option<Role>, context: SlotContext, paragraph: bool) {
        self.flush();
        let frame = self.frames.last();
        let (role, from_comment) = match (self.role.take(), default_role, frame) {
            (Some(role), _, _) => (role, true),
            (None, _, Some(frame)) if frame.from_comment => (frame.role.clone(), true),
            (None, Some(default_role), _) => (default_role, false),
            (None, None, frame) => (frame.map_or(Role::Paragraph, |frame| frame.role.clone()), false),
        };
        self.block = Some(OpenBlock { inline: Inline::new(self.file), role, from_comment, context, paragraph });
    }

    /// Enters a container; the role of its blocks is that of the comment before it, of an outer container whose role
    /// comes from a comment, or `default_role`.
    fn enter(&mut self, default_role: Role) {
        self.flush();
        let outer = self.frames.last().filter(|frame| frame.from_comment).map(|frame| frame.role.clone());
        let from_comment = self.role.take().or(outer);
        self.frames.push(Frame { from_comment: from_comment.is_some(), role: from_comment.unwrap_or(default_role) });
    }

    /// Drops the comments read so far: a comment applies only to a block that follows it directly.
    fn drop_comments(&mut self) {
        self.role = None;
        let taken = std::mem::take(&mut self.taken);
        for original in self.originals.drain(..).skip(taken) {
            let problem = BadOriginalProblem::Loose { wording: original.wording };
            self.findings.push((original.place.start, Finding::new(problem, Severity::Minor, Place::default())));
        }
    }

    /// Gives the next text the original wordings of the comments before it, and reports those that are of no use there.
    fn take_originals(&mut self, text: &Text) -> Vec<Original> {
        for original in self.originals.iter().skip(self.taken) {
            if let Some(quoted) = original.quoted.clone().filter(|_| !original.is_quoted_in(text)) {
                let problem = BadOriginalProblem::Absent { quoted };
                self.findings.push((original.place.start, Finding::new(problem, Severity::Minor, Place::default())));
            }
        }
        self.taken = 0;
        std::mem::take(&mut self.originals)
    }

    /// The target of inline events; text in a tight list item has no block event, so a block begins here.
    fn inline(&mut self) -> &mut Inline<'a> {
        if self.block.is_none() {
            self.begin(None, SlotContext::Block, false);
        }
        let file = self.file;
        let block = || OpenBlock {
            inline: Inline::new(file),
            role: Role::Paragraph,
            from_comment: false,
            context: SlotContext::Block,
            paragraph: false,
        };
        match &mut self.alt {
            Some(alt) => alt,
            None => &mut self.block.get_or_insert_with(block).inline,
        }
    }

    /// Whether the walk is inside an image inside an image, which is a single code in the outer one's text.
    const fn is_in_nested_image(&self) -> bool {
        self.alt_depth > 1
    }

    fn single(&mut self, name: CodeName, span: &Range<usize>) {
        if !self.is_in_nested_image() {
            let span = self.trimmed(span);
            self.inline().single(name, &span);
        }
    }

    fn open(&mut self, name: CodeName, start: usize, length: usize) {
        if !self.is_in_nested_image() {
            self.inline().open(name, start, length);
        }
    }

    fn close(&mut self, end: usize) {
        if !self.is_in_nested_image() {
            self.inline().close(end);
        }
    }

    fn new_line(&mut self, hard: bool) {
        if !self.is_in_nested_image() {
            self.inline().new_line(hard);
        }
    }

    /// Ends an image: its alternative text and title are separate units, and the image is a single code of its block.
    fn image(&mut self, span: &Range<usize>) {
        let Some(link) = self.links.pop() else { return };
        self.alt_depth = self.alt_depth.saturating_sub(1);
        let span = span.start..self.link_end(span, link.kind);
        if self.alt_depth > 0 {
            self.single(CodeName::Image, &span);
            return;
        }
        let Some(mut alt) = self.alt.take() else { return };
        alt.finish();
        let has_text_label = matches!(link.kind, LinkType::Shortcut | LinkType::Collapsed);
        let begin = alt.end().unwrap_or(span.start + 2);
        if alt.has_words() {
            let (text, slot) =
                alt.into_text_and_slot(if has_text_label { SlotContext::AltReference } else { SlotContext::Alt });
            self.inner.push((unit(Role::Alt, text), slot));
        }
        if link.kind == LinkType::Inline {
            let close = bytes(self.file, &(begin..span.end)).find("](").map_or(span.end, |at| begin + at);
            self.title(&(close..span.end), &link.title);
        }
        self.inline().single(CodeName::Image, &span);
    }

    fn title(&mut self, area: &Range<usize>, title: &str) {
        self.inner.extend(link_title(self.file, area, title));
    }

    /// Ends the current block and adds its units to the list.
    fn flush(&mut self) {
        let Some(mut block) = self.block.take() else { return };
        self.alt = None;
        self.alt_depth = 0;
        self.links.clear();
        block.inline.finish();
        let first = self.units.len();
        let is_boilerplate = matches!(block.role, Role::Boilerplate(_));
        let plain = block.paragraph && !block.from_comment && block.role == Role::Paragraph;
        if !(plain && self.figure(&block.inline)) && block.inline.has_words() {
            let (text, slot) = block.inline.into_text_and_slot(block.context);
            self.units.push((unit(block.role, text), slot));
        }
        let inner = std::mem::take(&mut self.inner);
        if !is_boilerplate {
            self.units.extend(inner);
        }
        if let Some((unit, _)) = self.units.get(first).filter(|_| !self.originals.is_empty()) {
            let text = unit.text.clone();
            let originals = self.take_originals(&text);
            if let Some((unit, _)) = self.units.get_mut(first) {
                unit.originals = originals;
            }
        }
    }

    /// Reads a paragraph that begins with an image: what follows is the caption, and a last line that begins with a
    /// word for "image" is the credit. Returns whether it was a figure.
    fn figure(&mut self, inline: &Inline<'a>) -> bool {
        let text = &inline.text;
        let words = text.prose.len() - text.prose.trim_start().len();
        let (mut codes, mut depth, mut images) = (0, 0_usize, 0);
        for (index, (at, code)) in text.codes.iter().enumerate() {
            let picture = code.name == CodeName::Image;
            if *at > words || !(picture || images > 0 || code.kind == CodeKind::Open) {
                break;
            }
            match code.kind {
                CodeKind::Open => depth += 1,
                CodeKind::Close => depth = depth.saturating_sub(1),
                CodeKind::Single => {}
            }
            images += usize::from(picture);
            if depth == 0 && (picture || code.kind == CodeKind::Close || code.name == CodeName::Break) {
                codes = index + 1;
            }
        }
        if images == 0 || codes == 0 {
            return false;
        }
        if words == text.prose.len() {
            return true;
        }
        // The caption begins on the line after the pictures, or on their line.
        let pictures_end = text.codes.get(codes - 1).map_or(0, |(at, _)| *at);
        let is_after_pictures = |line: &&LineStart| line.at > pictures_end && line.at <= words && line.depth == 0;
        let start = if let Some(line) = inline.lines.iter().find(is_after_pictures) {
            codes = codes.max(line.codes);
            line.at
        } else {
            text.codes.get(codes).map_or(words, |(at, _)| words.min(*at))
        };
        let is_credit = |at: usize| {
            text.prose.get(at..).is_some_and(|line| self.image_words.iter().any(|word| line.starts_with(word.as_str())))
        };
        let last = inline.lines.last().filter(|line| line.at > start);
        let mut parts = Vec::new();
        if let Some(line) = last.filter(|line| line.depth == 0 && is_credit(line.at)) {
            let trailing = text.codes.get(codes..line.codes).unwrap_or_default().iter().rev();
            let breaks = trailing.take_while(|(_, code)| code.name == CodeName::Break).count();
            parts.push((Role::Caption, start..line.at.saturating_sub(1), codes..line.codes - breaks));
            parts.push((Role::Credit, line.at..text.prose.len(), line.codes..text.codes.len()));
        } else {
            let role = if is_credit(start) { Role::Credit } else { Role::Caption };
            parts.push((role, start..text.prose.len(), codes..text.codes.len()));
        }
        for (role, prose, codes) in parts {
            let (text, slot) = inline.part(&prose, codes).into_text_and_slot(SlotContext::Block);
            self.units.push((unit(role, text), slot));
        }
        true
    }

    /// Reports a fenced block that readers see as a note: it is code to Markdown, and no unit.
    fn note(&mut self, kind: &CodeBlockKind<'_>, span: &Range<usize>) {
        let CodeBlockKind::Fenced(info) = kind else { return };
        let block = bytes(self.file, span);
        let text = block.split_once('\n').map_or("", |(_, text)| text).trim_end().trim_end_matches(['`', '~', ':']);
        if left::is_note(info) && text.contains(char::is_alphabetic) {
            self.findings.push((span.start, LeftInSourceProblem::fence(text)));
        }
    }

    /// Reads an HTML block: its texts, and the directives in its comments. A comment gives its role to the texts after it
    /// in the block and to the next block, as a comment before the block does to all its texts.
    fn html_block(&mut self, span: &Range<usize>) {
        let html = bytes(self.file, span);
        let lines = std::mem::take(&mut self.html_lines);
        let mut directives = directives(html).into_iter().peekable();
        let mut takes_originals = true;
        let HtmlBlock { texts, unclosed } = raw::block(self.file, &lines);
        let is_hidden = self.hidden.last().is_some_and(|hidden| span.start < hidden.end);
        if let Some(end) = unclosed.filter(|_| !is_hidden).and_then(|name| raw::end_of(self.file, span.end, &name)) {
            self.hidden.push(span.end..end);
        }
        for HtmlText { role, text, slot } in texts {
            while let Some((within, directive)) = directives.next_if(|(d, _)| span.start + d.end <= slot.span.start) {
                self.direct(directive, span.start + within.start..span.start + within.end);
            }
            let frame = self.frames.last();
            let from_comment =
                self.role.clone().or_else(|| frame.filter(|frame| frame.from_comment).map(|frame| frame.role.clone()));
            if matches!(role, Some(Role::Alt | Role::LinkTitle)) {
                if !matches!(from_comment, Some(Role::Boilerplate(_))) {
                    self.units.push((unit(role.unwrap_or(Role::Alt), text), slot));
                }
                continue;
            }
            let of_frame = frame.map_or(Role::Paragraph, |frame| frame.role.clone());
            let mut unit = unit(from_comment.or(role).unwrap_or(of_frame), text);
            if std::mem::take(&mut takes_originals) {
                let (originals, taken) = (self.originals.clone(), self.originals.len());
                unit.originals = self.take_originals(&unit.text);
                // The next block has them, too.
                (self.originals, self.taken) = (originals, taken);
            }
            self.units.push((unit, slot));
        }
        for (within, directive) in directives {
            self.direct(directive, span.start + within.start..span.start + within.end);
        }
        if !html.contains("<!--") {
            self.drop_comments();
        }
    }

    /// Follows a directive that stands at `place`.
    fn direct(&mut self, directive: Directive, place: Range<usize>) {
        let at = place.start;
        let finding = match directive {
            Directive::Role(role) => {
                self.role = Some(role);
                return;
            }
            Directive::Original(original) => {
                self.originals.push(Original { place, ..original });
                return;
            }
            Directive::UnknownRole(role) => {
                Finding::new(UnknownRoleProblem { role }, Severity::Minor, Place::default())
            }
            Directive::BadOriginal(comment) => {
                Finding::new(BadOriginalProblem::Unreadable { comment }, Severity::Minor, Place::default())
            }
        };
        self.findings.push((at, finding));
    }

    /// Adds a tag or comment within a paragraph: a code, whose attributes may hold text.
    fn html_tag(&mut self, tag: &str, span: &Range<usize>) {
        // What a reader sees of a picture's text and of a link's label is Markdown's own.
        let is_label = self.links.iter().any(|link| matches!(link.kind, LinkType::Shortcut | LinkType::Collapsed));
        if self.alt_depth == 0 && !is_label {
            let texts = raw::attributes(self.file, &self.trimmed(span), tag.trim_end_matches([' ', '\t']));
            let units =
                texts.into_iter().map(|found| (unit(found.role.unwrap_or(Role::LinkTitle), found.text), found.slot));
            self.inner.extend(units);
        }
        self.single(CodeName::Html, span);
    }
}

/// A unit without a name.
pub(super) const fn unit(role: Role, text: Text) -> Unit {
    Unit { id: String::new(), role, text, segments: Vec::new(), originals: Vec::new() }
}

/// The title of a link, image or definition in `area` as a unit, unless it is blank.
fn link_title(file: &str, area: &Range<usize>, title: &str) -> Option<UnnamedUnit> {
    if title.trim().is_empty() {
        return None;
    }
    let span = plain::locate(file, area, title)?;
    let (text, slot) = plain::read(file, &span);
    Some((unit(Role::LinkTitle, text), slot))
}
