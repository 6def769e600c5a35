//! Units in an author's raw HTML: the text of its elements and the attributes that readers see.
//!
//! Elements are not made into a tree. What matters is which tags end a run of text and which stand inside it, so a tag
//! that is never closed changes nothing around it.

use std::{collections::HashMap, ops::Range};

use crate::model::{CodeName, Role, Slot, Text};

use super::{context::SlotContext, inline::Inline};
use element::{Element, element};
use lines::Lines;
use run::{RunPiece, TextRun};
use scan::{Markup, TagAttribute, scan};

mod element;
mod lines;
mod reference;
mod run;
mod scan;
pub(super) mod write;

/// Text of raw HTML that is to be a unit.
pub(super) struct HtmlText {
    /// The role that its element gives it; `None` in an element that gives none.
    pub(super) role: Option<Role>,
    pub(super) text: Text,
    pub(super) slot: Slot,
}

/// The attributes that readers see or hear, each with the role of its text.
const TEXT_ATTRIBUTES: [(&str, Role); 3] =
    [("alt", Role::Alt), ("title", Role::LinkTitle), ("aria-label", Role::LinkTitle)];

/// What an HTML block holds.
pub(super) struct HtmlBlock {
    /// Its texts in reading order.
    pub(super) texts: Vec<HtmlText>,
    /// The script or style at its end that is not closed in it: a blank line ends the block, but not the element.
    pub(super) unclosed: Option<String>,
}

/// Where an element ends that an HTML block leaves open, in the file from `from` on.
pub(super) fn end_of(file: &str, from: usize, name: &str) -> Option<usize> {
    scan::raw_end(file, from, name)
}

/// Reads an HTML block. `lines` are the bytes of its lines, without what a quote or a list puts
/// before them.
pub(super) fn block(file: &str, lines: &[Range<usize>]) -> HtmlBlock {
    let lines = Lines::new(file, lines);
    let markup = scan(lines.text());
    let mut reader =
        BlockReader { lines: &lines, texts: Vec::new(), run: TextRun::default(), open: OpenBlocks::default() };
    let mut unclosed: Vec<&str> = Vec::new();
    // Where the drawing ends that was looked through last.
    let mut drawing = 0;
    let mut at = 0;
    while let Some(token) = markup.get(at) {
        at += 1;
        match token {
            Markup::Text(span) => reader.run.push(RunPiece::Text(span.clone())),
            Markup::Hidden(span) | Markup::Raw { span, .. } => {
                reader.run.push(RunPiece::Single(CodeName::Html, span.clone()));
            }
            Markup::Template(span) => reader.run.push(RunPiece::Single(CodeName::Other, span.clone())),
            Markup::Close { name, span } => match element(name) {
                Element::Block(_) => reader.close_block(name),
                Element::Inline(_) => reader.run.push(RunPiece::Close(name.clone(), span.clone())),
                // An end tag of an element that has no content is not a tag of anything.
                _ => reader.run.push(RunPiece::Single(CodeName::Html, span.clone())),
            },
            Markup::Open { name, span, attributes, empty } => {
                let kind = element(name);
                let is_kept = attributes.iter().any(|attribute| attribute.forbids_translation(lines.text()));
                let keeps_content = is_kept || matches!(kind, Element::Verbatim(_));
                let is_drawing = name == "svg";
                let looks = keeps_content || is_drawing && at > drawing;
                let mut end = None;
                if looks && !empty && !unclosed.contains(&name.as_str()) {
                    end = matching_close(&markup, at, name);
                    match end {
                        Some((index, _)) if is_drawing => drawing = index,
                        Some(_) => {}
                        None => unclosed.push(name),
                    }
                }
                if !is_kept {
                    reader.texts.extend(attributes.iter().filter_map(|attribute| attribute_text(&lines, attribute)));
                }
                match (kind, end) {
                    (kind, Some((index, end))) if keeps_content || !has_text(&markup, at..index, lines.text()) => {
                        let whole = span.start..end;
                        match kind {
                            Element::Block(_) | Element::Verbatim(None) if !is_drawing => reader.end_run(),
                            Element::Verbatim(Some(code)) => reader.run.push(RunPiece::Single(code, whole)),
                            _ => reader.run.push(RunPiece::Single(CodeName::Html, whole)),
                        }
                        at = index + 1;
                    }
                    (Element::Block(role), _) => reader.open_block(name, role, *empty),
                    (Element::Verbatim(None), _) => reader.end_run(),
                    (Element::Break, _) => reader.run.push(RunPiece::Break(span.clone())),
                    (Element::Inline(code), _) if !empty => {
                        reader.run.push(RunPiece::Open(name.clone(), code, span.clone()));
                    }
                    (Element::Single(code) | Element::Inline(code), _) => {
                        reader.run.push(RunPiece::Single(code, span.clone()));
                    }
                    (Element::Verbatim(Some(code)), _) => reader.run.push(RunPiece::Single(code, span.clone())),
                }
            }
        }
    }
    reader.end_run();
    reader.texts.sort_by_key(|text| text.slot.span.start);
    let unclosed = match markup.last() {
        Some(Markup::Raw { name, closed: false, .. }) => Some(name.clone()),
        _ => None,
    };
    HtmlBlock { texts: reader.texts, unclosed }
}

