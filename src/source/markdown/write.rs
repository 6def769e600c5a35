//! Writing of an article's file with its edits.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use crate::{
    model::{Article, Code, CodeKind, CodeName, Piece, Slot, Text, Unit, cut},
    source::{
        Edits, bytes,
        front_matter::{self, FrontChange},
        place::part_span,
    },
};

use super::{
    context::SlotContext,
    headings::{Insertion, insertions},
    raw,
    render::{Token, one_line, render},
};

/// Writes the file: bytes between the units and of units without edits are copied.
pub(super) fn write(article: &Article, edits: &Edits) -> String {
    let file = article.skeleton.file.as_str();
    let plans: Vec<Plan> = article.units.iter().enumerate().map(|(index, unit)| Plan::of(index, unit, edits)).collect();
    let originals = if edits.without_originals { original_comments(article) } else { Vec::new() };
    let mut insertions = insertions(file, edits.heading_ids);
    for (slot, _) in article.skeleton.slots.iter().zip(&plans).filter(|(_, plan)| matches!(plan, Plan::Drop)) {
        // An id goes with its heading.
        let is_of = |at: usize| slot.span.start < at && !bytes(file, &(slot.span.end.min(at)..at)).contains('\n');
        insertions.retain(|(at, _)| !is_of(*at));
    }
    let writer = Writer { article, plans, originals, insertions };
    let changes = writer.changes();
    let (mut out, body) = front_matter::write(file, &changes, &edits.front);
    let slots = &article.skeleton.slots;
    let first = slots.partition_point(|slot| slot.span.start < body);
    out.reserve(file.len().saturating_sub(body));
    writer.copy(&mut out, &(body..file.len()), first..slots.len().min(article.units.len()));
    // A changed unit brings its own.
    let is_written = |at: usize| {
        let mut units = slots.iter().zip(&writer.plans);
        units.any(|(slot, plan)| plan.has_new_text() && slot.span.start < at && at <= slot.span.end)
    };
    let at_end = writer.insertions.iter().filter(|(at, _)| *at == file.len() && !is_written(*at));
    out.extend(at_end.map(|(_, text)| text.as_str()));
    out
}

/// The change to a unit.
#[derive(Debug)]
enum Plan {
    /// No change.
    Keep,
    /// New text for the whole unit.
    Replace(String),
    /// The unit is dropped, with everything between it and the unit before.
    Drop,
    /// New text for each segment; `None` keeps its bytes.
    Segments(Vec<Option<Text>>),
}

impl Plan {
    /// Whether new text takes the unit's place.
    const fn has_new_text(&self) -> bool {
        matches!(self, Self::Replace(_) | Self::Segments(_))
    }

    fn of(index: usize, unit: &Unit, edits: &Edits) -> Self {
        if edits.dropped.contains(&index) {
            return Self::Drop;
        }
        if let Some(text) = edits.units.get(&index) {
            return Self::Replace(text.clone());
        }
        let changed = |segment| {
            let target = (edits.target)(unit, segment)?;
            let source = unit.text_of(segment);
            let same = target.prose == source.prose
                && target.codes.len() == source.codes.len()
                && target
                    .codes
                    .iter()
                    .zip(&source.codes)
                    .all(|((at, code), (was_at, was))| at == was_at && code.id == was.id && code.kind == was.kind);
            (!same).then_some(target)
        };
        let targets: Vec<_> = unit.segments.iter().map(changed).collect();
        if targets.iter().any(Option::is_some) { Self::Segments(targets) } else { Self::Keep }
    }
}

/// A unit with new segments, and an index of its inner units and links.
#[derive(Debug)]
struct ChangedUnit<'a> {
    unit: &'a Unit,
    slot: &'a Slot,
    /// The indices of the units inside it.
    inner: Range<usize>,
    /// Spans of the text of links whose label is their text (`[text]`, `[text][]`), by the code's id.
    labels: HashMap<u32, Range<usize>>,
}

