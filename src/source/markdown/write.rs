//! An article's file with other words in it.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use crate::{
    model::{Article, Code, CodeKind, CodeName, Piece, Slot, Text, Unit, cut},
    source::{
        Edits, bytes,
        front_matter::{self, Change},
        place::part_span,
    },
};

use super::{
    context::Context,
    escape::{Around, escape, joins_address, shields},
};

/// Writes the file: bytes between the units and of units without edits are copied.
pub(super) fn write(article: &Article, edits: &Edits) -> String {
    let file = article.skeleton.file.as_str();
    let plans: Vec<Plan> = article.units.iter().enumerate().map(|(index, unit)| Plan::of(index, unit, edits)).collect();
    let writer = Writer { article, plans };
    let changes = writer.changes();
    let (mut out, body) = front_matter::write(file, &changes, &edits.front);
    let slots = &article.skeleton.slots;
    let first = slots.partition_point(|slot| slot.span.start < body);
    out.reserve(file.len().saturating_sub(body));
    writer.copy(&mut out, &(body..file.len()), first..slots.len().min(article.units.len()));
    out
}

/// What is to become of a unit.
#[derive(Debug)]
enum Plan {
    /// Nothing.
    Keep,
    /// Other text as a whole.
    Replace(String),
    /// For each segment its new text; `None` keeps its bytes.
    Segments(Vec<Option<Text>>),
}

impl Plan {
    fn of(index: usize, unit: &Unit, edits: &Edits) -> Self {
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

/// A unit with new segments, and what is needed to find its way about in it.
#[derive(Debug)]
struct Changed<'a> {
    unit: &'a Unit,
    slot: &'a Slot,
    /// The indices of the units inside it.
    inner: Range<usize>,
    /// The closing halves of links that are found by their text (`[text]`, `[text][]`): by number, where the text is.
    labels: HashMap<u32, Range<usize>>,
}

impl<'a> Changed<'a> {
    fn new(unit: &'a Unit, slot: &'a Slot, inner: Range<usize>) -> Self {
        let by_text = |code: &Code| {
            code.kind == CodeKind::Close && code.name == CodeName::Link && matches!(code.markup.as_str(), "]" | "][]")
        };
        let mut labels = HashMap::new();
        if unit.text.codes.iter().any(|(_, code)| by_text(code)) {
            let mut openings = HashMap::new();
            for ((_, code), place) in unit.text.codes.iter().zip(&slot.codes) {
                match code.kind {
                    CodeKind::Open => drop(openings.insert(code.id, place.end)),
                    CodeKind::Close if by_text(code) => {
                        let start = openings.get(&code.id).copied().unwrap_or(place.start);
                        labels.insert(code.id, start..place.start);
                    }
                    _ => {}
                }
            }
        }
        Self { unit, slot, inner, labels }
    }

    /// Where the text of the link stands that `code` ends, if the link is found by it.
    fn label(&self, code: &Code) -> Option<&Range<usize>> {
        self.labels.get(&code.id).filter(|_| code.kind == CodeKind::Close)
    }
}

/// A piece of a unit that is being written.
#[derive(Debug)]
enum Token<'a> {
    /// Bytes of the file, those of inner units among them changed.
    Raw(Cow<'a, str>),
    /// New prose, to be escaped.
    Prose(&'a str),
    /// Markup of a code in new text.
    Mark { markup: Cow<'a, str>, code: &'a Code },
    /// The closing half of a link that is found by its text: the text may be another now, so the name is written out.
    Named { markup: &'a str, id: u32, label: &'a str },
}

struct Writer<'a> {
    article: &'a Article,
    plans: Vec<Plan>,
}

impl<'a> Writer<'a> {
    fn parts(&self, index: usize) -> Option<(&'a Unit, &'a Slot, &Plan)> {
        Some((self.article.units.get(index)?, self.article.skeleton.slots.get(index)?, self.plans.get(index)?))
    }