/// The texts in the attributes of a tag within a paragraph, at `span` of the file; `tag` is the tag as the parser
/// gives it.
pub(super) fn attributes(file: &str, span: &Range<usize>, tag: &str) -> Vec<HtmlText> {
    let lines = Lines::of_inline(file, span);
    if lines.text() != tag {
        return Vec::new();
    }
    let markup = scan(lines.text());
    let Some(Markup::Open { attributes, .. }) = markup.first() else { return Vec::new() };
    if attributes.iter().any(|attribute| attribute.forbids_translation(lines.text())) {
        return Vec::new();
    }
    attributes.iter().filter_map(|attribute| attribute_text(&lines, attribute)).collect()
}

/// The value of an attribute as a text, if readers see it and it has words.
fn attribute_text(lines: &Lines<'_>, attribute: &TagAttribute) -> Option<HtmlText> {
    let (_, role) = TEXT_ATTRIBUTES.iter().find(|(name, _)| *name == attribute.name)?;
    let value = lines.cut(&attribute.value);
    // A template's own quotation marks end the attribute for everyone who does not know the template.
    if ["{{", "{%", "<%"].iter().any(|mark| value.contains(mark)) {
        return None;
    }
    let mut inline = Inline::new(lines.file());
    run::push_text(&mut inline, lines, &run::trimmed(lines, &attribute.value), true);
    inline.finish();
    if !inline.has_words() {
        return None;
    }
    let context = match attribute.quote {
        Some('\'') => SlotContext::HtmlSingleQuoted,
        Some(_) => SlotContext::HtmlDoubleQuoted,
        None => SlotContext::HtmlUnquoted,
    };
    let (text, slot) = inline.into_text_and_slot(context);
    Some(HtmlText { role: Some(role.clone()), text, slot })
}

/// The end tag of the element whose content begins at token `from`: its index and where it ends.
fn matching_close(markup: &[Markup], from: usize, name: &str) -> Option<(usize, usize)> {
    let mut depth = 0_usize;
    for (index, token) in markup.iter().enumerate().skip(from) {
        match token {
            Markup::Open { name: other, empty: false, .. } if other == name => depth += 1,
            Markup::Close { name: other, span } if other == name => {
                if depth == 0 {
                    return Some((index, span.end));
                }
                depth -= 1;
            }
            _ => {}
        }
    }
    None
}

/// Whether some tokens hold any text.
fn has_text(markup: &[Markup], tokens: Range<usize>, text: &str) -> bool {
    let is_text = |token: &Markup| matches!(token, Markup::Text(span) if run::has_words(text, span));
    markup.get(tokens).unwrap_or_default().iter().any(is_text)
}

/// The texts read so far, and the run of text that is being read.
struct BlockReader<'a> {
    lines: &'a Lines<'a>,
    texts: Vec<HtmlText>,
    run: TextRun,
    open: OpenBlocks,
}

impl BlockReader<'_> {
    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        if let Some((text, slot)) = run.into_text_and_slot(self.lines) {
            self.texts.push(HtmlText { role: self.open.role(), text, slot });
        }
    }

    fn open_block(&mut self, name: &str, role: Option<Role>, empty: bool) {
        self.end_run();
        if !empty {
            self.open.push(name, role);
        }
    }

    fn close_block(&mut self, name: &str) {
        self.end_run();
        self.open.close(name);
    }
}

/// The elements around a run of text that end one, each with the role that holds in it.
#[derive(Default)]
struct OpenBlocks {
    stack: Vec<(String, Option<Role>)>,
    /// How many of each name are open, so that an end tag without a start tag is found out at once.
    counts: HashMap<String, usize>,
}

impl OpenBlocks {
    fn role(&self) -> Option<Role> {
        self.stack.last().and_then(|(_, role)| role.clone())
    }

    fn push(&mut self, name: &str, role: Option<Role>) {
        let role = role.or_else(|| self.role());
        self.stack.push((name.to_owned(), role));
        *self.counts.entry(name.to_owned()).or_insert(0) += 1;
    }

    fn close(&mut self, name: &str) {
        if self.counts.get(name).is_none_or(|count| *count == 0) {
            return;
        }
        while let Some((closed, _)) = self.stack.pop() {
            if let Some(count) = self.counts.get_mut(&closed) {
                *count = count.saturating_sub(1);
            }
            if closed == name {
                break;
            }
        }
    }
}