impl<'a> ChangedUnit<'a> {
    fn new(unit: &'a Unit, slot: &'a Slot, inner: Range<usize>) -> Self {
        let has_text_label = |code: &Code| {
            code.kind == CodeKind::Close && code.name == CodeName::Link && matches!(code.markup.as_str(), "]" | "][]")
        };
        let mut labels = HashMap::new();
        if unit.text.codes.iter().any(|(_, code)| has_text_label(code)) {
            let mut openings = HashMap::new();
            for ((_, code), place) in unit.text.codes.iter().zip(&slot.codes) {
                match code.kind {
                    CodeKind::Open => drop(openings.insert(code.id, place.end)),
                    CodeKind::Close if has_text_label(code) => {
                        let start = openings.get(&code.id).copied().unwrap_or(place.start);
                        labels.insert(code.id, start..place.start);
                    }
                    _ => {}
                }
            }
        }
        Self { unit, slot, inner, labels }
    }

    /// The span of the text of the link that `code` closes, if that text is the link's label.
    fn label(&self, code: &Code) -> Option<&Range<usize>> {
        self.labels.get(&code.id).filter(|_| code.kind == CodeKind::Close)
    }
}

struct Writer<'a> {
    article: &'a Article,
    plans: Vec<Plan>,
    /// Bytes to drop between the units, in ascending order.
    originals: Vec<Range<usize>>,
    /// Texts to insert after headings, in ascending order.
    insertions: Vec<Insertion>,
}

/// The comments with original wordings, each with the rest of its line and the blank lines after it; inside a quote or
/// a list the line stays, since it has the block's marker.
fn original_comments(article: &Article) -> Vec<Range<usize>> {
    let file = article.skeleton.file.as_str();
    let mut comments: Vec<Range<usize>> = article
        .units
        .iter()
        .flat_map(|unit| &unit.originals)
        .map(|original| {
            let line = bytes(file, &(0..original.place.start)).rsplit('\n').next().unwrap_or_default();
            let rest = if line.trim().is_empty() { bytes(file, &(original.place.end..file.len())) } else { "" };
            let mut lines = rest.split_inclusive('\n').take_while(|line| line.trim().is_empty());
            let blank: usize = lines.by_ref().map(str::len).sum();
            original.place.start..original.place.end + blank
        })
        .collect();
    comments.sort_by_key(|place| place.start);
    comments
}

impl<'a> Writer<'a> {
    fn parts(&self, index: usize) -> Option<(&'a Unit, &'a Slot, &Plan)> {
        Some((self.article.units.get(index)?, self.article.skeleton.slots.get(index)?, self.plans.get(index)?))
    }