    /// The strings of the front matter that change.
    fn changes(&self) -> Vec<Change<'a>> {
        let mut changes = Vec::new();
        for index in 0..self.article.units.len() {
            let Some((unit, slot, plan)) = self.parts(index) else { break };
            if !matches!(Context::parse(&slot.context), Context::Front(_)) {
                break;
            }
            match plan {
                Plan::Keep => {}
                Plan::Replace(text) => {
                    let parts = vec![(slot.span.clone(), text.clone())];
                    changes.push(Change { slot, prose: text.clone(), parts });
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
                        // A code here is one character that cannot be shown: it stays in front of the new words.
                        let codes = unit.text.codes_at(&segment.span);
                        let kept = slot.codes.get(codes).and_then(<[_]>::last).map_or(span.start, |last| last.end);
                        parts.push((kept.max(span.start)..span.end.max(kept), target.prose.clone()));
                    }
                    prose.push_str(cut(&unit.text.prose, &(at..unit.text.prose.len())));
                    changes.push(Change { slot, prose, parts });
                }
            }
        }
        changes
    }

    /// Copies `span` of the file with the edits of the units in it, whose indices lie within `units`.
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
                    // The units inside come next in turn.
                    index += 1;
                    continue;
                }
                Plan::Replace(text) => {
                    out.push_str(bytes(file, &(at..slot.span.start)));
                    self.replace(out, slot, text);
                }
                Plan::Segments(targets) => {
                    out.push_str(bytes(file, &(at..slot.span.start)));
                    let changed = Changed::new(unit, slot, inner.clone());
                    let tokens = self.tokens(&changed, targets);
                    out.push_str(&render(&tokens, slot, file));
                }
            }
            at = slot.span.end;
            if Context::parse(&slot.context) == Context::AltReference {
                // The image was found by its text; now its name is written out.
                let rest = bytes(file, &(at..file.len()));
                at += if rest.starts_with("][]") { 3 } else { 1 };
                out.extend(["][", &one_line(bytes(file, &slot.span)), "]"]);
            }
            index = inner.end;
        }
        out.push_str(bytes(file, &(at..span.end)));
    }

    /// Writes a text in place of a whole unit, on as many lines as it has where the unit is a block.
    fn replace(&self, out: &mut String, slot: &Slot, text: &str) {
        let file = self.article.skeleton.file.as_str();
        if Context::parse(&slot.context) != Context::Block {
            out.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            return;
        }
        let line = bytes(file, &(0..slot.span.start)).rsplit('\n').next().unwrap_or_default();
        // Later lines stand as deep in quotes and lists as the first.
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
    fn tokens<'b>(&'b self, changed: &Changed<'b>, targets: &'b [Option<Text>]) -> Vec<Token<'b>> {
        let (unit, slot) = (changed.unit, changed.slot);
        let mut tokens = Vec::new();
        let mut at = slot.span.start;
        for (segment, target) in unit.segments.iter().zip(targets) {
            let Some(target) = target else { continue };
            let span = part_span(unit, slot, &segment.span);
            if span.start < at {
                continue;
            }
            self.kept(&mut tokens, changed, at..span.start);
            self.changed(&mut tokens, changed, &segment.span, target);
            at = span.end;
        }
        self.kept(&mut tokens, changed, at..slot.span.end);
        tokens
    }

    /// Bytes of a changed unit that stay; but a link that is found by its text and began in a part that changes gets
    /// its name written out.
    fn kept<'b>(&'b self, tokens: &mut Vec<Token<'b>>, changed: &Changed<'b>, span: Range<usize>) {
        let (unit, slot, inner) = (changed.unit, changed.slot, &changed.inner);
        let mut at = span.start;
        let first = slot.codes.partition_point(|place| place.start < span.start);
        let codes = unit.text.codes.iter().zip(&slot.codes).skip(first);
        for ((_, code), place) in codes.take_while(|(_, place)| place.end <= span.end) {
            let Some(label) = changed.label(code).filter(|label| label.start <= span.start) else { continue };
            self.raw(tokens, at..place.start, inner);
            let file = self.article.skeleton.file.as_str();
            tokens.push(Token::Named { markup: bytes(file, place), id: code.id, label: bytes(file, label) });
            at = place.end;
        }
        self.raw(tokens, at..span.end, inner);
    }

    fn raw<'b>(&'b self, tokens: &mut Vec<Token<'b>>, span: Range<usize>, inner: &Range<usize>) {
        if !span.is_empty() {
            tokens.push(Token::Raw(self.copied(&span, inner)));
        }
    }

    /// Bytes of the file with the edits of the units among `inner`.
    fn copied(&self, span: &Range<usize>, inner: &Range<usize>) -> Cow<'_, str> {
        let slots = self.article.skeleton.slots.get(inner.clone()).unwrap_or_default();
        let first = slots.partition_point(|slot| slot.span.start < span.start);
        if slots.get(first).is_none_or(|slot| slot.span.start >= span.end) {
            return Cow::Borrowed(bytes(&self.article.skeleton.file, span));
        }
        let mut out = String::new();
        self.copy(&mut out, span, inner.clone());
        Cow::Owned(out)
    }

    /// New text of a segment: its prose, and the markup of the source's codes.
    fn changed<'b>(
        &'b self,
        tokens: &mut Vec<Token<'b>>,
        changed: &Changed<'b>,
        span: &Range<usize>,
        target: &'b Text,
    ) {
        let (unit, slot, inner) = (changed.unit, changed.slot, &changed.inner);
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let mut known = HashMap::new();
        let codes = unit.text.codes_at(span);
        let gap = codes.start.checked_sub(1).and_then(|before| unit.text.codes.get(before));
        let mut after_break = gap.is_some_and(|(at, code)| *at == span.start && code.name == CodeName::Break);
        for index in codes {
            if let (Some((_, code)), Some(place)) = (unit.text.codes.get(index), slot.codes.get(index)) {
                let next = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
                let id = *numbers.entry(code.id).or_insert(next);
                known.insert((id, code.kind), (code, place));
            }
        }
        let file = self.article.skeleton.file.as_str();
        for piece in target.pieces() {
            match piece {
                Piece::Prose(prose) => {
                    // The line break's own bytes stand for the space behind it.
                    let prose = if after_break { prose.strip_prefix(' ').unwrap_or(prose) } else { prose };
                    after_break = false;
                    if !prose.is_empty() {
                        tokens.push(Token::Prose(prose));
                    }
                }
                Piece::Code(code) => {
                    let Some((code, place)) = known.get(&(code.id, code.kind)) else { continue };
                    after_break = code.name == CodeName::Break;
                    if let Some(label) = changed.label(code) {
                        let label = bytes(file, label);
                        tokens.push(Token::Named { markup: bytes(file, place), id: code.id, label });
                    } else {
                        tokens.push(Token::Mark { markup: self.copied(place, inner), code });
                    }
                }
            }
        }
    }
}