    /// The changed strings of the front matter.
    fn changes(&self) -> Vec<FrontChange<'a>> {
        let mut changes = Vec::new();
        for index in 0..self.article.units.len() {
            let Some((unit, slot, plan)) = self.parts(index) else { break };
            if !matches!(SlotContext::parse(&slot.context), SlotContext::Front(_)) {
                break;
            }
            match plan {
                Plan::Keep | Plan::Drop => {}
                Plan::Replace(text) => {
                    let parts = vec![(slot.span.clone(), text.clone())];
                    changes.push(FrontChange { slot, prose: text.clone(), parts });
                }
                Plan::Segments(targets) => {
                    let mut prose = String::with_capacity(unit.text.prose.len());
                    let mut at = 0;
                    let mut parts = Vec::new();
                    for (segment, target) in unit.segments.iter().zip(targets) {
                        let Some(target) = target else { continue };
                        prose.push_str(cut(&unit.text.prose, &(at..segment.span.start)));
                        prose.push_str(&target.prose);
                        at = segment.span.end;
                        let span = part_span(unit, slot, &segment.span);
                        // A code here is one unprintable character: it stays before the new text.
                        let codes = unit.text.codes_at(&segment.span);
                        let codes_end = slot.codes.get(codes).and_then(<[_]>::last).map_or(span.start, |last| last.end);
                        parts.push((codes_end.max(span.start)..span.end.max(codes_end), target.prose.clone()));
                    }
                    prose.push_str(cut(&unit.text.prose, &(at..unit.text.prose.len())));
                    changes.push(FrontChange { slot, prose, parts });
                }
            }
        }
        changes
    }

    /// Copies `span` of the file, applying the edits of the units in it, whose indices lie within `units`.
    fn copy(&self, out: &mut String, span: &Range<usize>, units: Range<usize>) {
        let file = self.article.skeleton.file.as_str();
        let slots = self.article.skeleton.slots.get(units.clone()).unwrap_or_default();
        let mut at = span.start;
        let mut index = units.start + slots.partition_point(|slot| slot.span.start < span.start);
        while let Some((unit, slot, plan)) = self.parts(index).filter(|_| index < units.end) {
            if slot.span.end > span.end {
                break;
            }
            let slots = self.article.skeleton.slots.get(index + 1..units.end).unwrap_or_default();
            let inner = index + 1..index + 1 + slots.partition_point(|inner| inner.span.start < slot.span.end);
            if slot.span.start < at {
                index += 1;
                continue;
            }
            match plan {
                Plan::Keep => {
                    // The units inside come next.
                    index += 1;
                    continue;
                }
                Plan::Drop => {}
                Plan::Replace(text) => {
                    self.copy_between(out, &(at..slot.span.start));
                    self.replace(out, slot, text);
                }
                Plan::Segments(targets) => {
                    self.copy_between(out, &(at..slot.span.start));
                    let changed = ChangedUnit::new(unit, slot, inner.clone());
                    let tokens = self.tokens(&changed, targets);
                    let render = if slot.is_html() { raw::write::render } else { render };
                    out.push_str(&render(&tokens, slot, file));
                }
            }
            at = slot.span.end;
            if plan.has_new_text() {
                let within = self.insertions.iter().filter(|(at, _)| slot.span.start < *at && *at <= slot.span.end);
                out.extend(within.map(|(_, text)| text.as_str()));
            }
            if SlotContext::parse(&slot.context) == SlotContext::AltReference {
                // The image's label was its text; now the label is written out.
                let rest = bytes(file, &(at..file.len()));
                at += if rest.starts_with("][]") { 3 } else { 1 };
                out.extend(["][", &one_line(bytes(file, &slot.span)), "]"]);
            }
            index = inner.end;
        }
        self.copy_between(out, &(at..span.end));
    }

    /// Copies the bytes between two edits, except those to drop, with the ids of headings.
    fn copy_between(&self, out: &mut String, span: &Range<usize>) {
        // One at the start belongs to the unit before, and is written with it.
        let first = self.insertions.partition_point(|(at, _)| *at <= span.start);
        let mut from = span.start;
        for (at, text) in self.insertions.iter().skip(first).take_while(|(at, _)| *at < span.end) {
            self.copy_kept(out, &(from..*at));
            out.push_str(text);
            from = *at;
        }
        self.copy_kept(out, &(from..span.end));
    }

    /// Copies bytes, except those to drop.
    fn copy_kept(&self, out: &mut String, span: &Range<usize>) {
        let file = self.article.skeleton.file.as_str();
        let mut at = span.start;
        let first = self.originals.partition_point(|place| place.end <= span.start);
        for place in self.originals.iter().skip(first).take_while(|place| place.start < span.end) {
            out.push_str(bytes(file, &(at..place.start.max(at))));
            at = place.end.clamp(at, span.end);
        }
        out.push_str(bytes(file, &(at..span.end)));
    }

    /// Writes a text in place of a whole unit; in a block it keeps its lines.
    fn replace(&self, out: &mut String, slot: &Slot, text: &str) {
        let file = self.article.skeleton.file.as_str();
        let context = SlotContext::parse(&slot.context);
        if context == SlotContext::Html {
            out.push_str(&raw::write::one_line_html(text));
            return;
        }
        if context != SlotContext::Block {
            out.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            return;
        }
        let line = bytes(file, &(0..slot.span.start)).rsplit('\n').next().unwrap_or_default();
        // Later lines are nested in quotes and lists as deeply as the first.
        let prefix: String = line.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect();
        let newline = if bytes(file, &(slot.span.end..file.len())).starts_with("\r\n") { "\r\n" } else { "\n" };
        for (index, line) in text.trim_end().lines().enumerate() {
            if index > 0 {
                let prefix = if line.is_empty() { prefix.trim_end() } else { &prefix };
                out.extend([newline, prefix]);
            }
            out.push_str(line);
        }
    }

    /// The pieces of a unit with new segments.
    fn tokens<'b>(&'b self, changed: &ChangedUnit<'b>, targets: &'b [Option<Text>]) -> Vec<Token<'b>> {
        let (unit, slot) = (changed.unit, changed.slot);
        let mut tokens = Vec::new();
        let mut at = slot.span.start;
        for (segment, target) in unit.segments.iter().zip(targets) {
            let Some(target) = target else { continue };
            let span = part_span(unit, slot, &segment.span);
            if span.start < at {
                continue;
            }
            self.push_unchanged(&mut tokens, changed, at..span.start);
            self.push_changed(&mut tokens, changed, &segment.span, target);
            at = span.end;
        }
        self.push_unchanged(&mut tokens, changed, at..slot.span.end);
        tokens
    }

    /// Adds unchanged bytes of a changed unit; but a link whose label is its text and that opens in a changed part gets
    /// its label written out.
    fn push_unchanged<'b>(&'b self, tokens: &mut Vec<Token<'b>>, changed: &ChangedUnit<'b>, span: Range<usize>) {
        let (unit, slot, inner) = (changed.unit, changed.slot, &changed.inner);
        let mut at = span.start;
        let first = slot.codes.partition_point(|place| place.start < span.start);
        let codes = unit.text.codes.iter().zip(&slot.codes).skip(first);
        for ((_, code), place) in codes.take_while(|(_, place)| place.end <= span.end) {
            let Some(label) = changed.label(code).filter(|label| label.start <= span.start) else { continue };
            self.push_raw(tokens, at..place.start, inner);
            let file = self.article.skeleton.file.as_str();
            tokens.push(Token::Named { markup: bytes(file, place), id: code.id, label: bytes(file, label) });
            at = place.end;
        }
        self.push_raw(tokens, at..span.end, inner);
    }

    fn push_raw<'b>(&'b self, tokens: &mut Vec<Token<'b>>, span: Range<usize>, inner: &Range<usize>) {
        if !span.is_empty() {
            tokens.push(Token::Raw(self.edited_bytes(&span, inner)));
        }
    }

    /// Bytes of the file with the edits of the units in `inner` applied.
    fn edited_bytes(&self, span: &Range<usize>, inner: &Range<usize>) -> Cow<'_, str> {
        let slots = self.article.skeleton.slots.get(inner.clone()).unwrap_or_default();
        let first = slots.partition_point(|slot| slot.span.start < span.start);
        if slots.get(first).is_none_or(|slot| slot.span.start >= span.end) {
            return Cow::Borrowed(bytes(&self.article.skeleton.file, span));
        }
        let mut out = String::new();
        self.copy(&mut out, span, inner.clone());
        Cow::Owned(out)
    }

    /// Adds the new text of a segment: its prose, and the markup of the source's codes.
    fn push_changed<'b>(
        &'b self,
        tokens: &mut Vec<Token<'b>>,
        changed: &ChangedUnit<'b>,
        span: &Range<usize>,
        target: &'b Text,
    ) {
        let (unit, slot, inner) = (changed.unit, changed.slot, &changed.inner);
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let mut source_codes = HashMap::new();
        let codes = unit.text.codes_at(span);
        let gap = codes.start.checked_sub(1).and_then(|before| unit.text.codes.get(before));
        let mut after_break = gap.is_some_and(|(at, code)| *at == span.start && code.name == CodeName::Break);
        for index in codes {
            if let (Some((_, code)), Some(place)) = (unit.text.codes.get(index), slot.codes.get(index)) {
                let next = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
                let id = *numbers.entry(code.id).or_insert(next);
                source_codes.insert((id, code.kind), (code, place));
            }
        }
        let file = self.article.skeleton.file.as_str();
        for piece in target.pieces() {
            match piece {
                Piece::Prose(prose) => {
                    // The line break's own bytes include the space after it.
                    let prose = if after_break { prose.strip_prefix(' ').unwrap_or(prose) } else { prose };
                    after_break = false;
                    if !prose.is_empty() {
                        tokens.push(Token::Prose(prose));
                    }
                }
                Piece::Code(code) => {
                    let Some((code, place)) = source_codes.get(&(code.id, code.kind)) else { continue };
                    after_break = code.name == CodeName::Break;
                    if let Some(label) = changed.label(code) {
                        let label = bytes(file, label);
                        tokens.push(Token::Named { markup: bytes(file, place), id: code.id, label });
                    } else {
                        tokens.push(Token::Mark { markup: self.edited_bytes(place, inner), code });
                    }
                }
            }
        }
    }
}