/// Text on one line, without the marks that a container puts before its lines.
fn one_line(text: &str) -> String {
    let mut lines = text.lines();
    let mut out = lines.next().unwrap_or_default().trim_end().to_owned();
    for line in lines {
        out.push(' ');
        out.push_str(line.trim_start_matches([' ', '\t', '>']).trim_end());
    }
    out
}

impl Token<'_> {
    fn written(&self) -> &str {
        match self {
            Self::Raw(text) => text,
            Self::Prose(prose) => prose,
            Self::Mark { markup, .. } => markup,
            Self::Named { markup, .. } => markup,
        }
    }

    /// The mark of emphasis, and whether it opens.
    fn emphasis(&self) -> Option<(&str, bool)> {
        match self {
            Self::Mark { markup, code }
                if matches!(code.name, CodeName::Emphasis | CodeName::Strong | CodeName::Strikethrough) =>
            {
                match code.kind {
                    CodeKind::Open => Some((markup, true)),
                    CodeKind::Close => Some((markup, false)),
                    CodeKind::Single => None,
                }
            }
            _ => None,
        }
    }
}

/// Which characters at the ends of prose must be shielded from the emphasis marks and addresses beside them.
fn shielded(tokens: &[Token<'_>], before: Option<char>, after: Option<char>) -> Vec<(bool, bool)> {
    let mut shield = vec![(false, false); tokens.len()];
    let last_char = |index: Option<usize>| match index.and_then(|index| tokens.get(index)) {
        Some(token) => token.written().chars().next_back(),
        None => before,
    };
    let first_char = |index: usize| match tokens.get(index) {
        Some(token) => token.written().chars().next(),
        None => after,
    };
    let mut at = 0;
    while at < tokens.len() {
        let mark = |index: usize| tokens.get(index).and_then(Token::emphasis);
        let Some((markup, _)) = mark(at) else {
            address_shields(tokens, at, &mut shield);
            at += 1;
            continue;
        };
        let sign = markup.chars().next();
        let mut end = at;
        while mark(end).is_some_and(|(markup, _)| markup.chars().next() == sign) {
            end += 1;
        }
        let (left, right) = (at.checked_sub(1), end);
        for index in at..end {
            let Some((markup, opens)) = mark(index) else { continue };
            let (inside, outside) =
                if opens { (first_char(right), last_char(left)) } else { (last_char(left), first_char(right)) };
            let (inner, outer) = shields(markup, inside, outside);
            let (shield_left, shield_right) = if opens { (outer, inner) } else { (inner, outer) };
            if let Some(flags) = left.and_then(|left| shield.get_mut(left)) {
                flags.1 |= shield_left;
            }
            if let Some(flags) = shield.get_mut(right) {
                flags.0 |= shield_right;
            }
        }
        at = end;
    }
    shield
}

/// An address ends where prose begins that cannot belong to it, and begins behind what is no letter.
fn address_shields(tokens: &[Token<'_>], at: usize, shield: &mut [(bool, bool)]) {
    let Some(Token::Mark { markup, code }) = tokens.get(at) else { return };
    if code.name != CodeName::Other || !markup.starts_with(['h', 'H', 'w', 'W']) {
        return;
    }
    if let Some(Token::Prose(prose)) = tokens.get(at + 1)
        && joins_address(prose, markup)
        && let Some(flags) = shield.get_mut(at + 1)
    {
        flags.0 = true;
    }
    let previous = at.checked_sub(1);
    if let Some(Token::Prose(prose)) = previous.and_then(|previous| tokens.get(previous))
        && prose.ends_with(char::is_alphanumeric)
        && let Some(flags) = previous.and_then(|previous| shield.get_mut(previous))
    {
        flags.1 = true;
    }
}

/// Writes the pieces of a unit, each escaped for where it comes to stand.
fn render(tokens: &[Token<'_>], slot: &Slot, file: &str) -> String {
    let context = Context::parse(&slot.context);
    let mut out = String::with_capacity(slot.span.len() * 2);
    let head = bytes(file, &(0..slot.span.start)).chars().next_back();
    let tail = bytes(file, &(slot.span.end..file.len()));
    let delimiter = if context == Context::Title { head.unwrap_or('"') } else { '"' };
    let shield = shielded(tokens, head, tail.chars().next());
    // Where the text of each link that was written begins.
    let mut openings: HashMap<u32, usize> = HashMap::new();
    for (index, token) in tokens.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|previous| tokens.get(previous));
        // A backslash that stands for itself would escape punctuation that comes behind it now.
        let stuck =
            matches!(previous, Some(Token::Raw(raw)) if raw.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1);
        match token {
            Token::Raw(text) => out.push_str(text),
            Token::Mark { markup, code } => {
                if stuck {
                    out.push('\\');
                }
                out.push_str(markup);
                if code.kind == CodeKind::Open && code.name == CodeName::Link {
                    openings.insert(code.id, out.len());
                }
            }
            Token::Named { markup, id, label } => {
                let same = openings.get(id).is_some_and(|from| out.get(*from..) == Some(*label));
                if same {
                    out.push_str(markup);
                } else {
                    out.extend(["][", &one_line(label), "]"]);
                }
            }
            Token::Prose(prose) => {
                let (shield_first, shield_last) = shield.get(index).copied().unwrap_or_default();
                // The space behind a task's box belongs to the box; what stands behind a bracket could make it a link.
                let glued = match previous {
                    Some(Token::Mark { markup, .. }) if markup.ends_with([' ', '\t']) => prose.starts_with([' ', '\t']),
                    _ => out.ends_with(']') && prose.starts_with(['[', '(', ':']),
                };
                let around = Around {
                    context,
                    delimiter,
                    before: &out,
                    after: tokens.get(index + 1).map_or(tail, Token::written),
                    last: index + 1 == tokens.len(),
                    shield_first: shield_first || glued,
                    shield_last,
                };
                let mut escaped = String::with_capacity(prose.len() + 8);
                escape(&mut escaped, prose, around);
                if stuck && escaped.starts_with(|c: char| c.is_ascii_punctuation()) {
                    out.push('\\');
                }
                out.push_str(&escaped);
            }
        }
    }
    out
}
